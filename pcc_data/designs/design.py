"""A design: what has been chosen so far, as mappings for the rule, the grid and the comparison, and as a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.analysis.model_rule import FORMS, LISTS, Verdict, model_of
from pcc_data.analysis.similar import FEATURES
from pcc_data.codes import load_codebook, said
from pcc_data.designs.checking import check_file, check_values
from pcc_data.designs.shape import FORMAT, ONLY_DESIGNS
from pcc_data.files.slug import slug
from pcc_data.files.writing import write_whole
from pcc_data.markup import page_style, tag
from pcc_data.records.leaves import FILL_IN
from pcc_data.records.writing import entry, in_order
from pcc_data.say import say
from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_LONGEST_FILE = 60


class Design:
    """A draft of a collaboration: any fields of a record that can be chosen, e.g. `Design(sector="energy",
    roles={"ownership": "shared"})`. What is left out is open.

    The keys are those of a record; texts such as `by`, `staff` and `first_motion` stand beside them, and each bloc of a
    board may say how it would vote. Raises DesignError (a ValueError) that lists every fault.
    """

    def __init__(self, **values: Any) -> None:
        self.values = {key: value for key, value in check_values(values).items() if key != "format"}
        for field in LISTS:  # sets in truth: their order says nothing
            self.values[field] = [code for code in load_codebook().codes(field) if code in self.values[field]]
        self.repairs: list[str] = []

    @classmethod
    def load(cls, file: str | os.PathLike[str]) -> Design:
        """The design in a file. `repairs` says in sentences what had to be repaired.

        Raises DesignError with file, line, field and what is allowed, in the form of `pcc check`.
        """
        read = check_file(Path(file))
        design = cls(**read.values)
        design.repairs = read.repairs
        return design

    @classmethod
    def from_case(cls, data: Dataset, case: str) -> Design:
        """A real case as if it were a design. Raises ValueError for an unknown case."""
        return cls(**_values_of(data, case))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Design) and self.values == other.values

    __hash__ = None  # type: ignore[assignment]

    def __getitem__(self, key: str) -> Any:
        """A value by its key, such as `sector` or `roles.ownership`; None is open. Raises KeyError for an unknown
        key."""
        value: Any = self.values
        for part in key.split("."):
            value = value[part]
        return value

    @property
    def title(self) -> str:
        """Its name, or words that say that it has none."""
        return self["name"] or say("design.unnamed")

    @property
    def codes(self) -> dict[str, Any]:
        """Its codes by dotted key, lists as lists: what `model_of` and `place_of` take."""
        forms = [partner["legal_form"] for partner in self["community_partners"] if partner["legal_form"]]
        return {**{field: self[field] for field in FEATURES}, FORMS: forms}

    @property
    def model(self) -> Verdict | None:
        """The ownership model that its roles and terms make, and why; None as long as nobody has been chosen as
        owner."""
        return model_of(self.codes) if decided("roles.ownership", self["roles.ownership"]) else None

    def features(self) -> dict[str, Any]:
        """What has been decided of the fields in which cases are compared; without a chosen model, the one that it
        makes."""
        found = {key: value for key, value in self.codes.items() if key != FORMS and decided(key, value)}
        made = self.model
        if "ownership_model" not in found and made is not None and made.model:
            found["ownership_model"] = made.model
        return found

    def to_record(self) -> dict[str, Any]:
        """The part of a record that it fills in, for `pcc new-case`: what a record needs besides says FILL_IN."""
        record = {key: value for key, value in self.values.items() if key not in ONLY_DESIGNS}
        record["roles"] = {role: holder or FILL_IN for role, holder in self["roles"].items()}
        record["place"] = {key: value for key, value in self["place"].items() if value}
        words = self["community"] or FILL_IN
        partners = self["community_partners"] or ([{"name": words, "legal_form": None}] if self["community"] else [])
        record["community_partners"] = [
            _filled(partner, words if at == 0 else FILL_IN) for at, partner in enumerate(partners)
        ]
        record["public_partners"] = [_filled(partner, FILL_IN) for partner in self["public_partners"]]
        record["boards"] = [_board(board) for board in self["boards"]]
        return {key: value for key, value in record.items() if value not in (None, [], {})}

    def text(self) -> str:
        """The design as YAML that people can read and edit. What is open is left out."""
        kept = {key: _without_open(value) for key, value in in_order(self.values).items()}
        kept = {"format": FORMAT, **{key: value for key, value in kept.items() if value not in (None, [], {})}}
        lines = [line for key, value in kept.items() for line in entry(key, value)]
        head = (f"# {line}" for line in say("design.head").splitlines())
        return "\n".join([*head, *lines]) + "\n"

    def file_name(self) -> str:
        """A name for its file, made of town and name."""
        return (slug(f"{self['place.city'] or ''} {self['name'] or ''}", _LONGEST_FILE) or "design") + ".yaml"

    def save(self, folder: str | os.PathLike[str], name: str | None = None, *, overwrite: bool = False) -> Path:
        """Write it into a folder, which is made if need be, and return the file. `name` must end in .yaml.

        Raises FileExistsError when there is such a file already (unless `overwrite`), ValueError for a name that is
        none of a file in this folder, and OSError when the folder cannot be written.
        """
        name = name or self.file_name()
        if not name.endswith(".yaml") or name.startswith(".") or any(sign in name for sign in "/\\:\0"):
            raise ValueError(
                f"{name!r} is no name for the file of a design. Allowed: letters, digits and hyphens, then .yaml."
            )
        path = Path(folder).expanduser() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return write_whole(path, self.text(), overwrite=overwrite)

    def __repr__(self) -> str:
        lines = [f"{label}: {value}" for label, value in self.told()]
        return "\n".join([say("design.about", title=self.title), *lines])

    def _repr_html_(self) -> str:
        pairs = [(tag("dt", label), tag("dd", value)) for label, value in self.told()]
        quiet = tag("p", say("design.imagined"), css="pcc-quiet")
        inside = (tag("h3", self.title), quiet, tag("dl", pairs, css="pcc-facts"))
        return page_style() + tag("div", inside, css="pcc mathjax_ignore")

    def told(self) -> list[tuple[str, str]]:
        """Label and words of everything that has been decided, in plain text."""
        book = load_codebook()
        found = [(book.label(key), said_of(key, value)) for key, value in self.codes.items() if decided(key, value)]
        texts = [
            (say("design-text.city"), self["place.city"]),
            (say("design-text.by"), self["by"]),
            (say("design-text.summary"), self["summary"]),
            (say("design-text.first_motion"), self["first_motion"]),
        ]
        return [(label, text) for label, text in texts if text] + found


def decided(field: str, value: Any) -> bool:
    """Whether a value of a design says something: a code that is not "not found", or a list that is not empty."""
    if not value:
        return False
    return not isinstance(value, str) or load_codebook().codes(field)[value].nothing != "not_found"


def said_of(field: str, value: Any) -> str:
    """Label of a code, or labels of a list of codes, in the language of the session."""
    book = load_codebook()
    if isinstance(value, str):
        return book.label(field, value)
    return ", ".join(said(book.codes(field)[code].label) for code in value)


def _filled(group: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value or (name if key == "name" else FILL_IN) for key, value in group.items()}


def _board(board: Mapping[str, Any]) -> dict[str, Any]:
    """A board as a record has it: without votes, and with what has to be found out left open."""
    blocs = [{key: value for key, value in bloc.items() if key != "vote"} for bloc in board["blocs"]]
    return {
        "name": board["name"] or FILL_IN,
        "as_of": None,
        "seats_total": sum(bloc["seats"] for bloc in blocs),
        "blocs": blocs,
        "binding": FILL_IN,
        "majority": board["majority"],
        "power": FILL_IN,
        "sources": [FILL_IN],
    }


def _without_open(value: Any) -> Any:
    """Groups without their open keys, all the way down."""
    if isinstance(value, Mapping):
        inside = {key: _without_open(child) for key, child in value.items()}
        return {key: child for key, child in inside.items() if child not in (None, [], {})}
    if isinstance(value, list):
        return [_without_open(child) for child in value]
    return value


def _values_of(data: Dataset, case: str) -> dict[str, Any]:
    row = data.one("cases", case).iloc[0]
    single = [key for key in load_codebook().fields_with(design=True) if key in row.index]
    known: dict[str, Any] = {key: None if pd.isna(row[key]) else str(row[key]) for key in ("name", "summary", *single)}
    roles = {role: known.pop(f"roles.{role}") for role in ROLES}
    partners = {
        side: [{"name": part["name"], kind: str(part[kind])} for _, part in rows.iterrows()]
        for side, kind in (("public", "level"), ("community", "legal_form"))
        for rows in [data.one("partners", case).query("side == @side")]
    }
    boards = [
        {
            "name": rows["name"].iloc[0],
            "majority": None if pd.isna(rows["majority"].iloc[0]) else str(rows["majority"].iloc[0]),
            "blocs": [
                {"name": bloc.bloc, "side": str(bloc.side), "seats": int(bloc.seats)} for bloc in rows.itertuples()
            ],
        }
        for _, rows in data.one("boards", case).groupby("board")
    ]
    return {
        **known,
        "place": {"city": row["city"], "country": row["country"]},
        "roles": roles,
        "public_partners": partners["public"],
        "community_partners": partners["community"],
        "boards": boards,
        **{field: [str(code) for code in data.one(table, case)["code"]] for field, table in LISTS.items()},
    }
