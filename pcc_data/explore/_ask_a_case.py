"""Questions to put to a case, and what its record answers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from pcc_data.explore._kit.controls import case_options, dropdown, some_cases, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import items
from pcc_data.pages.card import Card
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def ask_a_case(data: Dataset, case: str | None = None) -> Explorer:
    """Put Ostrom's eight design principles (1990), as questions, to a case: what its record holds, and where it is
    silent.

    Raises ValueError for an unknown case.
    """
    content = teaching("design_principles")
    if case is not None:
        data.one("cases", case)
    which = dropdown("Case", case_options(some_cases(data), "collection", "city"), case, width="46rem")
    question = toggles(
        "Ask about", [(f"{at}. {one['name']}", at - 1) for at, one in enumerate(content["principles"], 1)], 0
    )
    return Explorer(
        "Choose a case and a question. Answer it from what stands below: yes, no, or the record does not tell.",
        {"case": which, "question": question},
        lambda case, question: _asked(data, case, content, question),
    )


def _asked(data: Dataset, case: str, content: dict[str, Any], number: int) -> str:
    principle, card = content["principles"][number], Card(data, case)
    texts = [entry for table in ("challenges", "lessons") for entry in _texts(data, case, table, principle["themes"])]
    found = (
        f"<h4>What the record holds</h4>{card.facts(tuple(principle['look_at']))}"
        if principle["look_at"]
        else "<p><b>No field of a record asks this.</b> Silence here is not a no.</p>"
    )
    heard = (
        f"<h4>What else may tell</h4>{items(texts)}"
        if texts
        else "<p>No lesson or challenge of this case is filed under a theme near to the question.</p>"
    )
    return (
        f"<h3>{card.title()}</h3><p><b>{number + 1}. {escape(principle['name'])}.</b> "
        f"{escape(principle['question'])}</p>{found}{heard}<p class='pcc-quiet'>Question in own words after "
        f"{_short('ostrom1990')}. {escape(content['caution'].strip())}</p>"
    )


def _texts(data: Dataset, case: str, table: str, themes: list[str]) -> list[str]:
    rows = data.one(table, case)
    rows = rows[rows["theme"].isin(themes)].head(SHOWN)
    kind, card = {"challenges": "Challenge", "lessons": "Lesson"}[table], Card(data, case)
    return [
        f"{kind}: {escape(row.text)}{card.says_who(row.sources, f'{table}:{at}')}"
        for at, row in enumerate(rows.itertuples())
    ]


def _short(key: str) -> str:
    work = teaching("references")["works"][key]
    return f"{escape(work['authors'].split(',')[0])} ({work['year']})"


SHOWN = 3  # lessons and challenges beside a question: more would bury it
