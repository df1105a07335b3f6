"""Answers computed from the data: each question names a measure, and a measure gives its answer with the counts behind
it.

A measure is a mapping with one key, such as `{share: {where: {sector: energy}}}`. Which measures there are, and what
each takes, stands in the docstrings below and in the header of `datasets/teaching/self_check_2_1.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.analysis.outcome_profile import outcome_profile
from pcc_data.codes import load_codebook
from pcc_data.dataset.grounds import grounds
from pcc_data.errors import not_allowed, pick
from pcc_data.quiz.select import Where, rows_of, select
from pcc_data.quiz.teaching_files import entries, entry
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


LISTS = ("instruments", "contributions")
_FEW = 12
"""Up to so many cases are named one by one."""
_SIDES = ("public", "community", "workers", "third_party")


@dataclass(frozen=True)
class Answer:
    """What a measure gives. `value` is a number; `right` holds all right choices; `ranks` puts choices in order (small
    comes first, equal means tied); `counts` are the cases behind each choice. Where few cases were asked, `marks` tells
    of each whether it was counted (yes, no or not_found), and `asked` of which fields. `case` with `field` or `sources`
    (ids joined by semicolons) leads to "says who?"."""

    value: float | None = None
    right: tuple[str, ...] = ()
    ranks: Mapping[str, float] = field(default_factory=dict)
    counts: Mapping[str, float] = field(default_factory=dict)
    numerator: float | None = None
    denominator: float | None = None
    not_found: int | None = None
    percent: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    case: str | None = None
    field: str | None = None
    sources: str | None = None


def answer(data: Dataset, measure: Any) -> Answer:
    """The answer that a measure gives. Raises ValueError that names the wrong word and the nearest right one."""
    if not isinstance(measure, Mapping) or len(measure) != 1:
        raise ValueError(
            f"an answer is one measure such as {{count: {{where: …}}}}, found {measure!r}. Measures:"
            f" {', '.join(MEASURES)}."
        )
    ((name, given),) = measure.items()
    compute = MEASURES[pick(str(name), MEASURES, "measure")]
    takes = {key: part for key, part in signature(compute).parameters.items() if key != "data"}
    if not isinstance(given, Mapping):
        raise ValueError(f"measure {name}: needs a mapping with {', '.join(takes)}; found {given!r}.")
    wrong = [not_allowed(key, takes, f"key of the measure {name}") for key in given if key not in takes]
    lacks = [key for key, part in takes.items() if part.default is Parameter.empty and key not in given]
    if wrong or lacks:
        raise ValueError(" ".join([*wrong, *(f"measure {name}: {key!r} is missing." for key in lacks)]))
    return compute(data, **given)


def _count(
    data: Dataset,
    where: Where | None = None,
    among: Where | None = None,
    table: str | None = None,
    cases: Where | None = None,
    each: str = "case",
) -> Answer:
    """Number of cases that match `where`, of those that match `among` (all when absent). With `table` both are
    conditions on the rows of that table, `cases` says whose rows, and `each` is `case` (cases with such a row) or
    `row`. Without it, `not_found` counts the cases in which one of the fields asked for was not found."""
    pick(each, ("case", "row"), "value of each")
    some = select(data, cases)
    if table is None:
        whole = select(some, among)
        count, gaps = len(select(whole, where)), whole.missing
        gaps = gaps[(gaps["table"] == "cases") & gaps["field"].isin(list(where or {})) & (gaps["why"] == "not_found")]
        marks = _marks(whole, select(whole, where), set(gaps["case"]))
        counts = {"numerator": count, "denominator": len(whole), "not_found": int(gaps["case"].nunique())}
        return Answer(count, marks=marks, asked=tuple(where or {}), **counts)
    whole, part = rows_of(some, table, among), rows_of(some, table, {**(among or {}), **(where or {})})
    if each == "row":
        count, total = len(part), len(whole)
    else:
        count, total = part["case"].nunique(), whole["case"].nunique() if among else len(some)
    return Answer(count, numerator=count, denominator=total)


def _marks(whole: Dataset, part: Dataset, gaps: set[str]) -> dict[str, str]:
    """Of each case whether it was counted, where they are few enough to be named."""
    if len(whole) > _FEW:
        return {}
    counted = set(part.cases.index)
    return {
        str(case): "yes" if case in counted else "not_found" if case in gaps else "no" for case in whole.cases.index
    }


def _share(
    data: Dataset,
    where: Where,
    among: Where | None = None,
    table: str | None = None,
    cases: Where | None = None,
    each: str = "case",
) -> Answer:
    """The same as a count, in percent of the cases or rows that match `among`."""
    found = _count(data, where, among, table, cases, each)
    if not found.denominator:
        raise ValueError("no case is left to take a share of; widen `among` or `cases`.")
    return replace(found, value=100 * found.numerator / found.denominator, percent=True)


def tally(
    data: Dataset, key: str, where: Where | None = None, table: str | None = None, cases: Where | None = None
) -> pd.Series:
    """Number of cases with each code of a field (index: codes in the codebook's order, missing left out).

    Without a table the field is one of `cases`, `instruments` or `contributions`, and `where` chooses cases.
    """
    some = select(data, cases)
    if table is None:
        some, where = select(some, where), None
        table, key = (key, "code") if key in LISTS else (None, key)
    rows = some.cases if table is None else rows_of(some, table, where)
    coded = [name for name in rows.columns if isinstance(rows[name].dtype, pd.CategoricalDtype)]
    if table is None:
        found = rows[pick(key, [*coded, *LISTS], "coded field of cases")]
    else:
        found = rows.drop_duplicates(["case", pick(key, coded, f"coded column of {table}")])[key]
    return found.value_counts(sort=False).reindex(list(found.cat.categories), fill_value=0)


def _ranked(data: Dataset, field: str, where: Where | None, table: str | None, cases: Where | None) -> Answer:
    """The codes of a field by their number of cases, most first."""
    counts = tally(data, field, where, table, cases)
    return Answer(
        ranks={str(code): -float(count) for code, count in counts.items()},
        counts=_plain(counts),
        denominator=len(select(select(data, cases), None if table else where)),
    )


def _most(
    data: Dataset, field: str, where: Where | None = None, table: str | None = None, cases: Where | None = None
) -> Answer:
    """The code that most cases have; all tied codes are right."""
    found = _ranked(data, field, where, table, cases)
    most = max(found.counts.values(), default=0)
    if not most:
        raise ValueError("no case is left to count; widen `where`.")
    return replace(found, right=tuple(code for code, count in found.counts.items() if count == most), numerator=most)


def _order(
    data: Dataset,
    field: str | None = None,
    where: Where | None = None,
    table: str | None = None,
    cases: Where | None = None,
    codes: str | None = None,
    value: str | None = None,
    teaching: Mapping[str, str] | None = None,
) -> Answer:
    """Codes by number of cases, most first (`field`); or the codes of an ordered field from low to high (`codes`); or
    cases by a number, lowest first (`value: start_year`); or entries in the order of a teaching file (`teaching: {file,
    list, key}`)."""
    if sum(part is not None for part in (field, codes, value, teaching)) != 1:
        raise ValueError("an order needs exactly one of field, codes, value, teaching.")
    if field is not None:
        return _ranked(data, field, where, table, cases)
    if codes is not None:
        ordered = load_codebook().field(codes)
        if ordered.scale != "ordinal":
            raise ValueError(f"{codes} has no order of its own: its scale is {ordered.scale}.")
        return Answer(ranks={code: place for place, code in enumerate(ordered.codes)})
    if teaching is not None:
        part = entries(teaching["file"], teaching["list"])
        return Answer(ranks={str(item[teaching["key"]]): place for place, item in enumerate(part)})
    some = select(select(data, cases), where)
    numbers = some.cases[pick(str(value), some.cases.select_dtypes("number").columns, "field with numbers")].dropna()
    return Answer(
        ranks={str(case): float(number) for case, number in numbers.items()}, counts=_plain(numbers), field=value
    )


def _plain(counts: pd.Series) -> dict[str, float]:
    return {str(code): int(count) if float(count).is_integer() else float(count) for code, count in counts.items()}


def _value(data: Dataset, case: str, field: str) -> Answer:
    """The value that one case has in a field: a code, a number, or the rating of `outcomes.<domain>`."""
    if field.startswith("outcomes."):
        domain = pick(field.removeprefix("outcomes."), DOMAINS, "outcome domain")
        rating = data.one("outcomes", case).set_index("domain").at[domain, "rating"]
        if pd.isna(rating):
            return Answer(right=("not_found",), case=case, field=field)
        return Answer(float(rating), (str(rating),), case=case, field=field)
    known = [*data.cases.columns, *(f"outcomes.{domain}" for domain in DOMAINS)]
    column = data.cases[pick(field, known, "field of cases")]
    data.one("cases", case)
    if isinstance(column.dtype, pd.CategoricalDtype):
        return Answer(right=(data.state_of(case, field),), case=case, field=field)
    value = column[case]
    if pd.isna(value):
        raise ValueError(f"{case} has no value in {field}.")
    number = float(value) if pd.api.types.is_numeric_dtype(column.dtype) else None
    return Answer(number, (str(value),), case=case)


def _cases(data: Dataset, where: Where) -> Answer:
    """Every case that matches is a right choice."""
    found = select(data, where)
    return Answer(right=tuple(map(str, found.cases.index)), numerator=len(found), denominator=len(data))


def _promise(data: Dataset, case: str, contains: str, what: str) -> Answer:
    """What was `promised` or `delivered` in the one promise of the case whose text (or unit) contains these words."""
    rows = data.one("promises", case)
    fits = rows["what"].str.contains(contains, case=False, regex=False) | rows["unit"].eq(contains).fillna(False)
    row = _single(rows[fits], f"promise of {case} with {contains!r}", rows["what"])
    amount = row[pick(what, ("promised", "delivered"), "part of a promise")]
    return Answer(
        value=_known(amount, f"{what} is not known for {case}"),
        numerator=None if pd.isna(row["delivered"]) else float(row["delivered"]),
        denominator=None if pd.isna(row["promised"]) else float(row["promised"]),
        case=case,
        sources=row["sources"],
    )


def _indicator(
    data: Dataset, case: str, code: str, contains: str = "", year: int | None = None, kind: str | None = None
) -> Answer:
    """The value of the one indicator of the case with this code (and words in its label, year, kind)."""
    book, rows = load_codebook(), data.one("indicators", case)
    fits = rows["code"] == pick(code, book.codes("indicators.code"), "code of indicators")
    fits &= rows["label"].str.contains(contains, case=False, regex=False)
    if year is not None:
        fits &= rows["year"].eq(year).fillna(False).astype(bool)
    if kind is not None:
        fits &= rows["kind"] == pick(kind, book.codes("indicators.kind"), "kind of indicators")
    row = _single(rows[fits], f"indicator {code} of {case}", rows["code"].astype("str") + ": " + rows["label"])
    value = _known(row["value"], f"the indicator has no value in {case}")
    return Answer(value, case=case, sources=row["sources"])


def _single(rows: pd.DataFrame, what: str, known: pd.Series) -> pd.Series:
    if len(rows) != 1:
        raise ValueError(f"needs exactly one {what}, found {len(rows)}. There are: {'; '.join(known) or 'none'}.")
    return rows.iloc[0]


def _known(value: Any, otherwise: str) -> float:
    if pd.isna(value):
        raise ValueError(f"{otherwise}.")
    return float(value)


def _median(data: Dataset, by: str, domain: str, group: str) -> Answer:
    """The median rating of an outcome domain in one group of cases (rated cases only)."""
    profile = outcome_profile(data, by)
    pick(group, profile.index.unique(0), f"code of {by}")
    row = profile.loc[(group, pick(domain, DOMAINS, "outcome domain"))]
    middle = _known(row["median"], f"no case of {group} is rated in {domain}")
    return Answer(
        value=middle,
        right=(f"{middle:g}",),
        numerator=int(row["rated"]),
        denominator=int(row["cases"]),
        not_found=int(row["not_found"]),
    )


def _seats(data: Dataset, case: str, side: str, board: int = 1, share: bool = False) -> Answer:
    """Seats of a side on a board of the case (`board` is its number in the record), of all seats; with `share` in
    percent."""
    rows = data.one("boards", case)
    rows = rows[rows["board"] == int(pick(str(board), map(str, rows["board"].unique()), f"board of {case}"))]
    held = rows.loc[rows["side"] == pick(side, _SIDES, "side"), "seats"]
    seats = _known(held.sum(skipna=False), f"the seats of the {side} side on board {board} of {case} are not known")
    total = _known(rows["seats_total"].iloc[0], f"the seats of board {board} of {case} are not known")
    return Answer(value=100 * seats / total if share else seats, numerator=seats, denominator=total, percent=share)


def _majority(data: Dataset, side: str, cases: Where | None = None) -> Answer:
    """Cases in which a side holds more than half of the seats of a binding board, of the cases that have a recorded
    one."""
    boards = rows_of(select(data, cases), "boards", {"binding": True})
    boards = boards.assign(held=boards["seats"].where(boards["side"] == pick(side, _SIDES, "side"), 0))
    unknown = boards["held"].isna().groupby([boards["case"], boards["board"]]).transform("any")
    each = boards[~unknown.astype(bool)].groupby(["case", "board"])
    each = each.agg(held=("held", "sum"), total=("seats_total", "first"))
    count = each[each["held"] * 2 > each["total"]].index.unique(0).size
    return Answer(count, numerator=count, denominator=each.index.unique(0).size)


def _teaching(data: Dataset, file: str, id: str, key: str | None = None, has: str | None = None) -> Answer:
    """What another teaching file says: the text under `key` of the entry `id`, or `yes` / `no` whether it has a key
    (`has`)."""
    found = entry(file, str(id))
    if has is not None:
        return Answer(right=("yes" if has in found else "no",))
    if key is None and not isinstance(found, Mapping):
        return Answer(right=(str(found),))
    if not isinstance(found, Mapping) or key is None:
        raise ValueError(f"{file}.yaml: {id!r} needs a `key` that it has.")
    return Answer(right=(str(found[pick(key, map(str, found), f"key of {id!r} in {file}.yaml")]),))


def _reliable(data: Dataset, field: str) -> Answer:
    """`yes` or `no`: whether two independent coders agreed on the field well enough to draw conclusions."""
    return Answer(right=("yes" if load_codebook().field(field).reliable else "no",))


def _scene(
    data: Dataset,
    right: str,
    rests_on: list[Mapping[str, str]] | None = None,
    case: str | None = None,
    field: str | None = None,
) -> Answer:
    """A scene in which the reader chooses what to do: `right`, the key of an option, is a judgement of this project. It
    may rest on lessons or challenges of cases (`rests_on`, as a line of `checklists.yaml` does), or on a code (`case`
    with `field`). Raises ValueError where the data hold none of that."""
    if (case is None) != (field is None):
        raise ValueError("a scene names both a case and a field, or neither.")
    if case is not None:
        data.why(case, str(field))
        return Answer(right=(right,), case=case, field=field)
    found = grounds(data, {"from": rests_on or []})
    if rests_on and not found:
        raise ValueError(f"scene {right!r}: these data hold none of the lessons and challenges it rests on.")
    first = found[0] if found else None
    return Answer(right=(right,), case=first and first.case, sources=first and first.sources)


MEASURES: Mapping[str, Callable[..., Answer]] = {
    "count": _count,
    "share": _share,
    "most": _most,
    "order": _order,
    "value": _value,
    "cases": _cases,
    "promise": _promise,
    "indicator": _indicator,
    "median": _median,
    "seats": _seats,
    "majority": _majority,
    "teaching": _teaching,
    "reliable": _reliable,
    "scene": _scene,
}
"""Every measure by its name."""
