"""How wide texts are, where their lines end, and which way they run."""

from __future__ import annotations

import pytest

from pcc_data.drawing.texts import clusters, ems, fold, isolated, runs_left, shorten, text_width
from tests.charts.hostile import TEXTS


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(("points", "inches"), [(11, 5), (9.5, 1.6), (14.5, 3)])
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text, points, inches):
    lines = fold(text, points, inches).split("\n")
    assert max(text_width(line, points) for line in lines) <= inches + 1e-9
    kept = "".join("".join(lines).split()).replace("\u2067", "").replace("\u2069", "")
    assert kept == "".join(text.split())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_does_not_fit_ends_in_an_ellipsis(text):
    short = shorten(text * 3, 11, 2)
    assert short.endswith("…") and text_width(short, 11) <= 2 and text.startswith(short.rstrip(" …")[:8])
    cut = fold(text * 5, 11, 1.5, most=2)
    assert cut.count("\n") == 1 and cut.rstrip("\u2069").endswith("…")


def test_signs_are_as_wide_as_they_are_drawn():
    assert ems("城" * 60) == 60 and ems("ＡＢ") == 2
    assert ems("👨‍👩‍👧") == ems("🇳🇱") == ems("💧") and 1 < ems("💧") < 1.5
    assert ems("e\u0301") == pytest.approx(ems("é"), abs=0.02) and ems("\u2067\u2069") == 0
    assert 0 < ems("นี้") < 1 and ems("$5") == pytest.approx(ems("$") + ems("5"))


def test_a_reader_sees_one_sign():
    assert clusters("👨‍👩‍👧🇳🇱e\u0301नी") == ["👨‍👩‍👧", "🇳🇱", "e\u0301", "नी"]


def test_lines_end_where_a_reader_expects_it():
    assert fold("「東京都」、墨田区（すみだく）です。", 10, 8 * 10 / 72).split("\n") == [
        "「東京都」、墨田",
        "区（すみだく）で",
        "す。",
    ]
    assert fold("Community-owned", 10, 0.9) == "Community-\nowned"
    assert fold("see https://example.org/a/b", 10, 1.6).split("\n")[0] in ("see", "see https://")
    assert (
        fold("Governance", 10, text_width("Governance", 10) * 0.9) == "Governance"
    )  # a little too long: torn it would not be read
    assert fold("n\u00a0=\u00a05", 10, 0.3).startswith("n\u00a0=")


def test_only_texts_that_turn_others_round_are_isolated():
    assert [
        isolated(TEXTS[key]) == TEXTS[key] for key in ("dollars", "chinese", "thai", "emoji", "arabic", "hebrew")
    ] == [True] * 4 + [False] * 2
    assert isolated("Verein مياه 7") == "\u2066Verein مياه 7\u2069"
    assert runs_left("(2019) مياه") and not runs_left("2019 Verein مياه") and not runs_left(f"{isolated('مياه')}. Who?")


def test_every_line_of_a_text_that_runs_to_the_left_does():
    lines = fold("شركة المياه (2019) Verein e.V. " * 4, 11, 1.5).split("\n")
    assert len(lines) > 2 and all(line.startswith("\u2067") and line.endswith("\u2069") for line in lines)
    ours = fold(f"Of {isolated('شركة المياه ' * 6)} more is known", 11, 1.5).split("\n")
    assert all(line.count("\u2067") == line.count("\u2069") for line in ours)


def test_lines_stay_within_the_width():
    lines = fold("word " * 60, 12, 5).splitlines()
    assert len(lines) > 1 and all(text_width(line, 12) <= 5 for line in lines)
