"""Makers of controls."""

from __future__ import annotations

from pcc_data.controls.makers import button, refill, tick, toggle
from pcc_data.controls.makers import dropdown as choose


def test_a_list_that_is_filled_anew_keeps_what_was_chosen():
    control = choose("Case", [("One", 1), ("Two", 2)], 2)
    refill(control, [("Three", 3), ("Two", 2)])
    assert control.value == 2
    refill(control, [("Three", 3)])
    assert control.value == 3


def test_buttons_are_as_wide_as_their_words():
    pressed = []
    made = button("Go", "check", pressed.append, tooltip="Go on")
    made.click()
    assert pressed == [made] and made.tooltip == "Go on"
    assert {one.layout.width for one in (made, toggle("Show"), tick("Yes"))} == {"max-content"}
