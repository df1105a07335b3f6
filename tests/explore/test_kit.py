"""What explorers share: parts in their places, states nobody sees, filters, and a case below the picture."""

from __future__ import annotations

import ipywidgets as widgets
import pytest
import traitlets

from pcc_data.controls.makers import button, tick
from pcc_data.controls.makers import dropdown as choose
from pcc_data.explore._kit.case_below import case_below
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.filters import filters, narrowed, none_left, report_or_all
from pcc_data.markup import tag

CADIZ = "cadiz-energy-boards"


class Unseen(traitlets.HasTraits):
    """A state that nobody sees."""

    value = traitlets.Int()


def test_parts_stand_where_they_are_named():
    first, second, button_, above, below = tick("a"), tick("b"), button("c"), widgets.VBox(), widgets.VBox()
    controls = {"first": first, "second": second}
    explorer = Explorer("Look", controls, lambda **_: "", row=["second", button_], above=[above], below=[below])
    assert explorer.children == (explorer.prompt, explorer.row, above, explorer.picture, below)
    assert explorer.row.children == (second, button_, explorer.again) and set(explorer.values()) == set(controls)
    plain = Explorer("Look", {**controls, "third": button_}, lambda **_: "")
    assert plain.row.children == (first, second, button_, plain.again) and "third" not in plain.controls


def test_a_state_that_nobody_sees_is_drawn_and_may_last():
    seen, other, lasting = tick("a"), Unseen(), Unseen()
    controls = {"seen": seen, "other": other, "lasting": lasting}
    explorer = Explorer("Look", controls, lambda **values: str(values), lasting=["lasting"])
    seen.value, other.value, lasting.value = True, 2, 3
    assert explorer.picture.html == "{'seen': True, 'other': 2, 'lasting': 3}"
    explorer.start_again()
    assert explorer.values() == {"seen": False, "other": 0, "lasting": 3}
    assert explorer.row.children == (seen, explorer.again)


def test_what_is_picked_is_chosen_marked_and_forgotten():
    control = choose("Case", [("none", ""), ("One", "one")])
    explorer = Explorer("Look", {"case": control}, lambda case: case, chosen="case")
    explorer.picture._pick(None, {"pick": "one"}, None)
    assert explorer.values() == {"case": "one"} and explorer.picture.chosen == "one"
    explorer.start_again()
    assert explorer.picture.chosen == ""


def test_filters_are_open_at_first_and_leave_what_they_say(data):
    found = {**filters("sector", "status"), "collection": report_or_all()}
    assert [control.value for control in found.values()] == ["", "", ""]
    assert [control.options[0][0] for control in found.values()] == ["All sectors", "Every status", "All"]
    assert filters("sector", small=True)["sector"].options[0][0] == "all sectors"
    assert narrowed(data, {"sector": "", "view": "x"}) is data
    part = narrowed(data, {"sector": "water", "collection": "report", "view": "x"})
    assert set(part.cases["sector"]) == {"water"} and set(part.cases["collection"]) == {"report"}
    assert "Choose all sectors or every status." in none_left(["view", "sector", "status"])


@pytest.mark.parametrize("listed", ["", "24rem"])
def test_the_case_below_has_to_be_left_unless_it_is_in_a_list(data, listed):
    explorer = case_below(
        data,
        "Look",
        filters("sector"),
        lambda part: tag("p", f"{len(part)} left"),
        lambda card: tag("p", f"Below: {card.case}"),
        listed=listed,
        after="The end.",
    )
    assert explorer.picture.html == f"<p>{len(data)} left</p>The end."
    explorer.set(case=CADIZ)
    assert explorer.picture.html == f"<p>{len(data)} left</p><p>Below: {CADIZ}</p>The end."
    explorer.set(sector="water")
    assert ("Below" in explorer.picture.html) == bool(listed)
    assert (explorer.controls["case"].layout.display == "none") != bool(listed)
