"""The codebook: every field and code with its label, definition, order, colour and reference.

`datasets/codebook.yaml` is written by hand; `pcc build` compiles it to `datasets/tables/codebook.json`, which loads
fast and also holds how well independent coders agreed on each field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from pcc_data.errors import pick
from pcc_data.files.built import INDEX, Built, Damaged
from pcc_data.paths import datasets_dir
from pcc_data.say import Words, figure_text, say
from pcc_data.settings import settings

if TYPE_CHECKING:
    import pandas as pd

NOTHING = Words("nothing", ("not_found", "does_not_apply", "none"))
"""The three kinds of nothing, with the words that people see."""
_FIRST = re.compile(r"(?<=[.?!])\s+")
_MISSING = {"nan": "not_found", "<NA>": "not_found"}
"""Missing values of pandas as texts."""


class Code(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One allowed value of a field. `nothing` tells that the code itself means 'not found' or 'none'."""

    label: dict[str, str]
    definition: dict[str, str] = {}
    short: dict[str, str] = {}
    phrase: dict[str, str] = {}
    colour: str | None = None
    marker: str | None = None
    letter: str | None = None
    nothing: str | None = None
    unit: str | None = None
    countries: list[str] = []


class Agreement(msgspec.Struct):
    """How well two independent codings of a field agree (Krippendorff's alpha; None when undefined)."""

    alpha: float | None
    units: int
    reliable: bool


