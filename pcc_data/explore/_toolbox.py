"""The toolbox: lessons and challenges to filter, pick, note down and print."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd
import traitlets

from pcc_data.codes import load_codebook
from pcc_data.explore._kit.controls import button, codes_list, controls_row, tick, toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.lines import Line
from pcc_data.explore._kit.picture import Picture
from pcc_data.markup import details
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import Footnotes

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


LOOK_AT = (
    "Which of these would help in your town, and which would you rather avoid? Pick a handful, note why, print the"
    " page."
)
STEP = 12  # lessons shown at once; a button shows as many more
KINDS = {"lessons": "Lesson", "challenges": "Challenge"}
FIELDS = {"instruments": "public_instruments", "contributions": "community_contributions"}
GROUPS = ("ownership_model", "sector", "status", "world_region", "collection")


def toolbox(data: Dataset) -> Explorer:
    """Lessons and challenges by theme, sector, model and instrument; picked ones go into "my toolbox", which prints as
    a page.

    The list lives in the widget `explorer.mine`: nothing is saved on disk unless the reader asks for it.
    """

    controls = {
        "kind": toggles("Show", [("Lessons", "lessons"), ("Challenges", "challenges"), ("Both", "both")]),
        "collection": toggles("From", [("All cases", ""), ("The report's ten", "report")]),
        "theme": codes_list("Theme", "lessons.theme", "All themes"),
        "sector": codes_list("Sector", "sector", "All sectors"),
        "ownership_model": codes_list("Ownership model", "ownership_model", "All models"),
        "instruments": codes_list("Public instrument", "public_instruments", "Any instrument"),
    }
    mine, shown = MyToolbox(data), _Number(value=STEP)
    explorer = Explorer(
        LOOK_AT,
        {**controls, "picked": mine, "shown": shown},
        lambda **values: _list(data, **values),
        on_pick=lambda key: picked(key),
        lasting=("picked",),  # the picks stay: there is a button that takes them out
        row=controls.values(),
        below=(mine,),
    )

    def picked(key: str) -> None:
        if key == "more":
            shown.value += STEP
        else:
            mine.toggle(key)
            explorer.picture.said = (
                f"{'Added to' if key in mine.value else 'Taken out of'} my toolbox, which holds {len(mine.value)} now."
            )

    explorer.mine = mine
    for control in controls.values():
        control.observe(lambda _: setattr(shown, "value", STEP), "value")
    return explorer


class _Number(traitlets.HasTraits):
    value = traitlets.Int()


def _entries(data: Dataset, kind: str, theme: str, **where: str) -> pd.DataFrame:
    """Lessons and challenges that match, theme by theme; the index is their key, such as `lessons:12`."""
    part = data.filter({field: value for field, value in where.items() if value})
    tables = [
        part.tables[table].assign(table=table, key=[f"{table}:{at}" for at in part.tables[table].index])
        for table in KINDS
        if kind in (table, "both")
    ]
    rows = pd.concat(tables)
    order = {code: place for place, code in enumerate(load_codebook().codes("lessons.theme"))}
    rows["theme"] = rows["theme"].astype("str")
    rows = rows[rows["theme"] == theme] if theme else rows
    return (
        rows.assign(order=rows["theme"].map(order))
        .sort_values(["order", "table"], ascending=[True, False], kind="stable")
        .set_index("key")
    )


def _list(data: Dataset, kind: str, theme: str, picked: tuple[str, ...], shown: int, **where: str) -> str:
    rows = _entries(data, kind, theme, **where)
    if not len(rows):
        return empty(
            "Choose all themes, all sectors, all models or any instrument, or show both lessons and challenges."
        )
    what = {"both": "lessons and challenges"}.get(kind, kind)
    what = what if len(rows) > 1 else what.removesuffix("s")
    cases = rows["case"].nunique()
    html = "".join(_entry(data, key, row, key in picked) for key, row in rows.head(shown).iterrows())
    left = len(rows) - shown
    more = (
        f'<p><button class="pcc-add" data-pick="more">Show {min(left, STEP)} more</button> <span'
        f' class="pcc-quiet">{left} left</span></p>'
        if left > 0
        else ""
    )
    return (
        f"<h3>{len(rows)} {what} from {cases} case{'' if cases == 1 else 's'}</h3>"
        f'<p class="pcc-quiet">In this project\'s own words, from the sources of each case. n = {len(rows)}, of which'
        f" {min(shown, len(rows))} are shown.</p>"
        f"{html}{more}"
    )


def _entry(data: Dataset, key: str, row: Any, is_picked: bool) -> str:
    """One lesson: its words, case, place and theme, the button that picks it, and its sources."""
    case = data.cases.loc[row["case"]]
    book, card = load_codebook(), Card(data, row["case"])
    picks = (
        f'<button class="pcc-add" data-pick="{key}" aria-pressed="{str(is_picked).lower()}">'
        f"{'✓ In my toolbox (take out)' if is_picked else '+ Add to my toolbox'}</button>"
    )
    about = details("About the case", card.head(), key=f"case:{key}", label=f"About the case {case['name']}")
    return (
        f'<section class="pcc-pickable"><div><p>{escape(row["text"])}</p><p class="pcc-quiet"><span class="pcc-chip">'
        f"{escape(KINDS[row['table']])}:"
        f" {escape(book.label('lessons.theme', row['theme']))}</span>{escape(_where(case))}</p></div>{picks}"
        f'<div class="pcc-foot">{card.says_who(row["sources"], f"why:{key}")}{about}</div></section>'
    )


def _where(case: Any) -> str:
    """Name, place and years of a case in one line."""
    start = "start not found" if pd.isna(case["start_year"]) else str(case["start_year"])
    years = (
        f"{start} to {case['end_year']}"
        if pd.notna(case["end_year"])
        else (f"since {start}" if start.isdigit() else start)
    )
    place = case["country"] if case["city"] in case["name"] else f"{case['city']}, {case['country']}"
    return f"{case['name']}, {place}, {years}"


class MyToolbox(widgets.VBox):
    """The list of picked lessons with a note each, and what prints it. `value` holds the keys of the picks in their
    order."""

    value = traitlets.Tuple()

    def __init__(self, data: Dataset) -> None:
        self._data = data
        self._rows: dict[str, widgets.Box] = {}
        self._head, self._said = widgets.HTML(), Picture()
        self._list = widgets.VBox()
        self.sheet = Line("Title of the page", "24rem", value="My toolbox", live=True)
        self.paper = toggles("Paper", [("A4", "a4"), ("A5", "a5")])
        self.file = Line("File", "24rem", value="my_toolbox.html", live=True)
        self.replace = tick("Replace a file of this name")
        self.printing = button("Print my toolbox", "print", lambda _: self.show_page())
        self.saving = button("Save on this computer", "save", lambda _: self.save())
        self.clearing = button("Empty my toolbox", "trash", lambda _: self.empty())
        printing = controls_row(self.sheet, self.paper, self.printing, self.clearing)
        saving = controls_row(self.file, self.replace, self.saving)
        super().__init__([self._head, self._list, printing, saving, self._said])
        self.add_class("pcc-mine")
        self.observe(lambda _: self._refresh(), "value")
        self._refresh()

    @property
    def notes(self) -> dict[str, str]:
        """What was noted on each pick."""
        return {key: row.children[1].children[0].value for key, row in self._rows.items() if key in self.value}

    def toggle(self, key: str) -> None:
        """Put a lesson in, or take it out. Raises ValueError for a key that is none of a lesson or challenge."""
        table, _, at = key.partition(":")
        if table not in KINDS or not at.isdigit() or int(at) not in self._data.tables[table].index:
            raise ValueError(f"{key!r} is no lesson or challenge of this data set.")
        self.value = tuple(other for other in self.value if other != key) if key in self.value else (*self.value, key)

    def empty(self) -> None:
        """Take everything out and forget the notes, for the next group. A lesson taken out by itself keeps its note."""
        self._rows, self._list.children = {}, ()
        self.value = ()

    def page(self) -> str:
        """The page to print, as a complete HTML document."""
        return toolbox_page(
            self._data, self.value, self.notes, self.sheet.value.strip() or "My toolbox", self.paper.value
        )

    def show_page(self) -> None:
        """Offer the page behind a link; nothing is written on disk by this."""
        if self._nothing_yet():
            return
        name = self.file.value.strip().rpartition("/")[2] or "my_toolbox.html"
        name = name.removesuffix(".pdf").removesuffix(".html") + ".html"
        self._said.html = (
            f"<p><b>{len(self.value)} picked, ready to print.</b>"
            f" {sheets.print_link(self.page(), name, 'Open or keep the page')} Changes made after this need a new press"
            " of the button.</p>"
        )

    def save(self) -> None:
        """Write the page into the file named by the reader; a file that is there already stays unless it may be
        replaced."""
        if self._nothing_yet():
            return
        try:
            write = sheets.pdf if self.file.value.strip().lower().endswith(".pdf") else sheets.save
            done = write(self.page(), self.file.value.strip(), overwrite=self.replace.value)
            self._said.html = f'<p role="status">{escape(done if isinstance(done, str) else f"Saved as {done}.")}</p>'
        except (ValueError, OSError) as error:
            self._said.html = f'<div class="pcc-error" role="alert"><p>{escape(str(error))}</p></div>'

    def _nothing_yet(self) -> bool:
        """True, and said so, when nothing has been picked."""
        if not self.value:
            self._said.html = (
                '<div class="pcc-empty"><p><b>Nothing to print yet.</b> Press “Add to my toolbox” beside a lesson'
                " first.</p></div>"
            )
        return not self.value

    def _refresh(self) -> None:
        self._rows |= {key: self._row(key) for key in self.value if key not in self._rows}
        if len(self._list.children) < len(
            self._rows
        ):  # rows are only added and hidden: one that is built anew loses the cursor
            self._list.children = tuple(self._rows.values())
        for key, row in self._rows.items():
            row.layout.display = "" if key in self.value else "none"
            row.layout.order = str(self.value.index(key)) if key in self.value else ""
        count = len(self.value)
        hint = "" if count else " Nothing picked yet: press “Add to my toolbox” beside a lesson or challenge."
        self._head.value = f'<div class="pcc mathjax_ignore"><h3>My toolbox: {count} picked</h3><p>{hint}</p></div>'
        self._said.html = ""

    def _row(self, key: str) -> widgets.Box:
        """A picked lesson with its note and the button that takes it out."""
        table, at = key.split(":")
        row = self._data.tables[table].loc[int(at)]
        words = widgets.HTML(
            f'<div class="pcc mathjax_ignore"><p>{escape(row["text"])}<br><span'
            f' class="pcc-quiet">{escape(_where(self._data.cases.loc[row["case"]]))}</span></p></div>'
        )
        note = Line("Our note", "34rem", hint="Why? What would it take here?", live=True)
        out = button("Take out", "times", lambda _: self.toggle(key))
        return widgets.VBox([words, controls_row(note, out)])


def toolbox_page(data: Dataset, keys: tuple[str, ...], notes: dict[str, str], title: str, paper: str = "a4") -> str:
    """Picked lessons as a printable page: words, case, place, years, theme, note, room for handwriting, numbered
    sources."""
    book, sources, parts, cases = load_codebook(), Footnotes(data), [], []
    for number, key in enumerate(keys, start=1):
        table, at = key.split(":")
        row = data.tables[table].loc[int(at)]
        cases.append(row["case"])
        theme = book.label("lessons.theme", str(row["theme"]))
        note = notes.get(key, "").strip()
        own = f"<p><b>Our note:</b> {escape(note)}</p>" if note else ""
        parts.append(
            f'<section class="box"><p><b>{number}.</b>'
            f" {escape(row['text'])}{sources.marks([(row['case'], row['sources'])])}</p>"
            f'<p class="quiet">{KINDS[table]}, {escape(theme.lower())}.'
            f" {escape(_where(data.cases.loc[row['case']]))}.</p>"
            f"{own}{sheets.room_to_write(2, 'What would it take here? Who would have to agree?')}</section>"
        )
    first = f"<p>{len(keys)} picked. Place and date: ______________________________</p>"
    last = sheets.room_to_write(4, "The first step in our town, by whom, by when")
    shown = data.only(cases)
    return sheets.page(title, f"{first}{''.join(parts)}{last}{sources.html(addresses=True)}", paper=paper, data=shown)
