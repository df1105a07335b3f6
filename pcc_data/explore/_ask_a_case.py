"""Questions to put to a case, and what its record answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.explore._kit.controls import case_options, dropdown, some_cases, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

SHOWN = 3  # lessons and challenges beside a question: more would bury it


def ask_a_case(data: Dataset, case: str | None = None) -> Explorer:
    """Put Ostrom's eight design principles (1990), as questions, to a case: what its record holds, and where it is
    silent.

    Raises ValueError for an unknown case.
    """
    content = teaching("design_principles")
    if case is not None:
        data.one("cases", case)
    cases = case_options(some_cases(data), "collection", "city")
    questions = [
        (say("ask-a-case.one", at=at + 1, name=one["name"]), at) for at, one in enumerate(content["principles"])
    ]
    return Explorer(
        say("ask-a-case.look"),
        {
            "case": dropdown(say("explorer.case"), cases, case, width="46rem"),
            "question": toggles(say("ask-a-case.question"), questions),
        },
        lambda case, question: _asked(Card(data, case), content, question),
    )


def _asked(card: Card, content: dict[str, Any], at: int) -> Markup:
    principle = content["principles"][at]
    asked = say_html("ask-a-case.asked", at=at + 1, name=principle["name"], question=principle["question"])
    found: Any = tag("p", say_html("ask-a-case.silent"))
    if principle["look_at"]:
        found = tag("h4", say("ask-a-case.holds")), card.facts(tuple(principle["look_at"]))
    texts = [*_texts(card, "challenges", principle["themes"]), *_texts(card, "lessons", principle["themes"])]
    heard: Any = tag("h4", say("ask-a-case.heard")), items(texts)
    if not texts:
        heard = tag("p", say("ask-a-case.unheard"))
    ostrom = teaching("references")["works"]["ostrom1990"]
    author, caution = ostrom["authors"].split(",")[0], content["caution"].strip()
    source = say("ask-a-case.source", author=author, year=str(ostrom["year"]), caution=caution)
    never = [f"{number}. {one['name']}" for number, one in enumerate(content["principles"], 1) if not one["look_at"]]
    silent = details(say("ask-a-case.where-silent"), tag("p", say("ask-a-case.never", names=never)), key="silent")
    return joined(tag("h3", card.title()), tag("p", asked), found, heard, silent, tag("p", source, css="pcc-quiet"))


def _texts(card: Card, table: str, themes: list[str]) -> list[Markup]:
    """Lessons or challenges of these themes, each with its sources."""
    rows = card.data.one(table, card.case)
    return [
        joined(say(f"ask-a-case.{table}", text=row.text), card.says_who(row.sources, f"{table}:{at}"))
        for at, row in enumerate(rows[rows["theme"].isin(themes)].head(SHOWN).itertuples())
    ]
