"""A notebook as a page to print: run afresh, code hidden, every explorer in its opening view, no network."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from pcc_data.charts._kit.chart import GUESS
from pcc_data.markup import joined, page_style, tag
from pcc_data.pages.sheets import free_file, page, save
from pcc_data.say import say

# What only a live notebook can use is left out: buttons and links that save a page, and on paper parts that stay
# folded.
# A prompt stays with its picture; tables of frames look like those of sheets.
_CSS = """<style>
.pcc-add, p:has(> .pcc-add), p:has(> .pcc-download) { display: none; }
.pcc > p:first-child, .pcc > h3, .pcc > h4, p:has(+ .pcc-chart) { break-after: avoid; break-inside: avoid; }
body .pcc ol { padding-left: 2.3em; }
table.dataframe, .dataframe th, .dataframe td { border: 0; } .dataframe th, .dataframe td { border-bottom: 1px solid
#bbb; }
.dataframe thead th { text-align: left !important; } .dataframe { font-size: .86em; }
.pcc-live { display: none; }
@media print { details:not([open]), details[open] > summary { display: none !important; } }
</style>"""

_BEGIN = 'import pcc_data\npcc_data.use_style("print")'
_END = """from pcc_data.dataset.citing import data_line
print(data_line(data if isinstance(globals().get("data"), pcc_data.Dataset) else None, licence=True))"""
"""Before and behind the cells of the notebook: pictures for paper; the foot, which names records of one's own."""


def handout(notebook: Path, folder: Path | None = None) -> Path:
    """Run `notebook` and write `<name>.html` into `folder` (default: here). Returns the file.

    Before anything runs: FileNotFoundError when there is no such notebook, FileExistsError when the page is there
    already, ValueError when there is no such folder. Later nbclient's CellExecutionError when a cell fails.
    """
    if not notebook.is_file():
        raise FileNotFoundError(f"{notebook}: there is no such notebook")
    made = free_file((folder or Path(".")) / f"{notebook.stem}.html", ".html")
    import nbformat
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter

    found = nbformat.read(notebook, as_version=4)
    begin, end = (nbformat.v4.new_code_cell(code) for code in (_BEGIN, _END))
    found.cells = [begin, *found.cells, end]
    NotebookClient(
        found,
        kernel_name="python3",
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(notebook.resolve().parent)}},
    ).execute()
    exporter = HTMLExporter(
        template_name="basic",
        exclude_input=True,
        exclude_output_prompt=True,
        exclude_input_prompt=True,
        embed_images=True,
        exclude_anchor_links=True,
    )
    foot = "".join(output.get("text", "") for output in found.cells.pop()["outputs"]).strip()
    for cell in found.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    body, _ = exporter.from_notebook_node(found)
    title, body = _without_title(_answers_last(body), notebook.stem)
    return save(page(title, joined(page_style(), Markup(_CSS), Markup(body)), foot=foot), made)


def _answers_last(body: str) -> str:
    """What waits for a guess goes to the end, under a number: on paper nothing can be folded."""
    from bs4 import BeautifulSoup  # nbconvert brings it

    soup = BeautifulSoup(body, "html.parser")
    answers = []
    for number, folded in enumerate(soup.select(f'details[data-key="{GUESS}"]'), start=1):
        folded.summary.decompose()
        answers.append(tag("section", tag("h3", say("handout.answer", n=number)), Markup(folded.decode_contents())))
        folded.replace_with(BeautifulSoup(tag("p", say("handout.see", n=number), css="quiet"), "html.parser"))
    if not answers:
        return body
    last = tag("h2", say("handout.answers"), css="new-page")
    return str(joined(Markup(str(soup)), last, tag("div", answers, css="pcc")))


def _without_title(body: str, otherwise: str) -> tuple[str, str]:
    """The text of the first <h1>, and the body without it: the page brings its own heading."""
    import re

    found = re.search(r"<h1[^>]*>(.*?)(?:<a .*?</a>)?</h1>", body, re.DOTALL)
    if not found:
        return otherwise, body
    return re.sub(r"<[^>]+>", "", found[1]).strip(), body.replace(found[0], "", 1)
