"""Texts as they will be seen: how wide they are, where a line may end, and which way they run.

A browser sets the texts of a picture in fonts that this computer may not have, and a record may be in any script. So a
sign that the font of measure lacks has a width by its kind: an East Asian sign is as wide as it is high, an emoji a
little wider.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import bidirectional, category, east_asian_width

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import text_to_path

MEASURE = (  # comes with matplotlib, and is the widest of the fonts that a browser may choose for Latin letters
    "DejaVu Sans"
)
# Ems of signs that the font of measure lacks, as common fonts have them: the widest, not by much.
_ASIAN = 1.0
_EMOJI = 1.4
_THAI = 0.62
_OTHER = 0.8
_MARK = 0.4
_ELLIPSIS = "…"
_SPACES = re.compile(
    "[ \t-\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000]+"
)  # not those that hold words together
_JOINTS = re.compile(r"(?<=[-/_.,:;@&=?+–—])(?=.)")  # where a word that is too long for a line is broken first
_SHORT = 14
_LENIENT = 1.25
_NEVER_FIRST = (
    "ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶะาำๅๆฯ"  # these belong to the sign before them
)
_NEVER_LAST = "เแโใไເແໂໃໄ"  # vowels that are written before their consonant
_RLI = "\u2067"
_LRI = "\u2066"
_PDI = "\u2069"
_OPENERS = (_RLI, _LRI, "\u2068")


@cache
def _font(weight: str) -> tuple[FontProperties, frozenset[int]]:
    """The font of measure, and the signs that it has."""
    font = FontProperties(family=MEASURE, weight=weight, size=100)
    return font, frozenset(get_font(findfont(font)).get_charmap())


@lru_cache(maxsize=16384)
def ems(text: str, weight: str = "normal") -> float:
    """Width of one line of text in ems: what it takes at a size of 1."""
    font, signs = _font(weight)
    plain, others = [text], 0.0
    if not text.isascii():
        measured = [(cluster, _own_width(cluster, signs)) for cluster in clusters(text)]
        plain, others = [cluster for cluster, own in measured if own is None], sum(own or 0 for _, own in measured)
    known = text_to_path.get_text_width_height_descent("".join(plain), font, ismath=False)[0] / 100 if any(plain) else 0
    return known + others * (1.08 if weight == "bold" else 1)


def text_width(text: str, points: float, weight: str = "normal") -> float:
    """Width of one line of text in inches."""
    return ems(text, weight) * points / 72


def stand_in(text: str, weight: str = "normal") -> str:
    """The text with letters in place of the signs that the font of measure lacks: what it can be laid out with."""
    if text.isascii():
        return text
    signs = _font(weight)[1]
    return "".join(cluster if _own_width(cluster, signs) is None else "Hg" for cluster in clusters(text))


def clusters(text: str) -> list[str]:
    """The signs that a reader sees: letters with their accents, an emoji with its parts, a flag."""
    found: list[str] = []
    for sign in text:
        if found and _belongs(found[-1], sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def fold(text: str, points: float, inches: float, weight: str = "normal", *, most: int | None = None) -> str:
    """Break `text` so that no line set in `points` is wider than `inches`; after `most` lines an ellipsis ends it.

    Lines end between words, in East Asian and South-East Asian scripts between signs, and inside a word that no line
    holds.
    """
    room = inches * 72 / points
    lines, used = [""], 0.0
    for word in _SPACES.split(text.strip()):
        space = " " if lines[-1] else ""
        for piece in _pieces(word, room, weight):
            more = ems(piece, weight)
            if lines[-1] and used + ems(space, weight) + more > room:
                lines.append(piece)
                used = more
            else:
                lines[-1] += space + piece
                used += ems(space, weight) + more
            space = ""
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], room, weight)]
    return "\n".join(_whole(lines, runs_left(text)))


def fold_lines(text: str, points: float, inches: float, weight: str = "normal") -> str:
    """Each line of a text folded by itself."""
    return "\n".join(fold(line, points, inches, weight) for line in text.split("\n"))


def shorten(text: str, points: float, inches: float, weight: str = "normal") -> str:
    """The text in one line of at most so many inches; what is left out is marked by an ellipsis."""
    line, room = " ".join(_SPACES.split(text.strip())), inches * 72 / points
    return line if ems(line, weight) <= room else _whole([_cut(line, room, weight)], runs_left(text))[0]


def isolated(text: str) -> str:
    """A text of a record or of a user inside a sentence of ours, so that neither turns the other's brackets and figures
    round.

    Only a text with letters that run from right to left gets marks (Unicode's isolates), which nobody sees.
    """
    if max(text, default="") < "\u0590" or not any(bidirectional(sign) in _TURNING for sign in text):
        return text
    return f"{_RLI if runs_left(text) else _LRI}{text}{_PDI}"


def one_way(line: str) -> str:
    """A line that runs from right to left whatever stands around it, where its first letter does; others as they
    are."""
    return f"{_RLI}{line}{_PDI}" if runs_left(line) else line


_TURNING = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"}


def runs_left(text: str) -> bool:
    """Whether a line runs from right to left: whether its first letter does, isolated parts left aside."""
    if max(text, default="") < "\u0590":
        return False
    depth = 0
    for sign in text:
        kind = bidirectional(sign)
        depth += (kind in ("LRI", "RLI", "FSI")) - (kind == "PDI" and depth > 0)
        if not depth and kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def _belongs(before: str, sign: str) -> bool:
    """Whether a sign is a part of the one that the reader sees before it."""
    code = ord(sign)
    if code < 0x300:
        return False
    flag = 0x1F1E6 <= code <= 0x1F1FF and len(before) == 1 and 0x1F1E6 <= ord(before) <= 0x1F1FF
    part = (
        category(sign).startswith("M")
        or sign in "\u200c\u200d"
        or 0x1F3FB <= code <= 0x1F3FF
        or 0x1160 <= code <= 0x11FF
    )
    return flag or part or 0xE0020 <= code <= 0xE007F or before[-1] == "\u200d"


def _own_width(cluster: str, signs: frozenset[int]) -> float | None:
    """Ems of a sign that the font of measure does not draw as browsers do; None where it measures the sign itself."""
    first = ord(cluster[0])
    if "\ufe0f" in cluster or 0x1F000 <= first <= 0x1FFFF or (category(cluster[0]) == "So" and _asian(cluster[0])):
        return _EMOJI
    seen = [sign for sign in cluster if category(sign) not in ("Cf", "Mn", "Me", "Cc")]
    if all(ord(sign) in signs for sign in cluster if category(sign) not in ("Cf", "Cc")):
        return None if seen else 0.0
    return sum(_kind_width(sign) for sign in seen)


def _kind_width(sign: str) -> float:
    if _asian(sign):
        return _ASIAN
    if category(sign) == "Mc":
        return _MARK
    return _THAI if 0x0E00 <= ord(sign) <= 0x0EFF else _OTHER


def _asian(sign: str) -> bool:
    return east_asian_width(sign) in "WF"


def _unspaced(cluster: str) -> bool:
    """Whether the script of a sign sets no spaces between words: lines may end beside it. Korean sets them."""
    code = ord(cluster[0])
    south_east = 0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF
    return south_east or (_asian(cluster[0]) and not 0xAC00 <= code <= 0xD7A3)


def _pieces(word: str, room: float, weight: str) -> list[str]:
    """Parts of a word between which a line may end, each no wider than the room."""
    pieces = [word] if word.isascii() else _parted(word)
    return [
        part for piece in pieces for part in ([piece] if ems(piece, weight) <= room else _torn(piece, room, weight))
    ]


def _torn(word: str, room: float, weight: str) -> list[str]:
    """A word that no line holds, in parts: broken at its joints, else anywhere. A short one that is only a little too
    long for a narrow column stays whole: torn it would not be read."""
    units = []
    for unit in _JOINTS.split(word):
        signs = clusters(unit)
        whole = ems(unit, weight) <= (room * _LENIENT if len(signs) <= _SHORT else room)
        units += [unit] if whole else signs
    parts = units[:1]
    for unit in units[1:]:
        if ems(parts[-1] + unit, weight) <= room:
            parts[-1] += unit
        else:
            parts.append(unit)
    return parts


def _parted(word: str) -> list[str]:
    signs = clusters(word)
    pieces = signs[:1]
    for before, sign in pairwise(signs):
        stays = category(sign[0]) in ("Pe", "Pf", "Po") or sign[0] in _NEVER_FIRST
        stays |= category(before[0]) in ("Ps", "Pi", "Sc") or before[0] in _NEVER_LAST
        if stays or not (_unspaced(before) or _unspaced(sign)):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _cut(line: str, room: float, weight: str) -> str:
    """As much of a line as leaves room for an ellipsis: whole words, unless too little would be left."""
    signs, used, end = clusters(line), ems(f" {_ELLIPSIS}", weight), 0
    while end < len(signs) and used + ems(signs[end], weight) <= room:
        used += ems(signs[end], weight)
        end += 1
    kept = "".join(signs[:end])
    words = kept if end == len(signs) or signs[end] == " " else kept.rpartition(" ")[0]
    return f"{words.rstrip()} {_ELLIPSIS}" if len(words) > len(kept) / 2 else kept.rstrip() + _ELLIPSIS


def _whole(lines: list[str], leftwards: bool) -> list[str]:
    """Lines that each stand alone: what is isolated ends with its line and begins again, and all run the way the text
    does."""
    made, opened = [], ""
    for line in lines:
        start = opened
        for sign in line:
            if sign in _OPENERS:
                opened += sign
            elif sign == _PDI:
                opened = opened[:-1]
        line = start + line + _PDI * len(opened)
        made.append(f"{_RLI}{line}{_PDI}" if leftwards and len(lines) > 1 else line)
    return made
