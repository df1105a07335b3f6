"""The run of show line by line: minutes, what is on screen, and what is needed for so many people."""

from __future__ import annotations

from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

from pcc_data.errors import pick
from pcc_data.pages.plays import PLAYS
from pcc_data.paths import START
from pcc_data.quiz.guesses import guesses
from pcc_data.say import say
from pcc_data.teaching import teaching


class RunLine(NamedTuple):
    """A line of the plan: minutes from its beginning, the act it belongs to, its notebook and section (empty where it
    has none), the explorer in it, and its texts (screen, say … mend; guess: an id)."""

    first: int
    last: int
    act: str
    notebook: str
    section: str
    shows: str
    texts: dict[str, Any]


def plan_of(length: int) -> dict[str, Any]:
    """The plan for 45, 90 or 180 minutes, as the teaching file tells it. Raises ValueError for another length."""
    plans = teaching("run_of_show")["plans"]
    return plans[pick(str(length), plans, "minutes")]


def lengths() -> list[int]:
    """How many minutes there is a plan for, the shortest first."""
    return [int(plan["minutes"]) for plan in teaching("run_of_show")["plans"].values()]


def acts_of(length: int) -> dict[str, int]:
    """The acts of a plan and how many minutes each takes in all. Raises ValueError for another length."""
    found: dict[str, int] = {}
    for step in plan_of(length)["steps"]:
        found[_act(step)] = found.get(_act(step), 0) + _minutes(step)
    return found


def run_lines(length: int) -> list[RunLine]:
    """All lines of the plan for so many minutes, in their order. Raises ValueError for another length.

    Minutes of a core path are those of `minutes.yaml`, of a play those of its own file. In each act the one line that
    has no minutes takes what is left.
    """
    steps = plan_of(length)["steps"]
    last = next(step["core"] for step in reversed(steps) if "core" in step)
    found, at = [], 0
    for step in steps:
        name, act = _act(step), teaching("run_of_show")["acts"][_act(step)]
        left = _minutes(step) - sum(line.get("minutes", 0) for line in act["lines"])
        for line in act["lines"]:
            until = at + line.get("minutes", left)
            notebook = line.get("notebook", name if "section" in line else "")
            notebook = last if notebook == "last" else notebook
            found.append(RunLine(at, until, name, notebook, line.get("section", ""), line.get("shows", ""), line))
            at = until
    return found


def notebooks_of(length: int) -> list[str]:
    """Numbers of the notebooks that a plan opens, as they come (the start page is none of them)."""
    numbers = (line.notebook for line in run_lines(length))
    return [number for number in dict.fromkeys(numbers) if number in teaching("take_home")["notebooks"]]


def commands_of(length: int) -> dict[str, str]:
    """What to type for a plan, by what it is for: ready, present, room. Raises ValueError for another length."""
    named = {line.notebook for line in run_lines(length)}
    numbers = [*(name for name in [Path(START).stem] if name in named), *notebooks_of(length)]
    given = {"ready": ["--minutes", str(length)], "present": numbers, "room": numbers}
    return {name: " ".join([name, *words]) for name, words in given.items()}


def screen_of(line: RunLine) -> str:
    """The notebook and the section that a line is in, for people; nothing where the screen is black."""
    if not line.notebook:
        return ""
    titles = teaching("take_home")["notebooks"]
    name = titles[line.notebook]["title"] if line.notebook in titles else say("run-of-show.start")
    return say("run-of-show.where", notebook=name, number=line.notebook, section=line.section or "none")


def asked_in(line: dict[str, Any]) -> str:
    """What phones are asked in a line of the plan, as the trainer's page of a room names it; nothing where there is no
    guess to choose from."""
    return guesses()[line["guess"]].ballot.ask if "guess" in line else ""


def needed(length: int, people: int) -> dict[str, list[tuple[int, dict[str, Any]]]]:
    """What the plan needs for so many people: by group (people, room, print), how many and the line that tells what."""
    acts = acts_of(length)
    return {
        group["group"]: [
            (_how_many(line, people), line)
            for line in group["lines"]
            if not line.get("for") or set(line["for"]) & set(acts)
        ]
        for group in teaching("run_of_show")["needs"]
    }


def _how_many(line: dict[str, Any], people: int) -> int:
    return line["fixed"] if "fixed" in line else ceil(people / line["each"]) + line.get("more", 0)


def _act(step: dict[str, Any]) -> str:
    return step.get("core") or step.get("play") or step["act"]


def _minutes(step: dict[str, Any]) -> int:
    if "core" in step:
        return teaching("minutes")["core_minutes"][step["core"]]
    if "play" in step:
        return sum(part["minutes"] for part in teaching(PLAYS[step["play"]])["steps"])
    return step["minutes"]
