"""How the cases stand in which chosen roles or instruments come together."""

from collections.abc import Sequence

import pandas as pd

from pcc_data.analysis.city_roles import in_use, named
from pcc_data.arguments import several
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say
from pcc_data.charts._kit.status_table import status_table
from pcc_data.charts._kit.told import tally, title_and_text
from pcc_data.codes import inside
from pcc_data.say import edges, of

_PARTS = ("all", "some", "none")


@of_data
def used_together(data: Dataset, chosen: Sequence[str], level: str = "roles") -> Chart:
    """How the cases stand that show all of the chosen roles (or public instruments), some of them, or none, by status.

    Raises ValueError when nothing is chosen, for an unknown role or instrument, and for another level.
    """
    names, used, noun = named(level), in_use(data, level), level.removesuffix("s")
    nothing = chosen is None or chosen == ""
    wanted = [] if nothing else several(chosen, names, noun)
    if not wanted:
        raise ValueError(f"Choose at least one {noun}.")
    codes = [code for code in names if code in wanted]
    if not len(data):
        return no_case([say(f"used-together.{part}") for part in _PARTS])
    count, alone = used[codes].sum(axis=1), len(codes) == 1
    rows = {"all": count == len(codes), "some": (count > 0) & (count < len(codes)), "none": count == 0}
    words = {"all": "recorded", "none": "not-recorded"} if alone else {part: part for part in _PARTS}
    note = say("used-together.rows", n=len(codes), level=level)
    said = _said(data, [names[code] for code in codes], rows["all"])
    named_rows = {say(f"used-together.{word}"): rows[part] for part, word in words.items()}
    return status_table(data, said, named_rows, 0.85, note)


def _said(data: Dataset, names: list[str], together: pd.Series) -> tuple[str, str]:
    """Title and text twin: how many use all of them, and how many of these and of the others are in the most common
    state."""
    status, book = data.cases["status"], load_codebook()
    count, other = int(together.sum()), int((~together).sum())
    what = " + ".join([names[0], *(inside(name) for name in names[1:])])
    what = what if len(names) == 1 else say("used-together.together", names=what)
    if not count:
        text = say("used-together.never-text", what=inside(what), n=len(data))
        return say("used-together.never", what=what, n=len(data)), text
    top, _ = edges({code: (int(size), len(data)) for code, size in status.value_counts(sort=False).items()})
    # where states are tied, none of them is set against the rest
    kind = "tied" if len(top) != 1 else "part" if other else "all"
    here, there = (int((part & (status == top[0])).sum()) if top else 0 for part in (together, ~together))
    counts = {"n": count, "total": len(data), "others": other, "rest": there}
    return title_and_text(
        "used-together",
        what=what,
        kind=kind,
        state=book.phrase("status", top[0]) if top else "",
        here=of(here, count, say("used-together.of-them")),
        there=of(there, other, say("used-together.of-others")),
        states=tally("status", status[together]),
        **counts,
    )
