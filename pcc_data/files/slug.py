"""Names as ids and names of files: small Latin letters, digits and hyphens, whatever script the name is written in."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

LONGEST = 100
_MARK = 6  # signs of the mark that tells names apart whose letters could not all be kept
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
}  # no file on Windows


def _table(letters: str, latin: str) -> dict[str, str]:
    return dict(zip(letters, latin.split(), strict=True))


_LETTERS = {
    **_table("æœßøłđðþħıĸŋŧəǝ", "ae oe ss o l d d th h i k ng t e e"),
    **_table("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
    **_table("абвгдежзийклмнопрстуф", "a b v g d e zh z i y k l m n o p r s t u f"),
    **_table("хцчшщыэюяёєіїґўђјљњћџѕќѓ", "kh ts ch sh shch y e yu ya yo ye i i g u d j lj nj c dz dz k g"),
    **_table("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y"),
    **_table("آأإىةئؤپچژگکی", "a a i a a y w p ch zh g k y"),
    **_table("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h v z h t y k k l m m n n s a p p ts ts k r sh t"),
    **dict.fromkeys("ъьءـー", ""),
}
_UKRAINIAN = {"г": "h", "и": "y"}
_SYLLABLE = re.compile(r"(?:HANGUL SYLLABLE|HIRAGANA LETTER|KATAKANA LETTER)(?: SMALL)? ([A-Z]+)")
_VARIANT = re.compile(r"LATIN SMALL LETTER (?:DOTLESS |OPEN )?([A-Z])(?: WITH .*)?")


def slug(text: str, longest: int = LONGEST) -> str:
    """A name as an id of at most `longest` signs: the same name gives the same id. Empty when it has no letter or
    digit.

    Where letters were lost (a script without a table here, a name cut short), a mark computed from the whole name ends
    the id, so that two such names do not share it.
    """
    name = unicodedata.normalize("NFC", text).lower().strip().replace("ού", "ou").replace("ου", "ou")
    special = _UKRAINIAN if re.search("[іїєґ]", name) else {}
    letters = [special.get(sign) or _romanised(sign) for sign in name]
    word = re.sub("[^a-z0-9]+", "-", "".join(part or "" for part in letters)).strip("-")
    pictures = any(unicodedata.category(sign) == "So" for sign in name)
    if None not in letters and len(word) <= longest and word not in _DEVICES and (word or not pictures):
        return word
    mark = (  # x: digits alone would be read as a number
        f"x{sha256(name.encode('utf-8', 'replace')).hexdigest()[:_MARK]}"
    )
    return f"{word[: longest - len(mark) - 1].strip('-')}-{mark}".strip("-")


def marked(word: str) -> bool:
    """Whether an id ends in the mark that stands for lost letters."""
    return re.search(rf"(?:^|-)x[0-9a-f]{{{_MARK}}}$", word) is not None


def _romanised(sign: str) -> str | None:
    """Latin letters for a sign; a blank for what stands between words; None for a letter that has none here."""
    if sign.isascii():
        return sign
    if sign in _LETTERS:
        return _LETTERS[sign]
    name, category = unicodedata.name(sign, ""), unicodedata.category(sign)
    if unicodedata.combining(sign) or category == "Cf" or name.startswith("MODIFIER LETTER"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(sign))
    found = _SYLLABLE.fullmatch(name) or _VARIANT.fullmatch(name)
    if found:
        return found[1].lower()
    parts = unicodedata.normalize("NFKD", sign)
    if parts != sign:
        known = [_romanised(part) for part in parts]
        return None if None in known else "".join(part or "" for part in known)
    return None if category[0] in "LNM" else " "
