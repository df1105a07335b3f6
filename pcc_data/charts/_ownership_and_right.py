"""Who owns against what people have a right to decide."""

from pcc_data.analysis.co_production import who
from pcc_data.charts._kit.basics import Chart, Dataset, of_data, say
from pcc_data.charts._kit.dot_chart import dot_chart
from pcc_data.charts._kit.ladders import RIGHT
from pcc_data.say import of


@of_data
def ownership_and_right(data: Dataset) -> Chart:
    """Who owns the core asset against the community's strongest right in decisions: one mark a case."""
    owned, right = data.state("roles.ownership") == "public", data.state(RIGHT).astype(str)
    known = right[owned & (right != "not_found")]
    holds = int(known.isin(["co_decides", "decides"]).sum())
    values = {"public": who("public"), "community": who("community"), "share": of(holds, len(known))}
    title = say("ownership-and-right.title", known=len(known), **values)
    text = say("ownership-and-right.text", n=int(owned.sum()), known=len(known), holds=holds)
    said = (title, text if len(known) else f"{title}.")
    axes = (say("ownership-and-right.across"), say("ownership-and-right.down"))
    return dot_chart(data, "roles.ownership", RIGHT, said, axes)
