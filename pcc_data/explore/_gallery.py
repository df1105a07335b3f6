"""The gallery: all designs of a folder side by side, among the real cases; what they share; a vote by hands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from html import escape
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd
import traitlets

from pcc_data import charts
from pcc_data.analysis.model_rule import CONTRIBUTIONS, INSTRUMENTS
from pcc_data.codes import load_codebook
from pcc_data.designs import Design, examples_dir, read_folder
from pcc_data.designs.advice import NEAREST, in_common, nearest, outlook, used_by
from pcc_data.designs.blocks import BLOCKS, words_of
from pcc_data.explore._hands_up import hands_up
from pcc_data.explore._kit.controls import button, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.lines import Line
from pcc_data.explore._studio import FOLDER
from pcc_data.explore._studio.beside import fields_said, model_sentence, place_sentence
from pcc_data.markup import details, items
from pcc_data.pages.card import Card
from pcc_data.say import listed, number

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_LOOK = (
    "All designs of the room. Where do they lie, what do they share, and which real case is each nearest to? Choose a"
    " letter."
)
_ASK = "Which design would you like to hear more about?"
_VIEWS = [
    ("Side by side", "all"),
    ("Who plans and delivers", "grid"),
    ("Roles", "roles"),
    ("Models", "models"),
    ("Shared and different", "shared"),
    ("Nearest real cases", "cases"),
    ("Vote", "vote"),
]
Designs = Mapping[str, Design]


def gallery(data: Dataset, folder: str | os.PathLike[str] | None = None) -> Explorer:
    """All designs of a folder (default: `my_designs`, here) side by side. As long as there are none, four invented
    examples.

    The folder is read again by *Look again*. A file that cannot be read is told in a sentence, and the others are
    shown.
    """
    where, shown = Line("Folder", "20rem", value=os.fspath(folder or FOLDER)), _Shelf()
    shown.read(where.value)
    again = button("Look again", "refresh")
    chosen, voting = _Letter(), widgets.VBox()
    explorer = Explorer(
        _LOOK,
        {"view": toggles("Show", _VIEWS), "folder": where, "again": again, "files": shown, "letter": chosen},
        lambda view, letter, **_: _page(data, shown, view, letter),
        on_pick=lambda key: setattr(chosen, "value", key),
        lasting=("files",),
        above=(voting,),  # above the picture, which only ever grows
    )

    def look(_: object = None) -> None:
        shown.read(where.value)
        chosen.value = ""
        vote()

    def vote(_: object = None) -> None:
        options = [f"{key}: {design.title}" for key, design in shown.designs.items()]
        voted = explorer.controls["view"].value == "vote" and bool(options)
        if voted:
            voting.children = [_hands(options, *voting.children)]
        voting.layout.display = "" if voted else "none"  # the hands stay counted

    def start_again() -> None:
        Explorer.start_again(explorer)
        for hands in voting.children:
            hands.start_again()

    explorer.start_again = start_again
    again.on_click(explorer.guarded(look))
    where.observe(explorer.guarded(look), "value")
    explorer.controls["view"].observe(explorer.guarded(vote), "value")
    explorer.shelf = shown
    return explorer


def _hands(options: list[str], before: Explorer | None = None) -> Explorer:
    """A vote on these options. Of the vote before, the hands for a title that is still there are kept, also those typed
    just now."""
    if before is not None and before.options == options:
        return before
    hands = hands_up(options=options, ask=_ASK)
    hands.options = options
    old, new = (_counts(vote) if vote else {} for vote in (before, hands))
    for title in old.keys() & new.keys():
        traitlets.dlink((old[title], "value"), (new[title], "value"))
    return hands


def _counts(vote: Explorer) -> dict[str, Any]:
    """The lines for the counts by the title of the design; titles that two designs share tell nothing."""
    titles = [option.partition(": ")[2] for option in vote.options]
    return {title: vote.controls[f"n{at}"] for at, title in enumerate(titles) if titles.count(title) == 1}


class _Letter(traitlets.HasTraits):
    """The design that was chosen last."""

    value = traitlets.Unicode()


class _Shelf(traitlets.HasTraits):
    """What lies in the folder: designs by letter, and what is wrong with the other files. `value` counts the
    readings."""

    value = traitlets.Int()
    designs: Designs = {}  # noqa: RUF012 (replaced as a whole)
    problems: tuple[str, ...] = ()
    invented = False

    def read(self, folder: str) -> None:
        """Read the folder; where it holds no file at all, the project's invented examples."""
        found, problems = read_folder(folder)
        self.invented = not found and not problems
        if self.invented:
            found, problems = read_folder(examples_dir())
        self.designs, self.problems = dict(zip(ascii_uppercase, found.values(), strict=False)), tuple(problems)
        self.value += 1


def _page(data: Dataset, shelf: _Shelf, view: str, letter: str) -> str:
    note = (
        "<p><b>There is no design in this folder yet.</b> These four are invented examples.</p>"
        if shelf.invented
        else ""
    )
    if shelf.problems:
        told = items([escape(problem).replace("\n", "<br>") for problem in shelf.problems])
        note += f'<div class="pcc-error" role="status"><p><b>Not all files are shown as they are:</b></p>{told}</div>'
    if not shelf.designs:
        return (
            note + '<div class="pcc-empty"><p><b>No design to show.</b> Save one in the studio, or name another'
            " folder.</p></div>"
        )
    opened = _one(data, letter, shelf.designs[letter]) if letter in shelf.designs else ""
    return note + _PAGES[view](data, shelf.designs) + opened


