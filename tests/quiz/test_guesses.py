"""Guesses for phones: each stands on a core path, with the options that its notebook shows."""

from __future__ import annotations

import re

import nbformat
import pytest

from pcc_data.codes import load_codebook
from pcc_data.quiz.guesses import ENDS, guesses
from pcc_data.quiz.questions import options_of
from pcc_data.teaching import teaching
from tests.test_notebooks import NOTEBOOKS

CORE = {key: told["core"] for key, told in teaching("minutes")["notebooks"].items() if "core" in told}
OPEN = {
    ("1_1", "The tap, the rent, the doctor"): "each writes down who owns, decides and pays",
    ("2_5", "What would you need on Monday?"): "each writes a name and a sentence",
    ("3_1", "The canvas"): "each table names one of all cases",
}
"""Guesses that cannot be chosen from a few options, and why."""
ASKS = re.compile(r"\*\*(?:Guess (?:first|again)|Show fingers)\.\*\*")


def asking(number: str) -> dict[str, int]:
    """How often each section of a notebook asks for a guess."""
    path = next(path for path in NOTEBOOKS if path.stem.startswith(number))
    texts = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown")
    parts = re.split(r"(?m)^## (.+)$", texts)
    return {name: len(ASKS.findall(text)) for name, text in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("number", sorted({number for number in CORE if number in teaching("run_of_show")["acts"]}))
def test_each_guess_on_the_core_path_of_a_plan_can_be_asked_by_phone(number):
    asked, found = asking(number), guesses()
    for section in CORE[number]:
        here = {
            "stories" if one.startswith("story:") else one
            for one, guess in found.items()
            if guess[:2] == (number, section)
        }
        assert len(here) == (0 if (number, section) in OPEN else asked[section]), section
    assert {guess.section for guess in found.values() if guess.notebook == number} <= set(CORE[number])


def test_a_guess_has_a_few_options_and_none_is_right():
    for one, guess in guesses().items():
        assert guess.notebook in CORE and 2 <= len(set(guess.ballot.options.values())) <= 6, one
        assert guess.ballot.right == () and guess.ballot.explain == ""


def test_each_story_is_asked_with_its_ends():
    told = guesses()
    for at, story in enumerate(teaching("stories"), start=1):
        ballot = told[f"story:{story['case']}"].ballot
        assert tuple(ballot.options) == ENDS and f"{at}: {story['title']}" in ballot.ask
        assert story["turn"]["text"].split(".")[0] not in ballot.ask


def test_the_blocs_of_the_votes_are_those_on_record(data):
    found = guesses()
    for one, vote in (("first-vote", 3), ("second-vote", 4)):
        rows = data.votes[(data.votes["case"] == "cadiz-energy-boards") & (data.votes["vote"] == vote)]
        assert set(found[one].ballot.options) == set(rows["bloc"])


def test_codes_are_named_as_the_codebook_does():
    status = {code: load_codebook().label("status", code) for code in load_codebook().codes("status")}
    assert guesses()["how-it-stands"].ballot.options == status


def test_options_that_are_cases_need_data():
    with pytest.raises(ValueError, match="need the data"):
        options_of({"cases": ["cadiz-energy-boards"]})
