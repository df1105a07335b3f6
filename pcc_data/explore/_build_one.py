"""Set up a collaboration and see which ownership model it makes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.analysis.model_rule import CONTRIBUTIONS, FORMS, INSTRUMENTS, design_of, model_of
from pcc_data.analysis.similar import similar
from pcc_data.codes import Code, load_codebook, said
from pcc_data.dataset.citing import letter_html
from pcc_data.explore._kit.controls import case_options, controls_row, dropdown, tick
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items
from pcc_data.pages.card import Card
from pcc_data.records.shape import Roles, allowed_codes, core, fields_of
from pcc_data.say import listed
from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


TERMS = (
    (INSTRUMENTS, "lease_or_use_right"),
    (INSTRUMENTS, "procurement_or_contract"),
    (INSTRUMENTS, "equity_stake"),
    (INSTRUMENTS, "grant_or_subsidy"),
    (INSTRUMENTS, "asset_transfer"),
    (INSTRUMENTS, "loan_or_guarantee"),
    (INSTRUMENTS, "planning_power"),
    (CONTRIBUTIONS, "member_shares"),
    (FORMS, "cooperative"),
    (FORMS, "association"),
    (FORMS, "foundation_or_trust"),
)
"""Terms of a design that the definitions of the models speak of, besides the roles."""

_COMPARED = ("sector", "decision_right", INSTRUMENTS)
_GROUPS = {
    "Who holds which role": lambda key: key.startswith("roles.") or key == "decision_right",
    "What the public side puts in": lambda key: key.startswith(INSTRUMENTS),
    "What the community brings": lambda key: key.startswith((CONTRIBUTIONS, FORMS)),
}
"""Headings of the groups of controls, and which of them belong there."""

_START = {
    "roles.initiative": "community",
    "roles.ownership": "public",
    "roles.governance": "shared",
    "roles.capital": "public",
    "roles.running_costs": "community",
    "roles.delivery": "community",
    "sector": "urban_development",
    "decision_right": "co_decides",
}

NEAREST = 3
_LOOK = "Set who holds each role, and on what terms. Which ownership model does that make?"


def build_one(data: Dataset, case: str | None = None) -> Explorer:
    """Set six roles, the decision right and the terms: the model that this makes, why, and the real cases nearest to
    it.

    `case` starts from the design of a real case. Raises ValueError for an unknown case.
    """
    start = {
        **_START,
        INSTRUMENTS: ["lease_or_use_right", "grant_or_subsidy"],
        FORMS: ["association"],
        CONTRIBUTIONS: [],
    }
    if case is not None:
        start = design_of(data, case)
    names = [("A design of my own", ""), *case_options(data, "city")]
    base = dropdown("Start from", names, case or "", width="32rem")
    fields = _fields(start)
    terms = {f"{field}:{code}": _term(field, code, code in (start.get(field) or ())) for field, code in TERMS}
    controls = {"base": base, **fields, **terms}
    explorer = Explorer(
        _LOOK,
        controls,
        lambda base, **values: _built(data, base, _design(values)),
        row=[base, fields["sector"]],
        above=_groups(controls),
    )

    def load(change: dict) -> None:
        if change["new"]:
            design = design_of(data, change["new"])
            with explorer.held():
                for field, control in fields.items():
                    control.value = design[field] or ""
                for key, box in terms.items():
                    field, code = key.split(":")
                    box.value = code in design[field]
            explorer.redraw()

    base.observe(explorer.guarded(load), "value")
    return explorer


def _groups(controls: dict[str, widgets.Widget]) -> list[widgets.Box]:
    """The controls under headings: the roles, and what each side brings."""
    groups = []
    for heading, belongs in _GROUPS.items():
        head = widgets.HTML(f'<div class="pcc mathjax_ignore"><b>{heading}</b></div>')
        parts = [control for key, control in controls.items() if belongs(key)]
        groups.append(controls_row(head, *parts, css=("pcc-group",)))
    return groups


def _fields(start: dict[str, Any]) -> dict[str, widgets.Dropdown]:
    book = load_codebook()
    found = {}
    for field in ("sector", *(f"roles.{role}" for role in ROLES), "decision_right"):
        codes = _codes(field)
        options = [(said(code.label), key) for key, code in codes.items()]
        if field == "decision_right":
            options.append(("not found", ""))
        found[field] = dropdown(book.label(field), options, start[field] or "")
        found[field].tooltip = said(book.field(field).definition)
    return found


def _codes(field: str) -> dict[str, Code]:
    """Codes that a field may hold, in the codebook's order: of the roles only running costs can be met by own
    income."""
    if not field.startswith("roles."):
        return load_codebook().codes(field)
    return allowed_codes(load_codebook(), core(fields_of(Roles)[field.removeprefix("roles.")].type)[1])


def _term(field: str, code: str, value: bool) -> widgets.Checkbox:
    book = load_codebook()
    return tick(book.label(field, code), value, tooltip=said(book.codes(field)[code].definition))


def _design(values: dict[str, Any]) -> dict[str, Any]:
    """The design that the controls describe."""
    design: dict[str, Any] = {INSTRUMENTS: [], CONTRIBUTIONS: [], FORMS: []}
    for key, value in values.items():
        field, _, code = key.partition(":")
        if not code:
            design[field] = value or None
        elif value:
            design[field].append(code)
    return design


def _built(data: Dataset, base: str, design: dict[str, Any]) -> str:
    book, verdict = load_codebook(), model_of(design)
    if verdict.model is None:
        head = f"<h3>No ownership model</h3><p><b>Why:</b> {escape(verdict.because)}</p>"
    else:
        code = book.codes("ownership_model")[verdict.model]
        head = (
            f"<h3>This makes: {escape(said(code.label))}</h3><p><b>Why:</b> {escape(verdict.because)}</p><p><b>The "
            f"codebook says:</b> {escape(said(code.definition))}</p>"
        )
    shown = f'<div class="pcc-verdict" role="status">{_letters(design)}{head}</div>'
    return shown + _compared(data, base, verdict.model) + _nearest(data, base, design)


def _letters(design: dict[str, Any]) -> str:
    book = load_codebook()
    parts = []
    for role in ROLES:
        field = f"roles.{role}"
        code = book.codes(field)[design[field]]
        parts.append(f'<span class="pcc-chip">{letter_html(code)}{escape(book.label(field))}</span>')
    return f"<p>{''.join(parts)}</p>"


def _compared(data: Dataset, base: str, model: str | None) -> str:
    if not base:
        return ""
    coded = str(data.cases.at[base, "ownership_model"])
    label = load_codebook().label("ownership_model", coded)
    if coded == model:
        return f"<p>The case you started from is coded the same: {escape(label)}.</p>"
    otherwise = f"<p>The case you started from is coded otherwise: <b>{escape(label)}</b>.</p>"
    return otherwise + Card(data, base).facts(("ownership_model",))


def _nearest(data: Dataset, base: str, design: dict[str, Any]) -> str:
    """The real cases most like the design, but for the one it began from, with their model and what they have in
    common."""
    compared = {
        key: value
        for key, value in design.items()
        if value is not None and (key in _COMPARED or key.startswith("roles."))
    }
    book, parts = load_codebook(), []
    for name, row in (
        similar(data, to=compared, n=NEAREST + 1).drop(index=base, errors="ignore").head(NEAREST).iterrows()
    ):
        card = Card(data, str(name))
        model = book.label("ownership_model", str(data.cases.at[name, "ownership_model"]))
        alike, apart = (listed([book.label(field).lower() for field in row[kind]]) for kind in ("shared", "different"))
        parts.append(
            f"<b>{card.title()}</b>, {escape(data.cases.at[name, 'city'])}: {escape(model)}<br>"
            f'<span class="pcc-quiet">Alike in {escape(alike)}; different in {escape(apart)}.</span>'
            + details(
                "Look at this case",
                card.head() + card.facts(tuple(f"roles.{role}" for role in ROLES)),
                key=f"near:{len(parts)}",
            )
        )
    return f"<h4>Real cases nearest to it</h4>{items(parts, 'ol')}"
