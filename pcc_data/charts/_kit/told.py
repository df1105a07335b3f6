"""What a chart tells by messages of its own name: its title and text twin, and the columns of its table."""

from collections.abc import Iterable, Mapping

import pandas as pd

from pcc_data.say import say


def title_and_text(chart: str, **values: object) -> tuple[str, str]:
    """The messages `title` and `text` of a chart with the same values; each takes those that it names."""
    return say(f"{chart}.title", **values), say(f"{chart}.text", **values)


def alone(key: str) -> tuple[str, str]:
    """A title that says all there is, and the sentence that it makes."""
    title = say(key)
    return title, say("chart.sentence", title=title)


def column_names(chart: str, columns: Iterable[str], **values: object) -> list[str]:
    """The messages `column-…` of a chart: what its table calls these columns."""
    return [say(f"{chart}.column-{column}", **values) for column in columns]


def named_table(chart: str, columns: Mapping[str, object], index: pd.Index | None = None) -> pd.DataFrame:
    """A table of these columns under the names that the chart has for them."""
    return pd.DataFrame(dict(zip(column_names(chart, columns), columns.values(), strict=True)), index)
