"""A road map for our city: steps to pick in three times, words of one's own, and a page to print."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.controls.lines import Line
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import controls_row, tick
from pcc_data.controls.panel import on_paper
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import grounds
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.files.slug import slug
from pcc_data.markup import details, items, joined, own, tag, terms
from pcc_data.pages import sheets
from pcc_data.pages.road_map import FACTS, Plan
from pcc_data.pages.road_map import road_map as road_map_page
from pcc_data.pages.told import ground_told
from pcc_data.say import say
from pcc_data.teaching import teaching


def road_map(data: Dataset) -> Explorer:
    """Pick steps for 100 days, one year and after the next election, add words of your own, and print the map on A3.

    Each step tells owner, money, legal hook and who may block it, and opens on the cases in which it was seen.
    """
    content = teaching("road_map")
    ticks = {step["id"]: tick(step["text"]) for step in content["steps"]}
    lines = {
        f"own-{time['id']}": Line(say("road-map.own"), "calc(100% - 8px)", hint=say("road-map.own-hint"))
        for time in content["times"]
    }
    town, request = Line(say("road-map.town"), width="24rem"), Line(say("road-map.request"))
    columns = [_column(time, content["steps"], ticks, lines) for time in content["times"]]
    return _RoadMap(
        say("road-map.look"),
        {"town": town, **ticks, **lines, "request": request},
        lambda **values: _shown(data, _plan(values, ticks)),
        row=[town, controls_row(*columns, width="100%", align_items="flex-start"), request],
        printed=Printed(lambda: _every_step(_in_short), lambda: _everything(data)),
    )


class _RoadMap(Explorer):
    """The steps to pick from; on paper, where nothing can be picked, all of them are told."""

    def static(self) -> Markup:
        """All steps, time by time, with what each needs, for export, print and preview."""
        return on_paper(tag("p", tag("b", self.look_at)), _every_step(_in_short))


def _every_step(told: Callable[[dict[str, Any]], Markup]) -> Markup:
    """All steps, time by time."""
    content, parts = teaching("road_map"), []
    for time in content["times"]:
        steps = [step for step in content["steps"] if step["time"] == time["id"]]
        parts.append(joined(tag("h4", time["name"]), items(map(told, steps))))
    return joined(parts, tag("p", content["caution"], css="pcc-quiet"))


def _everything(data: Dataset) -> Markup:
    """Each step with the cases in which it was seen, and where to find the checklists, for a key."""
    steps = _every_step(lambda step: _seen_in(data, step))
    return joined(tag("p", say("paged-key.steps")), steps, tag("p", say("paged-key.checklists")))


def _seen_in(data: Dataset, step: dict[str, Any]) -> Markup:
    told = [ground_told(data, ground, f"key:{step['id']}:{at}") for at, ground in enumerate(grounds(data, step))]
    return joined(tag("b", step["text"]), items(told) if told else "")


def _in_short(step: dict[str, Any]) -> Markup:
    """A step and its four facts in a few lines."""
    facts = [f"{say(f'road-map.{key}')}: {step[key]}. " for key in FACTS]
    return joined(step["text"], " ", tag("span", facts, css="pcc-quiet"))


def _column(
    time: dict[str, str], steps: list[dict[str, Any]], ticks: dict[str, widgets.Checkbox], lines: dict[str, Line]
) -> widgets.VBox:
    """The steps of a time below its name, and a line for one's own."""
    head = widgets.HTML(str(tag("div", tag("b", time["name"]), css="pcc mathjax_ignore")))
    here = [ticks[step["id"]] for step in steps if step["time"] == time["id"]]
    for one in here:
        one.layout.width, one.layout.height = "calc(100% - 8px)", "auto"
        one.add_class("pcc-wrap")
    return widgets.VBox([head, *here, lines[f"own-{time['id']}"]], layout=widgets.Layout(flex="1 1 20rem"))


def _plan(values: dict[str, Any], ticks: dict[str, widgets.Checkbox]) -> Plan:
    words = {key.removeprefix("own-"): text for key, text in values.items() if key.startswith("own-") and text}
    return Plan(tuple(key for key in ticks if values[key]), words, values["town"], values["request"])


def _shown(data: Dataset, plan: Plan) -> Markup:
    content = teaching("road_map")
    picked = [step for step in content["steps"] if step["id"] in plan.steps]
    page, name = road_map_page(data, plan), f"road_map_{slug(plan.town)}.html" if plan.town else "road_map.html"
    print_it = tag("p", sheets.print_link(page, name, say("road-map.print")))
    quiet = tag("p", content["caution"], css="pcc-quiet")
    if not picked:
        count = say("road-map.bank", n=len(content["steps"]))
        bank = details(count, items(_step(data, step) for step in content["steps"]), key="bank")
        return joined(tag("p", say("road-map.nothing")), bank, print_it, quiet)
    parts = []
    for time in content["times"]:
        here = [_step(data, step) for step in picked if step["time"] == time["id"]]
        here += [joined(own(plan.words[time["id"]]))] if time["id"] in plan.words else []
        parts.append(joined(tag("h3", time["name"]), items(here) if here else tag("p", say("road-map.open"))))
    return joined(parts, print_it, quiet)


def _step(data: Dataset, step: dict[str, Any]) -> Markup:
    """A step with its four facts, and the cases in which it was seen."""
    facts = terms((say(f"road-map.{key}"), step[key]) for key in FACTS)
    told = [ground_told(data, ground, f"why:{step['id']}:{at}") for at, ground in enumerate(grounds(data, step))]
    label = say("road-map.seen-of", what=step["text"])
    seen = details(say("road-map.seen"), items(told), key=f"seen:{step['id']}", label=label) if told else ""
    return joined(tag("b", step["text"]), facts, seen)
