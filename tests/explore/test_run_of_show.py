"""The run of show on the screen: one view at a time, with the controls that belong to it."""

from __future__ import annotations

import base64
import re

import pytest

from pcc_data import explore
from pcc_data.pages.run_lines import run_lines
from pcc_data.teaching import teaching

SHOWN = {"plan": ["minutes", "begin"], "debrief": [], "needs": ["minutes", "people"], "failures": []}


def saved(html: str) -> str:
    """The page behind the link."""
    return base64.b64decode(re.search(r"base64,([\w+/=]+)", html)[1]).decode("utf-8")


@pytest.mark.parametrize("view", SHOWN)
def test_each_view_has_its_controls(view):
    shown = explore.run_of_show(view=view)
    there = [name for name in ("minutes", "begin", "people") if shown.controls[name].layout.display != "none"]
    assert there == SHOWN[view]
    shown.set(view="plan")
    assert shown.controls["begin"].layout.display != "none" and shown.controls["people"].layout.display == "none"


def test_length_and_time_change_the_lines_and_the_page_to_print():
    shown = explore.run_of_show(45)
    assert "0 to 5" in shown.picture.html and "0 to 8" not in shown.picture.html
    shown.set(minutes=90, begin=9 * 60)
    assert "9:00 to 9:08" in shown.picture.html
    assert "9:00 to 9:08" in saved(shown.picture.html) and "run_of_show_90.html" in shown.picture.html
    assert all(line.texts["screen"] in shown.picture.html for line in run_lines(90))
    shown.start_again()
    assert "0 to 5" in shown.picture.html


def test_the_number_of_people_counts_the_copies():
    shown = explore.run_of_show(90, view="needs")
    shown.set(people=33)
    assert "for 33" in shown.picture.html and '<td class="many">9</td><td>Blank canvas on A3' in shown.picture.html
    assert "for 33" in saved(shown.picture.html)


def test_paper_has_all_three_lengths_and_nothing_folded():
    said = explore.run_of_show().static()
    assert [f"Run of show: {one} minutes" in said for one in (45, 90, 180)] == [True] * 3
    assert "<details" not in said and teaching("run_of_show")["acts"]["3_3"]["lines"][0]["mend"] in said
    assert "Debrief: three" not in said and "Imagination" in explore.run_of_show(view="debrief").static()


@pytest.mark.parametrize(
    ("given", "told"), [({"minutes": 50}, "45, 90, 180"), ({"view": "plann"}, "Did you mean .plan")]
)
def test_another_length_or_view_is_refused(given, told):
    with pytest.raises(ValueError, match=told):
        explore.run_of_show(**given)
