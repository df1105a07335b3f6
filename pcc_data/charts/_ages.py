"""When the cases of each group began, with their ratings of an outcome: who has had time, beside who is rated."""

import pandas as pd

from pcc_data.analysis.compare import FEW
from pcc_data.analysis.older_and_younger import BEGUN_BY, COLUMNS, older_and_younger
from pcc_data.analysis.states import codes_in_order, states
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.drawing.dot_table import DotTable, table_figure

_FIRST = 1980  # what began earlier shares a column
_ROW, _ROW_ON_PAPER = 0.43, 0.52  # inches: lines of marks, two where the picture has to fit a screen


@of_data
def ages(data: Dataset, by: str = "ownership_model", domain: str = "durability") -> Chart:
    """One mark a case: its group down, the decade of its start across, on the mark its rating of `domain`.

    The table gives of each group the median start, and the median rating of the cases begun by 2010 and of the later
    ones. Raises ValueError for a field without codes or an unknown outcome.
    """
    book, rated = load_codebook(), f"outcomes.{domain}"
    ratings = states(data, rated)
    group = data.state(by)
    if not len(data):
        return no_case([book.label(by), *(say(f"ages.column-{name}") for name in COLUMNS)])
    years = data.cases["start_year"]
    decade = years.map(lambda year: str(max(year // 10 * 10, _FIRST - 10)), na_action="ignore")
    places = pd.DataFrame({"row": group, "column": decade.fillna("not_found")})
    places[rated] = ratings
    down = {code: book.short(by, code) for code in codes_in_order(by) if (group == code).any()}
    decades = sorted(set(places["column"]) - {"not_found"}, key=lambda decade: int(decade))
    across = {decade: say("ages.decade", year=decade, first=int(decade) < _FIRST) for decade in decades}
    if (places["column"] == "not_found").any():
        across["not_found"] = say("ages.no-start")
    found = older_and_younger(group, years, ratings.astype(str), list(down))
    title, text = _said(found, by, domain, years, ratings.astype(str))
    names, row = (1.95, _ROW) if style().width > 10 else (1.15, _ROW_ON_PAPER)
    table = DotTable(places.sort_values(rated), down, across, ("not_found",), colour=rated, names=names)
    note = say("ages.note", n=len(data), outcome=book.phrase(rated)) + unreliable(by, rated)
    axes = (say("ages.across"), say("ages.down", by=book.label(by)))
    figure = table_figure(title, note, table, row * len(down), axes, above=style().inch * 2.8)
    found.columns = [say(f"ages.column-{name}") for name in COLUMNS]
    found = found.rename(index=lambda code: book.label(by, code)).rename_axis(index=book.label(by))
    return Chart(figure, title, text, found, dict(data.cases["name"]))


def _said(found: pd.DataFrame, by: str, domain: str, years: pd.Series, ratings: pd.Series) -> tuple[str, str]:
    """Which groups began first and last, by their middle case; and how many are rated 3 among the older and younger."""
    book, enough = load_codebook(), found[(found["cases"] >= FEW) & found["median"].notna()]
    starts = enough["median"]
    ends = {"first": starts.min(), "last": starts.max()}
    named = {end: [book.label(by, code) for code in starts.index[starts == year]] for end, year in ends.items()}
    values = {f"{end}-year": f"{year:.0f}" for end, year in ends.items() if len(starts)}
    title = say("ages.title", groups=len(set(starts)), **named, **values)
    old, young = (ratings[part.fillna(False)] for part in (years <= BEGUN_BY, years > BEGUN_BY))
    counts = {"old": len(old[old != "not_found"]), "young": len(young[young != "not_found"])}
    counts |= {"old-high": (old == "3").sum(), "young-high": (young == "3").sum(), "year": str(BEGUN_BY)}
    label = book.label(f"outcomes.{domain}")
    return title, f"{title}. " + say("ages.text", label=label, unknown=years.isna().sum(), **counts)
