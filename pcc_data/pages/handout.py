"""A notebook as pages to print: run afresh, then parted into a worksheet and its key; no code, no network."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from pcc_data.markup import joined, page_style, tag
from pcc_data.pages.for_paper import for_paper
from pcc_data.pages.sheets import free_file, page, save
from pcc_data.pages.worksheet import worksheet
from pcc_data.paths import KEY, asset, number_of
from pcc_data.say import say
from pcc_data.teaching import core_sections

_BEGIN = """import pcc_data
from pcc_data.controls.live import Live
pcc_data.use_style("print")
Live.for_paper = True"""
_END = """from pcc_data.dataset.citing import data_line
print(data_line(data if isinstance(globals().get("data"), pcc_data.Dataset) else None, licence=True))"""
"""Before and behind the cells of the notebook: pictures for paper; the foot, which names records of one's own."""


class Pages(NamedTuple):
    """The two documents that a notebook makes, and how many numbers they have: of none there is no key to speak of."""

    worksheet: Markup
    key: Markup
    title: str = ""
    numbers: int = 0


def handout(notebook: Path, folder: Path | None = None, *, key: bool = False) -> Path:
    """Run `notebook` and write its worksheet, `<name>.html`, into `folder` (default: here), or its key,
    `<name>_key.html`. Returns the file.

    Before anything runs: FileNotFoundError when there is no such notebook, FileExistsError when the page is there
    already, ValueError when there is no such folder. Later ValueError when a cell fails.
    """
    if not notebook.is_file():
        raise FileNotFoundError(f"{notebook}: there is no such notebook")
    made = free_file((folder or Path(".")) / f"{notebook.stem}{KEY if key else ''}.html", ".html")
    return save(pages_of(notebook)[key], made)


def pages_of(notebook: Path) -> Pages:
    """Run `notebook` in a kernel of its own and make its worksheet and its key as complete HTML documents.

    Raises ValueError when it is no notebook, or a cell fails.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, DeadKernelError

    found = nbformat.read(notebook, as_version=4)
    begin, end = (nbformat.v4.new_code_cell(code) for code in (_BEGIN, _END))
    found.cells = [begin, *found.cells, end]
    client = NotebookClient(
        found,
        kernel_name="python3",
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(notebook.resolve().parent)}},
    )
    try:
        client.execute()
    except (CellExecutionError, DeadKernelError) as error:
        told = getattr(error, "evalue", "") or str(error)
        raise ValueError(say("handout.failed", notebook=notebook.name, error=told)) from error
    foot = "".join(output.get("text", "") for output in found.cells.pop()["outputs"]).strip()
    return documents(found.cells[1:], notebook.stem, foot)


def documents(cells: list, name: str, foot: str) -> Pages:
    """The worksheet and the key of cells that were run; `name` stands where the notebook has no title."""
    core = core_sections(number_of(name))
    made = worksheet(cells, core)
    title, look = made.title or name, joined(page_style(), tag("style", Markup(asset("paper.css"))))
    bodies = {"worksheet": "".join(made.sheet), "key": "".join(made.key)}
    made_pages = []
    for kind, body in bodies.items():
        named = say(f"worksheet.{kind}", title=title) if made.numbers else title
        said = [f"worksheet.{kind}-head"] * bool(made.numbers) + ["worksheet.core"] * bool(core)
        head = tag("p", " ".join(map(say, said))) if said else ""
        whole = for_paper(body) if kind == "worksheet" else tag("div", for_paper(body), css=kind)
        made_pages.append(page(named, joined(look, head, whole), foot=foot))
    return Pages(*made_pages, title, made.numbers)
