"""Two cases in two columns, aligned row by row: what a page with a pair of cases is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
from markupsafe import Markup

from pcc_data.analysis.similar import LIST_TABLES
from pcc_data.codes import NOTHING, inside, load_codebook
from pcc_data.dataset.citing import sources_html
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.fact_kinds import month_name, value_in_words
from pcc_data.dataset.reason import Why, value_html
from pcc_data.dataset.unreliable import unreliable
from pcc_data.dataset.why import explain
from pcc_data.markup import Inside, details, items, joined, tag
from pcc_data.pages.card import Card
from pcc_data.say import say
from pcc_data.tables.spec import DOMAINS, ROLES

IS = ("sector", "scale", "community_base", "ownership_model", "status", "in_practice")
_CSS = {"alike": "pcc-same", "different": "pcc-differs"}


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

    def roles(self) -> Markup:
        """What they are, who holds which role, who may decide, what each side gives."""
        rows = [
            _head(say("pair.is"), *self.names()),
            *(self._coded(field) for field in IS),
            _head(say("pair.roles")),
            *(self._coded(f"roles.{role}") for role in ROLES),
            _head(say("pair.rights")),
            *(self._coded(field) for field in ("participation_level", "decision_right")),
            self._boards(),
            _head(say("pair.gives")),
            *(self._list(field) for field in LIST_TABLES),
        ]
        return _table(say("pair.caption-roles"), rows)

    def money(self) -> Markup:
        """Who paid at the start, who pays now, where a surplus goes, and all figures, those known of both first."""
        fields = ("roles.capital", "roles.running_costs", "surplus_use")
        head = _head(say("pair.pays"), *self.names())
        return _table(say("pair.caption-money"), [head, *map(self._coded, fields), *self._figures()])

    def timeline(self) -> Markup:
        """Events of both, a row a year."""
        events = {case: self.data.one("events", case) for case in self.cases}
        years = sorted({int(year) for table in events.values() for year in table["year"].dropna()})
        rows = [_head(say("pair.year"), *self.names())]
        for year in years:
            cells = [self._events(case, table[table["year"] == year]) for case, table in events.items()]
            rows.append(self._row(str(year), cells))
        undated = {case: table[table["year"].isna()] for case, table in events.items()}
        if any(map(len, undated.values())):
            rows.append(self._row(say("pair.undated"), [self._events(case, table) for case, table in undated.items()]))
        return _table(say("pair.caption-timeline"), rows, "pcc-years")

    def outcomes(self) -> Markup:
        """Ratings of the seven outcomes with the reasons for them."""
        fields, rows = [f"outcomes.{domain}" for domain in DOMAINS], [_head(say("pair.outcomes"), *self.names())]
        for field in fields:
            answers, cells = [self._why(case, field) for case in self.cases], []
            known = [None if answer.value == NOTHING["not_found"] else answer.value for answer in answers]
            for case, answer, found in zip(self.cases, answers, known, strict=True):
                sources = sources_html(answer.facts.sources(answer.ids))
                reason = (tag("p", answer.basis, css="pcc-quiet"), self._who(case, field, sources)) if found else ""
                cells.append((tag("b", value_html(answer)), reason))
            rows.append(self._row(answers[0].label, cells, _alike(*known)))
        note = f"{say('pair.ratings')} {unreliable(*fields).strip()}"
        return joined(_table(say("pair.caption-outcomes"), rows), tag("p", note, css="pcc-quiet"))

    def names(self) -> tuple[str, str]:
        """Names of the two cases with their places."""
        return tuple(f"{row['name']} ({row['city']})" for row in (self.data.cases.loc[case] for case in self.cases))

    def _row(self, label: str, cells: Sequence[Inside], mark: str = "", both: str = "") -> Markup:
        """A row with both cases; `mark` tells whether they are alike in it, `both` in what, where that is one word. On
        a narrow page the names stand beside the cells."""
        told = say("pair.both", value=both) if both else mark and say(f"pair.{mark}")
        said = tag("span", told, css="pcc-alike") if told else ""
        body = [tag("td", cell, data_case=name) for name, cell in zip(self.names(), cells, strict=True)]
        return tag("tr", tag("th", label, said, scope="row"), body, css=_CSS.get(mark, ""))

    def _coded(self, field: str) -> Markup:
        states = [self.data.state_of(case, field) for case in self.cases]
        answers = [self._answer(case, field, state) for case, state in zip(self.cases, states, strict=True)]
        book = load_codebook()
        codes = book.codes(field)
        known = [
            None if (codes[state].nothing == "not_found" if state in codes else state in NOTHING) else state
            for state in states
        ]
        mark = _alike(*known)
        both = inside(book.label(field, states[0])) if mark == "alike" and states[0] in codes else ""
        return self._row(book.label(field), answers, mark, both)

    def _answer(self, case: str, field: str, state: str) -> Markup:
        answer = self._why(case, field)
        if state == "does_not_apply":
            return value_html(answer)
        who = self._who(case, field, answer.body()) if answer.ids else self._all(case, field)
        return joined(value_html(answer), answer.since(), who)

    def _why(self, case: str, field: str) -> Why:
        return explain(self.cards[case].told, field)

    def _list(self, field: str) -> Markup:
        """Codes of a list; those that the other case lacks are marked."""
        book, tables, cells = load_codebook(), self.data.tables[LIST_TABLES[field]], []
        found = [list(tables.loc[tables["case"] == case, "code"].astype(str)) for case in self.cases]
        for case, mine, other in zip(self.cases, found, reversed(found), strict=True):
            labels = {code: book.label(field, code) for code in mine}
            words = [label if code in other else tag("b", label) for code, label in labels.items()]
            shown = Markup(", ").join(words) or _nothing(say("pair.none-recorded"))
            cells.append((shown, self._all(case, field)))
        return self._row(book.label(field), cells, _alike(*map(frozenset, found)))

    def _boards(self) -> Markup:
        """Boards with known seats, in short."""
        cells = []
        for case in self.cases:
            parts = []
            for number, board in self.data.one("boards", case).groupby("board"):
                first, named = board.iloc[0], board[board["bloc"].notna()].itertuples()
                seats = ", ".join(f"{row.bloc} {'?' if pd.isna(row.seats) else row.seats}" for row in named)
                who = self._who(case, f"board:{number}", self.cards[case].sources_list(first["sources"]))
                parts.append(joined(f"{first['name']}: {seats}", who))
            cells.append(items(parts) if parts else _nothing(say("pair.no-board")))
        return self._row(say("pair.seats"), cells)

    def _figures(self) -> list[Markup]:
        """A row a code of figures; those that both cases have first, figures without a code of their own last."""
        book, rows = load_codebook(), []
        found = {case: self.data.one("indicators", case) for case in self.cases}
        have = [set(table["code"].astype(str)) for table in found.values()]
        parts: dict[str, list[str]] = {"both": [], "one": [], "alone": []}
        for code in book.codes("indicators.code"):
            count = sum(code in mine for mine in have)
            if count:
                parts["alone" if code == "other" else "both" if count == 2 else "one"].append(code)
        for name, codes in parts.items():
            rows += [_head(say(f"pair.figures-{name}"))] if codes else []
            for code in codes:
                cells = [self._facts(case, table[table["code"] == code]) for case, table in found.items()]
                rows.append(self._row(book.label("indicators.code", code), cells))
        return rows

    def _facts(self, case: str, table: pd.DataFrame) -> Markup:
        lines = []
        for fact in table.itertuples():
            year = say("pair.no-year") if pd.isna(fact.year) else str(fact.year)
            kind = [] if fact.kind == "actual" else [load_codebook().phrase("indicators.kind", fact.kind)]
            value = value_in_words(fact.value, fact.low, fact.high, fact.about, fact.unit)
            who = self._who(case, f"figure:{fact.Index}", self.cards[case].sources_list(fact.sources))
            lines.append(joined(tag("b", value), f" ({', '.join([year, *kind])}): {fact.label}", who))
        return _lines(lines) if lines else _nothing(say("pair.not-recorded"))

    def _events(self, case: str, table: pd.DataFrame) -> Markup:
        lines = []
        for event in table.itertuples():
            kind = f"{_beside_year(event)}{load_codebook().label('events.type', event.type)}"
            who = self._who(case, f"event:{event.Index}", self.cards[case].sources_list(event.sources))
            lines.append(joined(tag("span", kind, css="pcc-quiet"), f" {event.label}", who))
        return _lines(lines)

    def _who(self, case: str, what: str, body: Markup) -> Markup:
        about = f"{what.split('.')[-1]}, {self.data.cases.at[case, 'name']}"
        return details(say("says-who"), body, key=f"{case}:{what}", label=say("says-who.of", what=about))

    def _all(self, case: str, field: str) -> Markup:
        """For a value without a reason of its own: what the record says of that; for one that was found, that it rests
        on the whole record, with all sources."""
        told = self._why(case, field)
        if told.value == NOTHING["not_found"]:
            return self._who(case, field, told.body())
        rows = self.cards[case].told.sources()
        whole = tag("p", say("pair.whole-record", n=len(rows)))
        return self._who(case, field, joined(told.body(), whole, sources_html(rows)))


def _table(caption: str, rows: Sequence[Markup], css: str = "") -> Markup:
    said, columns = tag("caption", caption, css="pcc-said"), tag("colgroup", [tag("col")] * 3)
    return tag("div", tag("table", said, columns, rows), css=f"pcc-pair {css}".strip())


def _lines(lines: list[Markup]) -> Markup:
    return items(lines) if len(lines) > 1 else joined(lines)


def _nothing(words: str) -> Markup:
    return tag("span", words, css="pcc-nothing")


def _beside_year(event: Any) -> str:
    """Month or words on the time of an event, with a comma; its year stands at the head of the row."""
    month = "" if pd.isna(event.month) else month_name(event.month)
    return "".join(f"{part}, " for part in (month, "" if pd.isna(event.when) else event.when) if part)


def _alike(one: Any, two: Any) -> str:
    """Whether two values are alike; None is a value that was not found."""
    if one is None and two is None:
        return ""
    return "known-of-one" if one is None or two is None else "alike" if one == two else "different"


def _head(title: str, *names: str) -> Markup:
    """A row that begins a part; with the names of the cases it begins the table."""
    if not names:
        return tag("tr", tag("th", title, scope="colgroup", colspan=3), css="pcc-part")
    return tag("tr", [tag("th", name, scope="col") for name in (title, *names)], css="pcc-part pcc-names")
