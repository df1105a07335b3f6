"""Set up a collaboration and see which ownership model it makes."""

from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.analysis.model_rule import CONTRIBUTIONS, FORMS, INSTRUMENTS, design_of, model_of
from pcc_data.analysis.similar import similar
from pcc_data.codes import NOTHING, load_codebook, said, said_briefly
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import controls_row, dropdown, tick
from pcc_data.dataset.citing import letter_html
from pcc_data.dataset.dataset import Dataset
from pcc_data.designs.allowed_in import allowed_in
from pcc_data.explore._kit.cases import case_options
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.likeness import fields_said
from pcc_data.pages.space import BOX, boxes, form
from pcc_data.say import say
from pcc_data.tables.spec import ROLES

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

_ROLES = tuple(f"roles.{role}" for role in ROLES)
_COMPARED = ("sector", "decision_right", INSTRUMENTS)
_GROUPS = {"roles": ("roles.", "decision_right"), "public": (INSTRUMENTS,), "community": (CONTRIBUTIONS, FORMS)}
"""Groups of controls, and how the keys of those begin that belong there."""

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
    names = [(say("build-one.own"), ""), *case_options(data, "city")]
    base = dropdown(say("build-one.start"), names, case or "", width="32rem")
    fields = _fields(start)
    terms = {f"{field}:{code}": _term(field, code, code in (start.get(field) or ())) for field, code in TERMS}
    controls = {"base": base, **fields, **terms}
    explorer = Explorer(
        say("build-one.look"),
        controls,
        lambda base, **values: _built(data, base, _design(values)),
        row=[base, fields["sector"]],
        above=_groups(controls),
        printed=Printed(_to_build, lambda: _variants(start)),
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


def _to_build() -> Markup:
    """A table of the six roles to tick, and the terms to tick or leave."""
    book, holders = load_codebook(), allowed_in(_ROLES[0])
    rows = [(book.label(role), *[BOX if code in allowed_in(role) else "" for code in holders]) for role in _ROLES]
    heads = [say("on-paper.role"), *(said(code.label) for code in holders.values())]
    rights = boxes(said(code.label) for code in allowed_in("decision_right").values())
    terms = boxes(book.label(field, code) for field, code in TERMS)
    right = joined(tag("p", tag("b", book.label("decision_right"))), rights)
    return joined(form(heads, rows), right, tag("p", tag("b", say("on-paper.terms"))), terms)


def _variants(start: dict[str, Any]) -> Markup:
    """The design of the opening view, the same when the community owns, and when it decides: what model each makes."""
    book, parts = load_codebook(), [_verdict(start)]
    for field, code in (("roles.ownership", "community"), ("decision_right", "decides")):
        change = say("on-paper.changed", field=book.label(field), value=book.label(field, code))
        parts.append(joined(tag("p", tag("b", change)), _verdict({**start, field: code})))
    return joined(parts)


def _groups(controls: dict[str, widgets.Widget]) -> list[widgets.Box]:
    """The controls under headings: the roles, and what each side brings."""
    groups = []
    for group, starts in _GROUPS.items():
        head = widgets.HTML(tag("div", tag("b", say(f"build-one.group-{group}")), css="pcc mathjax_ignore"))
        parts = [control for key, control in controls.items() if key.startswith(starts)]
        groups.append(controls_row(head, *parts, css=("pcc-group",)))
    return groups


def _fields(start: dict[str, Any]) -> dict[str, widgets.Dropdown]:
    book, found = load_codebook(), {}
    for field in ("sector", *_ROLES, "decision_right"):
        options = [(said(code.label), key) for key, code in allowed_in(field).items()]
        if field == "decision_right":
            options.append((NOTHING["not_found"], ""))
        found[field] = dropdown(book.label(field), options, start[field] or "")
        found[field].tooltip = said(book.field(field).definition)
    return found


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


def _built(data: Dataset, base: str, design: dict[str, Any]) -> Markup:
    compared = _compared(data, base, model_of(design).model) if base else ""
    return joined(_verdict(design), compared, _nearest(data, base, design))


def _verdict(design: dict[str, Any]) -> Markup:
    """The roles of a design, the model that it makes, and why."""
    book, verdict, letters = load_codebook(), model_of(design), []
    for role in _ROLES:
        letter = letter_html(book.codes(role)[design[role]])
        letters.append(tag("span", letter, book.label(role), css="pcc-chip"))
    head, definition = say("build-one.no-model"), ""
    if verdict.model is not None:
        code = book.codes("ownership_model")[verdict.model]
        head = say("build-one.model", model=said(code.label))
        definition = tag("p", say_html("design-in-words.definition", definition=said_briefly(code.definition)))
    why = tag("p", say_html("design-in-words.why", why=verdict.because))
    return tag("div", tag("p", letters), tag("h3", head), why, definition, css="pcc-verdict", role="status")


def _compared(data: Dataset, base: str, model: str | None) -> Markup:
    coded = str(data.cases.at[base, "ownership_model"])
    label = load_codebook().label("ownership_model", coded)
    if coded == model:
        return tag("p", say("build-one.same", model=label))
    return joined(tag("p", say_html("build-one.otherwise", model=label)), Card(data, base).facts(("ownership_model",)))


def _nearest(data: Dataset, base: str, design: dict[str, Any]) -> Markup:
    """The real cases most like the design, but for the one it began from, with their model and what they have in
    common."""
    compared = {key: value for key, value in design.items() if value is not None and key in (*_COMPARED, *_ROLES)}
    found = similar(data, to=compared, n=NEAREST + 1).drop(index=base, errors="ignore").head(NEAREST)
    book, parts = load_codebook(), []
    for name, row in found.iterrows():
        card, case = Card(data, str(name)), data.cases.loc[name]
        model = book.label("ownership_model", str(case["ownership_model"]))
        alike = say("build-one.alike", alike=fields_said(row["shared"]), apart=fields_said(row["different"]))
        about = details(say("likeness.look"), card.brief(_ROLES), key=f"near:{len(parts)}")
        head = say_html("build-one.near", name=card.title(), city=case["city"], model=model)
        parts.append(joined(head, tag("br"), tag("span", alike, css="pcc-quiet"), about))
    return joined(tag("h4", say("build-one.nearest")), items(parts, "ol"))
