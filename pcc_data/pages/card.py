"""A case as a card: all that is recorded of it, plain in a terminal and rich in a notebook, each fact with its "says
who?"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.codes import NOTHING, load_codebook
from pcc_data.dataset.citing import letter_html, source_html, source_text, sources_html, sources_of
from pcc_data.dataset.fact import Fact
from pcc_data.dataset.facts import Facts
from pcc_data.dataset.reason import Why, value_html
from pcc_data.dataset.why import explain, why
from pcc_data.errors import pick
from pcc_data.markup import details, items, own, page_style
from pcc_data.pages.sheets import download_link
from pcc_data.tables.spec import CODE_TABLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

__all__ = ["Card", "Why", "letter_html", "source_html", "source_text", "sources_of", "value_html", "why"]

_PARTS: dict[str, tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]] = {
    "stands": ("How it stands", ("stands", "ending", "extent"), ()),
    "came": ("How it came about", ("came",), (("triggers", "What set it in motion"),)),
    "who": (
        "Who works together",
        ("who",),
        (
            ("public_partners", "Public partners"),
            ("community_partners", "Community partners"),
            ("other_partners", "Other partners"),
        ),
    ),
    "roles": ("Who does what", ("roles",), ()),
    "rights": ("Who decides", ("rights",), (("boards", "Boards"), ("votes", "Recorded votes"))),
    "gives": (
        "What each side gives, and who answers for it",
        ("gives",),
        (("promises", "Promises"), ("staff", "Paid staff"), ("unpaid_work", "Unpaid work")),
    ),
    "outcomes": ("What came of it", ("outcomes",), (("set_off", "What it set off"), ("indicators", "Figures"))),
    "happened": ("What happened", (), (("events", "Timeline"),)),
    "learned": ("What it learned", (), (("lessons", "Lessons"), ("challenges", "Challenges"))),
}
"""The parts of a card by name, in their order: title, sections of the codebook (a field's `card`), and lists with their
titles."""
_FOLDED = ("indicators", "events", "votes", "promises")
_MOST_OPEN = 3


@dataclass(frozen=True)
class Card:
    """All that is recorded of a case, readable from top to bottom."""

    data: Dataset
    case: str

    @cached_property
    def told(self) -> Facts:
        """The facts of the case."""
        return Facts(self.data, self.case)

    def __repr__(self) -> str:
        row, told = self.told.row, self.told
        names = [f"{row['name']} [{self.case}]", *([row["local_name"]] if row["local_name"] else [])]
        lines = [*names, f"{self.place()}; {self.told.years()}; {', '.join(self.kinds())}", "", row["summary"]]
        for title, sections, lists in _PARTS.values():
            answers = self.answers(_fields(sections))
            lines += ["", title, *(f"  {answer.label}: {_in_full(answer)}" for answer in answers)]
            for kind, heading in lists:
                there = told.told(kind)
                lines += [f"  {heading}: {len(there)}" if len(there) > 1 else f"  {heading}:"] if there else []
                lines += [f"    {'  ' * deep}{fact.said}" for whole in there for deep, fact in _nested(whole)]
        gaps = told.told("gaps")
        lines += ["", "What could not be established", *(f"  {gap.said}{_from(gap)}" for gap in gaps)] if gaps else []
        lines += ["", *self._sources_in_text(), "", 'Says who? data.why(case, "field") gives reason and sources.']
        return "\n".join(lines)

    def _sources_in_text(self) -> list[str]:
        """How many sources there are, and in full those that no address leads to."""
        rows = self.told.sources()
        without = [row for row in rows if row.url is None]
        note = f"; {len(without)} without an address:" if without else ""
        return [f"{len(rows)} sources{note}", *(f"  {row.source}: {source_text(row)}" for row in without)]

    def _repr_html_(self) -> str:
        offer = download_link(self.sheet(), f"{self.case}.html", "Keep this card to print (A5)")
        return f'{page_style()}<div class="pcc mathjax_ignore">{self.html()}<p>{offer}</p></div>'

    def sheet(self) -> str:
        """The card to print on A5, front and back, as a complete HTML document (`pcc_data.pages.sheets` saves it or
        makes a PDF of it)."""
        from pcc_data.pages.case_card import case_card

        return case_card(self.data, self.case)

    def html(self) -> str:
        """The whole card as a piece of HTML."""
        return "".join((self.head(), *map(self.part, _PARTS), self.open_questions(), self.all_sources()))

    def part(self, name: str) -> str:
        """One part of the card: stands, came, who, roles, rights, gives, outcomes, happened or learned."""
        title, sections, lists = _PARTS[pick(name, _PARTS, "part of a card")]
        found = [self.list_of(kind, heading) for kind, heading in lists if self.told.told(kind)]
        facts = self.facts(_fields(sections)) if sections else ""
        return f"<section><h3>{title}</h3>{facts}{''.join(found)}</section>"

    def head(self) -> str:
        """Name, place, period and summary."""
        book, row = load_codebook(), self.told.row
        local = f'<p class="pcc-quiet" dir="auto">{escape(row["local_name"])}</p>' if row["local_name"] else ""
        colour = book.codes("sector")[row["sector"]].colour
        sector, *others = self.kinds()
        chips = "".join(
            f'<span class="pcc-chip">{own(text)}</span>' for text in (sector, self.place(), self.told.years(), *others)
        )
        return (
            f'<section class="pcc-card" style="--pcc-accent:{colour}"><h3>{own(row["name"])}</h3>{local}'
            f'<p>{chips}</p><p dir="auto">{escape(row["summary"])}</p></section>'
        )

    def place(self) -> str:
        """Town or area, region and country."""
        row = self.told.row
        return ", ".join(row[part] for part in ("city", "region", "country") if row[part])

    def kinds(self) -> list[str]:
        """Sector and collection in words, and whether it is a record of the user's own."""
        kinds = [load_codebook().label(field, self.told.row[field]) for field in ("sector", "collection")]
        return [*kinds, "a record of your own"] if self.told.row["own"] else kinds

    def title(self) -> str:
        """Name of the case, as HTML."""
        return own(self.data.cases.at[self.case, "name"])

    def answers(self, fields: tuple[str, ...]) -> list[Why]:
        """Values of fields; those that do not apply, and lists without any code, are left out."""
        answers = [explain(self.told, field) for field in fields]
        silent = [NOTHING["does_not_apply"], NOTHING["none"]]
        return [
            answer for answer in answers if answer.value not in (silent if answer.field in CODE_TABLES else silent[:1])
        ]

    def facts(self, fields: tuple[str, ...]) -> str:
        """Values of fields, each with its "says who?"; values that do not apply are left out."""
        pairs = "".join(f"<dt>{escape(answer.label)}</dt><dd>{answer.html()}</dd>" for answer in self.answers(fields))
        return f'<dl class="pcc-facts">{pairs}</dl>'

    def list_of(self, kind: str, title: str) -> str:
        """The facts of a list of the record under a heading, each with its sources; a long list is folded."""
        there = self.told.told(kind)
        body = items([self.fact(fact) for fact in there])
        if kind in _FOLDED and len(there) > _MOST_OPEN:
            return details(f"{title}: {len(there)}", body, key=f"list:{kind}")
        return f"<h4>{escape(title)}</h4>{body}"

    def fact(self, fact: Fact) -> str:
        """A fact in words, what is inside it, and who says so."""
        inner = items([fact_html(part) for part in fact.inner]) if fact.inner else ""
        return f"{fact_html(fact)}{inner}{self.says_who(fact.sources, fact.path) if fact.sources else ''}"

    def open_questions(self) -> str:
        """What could not be established, with the sources that were read on it."""
        gaps = [self.fact(gap) for gap in self.told.told("gaps")]
        return f"<section>{details('What we could not find out', items(gaps), key='gaps')}</section>" if gaps else ""

    def all_sources(self) -> str:
        """All sources of the record."""
        rows = self.told.sources()
        body = items([source_html(row) for row in rows], "ol")
        return f"<section>{details(f'All {len(rows)} sources', body, key='sources')}</section>"

    def says_who_rows(self, table: str, *columns: str) -> str:
        """The rows of a table of this case, each with its sources, folded. With columns their values are shown, else
        each fact in words."""
        if columns:
            rows = [
                (": ".join(_shown(row[column]) for column in columns), row["sources"]) for row in self.told.rows(table)
            ]
        else:
            rows = [(fact.said, fact.sources) for fact in self.told.told(table)]
        entries = [f"{own(said)}{self.sources_list(ids)}" for said, ids in rows]
        return details("Says who?", items(entries), key=f"why:{table}", label=f"Says who? Sources of the {table}")

    def says_who(self, ids: Any, key: str) -> str:
        """Sources behind a row of a table, folded."""
        return details("Says who?", self.sources_list(ids), key=key)

    def sources_list(self, ids: Any) -> str:
        """Sources named by ids joined with semicolons, as a list."""
        return sources_html(self.told.sources("" if pd.isna(ids) else str(ids)))


def _fields(sections: tuple[str, ...]) -> tuple[str, ...]:
    """Fields that the codebook puts into these sections of a card."""
    return tuple(field for section in sections for field in load_codebook().fields_with(card=section))


def fact_html(fact: Fact) -> str:
    """A fact in words, as HTML: what became of it in bold, the rest in grey."""
    strong = f" – <b>{own(fact.strong)}</b>" if fact.strong else ""
    remarks = f' <span class="pcc-quiet">({own(", ".join(fact.remarks))})</span>' if fact.remarks else ""
    return f"{own(fact.text)}{strong}{remarks}"


def _in_full(answer: Why) -> str:
    """The value of a field, with since when it holds where that is told."""
    return f"{answer.value} ({answer.spelled()})" if answer.spells else answer.value


def _nested(fact: Fact, deep: int = 0) -> list[tuple[int, Fact]]:
    return [(deep, fact), *(pair for part in fact.inner for pair in _nested(part, deep + 1))]


def _from(gap: Fact) -> str:
    return f" [{gap.sources.replace(';', ', ')}]" if gap.sources else ""


def _shown(value: Any) -> str:
    return "not found" if value is None else str(value)