class Field(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One field of a record; the head of the codebook tells what each key says. `codes` keeps the codebook's order."""

    label: dict[str, str]
    definition: dict[str, str] = {}
    phrase: dict[str, str] = {}
    type: str = "text"
    scale: str | None = None
    reference: str | None = None
    required: bool = False
    basis: Literal["needed", "allowed"] | None = None
    as_of: str | None = None
    card: str | None = None
    paper: int | None = None
    design: bool = False
    nothing: str | None = None
    nothing_when: dict[str, str] = {}
    codes: dict[str, Code] = {}
    codes_of: str | None = None
    agreement: Agreement | None = None

    def nothing_in(self, record: dict[str, Any]) -> str | None:
        """What a missing value of this field means in this record: not_found, does_not_apply, or None (not allowed)."""
        rule = dict(self.nothing_when)
        instead = rule.pop("is", None)
        if instead and all(record.get(key) == value for key, value in rule.items()):
            return instead
        return self.nothing

    @property
    def reliable(self) -> bool:
        """False when independent coders agreed too little to draw conclusions from this field."""
        return self.agreement is None or self.agreement.reliable

    def __repr__(self) -> str:
        """What the field means, its codes with their meanings, and how well coders agreed: to be read."""
        codes = [
            say("codebook.code", code=name, label=said(code.label), meaning=said(code.definition) or "–")
            for name, code in self.codes.items()
        ]
        found = self.agreement
        agreed = (
            ""
            if found is None or found.alpha is None
            else say(
                "codebook.agreed",
                alpha=figure_text(round(found.alpha, 2)),
                n=found.units,
                reliable=str(found.reliable).lower(),
            )
        )
        head = say("codebook.field", label=said(self.label), meaning=said(self.definition))
        return "\n".join(filter(None, [head, *codes, agreed]))


class Codebook(msgspec.Struct, forbid_unknown_fields=True, eq=False):
    """All fields and codes. Ask it for labels, order and colours; nothing else in the package holds them."""

    dataset: dict[str, Any]
    fields: dict[str, Field]
    report: dict[str, Any] = {}
    code_lists: dict[str, dict[str, Code]] = {}
    world_regions: dict[str, Code] = {}
    spare: dict[str, list[str]] = {}
    """Colours and markers for codes of one's own that name none."""

    def field(self, key: str) -> Field:
        """The field `key`, or that of a column of `cases`, as reach is place.reach; ValueError with the nearest key
        when there is none."""
        if isinstance(key, str) and key in self.fields:
            return self.fields[key]
        at = f"place.{key}"
        return self.fields[at if at in self.fields else pick(key, self.fields, "field of the codebook")]

    __getitem__ = field

    def fields_with(self, **signs: Any) -> tuple[str, ...]:
        """Keys of the fields of which the codebook says so, in its order, as with `fields_with(card="roles")`."""
        return tuple(
            key for key, field in self.fields.items() if all(getattr(field, sign) == signs[sign] for sign in signs)
        )

    def codes(self, key: str) -> dict[str, Code]:
        """Codes of a field in the codebook's order."""
        return self.field(key).codes

    def label(self, key: str, code: str | None = None) -> str:
        """Label of a field, or of one of its codes, in the language of the session; of a missing value, 'not found'."""
        field = self.field(key)
        if code is None:
            return said(field.label)
        kind = _MISSING.get(str(code), str(code))
        if str(code) not in field.codes and kind in NOTHING:
            return NOTHING[kind]
        return said(field.codes[pick(str(code), field.codes, f"code of {key}")].label)

    def short(self, key: str, code: str) -> str:
        """The shortest label of a code, for narrow places."""
        found = self.field(key).codes.get(code)
        return said(found.short) if found and found.short else self.label(key, code)

    def phrase(self, key: str, code: str | None = None) -> str:
        """What a field, or one of its codes, is called inside a sentence, such as 'both sides'; without a phrase of its
        own its label, whose first letter is small then (an abbreviation stays as it is).

        A kind of nothing, such as not_found, is called like the code that stands for it.
        """
        if code is None:
            field = self.field(key)
            return said(field.phrase) if field.phrase else inside(self.label(key))
        codes = self.codes(key)
        found = codes.get(code) or next((entry for entry in codes.values() if entry.nothing == code), None)
        return said(found.phrase) if found and found.phrase else inside(self.label(key, code))

    def country_region(self, country_code: str) -> str | None:
        """World region (UN M49) of an ISO 3166-1 alpha-3 code, or None when it is no such code."""
        return next((name for name, region in self.world_regions.items() if country_code in region.countries), None)

    def extended(self, own: Mapping[str, dict[str, Code]]) -> Codebook:
        """This codebook with codes of one's own behind those of a field, or of a list that fields share."""
        lists = {name: self._with(codes, own.get(name, {})) for name, codes in self.code_lists.items()}
        known = {key: self._with(field.codes, own.get(field.codes_of or key, {})) for key, field in self.fields.items()}
        changed = {key: msgspec.structs.replace(field, codes=known[key]) for key, field in self.fields.items()}
        return msgspec.structs.replace(self, fields=changed, code_lists=lists)

    def _with(self, codes: dict[str, Code], own: dict[str, Code]) -> dict[str, Code]:
        """Codes with further ones; where all have a colour these get one of the spare ones, and a marker."""
        drawn, found = all(code.colour for code in codes.values()), {**codes, **own}
        for name, code in own.items() if drawn else ():
            colours, markers = ({getattr(entry, sign) for entry in found.values()} for sign in ("colour", "marker"))
            found[name] = msgspec.structs.replace(
                code,
                colour=code.colour
                or next((colour for colour in self.spare["colours"] if colour not in colours), "#888888"),
                marker=code.marker or next((marker for marker in self.spare["markers"] if marker not in markers), None),
            )
        return found

    @property
    def languages(self) -> list[str]:
        """Languages in which the fields have labels."""
        return sorted({language for field in self.fields.values() for language in field.label})

    @property
    def version(self) -> str:
        """Version of the data set."""
        return str(self.dataset["version"])

    def table(self) -> pd.DataFrame:
        """One row a code (or a field without codes): field, code, label, definition, scale, alpha, reliable."""
        import pandas as pd

        rows = []
        for key, field in self.fields.items():
            alpha = field.agreement.alpha if field.agreement else None
            for code, entry in field.codes.items() or [("", field)]:
                rows.append(
                    (
                        key,
                        code,
                        said(entry.label),
                        said(entry.definition),
                        field.scale or field.type,
                        alpha,
                        field.reliable,
                    )
                )
        return pd.DataFrame(rows, columns=["field", "code", "label", "definition", "scale", "alpha", "reliable"])

    def __repr__(self) -> str:
        codes = sum(len(field.codes) for field in self.fields.values())
        return say("codebook.about", version=self.version, fields=len(self.fields), codes=codes)

    def _repr_html_(self) -> str:
        return self.table().to_html(index=False)


def inside(label: str) -> str:
    """A label as it stands inside a sentence, in languages that write nouns small."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def said(texts: dict[str, str]) -> str:
    """The text in the language of the session, else in English."""
    return texts.get(settings.language) or texts.get("en", "")


def said_briefly(texts: dict[str, str]) -> str:
    """The first sentence of a definition, which is for every reader."""
    return _first_and_rules(said(texts))[0]


def rules_said(texts: dict[str, str]) -> str:
    """What follows the first sentence of a definition: rules for who codes, or nothing."""
    return _first_and_rules(said(texts))[1]


def _first_and_rules(text: str) -> tuple[str, str]:
    first, *rules = _FIRST.split(" ".join(text.split()), maxsplit=1)
    return first, "".join(rules)


def read_codebook(path: Path) -> Codebook:
    """Read a codebook from YAML and fill in shared code lists and the world regions.

    Raises ValueError that names the file: with the line when it is no YAML, with the field when that has a wrong shape
    or names a code list that is not there.
    """
    from pcc_data.files.read_yaml import read_yaml

    raw = read_yaml(path)
    try:
        book = msgspec.convert(raw, Codebook)
    except msgspec.ValidationError as error:
        raise ValueError(f"{path}: {_misshapen(raw) or error}") from None
    for key, field in book.fields.items():
        if field.codes_of:
            field.codes = book.code_lists[pick(field.codes_of, book.code_lists, f"code list ({path}, field {key})")]
    if "world_region" in book.fields:
        book.fields["world_region"].codes = book.world_regions
    return book


def _misshapen(raw: Any) -> str:
    """The first part of a codebook whose shape is wrong, by name, and what is wrong with it; empty when it is the
    whole."""
    lists = raw.get("code_lists") if isinstance(raw, dict) else None
    groups: list[tuple[str, Any, type]] = (
        [(part, raw.get(part), kind) for part, kind in _PARTS] if isinstance(raw, dict) else []
    )
    groups += [(f"code_lists.{name}", codes, Code) for name, codes in lists.items()] if isinstance(lists, dict) else []
    for name, group, kind in groups:
        for key, value in group.items() if isinstance(group, dict) else ():
            try:
                msgspec.convert(value, kind)
            except msgspec.ValidationError as error:
                return f"{name}.{key}: {error}"
    return ""


_COMPILED = "codebook.json"
_PARTS = (("fields", Field), ("world_regions", Code))

_building: list[Codebook] = []


@contextmanager
def codebook_in_use(book: Codebook) -> Iterator[None]:
    """While `pcc build` runs, everybody asks the codebook that is being built, never the one that an earlier run
    left."""
    _building.append(book)
    try:
        yield
    finally:
        _building.pop()


def load_codebook() -> Codebook:
    """The codebook of this data set, compiled if `pcc build` has run, otherwise from its source; with the user's own
    codes of all folders that were loaded in this session (`settings.own_codes`).

    Raises ValueError that names the file when it is cut or damaged.
    """
    return _building[-1] if _building else _with_own(tuple(settings.own_codes.values()))


@lru_cache(maxsize=8)
def _with_own(own: tuple[str, ...]) -> Codebook:
    """The compiled codebook with own codes, each given as JSON: once made it stays the same object, by which others
    keep things."""
    book = _compiled()
    for codes in own:
        book = book.extended(msgspec.json.decode(codes, type=dict[str, dict[str, Code]]))
    return book


def use_own_codes(folder: Path, own: Mapping[str, dict[str, Code]]) -> None:
    """From now on know the codes that a folder of records adds, in place of those it added before."""
    settings.own_codes.pop(str(folder.resolve()), None)
    if own:
        settings.own_codes[str(folder.resolve())] = msgspec.json.encode(own).decode("utf-8")


@cache
def _compiled() -> Codebook:
    folder = datasets_dir()
    tables = folder / "tables"
    if not (tables / INDEX).is_file() and not (tables / _COMPILED).is_file():
        return read_codebook(folder / "codebook.yaml")
    try:
        return msgspec.json.decode(Built(tables).read(_COMPILED), type=Codebook)
    except msgspec.DecodeError as error:
        raise Damaged(tables / _COMPILED, str(error)) from None


def set_language(code: str) -> None:
    """Show labels in the language `code` (ISO 639-1); a label that lacks it is shown in English.

    Raises ValueError when the codebook holds no label in that language.
    """
    settings.language = pick(code, load_codebook().languages, "language")
