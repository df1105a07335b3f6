"""No number in prose that nobody computes: each in the text of a notebook is counted here from the data, or named with
its reason."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable

import nbformat
import pytest

import pcc_data as pcc
from pcc_data.analysis.agreement import RELIABLE
from pcc_data.analysis.older_and_younger import BEGUN_BY
from pcc_data.analysis.qca.ready import OPENING
from pcc_data.analysis.states_over_time import YEARS
from pcc_data.analysis.weighting import DRAWS
from pcc_data.designs.blocks import BLOCKS
from pcc_data.paths import datasets_dir
from pcc_data.teaching import teaching
from tests.test_notebooks import PARTS, TRAINERS, markdown

WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
SHARE = "City's share in the company"
CADIZ, WOLFHAGEN = "cadiz-energy-boards", "wolfhagen-energy-cooperative"


def seats(data: pcc.Dataset, case: str, side: str | None = None) -> int:
    board = data.boards[(data.boards["case"] == case) & (data.boards["board"] == 1)]
    return int(board["seats"][board["side"] == side].sum() if side else board["seats_total"].iloc[0])


def surplus(data: pcc.Dataset) -> tuple[int, int, int]:
    found = data.state("surplus_use")
    return int((found != "not_found").sum()), len(data), int((found == "members").sum())


def share_of_the_city(data: pcc.Dataset) -> str:
    rows = data.indicators[data.indicators["case"] == CADIZ].set_index("label")["value"]
    return f"{rows[SHARE]:g}"


def votes_of_2017(data: pcc.Dataset) -> int:
    votes = data.votes[(data.votes["case"] == CADIZ) & (data.votes["year"] == 2017)]
    return votes["vote"].nunique()


def invented() -> list[dict[str, str]]:
    text = (datasets_dir() / "teaching" / "invented_cases" / "cases.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def sectors() -> list[str]:
    return [row["sector"] for row in invented()]


COUNTED: dict[str, dict[str, Callable[[pcc.Dataset], tuple]]] = {
    "1_1": {
        "How many of the {} are collaborations?": lambda data: (WORDS[len(teaching("vignettes")["vignettes"])],),
        "the {} tests are this": lambda data: (WORDS[len(teaching("vignettes")["tests"])],),
        "A clear one passes {}:": lambda data: (WORDS[len(teaching("vignettes")["tests"])],),
        "Here are {} things to look for": lambda data: (WORDS[len(teaching("characteristics")["characteristics"])],),
        "in {} of {} cases, and in {} of these it is paid to members": surplus,
    },
    "1_2": {
        "holds {} of {} seats": lambda data: tuple(
            WORDS[one] for one in (seats(data, WOLFHAGEN, "community"), seats(data, WOLFHAGEN))
        ),
        "mostly to the city ({} per cent)": lambda data: (share_of_the_city(data),),
        "the company's {} directors. In 2017 they voted {} within": lambda data: (
            WORDS[seats(data, CADIZ)],
            {2: "twice"}[votes_of_2017(data)],
        ),
    },
    "1_3": {
        "put {} questions to a case": lambda data: (WORDS[len(teaching("design_principles")["principles"])],),
        "weigh {} dilemmas": lambda data: (WORDS[len(teaching("dilemmas")["dilemmas"])],),
    },
    "2_3": {
        "*by {}*": lambda data: (BEGUN_BY,),
        "how many of {} other sets of weights": lambda data: (f"{DRAWS:,}",),
        "For each case {} outcomes were rated": lambda data: (WORDS[data.outcomes["domain"].nunique()],),
    },
    "2_4": {"{} promises on a wall": lambda data: (WORDS[len(teaching("promise_wall")["promises"])].capitalize(),)},
    "2_5": {
        "{} tools, one page each. {} of them ask for a lawyer": lambda data: (
            WORDS[len(teaching("tools")["tools"])].capitalize(),
            WORDS[sum(bool(tool.get("lawyer")) for tool in teaching("tools")["tools"])].capitalize(),
        )
    },
    "3_1": {"{} blocks, about a minute each": lambda data: (WORDS[len(BLOCKS)].capitalize(),)},
    "3_2": {
        "{} invented examples are shown": lambda data: (WORDS[len(list((datasets_dir() / "designs").glob("*.yaml")))],)
    },
    "3_3": {
        "Read the {} stages aloud": lambda data: (WORDS[len(teaching("stages")["stages"])],),
        "in {} places": lambda data: (WORDS[len(teaching("sequences")["sequences"])],),
    },
    "4_5": {"In the {} years before a change of status": lambda data: (WORDS[YEARS],)},
    "4_6": {
        "{} cases are those of the report": lambda data: (
            WORDS[int((data.cases["collection"] == "report").sum())].capitalize(),
        ),
        "Only {} day of such decisions was kept": lambda data: (WORDS[pcc.candidates()["looked_at"].nunique()],),
        "Under {} we draw no conclusion": lambda data: (RELIABLE,),
    },
    "4_4": {
        "{} conditions make {} rows": lambda data: (WORDS[len(OPENING)].capitalize(), {4: "sixteen"}[len(OPENING)])
    },
    "4_2": {
        "{} cases here are *invented*": lambda data: (WORDS[len(invented())].capitalize(),),
        "{} invented towns lie in North America": lambda data: (
            WORDS[sum(row["country_code"] in ("CAN", "USA") for row in invented())].capitalize(),
        ),
        "Each sector gets {} new cases": lambda data: (WORDS[min(Counter(sectors()).values())],),
    },
}
"""What each notebook says in numbers, and how these are counted."""
NAMED = {
    "1_1": ("145,000", "70 million", "De 99 van Amsterdam"),  # told by Gómez 2022; a name
    "1_2": ("In 2015", "In October 2018"),  # the record's events; the story of the vote is told by them
    "2_1": ("1 of 3",),  # how a rating is written
    "2_3": (
        "from 0 to 3",
        "a 0",
        "from 1 to 3",
        "A 3",
        "a 3",
        "A 0",
        "A 1",
        "From 1 to 3",
        "such as 4 of 7",
        "the weight 0",
        "from 0 to 5",
        "outcome to 0",
    ),  # scales
    "2_5": ("in part 3",),
    "3_3": ("first 100 days", "after 100 days", "A3"),  # a time that the road map sets
    "4_6": ("is 1 for full agreement", "is 0 for what"),  # the scale of alpha
    "4_4": ("rated 2 or more",),  # how a rating is written
    "4_3": ("It is 1 when", "and 0 when", "middle 95 in 100", "Round 1", "in round 2", "in round 1"),  # a scale; rounds
}
"""Digits that are no finding, or that a source tells, with the reason."""


def prose(path) -> str:
    text = markdown(nbformat.read(path, as_version=4))
    text = re.sub(r"\*\*(Time|Core path)\*?\*?:?.*?\n\n", " ", text, flags=re.DOTALL)
    text = re.sub(r"`[^`]*`|\]\([^)]*\)|(?m:^\d+\. )", " ", text)
    return " ".join(text.split())


@pytest.mark.parametrize("path", [*PARTS, TRAINERS], ids=lambda path: path.stem)
def test_every_number_is_counted_or_named(data, path):
    number = path.stem[:3]
    text = prose(path)
    for said, count in COUNTED.get(number, {}).items():
        told = said.format(*count(data))
        assert told in text, f"{path.stem} should say: {told}"
        text = text.replace(told, " ")
    for named in NAMED.get(number, ()):
        assert named in text, f"{path.stem} no longer says {named}"
        text = re.sub(rf"(?<!\w){re.escape(named)}(?!\w)", " ", text)
    text = re.sub(r"\([^()]*\b(?:1[89]|20)\d\d[^()]*\)|\b[A-Z]\w+ \((?:1[89]|20)\d\d\)", " ", text)  # works
    text = re.sub(r"report of 2021|Hopman and others 2021", " ", text)
    assert re.findall(r".{30}\d.{20}", text) == [], "a number that nobody counts"
