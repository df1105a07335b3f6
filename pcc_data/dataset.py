"""The data set in use: all tables together, what can be asked of them, and how they are saved."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.errors import nearest, not_allowed, pick
from pcc_data.paths import datasets_dir
from pcc_data.tables.frames import MISSING_WORDS, frames_from_csv, frames_from_rows
from pcc_data.tables.rows import table_rows

if TYPE_CHECKING:
    from pcc_data.cards import Card
    from pcc_data.why import Why

Source = str | PathLike[str]


class RecordsError(ValueError):
    """Records that break the rules; its text lists every fault with file and line."""


@dataclass(frozen=True, repr=False, eq=False)
class Dataset:
    """All tables as pandas frames. `cases` has one row a case and the id as index; the others have a column `case`.

    A missing value is NaN or <NA>; the table `missing` tells for each one whether it was not found or does not apply.
    """

    cases: pd.DataFrame
    outcomes: pd.DataFrame
    indicators: pd.DataFrame
    events: pd.DataFrame
    lessons: pd.DataFrame
    challenges: pd.DataFrame
    partners: pd.DataFrame
    boards: pd.DataFrame
    votes: pd.DataFrame
    promises: pd.DataFrame
    codings: pd.DataFrame
    sources: pd.DataFrame
    gaps: pd.DataFrame
    instruments: pd.DataFrame
    contributions: pd.DataFrame
    bases: pd.DataFrame
    triggers: pd.DataFrame
    spells: pd.DataFrame
    set_off: pd.DataFrame
    work: pd.DataFrame
    missing: pd.DataFrame

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __len__(self) -> int:
        return len(self.cases)

    def __repr__(self) -> str:
        counts = {"case": len(self), "sector": self.cases["sector"].nunique(), "source": len(self.sources)}
        cases, sectors, sources = (f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts.items())
        return f"{cases} in {sectors}, {sources} (.cases, .outcomes, .events …)"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        raise AttributeError(not_allowed(name, [*self.tables, "case", "why", "filter", "only", "cite", "export"], "table or method"))

    def _repr_html_(self) -> str:
        rows = "".join(f"<tr><th scope='row'>{name}</th><td>{len(table)}</td></tr>" for name, table in self.tables.items())
        return f"<table><caption>{self!r}</caption><tr><th>table</th><th>rows</th></tr>{rows}</table>"

    def one(self, table: str, case: str) -> pd.DataFrame:
        """Rows of `table` that belong to one case. Raises ValueError for an unknown case or table."""
        frame = self.tables[pick(table, self.tables, "table")]
        self._known(case)
        return frame.loc[[case]] if table == "cases" else frame[frame["case"] == case]

    def case(self, case: str) -> Card:
        """The card of a case, with all that is recorded of it: rich in a notebook, plain text in a terminal.

        Raises ValueError for an unknown case.
        """
        from pcc_data.cards import Card

        return Card(self, self._known(case))

    def why(self, case: str, field: str | int) -> Why:
        """Who says so: a value of a case, the reason for it, since when it holds, and the sources it rests on.

        `field` is a field of the codebook (`roles.governance`, or shorter where that is unique: `governance`, `durability`), an
        item of a list (`events[2]`, `boards[1].blocs[2]`, `promises[1].due`), a year of which there is one event, the id of a
        source, a code of a figure, or a name, label or text of the record (its beginning, or a part of it, where only one thing
        has it). Of a value that was not found it shows the gap. `year` is the year a value holds for, None where it has none.
        Raises ValueError for an unknown case, and for a field that is unknown (with the nearest) or may mean several things
        (with all of them).
        """
        from pcc_data.why import why

        return why(self, self._known(case), field)

    def filter(self, where: Mapping[str, Any] | None = None, **more: Any) -> Dataset:
        """A smaller data set of the cases that match every condition.

        A condition names a column of `cases`, or `instruments` / `contributions`, and gives one value or a list of
        values; the words `not_found` and `does_not_apply` choose missing values. Keys with a dot go into a dict:
        `data.filter({"roles.governance": "shared"}, sector="energy")`. Raises ValueError for an unknown field or code.
        """
        keep = pd.Series(True, index=self.cases.index)
        for key, wanted in {**(where or {}), **more}.items():
            many = isinstance(wanted, Iterable) and not isinstance(wanted, str)
            keep &= self._matches(key, list(wanted) if many else [wanted])
        return self.only(keep.index[keep])

    def only(self, cases: Iterable[str]) -> Dataset:
        """A smaller data set of the cases named, in the order of `cases`. Raises ValueError for an unknown case."""
        chosen = set(cases)
        for unknown in chosen - set(self.cases.index):
            self._known(unknown)
        return Dataset(
            **{name: table[(table.index if name == "cases" else table["case"]).isin(chosen)] for name, table in self.tables.items()}
        )

    def state(self, field: str) -> pd.Series:
        """A coded field with the kinds of nothing spelled out: a categorical whose last two codes are not_found
        and does_not_apply. Index: case. Raises ValueError for a field without codes."""
        if field not in self.cases.columns or not isinstance(self.cases[field].dtype, pd.CategoricalDtype):
            coded = [name for name in self.cases.columns if isinstance(self.cases[name].dtype, pd.CategoricalDtype)]
            raise ValueError(not_allowed(field, coded, "coded field of cases"))
        column = self.cases[field]
        codes = [*column.cat.categories, *MISSING_WORDS]
        values = column.astype("str").where(column.notna(), self._why(field))
        return pd.Series(pd.Categorical(values, categories=codes), index=column.index, name=field)

    def state_of(self, case: str, field: str) -> str:
        """One case's code in a coded field, or not_found / does_not_apply. Raises ValueError for an unknown case."""
        value = self.cases.at[self._known(case), field]
        if pd.notna(value):
            return str(value)
        gaps = self.missing
        return str(gaps.loc[(gaps["case"] == case) & (gaps["table"] == "cases") & (gaps["field"] == field), "why"].iloc[0])

    def cite(self, case: str | None = None) -> str:
        """How to cite the data set, or one case with the number of sources it rests on."""
        dataset = load_codebook().dataset
        whole = (
            f"The pcc_data authors ({dataset['released'][:4]}). {dataset['title']['en']} (version {dataset['version']}) "
            f"[Data set]. Licence {dataset['licence']}."
        )
        if case is None:
            return whole
        row = self.cases.loc[self._known(case)]
        if case not in _shipped():
            return f"{row['name']} ({row['city']}, {row['country']}): a record of your own, not part of the data set. Beside: {whole}"
        return f"{row['name']} ({row['city']}, {row['country']}), coded from {len(self.one('sources', case))} sources. In: {whole}"

    def export(self, folder: Source, format: str = "csv") -> list[Path]:
        """Save all tables into `folder` and return the files written.

        `format`: csv, parquet (needs pyarrow), xlsx (one workbook, needs openpyxl), datapackage (CSV and its
        description) or bibtex (the sources). Raises ValueError for another format, ImportError when an extra is missing.
        """
        from pcc_data.tables.export import export

        return export(self.tables, Path(folder), format)

    def _known(self, case: str) -> str:
        return pick(case, self.cases.index, "case")

    def _why(self, field: str) -> pd.Series:
        reasons = self.missing[(self.missing["table"] == "cases") & (self.missing["field"] == field)]
        return reasons.set_index("case")["why"].astype("str").reindex(self.cases.index)

    def _matches(self, key: str, wanted: list[Any]) -> pd.Series:
        if key in ("instruments", "contributions"):
            table = self.tables[key]
            codes = [pick(code, table["code"].cat.categories, f"code of {key}") for code in wanted]
            return pd.Series(self.cases.index.isin(table.loc[table["code"].isin(codes), "case"]), index=self.cases.index)
        column = self.cases[pick(key, [*self.cases.columns, "instruments", "contributions"], "field to filter by")]
        if isinstance(column.dtype, pd.CategoricalDtype):
            for code in wanted:
                pick(code, [*column.cat.categories, *MISSING_WORDS], f"code of {key}")
        elif isinstance(column.dtype, pd.StringDtype):
            for text in set(wanted) - set(column) - set(MISSING_WORDS):  # not an error: another selection may well hold it
                guess = nearest(text, column.dropna().unique())
                warnings.warn(f"No case has the {key} {text!r}." + (f" Did you mean {guess!r}?" if guess else ""), stacklevel=4)
        return column.isin(wanted) | self._why(key).isin([word for word in wanted if word in MISSING_WORDS])


