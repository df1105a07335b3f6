"""A case as a card: all that is recorded of it, plain in a terminal and rich in a notebook, each fact with its "says
who?"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from pcc_data.codes import NOTHING, load_codebook, said
from pcc_data.dataset.citing import source_html, source_text, sources_html
from pcc_data.dataset.fact import Fact
from pcc_data.dataset.facts import Facts
from pcc_data.dataset.reason import Why
from pcc_data.dataset.told_by import is_own_reading, told_by
from pcc_data.dataset.why import explain
from pcc_data.errors import pick
from pcc_data.markup import details, items, joined, own, page_style, tag
from pcc_data.pages.sheets import download_link
from pcc_data.say import say
from pcc_data.tables.spec import CODE_TABLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "stands": (("stands", "ending", "extent"), ("set_off",)),
    "came": (("came",), ("triggers",)),
    "who": (("who",), ("public_partners", "community_partners", "other_partners")),
    "roles": (("roles",), ()),
    "rights": (("rights",), ("boards", "votes")),
    "gives": (("gives",), ("promises", "staff", "unpaid_work")),
    "outcomes": (("outcomes",), ("indicators",)),
    "happened": ((), ("events",)),
    "learned": ((), ("lessons", "challenges")),
}
"""The parts of a card by name, in their order: sections of the codebook (a field's `card`), and lists. Their titles are
`card.part-…` and `card.list-…` of the catalogue."""
_FOLDED = ("indicators", "events", "votes", "promises")
_BESIDE_STATUS = "set_off"
"""A list that stands among the facts, beside the status: what fell short of a plan may have set off much."""
_EXPLAINED: dict[str, tuple[str, ...]] = {"in_practice": (), "decision_right": ()}
_EXPLAINED |= {"roles.running_costs": ("community", "own_income")}
"""Fields whose code is explained where it stands; with codes only these are."""
_MOST_OPEN = 3
_TOLD = ("lessons", "challenges")
"""Lists of which each entry says who tells it."""


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
        lines = [*names, f"{self.place()}; {told.years()}; {', '.join(self.kinds())}", "", row["summary"]]
        for name, (sections, lists) in _PARTS.items():
            lines += ["", say(f"card.part-{name}")]
            lines += [f"  {answer.label}: {_in_full(answer)}" for answer in self.answers(_fields(sections))]
            for kind in lists:
                there, heading = told.told(kind), say(f"card.list-{kind}")
                lines += [f"  {heading}: {len(there)}" if len(there) > 1 else f"  {heading}:"] if there else []
                lines += [f"    {'  ' * deep}{fact.said}" for whole in there for deep, fact in _nested(whole)]
        lines += ["", say("card.gaps-in-text")] if told.told("gaps") else []
        for gap in told.told("gaps"):
            lines.append(f"  {gap.said}" + (f" [{gap.sources.replace(';', ', ')}]" if gap.sources else ""))
        without = [row for row in told.sources() if row.url is None]
        lines += ["", say("card.sources-in-text", n=len(told.sources()), without=len(without))]
        lines += [f"  {row.source}: {source_text(row)}" for row in without]
        return "\n".join([*lines, "", say("card.how-to-ask", code='data.why(case, "field")')])

    def _repr_html_(self) -> str:
        offer = download_link(self.sheet(), f"{self.case}.html", say("card.print"))
        return joined(page_style(), tag("div", self.html(), tag("p", offer), css="pcc mathjax_ignore"))

    def sheet(self) -> Markup:
        """The card to print on A5, front and back, as a complete HTML document (`pcc_data.pages.sheets` saves it or
        makes a PDF of it)."""
        from pcc_data.pages.case_sheet import case_sheet

        return case_sheet(self.data, self.case)

    def html(self) -> Markup:
        """The whole card as a piece of HTML."""
        return joined(self.head(), map(self.part, _PARTS), self.open_questions(), self.all_sources())

    def part(self, name: str) -> Markup:
        """One part of the card: stands, came, who, roles, rights, gives, outcomes, happened or learned."""
        sections, lists = _PARTS[pick(name, _PARTS, "part of a card")]
        facts = self.facts(_fields(sections)) if sections else ""
        found = [self.list_of(kind) for kind in lists if self.told.told(kind) and kind != _BESIDE_STATUS]
        return tag("section", tag("h3", say(f"card.part-{name}")), facts, found)

    def head(self) -> Markup:
        """Name, place, period and summary."""
        book, row = load_codebook(), self.told.row
        local = tag("p", row["local_name"], css="pcc-quiet", dir="auto") if row["local_name"] else ""
        colour = book.codes("sector")[row["sector"]].colour
        sector, *others = self.kinds()
        words = (sector, self.place(), self.told.years(), *others)
        chips = [tag("span", own(text), css="pcc-chip") for text in words]
        body = (tag("h3", own(row["name"])), local, tag("p", chips), tag("p", row["summary"], dir="auto"))
        return tag("section", body, css="pcc-card", style=f"--pcc-accent:{colour}")

    def brief(self, fields: tuple[str, ...]) -> Markup:
        """The head of the card, and the values of some fields."""
        return self.head() + self.facts(fields)

    def place(self) -> str:
        """Town or area, region and country."""
        row = self.told.row
        return ", ".join(row[part] for part in ("city", "region", "country") if row[part])

    def kinds(self) -> list[str]:
        """Sector and collection in words, and whether it is a record of the user's own."""
        kinds = [load_codebook().label(field, self.told.row[field]) for field in ("sector", "collection")]
        row = self.told.row
        kinds += [say("card.own")] if row["own"] else []
        coder = row.get("coder")  # only where another coder's codes were put in place
        return [*kinds, say("coded-by.chip", coder=coder, round=row["round"])] if coder else kinds

    def title(self) -> Markup:
        """Name of the case, as HTML."""
        return own(self.data.cases.at[self.case, "name"])

    def answers(self, fields: tuple[str, ...]) -> list[Why]:
        """Values of fields; those that do not apply, and lists without any code, are left out."""
        answers, silent = [explain(self.told, field) for field in fields], NOTHING["does_not_apply"]
        return [
            answer
            for answer in answers
            if answer.value != silent and not (answer.value == NOTHING["none"] and answer.field in CODE_TABLES)
        ]

    def facts(self, fields: tuple[str, ...]) -> Markup:
        """Values of fields, each with its "says who?"; values that do not apply are left out. What the case set off
        stands beside its status."""
        pairs = []
        for answer in self.answers(fields):
            pairs.append((tag("dt", answer.label), tag("dd", answer.html(_meaning(answer)))))
            if answer.field == "status":
                pairs.append((tag("dt", say(f"card.list-{_BESIDE_STATUS}")), tag("dd", self.set_off())))
        return tag("dl", pairs, css="pcc-facts")

    def set_off(self) -> Markup:
        """What the case set off, each with its sources; a word where nothing was found."""
        there = self.told.told(_BESIDE_STATUS)
        found = items([self.fact(fact) for fact in there])
        return found if there else tag("span", NOTHING["not_found"], css="pcc-nothing")

    def list_of(self, kind: str) -> Markup:
        """The facts of a list of the record under a heading, each with its sources; a long list is folded."""
        there, title = self.told.told(kind), say(f"card.list-{kind}")
        body = items([self.fact(fact) for fact in there])
        if kind in _FOLDED and len(there) > _MOST_OPEN:
            return details(say("card.many", list=title, n=len(there)), body, key=f"list:{kind}")
        return joined(tag("h4", title), body)

    def fact(self, fact: Fact) -> Markup:
        """A fact in words, who tells it where that is part of it, what is inside it, and who says so."""
        inner = items([fact_html(part) for part in fact.inner]) if fact.inner else ""
        teller = joined(" ", self.teller(fact.sources, fact.text)) if fact.path.startswith(_TOLD) else ""
        return joined(fact_html(fact), teller, inner, self.says_who(fact.sources, fact.path) if fact.sources else "")

    def told_by(self, ids: Any, text: str = "") -> str:
        """Who tells a text that rests on these sources, in words: the group, the public side, researchers, the press;
        or that it is the record's own reading of what they tell."""
        who = [say(f"told-by.{teller}") for teller in told_by(self.data, self.case, ids)]
        return say("told-by.reading" if is_own_reading(text) else "told-by.chip", who=who) if who else ""

    def teller(self, ids: Any, text: str = "") -> Markup:
        """The same as a chip; empty without sources."""
        words = self.told_by(ids, text)
        return tag("span", words, css="pcc-chip pcc-teller") if words else Markup()

    def open_questions(self) -> Markup:
        """What could not be established, with the sources that were read on it."""
        gaps = [self.fact(gap) for gap in self.told.told("gaps")]
        return tag("section", details(say("card.gaps"), items(gaps), key="gaps")) if gaps else Markup()

    def all_sources(self) -> Markup:
        """All sources of the record."""
        rows = self.told.sources()
        body = items([source_html(row) for row in rows], "ol")
        return tag("section", details(say("card.sources", n=len(rows)), body, key="sources"))

    def says_who_rows(self, table: str, *, opened: bool = False) -> Markup:
        """The facts of a table of this case in words, each with its sources, folded unless `opened`."""
        entries = [joined(own(fact.said), self.sources_list(fact.sources)) for fact in self.told.told(table)]
        label = say("says-who.table", table=table)
        return details(say("says-who"), items(entries), key=f"why:{table}", label=label, opened=opened)

    def says_who(self, ids: Any, key: str) -> Markup:
        """Sources behind a row of a table, folded."""
        return details(say("says-who"), self.sources_list(ids), key=key)

    def sources_list(self, ids: Any) -> Markup:
        """Sources named by ids joined with semicolons, as a list."""
        return sources_html(self.told.sources("" if pd.isna(ids) else str(ids)))


def _meaning(answer: Why) -> Markup:
    """What a code means, in grey, for fields whose codes say little by themselves."""
    some, codes = _EXPLAINED.get(answer.field), load_codebook().fields.get(answer.field)
    if some is None or codes is None or answer.code not in load_codebook().codes(answer.field):
        return Markup()
    if some and answer.code not in some:
        return Markup()
    return joined(" ", tag("span", said(load_codebook().codes(answer.field)[answer.code].definition), css="pcc-quiet"))


def _fields(sections: tuple[str, ...]) -> tuple[str, ...]:
    """Fields that the codebook puts into these sections of a card."""
    return tuple(field for section in sections for field in load_codebook().fields_with(card=section))


def fact_html(fact: Fact) -> Markup:
    """A fact in words, as HTML: what became of it in bold, the rest in grey."""
    strong = joined(" – ", tag("b", own(fact.strong))) if fact.strong else ""
    remarks = joined(" ", tag("span", "(", own(", ".join(fact.remarks)), ")", css="pcc-quiet")) if fact.remarks else ""
    return joined(own(fact.text), strong, remarks)


def _in_full(answer: Why) -> str:
    """The value of a field, with since when it holds where that is told."""
    return f"{answer.value} ({answer.spelled()})" if answer.spells else answer.value


def _nested(fact: Fact, deep: int = 0) -> list[tuple[int, Fact]]:
    return [(deep, fact), *(pair for part in fact.inner for pair in _nested(part, deep + 1))]
