"""Where on earth cases lie, and how far they reach."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pcc_data.arguments import one_of
from pcc_data.codes import load_codebook

ONE_PLACE = "place"


def placed(cases: pd.DataFrame, west: float = -180) -> pd.DataFrame:
    """The rows of `data.cases` that have a place on earth, with numbers as `latitude` and `longitude`, counted from
    `west` on eastwards, and their `reach`. Raises ValueError as `reach`."""
    latitude, longitude = (
        pd.to_numeric(cases[name], errors="coerce").astype(float) for name in ("latitude", "longitude")
    )
    here = latitude.between(-90, 90) & np.isfinite(longitude)
    found = cases[here].assign(latitude=latitude[here], longitude=(longitude[here] - west) % 360 + west)
    return found.assign(reach=reach(cases)[here])


def reach(cases: pd.DataFrame) -> pd.Series:
    """How far each case reaches (index: case); one place where nothing is on record. Raises ValueError for an unknown
    reach."""
    if "reach" not in cases.columns:
        return pd.Series(ONE_PLACE, index=cases.index)
    known = load_codebook().codes("place.reach")
    found = cases["reach"].astype(object).where(cases["reach"].notna(), ONE_PLACE)
    return found.map(lambda code: one_of(code, known, "reach of a case"))
