"""A panel that waits for a guess."""

from __future__ import annotations

import re

import ipywidgets as widgets

from pcc_data import explore
from pcc_data.analysis.motions import recorded_votes
from pcc_data.codes import load_codebook


def test_no_part_of_it_is_on_the_page_until_the_room_has_guessed(data):
    covered = explore.coverage(data).after_guess()
    assert covered.panel not in covered.children
    covered.shown.value = True
    assert covered.panel in covered.children and covered.shown.description == "Cover it again"
    covered.shown.value = False
    assert covered.panel not in covered.children and covered.shown.description == "Guess made: show it"


def test_a_board_shows_its_seats_before_the_guess_and_no_vote(data):
    covered = explore.board(data, "cadiz-energy-boards", vote=3).after_guess()
    room = next(one.room for one in recorded_votes(data) if (one.case, one.vote) == ("cadiz-energy-boards", 3))
    votes = load_codebook().codes("votes.blocs.vote")
    words = [load_codebook().label("votes.blocs.vote", code) for code in votes]
    before = "".join(str(part.value) for part in covered.children if isinstance(part, widgets.HTML))
    sheet = covered.printed.sheet()
    for html in (before, sheet, re.sub(r"(?s)<details.*</details>", "", covered.static())):
        rows = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td><td>', html)
        seats = {name: int(re.sub("<.*?>", " ", told).split()[-1]) for name, told in rows}
        assert seats == room.seats and [name for name, _ in rows] == sorted(room.seats, key=str.casefold)
        assert not [word for word in words if f">{word}<" in html] and "fails" not in html and "turn" not in html
    covered.shown.value = True
    assert covered.panel in covered.children and len(covered.children) == 3
    covered.shown.value = False
    assert "".join(str(part.value) for part in covered.children if isinstance(part, widgets.HTML)) == before


def test_a_board_of_ones_own_stands_in_words_already(data):
    assert not explore.board(data, seats="Town 5, Residents 3").before


def test_without_a_kernel_it_is_folded(data):
    panel = explore.coverage(data)
    folded = panel.after_guess().static()
    outside = re.sub(r"(?s)<style>.*?</style>|<details.*</details>", "", folded)
    assert panel.static() in folded and not re.sub("<[^>]+>", "", outside).strip()


def test_the_notebook_gets_the_folded_view_beside_the_widget(data):
    covered = explore.coverage(data).after_guess()
    shown = covered._repr_mimebundle_()
    assert (shown[0] if isinstance(shown, tuple) else shown)["text/html"] == str(covered.static())
