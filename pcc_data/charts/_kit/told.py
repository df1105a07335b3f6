"""What charts tell: title and text twin, the columns of a table, codes with their counts, the span of numbers."""

from collections.abc import Iterable, Mapping

import pandas as pd

from pcc_data.codes import load_codebook
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


def tally(field: str, states: pd.Series) -> list[str]:
    """'58 active', '18 weakened': the codes of `field` that occur in a categorical, in its order, with their counts."""
    book, counts = load_codebook(), states.value_counts(sort=False)
    return [say("chart.tally", n=count, code=book.phrase(field, code)) for code, count in counts.items() if count]


def counted(counts: Mapping[str, object]) -> list[str]:
    """'energy 21', 'water 9': names with what was counted of each, such as a number or '4 of 7'."""
    return [say("chart.counted", name=name, n=count) for name, count in counts.items()]


def from_to(numbers: pd.Series) -> str:
    """'3 to 17', of whole numbers; '3' where they are all alike."""
    low, high = int(numbers.min()), int(numbers.max())
    return str(low) if low == high else say("chart.span", first=low, last=high)
