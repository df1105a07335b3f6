"""The gallery: all designs of a folder side by side, among the real cases, and what they share."""

import os
from collections import Counter
from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.model_rule import CONTRIBUTIONS, INSTRUMENTS
from pcc_data.codes import load_codebook
from pcc_data.controls.lines import Line
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button, toggles
from pcc_data.controls.memory import unseen
from pcc_data.dataset.dataset import Dataset
from pcc_data.designs import Design
from pcc_data.designs.advice import NEAREST, in_common, nearest, outlook, used_by
from pcc_data.designs.blocks import BLOCKS, words_of
from pcc_data.designs.folder import FOLDER
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.shelf import Designs, Shelf
from pcc_data.markup import items, joined, say_html, table_box, tag
from pcc_data.pages.design_in_words import model_sentence, place_sentence
from pcc_data.pages.likeness import fields_said, likeness, look_at
from pcc_data.pages.space import empty_rows
from pcc_data.pages.table import table
from pcc_data.say import listed, say

_TABLES = "ABCDEF"  # rows of a worksheet
_VIEWS = ("all", "grid", "roles", "models", "shared", "cases")


def gallery(data: Dataset, folder: str | os.PathLike[str] | None = None) -> Explorer:
    """All designs of a folder (default: `my_designs`, here) side by side. As long as there are none, four invented
    examples.

    The folder is read again by *Look again*. A file that cannot be read is told in a sentence, and the others are
    shown.
    """
    where, shown = Line(say("gallery.folder"), "20rem", value=os.fspath(folder or FOLDER)), Shelf()
    shown.read(where.value)
    again = button(say("gallery.again"), "refresh")
    views = toggles(say("gallery.show"), [(say(f"gallery.view-{view}"), view) for view in _VIEWS])
    chosen = unseen()
    explorer = Explorer(
        say("gallery.look"),
        {"view": views, "folder": where, "again": again, "files": shown, "letter": chosen},
        lambda view, letter, **_: _page(data, shown, view, letter),
        on_pick=lambda key: setattr(chosen, "value", key),
        lasting=("files",),
        printed=Printed(lambda: empty_rows(_heads(), _TABLES)),
    )

    def look(_: object = None) -> None:
        shown.read(where.value)
        chosen.value = ""

    again.on_click(explorer.guarded(look))
    where.observe(explorer.guarded(look), "value")
    explorer.shelf = shown
    return explorer


def _page(data: Dataset, shelf: Shelf, view: str, letter: str) -> Markup:
    note = [tag("p", say_html("gallery.invented"))] if shelf.invented else []
    if shelf.problems:
        told = items([Markup(tag("br")).join(problem.split("\n")) for problem in shelf.problems])
        note.append(tag("div", tag("p", tag("b", say("gallery.problems"))), told, css="pcc-error", role="status"))
    if not shelf.designs:
        return joined(note, tag("div", tag("p", say_html("gallery.empty")), css="pcc-empty"))
    opened = _one(letter, shelf.designs[letter]) if letter in shelf.designs else ""
    return joined(note, _PAGES[view](data, shelf.designs), opened)


def _one(letter: str, design: Design) -> Markup:
    pairs = [(tag("dt", label), tag("dd", text)) for block in BLOCKS for label, text in words_of(design, block)]
    head = tag("h3", say("gallery.chosen", letter=letter, design=design.title))
    return tag("section", head, tag("dl", pairs, css="pcc-facts"), role="status")


def _side_by_side(data: Dataset, designs: Designs) -> Markup:
    rows = []
    for key, design in designs.items():
        by = (tag("br"), tag("span", design["by"], css="pcc-quiet")) if design["by"] else ""
        choose = tag("button", key, css="pcc-add", data_pick=key, aria_label=say("gallery.choose", letter=key))
        vote = say("gallery.vote-passes", vote=outlook(design).short)
        motion = (f"“{design['first_motion']}”", tag("br")) if design["first_motion"] else ""
        rows.append(
            (
                joined(choose, f" {design.title}", by),
                design["place.city"] or "–",
                model_sentence(design),
                place_sentence(design),
                joined(motion, vote),
            )
        )
    return joined(
        tag("h3", say("gallery.count", n=len(designs))), _owners(designs), table(_heads(), rows, css="pcc-rows")
    )


def _owners(designs: Designs) -> Markup:
    """Which owners the designs have chosen, and how many chose each: the most frequent first."""
    field, book = "roles.ownership", load_codebook()
    told = []
    for code, n in Counter(design.features().get(field) for design in designs.values()).most_common():
        who = book.phrase(field, code) if code else say("gallery.not-decided")
        told.append(say("gallery.owner", who=who, n=n))
    return tag("p", say_html("gallery.owners", owners=listed(told)))


def _heads() -> list[str]:
    return [say(f"gallery.column-{name}") for name in ("design", "town", "model", "place", "motion")]


def _shared(data: Dataset, designs: Designs) -> Markup:
    """What the designs share and where they differ, field by field, and which public means and contributions recur."""
    book, found, total = load_codebook(), in_common(designs), len(designs)
    if not len(found):
        return tag("p", say("gallery.nothing"))
    all_the_same = (found["decided"] == total) & (found["different"] == 1) & (total > 1)
    apart = (found["different"] == found["different"].max()) & (found["different"] > 1)
    same, apart = (fields_said(found.index[which]) for which in (all_the_same, apart))
    columns = {key: [_code(design, field) for field in found.index] for key, design in designs.items()}
    most = [say("gallery.share", n=int(count), total=total) for count in found["count"]]
    names = [book.label(field) for field in found.index]
    frame = pd.DataFrame({"": names, say("gallery.most"): most, **columns})
    return joined(
        tag("h3", say("gallery.in-common", total=total, same=same, apart=apart)),
        table_box(Markup(frame.to_html(index=False, border=0, escape=True).replace("<th></th>", "<td></td>"))),
        [_recurring(designs, field) for field in (INSTRUMENTS, CONTRIBUTIONS)],
    )


def _code(design: Design, field: str) -> str:
    code = design.features().get(field)
    return load_codebook().short(field, code) if code else "–"


def _recurring(designs: Designs, field: str) -> Markup:
    book, entries = load_codebook(), []
    for code, keys in used_by(designs, field).items():
        told = {"n": len(keys), "total": len(designs), "what": book.phrase(field, str(code))}
        entries.append(say_html("gallery.recurring", letters=", ".join(keys), **told))
    return joined(tag("h4", book.label(field)), items(entries)) if entries else Markup()


def _cases(data: Dataset, designs: Designs) -> Markup:
    entries = []
    for key, design in designs.items():
        near, name = nearest(data, design, NEAREST), tag("b", f"{key}: {design.title}")
        if not len(near):
            entries.append(say_html("gallery.undecided", design=name))
            continue
        first = str(near.index[0])
        others = listed([str(data.cases.at[case, "city"]) for case in near.index[1:]])
        told = say_html("gallery.nearest", design=name, case=likeness(data, first, near.iloc[0]), others=others)
        entries.append(joined(told, look_at(data, first, f"case:{key}")))
    note = tag("p", say("gallery.distance"), css="pcc-quiet")
    return joined(tag("h3", say("gallery.near")), items(entries), note)


def _drawn(chart: str) -> Callable[[Dataset, Designs], Markup]:
    return lambda data, designs: getattr(charts, chart)(data, designs).html()


_PAGES = {
    "all": _side_by_side,
    "grid": _drawn("designs_grid"),
    "roles": _drawn("designs_roles"),
    "models": _drawn("designs_models"),
    "shared": _shared,
    "cases": _cases,
}
