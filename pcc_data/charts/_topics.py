"""Challenges and lessons by theme, counted in cases."""

from pcc_data.charts._kit.basics import Chart, Dataset, of_data, say
from pcc_data.charts._kit.counted import count_chart
from pcc_data.errors import pick

TABLES = ("challenges", "lessons")


@of_data
def topics(data: Dataset, table: str = "challenges", by: str | None = None) -> Chart:
    """In how many cases of each group a challenge (or lesson) of each theme is recorded; cases count once a theme.

    `table` is challenges or lessons, `by` a coded field of cases, or None for all cases together. Raises ValueError for
    another table or a field without codes.
    """
    pick(table, TABLES, "table with themes")
    chart = count_chart(data, table, "theme", f"{table}.theme", by)
    if len(data):
        texts = data.tables[table]
        told = {"texts": len(texts), "cases": texts["case"].nunique(), "n": len(data)}
        chart.text += f" {say('topics.text', table=table, **told)}"
    return chart
