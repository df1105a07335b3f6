"""What stood there before, and what set the collaborations going."""

from pcc_data.analysis.code_counts import code_counts
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say
from pcc_data.charts._kit.counted import count_chart
from pcc_data.say import of

_NAMED = 2  # groups that the title speaks of


@of_data
def how_it_began(data: Dataset) -> Chart:
    """In how many cases each thing set it going, by who provided it before; a case can have several.

    Counted are the cases of which both were found; the others are told in the small line.
    """
    both = data.cases.index.isin(data.triggers["case"]) & data.cases["before"].notna()
    known, book = data.only(list(data.cases.index[both])), load_codebook()
    if not len(known):
        return no_case([book.label("before")])
    counts, totals = code_counts(known, "triggers", "code", "triggers.code", "before")
    parts = []
    for group in totals.sort_values(ascending=False, kind="stable").index[:_NAMED]:
        most = int(counts[group].max())
        first = [book.phrase("triggers.code", code) for code in counts.index[counts[group] == most]]
        told = {"who": book.phrase("before", str(group)), "what": first, "share": of(most, int(totals[group]))}
        parts.append(say("how-it-began.part", **told))
    finding = say("how-it-began.title", parts="; ".join(parts))
    more = say("how-it-began.left-out", n=len(data) - len(known), total=len(data))
    return count_chart(known, "triggers", "code", "triggers.code", "before", finding=finding, more=more)
