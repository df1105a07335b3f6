"""How people take part and what they may decide, in the report's ten and in the other cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.dot_chart import dot_chart
from pcc_data.say import of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


@of_data
def ten_and_others(data: Dataset) -> Chart:
    """Status of the report's ten beside that of the cases added later: what a chosen few can show, and what not."""
    status, ten = data.state("status").astype(str), data.cases["collection"] == "report"
    parts = [
        (
            f"{of(int((status[chosen] == 'ended').sum()), int(chosen.sum()))} of {words}"
            if chosen.any()
            else f"none of {words} is among these cases"
        )
        for chosen, words in ((ten, "the report's experiences"), (~ten, "the cases added later"))
    ]
    title = (
        f"Ended: {', '.join(sorted(parts, key=lambda part: part.startswith('none')))}"
        if len(data)
        else "No case matches"
    )
    text = f"{title}. Both groups were chosen, so neither share says how often such things end." if len(data) else title
    return dot_chart(data, "collection", "status", (title, text), ("What became of it →", "Who chose it ↓"))