def _one(data: Dataset, letter: str, design: Design) -> str:
    pairs = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>"
        for block in BLOCKS
        for label, text in words_of(design, block)
    )
    return (
        f"<section role='status'><h3>You chose {letter}: {escape(design.title)}</h3><dl"
        f" class='pcc-facts'>{pairs}</dl></section>"
    )


def _side_by_side(data: Dataset, designs: Designs) -> str:
    rows = []
    for key, design in designs.items():
        by = f"<br><span class='pcc-quiet'>{escape(design['by'])}</span>" if design["by"] else ""
        vote = outlook(design).text.replace("The first motion", "It")
        motion = f"“{escape(design['first_motion'])}”<br>" if design["first_motion"] else ""
        parts = (
            escape(design["place.city"] or "–"),
            escape(model_sentence(design)),
            escape(place_sentence(design)),
            motion + escape(vote),
        )
        button = f'<button class="pcc-add" data-pick="{key}" aria-label="Choose {key}">{key}</button>'
        rows.append(
            f"<tr><th scope='row'>{button}"
            f" {escape(design.title)}{by}</th>{''.join(f'<td>{part}</td>' for part in parts)}</tr>"
        )
    head = "".join(
        f"<th scope='col'>{text}</th>"
        for text in ("Design", "Town", "Ownership model", "Who plans and delivers", "First motion")
    )
    title = f"<h3>{number(len(designs)).capitalize()} design{'' if len(designs) == 1 else 's'} in the room</h3>"
    return f"{title}<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _shared(data: Dataset, designs: Designs) -> str:
    """What the designs share and where they differ, field by field, and which public means and contributions recur."""
    book, table, total = load_codebook(), in_common(designs), len(designs)
    if not len(table):
        return "<p>Nothing has been decided in these designs yet.</p>"
    same = (
        [field for field, row in table.iterrows() if row["decided"] == total and row["different"] == 1]
        if total > 1
        else []
    )
    apart = [
        field
        for field, row in table.iterrows()
        if row["different"] == table["different"].max() and row["different"] > 1
    ]
    head = (
        f"<h3>In common in all {total}: {escape(fields_said(same))}. Farthest apart: {escape(fields_said(apart))}</h3>"
    )
    columns = {key: [_code(design, field) for field in table.index] for key, design in designs.items()}
    most = [f"{row['count']} of {total}" for _, row in table.iterrows()]
    frame = pd.DataFrame({"": [book.label(field) for field in table.index], "the most frequent": most, **columns})
    lists = [_recurring(designs, field) for field in (INSTRUMENTS, CONTRIBUTIONS)]
    return f"{head}<div class='pcc-table'>{frame.to_html(index=False, border=0, escape=True)}</div>{''.join(lists)}"


def _code(design: Design, field: str) -> str:
    code = design.features().get(field)
    return load_codebook().short(field, code) if code else "–"


def _recurring(designs: Designs, field: str) -> str:
    book = load_codebook()
    entries = [
        f"<b>{len(keys)} of {len(designs)}</b>: {escape(book.label(field, str(code)).lower())} <span"
        f" class='pcc-quiet'>({', '.join(keys)})</span>"
        for code, keys in used_by(designs, field).items()
    ]
    return f"<h4>{escape(book.label(field))}</h4>{items(entries)}" if entries else ""


def _cases(data: Dataset, designs: Designs) -> str:
    entries = []
    for key, design in designs.items():
        near = nearest(data, design, NEAREST)
        if not len(near):
            entries.append(f"<b>{key}: {escape(design.title)}</b>: nothing decided yet that cases can be compared by.")
            continue
        first = near.iloc[0]
        card = Card(data, str(near.index[0]))
        others = listed([str(data.cases.at[case, "city"]) for case in near.index[1:]])
        about = details(
            "Look at this case", card.brief(("status", "ownership_model", "decision_right")), key=f"case:{key}"
        )
        entries.append(
            f"<b>{key}: {escape(design.title)}</b> is nearest to <b>{card.title()}</b> <span"
            f" class='pcc-quiet'>(distance {first['distance']:.2f})</span><br>Alike:"
            f" {escape(fields_said(first['shared']))}.<br>Different: {escape(fields_said(first['different']))}. Then:"
            f" {escape(others)}.{about}"
        )
    note = (
        "<p class='pcc-quiet'>Distance (Gower, 1971), all fields with the same weight: 0 is alike in all that is known"
        " of both, 1 in nothing.</p>"
    )
    return f"<h3>The real case nearest to each design</h3>{items(entries)}{note}"


def _drawn(chart: str) -> Any:
    return lambda data, designs: getattr(charts, chart)(data, designs).html()


_PAGES = {
    "all": _side_by_side,
    "grid": _drawn("designs_grid"),
    "roles": _drawn("designs_roles"),
    "models": _drawn("designs_models"),
    "shared": _shared,
    "cases": _cases,
    "vote": lambda data, designs: (
        "<p>Each table tells its design in two minutes. Then count hands: which would you like to hear more about?</p>"
    ),
}
