"""What every public explorer keeps, found by the test itself: it opens on all, one and no case, or says in words why it
cannot."""

from __future__ import annotations

import re
from inspect import Parameter, signature

import ipywidgets as widgets
import pytest

import pcc_data as pcc
from pcc_data import explore

NAMES = [name for name in explore.__all__ if name != "Explorer"]
PARTS = {"all": slice(None), "one": slice(1), "none": slice(0)}
ASKED = {"key": {"self_check": "2_1", "hands_up": "binding-vote"}}
NAMED = (
    widgets.Dropdown,
    widgets.ToggleButtons,
    widgets.Button,
    widgets.ToggleButton,
    widgets.Checkbox,
    widgets.IntSlider,
    widgets.Select,
)


def opened(name: str, data: pcc.Dataset):
    """The explorer with what it asks for; raises ValueError when it says that it cannot."""
    show = getattr(explore, name)
    parameters = signature(show).parameters
    given = {"data": data} if "data" in parameters else {}
    needed = [
        key
        for key, one in parameters.items()
        if one.default is Parameter.empty and one.kind is not Parameter.VAR_POSITIONAL
    ]
    return show(
        **given, **{key: ASKED[key][name] for key in {*needed, *ASKED} & {key for key in ASKED if name in ASKED[key]}}
    )


def within(widget: widgets.Widget):
    """A widget and all that lie in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from within(child)


@pytest.mark.parametrize("cases", PARTS)
@pytest.mark.parametrize("name", NAMES)
def test_it_opens_or_says_why_not(data, name, cases):
    try:
        shown = opened(name, data.only(data.cases.index[PARTS[cases]]))
    except ValueError as error:
        shown, refused = None, str(error)
    if shown is None:
        assert cases != "all" and len(refused.split()) > 4
        return
    said = shown.static() if hasattr(shown, "static") else shown.html
    assert len(re.sub("<[^>]+>", " ", said).split()) > 4 and 'class="pcc-error"' not in said and "<script" not in said
    assert not re.search(r">\s*(nan|None|<NA>)\s*<", said)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name(data, name):
    shown = opened(name, data)
    for widget in within(shown) if isinstance(shown, widgets.Widget) else ():
        if isinstance(widget, NAMED) and widget.layout.display != "none":
            assert widget.description or widget.tooltip, widget
