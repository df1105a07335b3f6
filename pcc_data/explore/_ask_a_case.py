"""Questions to put to a case, and what its record answers."""

from typing import Any

from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import dropdown, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.cases import case_options, some_cases
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import say
from pcc_data.teaching import teaching

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
        printed=Printed(key=lambda: _all_asked(Card(data, case or cases[0][1]), content)),
    )


def _asked(card: Card, content: dict[str, Any], at: int) -> Markup:
    principle = content["principles"][at]
    found = _found(card, principle)
    if principle["look_at"]:
        found = joined(tag("h4", say("ask-a-case.holds")), found)
    texts = _heard(card, principle)
    heard: Any = tag("h4", say("ask-a-case.heard")), items(texts)
    if not texts:
        heard = tag("p", say("ask-a-case.unheard"))
    silent = details(say("ask-a-case.where-silent"), _silent(content), key="silent")
    asked = tag("p", _question(principle, at))
    return joined(tag("h3", card.title()), asked, found, heard, silent, _caution(content))


def _all_asked(card: Card, content: dict[str, Any]) -> Markup:
    """All questions, each with what the record holds and one voice; and where all records are silent."""
    parts = [
        tag("section", tag("p", _question(one, at)), _found(card, one), items(_heard(card, one)[:1]))
        for at, one in enumerate(content["principles"])
    ]
    silent = joined(tag("h4", say("ask-a-case.where-silent")), _silent(content))
    return joined(tag("h3", card.title()), parts, silent, _caution(content))


def _question(principle: dict[str, Any], at: int) -> Markup:
    return say_html("ask-a-case.asked", at=at + 1, name=principle["name"], question=principle["question"])


def _found(card: Card, principle: dict[str, Any]) -> Markup:
    """What the fields of the record hold, or that none asks."""
    if not principle["look_at"]:
        return tag("p", say_html("ask-a-case.silent"))
    return card.facts(tuple(principle["look_at"]))


def _heard(card: Card, principle: dict[str, Any]) -> list[Markup]:
    return [*_texts(card, "challenges", principle["themes"]), *_texts(card, "lessons", principle["themes"])]


def _silent(content: dict[str, Any]) -> Markup:
    never = [f"{number}. {one['name']}" for number, one in enumerate(content["principles"], 1) if not one["look_at"]]
    return tag("p", say("ask-a-case.never", names=never))


def _caution(content: dict[str, Any]) -> Markup:
    ostrom = teaching("references")["works"]["ostrom1990"]
    author, caution = ostrom["authors"].split(",")[0], content["caution"].strip()
    source = say("ask-a-case.source", author=author, year=str(ostrom["year"]), caution=caution)
    return tag("p", source, css="pcc-quiet")


def _texts(card: Card, table: str, themes: list[str]) -> list[Markup]:
    """Lessons or challenges of these themes, each with its sources."""
    rows = card.data.one(table, card.case)
    return [
        joined(say(f"ask-a-case.{table}", text=row.text), card.says_who(row.sources, f"{table}:{at}"))
        for at, row in enumerate(rows[rows["theme"].isin(themes)].head(SHOWN).itertuples())
    ]
