"""Who holds which of the six roles in one case: a strip of six boxes."""

from matplotlib.axes import Axes

from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style, unreliable
from pcc_data.charts._kit.told import named_table
from pcc_data.codes import inside
from pcc_data.drawing.canvas import canvas, holder_box, write
from pcc_data.drawing.texts import fold, isolated
from pcc_data.say import listed
from pcc_data.tables.spec import ROLES


@of_data
def roles_strip(data: Dataset, case: str) -> Chart:
    """Six boxes, one a role, with the colour, letter and name of who holds it; "not found" is hollow.

    Raises ValueError for an unknown case.
    """
    book, row = load_codebook(), data.one("cases", case).iloc[0]
    fields = [f"roles.{role}" for role in ROLES]
    holders = [row[field] for field in fields]
    title, wide, name = _title(fields, holders), (style().width - 0.2) / _across(), isolated(row["name"])
    lines, high = -(-len(fields) // _across()), style().inch * 6.2
    figure, ax = canvas(title, say("roles-strip.note", name=name) + unreliable(*fields), high * lines)
    for place, (field, holder) in enumerate(zip(fields, holders, strict=True)):
        line, column = divmod(place, _across())
        _role(ax, field, holder, (column * wide, high * (lines - 1 - line)), wide)
    labels = {"role": [book.label(field) for field in fields], "holder": list(map(book.label, fields, holders))}
    parts = [
        say("roles-strip.text-part", role=book.phrase(field), holder=inside(book.label(field, holder)))
        for field, holder in zip(fields, holders, strict=True)
    ]
    return Chart(figure, title, say("roles-strip.text", name=name, parts=parts), named_table("roles-strip", labels))


def _across() -> int:
    """Boxes in a line."""
    return 3 if style().narrow else 6


def _role(ax: Axes, field: str, holder: str, place: tuple[float, float], wide: float) -> None:
    """A role: its name, and below it the box with letter and name of who holds it."""
    now, book = style(), load_codebook()
    left, low = place
    code, middle = book.codes(field)[holder], left + wide / 2
    colour = holder_box(ax, code, left + 0.04, low + 0.06, wide - 0.08, now.inch * 4.2)
    look = {"color": colour, "ha": "center"}
    write(ax, middle, low + now.inch * 3.1, code.letter, size=now.title * 1.5, weight="bold", **look)
    holds = fold(book.label(field, holder), now.text, wide * 0.92)
    write(ax, middle, low + now.inch * 1.3, holds, size=now.text, **look)
    name = fold(book.label(field), now.text, wide - 0.06, "bold")
    write(ax, left + 0.06, low + now.inch * 5.3, name, size=now.text, weight="bold")


def _title(fields: list[str], holders: list[str]) -> str:
    book = load_codebook()
    shared = [book.phrase(field) for field, holder in zip(fields, holders, strict=True) if holder == "shared"]
    if shared:
        return say("roles-strip.title-shared", n=len(shared), roles=shared)
    names = dict(zip(holders, fields, strict=True))
    often = sorted(dict.fromkeys(holders), key=holders.count, reverse=True)
    parts = [
        say("roles-strip.part", holder=inside(book.label(names[holder], holder)), n=holders.count(holder))
        for holder in often
    ]
    return say("roles-strip.title", parts=listed(parts, "unit"))
