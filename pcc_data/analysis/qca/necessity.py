"""Which conditions are nearly always there when the outcome is."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pcc_data.analysis.qca.fit import necessity_of
from pcc_data.analysis.qca.given import NEGATION, given


def necessity(memberships: pd.DataFrame, outcome: str, conditions: Iterable[str] | None = None) -> pd.DataFrame:
    """Inclusion, relevance of necessity and coverage of each condition and of its absence (`~`), for an outcome.

    `memberships` has a row a case and a column a set with values from 0 to 1; `outcome` is one of its columns, with ~
    before it for its absence; `conditions` left out are all other columns. Returns a row a condition and one for its
    absence, with columns inclN, RoN and covN: NaN where no case has the outcome. Sources: Ragin (2006), Schneider and
    Wagemann (2012). Raises ValueError for unknown or doubled names, missing values and values outside 0 to 1.
    """
    parts = given(memberships, outcome, conditions)
    rows = {name: necessity_of(parts.x[:, at], parts.y) for at, name in enumerate(parts.conditions)}
    rows |= {NEGATION + name: necessity_of(1 - parts.x[:, at], parts.y) for at, name in enumerate(parts.conditions)}
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["inclN", "RoN", "covN"], dtype=float)
    return table.rename_axis("condition")
