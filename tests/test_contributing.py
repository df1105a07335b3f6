"""What CONTRIBUTING tells a newcomer to write works as it stands there: the examples are put into a copy, word by
word."""

from __future__ import annotations

import json
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
    return re.findall(
        r"`((?:pcc_data|datasets)/[\w/]+\.(?:py|yaml|ftl))`(?:(?!```).)*?\n```(?:python|yaml|ftl)\n(.*?)```",
        part,
        re.DOTALL,
    )


def follow(folder: Path, title: str) -> None:
    """Write what stands under a heading: a new file, a line behind the last one like it, or messages at the end."""
    examples = blocks(title)
    assert len(examples) == 3
    for name, code in examples:
        file = folder / name
        if not file.exists():
            file.write_text(code, encoding="utf-8")
            continue
        if file.suffix == ".ftl":
            file.write_text(f"{file.read_text(encoding='utf-8')}\n{code}", encoding="utf-8")
            continue
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        last = max(at for at, line in enumerate(lines) if line.startswith("    from "))
        file.write_text("".join([*lines[: last + 1], code, *lines[last + 1 :]]), encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for name in ("pcc_data", "datasets", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "start.py"):
        shutil.copy(ROOT / name, folder)
    follow(folder, "Add a chart")
    follow(folder, "Add an explorer")
    return folder


@pytest.mark.parametrize(
    ("tests", "name", "found"),
    [
        ("tests/charts/test_contract.py", "decades", 3),
        ("tests/explore/test_contract.py", "began", 4),
        ("tests/test_rooms.py tests/test_house.py tests/test_words.py", "", 100),
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


CASE = "wolfhagen-energy-cooperative"
REASON = "The statutes take in whoever buys a share."


@pytest.fixture(scope="module")
def walked(tmp_path_factory) -> dict:
    """What each part of the package says of a field that was added as CONTRIBUTING tells, in a copy."""
    folder = tmp_path_factory.mktemp("field")
    for name in ("pcc_data", "datasets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (book, entry), (shape, line) = blocks("Add a coded field")
    for name, code, after in (
        (book, entry, r"(?m)^  decision_right:\n(?:    .*\n)+"),
        (shape, line, r"(?m)^    decision_right: .*\n"),
    ):
        old = (folder / name).read_text(encoding="utf-8")
        at = re.search(after, old).end()
        (folder / name).write_text(old[:at] + code + old[at:], encoding="utf-8")
    told = re.search(r'`(version: ".+dev0")`', (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))[1]
    codebook = (folder / book).read_text(encoding="utf-8")
    (folder / book).write_text(re.sub(r'version: ".+"', told, codebook, count=1), encoding="utf-8")
    command, path = [sys.executable, ROOT / "tests" / "added_field.py", CASE, REASON], {"PYTHONPATH": str(folder)}
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=clean() | path, encoding="utf-8")
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout.splitlines()[-1])


def test_check_and_format_know_a_new_field(walked):
    code, said = walked["wrong code"]
    assert code == 1 and "membership: is no code of this field (found 'opne')" in said and "did you mean open?" in said
    code, said = walked["no reason"]
    assert code == 1 and "coding_basis.membership: is missing, but membership is coded (found 'open')" in said
    assert walked["right"][0] == walked["layout"][0] == walked["build"][0] == 0
    changed = {Path(line.split()[-1]).name for line in walked["build"][1].splitlines()}
    assert changed >= {"cases.csv", "codings.csv", "missing.csv", "codebook.json", "datapackage.json", "schema.json"}


def test_template_and_schema_ask_for_a_new_field(walked):
    text = walked["template"]
    assert "# Membership. Who may join the organised community. (null: not found)" in text
    assert "#   invited: Whom the members ask." in text
    for text in (walked["template"], walked["short"]):
        assert "\nmembership: FILL_IN\n" in text and re.search(r"\n  membership:(\n    | \{)basis: ", text)
    parts = walked["schema"]["properties"]
    assert parts["membership"]["enum"] == ["open", "local", "invited", None]
    assert parts["coding_basis"]["properties"]["membership"]["title"] == "Membership"


def test_says_who_and_card_tell_of_a_new_field(walked):
    assert walked["why"] == ["Membership", "Open to all", REASON, ["s1"], walked["year"]]
    assert "Membership: not found" in walked["why not"]
    plain, rich = walked["card"]
    assert "Membership: Open to all" in plain.split("Who decides\n")[1].split("\n\n")[0]
    assert "<dt>Membership</dt><dd>Open to all" in rich and REASON in rich


def test_comparisons_and_filters_know_a_new_field(walked):
    lost, every = walked["not found"]
    assert walked["filter"] == [CASE] and lost == every - 1
    assert walked["compare"] == {"open": 1, "local": 0, "invited": 0, "not_found": lost, "all": every}
    text, columns = walked["cross table"]
    assert "by sector and membership" in text and "Open to all" in columns
    assert "Membership" in walked["axes"]


def clean() -> dict[str, str]:
    """The environment of a fresh terminal in the copy: no path leads back to the project."""
    import os

    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONPATH", "PYTEST"))}
