"""Place cases in the co-production grid oneself, before the answer is shown."""

from typing import Any

from markupsafe import Markup

from pcc_data.analysis.co_production import DELIVERS, FIELDS, PLANS, SIDES, co_production, rule, who
from pcc_data.charts._co_production_grid import co_production_grid
from pcc_data.codes import load_codebook
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import dropdown, toggle, toggles
from pcc_data.dataset.citing import sources_html
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.cases import case_options, some_cases
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.space import boxes
from pcc_data.say import say

_ON_PAPER = 3  # dossiers on a worksheet
_ASKED = ("initiative", "governance", "delivery")
"""Roles of which the dossier tells in words."""


def place_it(data: Dataset, case: str | None = None) -> Explorer:
    """Read five facts of a case, place it in the co-production grid, then see where the coding puts it, and why.

    Raises ValueError for an unknown case.
    """
    if case is not None:
        data.one("cases", case)
    options = case_options(some_cases(data), "collection", "city")
    printed = [name for _, name in options][:_ON_PAPER]
    sides = [(say("place-it.not-yet"), ""), *((who(side).capitalize(), side) for side in SIDES)]
    plans, delivers = toggles(say("place-it.plans"), sides), toggles(say("place-it.delivers"), sides)
    shown = toggle(say("place-it.show"), tooltip=say("place-it.show"))

    def anew() -> None:
        plans.value, delivers.value, shown.value = "", "", False

    explorer = Explorer(
        say("place-it.look"),
        {
            "case": dropdown(say("place-it.dossier"), options, case, width="46rem"),
            "plans": plans,
            "delivers": delivers,
            "shown": shown,
        },
        lambda case, plans, delivers, shown: _placed(data, case, plans, delivers, shown),
        on_pick=lambda cell: picked(cell),
        first={"case": anew},
        printed=Printed(
            lambda: joined(_to_place(data, one) for one in printed),
            lambda: joined(_coded(data, one) for one in printed) + tag("p", rule()),
        ),
    )

    def picked(cell: str) -> None:
        if "|" in cell:
            row, column = cell.split("|")
            explorer.set(plans=column, delivers=row)
        elif cell in data.cases.index:
            explorer.set(case=cell)

    return explorer


def _to_place(data: Dataset, case: str) -> Markup:
    """A dossier with boxes for both questions."""
    asked = [
        joined(tag("b", say(f"place-it.{axis}")), boxes(who(side).capitalize() for side in SIDES))
        for axis in ("plans", "delivers")
    ]
    return tag("section", tag("h3", Card(data, case).title()), _dossier(data, case), asked)


def _coded(data: Dataset, case: str) -> Markup:
    """Where the coding puts a case, and why."""
    card, place = Card(data, case), co_production(data).loc[case]
    told = say("place-it.coded", plans=who(place[PLANS]), delivers=who(place[DELIVERS]))
    return tag("section", tag("h3", card.title()), tag("p", told), card.facts(FIELDS))


def _placed(data: Dataset, case: str, plans: str, delivers: str, shown: bool) -> Markup:
    card, guess = Card(data, case), (delivers, plans) if plans and delivers else None
    dossier = joined(tag("h3", card.title()), _dossier(data, case))
    if not shown:
        grid = co_production_grid(data.only([case]), hidden=True, guess=guess)
        asked = tag("p", say_html("place-it.asked", placed=bool(guess)), role="status")
        return joined(dossier, asked, tag("figure", Markup(grid.svg), css="pcc-chart"))
    return joined(
        dossier,
        tag("p", _compared(co_production(data).loc[case], plans, delivers), role="status"),
        co_production_grid(data, case, guess=guess).html(),
        card.facts(FIELDS),
        details(say("place-it.rule"), tag("p", rule()), key="rule"),
    )


def _compared(place: Any, plans: str, delivers: str) -> Markup:
    same = [side for side, yours in ((PLANS, plans), (DELIVERS, delivers)) if yours == place[side]]
    agreed = "open" if not (plans and delivers) else "both" if len(same) == 2 else same[0] if same else "neither"
    return say_html("place-it.compared", agreed=agreed, plans=who(place[PLANS]), delivers=who(place[DELIVERS]))


def _dossier(data: Dataset, case: str) -> Markup:
    """Five facts from the record, none of which names a code of the two axes."""
    book, partners = load_codebook(), data.one("partners", case)
    sides = {side: ", ".join(partners.loc[partners["side"] == side, "name"]) for side in ("public", "community")}
    gives = {
        table: ", ".join(book.phrase(field, code) for code in data.one(table, case)["code"])
        for table, field in (("instruments", "public_instruments"), ("contributions", "community_contributions"))
    }
    reasons = [(say(f"place-it.{role}"), data.why(case, f"roles.{role}")) for role in _ASKED]
    facts = [
        say_html("place-it.who", **sides),
        say_html("place-it.gives", public=who("public"), community=who("community"), **gives),
        *(joined(tag("b", title, ":"), " ", why.basis) for title, why in reasons),
    ]
    behind = [joined(tag("b", title), sources_html([*why.sources.itertuples()])) for title, why in reasons]
    return joined(items(facts, "ol", "pcc-dossier"), details(say("says-who"), items(behind), key="facts"))
