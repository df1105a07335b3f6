"""The answer to "says who?": a value, the reason for it, since when it holds, and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape

import pandas as pd

from pcc_data.codes import NOTHING, load_codebook
from pcc_data.dataset.citing import letter_html, source_html, source_text, sources_html
from pcc_data.dataset.fact import Fact
from pcc_data.dataset.facts import Facts
from pcc_data.markup import details, items, own, page_style


@dataclass(frozen=True)
class Why:
    """A value of a case, why it was recorded so, and the sources.

    `year` is the year for which the value holds, None where none is told (`when` says it in words); `spells` are the
    years in which the field had each code, `gaps` what could not be established about it; `sources` is a frame in the
    shape of `data.sources`.
    """

    case: str
    field: str
    label: str
    value: str
    basis: str
    year: int | None
    facts: Facts
    ids: str = ""
    when: str = ""
    code: str = ""
    spells: tuple[Fact, ...] = ()
    gaps: tuple[Fact, ...] = ()
    parts: tuple[Fact, ...] = ()

    @cached_property
    def sources(self) -> pd.DataFrame:
        """Rows of `data.sources` in the order of their weight."""
        table = self.facts.frame("sources").set_index("source", drop=False)
        return table.loc[[name for name in self.ids.split(";") if name]]

    def __str__(self) -> str:
        lines = [f"{self.label}: {self.value}{f' ({self.when})' if self.when else ''}"]
        lines += [f"  {part.said}" for part in self.parts]
        lines += [self.basis, *(f"- {source_text(row)}" for row in self.facts.sources(self.ids))]
        for title, facts in (("Since when:", self.spells), ("What could not be established:", self.gaps)):
            lines += [title] if facts else []
            for fact in facts:
                lines.append(f"  {_told(fact)}")
                lines += [f"  - {source_text(row)}" for row in self.facts.sources(fact.sources)]
        return "\n".join(lines)

    __repr__ = __str__

    def body(self) -> str:
        """Reason, sources, earlier codes and gaps as a piece of HTML."""
        shown = [f'<p dir="auto">{escape(self.basis)}</p>']
        shown += [items([source_html(row) for row in self.facts.sources(self.ids)])] if self.ids else []
        for title, facts in (("Since when", self.spells), ("What could not be established", self.gaps)):
            if facts:
                entries = [f"{own(_told(fact))}{self._listed(fact.sources)}" for fact in facts]
                shown.append(f"<p><b>{title}</b></p>{items(entries)}")
        return "".join(shown)

    def html(self) -> str:
        """The value, and what opens behind "says who?"."""
        label = f"Says who? {self.label}"
        return (
            f"{value_html(self)}{self.since()}{details('Says who?', self.body(), key=f'why:{self.field}', label=label)}"
        )

    def since(self) -> str:
        """Since when a code holds, in short, as HTML; empty where the record tells of no change."""
        return f' <span class="pcc-quiet">({escape(self.spelled())})</span>' if self.spells else ""

    def spelled(self) -> str:
        """'since 2020; before: Active, 2012 to 2020': the years of each code; empty where the record tells of no
        change."""
        if not self.spells:
            return ""
        told = [f"{spell.row['word']} {spell.row['years']}" for spell in self.spells]
        last = self.spells[-1].row
        if last["code"] == self.code and last["to"] is None:
            return f"{last['years']}; before: {', '.join(told[:-1])}"
        return ", ".join(told)

    def _listed(self, ids: str) -> str:
        return sources_html(self.facts.sources(ids)) if ids else ""

    def _repr_html_(self) -> str:
        when = f' <span class="pcc-quiet">({escape(self.when)})</span>' if self.when else ""
        parts = items([own(part.said) for part in self.parts]) if self.parts else ""
        head = f"<p><b>{escape(self.label)}</b>: {value_html(self)}{when}</p>{parts}"
        return f'{page_style()}<div class="pcc mathjax_ignore">{head}{self.body()}</div>'


def _told(fact: Fact) -> str:
    """A spell or a gap with its reason."""
    head = f"{fact.row['word']}, {fact.row['years']}" if "word" in fact.row else fact.said
    return f"{head}: {fact.basis}" if fact.basis else head


def value_html(answer: Why) -> str:
    """The value of a field, with its colour and letter where the codebook gives them."""
    if answer.value in (NOTHING["not_found"], NOTHING["does_not_apply"]):
        return f'<span class="pcc-nothing">{answer.value}</span>'
    codes = load_codebook().codes(answer.field) if answer.field in load_codebook().fields else {}
    return f"{letter_html(codes[answer.code]) if answer.code in codes else ''}{escape(answer.value)}"
