"""The case explorer, driven without a browser."""

from __future__ import annotations

import pytest

from pcc_data import explore
from pcc_data.controls.panel import problem
from pcc_data.explore._kit.explorer import empty


@pytest.fixture
def explorer(data):
    return explore.cases(data)


def test_opens_on_the_ten_with_the_map(explorer, data):
    assert len(explorer.controls["case"].options) == (data.cases["collection"] == "report").sum()
    assert "<svg" in explorer.picture.html


def test_every_view_of_every_case_draws(explorer):
    explorer.controls["group"].value = "all"
    for _, view in explorer.controls["view"].options:
        for _, case in explorer.controls["case"].options[:: 1 if view == "rights" else 9]:
            explorer.set(case=case, view=view)
            assert "pcc-error" not in explorer.picture.html and len(explorer.picture.html) > 300, (case, view)


def test_a_click_on_a_dot_chooses_the_case(explorer):
    explorer.picture.picked = "wolfhagen-energy-cooperative"
    explorer.picture.picks += 1
    assert explorer.controls["case"].value == explorer.picture.chosen == "wolfhagen-energy-cooperative"
    assert "Wolfhagen" in explorer.picture.said


def test_next_and_previous_step_round(explorer):
    buttons = {child.description: child for child in explorer.children[1].children if hasattr(child, "click")}
    first = explorer.controls["case"].value
    buttons["Previous case"].click()
    assert explorer.controls["case"].value == explorer.controls["case"].options[-1][1]
    buttons["Next case"].click()
    assert explorer.controls["case"].value == first


def test_start_again_brings_the_opening_view_back(explorer):
    opening = explorer.picture.html
    explorer.controls["group"].value = "all"
    explorer.set(case="bologna-collaboration-pacts", view="roles")
    assert explorer.picture.html != opening
    explorer.start_again()
    assert explorer.picture.html == opening


def test_changing_the_group_keeps_the_case_where_it_can(explorer):
    explorer.set(case="terrassa-taigua-water-observatory")
    explorer.controls["group"].value = "all"
    assert explorer.controls["case"].value == "terrassa-taigua-water-observatory"
    explorer.set(case="bologna-collaboration-pacts")
    explorer.controls["group"].value = "ten"
    assert explorer.controls["case"].value in dict(map(reversed, explorer.controls["case"].options))


def test_an_error_becomes_a_sentence(explorer, monkeypatch):
    def broken(**_):
        raise RuntimeError("a <b>secret</b> detail")

    monkeypatch.setattr(explorer, "_draw", broken)
    explorer.controls["view"].value = "timeline"
    assert 'role="alert"' in explorer.picture.html and "secret" not in explorer.picture.html
    monkeypatch.undo()
    explorer.controls["view"].value = "roles"
    assert "pcc-error" not in explorer.picture.html


def test_a_state_seen_before_is_not_drawn_again(explorer, monkeypatch):
    explorer.set(view="roles")
    explorer.set(view="where")
    monkeypatch.setattr(explorer, "_draw", lambda **_: pytest.fail("drawn again"))
    explorer.set(view="roles")


def test_a_static_view_stands_where_no_kernel_runs(explorer):
    bundle = explorer._repr_mimebundle_()
    page = (bundle[0] if isinstance(bundle, tuple) else bundle)["text/html"]
    assert "<svg" in page and "opening view" in page and "<script" not in page


def test_opens_on_a_case_outside_the_ten(data):
    assert explore.cases(data, "bologna-collaboration-pacts").controls["group"].value == "all"
    with pytest.raises(ValueError, match="Allowed: bologna-collaboration-pacts"):
        explore.cases(data, "bologna-pacts")


def test_every_control_has_a_visible_label(explorer):
    assert all(control.description for control in explorer.controls.values())


def test_sentences_for_nothing_and_for_errors_are_escaped():
    assert "&lt;b&gt;" in empty("<b>") and "&lt;b&gt;" in problem(ValueError("<b>"))
