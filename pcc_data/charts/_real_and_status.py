"""How cases that are weakened, contested, stalled or ended differ on record from those that go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.dot_chart import dot_chart
from pcc_data.charts._kit.pages import no_case
from pcc_data.codes import load_codebook
from pcc_data.say import of, say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


@of_data
def real_and_status(data: Dataset) -> Chart:
    """How far the coded model is real against how the case stands: one mark a case, with counts."""
    if not len(data):
        return no_case([load_codebook().label("in_practice")])
    book, full, active = load_codebook(), data.state("in_practice") == "full", data.state("status") == "active"
    real, rest = int(full.sum()), int((~full).sum())
    both, neither = int((full & active).sum()), int((~full & active).sum())
    words = {"real": book.phrase("in_practice", "full"), "active": book.phrase("status", "active")}
    title = say(
        "real-and-status.title", full=real, rest=rest, holders=of(both, real), others=of(neither, rest), **words
    )
    text = say("real-and-status.text", n=real, both=both, rest=rest, neither=neither, **words)
    axes = (say("real-and-status.across"), f"{book.label('in_practice')} ↓")
    return dot_chart(data, "in_practice", "status", (title, text), axes)
