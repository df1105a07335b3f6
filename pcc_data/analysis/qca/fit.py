"""How well a set fits an outcome: inclusion, PRI, coverage, relevance of necessity (Ragin 2006; Schneider and Wagemann
2012)."""

from __future__ import annotations

import numpy as np


def sufficiency(x: np.ndarray, y: np.ndarray) -> tuple[float, float, float]:
    """Inclusion (consistency), PRI and coverage of "x is sufficient for y"; NaN where nothing is in the set.

    PRI, the proportional reduction in inconsistency, takes off what x shares with y and with its negation alike.
    """
    both = np.minimum(x, y)
    torn = np.minimum(both, 1 - y).sum()
    return (_share(both.sum(), x.sum()), _share(both.sum() - torn, x.sum() - torn), _share(both.sum(), y.sum()))


def necessity_of(x: np.ndarray, y: np.ndarray) -> tuple[float, float, float]:
    """Inclusion, relevance of necessity (RoN) and coverage of "x is necessary for y".

    A low RoN says that x is nearly always there: it would be "necessary" for anything.
    """
    both = np.minimum(x, y)
    return (_share(both.sum(), y.sum()), _share((1 - x).sum(), (1 - both).sum()), _share(both.sum(), x.sum()))


def unique_coverage(terms: np.ndarray, y: np.ndarray) -> list[float]:
    """The part of the outcome that each term (a row) covers and no other term does."""
    found = []
    whole = np.minimum(terms.max(axis=0), y).sum()
    for at in range(len(terms)):
        others = np.delete(terms, at, axis=0)
        rest = np.minimum(others.max(axis=0), y).sum() if len(others) else 0.0
        found.append(_share(whole - rest, y.sum()))
    return found


def _share(part: float, whole: float) -> float:
    return float(part / whole) if abs(whole) > 1e-12 else float("nan")
