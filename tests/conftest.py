"""What several tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import pcc_data as pcc
from pcc_data.paths import datasets_dir
from pcc_data.settings import settings

ROOT = Path(__file__).resolve().parents[1]
# Every Python that a test starts, kernels of notebooks and JupyterLab included, refuses connections that leave the
# machine.
os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "tests" / "offline"), str(ROOT)])


@pytest.fixture(scope="session")
def data() -> pcc.Dataset:
    """All cases."""
    return pcc.load()


@pytest.fixture(scope="session")
def records() -> list[dict]:
    """All records, read from their YAML files."""
    from pcc_data.dataset.load import read_folders

    return read_folders([datasets_dir() / "cases"])


@pytest.fixture(autouse=True)
def fresh_settings():
    """Each test begins with the style and language of a new session, and without own codes."""
    settings.style, settings.language = "screen", "en"
    yield
    settings.style, settings.language = "screen", "en"
    settings.own_codes.clear()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """For several workers: the long tests first, and the short ones last, so that all workers end at the same time.

    Tests that share a fixture of their file, and the cells of a notebook, stay together; all others go one by one.
    """
    if not hasattr(config, "workerinput"):
        return
    together = [item for item in items if _shares(item)]
    for item in together:
        item.add_marker(pytest.mark.xdist_group(item.path.relative_to(ROOT).as_posix()))
    groups = {id(item) for item in together}
    items.sort(key=lambda item: (item.get_closest_marker("browser") is None, id(item) not in groups))


def _shares(item: pytest.Item) -> bool:
    fixtures = getattr(item, "_fixtureinfo", None)  # cells of a notebook have none
    return fixtures is None or any(
        found[-1].scope in ("module", "class") for found in fixtures.name2fixturedefs.values()
    )
