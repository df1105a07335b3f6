"""Errors that say what was found, what is allowed and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(found: object, allowed: Iterable[str]) -> str | None:
    """The allowed word that is spelt most like `found` or contains it, or None when none comes close."""
    words = {word.lower(): word for word in allowed}
    wanted = str(found).lower()
    close = get_close_matches(wanted, words, n=1, cutoff=0.5)
    close = close or [word for word in words if len(wanted) >= 3 and wanted in word]
    return words[close[0]] if close else None


def not_allowed(found: object, allowed: Iterable[str], what: str) -> str:
    """One sentence: `found` is no `what`, these are, and the nearest one."""
    allowed = list(allowed)
    guess = nearest(found, allowed)
    shown = ", ".join(allowed[:12]) + (f" … ({len(allowed)} in all)" if len(allowed) > 12 else "")
    return f"{found!r} is no {what}. " + (f"Did you mean {guess!r}? " if guess else "") + f"Allowed: {shown}."


def pick(found: str, allowed: Iterable[str], what: str) -> str:
    """`found` itself when it is allowed; otherwise ValueError with the nearest allowed word."""
    allowed = list(allowed)
    if not isinstance(found, str) or found not in allowed:  # no code is a number, a list, or missing
        raise ValueError(not_allowed(found, allowed, what))
    return found
