"""The run of show for who leads: the plan, the debrief, what it needs, and what to do when something fails."""

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.controls.makers import dropdown, in_words, toggles
from pcc_data.errors import pick
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, tag
from pcc_data.pages import run_of_show as shown
from pcc_data.pages import sheets
from pcc_data.pages.run_lines import lengths, plan_of
from pcc_data.say import say

VIEWS = ("plan", "debrief", "needs", "failures")
_EARLIEST, _LATEST, _STEP = 8 * 60, 20 * 60, 30  # minutes of the day
_MOST = 80  # people


def run_of_show(minutes: int = 90, view: str = "plan") -> Explorer:
    """The plan for 45, 90 or 180 minutes, line by line, and a page of it to print; for so many people what it needs.

    `view` is plan, debrief, needs or failures. On paper stands that view alone, the plan in all three lengths. Raises
    ValueError for another view or length.
    """
    pick(view, VIEWS, "view")
    plan_of(minutes)
    times = [(shown.clock_time(at), at) for at in range(_EARLIEST, _LATEST + 1, _STEP)]
    controls: dict[str, widgets.Widget] = {
        "view": toggles(say("run-of-show.view"), in_words("run-of-show.view", VIEWS), view),
        "minutes": toggles(say("run-of-show.length"), [(str(one), one) for one in lengths()], minutes),
        "begin": dropdown(say("run-of-show.begin"), [(say("run-of-show.at-zero"), -1), *times]),
        "people": widgets.IntSlider(
            value=shown.PEOPLE,
            min=4,
            max=_MOST,
            continuous_update=False,
            description=say("run-of-show.how-many"),
            style={"description_width": "initial"},
            layout=widgets.Layout(width="26rem", max_width="100%"),
        ),
    }

    def fit() -> None:
        counts = {"plan": ("minutes", "begin"), "needs": ("minutes", "people")}.get(controls["view"].value, ())
        for name in ("minutes", "begin", "people"):
            controls[name].layout.display = None if name in counts else "none"

    fit()
    paper = tag("div", _on_paper(view), css="pcc")
    return Explorer(say(f"run-of-show.look-{view}"), controls, _draw, first={"view": fit}, paper=paper)


def _draw(view: str, minutes: int, begin: int, people: int) -> Markup:
    start = None if begin < 0 else begin
    document, name = shown.run_of_show(minutes, people, start), f"run_of_show_{minutes}.html"
    link = tag("p", sheets.print_link(document, name, say("run-of-show.print", n=minutes)))
    if view == "plan":
        return joined(tag("h3", say("run-of-show.title", n=minutes)), link, shown.plan(minutes, start))
    if view == "needs":
        return joined(tag("h3", say("run-of-show.needs", n=people)), shown.needs(minutes, people), link)
    return joined(tag("h3", say(f"run-of-show.{view}")), getattr(shown, view)())


def _on_paper(view: str) -> Markup:
    if view == "plan":
        return joined([_plan_on_paper(one, css="" if one == lengths()[0] else "new-page") for one in lengths()])
    if view == "needs":
        return joined(tag("h3", say("run-of-show.needs", n=shown.PEOPLE)), shown.needs(lengths()[-1], shown.PEOPLE))
    return getattr(shown, view)()


def _plan_on_paper(length: int, css: str) -> Markup:
    return tag("div", tag("h2", say("run-of-show.title", n=length)), shown.plan(length, folded=False), css=css)
