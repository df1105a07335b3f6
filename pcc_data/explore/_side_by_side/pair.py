"""Two cases in two columns, aligned row by row: what a page with a pair of cases is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.analysis.similar import LIST_TABLES
from pcc_data.charts._kit.style import unreliable
from pcc_data.codes import NOTHING, load_codebook
from pcc_data.dataset.citing import sources_html
from pcc_data.dataset.fact_kinds import month_name, value_in_words
from pcc_data.dataset.reason import Why
from pcc_data.dataset.why import explain
from pcc_data.markup import details, items
from pcc_data.pages.card import Card, value_html
from pcc_data.tables.spec import DOMAINS, ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

IS = ("sector", "scale", "community_base", "ownership_model", "status", "in_practice")
_SAME = "alike"
_OTHER = "different"
_ONE = "known of one"


@dataclass(frozen=True)
class Pair:
    """Two cases of a data set, and the tables in which they face each other."""

    data: Dataset
    left: str
    right: str

    @property
    def cases(self) -> tuple[str, str]:
        """The left and the right case."""
        return self.left, self.right

    @cached_property
    def cards(self) -> dict[str, Card]:
        """The cards of the two cases, whose tables are cut out once."""
        return {case: Card(self.data, case) for case in self.cases}

    def roles(self) -> str:
        """What they are, who holds which role, who may decide, what each side gives."""
        rows = [
            _head("What it is", *self.names()),
            *(self._coded(field) for field in IS),
            _head("Who does what"),
            *(self._coded(f"roles.{role}") for role in ROLES),
            _head("Who decides"),
            *(self._coded(field) for field in ("participation_level", "decision_right")),
            self._boards(),
            _head("What each side gives (bold: one of the two only)"),
            *(self._list(field) for field in LIST_TABLES),
        ]
        return self._table("What the two cases are, who does what and who decides", rows)

    def money(self) -> str:
        """Who paid at the start, who pays now, where a surplus goes, and all figures, those known of both first."""
        fields = ("roles.capital", "roles.running_costs", "surplus_use")
        rows = [_head("Who pays", *self.names()), *(self._coded(field) for field in fields), *self._figures()]
        return self._table("Money and figures of the two cases", rows)

    def timeline(self) -> str:
        """Events of both, a row a year."""
        events = {case: self.data.one("events", case) for case in self.cases}
        years = sorted({int(year) for table in events.values() for year in table["year"].dropna()})
        rows = [_head("Year", *self.names())]
        for year in years:
            cells = [self._events(case, table[table["year"] == year]) for case, table in events.items()]
            rows.append(self._row(str(year), cells))
        undated = {case: table[table["year"].isna()] for case, table in events.items()}
        if any(map(len, undated.values())):
            rows.append(self._row("No year", [self._events(case, table) for case, table in undated.items()]))
        return self._table("What happened in the two cases, year by year", rows, "pcc-years")

    def outcomes(self) -> str:
        """Ratings of the seven outcomes with the reasons for them."""
        rows = [_head("What came of it", *self.names())]
        for domain in DOMAINS:
            field = f"outcomes.{domain}"
            answers = [self._why(case, field) for case in self.cases]
            cells = []
            for case, answer in zip(self.cases, answers, strict=True):
                found = answer.value != NOTHING["not_found"]
                reason = f'<p class="pcc-quiet">{escape(answer.basis)}</p>' if found else ""
                who = self._who(case, field, sources_html(answer.facts.sources(answer.ids))) if found else ""
                cells.append(f"<b>{value_html(answer)}</b>{reason}{who}")
            known = [answer.value if answer.value != NOTHING["not_found"] else None for answer in answers]
            rows.append(self._row(answers[0].label, cells, _alike(*known)))
        caution = unreliable(*(f"outcomes.{domain}" for domain in DOMAINS)).strip()
        note = f"Ratings run from 0 to 3; the same rating can rest on different evidence. {caution}"
        return f'{self._table("Outcomes of the two cases", rows)}<p class="pcc-quiet">{escape(note)}</p>'

    def names(self) -> tuple[str, str]:
        """Names of the two cases with their places."""
        return tuple(f"{row['name']} ({row['city']})" for row in (self.data.cases.loc[case] for case in self.cases))

    def _table(self, caption: str, rows: Sequence[str], css: str = "") -> str:
        said = f'<caption class="pcc-said">{escape(caption)}</caption>'
        return (
            '<div class="pcc-pair'
            f' {css}"><table>{said}<colgroup><col><col><col></colgroup>{"".join(rows)}</table></div>'
        )

    def _row(self, label: str, cells: Sequence[str], mark: str = "") -> str:
        """A row with both cases; `mark` tells whether they are alike in it. On a narrow page the names stand beside the
        cells."""
        css = {_SAME: "pcc-same", _OTHER: "pcc-differs"}.get(mark, "")
        said = f'<span class="pcc-alike">{mark}</span>' if mark else ""
        body = "".join(
            f'<td data-case="{escape(name, quote=True)}">{cell}</td>'
            for name, cell in zip(self.names(), cells, strict=True)
        )
        return f'<tr class="{css}"><th scope="row">{escape(label)}{said}</th>{body}</tr>'

    def _coded(self, field: str) -> str:
        states = [self.data.state_of(case, field) for case in self.cases]
        answers = [self._answer(case, field, state) for case, state in zip(self.cases, states, strict=True)]
        codes = load_codebook().codes(field)
        lost = [
            (state in NOTHING and state not in codes) or (state in codes and codes[state].nothing == "not_found")
            for state in states
        ]
        known = [None if gone else state for state, gone in zip(states, lost, strict=True)]
        return self._row(load_codebook().label(field), answers, _alike(*known))

    def _answer(self, case: str, field: str, state: str) -> str:
        answer = self._why(case, field)
        if state == "does_not_apply":
            return value_html(answer)
        shown = f"{value_html(answer)}{answer.since()}"
        return f"{shown}{self._who(case, field, answer.body())}" if answer.ids else f"{shown}{self._all(case, field)}"

    def _why(self, case: str, field: str) -> Why:
        return explain(self.cards[case].told, field)

    def _list(self, field: str) -> str:
        """Codes of a list; those that the other case lacks are marked."""
        book, tables = load_codebook(), self.data.tables[LIST_TABLES[field]]
        found = [list(tables.loc[tables["case"] == case, "code"].astype(str)) for case in self.cases]
        cells = []
        for case, mine, other in zip(self.cases, found, reversed(found), strict=True):
            words = [
                escape(book.label(field, code)) if code in other else f"<b>{escape(book.label(field, code))}</b>"
                for code in mine
            ]
            cells.append(
                (", ".join(words) or '<span class="pcc-nothing">none recorded</span>') + self._all(case, field)
            )
        return self._row(book.label(field), cells, _alike(frozenset(found[0]), frozenset(found[1])))

    def _boards(self) -> str:
        """Boards with known seats, in short."""
        cells = []
        for case in self.cases:
            parts = []
            for number, board in self.data.one("boards", case).groupby("board"):
                first = board.iloc[0]
                seats = ", ".join(
                    f"{escape(str(row.bloc))} {'?' if pd.isna(row.seats) else row.seats}"
                    for row in board.itertuples()
                    if pd.notna(row.bloc)
                )
                parts.append(
                    f"{escape(first['name'])}:"
                    f" {seats}{self._who(case, f'board:{number}', self.cards[case].sources_list(first['sources']))}"
                )
            cells.append(items(parts) if parts else '<span class="pcc-nothing">no board with known seats</span>')
        return self._row("Seats", cells)

    def _figures(self) -> list[str]:
        """A row a code of figures; those that both cases have first, figures without a code of their own last."""
        book = load_codebook()
        found = {case: self.data.one("indicators", case) for case in self.cases}
        have = {case: set(table["code"].astype(str)) for case, table in found.items()}
        codes = [code for code in book.codes("indicators.code") if code != "other"]
        both = [code for code in codes if all(code in mine for mine in have.values())]
        one = [code for code in codes if sum(code in mine for mine in have.values()) == 1]
        rows = []
        for title, part in (
            ("Figures known of both", both),
            ("Figures known of one", one),
            ("Figures that stand alone", ["other"]),
        ):
            lines = [
                self._row(
                    book.label("indicators.code", code),
                    [self._facts(case, table[table["code"] == code]) for case, table in found.items()],
                    "",
                )
                for code in part
                if any(code in mine for mine in have.values())
            ]
            rows += [_head(title), *lines] if lines else []
        return rows

    def _facts(self, case: str, table: pd.DataFrame) -> str:
        if not len(table):
            return '<span class="pcc-nothing">not recorded</span>'
        lines = []
        for at, fact in zip(table.index, table.itertuples(), strict=True):
            year = "no year" if pd.isna(fact.year) else str(fact.year)
            value = escape(value_in_words(fact.value, fact.low, fact.high, fact.about, fact.unit))
            kind = "" if fact.kind == "actual" else f", {load_codebook().label('indicators.kind', fact.kind).lower()}"
            who = self._who(case, f"figure:{at}", self.cards[case].sources_list(fact.sources))
            lines.append(f"<b>{value}</b> ({year}{kind}): {escape(fact.label)}{who}")
        return items(lines) if len(lines) > 1 else lines[0]

    def _events(self, case: str, table: pd.DataFrame) -> str:
        lines = []
        for at, event in zip(table.index, table.itertuples(), strict=True):
            kind = f"{_beside_year(event)}{load_codebook().label('events.type', event.type)}"
            who = self._who(case, f"event:{at}", self.cards[case].sources_list(event.sources))
            lines.append(f'<span class="pcc-quiet">{escape(kind)}</span> {escape(event.label)}{who}')
        return items(lines) if len(lines) > 1 else "".join(lines)

    def _who(self, case: str, what: str, body: str) -> str:
        return details(
            "Says who?",
            body,
            key=f"{case}:{what}",
            label=f"Says who? {what.split('.')[-1]}, {self.data.cases.at[case, 'name']}",
        )

    def _all(self, case: str, field: str) -> str:
        """For a value without a reason of its own: what the record says of that, and all its sources."""
        body = f"{self._why(case, field).body()}<p>All sources of the record:</p>"
        return self._who(case, field, body + sources_html(self.cards[case].told.sources()))


def _beside_year(event: Any) -> str:
    """Month or words on the time of an event, with a comma; its year stands at the head of the row."""
    month = "" if pd.isna(event.month) else month_name(event.month)
    return "".join(f"{part}, " for part in (month, "" if pd.isna(event.when) else event.when) if part)


def _alike(one: Any, two: Any) -> str:
    """Whether two values are alike; None is a value that was not found."""
    if one is None and two is None:
        return ""
    return _ONE if one is None or two is None else _SAME if one == two else _OTHER


def _head(title: str, *names: str) -> str:
    """A row that begins a part; with the names of the cases it begins the table."""
    if not names:
        return f'<tr class="pcc-part"><th scope="colgroup" colspan="3">{escape(title)}</th></tr>'
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    return f'<tr class="pcc-part pcc-names"><th scope="col">{escape(title)}</th>{heads}</tr>'
