"""Who owns against what people have a right to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data.analysis.co_production import who
from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.dot_chart import dot_chart
from pcc_data.charts._kit.ladders import RIGHT
from pcc_data.say import cases_in_words, number, of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


@of_data
def ownership_and_right(data: Dataset) -> Chart:
    """Who owns the core asset against the community's strongest right in decisions: one mark a case."""
    owner, right = data.state("roles.ownership").astype(str), data.state(RIGHT).astype(str)
    known = right[(owner == "public") & (right != "not_found")]
    holds = int(known.isin(["co_decides", "decides"]).sum())
    title = f"Where {who('public')} owns it, {who('community')} still decides or co-decides in {of(holds, len(known))}"
    if not len(known):
        title = (
            f"No case here has a public owner and a known right of {who('community')}"
            if len(data)
            else "No case matches"
        )
    text = (
        f"Of {cases_in_words(int((owner == 'public').sum()), small=True)} with a public owner the right of the "
        f"community is known in {len(known)}; in {number(holds)} of them it decides or co-decides. Owning and deciding "
        "are two things."
    )
    said = (title, text if len(known) else f"{title}.")
    return dot_chart(data, "roles.ownership", RIGHT, said, ("What the community may do →", "Who owns it ↓"))