@cache
def _shipped() -> frozenset[str]:
    """Ids of the cases that come with the project."""
    return frozenset(path.stem for path in (datasets_dir() / "cases").glob("*.yaml"))


def load(folder: Source | None = None, *, extra: Source | None = None) -> Dataset:
    """Load the data set: the project's cases, the records in a folder of one's own, or (with `extra`) both.

    Own records are checked by the same rules as the project's. Raises RecordsError (a ValueError) that lists every
    fault of every record, and FileNotFoundError when the folder holds no records.
    """
    book = load_codebook()
    if folder is None and extra is None:
        return Dataset(**frames_from_csv(datasets_dir() / "tables", book))
    folders = [Path(folder) if folder is not None else datasets_dir() / "cases"] + ([Path(extra)] if extra is not None else [])
    return from_records(read_folders(folders))


def from_records(records: list[dict[str, Any]]) -> Dataset:
    """A data set of records that have been checked already (plain dicts in the shape of `pcc_data.records.shape`)."""
    book = load_codebook()
    return Dataset(**frames_from_rows(table_rows(records, book), book))


def read_folders(folders: list[Path]) -> list[dict[str, Any]]:
    """Checked records of all YAML files in the folders. Raises RecordsError, FileNotFoundError."""
    from pcc_data.records.checking import read_records

    records, faults = read_records(folders)
    if faults:
        raise RecordsError(f"{len(faults)} faults; nothing was loaded.\n" + "\n".join(map(str, faults)))
    return records
