"""How cases that are weakened, contested, stalled or ended differ on record from those that go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.dot_chart import dot_chart
from pcc_data.charts._kit.pages import no_case
from pcc_data.codes import load_codebook
from pcc_data.say import cases_in_words, number, of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


@of_data
def real_and_status(data: Dataset) -> Chart:
    """How far the coded model is real against how the case stands: one mark a case, with counts."""
    if not len(data):
        return no_case(["cases"])
    book, real, status = load_codebook(), data.state("in_practice").astype(str), data.state("status").astype(str)
    full, active = real == "full", status == "active"
    words = book.label("in_practice", "full").lower(), book.label("status", "active").lower()
    groups = [
        (full, f"cases that are real {words[0]}"),
        (~full, "of the rest" if full.any() else f"cases that are not real {words[0]}"),
    ]
    shares = [f"{of(int((group & active).sum()), int(group.sum()))} {name}" for group, name in groups if group.any()]
    title = f"{words[1].capitalize()}: {', '.join(shares)}"
    text = (
        f"Of {cases_in_words(int(full.sum()), small=True)} whose model is real {words[0]},"
        f" {number(int((full & active).sum()))} are {words[1]}; of the other {number(int((~full).sum()))},"
        f" {number(int((~full & active).sum()))} are. Which came first, the table does not tell."
    )
    return dot_chart(
        data, "in_practice", "status", (title, text), ("How they stand →", f"{book.label('in_practice')} ↓")
    )
