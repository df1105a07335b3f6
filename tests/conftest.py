"""What several tests share."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

import hypothesis
import pytest

import pcc_data as pcc
from pcc_data.paths import datasets_dir
from pcc_data.say import say
from pcc_data.settings import settings

ROOT = Path(__file__).resolve().parents[1]
# Every Python that a test starts, kernels of notebooks and JupyterLab included, refuses connections that leave the
# machine.
os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "tests" / "offline"), str(ROOT)])


hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is slow, and nothing is wrong with it
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def all_cases() -> pcc.Dataset:
    """All cases, under a name that no test gives to a parameter of its own."""
    return pcc.load()


@pytest.fixture(scope="session")
def data(all_cases) -> pcc.Dataset:
    """All cases."""
    return all_cases


@pytest.fixture(scope="session")
def records() -> list[dict]:
    """All records, read from their YAML files."""
    from pcc_data.dataset.load import read_folders

    return read_folders([datasets_dir() / "cases"])


@pytest.fixture(scope="session", autouse=True)
def catalogue_at_hand():
    """What is said first loads the catalogue, which is longer than a property test allows for one of its examples."""
    say("none")


@pytest.fixture(scope="session", autouse=True)
def what_stays_is_set_apart(all_cases):
    """Data, modules and the collected tests stay to the end: the garbage collector need not walk them each time, which
    is a sixth of what drawing takes (a figure is garbage with cycles)."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def fresh_settings():
    """Each test begins with the style and language of a new session, and without own codes."""
    settings.style, settings.language = "screen", "en"
    yield
    settings.style, settings.language = "screen", "en"
    settings.own_codes.clear()


APART = ("tests/browser", "tests/charts", "tests/explore")
"""Folders whose tests take long: each test goes to whichever worker is free. Elsewhere a file stays on one worker."""

ORDER = (
    "tests/browser/test_every_control",  # up to a minute each
    "tests/explore/test_every_control",
    "tests/browser",
    "notebooks",  # a kernel each
    "tests/test_",
    "tests/dataset",
    "tests/app",
    "tests/records",
    "tests/files",
    *(f"tests/{room}" for room in ("analysis", "designs", "pages", "quiz", "tables")),
    "",
)
"""Beginnings of the names of tests, in the order in which several workers take them."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """For several workers: the longest tests go first and the small ones that any worker may take go last, so that all
    workers end at the same time."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: next(at for at, part in enumerate(ORDER) if item.nodeid.startswith(part)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """How tests are shared out. (The groups of xdist itself are lost on pytest 9.)"""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return nodeid if nodeid.startswith(APART) else super()._split_scope(nodeid)

    return Scheduling(config, log)
