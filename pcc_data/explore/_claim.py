"""A claim of the report, put to single records."""

from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import pick
from pcc_data.markup import joined, say_html, tag
from pcc_data.pages.side_of_a_question import place_of, record_says
from pcc_data.pages.view import View
from pcc_data.say import say
from pcc_data.teaching import teaching


def claim(data: Dataset, key: str = "climate") -> View:
    """A claim of the report with a reason for it, and what a few records say to it, each with its sources.

    Raises ValueError for an unknown key of `datasets/teaching/claims.yaml`.
    """
    known = {one["id"]: one for one in teaching("claims")["claims"]}
    one = known[pick(key, known, "claim")]
    lines = [
        joined(
            tag("p", line["text"].strip(), " ", tag("span", place_of(data, line), css="pcc-quiet")),
            record_says(data, line, f"claim:{key}:{at}"),
        )
        for at, line in enumerate(one["lines"])
    ]
    return View(
        joined(
            tag("p", say_html("claim.claim", claim=one["claim"]), " ", one["reason"].strip()),
            tag("h4", say("claim.records")),
            lines,
            tag("p", tag("b", one["ask"])),
        )
    )
