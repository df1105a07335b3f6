"""What CONTRIBUTING tells a newcomer to write works as it stands there: the examples are put into a copy, word by
word."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(title: str) -> list[tuple[str, str]]:
    """The file and the code of each example under a heading."""
    part = re.split(r"(?m)^#+ ", GUIDE.partition(f"### {title}\n")[2])[0]
    return re.findall(r"`(pcc_data/[\w/]+\.py)`[^`]*\n```python\n(.*?)```", part, re.DOTALL)


def follow(folder: Path, title: str) -> None:
    """Write what stands under a heading: a new file, or a line behind the last one like it."""
    examples = blocks(title)
    assert len(examples) == 2
    for name, code in examples:
        file = folder / name
        if not file.exists():
            file.write_text(code, encoding="utf-8")
            continue
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        last = max(at for at, line in enumerate(lines) if line.startswith("    from "))
        file.write_text("".join([*lines[: last + 1], code, *lines[last + 1 :]]), encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for name in ("pcc_data", "datasets", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    follow(folder, "Add a chart")
    follow(folder, "Add an explorer")
    return folder


@pytest.mark.parametrize(
    ("tests", "name", "found"),
    [
        ("tests/charts/test_contract.py", "decades", 3),
        ("tests/explore/test_contract.py", "began", 4),
        ("tests/test_rooms.py tests/test_house.py", "", 100),
    ],
)
def test_the_contracts_find_what_was_added_and_hold(copy, tests, name, found):
    command = [
        sys.executable,
        "-m",
        "pytest",
        *tests.split(),
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-o",
        "addopts=-q",
    ]
    run = subprocess.run(
        [*command, "-k", name] if name else command, cwd=copy, capture_output=True, text=True, env=clean()
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
    assert int(re.findall(r"(\d+) passed", run.stdout)[-1]) >= found


def clean() -> dict[str, str]:
    """The environment of a fresh terminal in the copy: no path leads back to the project."""
    import os

    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONPATH", "PYTEST"))}
