"""The five tests, put to the collection's own cases: counts, and the doubtful ones by name."""

from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.five_tests import FIELDS, TESTS, VERDICTS
from pcc_data.analysis.five_tests import five_tests as verdicts
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import in_words, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.unreliable import unreliable
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.filters import filters, narrowed, none_left
from pcc_data.markup import details, items, joined, tag
from pcc_data.pages.card import Card
from pcc_data.say import listed, say
from pcc_data.teaching import teaching


def five_tests(data: Dataset, test: str = "joint") -> Explorer:
    """How many of the collection's own cases hold in the five tests; those in doubt are named, each with its codes and
    who says so.

    `test` opens on public_partner, organised_community, joint, essential or duty_stays.
    """
    shown = toggles(say("five-tests.doubts"), in_words("five-tests.short", TESTS), test)

    def draw(test: str, **where: str) -> Markup:
        part = narrowed(data, where)
        if not len(part):
            return none_left(where)
        return joined(charts.five_tests(part).html(), _doubts(part, test))

    return Explorer(
        say("five-tests.look"),
        {"test": shown, **filters("sector")},
        draw,
        chosen="test",
        printed=Printed(
            key=lambda: joined(charts.five_tests(data).html(), [_doubts(data, one, short=True) for one in TESTS])
        ),
    )


def _doubts(data: Dataset, test: str, *, short: bool = False) -> Markup:
    """The cases in which a test does not simply hold, verdict by verdict, each with the codes it rests on, or in
    short by name alone."""
    found = verdicts(data)[test]
    rule = say(f"five-tests.rule-{test}") + unreliable(*FIELDS[test])
    parts = [tag("h3", teaching("vignettes")["tests"][test]), tag("p", rule)]
    for verdict in VERDICTS[1:]:
        cases = found.index[found == verdict]
        if len(cases):
            head = say("five-tests.these", verdict=say(f"five-tests.{verdict}"), n=len(cases), total=len(data))
            names = tag("p", listed([data.cases.at[case, "city"] for case in cases]), ".")
            each = names if short else items([_doubt(data, str(case), test, verdict) for case in cases])
            parts += [tag("h4", head), each]
    if (found == "holds").all():
        parts.append(tag("p", say("five-tests.no-doubt", n=len(found))))
    return joined(parts)


def _doubt(data: Dataset, case: str, test: str, verdict: str) -> Markup:
    """A case in doubt: its name and place, and what its record says to the test."""
    card, row = Card(data, case), data.cases.loc[case]
    where = listed(dict.fromkeys((row["city"], row["country"])), "unit")
    name = joined(card.title(), " ", tag("span", where, css="pcc-quiet"))
    if verdict == "not_found":
        return name
    bodies = card.list_of("community_partners") if test == "organised_community" else ""
    label = say("says-who.of", what=row["name"])
    body = joined(bodies, card.facts(FIELDS[test]))
    return joined(name, details(say("says-who"), body, key=f"doubt:{test}:{case}", label=label))
