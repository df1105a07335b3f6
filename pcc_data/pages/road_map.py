"""A road map for a city on one A3 page, to print: steps in three times, room to write, sources as footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.dataset.grounds import grounds
from pcc_data.markup import joined, own, say_html, tag
from pcc_data.pages.footnotes import STYLE, Footnotes
from pcc_data.pages.sheets import page
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

FACTS = ("owner", "money", "hook", "block")
_LEAST = 3  # boxes of a column: what is not picked is left open, to be filled in by hand
_FULL = 5  # boxes of a column that stand in type of the usual size
_SIZE = 10.5  # points
_CSS = Markup(
    "<style>@media print {{ body {{ height: 265mm; }} }} body {{ display: flex; flex-direction: column;"
    " min-height: 265mm; font-size: {size:.1f}pt; line-height: 1.3; }} h1 {{ margin: 0 0 1mm; }}"
    " .map {{ display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 5mm; flex: 1 1 auto; }}"
    " .time {{ display: flex; flex-direction: column; gap: 2mm; }} .time h2 {{ margin: 0; padding: 0 0 1mm;"
    " border-bottom: .6mm solid #1a1a1a; }} .step, .open {{ border: 1px solid #777; border-radius: 1.5mm;"
    " padding: 1mm 2mm; flex: 1 1 auto; display: flex; flex-direction: column; }}"
    " .open {{ flex: 3 1 0; min-height: 26mm; }} .open .name {{ flex: 1; min-height: 6mm; }} .open .facts {{ flex: 1;"
    " display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 1fr; gap: 0 3mm; }}"
    " .open .facts span {{ border-top: 1px dotted #999; }} .facts {{ font-size: .88em; color: #444; }}"
    " .facts i {{ color: #1a1a1a; }} .by {{ color: #555; font-size: .86em; border-top: 1px dotted #999;"
    " margin-top: auto; padding-top: .4mm; min-height: 6mm; }} .request {{ border: .5mm solid #1a1a1a;"
    " border-radius: 1.5mm; padding: 1.5mm 3mm; margin: 2.5mm 0 1mm; }} .request p {{ margin: .5mm 0; }}"
    " .request .write {{ height: 7mm; }} h2:has(+ .notes) {{ font-size: 1em; margin: 1mm 0 0; }}"
    " ol.notes {{ columns: 4; font-size: 6.4pt; line-height: 1.2; margin: 0; }}"
    " footer {{ margin-top: 0; padding-top: 1mm; }} p.quiet {{ margin: 1mm 0; }}</style>"
)


@dataclass(frozen=True)
class Plan:
    """What a group picked: ids of steps of `datasets/teaching/road_map.yaml`, words of its own by time, the town's name
    and the one request to the council."""

    steps: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    town: str = ""
    request: str = ""


def road_map(data: Dataset, plan: Plan) -> Markup:
    """The road map as a complete HTML document on one side of A3, landscape: what was picked, empty boxes for the rest,
    the request to the council, and the sources."""
    content, notes = teaching("road_map"), Footnotes(data)
    columns = [_boxes(data, time["id"], plan, notes) for time in content["times"]]
    size = _SIZE * min(1, _FULL / max(map(len, columns)))
    times = [
        tag("div", tag("h2", time["name"]), boxes, css="time")
        for time, boxes in zip(content["times"], columns, strict=True)
    ]
    head = say_html("road-map-page.head", placed=bool(plan.town), town=own(plan.town))
    request = tag("p", own(plan.request)) if plan.request else tag("div", css="write")
    asked = tag("div", tag("b", say("road-map-page.request")), request, tag("p", say("road-map-page.signed")))
    body = [STYLE, _CSS.format(size=size), tag("p", head), tag("div", times, css="map")]
    body += [tag("div", asked, css="request"), notes.html(), tag("p", content["caution"], css="quiet")]
    return page(content["title"], joined(body), paper="a3", landscape=True, data=data)


def _boxes(data: Dataset, time: str, plan: Plan, notes: Footnotes) -> list[Markup]:
    """The steps of a time, own words behind them, and boxes to fill in where few were picked."""
    steps = [step for step in teaching("road_map")["steps"] if step["time"] == time and step["id"] in plan.steps]
    boxes = [_step(data, step, notes) for step in steps]
    if time in plan.words:
        boxes.append(_open(plan.words[time]))
    return boxes + [_open()] * (_LEAST - len(boxes))


def _step(data: Dataset, step: dict[str, Any], notes: Footnotes) -> Markup:
    """A step with its facts, the places in which it was seen, and a line for who does it by when."""
    behind = grounds(data, step)
    marks = notes.marks(((ground.case, ground.sources) for ground in behind), 1)
    places = dict.fromkeys(str(data.cases.at[ground.case, "city"]) for ground in behind)
    seen = say("road-map-page.seen", n=len(places), places=list(places))
    facts = [(say(f"road-map.{key}"), ": ", tag("i", step[key]), ". ") for key in FACTS]
    head = tag("div", tag("b", step["text"]), tag("span", f" {seen}", css="quiet"), marks)
    return tag("div", head, tag("div", facts, css="facts"), _by(), css="step")


def _open(text: str = "") -> Markup:
    """A box for a step of one's own: its facts are left open."""
    facts = [tag("span", say(f"road-map.{key}"), ":") for key in FACTS]
    return tag("div", tag("div", tag("b", own(text)), css="name"), tag("div", facts, css="facts"), _by(), css="open")


def _by() -> Markup:
    return tag("div", say("road-map-page.by"), css="by")
