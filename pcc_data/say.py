"""What the package says: every sentence comes from `words/<language>.ftl`, numbers and lists as the language writes
them.

The catalogue is written in Project Fluent's syntax (Mozilla, 2019): plural, order of words and alternatives are decided
there, by whoever translates. A language that lacks a message says it in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcc_data.errors import not_allowed
from pcc_data.paths import words_dir
from pcc_data.settings import FIRST, settings

if TYPE_CHECKING:
    from babel import Locale
    from fluent.runtime import FluentBundle

Shares = Mapping[str, tuple[int, int]]  # counts with their totals, by name

_LOCALES = {FIRST: "en_GB"}  # lists without a comma before the last "and"
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
_REFERENCE = re.compile(r"\{\s*(?:\w+\()?\s*(-?[a-z][\w-]*)")
_WHOLE_FROM = 1000  # figures from here on carry no decimals
_DIGITS = 3
_LONG = 1000  # characters


def say(key: str, /, **values: object) -> str:
    """The message `key` of the catalogue, or its part (`message.part`), with values in its places.

    Whole numbers decide on the plural and are written as the language does; so are other figures, with three digits
    that count. A list is told as one ("a, b and c"). A year is given as text. Raises LookupError for a message that is
    not there or a value that it lacks.
    """
    given = tuple((name, _told(value)) for name, value in values.items())
    return _said(settings.language, str(words_dir()), key, given)


def has(key: str) -> bool:
    """Whether the catalogue has this message, or this part of one."""
    return _catalogue(FIRST, str(words_dir())).pattern(key) is not None


def listed(parts: Iterable[str], style: str = "standard") -> str:
    """'a', 'a and b', 'a, b and c' (or, in the style `or`: 'a, b or c'); 'none' for nothing."""
    from babel.lists import format_list

    found, locale = [str(part) for part in parts], _locale(settings.language)
    if len(found) > 3:  # those between are joined here: format_list copies all that it has for each one more
        between = locale.list_patterns[style]["middle"].removeprefix("{0}").removesuffix("{1}")
        found = [found[0], between.join(found[1:-1]), found[-1]]
    return format_list(found, style=style, locale=locale) if found else say("none")


def stopped(text: str) -> str:
    """A text with a full stop, unless it ends with a mark of its own ("Who?", "Inc.")."""
    return text if text.rstrip("”’)").endswith((".", "?", "!", "…")) else f"{text}."


def figure_text(value: float) -> str:
    """A number as people write it: 1,234 and 22.2 and 0.35, never 1e+06."""
    return _figure(float(value), settings.language)


def number(count: int) -> str:
    """Small whole numbers in words, others in figures with thousands separated."""
    return say("number", n=count)


def of(count: int, total: int, whom: str = "") -> str:
    """'4 of 7', or '4 of 7 of the others', with the mark for groups too small to compare."""
    return say("of-whom", n=count, total=total, whom=whom) if whom else say("of", n=count, total=total)


def of_cases(count: int, total: int) -> str:
    """'4 of 7 cases', with the mark for groups too small to compare."""
    return say("of-cases", n=count, total=total)


def edges(shares: Shares) -> tuple[list[str], list[str]]:
    """What has the largest share, and what has the smallest, of counts with their totals; several names are tied.

    Both lists are empty where all shares are equal: then nothing is most or least.
    """
    sizes = {name: count / total for name, (count, total) in shares.items()}
    low, high = min(sizes.values(), default=0), max(sizes.values(), default=0)
    if low == high:
        return [], []
    return [name for name in sizes if sizes[name] == high], [name for name in sizes if sizes[name] == low]


def tied(names: Sequence[str], noun: str) -> str:
    """The names that share a place; where more than two do, how many they are, such as 'three roles'.

    `noun` is a message with the number in it, such as `n-roles`.
    """
    if len(names) < 3:
        return listed(names)
    return say(noun, n=len(names))


def tied_shares(shares: Shares, names: Sequence[str], noun: str) -> str:
    """`tied` with counts: 'delivery (2 of 4) and capital (2 of 4)', 'three roles (each 2 of 4)'."""
    said = {name: say("of-inside", n=shares[name][0], total=shares[name][1]) for name in names}
    if len(names) < 3:
        return listed([say("with-share", name=name, share=said[name]) for name in names])
    counts = list(dict.fromkeys(said.values()))
    return say("tied", names=tied(names, noun), n=len(counts), shares=listed(counts, "or"))


def own_records(count: int) -> str:
    """What records of the user's own are called, beside those of the data set."""
    return say("own-records", n=count)


