"""A panel that waits for a guess."""

from __future__ import annotations

import re

from pcc_data import explore


def test_no_part_of_it_is_on_the_page_until_the_room_has_guessed(data):
    covered = explore.coverage(data).after_guess()
    assert covered.panel not in covered.children
    covered.shown.value = True
    assert covered.panel in covered.children and covered.shown.description == "Cover it again"
    covered.shown.value = False
    assert covered.panel not in covered.children and covered.shown.description == "We have guessed: show it"


def test_without_a_kernel_it_is_folded(data):
    panel = explore.coverage(data)
    folded = panel.after_guess().static()
    outside = re.sub(r"(?s)<style>.*?</style>|<details.*</details>", "", folded)
    assert panel.static() in folded and not re.sub("<[^>]+>", "", outside).strip()


def test_the_notebook_gets_the_folded_view_beside_the_widget(data):
    covered = explore.coverage(data).after_guess()
    shown = covered._repr_mimebundle_()
    assert (shown[0] if isinstance(shown, tuple) else shown)["text/html"] == str(covered.static())
