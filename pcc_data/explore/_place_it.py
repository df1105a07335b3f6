"""Place cases in the co-production grid oneself, before the answer is shown."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from pcc_data.analysis.co_production import DELIVERS, FIELDS, PLANS, SIDES, co_production, rule, who
from pcc_data.charts._co_production_grid import co_production_grid
from pcc_data.codes import load_codebook
from pcc_data.dataset.citing import sources_html
from pcc_data.explore._kit.controls import case_options, dropdown, some_cases, toggle, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items
from pcc_data.pages.card import Card

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def place_it(data: Dataset, case: str | None = None) -> Explorer:
    """Read five facts of a case, place it in the co-production grid, then see where the coding puts it, and why.

    Raises ValueError for an unknown case.
    """
    if case is not None:
        data.one("cases", case)
    choice = dropdown("Dossier", case_options(some_cases(data), "collection", "city"), case, width="46rem")
    sides = [("Not yet", ""), *((who(side).capitalize(), side) for side in SIDES)]
    plans, delivers = toggles("Who plans?", sides), toggles("Who delivers?", sides)
    shown = toggle("Show the coded place", tooltip="Show the coded place")

    def anew() -> None:
        plans.value, delivers.value, shown.value = "", "", False

    explorer = Explorer(
        "Read the five facts and place the case: with the buttons, or with a click on the grid.",
        {"case": choice, "plans": plans, "delivers": delivers, "shown": shown},
        lambda case, plans, delivers, shown: _placed(data, case, plans, delivers, shown),
        on_pick=lambda cell: picked(cell),
        first={"case": anew},
    )

    def picked(cell: str) -> None:
        if "|" in cell:
            row, column = cell.split("|")
            explorer.set(plans=column, delivers=row)
        elif cell in data.cases.index:
            explorer.set(case=cell)

    return explorer


def _placed(data: Dataset, case: str, plans: str, delivers: str, shown: bool) -> str:
    card = Card(data, case)
    dossier = f"<h3>{card.title()}</h3>{_dossier(data, case)}"
    guess = (delivers, plans) if plans and delivers else None
    if not shown:
        one = data.only([case])
        asked = "You placed it. Now press <i>Show the coded place</i>." if guess else "Who plans it? Who delivers it?"
        grid = co_production_grid(one, hidden=True, guess=guess)
        return f'{dossier}<p role="status">{asked}</p><figure class="pcc-chart">{grid.svg}</figure>'
    place = co_production(data).loc[case]
    return (
        f"{dossier}<p"
        f" role='status'>{_compared(place, plans, delivers)}</p>{co_production_grid(data, case, guess=guess).html()}"
        f"{card.facts(FIELDS)}{details('The rule behind the grid', f'<p>{escape(rule())}</p>', key='rule')}"
    )


def _compared(place: Any, plans: str, delivers: str) -> str:
    coded = f"Coded place: planned by {who(place[PLANS])}, delivered by {who(place[DELIVERS])}."
    if not (plans and delivers):
        return f"{coded} You had not placed it yet."
    same = [
        name
        for name, yours, ours in (("planning", plans, place[PLANS]), ("delivery", delivers, place[DELIVERS]))
        if yours == ours
    ]
    if len(same) == 2:
        return f"<b>✔ You placed it where we did.</b> {coded}"
    agreed = f"You agree with the coding on {same[0]}." if same else "You differ from the coding on both axes."
    return f"<b>{agreed}</b> {coded} Read the reasons below: who is right?"


def _dossier(data: Dataset, case: str) -> str:
    """Five facts from the record, none of which names a code of the two axes."""
    book = load_codebook()
    partners = data.one("partners", case)
    sides = {side: ", ".join(partners.loc[partners["side"] == side, "name"]) for side in ("public", "community")}
    gives = {
        table: ", ".join(book.label(field, code).lower() for code in data.one(table, case)["code"])
        for table, field in (("instruments", "public_instruments"), ("contributions", "community_contributions"))
    }
    reasons = [(title, data.why(case, field)) for title, field in _ASKED]
    facts = [
        f"<b>Who:</b> {escape(sides['public'])}; with {escape(sides['community'])}.",
        (
            f"<b>What each gives:</b> {who('public')}: {escape(gives['instruments'])}; {who('community')}:"
            f" {escape(gives['contributions'])}."
        ),
        *(f"<b>{title}:</b> {escape(why.basis)}" for title, why in reasons),
    ]
    behind = [f"<b>{title}</b>{sources_html(list(why.sources.itertuples()))}" for title, why in reasons]
    return items(facts, "ol", "pcc-dossier") + details("Says who?", items(behind), key="facts")


_ASKED = (
    ("How it began", "roles.initiative"),
    ("Who settles questions", "roles.governance"),
    ("Who does the work", "roles.delivery"),
)
