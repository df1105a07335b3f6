"""Two cases side by side: what they share, where they differ, and who says so."""

from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.analysis.pairs import completed_pair, ends, opening_pair
from pcc_data.analysis.similar import FEATURES, LIST_TABLES, similar
from pcc_data.codes import inside, load_codebook
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button, dropdown, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.cases import case_options
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, joined, tag
from pcc_data.pages.pair import Pair
from pcc_data.say import listed, say

VIEWS = ("roles", "money", "timeline", "outcomes", "all")
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
    left, right = opening_pair(data) if left is None and right is None else completed_pair(data, left, right)
    names = case_options(data, "city", "name")
    one, two = (
        dropdown(say("side-by-side.left"), names, left, width="30rem"),
        dropdown(say("side-by-side.right"), names, right, width="30rem"),
    )
    swap = button(say("side-by-side.swap"), "exchange", tooltip=say("side-by-side.swap-tip"))
    near = button(say("side-by-side.near"), "compress", tooltip=say("side-by-side.near-tip"))
    far = button(say("side-by-side.far"), "expand", tooltip=say("side-by-side.far-tip"))
    views = [(say(f"side-by-side.view-{view}"), view) for view in VIEWS]
    shown = toggles(say("side-by-side.show"), views)
    controls = {"left": one, "right": two, "swap": swap, "near": near, "far": far, "view": shown}
    for control, other in ((one, two), (two, one)):  # before the explorer listens, so that it draws two different cases
        control.observe(lambda change, other=other: _apart(change, other), "value")
    explorer = Explorer(
        say("side-by-side.look"),
        controls,
        lambda left, right, view: page(data, left, right, view),
        printed=Printed(key=lambda: _in_key(data, left, right)),
    )

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


def page(data: Dataset, left: str, right: str, view: str) -> Markup:
    """The sentence, and the two columns of a view."""
    pair = Pair(data, left, right)
    parts = {"roles": pair.roles, "money": pair.money, "timeline": pair.timeline, "outcomes": pair.outcomes}
    body = [part() for name, part in parts.items() if view in (name, "all")]
    how = details(say("side-by-side.how-title"), tag("p", say("side-by-side.how")), key="how")
    return joined(tag("p", sentence(data, left, right), css="pcc-verdict"), body, how)


def _in_key(data: Dataset, left: str, right: str) -> Markup:
    """The view that the features are compared in; the others are longer than anybody reads on paper."""
    names = {view: say(f"side-by-side.view-{view}") for view in VIEWS[:-1]}
    first = names.pop(VIEWS[0])
    told = say("paged-key.view", view=first, others=listed(list(names.values())))
    return joined(page(data, left, right, VIEWS[0]), tag("p", told))


def sentence(data: Dataset, left: str, right: str) -> str:
    """What two cases share, where they differ, and what is not known of both, in one sentence."""
    row, book = similar(data, left, n=len(data)).loc[right], load_codebook()
    shared, different = (sorted(row[part], key=_weight) for part in ("shared", "different"))
    known, (one, two) = len(shared) + len(different), (data.cases.loc[case] for case in (left, right))
    alike = [f"{book.phrase(field)}: {_said(data, left, field)}" for field in shared]
    apart = [f"{book.phrase(field)}: {_both(data, left, right, field)}" for field in different]
    status = {"first": book.phrase("status", one["status"]), "second": book.phrase("status", two["status"])}
    return say(
        "side-by-side.sentence",
        one=one["name"],
        two=two["name"],
        alike=len(shared),
        differ=len(different),
        known=known,
        all=known == len(FEATURES),
        shared=_some(alike),
        apart=_some(apart),
        **status,
    )


def _weight(field: str) -> int:
    return _FIRST.index(field) if field in _FIRST else len(_FIRST) + list(FEATURES).index(field)


def _said(data: Dataset, case: str, field: str) -> str:
    book = load_codebook()
    if field in LIST_TABLES:
        table = data.one(LIST_TABLES[field], case)
        return listed([inside(book.short(field, code)) for code in table["code"].astype(str)])
    return inside(book.short(field, data.state_of(case, field)))


def _both(data: Dataset, left: str, right: str, field: str) -> str:
    """The values of the two sides; of lists only what one side has alone."""
    if field not in LIST_TABLES:
        return say("side-by-side.against", left=_said(data, left, field), right=_said(data, right, field))
    book, tables = load_codebook(), (data.one(LIST_TABLES[field], case) for case in (left, right))
    mine, other = (set(table["code"].astype(str)) for table in tables)
    order, only = [code for code in book.codes(field) if code in mine ^ other], []
    for code in order[:2]:
        only.append(say("side-by-side.only", what=inside(book.short(field, code)), first=code in mine))
    return ", ".join([*only, *(["…"] if len(order) > 2 else [])])


def _some(parts: list[str]) -> str:
    """The first few."""
    return "; ".join([*parts[:_NAMED], *(["…"] if len(parts) > _NAMED else [])])
