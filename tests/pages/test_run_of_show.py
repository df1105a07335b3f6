"""The run of show: minutes add up, every line leads somewhere, and its page holds all of it."""

from __future__ import annotations

import html
import itertools
import re

import nbformat
import pytest
from markupsafe import escape

from pcc_data.app.cli import _parser
from pcc_data.app.find_notebook import find_notebook
from pcc_data.codes import load_codebook
from pcc_data.designs.blocks import BLOCKS
from pcc_data.pages.run_lines import acts_of, asked_in, needed, notebooks_of, plan_of, run_lines, screen_of
from pcc_data.pages.run_of_show import clock, run_of_show
from pcc_data.pages.sheets import find_browser, pdf
from pcc_data.pages.story_cards import told_stories
from pcc_data.quiz.guesses import ENDS, guesses
from pcc_data.say import say
from pcc_data.teaching import teaching
from tests.test_notebooks import NOTEBOOKS, TRAINERS

CONTENT, MINUTES = teaching("run_of_show"), teaching("minutes")
LENGTHS = [45, 90, 180]
TEXTS = ("screen", "say", "moves", "makes", "paper", "wrong", "mend")
RESERVED = {"cards", "canvas", "plays", "tools", "roadmap", "all", "NOTEBOOK"}
"""What can stand behind `pcc handout`."""


def steps_of(number: str) -> dict[str, str]:
    """The code of each section of a notebook."""
    path = next(path for path in NOTEBOOKS if path.stem.startswith(number))
    found, name = {}, ""
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            headings = re.findall(r"(?m)^## (.+)$", cell.source)
            name = headings[-1] if headings else name
            found |= dict.fromkeys(headings, "")
        else:
            found[name] = found.get(name, "") + cell.source
    return found


def test_there_is_a_plan_for_each_length():
    assert [one["minutes"] for one in CONTENT["plans"].values()] == LENGTHS
    with pytest.raises(ValueError, match="45, 90, 180"):
        plan_of(60)


@pytest.mark.parametrize("length", LENGTHS)
def test_a_plan_fits_its_time_and_has_its_breaks(length):
    lines, acts = run_lines(length), acts_of(length)
    assert length - 10 <= lines[-1].last <= length and sum(acts.values()) == lines[-1].last
    assert lines[0].act == "welcome" and lines[-1].act == "debrief"
    breaks = [line.first for line in lines if line.act == "break"]
    assert len(breaks) == {45: 0, 90: 1, 180: 2}[length]
    assert all(before.last == line.first for before, line in itertools.pairwise(lines))
    assert all(2 <= line.last - line.first <= 25 for line in lines), "a line is neither empty nor endless"


@pytest.mark.parametrize("length", LENGTHS)
def test_minutes_of_a_core_path_are_told_once(length):
    for step in plan_of(length)["steps"]:
        assert len({"core", "play", "act"} & set(step)) == 1 and ("minutes" in step) == ("act" in step)
        if "core" in step:
            number = step["core"]
            assert acts_of(length)[number] == MINUTES["core_minutes"][number]
            sections = list(dict.fromkeys(line["section"] for line in CONTENT["acts"][number]["lines"]))
            assert sections == MINUTES["notebooks"][number]["core"], "the lines are the core path, in its order"


def test_every_act_is_used_and_each_line_is_complete():
    assert {act for length in LENGTHS for act in acts_of(length)} == set(CONTENT["acts"])
    for name, act in CONTENT["acts"].items():
        assert sum("minutes" not in line for line in act["lines"]) == 1, name
        assert all(line[key] for line in act["lines"] for key in TEXTS), name
        assert all(line[key][-1] in ".?!" for line in act["lines"] for key in TEXTS if key != "screen"), name


@pytest.mark.parametrize("length", LENGTHS)
def test_every_line_leads_to_a_step_that_is_there(length):
    for line in run_lines(length):
        if not line.notebook:
            assert not line.section and screen_of(line) == ""
            continue
        found = steps_of(line.notebook)
        assert not line.section or line.section in found, (line.notebook, line.section)
        assert not line.shows or f"pcc.explore.{line.shows}(" in found[line.section], line
        assert line.section in screen_of(line)
    last = run_lines(length)[-1]
    assert (last.section, last.notebook) == ("Take it home", {45: "1_2", 90: "2_5", 180: "3_3"}[length])


