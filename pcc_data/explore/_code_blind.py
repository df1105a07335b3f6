"""Code a case blind: facts and sources in sight, codes hidden; two people one after the other, then what they part
on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from pcc_data.codes import load_codebook, said
from pcc_data.controls.lines import Line
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import coded, controls_row, dropdown, toggles
from pcc_data.controls.memory import memory, recalled, remember
from pcc_data.dataset.coding_sheets import FIELDS, coding_fields
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.cases import case_options, some_cases
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.both_coders import both_coders
from pcc_data.pages.card import Card
from pcc_data.pages.dossier import dossier
from pcc_data.pages.sheets import room_to_write
from pcc_data.pages.space import boxes
from pcc_data.say import say

CODERS = ("first", "second")
BOTH = "both"
NOT_FOUND = "not_found"
Answers = Mapping[str, Mapping[str, Mapping[str, list[str]]]]
"""Code and reason by case, coder and field."""


def code_blind(
    data: Dataset, case: str | None = None, *, fields: Iterable[str] = FIELDS, codings: pd.DataFrame | None = None
) -> CodeBlind:
    """A case with its facts and sources, its codes hidden, to be coded by two people one after the other.

    Then what they part on comes first, with both reasons, and after it how far they agree. `case` is opened first.
    `fields` are coded; `codings` are codes of two people that are there already (`pcc.read_codings`). Nothing is
    written: the codes live in the page, a link saves them, and `.codings` holds them as a frame. Raises ValueError for
    an unknown case or field, and for codings by other than two people.
    """
    if case is not None:
        data.one("cases", case)
    given, names = _given(data, codings)
    return CodeBlind(some_cases(data), case or next(iter(given), None), coding_fields(data, fields), given, names)


def _given(data: Dataset, codings: pd.DataFrame | None) -> tuple[dict[str, Any], dict[str, str]]:
    """Codes that are there already, and what the two people are called."""
    names = {coder: say(f"code-blind.{coder}") for coder in CODERS}
    if codings is None:
        return {}, names
    coders = list(codings["coder"].dropna().unique())
    if len(coders) != len(CODERS):
        raise ValueError(f"Codes of two people are compared; found those of {', '.join(map(str, coders)) or 'nobody'}.")
    key, answers = dict(zip(coders, CODERS, strict=True)), {}
    rows = codings[codings["coder"].notna() & codings["case"].isin(data.cases.index)]
    for row in rows.to_dict("records"):
        code = NOT_FOUND if pd.isna(row["value"]) else str(row["value"])
        reason = row.get("basis")
        told = [code, reason if isinstance(reason, str) else ""]
        answers.setdefault(row["case"], {}).setdefault(key[row["coder"]], {})[row["field"]] = told
    return answers, {key[coder]: names[key[coder]] if coder in CODERS else str(coder) for coder in coders}


class CodeBlind(Explorer):
    """`codings` holds what was coded so far, as `pcc.agreement` and `Dataset.coded_by` take it."""

    def __init__(
        self, data: Dataset, case: str | None, fields: list[str], given: Answers, names: Mapping[str, str]
    ) -> None:
        book, self.fields, self.filling = load_codebook(), fields, False
        choices = [*((names[coder], coder) for coder in CODERS), (say("code-blind.both"), BOTH)]
        self.who = toggles(say("code-blind.who"), choices, BOTH if given else None)
        self.memory = memory(**given)
        options = case_options(data, "city")
        self.case = dropdown(say("code-blind.case"), options, case, width="46rem")
        self.asked = {field: _choice(field) for field in fields}
        self.reasons = {
            field: Line(say("code-blind.reason", field=book.phrase(field)), "36rem", hint=say("code-blind.reason-hint"))
            for field in fields
        }
        rows = [controls_row(self.asked[field], self.reasons[field], css=("pcc-coding",)) for field in fields]
        meanings = details(say("code-blind.meanings"), _meanings(fields), key="meanings")
        self.form = widgets.VBox([widgets.HTML(tag("div", meanings, css="pcc mathjax_ignore")), *rows])
        told = cache(lambda one: dossier(data, one))

        def draw(case: str, who: str, held: str) -> Markup:
            answers = recalled(held)
            if who == BOTH:
                return both_coders(data, case, answers, codings_of(answers), fields, names)
            done = sum(bool(code) for code, _ in answers.get(case, {}).get(who, {}).values())
            progress = say("code-blind.progress", who=names[who], n=done, total=len(fields))
            hidden = tag("p", say_html("code-blind.hidden"))
            return joined(hidden, tag("p", progress, role="status"), told(case))

        super().__init__(
            say("code-blind.look"),
            {"case": self.case, "who": self.who, "held": self.memory},
            draw,
            row=["case", "who"],
            below=[self.form],
            first={"case": self.fill, "who": self.fill, "held": self.fill},
            printed=Printed(
                lambda: _sheet(data, self.case.value, fields), lambda: Card(data, self.case.value).facts(tuple(fields))
            ),
        )
        for field in fields:
            for control in (self.asked[field], self.reasons[field]):
                control.observe(self.guarded(lambda _, field=field: self.note(field)), "value")
        self.fill()

    @property
    def codings(self) -> pd.DataFrame:
        """All codes so far: round, case, field, coder, value (missing where nothing was found) and basis."""
        return codings_of(recalled(self.memory.value))

    def fill(self) -> None:
        """Show in the form what the person whose turn it is has coded of this case, and nothing of the other."""
        self.form.layout.display = "none" if self.who.value == BOTH else ""
        mine = recalled(self.memory.value).get(self.case.value, {}).get(self.who.value, {})
        self.filling = True
        try:
            for field in self.fields:
                self.asked[field].value, self.reasons[field].value = mine.get(field, ["", ""])
        finally:
            self.filling = False

    def note(self, field: str) -> None:
        """Remember a code and its reason."""
        if self.filling or self.who.value == BOTH:
            return
        case, who = self.case.value, self.who.value
        held = recalled(self.memory.value).get(case, {})
        mine = {**held.get(who, {}), field: [self.asked[field].value, self.reasons[field].value]}
        remember(self.memory, **{case: {**held, who: mine}})


def codings_of(answers: Answers) -> pd.DataFrame:
    """Answers as a frame of codings; a field that was left open is not in it."""
    rows = [
        ("1", case, field, coder, None if code == NOT_FOUND else code, reason)
        for case, coders in answers.items()
        for coder, told in coders.items()
        for field, (code, reason) in told.items()
        if code
    ]
    return pd.DataFrame(rows, columns=["round", "case", "field", "coder", "value", "basis"], dtype="str")


def _choice(field: str) -> widgets.Dropdown:
    """The codes of a field, and that nothing was found."""
    nothing = [(say("code-blind.not-yet"), ""), (say("code-blind.not-found"), NOT_FOUND)]
    return dropdown(load_codebook().label(field), [nothing[0], *coded(field), nothing[1]], width="24rem")


def _meanings(fields: list[str]) -> Markup:
    """Definitions of the fields and of their codes."""
    book = load_codebook()
    return joined(
        joined(
            tag("h4", book.label(field)),
            tag("p", said(book.field(field).definition)),
            items(
                joined(tag("b", said(code.label)), ": ", said(code.definition)) for code in book.codes(field).values()
            ),
        )
        for field in fields
    )


def _sheet(data: Dataset, case: str, fields: list[str]) -> Markup:
    """The facts with boxes for the codes and a line for each reason; no code of the record."""
    book = load_codebook()
    asked = [
        joined(
            tag("b", book.label(field)),
            boxes([*(label for label, _ in coded(field)), say("code-blind.not-found")]),
            room_to_write(1),
        )
        for field in fields
    ]
    return joined(tag("p", say("code-blind.sheet")), dossier(data, case), items(asked, "ol"))
