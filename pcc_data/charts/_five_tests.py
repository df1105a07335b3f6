"""How many cases hold in each of the five tests of a collaboration."""

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.five_tests import FIELDS, TESTS, VERDICTS, passed
from pcc_data.analysis.five_tests import five_tests as verdicts
from pcc_data.charts._kit.basics import Chart, Dataset, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.counted import SHADES
from pcc_data.colours import GREY, INK
from pcc_data.drawing.canvas import box, canvas, write
from pcc_data.drawing.texts import fold, text_width
from pcc_data.teaching import teaching

_FILLS = {"holds": SHADES[5], "in_part": SHADES[3], "does_not": "#EE7733", "not_found": "none"}


@of_data
def five_tests(data: Dataset) -> Chart:
    """In how many cases each of the five tests holds, holds in part, does not hold, or was not found: codes alone.

    A row a test; its pick is the name of the test.
    """
    names, heads = teaching("vignettes")["tests"], [say(f"five-tests.{verdict}") for verdict in VERDICTS]
    if not len(data):
        return no_case([say("five-tests.test"), *heads])
    table, now = verdicts(data), style()
    counts = pd.DataFrame({verdict: (table == verdict).sum() for verdict in VERDICTS})
    weak = [test for test in TESTS if unreliable(*FIELDS[test])]
    told = {"n": int(passed(table).sum()), "total": len(data), "without": int(passed(table, weak).sum())}
    title = say("five-tests.title", **told)
    note = say("five-tests.note", n=len(data)) + unreliable(*FIELDS["duty_stays"])
    left, column = now.width * 0.42, (now.width - 0.3) * 0.58 / len(VERDICTS)
    labels = {test: fold(names[test], now.small, left - 0.25) for test in TESTS}
    heads = [fold(head, now.small, column - 0.1) for head in heads]
    above = now.small * 1.3 / 72 * max(head.count("\n") + 1 for head in heads) + 0.1
    rows = [now.small * 1.35 / 72 * max(2, label.count("\n") + 1) + 0.16 for label in labels.values()]
    figure, ax = canvas(title, note, above, sum(rows))
    for at, head in enumerate(heads):
        write(ax, left + at * column, 0.1, head, va="baseline", linespacing=1.2)
    low = 0.0
    for test, high in zip(TESTS, rows, strict=True):
        low -= high
        write(ax, 0, low + high / 2, labels[test], linespacing=1.15)
        for at, verdict in enumerate(VERDICTS):
            place = (left + at * column, low, column - 0.12, high)
            _cell(ax, test, place, counts.at[test, verdict], verdict, len(data))
    parts = [say("five-tests.part", test=names[test].rstrip("."), **counts.loc[test]) for test in TESTS]
    shown = counts.rename(index=names, columns=lambda verdict: say(f"five-tests.{verdict}"))
    shown.index.name = say("five-tests.test")
    text = say("five-tests.text", title=title, parts=" ".join(parts))
    return Chart(figure, title, text, shown, {test: names[test] for test in TESTS})


def _cell(ax: Axes, test: str, place: tuple[float, float, float, float], count: int, verdict: str, total: int) -> None:
    """A frame that stands for all cases, filled for those of this verdict, with their number behind it."""
    left, low, wide, high = place
    room = wide - text_width(str(total), style().text, "bold") - 0.1
    edge = {"edgecolor": GREY, "lw": 0.8, "ls": "--" if verdict == "not_found" else "-"}
    if count:
        look = {"edgecolor": INK, "lw": 0.8, "hatch": "////"} if verdict == "not_found" else {}
        box(ax, left, low + 0.08, max(room * count / total, 0.02), high - 0.16, _FILLS[verdict], **look)
    # nearly clear, for what is clear is not drawn: the filling is seen, and a press anywhere is a press on the cell
    box(ax, left, low + 0.08, room, high - 0.16, "#FFFFFF01", gid=f"pick:{test}:{verdict}", **edge)
    weight = "bold" if count else "normal"
    ax.text(left + room + 0.08, low + high / 2, str(count), va="center_baseline", weight=weight)