def test_numbers_in_the_lines_are_those_of_the_notebooks():
    texts = str(CONTENT)
    play = teaching("cadiz_play")
    assert len(ENDS) == 4 and "which of the four answers" in texts
    assert len([role for role in play["roles"] if "bloc" in role]) == 9 and "Nine of you are the board" in texts
    assert len(teaching("stages")["stages"]) == 5 and "I read five stages" in texts
    assert len(teaching("sequences")["sequences"]) == 5 and "The five are taken for a recipe" in texts
    codes = load_codebook().codes("status")
    labels = [load_codebook().label("status", code) for code in codes]
    assert len(codes) == 5 and "Active, weakened, contested, stalled or ended" in texts
    assert all(label.split()[0].lower() in texts.lower() for label in labels)
    named = [block.name for block in BLOCKS if block.key in ("left-out", "duty", "work", "vote")]
    assert "the blocks {}, {}, {} and {} filled in".format(*named) in texts


def test_no_story_tells_what_a_later_line_asks(data):
    told, play = CONTENT["acts"]["2_1"]["lines"], teaching("cadiz_play")["case"]
    case = told[0]["guess"].removeprefix("story:")
    assert data.cases.at[case, "city"] in told[0]["screen"] and "not Cádiz" in told[2]["say"]
    first, following, *_ = told_stories(data)
    assert first == case != play and play != following, "phones, cards and explorer begin with the story of the plan"
    for length in LENGTHS:
        acts = list(acts_of(length))
        assert acts.index("2_1") < min(acts.index(act) for act in ("1_2", "nine_chairs") if act in acts)


def test_each_guess_is_asked_in_one_line_of_its_section():
    lines = [
        (line["guess"], (line.get("notebook", act), line["section"]))
        for act, told in CONTENT["acts"].items()
        for line in told["lines"]
        if "guess" in line
    ]
    known = guesses()
    assert {guess: known[guess][:2] for guess, _ in lines} == dict(lines) and len(dict(lines)) == len(lines)
    assert {guess for guess in known if not guess.startswith("story:")} < set(dict(lines))


@pytest.mark.parametrize("length", LENGTHS)
def test_the_plan_says_what_to_ask_the_phones(length):
    page, asked = run_of_show(length), [asked_in(line.texts) for line in run_lines(length)]
    assert sum(map(bool, asked)) == {45: 3, 90: 3, 180: 7}[length]
    assert all(f"<dd>“{escape(ask)}”</dd>" in page for ask in asked if ask)


def test_what_is_said_of_the_worksheet_is_so(data):
    from pcc_data.explore import board, take_home

    votes, clause = CONTENT["acts"]["1_2"]["lines"][0], CONTENT["acts"]["1_2"]["lines"][-1]["paper"]
    assert "names the blocs and their seats" in votes["paper"]
    sheet = board(data, "cadiz-energy-boards", vote=3).after_guess().printed.sheet()
    assert all(name in sheet for name in ("Partido Popular", "Endesa"))
    line = re.search(r"The line (.+), under", clause)[1]
    assert line in take_home(data, "1_2").on_paper()


def test_a_plan_without_tables_names_none():
    texts = [line.texts[key] for line in run_lines(45) for key in TEXTS]
    assert "rows" in plan_of(45)["for"] and not any(re.search(r"\b[Tt]ables?\b", text) for text in texts)
    moved = [text for text in texts if re.search(r"\b(circle|walk|stand up|move their chairs)\b", text)]
    assert all("In rows" in text for text in moved), "who sits in a row can do it"
    assert any("In rows" in text for text in texts)


def test_three_questions_for_each_part():
    assert [part["title"] for part in CONTENT["debrief"].values()] == ["Theory", "Practice", "Imagination"]
    for part in CONTENT["debrief"].values():
        assert len(part["questions"]) == 3
        assert all("?" in question for question in part["questions"])


@pytest.mark.parametrize(
    ("people", "what", "count"),
    [
        (24, "Blank canvas on A3", 6),
        (25, "Blank canvas on A3", 7),
        (4, "Blank canvas on A3", 1),
        (25, "Worksheet of each notebook in the plan", 25),
        (25, "Key of each notebook in the plan", 1),
        (25, "This plan, for you and each helper", 4),
        (25, "Story cards, a set", 2),
    ],
)
def test_copies_follow_the_number_of_people(people, what, count):
    (found,) = [many for many, line in needed(90, people)["to-print"] if line["what"] == what]
    assert found == count


