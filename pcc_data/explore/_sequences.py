"""How one became many: five places side by side, and the steps of one of them to read."""

from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.sequences import places, steps
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.told import step_told
from pcc_data.say import say


def sequences(data: Dataset) -> Explorer:
    """The dated steps of five places on one axis, and those of one place in words, each with who says so.

    Raises ValueError when none of their cases is in the data.
    """
    there = dict(steps(data)[["sequence", "place"]].drop_duplicates().itertuples(index=False, name=None))
    if not there:
        raise ValueError("None of the cases of the five places is in these data. Load the whole collection.")
    chosen = toggles(say("sequences.place"), [(name, key) for key, name in there.items()])
    return Explorer(
        say("sequences.look"),
        {"place": chosen},
        lambda place: joined(charts.sequences(data).html(), tag("section", _steps(data, place), role="status")),
        chosen="place",
        printed=Printed(
            key=lambda: joined(charts.sequences(data).html(), [tag("section", _steps(data, key)) for key in there])
        ),
    )


def _steps(data: Dataset, key: str) -> Markup:
    """The steps of a place in words, our reading, and what was taken back."""
    place, rows = places()[key], steps(data)
    told = [step_told(data, row) for row in rows[rows["sequence"] == key].itertuples()]
    back = place.get("taken_back") or say("sequences.nothing-back")
    return joined(
        tag("h3", place["place"]),
        items(told),
        tag("p", say_html("sequences.reading", text=place["reading"])),
        tag("p", say_html("sequences.back", text=back)),
        _says_who(data, key),
    )


def _says_who(data: Dataset, key: str) -> Markup:
    """Sources of the reading and of what was taken back, case by case."""
    cases = [(case, ids) for case, ids in places()[key]["reading_sources"].items() if case in data.cases.index]
    lists = [(tag("p", Card(data, case).title()), Card(data, case).sources_list(";".join(ids))) for case, ids in cases]
    return details(say("says-who"), joined(lists), key=f"reading:{key}", label=say("sequences.reading-says-who"))
