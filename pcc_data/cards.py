"""A case as a card, and the answer to "says who?" for each of its values."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.codes import NOTHING, load_codebook
from pcc_data.errors import not_allowed
from pcc_data.html import details, items, link, own, page_style
from pcc_data.sheets import download_link
from pcc_data.tables.spec import CODED, DOMAINS, ROLES

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

NO_BASIS = "This record gives no reason of its own for this value."


@dataclass(frozen=True)
class Why:
    """The value of a field of a case, why it was coded so, the year it holds for, and the sources."""

    case: str
    field: str
    label: str
    value: str
    basis: str
    year: int
    sources: pd.DataFrame

    def __str__(self) -> str:
        lines = [f"{self.label}: {self.value} (as of {self.year})", self.basis]
        return "\n".join([*lines, *(f"- {source_text(row)}" for row in self.sources.itertuples())])

    __repr__ = __str__

    def body(self) -> str:
        """Reason and sources as a piece of HTML."""
        shown = items([source_html(row) for row in self.sources.itertuples()])
        return f'<p dir="auto">{escape(self.basis)}</p>{shown}'

    def html(self) -> str:
        """The value, and what opens behind "says who?"."""
        label = f"Says who? {self.label}"
        return f"{value_html(self)}{details('Says who?', self.body(), key=f'why:{self.field}', label=label)}"

    def _repr_html_(self) -> str:
        return f'{page_style()}<div class="pcc mathjax_ignore"><p><b>{escape(self.label)}</b>: {value_html(self)}</p>{self.body()}</div>'


def why(data: Dataset, case: str, field: str) -> Why:
    """See `Dataset.why`. Raises ValueError for a field that can have no basis."""
    allowed = [*CODED, *(f"outcomes.{domain}" for domain in DOMAINS)]
    if field not in allowed:
        raise ValueError(not_allowed(field, allowed, "field with a basis"))
    book = load_codebook()
    if field.startswith("outcomes."):
        table = data.one("outcomes", case)
        row = table[table["domain"] == field.removeprefix("outcomes.")].iloc[0]
        value = "not_found" if pd.isna(row["rating"]) else str(row["rating"])
    else:
        table = data.one("codings", case)
        found = table[table["field"] == field]
        row = found.iloc[0] if len(found) else {"basis": None, "sources": None}
        value = data.state_of(case, field)
    ids = "" if pd.isna(row["sources"]) else row["sources"]
    basis = NO_BASIS if pd.isna(row["basis"]) else row["basis"]
    return Why(
        case,
        field,
        book.label(field),
        book.label(field, value),
        basis,
        int(data.cases.at[case, "status_as_of"]),
        sources_of(data, case, ids),
    )


def sources_of(data: Dataset, case: str, ids: str) -> pd.DataFrame:
    """Rows of `data.sources` for ids joined by semicolons, in their order."""
    table = data.one("sources", case).set_index("source", drop=False)
    return table.loc[[source for source in ids.split(";") if source]]


def source_text(row: Any) -> str:
    """A source in one line of plain text."""
    year = "no year" if pd.isna(row.year) else row.year
    return f"{row.title}. {row.publisher}, {year}. {row.url} [{row.language}, {str(row.kind).replace('_', ' ')}]"


def source_html(row: Any) -> str:
    """A source in one line of HTML with its link."""
    year = "no year" if pd.isna(row.year) else row.year
    kind = str(row.kind).replace("_", " ")
    return f'{link(row.url, row.title)}. {own(row.publisher)}, {year} <span class="pcc-quiet">({row.language}, {kind})</span>'


def value_html(answer: Why) -> str:
    """The value of a field, with its colour and letter where the codebook gives them."""
    book = load_codebook()
    code = next((code for code in book.codes(answer.field).values() if book_label(code) == answer.value), None)
    if answer.value in (NOTHING["not_found"], NOTHING["does_not_apply"]):
        return f'<span class="pcc-nothing">{answer.value}</span>'
    return f"{letter_html(code)}{escape(answer.value)}" if code else escape(answer.value)


def book_label(code: Any) -> str:
    """Label of a code in the language of the session."""
    from pcc_data.codes import said

    return said(code.label)


def letter_html(code: Any) -> str:
    """The coloured letter of an actor; empty for codes without one."""
    if not code.letter:
        return ""
    from pcc_data.charts.style import ink_on

    return f'<span class="pcc-letter" style="background:{code.colour};color:{ink_on(code.colour)}">{code.letter}</span>'


@dataclass(frozen=True)
class Card:
    """All that is recorded of a case, readable from top to bottom."""

    data: Dataset
    case: str

    def __repr__(self) -> str:
        row = self.data.cases.loc[self.case]
        lines = [f"{row['name']} [{self.case}]", f"{row['city']}, {row['country']}", "", row["summary"], ""]
        for field in (*CODED, *(f"outcomes.{domain}" for domain in DOMAINS)):
            answer = why(self.data, self.case, field)
            lines.append(f"  {answer.label}: {answer.value}")
        return "\n".join(lines) + '\n\nSays who? data.why(case, "field") gives reason and sources.'

    def _repr_html_(self) -> str:
        offer = download_link(self.sheet(), f"{self.case}.html", "Keep this card to print (A5)")
        return f'{page_style()}<div class="pcc mathjax_ignore">{self.html()}<p>{offer}</p></div>'

    def sheet(self) -> str:
        """The card to print on A5, front and back, as a complete HTML document (`pcc_data.sheets` saves it or makes a PDF of it)."""
        from pcc_data.case_sheets import case_card

        return case_card(self.data, self.case)

    def html(self) -> str:
        """The whole card as a piece of HTML."""
        return "".join(
            (
                self.head(),
                self.facts(("status", "in_practice", "ownership_model", "end_reason")),
                self.who(),
                self.roles(),
                self.rights(),
                self.outcomes(),
                self.learned(),
                self.open_questions(),
                self.all_sources(),
            )
        )

    def head(self) -> str:
        """Name, place, period and summary."""
        book, row = load_codebook(), self.data.cases.loc[self.case]
        local = "" if pd.isna(row["local_name"]) else f'<p class="pcc-quiet" dir="auto">{escape(row["local_name"])}</p>'
        sector = book.codes("sector")[row["sector"]]
        start = "start not found" if pd.isna(row["start_year"]) else f"since {row['start_year']}"
        years = f"{row['start_year']}–{row['end_year']}" if pd.notna(row["end_year"]) else start
        place = ", ".join(own(row[part]) for part in ("city", "region", "country") if pd.notna(row[part]))
        return (
            f'<section class="pcc-card" style="--pcc-accent:{sector.colour}"><h3>{own(row["name"])}</h3>{local}'
            f'<p><span class="pcc-chip">{escape(book.label("sector", row["sector"]))}</span>'
            f'<span class="pcc-chip">{place}</span><span class="pcc-chip">{years}</span>'
            f'<span class="pcc-chip">{escape(book.label("collection", row["collection"]))}</span></p>'
            f'<p dir="auto">{escape(row["summary"])}</p></section>'
        )

    def title(self) -> str:
        """Name of the case, as HTML."""
        return own(self.data.cases.at[self.case, "name"])

    def says_who_rows(self, table: str, *columns: str) -> str:
        """The rows of a table of this case, each with its sources, folded."""
        rows = self.data.one(table, self.case)
        entries = [f"{': '.join(own(row[column]) for column in columns)}{self.sources_list(row['sources'])}" for _, row in rows.iterrows()]
        return details("Says who?", items(entries), key=f"why:{table}", label=f"Says who? Sources of the {table}")

    def facts(self, fields: tuple[str, ...]) -> str:
        """Coded values, each with its "says who?"; values that do not apply are left out."""
        answers = [why(self.data, self.case, field) for field in fields]
        shown = [answer for answer in answers if answer.value != NOTHING["does_not_apply"]]
        pairs = "".join(f"<dt>{escape(answer.label)}</dt><dd>{answer.html()}</dd>" for answer in shown)
        return f'<dl class="pcc-facts">{pairs}</dl>'

    def who(self) -> str:
        """Partners of both sides."""
        book, table = load_codebook(), self.data.one("partners", self.case)
        parts = []
        for side, field, title in (("public", "level", "Public partners"), ("community", "legal_form", "Community partners")):
            rows = table[table["side"] == side]
            names = [
                f"{own(name)} <span class='pcc-quiet'>({escape(book.label(f'{side}_partners.{field}', kind))})</span>"
                for name, kind in zip(rows["name"], rows[field], strict=True)
            ]
            parts.append(f"<h4>{title}</h4>{items(names)}")
        return f"<section><h3>Who works together</h3>{''.join(parts)}</section>"

    def roles(self) -> str:
        """Who holds each of the six roles."""
        return f"<section><h3>Who does what</h3>{self.facts(tuple(f'roles.{role}' for role in ROLES))}</section>"

    def rights(self) -> str:
        """How decisions are shared, boards and recorded votes."""
        parts = [self.facts(("participation_level", "decision_right", "surplus_use"))]
        for table, number, title in (("boards", "board", "Boards with known seats"), ("votes", "vote", "Recorded votes")):
            groups = [part for _, part in self.data.one(table, self.case).groupby(number)]
            if groups:
                parts.append(f"<h4>{title}</h4>{items([self._body(table, part) for part in groups])}")
        return f"<section><h3>Who decides</h3>{''.join(parts)}</section>"

    def outcomes(self) -> str:
        """The seven outcome domains with their ratings."""
        return f"<section><h3>What came of it</h3>{self.facts(tuple(f'outcomes.{domain}' for domain in DOMAINS))}</section>"

    def learned(self) -> str:
        """Lessons and challenges with their sources."""
        book = load_codebook()
        parts = []
        for table, title in (("lessons", "Lessons"), ("challenges", "Challenges")):
            rows = self.data.one(table, self.case)
            entries = [
                f"{own(row.text)} <span class='pcc-quiet'>({escape(book.label(f'{table}.theme', row.theme))})</span>"
                f"{self.says_who(row.sources, f'{table}:{number}')}"
                for number, row in enumerate(rows.itertuples())
            ]
            parts.append(f"<h3>{title}</h3>{items(entries)}")
        return f"<section>{''.join(parts)}</section>"

    def open_questions(self) -> str:
        """What could not be established."""
        gaps = [own(text) for text in self.data.one("gaps", self.case)["text"]]
        return f"<section>{details('What we could not find out', items(gaps), key='gaps')}</section>" if gaps else ""

    def all_sources(self) -> str:
        """All sources of the record."""
        table = self.data.one("sources", self.case)
        body = items([source_html(row) for row in table.itertuples()], "ol")
        return f"<section>{details(f'All {len(table)} sources', body, key='sources')}</section>"

    def says_who(self, ids: Any, key: str) -> str:
        """Sources behind a row of a table, folded."""
        return details("Says who?", self.sources_list(ids), key=key)

    def sources_list(self, ids: Any) -> str:
        """Sources named by ids joined with semicolons, as a list."""
        rows = sources_of(self.data, self.case, "" if pd.isna(ids) else ids)
        return items([source_html(row) for row in rows.itertuples()])

    def _body(self, table: str, part: pd.DataFrame) -> str:
        book, first = load_codebook(), part.iloc[0]
        seats = [f"{own(row.bloc)}: {'seats not found' if pd.isna(row.seats) else row.seats}" for row in part.itertuples()]
        if table == "boards":
            head, when = f"{own(first['name'])}: {own(first['power'])}", first["as_of"]
        else:
            result = book.label("votes.result", first["result"]).lower()
            head, when = f"{own(first['body'])}: {own(first['motion'])} – <b>{escape(result)}</b>", first["year"]
            seats = [
                f"{text}, {book.label('votes.blocs.vote', row.bloc_vote).lower()}"
                for text, row in zip(seats, part.itertuples(), strict=True)
            ]
        if pd.isna(first["bloc"]):
            seats = ['<span class="pcc-nothing">who voted how was not found</span>']
        year = "" if pd.isna(when) else f" ({when})"
        key = f"{table}:{first.iloc[1]}"
        return f"{head}{year}{items(seats)}{self.says_who(first['sources'], key)}"