def test_only_what_the_plan_uses_is_asked_for():
    def printed(length: int) -> set[str]:
        return {line.get("command", "") for _, line in needed(length, 20)["to-print"]}

    assert "handout plays" in printed(180) and "handout plays" not in printed(90)
    assert "handout canvas" in printed(90) and "handout canvas" not in printed(45)
    assert {command.split()[1] for command in printed(180) - {""}} <= RESERVED
    acts = set(CONTENT["acts"])
    assert all(set(line.get("for", ())) <= acts for group in CONTENT["needs"] for line in group["lines"])
    assert any(path.stem == "2_1_ten_experiences" for path in NOTEBOOKS)
    assert "<code>2_1</code> is the number of Ten experiences" in say("run-of-show.commands")


TYPED = {
    45: "0_start_here 2_1 1_2",
    90: "0_start_here 2_1 1_2 3_1 2_5",
    180: "0_start_here 1_1 2_1 1_2 2_4 3_1 3_2 2_5 3_3",
}


@pytest.mark.parametrize("length", LENGTHS)
def test_each_plan_tells_what_to_type_and_it_can_be_typed(length):
    page = run_of_show(length)
    assert f"<code>pcc ready --minutes {length}</code>" in page
    for command in ("present", "room"):
        assert f"<code>pcc {command} {TYPED[length]}</code>" in page
    typed = [html.unescape(line).split()[1:] for line in re.findall(r"<code[^>]*>(pcc [^<]+)</code>", page)]
    for words in typed:
        assert "NOTEBOOK" not in words
        assert len(words) == 1 or _parser().parse_args(words)  # one alone is named in prose
    for number in notebooks_of(length):
        assert ["handout", number] in typed and ["handout", number, "--key"] in typed
        assert find_notebook(number).stem.startswith(number)


def test_a_line_tells_the_number_of_its_notebook():
    shown = [screen_of(line) for line in run_lines(45)]
    assert shown[0] == "On screen: Start page (0_start_here) ▸ What you will find"
    assert "On screen: Ten experiences (2_1) ▸ One story, then ten" in shown


def test_the_command_for_trainers_names_the_pages_of_the_plan():
    text = TRAINERS.read_text(encoding="utf-8")
    assert f"python3 start.py present 0_start_here {' '.join(notebooks_of(90))}`" in text


def test_what_may_fail_has_what_to_do():
    names = " ".join(one["what"] for one in CONTENT["failures"]).lower()
    assert all(word in names for word in ("network", "projector", "laptop"))
    assert all(one[key] for one in CONTENT["failures"] for key in ("what", "sign", "do", "ready"))


def test_a_clock_runs_on_from_when_it_begins():
    assert clock(8, 21) == "8 to 21" and clock(8, 21, 14 * 60) == "14:08 to 14:21"
    assert clock(0, 70, 23 * 60) == "23:00 to 0:10"


@pytest.mark.parametrize("length", LENGTHS)
def test_the_page_holds_all_of_it(length):
    page = run_of_show(length, 25, 9 * 60)
    assert "size: A4" in page and "<script" not in page and "<details" not in page
    for line in run_lines(length):
        assert all(escape(line.texts[key]) in page for key in TEXTS)
    assert f"9:00 to 9:{run_lines(length)[1].first:02d}" in page
    parts = {number[0] for number in notebooks_of(length)}
    for key, part in CONTENT["debrief"].items():
        assert [escape(question) in page for question in part["questions"]] == [key in parts] * 3
    assert all(escape(one["what"]) in page for one in CONTENT["failures"])
    assert "for 25" in page and "14:00" not in page and len(notebooks_of(length)) == {45: 2, 90: 4, 180: 8}[length]


@pytest.mark.skipif(find_browser() is None, reason="no Chromium to print with")
@pytest.mark.parametrize(("length", "most"), [(45, 6), (90, 8), (180, 10)])
def test_it_prints_on_few_pages(tmp_path, length, most):
    pdf(run_of_show(length), tmp_path / "plan.pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "plan.pdf").read_bytes())) <= most