class Words(Mapping[str, str]):
    """What the keys of a closed set are called, in the language of the session: parts of one message of the catalogue.

    `parts` tells which part stands for which key, where they are not the same.
    """

    def __init__(self, message: str, keys: Iterable[str], parts: Mapping[str, str] | None = None) -> None:
        self._message, self._keys, self._parts = message, tuple(keys), parts or {}

    def __getitem__(self, key: str) -> str:
        if key not in self._keys:
            raise KeyError(key)
        return say(f"{self._message}.{self._parts.get(key, key)}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class _Catalogue:
    """The messages of one language. Each is parsed when it is first asked for: a page needs few of them."""

    def __init__(self, language: str, folder: Path) -> None:
        from fluent.runtime import FluentBundle

        text = (folder / f"{language}.ftl").read_text(encoding="utf-8")
        starts = [*_ENTRY.finditer(text)]
        ends = [*(entry.start() for entry in starts[1:]), len(text)]
        self._sources = {entry[1]: text[entry.start() : end] for entry, end in zip(starts, ends, strict=True)}
        self._locale = _locale(language)
        functions = {"CAPITAL": self._capital, "WORD": self._word}
        self.bundle: FluentBundle = FluentBundle([str(self._locale)], functions=functions, use_isolating=False)

    def pattern(self, key: str) -> Any:
        """What is said for a key, to be formatted; None where the language does not have it."""
        name, _, part = key.partition(".")
        if name not in self._sources:
            return None
        self._add(name)
        message = self.bundle.get_message(name)
        return message.attributes.get(part) if part else message.value

    @property
    def keys(self) -> list[str]:
        """Names of all messages."""
        return list(self._sources)

    def _add(self, name: str) -> None:
        from fluent.runtime import FluentResource

        if self.bundle.has_message(name) or name not in self._sources:
            return
        source = re.sub(r"(?m)^#.*\n?", "", self._sources[name])
        self.bundle.add_resource(FluentResource(source))
        for other in _REFERENCE.findall(source):
            self._add(other)

    def _word(self, count: Any) -> Any:
        """A small number in words, where the language has one for it."""
        found = self.pattern(f"numbers.n{int(count)}")
        return self.bundle.format_pattern(found)[0] if found else count

    def _capital(self, text: Any) -> str:
        """The text with its first letter as a capital, to begin a sentence with."""
        shown = text if isinstance(text, str) else text.format(self._locale)
        return shown[:1].upper() + shown[1:]


@cache
def _catalogue(language: str, folder: str) -> _Catalogue:
    return _Catalogue(language, Path(folder))


@lru_cache(maxsize=8192)
def _said(language: str, folder: str, key: str, values: tuple[tuple[str, Any], ...]) -> str:
    known = [name for name in dict.fromkeys((language, FIRST)) if (Path(folder) / f"{name}.ftl").is_file()]
    for name in known:
        catalogue = _catalogue(name, folder)
        pattern = catalogue.pattern(key)
        if pattern is None:
            continue
        long = {value: f"\ue000{at}\ue001" for at, (_, value) in enumerate(values) if _too_long(value)}
        given = {place: long.get(value) or _fluent(value) for place, value in values}
        text, errors = catalogue.bundle.format_pattern(pattern, given)
        if errors:
            raise LookupError(f"{key} in words/{name}.ftl with {dict(values)}: {errors[0]}")
        for value, stand_in in long.items():
            text = str(text).replace(stand_in, value)
        return str(text)
    raise LookupError(not_allowed(key, _catalogue(FIRST, folder).keys, "message of the catalogue"))


def _too_long(value: Any) -> bool:
    """Whether Fluent would refuse a text for its length: a stand-in goes in, and out again."""
    return isinstance(value, str) and len(value) > _LONG


def _told(value: object) -> Any:
    """A value as the catalogue takes it: a text, a whole number, or a figure."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return int(value) if float(value).is_integer() else float(value)
    return listed(value) if isinstance(value, Iterable) else str(value)


def _fluent(value: Any) -> Any:
    """A number with its form: three digits that count, from a thousand on none behind the point."""
    from fluent.runtime.types import fluent_number

    if not isinstance(value, float):
        return value
    form = {"maximumFractionDigits": 0} if abs(value) >= _WHOLE_FROM else {"maximumSignificantDigits": _DIGITS}
    return fluent_number(value, **form)


def language_name(language: str) -> str:
    """What a language calls itself; its code where that is not on record."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language).get_language_name(language)
    except UnknownLocaleError:
        name = None
    return name or language


@cache
def _locale(language: str) -> Locale:
    """How a language writes numbers and lists; like English where that is not on record."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_LOCALES.get(language, language))
    except UnknownLocaleError:
        return Locale.parse(_LOCALES[FIRST])


@lru_cache(maxsize=4096)
def _figure(value: float, language: str) -> str:
    from fluent.runtime.types import fluent_number

    shown = _fluent(int(value) if value.is_integer() else value)
    return str((fluent_number(shown) if isinstance(shown, int) else shown).format(_locale(language)))
