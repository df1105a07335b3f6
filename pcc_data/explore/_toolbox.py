"""The toolbox: lessons and challenges to filter, pick, note down and print."""

from typing import Any

import ipywidgets as widgets
import pandas as pd
import traitlets
from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.controls.lines import Line
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button, codes_list, controls_row, tick, toggles
from pcc_data.controls.picture import Picture
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters
from pcc_data.markup import details, joined, say_html, tag
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.space import empty_rows
from pcc_data.pages.toolbox_page import toolbox_page, where_of
from pcc_data.say import say

_PICK = ("number", "lesson", "teller", "different")
STEP = 12  # lessons shown at once; a button shows as many more
KINDS = ("lessons", "challenges")


def toolbox(data: Dataset) -> Explorer:
    """Lessons and challenges by theme, sector, model and instrument; picked ones go into "my toolbox", which prints as
    a page.

    The list lives in the widget `explorer.mine`: nothing is saved on disk unless the reader asks for it.
    """
    kinds = [(say(f"toolbox.show-{kind}"), kind) for kind in (*KINDS, "both")]
    cases = [(say("toolbox.all-cases"), ""), (say("toolbox.report"), "report")]
    controls = {
        "kind": toggles(say("toolbox.show"), kinds),
        "collection": toggles(say("toolbox.from"), cases),
        "theme": codes_list(say("toolbox.theme"), "lessons.theme", say("toolbox.every-theme")),
        **filters("sector", "scale", "ownership_model"),
        "instruments": codes_list(say("toolbox.instrument"), "public_instruments", say("toolbox.every-instrument")),
    }
    mine, shown = MyToolbox(data), _Number(value=STEP)
    explorer = Explorer(
        say("toolbox.look"),
        {**controls, "picked": mine, "shown": shown},
        lambda **values: _list(data, **values),
        on_pick=lambda key: picked(key),
        lasting=("picked",),  # the picks stay: there is a button that takes them out
        row=controls.values(),
        below=(mine,),
        printed=Printed(lambda: empty_rows([say(f"on-paper.pick-{part}") for part in _PICK], ("1", "2", "3", "4"))),
    )

    def picked(key: str) -> None:
        if key == "more":
            shown.value += STEP
        else:
            mine.toggle(key)
            explorer.picture.said = say("toolbox.toggled", added=key in mine.value, n=len(mine.value))

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
    rows = rows.assign(order=rows["theme"].map(order))
    return rows.sort_values(["order", "table"], ascending=[True, False], kind="stable").set_index("key")


def _list(data: Dataset, kind: str, theme: str, picked: tuple[str, ...], shown: int, **where: str) -> Markup:
    rows = _entries(data, kind, theme, **where)
    if not len(rows):
        return empty(say("toolbox.widen"))
    left, more = len(rows) - shown, ""
    if left > 0:
        step = tag("button", say("toolbox.more", n=min(left, STEP)), css="pcc-add", data_pick="more")
        more = tag("p", step, " ", tag("span", say("toolbox.left", n=left), css="pcc-quiet"))
    return joined(
        tag("h3", say("toolbox.found", n=len(rows), kind=kind, cases=rows["case"].nunique())),
        tag("p", say("toolbox.note", n=len(rows), shown=min(shown, len(rows))), css="pcc-quiet"),
        [_entry(data, key, row, key in picked) for key, row in rows.head(shown).iterrows()],
        more,
    )


def _entry(data: Dataset, key: str, row: Any, is_picked: bool) -> Markup:
    """One lesson: its words, case, place and theme, the button that picks it, and its sources."""
    case, card, pressed = data.cases.loc[row["case"]], Card(data, row["case"]), str(is_picked).lower()
    theme = load_codebook().label("lessons.theme", row["theme"])
    chip = tag("span", say(f"toolbox.one-{row['table']}", theme=theme), css="pcc-chip")
    teller = card.teller(row["sources"], row["text"])
    words = tag("div", tag("p", row["text"]), tag("p", chip, teller, where_of(case), css="pcc-quiet"))
    add = tag("button", say("toolbox.add", added=is_picked), css="pcc-add", data_pick=key, aria_pressed=pressed)
    label = say("toolbox.about-case", name=case["name"])
    about = details(say("toolbox.about"), card.head(), key=f"case:{key}", label=label)
    foot = tag("div", card.says_who(row["sources"], f"why:{key}"), about, css="pcc-foot")
    return tag("section", words, add, foot, css="pcc-pickable")


