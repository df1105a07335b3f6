"""A room in a language that nobody speaks: its pages leave no word in English, and its kernels begin with it."""

from __future__ import annotations

import pytest

from pcc_data.app import run_room as command
from pcc_data.app.cli import main
from pcc_data.quiz.questions import ballot_of, questions
from pcc_data.room.kind_page import kind_page
from pcc_data.room.phone_page import phone_page
from pcc_data.room.places import Places
from pcc_data.room.room_state import RoomState
from pcc_data.room.trainer_page import trainer_page
from pcc_data.settings import LANGUAGE_VARIABLE, PAGE_VARIABLE, Settings, settings
from tests import pseudo_language
from tests.charts.hostile import under
from tests.explore.test_another_language import TEXT, read
from tests.pseudo_language import LANGUAGE


@pytest.fixture
def two_catalogues(tmp_path, monkeypatch):
    """English and one more."""
    monkeypatch.setattr("pcc_data.paths.words_dir", lambda: tmp_path)
    for code in ("en", LANGUAGE):
        (tmp_path / f"{code}.ftl").touch()


def test_its_pages_leave_no_word_in_english(data):
    with pseudo_language.in_use():
        ballots = {question.id: ballot_of(question) for question in questions("questions", data)}
        room = RoomState(TEXT, Places(1), {"a.ipynb": TEXT}, ballots=ballots, words=TEXT)
        refused = [kind_page(status, inside=True) for status in (403, 404, 429, 503)]
        for page in (phone_page(under(data, [TEXT]), room.notebooks), trainer_page(room), *refused):
            left = {word for text in read(str(page)) for word in pseudo_language.left_out(text)}
            assert not left and f'lang="{LANGUAGE}"' in page


def test_kernels_begin_with_the_language_of_their_room(two_catalogues, monkeypatch):
    monkeypatch.setenv(LANGUAGE_VARIABLE, LANGUAGE)
    assert Settings().language == LANGUAGE
    monkeypatch.setenv(PAGE_VARIABLE, "language=en")
    assert Settings().language == "en", "the address of a page comes first"
    monkeypatch.setenv(PAGE_VARIABLE, "")
    monkeypatch.setenv(LANGUAGE_VARIABLE, "nl")
    assert Settings().language == "en"


def test_the_command_offers_a_choice_where_there_is_one(tmp_path, monkeypatch, capsys, request):
    with pytest.raises(SystemExit):
        main(["room", "--help"])
    assert "--language" not in capsys.readouterr().out, "one alone is no choice"
    request.getfixturevalue("two_catalogues")
    with pytest.raises(SystemExit):
        main(["room", "--help"])
    assert f"--language {{en,{LANGUAGE}}}" in capsys.readouterr().out
    asked = {}
    monkeypatch.setattr(command, "run_room", lambda *given, **more: asked.update(more) or 0)
    for more, language in (([], "en"), (["--language", LANGUAGE], LANGUAGE)):
        assert main(["room", "a.ipynb", *more]) == 0 and asked["language"] == language


def test_a_language_without_a_catalogue_is_refused_before_anything_is_read(tmp_path):
    with pytest.raises(ValueError, match="language"):
        command.run_room([tmp_path / "none.ipynb"], language="nl")
    assert settings.language == "en"
