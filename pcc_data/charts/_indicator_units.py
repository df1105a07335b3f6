"""Which figures can be compared: codes and units that several cases have."""

import pandas as pd

from pcc_data.analysis.same_figures import NOT_ONE_THING
from pcc_data.charts._kit.basics import Dataset, load_codebook


def indicator_units(data: Dataset) -> pd.DataFrame:
    """What can be compared: each code and unit with its label, the number of cases and of figures, most cases first.

    The code `other` is left out, because its figures are of different things.
    """
    facts = data.indicators[data.indicators["code"] != NOT_ONE_THING]
    groups = (
        facts.assign(code=facts["code"].astype("str"))
        .groupby(["code", "unit"])["case"]
        .agg(cases="nunique", figures="size")
    )
    table = groups.reset_index().sort_values(
        ["cases", "figures", "code", "unit"], ascending=[False, False, True, True], kind="stable"
    )
    table.insert(1, "label", [load_codebook().label("indicators.code", code) for code in table["code"]])
    return table[["code", "unit", "label", "cases", "figures"]].reset_index(drop=True)
