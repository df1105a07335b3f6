"""Who holds each role in each design, among the real cases."""

from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style, unreliable
from pcc_data.charts._kit.imagined import Designs, letters, picks
from pcc_data.charts._kit.told import alone, named_table
from pcc_data.codes import inside
from pcc_data.colours import GREY
from pcc_data.designs.advice import in_common
from pcc_data.drawing.canvas import canvas, holder_box, write
from pcc_data.drawing.heads import Heads
from pcc_data.drawing.texts import fold
from pcc_data.tables.spec import ROLES


@of_data
def designs_roles(data: Dataset, designs: Designs) -> Chart:
    """Who holds each of the six roles in each design, a row a design, and under each role how many real cases have
    which holder."""
    book, now, fields = load_codebook(), style(), [f"roles.{role}" for role in ROLES]
    left, row = (3.4 if now.width > 10 else 1.55 if now.narrow else 2.0), now.inch * 1.9
    wide = (now.width - 0.2 - left) / len(fields)
    title, text = _roles_said(designs, fields)
    note = say("designs-roles.note", n=len(data)) + unreliable(*fields)
    last = now.inch * 5
    heads = Heads.of([book.label(field) for field in fields], wide * 0.95, "bold")
    above = heads.high + now.inch * 0.6 if now.narrow else now.inch * 2.4
    figure, ax = canvas(title, note, row * len(designs) + above + last)
    top = row * len(designs) + last
    for at, field in enumerate(fields):
        middle, foot = left + (at + 0.5) * wide, {} if now.narrow else {"va": "baseline"}
        heads.write(ax, at, middle, top + now.inch * (0.2 if now.narrow else 0.4), weight="bold", **foot)
        held = data.state(field).value_counts()
        lines = [f"{code.letter} {held[key]}" for key, code in book.codes(field).items() if held.get(key, 0)]
        write(ax, middle, last - now.inch * 0.5, "\n".join(lines), ha="center", va="top", color=GREY)
    write(ax, 0, last - now.inch * 0.5, say("designs-roles.real"), va="top", color=GREY)
    for down, (key, design) in enumerate(designs.items(), start=1):
        low = top - row * down
        letters(ax, [key], 0, low + row * 0.9, 1, row * 0.8)
        start = 0.42 if now.narrow else 0.6
        write(ax, start, low + row / 2, fold(design.title, now.small, left - start - 0.15, most=2))
        for at, field in enumerate(fields):
            code, start = book.codes(field)[design[field] or "unknown"], left + at * wide
            colour = holder_box(ax, code, start + 0.04, low + row * 0.1, wide - 0.08, row * 0.8)
            look = {"ha": "center", "weight": "bold", "color": colour, "size": now.text * 1.2}
            write(ax, start + wide / 2, low + row / 2, code.letter, **look)
    names = [f"{key}: {design.title}" for key, design in designs.items()]
    table = named_table("designs-roles", {"design": names})
    for field in fields:
        held = [design[field] for design in designs.values()]
        table[book.label(field)] = [
            say("designs-roles.open") if one in (None, "unknown") else book.label(field, one) for one in held
        ]
    return Chart(figure, title, text, table, picks(designs))


def _roles_said(designs: Designs, fields: list[str]) -> tuple[str, str]:
    if not designs:
        return alone("designs-roles.none")
    book, table = load_codebook(), in_common(designs)
    table = table[table.index.isin(fields)]
    same = table.index[(table["decided"] == len(designs)) & (table["different"] == 1)]
    if len(designs) == 1:
        title = say("designs-roles.title-one", n=len(table))
    else:
        roles = [book.phrase(field) for field in same]
        title = say("designs-roles.title", designs=len(designs), n=len(same), roles=roles)
    each = []
    for field, row in table.iterrows():
        held = {"n": row["count"], "total": row["decided"], "holder": inside(book.label(field, row["most"]))}
        each.append(say("designs-roles.each", role=book.phrase(field), **held))
    return title, say("designs-roles.text", title=title, n=len(each), each="; ".join(each))
