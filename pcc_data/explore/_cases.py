"""The first explorer: choose a case, see who does what, what happened, the figures and lessons, and who says so."""

from markupsafe import Markup

from pcc_data import charts
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button, dropdown, in_words, refill, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.cases import case_options, some_cases
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, tag
from pcc_data.pages.card import Card
from pcc_data.pages.space import form
from pcc_data.say import say
from pcc_data.tables.spec import ROLES

VIEWS = ("where", "roles", "rights", "timeline", "figures", "outcomes", "lessons", "all")


def cases(data: Dataset, case: str | None = None, view: str = "where") -> Explorer:
    """Explore cases one by one, the report's ten first.

    `case` opens on one case, `view` on one of where, roles, rights, timeline, figures, outcomes, lessons, all.
    Raises ValueError for an unknown case, and where there is none.
    """
    ten = some_cases(data).filter(collection="report")
    groups = {"ten": ten if len(ten) else data, "all": data}
    names = {group: case_options(chosen, "city") for group, chosen in groups.items()}
    group = "all" if case and case not in dict.fromkeys(value for _, value in names["ten"]) else "ten"
    if case is not None:
        data.one("cases", case)
    which = toggles(say("cases.group"), [(say("explorer.report"), "ten"), (say("cases.all"), "all")], group)
    choice = dropdown(say("explorer.case"), names[group], case, width="26em")
    shown = toggles(say("cases.view"), in_words("cases.view", VIEWS), view)
    back, onward = button(say("cases.back"), "arrow-left"), button(say("cases.onward"), "arrow-right")
    controls = {"group": which, "case": choice, "back": back, "onward": onward, "view": shown}

    def regroup() -> None:
        refill(choice, names[which.value])

    explorer = Explorer(
        say("cases.look"),
        controls,
        lambda group, case, view: _page(groups[group], case, view),
        chosen="case",
        first={"group": regroup},
        printed=Printed(lambda: _listed(groups[group])),
    )

    def step(by: int) -> None:
        values = [value for _, value in choice.options]
        choice.value = values[(values.index(choice.value) + by) % len(values)]

    def tell(_: object = None) -> None:
        explorer.picture.said = choice.label

    back.on_click(explorer.guarded(lambda _: step(-1)))
    onward.on_click(explorer.guarded(lambda _: step(1)))
    choice.observe(explorer.guarded(tell), "value")
    tell()
    return explorer


def _listed(data: Dataset) -> Markup:
    """The cases on a map and by name, with room for a note to each; their cards are sheets of their own."""
    rows = [
        (str(at), Card(data, str(case)).title(), Card(data, str(case)).place(), "")
        for at, case in enumerate(data.cases.index, 1)
    ]
    heads = ["", say("explorer.case"), say("on-paper.place"), say("on-paper.note")]
    return joined(Markup(charts.map_of_cases(data).svg), form(heads, rows), tag("p", say("on-paper.cards")))


def _page(data: Dataset, case: str, view: str) -> Markup:
    card = Card(data, case)
    roles = tuple(f"roles.{role}" for role in ROLES)
    name = tag("h3", card.title())
    pages = {
        "where": lambda: (charts.map_of_cases(data).html(), card.brief(("status", "ownership_model"))),
        "roles": lambda: (name, charts.roles_strip(data, case).html(), card.facts(roles), card.part("who")),
        "rights": lambda: (name, card.part("rights")),
        "timeline": lambda: (name, charts.timeline(data, case).html(), card.says_who_rows("events")),
        "figures": lambda: (name, charts.key_figures(data, case).html(), card.says_who_rows("indicators")),
        "outcomes": lambda: (name, card.part("outcomes")),
        "lessons": lambda: (name, card.part("learned"), card.open_questions()),
        "all": lambda: card.html(),
    }
    return joined(pages[view]())
