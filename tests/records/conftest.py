"""One real record to change, and ways to hold the changed one to the rules."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from pcc_data.paths import datasets_dir
from pcc_data.records.checking import check_text
from pcc_data.records.faults import Fault
from pcc_data.records.reading import plain, read
from pcc_data.records.writing import dump_record

CASE = "wolfhagen-energy-cooperative"


@pytest.fixture(scope="session")
def text() -> str:
    """A record of the project as it lies in its file."""
    return (datasets_dir() / "cases" / f"{CASE}.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def _values(text: str) -> dict[str, Any]:
    root, faults = read(text, "a.yaml")
    assert root is not None and not faults
    return plain(root)


@pytest.fixture
def record(_values: dict[str, Any]) -> dict[str, Any]:
    """The same record as plain values, to be changed freely."""
    return copy.deepcopy(_values)


@pytest.fixture
def faults_of() -> Callable[[dict[str, Any]], list[Fault]]:
    """All faults of a record given as plain values."""
    return lambda record: check_text(dump_record(record), f"{CASE}.yaml")[1]
