"""Two cases side by side: what they share, where they differ, and who says so."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.analysis.similar import FEATURES, LIST_TABLES, similar
from pcc_data.codes import load_codebook
from pcc_data.explore._kit.controls import button, case_options, dropdown, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._side_by_side.pair import Pair
from pcc_data.markup import details
from pcc_data.say import listed

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

LOOK = (
    "Two cases, facing. What do they share, and where do they part? Which of the differences would you want to know"
    " more about?"
)
VIEWS = [
    ("Roles and rights", "roles"),
    ("Money", "money"),
    ("What happened", "timeline"),
    ("What came of it", "outcomes"),
    ("All", "all"),
]
_NAMED = 4  # features that the sentence names on each side; the table has all
_FIRST = (
    "ownership_model",
    "decision_right",
    "sector",
    "roles.ownership",
    "roles.governance",
    "roles.running_costs",
    "community_base",
)
_HOW = """<p>Fourteen features are compared: sector, scale, community base, ownership model, six roles, participation
level,
decision right, public instruments and community contributions. How far two cases lie apart is Gower's distance
(1971), from 0
(alike in all that is known of both) to 1, with the same weight for each feature. What is not found of one of them is
left out.
Alike in these features does not mean alike in all that matters.</p>"""


def side_by_side(data: Dataset, left: str | None = None, right: str | None = None) -> Explorer:
    """Two cases, facing: roles, rights, money, timeline and outcomes, and one sentence on what they share and where
    they differ.

    Without cases it opens on the two of one sector that are most alike although one has ended and the other is active
    (most similar cases with different outcomes: Przeworski and Teune, 1970); with one case, beside the case most like
    it. Raises ValueError for an unknown case, and for a data set of fewer than two cases.
    """
    if len(data) < 2:
        raise ValueError("Two cases are needed to set them side by side; widen the selection.")
    for case in (left, right):
        if case is not None:
            data.one("cases", case)
    left, right = opening_pair(data) if left is None and right is None else _filled(data, left, right)
    names = case_options(data, "city", "name")
    one, two = dropdown("Left", names, left, width="30rem"), dropdown("Right", names, right, width="30rem")
    swap = button("Swap", "exchange", tooltip="Left becomes right")
    near = button("Most alike", "compress", tooltip="Put the case most like the left one beside it")
    far = button("Most different", "expand", tooltip="Put the case least like the left one beside it")
    shown = toggles("Show", VIEWS)
    controls = {"left": one, "right": two, "swap": swap, "near": near, "far": far, "view": shown}
    for control, other in ((one, two), (two, one)):  # before the explorer listens, so that it draws two different cases
        control.observe(lambda change, other=other: _apart(change, other), "value")
    explorer = Explorer(LOOK, controls, lambda left, right, view: page(data, left, right, view))

    def tell(_: object) -> None:
        explorer.picture.said = sentence(data, one.value, two.value)

    for control in (one, two):
        control.observe(explorer.guarded(tell), "value")
    swap.on_click(explorer.guarded(lambda _: explorer.set(left=two.value, right=one.value)))
    near.on_click(explorer.guarded(lambda _: explorer.set(right=ends(data, one.value)[0])))
    far.on_click(explorer.guarded(lambda _: explorer.set(right=ends(data, one.value)[1])))
    return explorer


def _apart(change: dict[str, Any], other: widgets.Dropdown) -> None:
    """Keep the two sides apart: who chooses on one side what stands on the other swaps them."""
    if other.value == change["new"]:
        other.value = change["old"]


def opening_pair(data: Dataset) -> tuple[str, str]:
    """The two cases of one sector that are most alike, one ended and one active; without such, the first case and its
    nearest."""
    cases, pairs = data.cases, []
    for ended in cases.index[cases["status"] == "ended"]:
        table = similar(data, ended, n=len(data))
        fit = table[
            (table.index.map(cases["status"]) == "active")
            & (table.index.map(cases["sector"]) == cases.at[ended, "sector"])
        ]
        pairs += [(distance, str(ended), str(case)) for case, distance in fit["distance"].head(1).items()]
    return min(pairs)[1:] if pairs else _filled(data, str(cases.index[0]), None)


def _filled(data: Dataset, left: str | None, right: str | None) -> tuple[str, str]:
    """A pair of which one side may be open: it becomes the case most like the other."""
    if left == right:
        raise ValueError("Choose two different cases.")
    if left is not None and right is not None:
        return left, right
    return (left, ends(data, left)[0]) if left is not None else (ends(data, right)[0], right)


def ends(data: Dataset, case: str) -> tuple[str, str]:
    """The case most like this one, and the one least like it (Gower, 1971)."""
    order = similar(data, case, n=len(data)).index
    return str(order[0]), str(order[-1])


def page(data: Dataset, left: str, right: str, view: str) -> str:
    """The sentence, and the two columns of a view."""
    pair = Pair(data, left, right)
    parts = {"roles": pair.roles, "money": pair.money, "timeline": pair.timeline, "outcomes": pair.outcomes}
    body = "".join(part() for name, part in parts.items() if view in (name, "all"))
    how = details("How alike is reckoned", _HOW, key="how")
    return f'<p class="pcc-verdict">{escape(sentence(data, left, right))}</p>{body}{how}'


def sentence(data: Dataset, left: str, right: str) -> str:
    """What two cases share, where they differ, and what is not known of both, in one sentence."""
    row = similar(data, left, n=len(data)).loc[right]
    shared, different = (sorted(row[part], key=_weight) for part in ("shared", "different"))
    known, book = len(shared) + len(different), load_codebook()
    one, two = (data.cases.at[case, "name"] for case in (left, right))
    alike = [f"{_name(field)}: {_said(data, left, field)}" for field in shared]
    apart = [f"{_name(field)}: {_both(data, left, right, field)}" for field in different]
    status = [book.label("status", data.cases.at[case, "status"]).lower() for case in (left, right)]
    both = "" if known == len(FEATURES) else " known of both"
    return (
        f"{one} and {two} are alike in {len(shared)} of {known} features{both}{_some(alike)} and differ in"
        f" {len(different)}{_some(apart)}; status: {' and '.join(status)}."
    )


def _weight(field: str) -> int:
    return _FIRST.index(field) if field in _FIRST else len(_FIRST) + list(FEATURES).index(field)


def _name(field: str) -> str:
    return load_codebook().label(field).lower()


def _said(data: Dataset, case: str, field: str) -> str:
    book = load_codebook()
    if field in LIST_TABLES:
        table = data.one(LIST_TABLES[field], case)
        return listed([book.short(field, code).lower() for code in table["code"].astype(str)])
    return book.short(field, data.state_of(case, field)).lower()


def _both(data: Dataset, left: str, right: str, field: str) -> str:
    """The values of the two sides; of lists only what one side has alone."""
    if field not in LIST_TABLES:
        return f"{_said(data, left, field)} against {_said(data, right, field)}"
    book, (mine, other) = (
        load_codebook(),
        (set(data.one(LIST_TABLES[field], case)["code"].astype(str)) for case in (left, right)),
    )
    order = [code for code in book.codes(field) if code in mine ^ other]
    only = [
        f"{book.short(field, code).lower()} only in the {'first' if code in mine else 'second'}" for code in order[:2]
    ]
    return f"{', '.join(only)}{', …' if len(order) > 2 else ''}"


def _some(parts: list[str]) -> str:
    """The first few in brackets."""
    return f" ({'; '.join(parts[:_NAMED])}{'; …' if len(parts) > _NAMED else ''})" if parts else ""
