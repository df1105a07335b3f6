"""The data set in use: all tables together, what can be asked of them, and how they are saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from pcc_data.arguments import composed, is_missing, listed, number_of, several, text_of, yes_or_no
from pcc_data.dataset.citing import coding_told
from pcc_data.errors import nearest, not_allowed, pick, warn
from pcc_data.markup import tag
from pcc_data.say import say
from pcc_data.tables.frames import MISSING_WORDS

if TYPE_CHECKING:
    from pcc_data.dataset.reason import Why
    from pcc_data.pages.card import Card


Source = str | PathLike[str]
"""A file or folder, as a text or a path."""
_METHODS = ("case", "why", "filter", "only", "coded_by", "cite", "content_hash", "export")


@dataclass(frozen=True, repr=False, eq=False)
class Dataset:
    """All tables as pandas frames. `cases` has one row a case and the id as index; the others have a column `case`.

    A missing value is NaN or <NA>; the table `missing` tells for each one whether it was not found or does not apply.
    A table of the project's is read when it is first asked for.
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

    @classmethod
    def later(cls, makers: Mapping[str, Callable[[], pd.DataFrame]]) -> Dataset:
        """A data set whose tables are made when they are first asked for, each by a function without arguments."""
        fresh = object.__new__(cls)
        fresh.__dict__["_makers"] = {field.name: makers[field.name] for field in fields(cls)}
        return fresh

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @property
    def own(self) -> int:
        """How many of the cases are records of the user's own."""
        return int(self.cases["own"].sum())

    def __len__(self) -> int:
        return len(self.cases)

    def __repr__(self) -> str:
        mine = {len(self): "all" if len(self) > 1 else "one", 0: "none"}.get(self.own, "some")
        counts = {"sectors": self.cases["sector"].nunique(), "sources": len(self.sources)}
        return coding_told(self, "about", say("dataset.about", cases=len(self), mine=mine, own=self.own, **counts))

    if not TYPE_CHECKING:  # a type checker would take any name

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            if name in self.__dict__.get("_makers", ()):
                return self.__dict__.setdefault(name, self.__dict__["_makers"][name]())
            names = [*(field.name for field in fields(self)), *_METHODS]
            raise AttributeError(not_allowed(name, names, "table or method"))

    def __getstate__(self) -> dict[str, pd.DataFrame]:
        return self.tables  # copied and sent as its tables, which the functions that make them could not be

    def _repr_html_(self) -> str:
        rows = [
            tag("tr", tag("th", name, scope="row"), tag("td", str(len(table)))) for name, table in self.tables.items()
        ]
        head = tag("tr", tag("th", say("dataset.table")), tag("th", say("dataset.rows")))
        return tag("table", tag("caption", repr(self)), head, rows)

    def one(self, table: str, case: str) -> pd.DataFrame:
        """Rows of `table` that belong to one case. Raises ValueError for an unknown case or table."""
        frame = getattr(self, pick(table, [field.name for field in fields(self)], "table"))
        self._known(case)
        return frame.loc[[case]] if table == "cases" else frame[frame["case"] == case]

    def case(self, case: str) -> Card:
        """The card of a case, with all that is recorded of it: rich in a notebook, plain text in a terminal.

        Raises ValueError for an unknown case.
        """
        from pcc_data.pages.card import Card

        return Card(self, self._known(case))

    def why(self, case: str, field: str | int) -> Why:
        """Who says so: a value of a case, the reason for it, since when it holds, and the sources it rests on.

        `field` is a field of the codebook (`roles.governance`, or shorter where that is unique: `governance`,
        `durability`), an item of a list (`events[2]`, `boards[1].blocs[2]`, `promises[1].due`), a year of which there
        is one event, the id of a source, a code of a figure, or a name, label or text of the record (its beginning, or
        a part of it, where only one thing has it). Of a value that was not found it shows the gap. `year` is the year a
        value holds for, None where it has none. Raises ValueError for an unknown case, and for a field that is unknown
        (with the nearest) or may mean several things (with all of them).
        """
        from pcc_data.dataset.why import why

        return why(self, self._known(case), field)

    def filter(self, where: Mapping[str, Any] | None = None, **more: Any) -> Dataset:
        """A smaller data set of the cases that match every condition.

        A condition names a column of `cases`, or `instruments` / `contributions`, and gives one value or a list of
        values; the words `not_found` and `does_not_apply` choose missing values, None chooses both kinds. Keys with a
        dot go into a dict: `data.filter({"roles.governance": "shared"}, sector="energy")`. Numbers may come as texts
        ("2010"), and it does not matter how accents are composed. A value that no case has is warned of, since another
        selection may hold it. Raises ValueError for an unknown field or code, and for a value that the field can never
        have.
        """
        if not isinstance(where, Mapping | None):
            raise ValueError(
                f'Conditions are a dict such as {{"sector": "energy"}}, or sector="energy"; found {where!r}.'
            )
        keep = pd.Series(True, index=self.cases.index)
        for key, wanted in [*(where or {}).items(), *more.items()]:
            keep &= self._matches(key, listed(wanted))
        return self.only(keep.index[keep])

    def only(self, cases: Iterable[str]) -> Dataset:
        """A smaller data set of the cases named (one id or several), in the order of the table `cases`.

        Raises ValueError for an unknown case.
        """
        chosen = (
            cases
            if isinstance(cases, pd.Index) and cases.isin(self.cases.index).all()
            else several(cases, self.cases.index, "case")
        )

        def part(name: str) -> pd.DataFrame:
            table = getattr(self, name)
            return table[(table.index if name == "cases" else table["case"]).isin(chosen)]

        return Dataset.later({field.name: partial(part, field.name) for field in fields(self)})

    def coded_by(
        self, coder: str, round: str | int | Iterable[str | int] | None = None, *, codings: pd.DataFrame | None = None
    ) -> Dataset:
        """The same cases with the codes of one coder in place of theirs, so that any comparison can be drawn again.

        `coder`: of the collection's rounds `first` or `second`. `round`: one round or several, by default those by
        today's definitions (2 and 3), which together hold every case; where a case is in several, the last one counts.
        `codings`: codings of one's own (`pcc.read_codings`) in place of the collection's (`datasets/two_codings.csv`),
        which leave records of one's own as they are. A case, or a field of it, that was not coded there keeps its code.
        The columns `coder` and `round` of `cases` tell whose codes a case has, missing where it keeps its own; the foot
        of each picture says so. Where a code changed, its reason is what the coder wrote, and no source stands behind
        it. Raises ValueError for an unknown coder, round, field or code, with the nearest.
        """
        from pcc_data.dataset.coded_by import coded_by

        return coded_by(self, coder, round, codings)

    def state(self, field: str) -> pd.Series:
        """A coded field with the kinds of nothing spelled out: a categorical whose last two codes are not_found
        and does_not_apply. Index: case. Raises ValueError for a field without codes."""
        dtypes = self.cases.dtypes.items()
        coded = [name for name, dtype in dtypes if isinstance(dtype, pd.CategoricalDtype)]
        column = self.cases[pick(field, coded, "coded field of cases")]
        found, words = column.cat.codes.to_numpy(copy=True), list(MISSING_WORDS)
        categories = [*column.cat.categories, *words]
        found = found.astype("int32")
        gone = found < 0
        if gone.any():
            why = self._why(field).to_numpy()[gone]
            found[gone] = [len(categories) - len(words) + (words.index(one) if one in words else 0) for one in why]
        states = pd.Categorical.from_codes(found, categories=categories)
        return pd.Series(states, index=column.index, name=field)

    def state_of(self, case: str, field: str) -> str:
        """One case's code in a coded field, or not_found / does_not_apply. Raises ValueError for an unknown case or
        field."""
        value = self.cases.at[self._known(case), pick(field, self.cases.columns, "field of cases")]
        if pd.notna(value):
            return str(value)
        gaps = self.missing
        why = gaps.loc[(gaps["case"] == case) & (gaps["table"] == "cases") & (gaps["field"] == field), "why"]
        return str(why.iloc[0]) if len(why) else MISSING_WORDS[0]

    @property
    def content_hash(self) -> str:
        """SHA-256 of all facts of these cases (64 signs): the same on every machine, in any order of cases and however
        a record is laid out; another as soon as a value, a text or a source is another. See `tables/content_hash.py`
        for what is hashed."""
        from pcc_data.tables.content_hash import content_hash

        return content_hash(self.tables)

    def cite(self, case: str | None = None, *, format: str = "text") -> str:
        """How to cite the data set, a selection of it, or one case with the number of sources it rests on.

        All end with the beginning of the hash of the content, so that a result names the exact data. `format`: text (a
        line), bibtex or csl-json (a list with one item, for Zotero, Pandoc and others), which hold the whole hash and
        the ids of selected cases. Records of one's own are named as such. Raises ValueError for another format or an
        unknown case.
        """
        from pcc_data.dataset.cite import cite

        return cite(self, case if case is None else self._known(case), format)

    def export(
        self, folder: Source, format: str = "csv", *, overwrite: bool = False, excel: bool = False
    ) -> list[Path]:
        """Save all tables into `folder`, which is made if need be, and return the files written.

        `format`: csv, parquet (needs pyarrow), xlsx (one workbook, needs openpyxl), datapackage (CSV and its
        description), bibtex or csl-json (the sources). `excel` writes csv for Excel: with the mark by which it knows
        the letters, an apostrophe before a text that it would take for a formula, and the rest of a very long text in a
        further column. What an earlier export wrote and nobody changed is replaced; other files of these names only
        with `overwrite`.

        Before anything is done: ValueError for another format, ImportError when an extra is missing, FileExistsError.
        Later NotWritten (an OSError) that names the file, when the disk is full for example; nothing is then changed.
        """
        from pcc_data.tables.export import export

        return export(lambda: self.tables, Path(folder).expanduser(), format, overwrite=overwrite, excel=excel)

    def _known(self, case: str) -> str:
        return pick(case, self.cases.index, "case")

    def _why(self, field: str) -> pd.Series:
        gaps = self.missing
        here = np.flatnonzero(gaps["table"] == "cases")
        here = here[np.asarray(gaps["field"].array[here] == field, dtype=bool)]
        cases, whys = (list(gaps[name].array[here]) for name in ("case", "why"))
        reasons = dict(zip(reversed(cases), reversed(whys), strict=True))  # of several gaps the first
        return pd.Series([reasons.get(case) for case in self.cases.index], index=self.cases.index, dtype="str")

    def _matches(self, key: str, wanted: list[Any]) -> pd.Series:
        if key in ("instruments", "contributions"):
            table = getattr(self, key)
            codes = [pick(code, table["code"].cat.categories, f"code of {key}") for code in wanted]
            return pd.Series(
                self.cases.index.isin(table.loc[table["code"].isin(codes), "case"]), index=self.cases.index
            )
        column = self.cases[pick(key, [*self.cases.columns, "instruments", "contributions"], "field to filter by")]
        words = [word for word in wanted if isinstance(word, str) and word in MISSING_WORDS]
        values = [
            value for value in wanted if not (isinstance(value, str) and value in words) and not is_missing(value)
        ]
        missing = column.isna() & (self._why(key).fillna(MISSING_WORDS[0]).isin(words) | any(map(is_missing, wanted)))
        if isinstance(column.dtype, pd.CategoricalDtype):
            return missing | column.isin(
                [pick(value, [*column.cat.categories, *MISSING_WORDS], f"code of {key}") for value in values]
            )
        if pd.api.types.is_bool_dtype(column.dtype):
            return missing | column.isin([yes_or_no(value, key) for value in values])
        if pd.api.types.is_numeric_dtype(column.dtype):
            values = [number_of(value, key) for value in values]
            return missing | column.isin(_present(values, column, key))
        alike = column.map(composed, na_action="ignore")
        return missing | alike.isin(_present([text_of(value, key) for value in values], alike, key))


def _present(values: list[Any], column: pd.Series, key: str) -> list[Any]:
    """The values; those that no case has are warned of: no error, since another selection may well hold them."""
    found = set(column.dropna().tolist())
    for value in dict.fromkeys(values):
        if value not in found:
            guess = nearest(value, sorted(found)) if isinstance(value, str) else None
            hint = "guess" if guess else "span" if found and not isinstance(value, str) else "none"
            ends = {"least": str(min(found)), "most": str(max(found))} if hint == "span" else {}
            warn(say(f"filter.no-case-{hint}", field=key, value=repr(value), guess=repr(guess), **ends))
    return values
