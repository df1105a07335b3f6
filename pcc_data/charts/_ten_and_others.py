"""How people take part and what they may decide, in the report's ten and in the other cases."""

from pcc_data.charts._kit.basics import Chart, Dataset, of_data, say
from pcc_data.charts._kit.dot_chart import dot_chart
from pcc_data.charts._kit.told import title_and_text
from pcc_data.say import of


@of_data
def ten_and_others(data: Dataset) -> Chart:
    """Status of the report's ten beside that of the cases added later: what a chosen few can show, and what not."""
    ended, ten = data.state("status") == "ended", data.cases["collection"] == "report"
    report, later = (of(int(ended[chosen].sum()), int(chosen.sum())) for chosen in (ten, ~ten))
    counts = {"ten": int(ten.sum()), "others": int((~ten).sum())}
    said = title_and_text("ten-and-others", report=report, later=later, **counts)
    return dot_chart(data, "collection", "status", said, (say("ten-and-others.across"), say("ten-and-others.down")))
