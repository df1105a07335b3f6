"""A control that nobody sees: what was chosen or answered before, so that a picture depends on nothing but its
controls.
"""

import json
from typing import Any

import ipywidgets as widgets


def memory(**start: Any) -> widgets.Text:
    """An invisible control whose value is a JSON object; read and change it with `recalled` and `remember`."""
    return unseen(_text(start))


def unseen(value: str = "") -> widgets.Text:
    """An invisible control whose value is a text."""
    return widgets.Text(value=value, layout=widgets.Layout(display="none"))


def recalled(value: str) -> dict[str, Any]:
    """What the value of a memory holds."""
    return json.loads(value)


def remember(control: widgets.Text, **changes: Any) -> None:
    """Change some of what a memory holds; None forgets a key."""
    held = {**recalled(control.value), **changes}
    control.value = _text({key: value for key, value in held.items() if value is not None})


def _text(held: dict[str, Any]) -> str:
    return json.dumps(held, sort_keys=True, ensure_ascii=False)
