"""`pcc handout`: worksheets, keys, cards and sheets to print. What cannot be done is told before any work."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from pcc_data.app.find_notebook import find_notebook, notebooks
from pcc_data.errors import pick
from pcc_data.files.writing import NotWritten, folder_aside, refuse_taken, write_all
from pcc_data.paths import KEY, shipped_ids
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

FOLDER = "handouts"
"""Where `pcc handout all` writes, unless another folder is named."""
_PDF, _INDEX, _WAIT = "everything.pdf", "index.html", 600
_PER_SHEET = (1, 2, 4)
_PAGE = re.compile(rb"/Type ?/Page\b")  # a page of a PDF
_PLAYS = ("nine_chairs", "promise_wall", "hearing")


class Wish(NamedTuple):
    """What somebody wants on paper, as given on the command line."""

    what: str
    names: tuple[str, ...] = ()
    key: bool = False
    per_sheet: int | None = None
    folder: Path | None = None


Files = dict[str, Callable[[], Markup]]
"""Documents by the name of their file; each is made when it is called for."""


def run_handout(wish: Wish) -> int:
    """Write what is wished for, and say which files. Raises FileNotFoundError, FileExistsError or ValueError before any
    work when it cannot be done, NotWritten when the disk refuses."""
    _refuse_idle(wish)
    if wish.what == "all":
        return _all(wish.folder or Path(FOLDER))
    folder = wish.folder or Path(".")
    notebook = None if wish.what in WORDS else find_notebook(wish.what, also=[*WORDS, "all"])
    _refuse_folder(folder)
    if notebook is None:
        made = WORDS[wish.what](wish)
    else:
        made = {_file_of(notebook, wish.key): partial(_page_of, notebook, wish.key)}
    for name in made:
        refuse_taken(folder / name)
    if wish.what not in WORDS:
        _progress(say("handout.runs", name=wish.what))
    for file in write_all({folder / name: str(document()) for name, document in made.items()}):
        print(say("pcc.written", file=str(file.resolve())))
    return 0


def _refuse_idle(wish: Wish) -> None:
    """What is said to no purpose is a mistake to be told."""
    if wish.names and wish.what not in ("cards", "plays", "tools"):
        raise ValueError(say("handout.no-names", what=wish.what, name=wish.names[0]))
    if wish.per_sheet is not None and wish.what != "cards":
        raise ValueError(say("handout.only-cards"))
    if wish.key and wish.what in (*WORDS, "all"):
        raise ValueError(say("handout.no-key", what=wish.what))
    if wish.names:
        kind, known = _known_names(wish.what)
        for name in wish.names:
            pick(name, known, kind)


def _known_names(what: str) -> tuple[str, list[str]]:
    """What kind of names may follow a word, and which there are; read without the modules that make the sheets."""
    if what == "cards":
        return "case", sorted(shipped_ids())
    if what == "tools":
        return "tool", [tool["id"] for tool in teaching("tools")["tools"]]
    return "play", list(_PLAYS)


def _refuse_folder(folder: Path) -> None:
    """Raise ValueError when there is no such folder, NotWritten when nothing can be written in it."""
    if not folder.is_dir():
        raise ValueError(say("sheet.no-folder", folder=str(folder)))
    if not os.access(folder, os.W_OK):
        raise NotWritten(0, say("handout.closed"), str(folder))


def _progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@cache
def _data() -> Dataset:
    from pcc_data.dataset.load import load

    return load()


def _file_of(notebook: Path, key: bool) -> str:
    return f"{notebook.stem}{KEY if key else ''}.html"


def _page_of(notebook: Path, key: bool) -> Markup:
    from pcc_data.pages.handout import pages_of

    made = pages_of(notebook)
    return made.key if key else made.worksheet


def _cards(wish: Wish) -> Files:
    from pcc_data.pages.cards import cards
    from pcc_data.pages.story_cards import story_cards

    each = wish.per_sheet or 1
    if each == 1 and not wish.names:
        return {"cards.html": lambda: story_cards(_data())}
    name = "cards.html" if each == 1 else f"cards_{each}_to_a_sheet.html"
    return {name: lambda: cards(_data(), wish.names, each)}


def _canvas(wish: Wish) -> Files:
    from pcc_data.pages.canvas import blank_canvas

    return {"canvas.html": lambda: blank_canvas(_data())}


def _plays(wish: Wish) -> Files:
    from pcc_data.pages.hearing import hearing
    from pcc_data.pages.nine_chairs import nine_chairs
    from pcc_data.pages.promise_wall import promise_wall

    made = (nine_chairs, promise_wall, hearing)
    known = dict(zip(_PLAYS, made, strict=True))
    return {f"play_{name}.html": partial(known[name], _data()) for name in wish.names or known}


def _tools(wish: Wish) -> Files:
    from pcc_data.pages.tool_sheet import tool_sheet

    if not wish.names:
        return {"tools.html": lambda: tool_sheet(_data())}
    return {f"tool_{name}.html": partial(tool_sheet, _data(), name) for name in wish.names}


def _road_map(wish: Wish) -> Files:
    from pcc_data.pages.road_map import Plan, road_map

    return {"road_map.html": lambda: road_map(_data(), Plan())}


def _vignettes(wish: Wish) -> Files:
    from pcc_data.pages.vignette_cards import vignette_cards

    return {"stories_to_sort.html": lambda: vignette_cards(_data())}


def _request(wish: Wish) -> Files:
    from pcc_data.pages.request import request

    return {"request.html": lambda: request({}, {})}


WORDS: dict[str, Callable[[Wish], Files]] = {
    "cards": _cards,
    "canvas": _canvas,
    "plays": _plays,
    "tools": _tools,
    "roadmap": _road_map,
    "vignettes": _vignettes,
    "request": _request,
}
"""Words for sheets, besides the notebooks and `all`."""


def _all(target: Path) -> int:
    """Everything in one new folder: an index page, all documents, and one PDF where a Chromium is found."""
    _refuse_folder(target.parent)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(say("handout.taken", folder=str(target)))
    with folder_aside(target) as aside:
        documents, lines = _documents(), {}
        for name, title, document in documents:
            lines[name] = (title, document)
        _fill(aside, lines)
        if target.exists():
            target.rmdir()
        os.rename(aside, target)
    printed = target / _PDF
    pages = len(_PAGE.findall(printed.read_bytes())) if printed.is_file() else 0
    print(say("handout.all-written", n=len(lines), pages=pages, folder=str(target.resolve())))
    return 0


def _documents() -> Iterator[tuple[str, str, Markup]]:
    """Name of the file, title and document of everything, told on the way."""
    from pcc_data.pages.handout import pages_of

    found, began = notebooks(), time.monotonic()
    _progress(say("handout.begins", n=len(found)))
    for at, notebook in enumerate(found, start=1):
        told = {"at": at, "n": len(found), "name": notebook.stem}
        if at > 1:  # as long as each took that is done
            told["minutes"] = max(1, round((time.monotonic() - began) / (at - 1) * (len(found) - at + 1) / 60))
        _progress(say("handout.progress-left" if at > 1 else "handout.progress", **told))
        made = pages_of(notebook)
        yield _file_of(notebook, False), made.title, made.worksheet
        if made.numbers:
            yield _file_of(notebook, True), say("worksheet.key", title=made.title), made.key
    _progress(say("handout.sheets"))
    wishes = [Wish(word) for word in WORDS] + [Wish("cards", per_sheet=each) for each in _PER_SHEET[1:]]
    for wish in wishes:
        for name, document in WORDS[wish.what](wish).items():
            yield name, say(f"handout.about-{wish.what}", file=Path(name).stem, each=wish.per_sheet or 1), document()


def _fill(folder: Path, documents: dict[str, tuple[str, Markup]]) -> None:
    """Write the documents, their index and the PDF."""
    from pcc_data.pages.bound import bound
    from pcc_data.pages.sheets import find_browser, pdf

    write_all({folder / name: str(document) for name, (_, document) in documents.items()})
    told = say("sheet.no-browser")
    if find_browser() is not None:
        _progress(say("handout.printing", n=len(documents)))
        once = [document for name, (_, document) in documents.items() if "_to_a_sheet" not in name]
        told = pdf(bound(once), folder / _PDF, wait=_WAIT)
    there = (folder / _PDF).is_file()
    if not there:
        _progress(told)
    index = _index({name: title for name, (title, _) in documents.items()}, there)
    write_all({folder / _INDEX: str(index)})


def _index(titles: dict[str, str], with_pdf: bool) -> Markup:
    """A page that leads to all documents."""
    from pcc_data.markup import items, joined, tag
    from pcc_data.pages.sheets import page

    links = [tag("a", title, href=name) for name, title in titles.items()]
    whole = tag("p", tag("a", say("handout.pdf"), href=_PDF)) if with_pdf else ""
    return page(say("handout.title"), joined(tag("p", say("handout.how")), whole, items(links)))
