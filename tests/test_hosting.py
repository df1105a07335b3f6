"""`docs/hosting.md` holds what was tried: its pieces of code can be read, and what Binder reads is what it asks for."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BEFORE = ("binder", ".binder", "Dockerfile", "Project.toml", "Pipfile", "Pipfile.lock", "default.nix", "flake.nix")
"""What repo2docker reads in place of environment.yml where it is there."""


def code(name: str) -> str:
    """The piece of code that is for this file."""
    return re.search(rf"`[^`]*{name}`.*?```python\n(.*?)```", GUIDE, re.DOTALL)[1]


def test_what_its_code_takes_from_the_package_is_there():
    names: dict[str, object] = {}
    for name in ("jupyterhub_config.py", "pages.py"):
        module = ast.parse(code(name))
        for line in ast.walk(module):
            if isinstance(line, ast.ImportFrom) and str(line.module).startswith("pcc_data"):
                exec(compile(ast.Module([line], []), name, "exec"), names)
    assert {"arguments", "environment", "datasets_dir", "live_server", "PagesServer"} <= set(names)


def test_notebooks_lie_beside_the_data_in_a_clone_and_in_a_wheel():
    from pcc_data.paths import datasets_dir

    assert (datasets_dir().parent / "notebooks" / "0_start_here.ipynb").is_file()


def test_binder_reads_environment_yml_and_finds_what_it_needs():
    assert not [name for name in BEFORE if (ROOT / name).exists()]
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    assert set(read) == {"name", "channels", "dependencies"} and read["channels"] == ["conda-forge", "nodefaults"]
    packages = [line for line in read["dependencies"] if isinstance(line, str)]
    (python,) = (line for line in packages if re.match(r"python\b(?!-)", line))
    assert re.fullmatch(r"python=3\.\d+", python), "repo2docker passes over a range and takes a version of its own"
    assert {"pip", "jupyterlab>=4.4,<5", "voila>=0.5.13,<0.6"} <= set(packages)
    assert "://" not in text and "index" not in text
    (by_pip,) = (line["pip"] for line in read["dependencies"] if isinstance(line, dict))
    assert by_pip[0] == "-e ."


def test_its_addresses_lead_to_notebooks():
    asked = re.findall(r"(?:voila/render|lab/tree)/(notebooks/[\w/]+\.ipynb)", GUIDE.replace("%2F", "/"))
    assert len(asked) >= 3 and all((ROOT / name).is_file() for name in asked)


def test_without_the_extra_lab_the_package_asks_for_no_server():
    names = {re.split(r"[<>=]", line)[0].lower() for line in PROJECT["dependencies"]}
    assert not names & {"jupyterlab", "voila", "jupyter-server", "notebook"}, "JupyterLite installs the wheel"