class MyToolbox(widgets.VBox):
    """The list of picked lessons with a note each, and what prints it. `value` holds the keys of the picks in their
    order."""

    value = traitlets.Tuple()

    def __init__(self, data: Dataset) -> None:
        self._data = data
        self._rows: dict[str, widgets.Box] = {}
        self._notes: dict[str, Line] = {}
        self._head, self._said = widgets.HTML(), Picture()
        self._list = widgets.VBox()
        self.sheet = Line(say("toolbox.page-title"), "24rem", value=say("toolbox.mine"), live=True)
        self.paper = toggles(say("toolbox.paper"), [("A4", "a4"), ("A5", "a5")])
        self.file = Line(say("toolbox.file"), "24rem", value="my_toolbox.html", live=True)
        self.replace = tick(say("toolbox.replace"))
        self.printing = button(say("toolbox.print"), "print", lambda _: self.show_page())
        self.saving = button(say("toolbox.save"), "save", lambda _: self.save())
        self.clearing = button(say("toolbox.clear"), "trash", lambda _: self.empty())
        printing = controls_row(self.sheet, self.paper, self.printing, self.clearing)
        saving = controls_row(self.file, self.replace, self.saving)
        super().__init__([self._head, self._list, printing, saving, self._said])
        self.add_class("pcc-mine")
        self.observe(lambda _: self._refresh(), "value")
        self._refresh()

    @property
    def notes(self) -> dict[str, str]:
        """What was noted on each pick."""
        return {key: note.value for key, note in self._notes.items() if key in self.value}

    def toggle(self, key: str) -> None:
        """Put a lesson in, or take it out. Raises ValueError for a key that is none of a lesson or challenge."""
        table, _, at = key.partition(":")
        if table not in KINDS or not at.isdigit() or int(at) not in self._data.tables[table].index:
            raise ValueError(f"{key!r} is no lesson or challenge of this data set.")
        self.value = tuple(other for other in self.value if other != key) if key in self.value else (*self.value, key)

    def empty(self) -> None:
        """Take everything out and forget the notes, for the next group. A lesson taken out by itself keeps its note."""
        self._rows, self._notes, self._list.children = {}, {}, ()
        self.value = ()

    def page(self) -> Markup:
        """The page to print, as a complete HTML document."""
        title = self.sheet.value.strip() or say("toolbox.mine")
        return toolbox_page(self._data, self.value, self.notes, title, self.paper.value)

    def show_page(self) -> None:
        """Offer the page behind a link; nothing is written on disk by this."""
        if self._nothing_yet():
            return
        name = self.file.value.strip().rpartition("/")[2] or "my_toolbox.html"
        name = name.removesuffix(".pdf").removesuffix(".html") + ".html"
        ready = tag("b", say("toolbox.ready", n=len(self.value)))
        link = sheets.print_link(self.page(), name, say("toolbox.keep"))
        self._said.html = tag("p", ready, " ", link, " ", say("toolbox.stays"))

    def save(self) -> None:
        """Write the page into the file named by the reader; a file that is there already stays unless it may be
        replaced."""
        if self._nothing_yet():
            return
        try:
            write = sheets.pdf if self.file.value.strip().lower().endswith(".pdf") else sheets.save
            done = write(self.page(), self.file.value.strip(), overwrite=self.replace.value)
            said = done if isinstance(done, str) else say("sheet.saved", file=str(done))
            self._said.html = tag("p", said, role="status")
        except (ValueError, OSError) as error:
            self._said.html = tag("div", tag("p", str(error)), css="pcc-error", role="alert")

    def _nothing_yet(self) -> bool:
        """True, and said so, when nothing has been picked."""
        if not self.value:
            self._said.html = tag("div", tag("p", say_html("toolbox.nothing-yet")), css="pcc-empty")
        return not self.value

    def _refresh(self) -> None:
        self._rows |= {key: self._row(key) for key in self.value if key not in self._rows}
        # rows are only added and hidden: one that is built anew loses the cursor
        if len(self._list.children) < len(self._rows):
            self._list.children = tuple(self._rows.values())
        for key, row in self._rows.items():
            row.layout.display = "" if key in self.value else "none"
            row.layout.order = str(self.value.index(key)) if key in self.value else ""
        count = len(self.value)
        hint = "" if count else say("toolbox.hint")
        head = (tag("h3", say("toolbox.picked", n=count)), tag("p", hint))
        self._head.value = tag("div", head, css="pcc mathjax_ignore")
        self._said.html = ""

    def _row(self, key: str) -> widgets.Box:
        """A picked lesson with its note and the button that takes it out."""
        table, at = key.split(":")
        row = self._data.tables[table].loc[int(at)]
        where = tag("span", where_of(self._data.cases.loc[row["case"]]), css="pcc-quiet")
        words = tag("div", tag("p", row["text"], tag("br"), where), css="pcc mathjax_ignore")
        self._notes[key] = Line(say("toolbox.note-label"), "34rem", hint=say("toolbox.note-hint"), live=True)
        out = button(say("toolbox.out"), "times", lambda _: self.toggle(key))
        return widgets.VBox([widgets.HTML(words), controls_row(self._notes[key], out)])
