"""Which roles or instruments the public side brings to which cases, and how those cases stand."""

import pandas as pd

from pcc_data.analysis.city_roles import in_use, named
from pcc_data.charts._kit.basics import Chart, Dataset, no_case, of_data, say
from pcc_data.charts._kit.status_table import status_table
from pcc_data.codes import inside
from pcc_data.say import edges, tied


@of_data
def city_roles(data: Dataset, level: str = "roles") -> Chart:
    """Which cases show which role of a city (or, with `level` instruments, which public instrument), by status.

    One mark a case and role: a case with three roles stands in three rows. Raises ValueError for another level.
    """
    used, names = in_use(data, level), named(level)
    if not len(data):
        return no_case(list(names.values()))
    totals, values = used.sum(), {"level": level, "n": len(data)}
    parts = [say("city-roles.part", name=inside(name), n=totals[code]) for code, name in names.items()]
    said = (_ranked(names, totals, len(data), level), say("city-roles.text", parts=parts, **values))
    rows = {name: used[code] for code, name in names.items()}
    return status_table(data, said, rows, 0.6 if level == "roles" else 0.5, say("city-roles.more", **values))


def _ranked(names: dict[str, str], totals: pd.Series, cases: int, level: str) -> str:
    """The most common and the rarest by name; where more than two are tied, how many they are."""
    values = {"level": level, "n": totals.max(), "total": cases}
    first, last = edges({name: (int(totals[code]), cases) for code, name in names.items()})
    if not first:
        return say("city-roles.alike", **values)
    most, rare = tied(first, f"n-{level}"), tied([inside(name) for name in last], f"n-{level}")
    return say("city-roles.title", first=len(first), most=most, rare=rare, least=totals.min(), **values)
