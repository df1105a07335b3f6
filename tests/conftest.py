"""What several tests share."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.paths import datasets_dir
from pcc_data.settings import settings


@pytest.fixture(scope="session")
def data() -> pcc.Dataset:
    """All cases."""
    return pcc.load()


@pytest.fixture(scope="session")
def records() -> list[dict]:
    """All records, read from their YAML files."""
    from pcc_data.dataset import read_folders

    return read_folders([datasets_dir() / "cases"])


@pytest.fixture(autouse=True)
def fresh_settings():
    """Each test begins with the style and language of a new session."""
    settings.style, settings.language = "screen", "en"
    yield
    settings.style, settings.language = "screen", "en"
