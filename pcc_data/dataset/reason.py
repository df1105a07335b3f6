"""The answer to "says who?": a value, the reason for it, since when it holds, and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from markupsafe import Markup

from pcc_data.codes import NOTHING, load_codebook
from pcc_data.dataset.citing import letter_html, source_html, source_text, sources_html
from pcc_data.dataset.fact import Fact
from pcc_data.dataset.facts import Facts
from pcc_data.markup import Inside, details, items, joined, own, page_style, tag
from pcc_data.say import say


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
        lines = [self.facts.row["name"], f"{self.label}: {self.value}{f' ({self.when})' if self.when else ''}"]
        lines += [f"  {part.said}" for part in self.parts]
        lines += [self.basis, *(f"- {source_text(row)}" for row in self.facts.sources(self.ids))]
        for title, facts in self._more():
            lines += [f"{title}:"] if facts else []
            for fact in facts:
                lines.append(f"  {_told(fact)}")
                lines += [f"  - {source_text(row)}" for row in self.facts.sources(fact.sources)]
        return "\n".join(lines)

    __repr__ = __str__

    def _more(self) -> list[tuple[str, tuple[Fact, ...]]]:
        """Earlier codes and gaps, each with its title."""
        return [(say("why.since-when"), self.spells), (say("why.gaps"), self.gaps)]

    def body(self) -> Markup:
        """Reason, sources, earlier codes and gaps as a piece of HTML."""
        shown = [tag("p", self.basis, dir="auto")]
        shown += [items([source_html(row) for row in self.facts.sources(self.ids)])] if self.ids else []
        for title, facts in self._more():
            if facts:
                entries = [joined(own(_told(fact)), self._listed(fact.sources)) for fact in facts]
                shown.append(joined(tag("p", tag("b", title)), items(entries)))
        return joined(shown)

    def html(self, meaning: Inside = "") -> Markup:
        """The value, what it means where that is given, and what opens behind "says who?"."""
        label = say("why.says-who-of", field=self.label)
        behind = details(say("why.says-who"), self.body(), key=f"why:{self.field}", label=label)
        return joined(value_html(self), self.since(), meaning, behind)

    def since(self) -> Markup:
        """Since when a code holds, in short, as HTML; empty where the record tells of no change."""
        return joined(" ", tag("span", f"({self.spelled()})", css="pcc-quiet")) if self.spells else Markup("")

    def spelled(self) -> str:
        """'since 2020; before: Active, 2012 to 2020': the years of each code; empty where the record tells of no
        change."""
        if not self.spells:
            return ""
        told = [f"{spell.row['word']} {spell.row['years']}" for spell in self.spells]
        last = self.spells[-1].row
        if last["code"] == self.code and last["to"] is None:
            return say("why.since-and-before", since=last["years"], before=", ".join(told[:-1]))
        return ", ".join(told)

    def _listed(self, ids: str) -> Markup:
        return sources_html(self.facts.sources(ids)) if ids else Markup("")

    def _repr_html_(self) -> str:
        when = joined(" ", tag("span", f"({self.when})", css="pcc-quiet")) if self.when else ""
        parts = items([own(part.said) for part in self.parts]) if self.parts else ""
        head = tag("p", tag("b", self.label), ": ", value_html(self), when)
        name = tag("p", own(self.facts.row["name"]))
        return page_style() + tag("div", name, head, parts, self.body(), css="pcc mathjax_ignore")


def _told(fact: Fact) -> str:
    """A spell or a gap with its reason."""
    head = f"{fact.row['word']}, {fact.row['years']}" if "word" in fact.row else fact.said
    return f"{head}: {fact.basis}" if fact.basis else head


def value_html(answer: Why) -> Markup:
    """The value of a field, with its colour and letter where the codebook gives them."""
    if answer.value in (NOTHING["not_found"], NOTHING["does_not_apply"]):
        return tag("span", answer.value, css="pcc-nothing")
    codes = load_codebook().codes(answer.field) if answer.field in load_codebook().fields else {}
    return joined(letter_html(codes[answer.code]) if answer.code in codes else "", answer.value)
