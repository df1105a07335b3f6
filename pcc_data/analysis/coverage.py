"""What the collection holds and where it is empty: languages and kinds of sources, how cases ended, when they began."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.codes import load_codebook

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def sources_counted(data: Dataset) -> pd.DataFrame:
    """One row a language of sources, the most common first, and one a kind of source, in the codebook's order.

    Columns: of (language or kind), code, sources, and cases that have at least one of them.
    """
    parts = []
    for column in ("language", "kind"):
        groups = data.sources.groupby(column, observed=False, sort=False)
        counts = data.sources[column].value_counts(sort=column == "language")
        parts.append(
            pd.DataFrame({"of": column, "code": counts.index.astype(str), "sources": counts.to_numpy()}).assign(
                cases=groups["case"].nunique().reindex(counts.index).fillna(0).astype(int).to_numpy()
            )
        )
    return pd.concat(parts, ignore_index=True)


def only_in(data: Dataset, language: str) -> pd.Series:
    """Whether all sources of a case (index) are in this language; a case without sources has none in it."""
    found = data.sources["language"] == language
    return found.groupby(data.sources["case"]).all().reindex(data.cases.index, fill_value=False)


def by_status_and_end(data: Dataset) -> dict[str, dict[str, pd.Index]]:
    """The cases of each status; and of those that ended, the cases with each reason (`end_reason`), with `not_found`
    where there are such."""
    book, status = load_codebook(), data.cases["status"]
    reasons = data.state("end_reason")[status == "ended"]
    ends = {code: reasons.index[reasons == code] for code in [*book.codes("end_reason"), "not_found"]}
    if not len(ends["not_found"]):
        del ends["not_found"]
    return {"status": {code: status.index[status == code] for code in book.codes("status")}, "end_reason": ends}


def begun_by_span(data: Dataset, span: int) -> dict[int, pd.Index]:
    """The cases that began in each of so many years, by the first of them, up to the newest year of which the data
    tell; years in which none began are there, too. Cases without a known start are left out."""
    begun = data.cases["start_year"].dropna().astype(int)
    first = begun // span * span
    newest = data.cases["status_as_of"].max()
    years = range(first.min(), int(newest) + 1, span) if len(begun) else []
    return {year: first.index[first == year] for year in years}
