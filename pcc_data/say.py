"""Numbers, lists and counts in words, for titles, text twins and errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

Shares = Mapping[str, tuple[int, int]]  # counts with their totals, by name

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: int) -> str:
    """Small whole numbers in words, others in figures with thousands separated."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}"


def cases_in_words(count: int, small: bool = False) -> str:
    """'One case', 'Ten cases', '77 cases'; in small letters inside a sentence."""
    text = f"{number(count)} case{'' if count == 1 else 's'}"
    return text if small else text[0].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'; 'none' for nothing."""
    if not parts:
        return "none"
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def figure_text(value: float) -> str:
    """A number as people write it: 1,234 and 22.2 and 0.35, never 1e+06."""
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{Decimal(f'{value:.3g}'):,f}"


def of(count: int, total: int, whom: str = "") -> str:
    """'4 of 7', or '4 of 7 of the others', with the mark for groups too small to compare."""
    return f"{count:,} of {total:,}{whom and ' '}{whom}" + (" (fewer than three cases)" if total < 3 else "")


def of_cases(count: int, total: int) -> str:
    """'4 of 7 cases', with the mark for groups too small to compare."""
    return f"{count:,} of {total:,} case{'' if total == 1 else 's'}" + (" (fewer than three)" if total < 3 else "")


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
    """The names that share a place; where more than two do, how many they are, such as 'three roles'."""
    return listed(names) if len(names) < 3 else f"{number(len(names))} {noun}"


def tied_shares(shares: Shares, names: Sequence[str], noun: str) -> str:
    """`tied` with counts: 'delivery (2 of 4) and capital (2 of 4)', 'three roles (each 2 of 4)'."""
    said = {name: of(*shares[name]).replace(" (", ", ").rstrip(")") for name in names}
    if len(names) < 3:
        return listed([f"{name} ({said[name]})" for name in names])
    counts = list(dict.fromkeys(said.values()))
    return f"{tied(names, noun)} ({'each ' if len(counts) == 1 else ''}{' or '.join(counts)})"


def own_records(count: int) -> str:
    """What records of the user's own are called, beside those of the data set."""
    return f"{records_in_words(count)} of your own, not part of the data set"


def records_in_words(count: int) -> str:
    """'a record' or '3 records'."""
    return "a record" if count == 1 else f"{count} records"
