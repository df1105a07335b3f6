"""The files around the package: what they promise holds, and they do not contradict one another."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

import pcc_data as pcc
from pcc_data.codes import read_codebook

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]
ASKED = [Requirement(line) for line in [*PROJECT["dependencies"], *EXTRAS]]
LOCKED = {
    name: Version(version)
    for name, version in re.findall(r"(?m)^([\w.-]+)==([^ ;\\]+)", (ROOT / "requirements.lock").read_text("utf-8"))
}
CONDA_NAMES = {"playwright-python": "playwright"}
WITH_US = {"fluent.runtime"}
"""Come with the package itself (`pip install -e .`), whatever a channel of conda holds."""


def test_conda_names_the_same_packages_and_bounds():
    lines = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    (by_pip,) = (line["pip"] for line in lines if isinstance(line, dict))
    found = {line for line in lines if isinstance(line, str) and line != "pip"}
    found |= {line for line in by_pip if line != "-e ."}
    (python,) = (line for line in found if line.startswith("python="))
    wanted = {Requirement(line).name: Requirement(line).specifier for line in found if line != python}
    assert re.fullmatch(r"python=3\.\d+", python), "one version: repo2docker, which Binder uses, reads no range"
    assert python.removeprefix("python=") in SpecifierSet(PROJECT["requires-python"])
    assert {CONDA_NAMES.get(name, name): bounds for name, bounds in wanted.items()} == {
        one.name: one.specifier for one in ASKED if one.name not in WITH_US
    }


def test_the_lock_keeps_the_bounds_and_names_no_index():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    for one in ASKED:
        assert LOCKED[canonicalize_name(one.name)] in one.specifier, one
    for package in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in package, package.splitlines()[0]


def test_the_first_lines_of_the_readme_show_a_picture_and_the_two_commands():
    screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:30])
    picture = re.search(r"!\[[^\]]{20,}\]\(([^)]+)\)", screen)
    assert picture
    assert (ROOT / picture[1]).stat().st_size > 10_000
    assert "python3 start.py\n" in screen.replace("python3 start.py  ", "python3 start.py\n")
    assert "python3 start.py test" in screen
    assert all(word in screen for word in ("Students", "Trainers", "Researchers"))


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "datasets/README.md", "docs/elsewhere.md", "docs/hosting.md"]
)
def test_links_between_files_lead_somewhere(name):
    file = ROOT / name
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", file.read_text(encoding="utf-8")):
        assert (file.parent / target).exists(), target


CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
CFF = {
    "cff-version",
    "message",
    "title",
    "abstract",
    "type",
    "version",
    "date-released",
    "authors",
    "license",
    "keywords",
    "references",
}
"""Fields of the Citation File Format 1.2 that an archive asks for. An address and a DOI come with the archive."""


def test_versions_agree():
    assert str(CITATION["version"]) == pcc.__version__ == pcc.codebook.version


def test_the_citation_file_is_fit_for_an_archive():
    assert set(CITATION) == CFF and all(CITATION.values())
    assert CITATION["cff-version"] == "1.2.0" and CITATION["type"] == "dataset"
    assert CITATION["authors"] == [{"name": "The pcc_data authors"}]
    assert str(CITATION["license"]) == pcc.codebook.dataset["licence"]
    assert len(CITATION["abstract"].split()) > 40 and len(CITATION["keywords"]) > 4


def test_the_citation_file_tells_the_same_as_the_data(data):
    about = pcc.codebook.dataset
    assert str(CITATION["date-released"]) == about["released"] == str(date.fromisoformat(about["released"]))
    assert CITATION["title"] == about["title"]["en"]
    assert f"version {CITATION['version']}" in data.cite() and CITATION["title"] in data.cite()
    report = read_codebook(ROOT / "datasets" / "codebook.yaml").report
    (told,) = CITATION["references"]
    assert [one["family-names"] for one in told["authors"]] == report["authors"]
    assert told["title"].lower() == report["title"]["en"].lower() and told["year"] == report["year"]
    assert told["type"] == "report" and told["institution"]["name"] == report["publisher"]


def test_cffconvert_finds_the_citation_file_valid():
    cffconvert = pytest.importorskip("cffconvert", reason="pip install cffconvert")
    found = cffconvert.Citation((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    found.validate()
    assert pcc.__version__ in found.as_bibtex() or pcc.__version__ in found.as_apalike()


def test_start_says_in_one_line_what_an_old_python_lacks():
    code = "import sys; sys.version_info = (3, 9, 0); sys.argv = ['start.py']; import start; sys.exit(start.main())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "3.11" in done.stderr


def test_start_finds_the_installer_in_the_lock():
    sys.path.insert(0, str(ROOT))
    try:
        from start import Stop, part_of_lock
    finally:
        sys.path.pop(0)
    lines = part_of_lock("uv").splitlines()
    assert lines[0].startswith(f"uv=={LOCKED['uv']}")
    assert all("--hash" in line for line in lines[1:])
    with pytest.raises(Stop, match="complete copy"):
        part_of_lock("no-such-package")
