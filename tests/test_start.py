"""start.py on odd machines: no home, old terminals, strange names of folders, and steps that fail. All without a
network."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ODD = "my 100% wörk;shop" if os.name == "nt" else 'my #1 100% wörk:shop "x"'
# Stands for the installer: it tells what it was asked, and where its downloads would be.
UV = """
import os, sys
if sys.argv[1:] == ["cache", "dir"]:
    print(os.path.join(os.path.expanduser("~"), ".cache", "uv"))
elif os.environ.get("BROKEN"):
    sys.exit("uv: the disk is full")
else:
    print("uv was asked:", *map(ascii, sys.argv[1:]))
"""
PCC = "import sys; print('pcc was asked:', *map(ascii, sys.argv[1:]))"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def wheel(folder: Path) -> str:
    """Make an installer's wheel and return the hash that a lock names."""
    file = folder / "uv-1-py3-none-any.whl"
    files = {
        "uv/__init__.py": "",
        "uv/__main__.py": UV,
        "uv-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: uv\nVersion: 1\n",
        "uv-1.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {
        name: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        for name, text in files.items()
    }
    record = [f"{name},sha256={digests[name]},{len(text.encode())}" for name, text in files.items()]
    with zipfile.ZipFile(file, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
        packed.writestr("uv-1.dist-info/RECORD", "\n".join([*record, "uv-1.dist-info/RECORD,,"]) + "\n")
    return hashlib.sha256(file.read_bytes()).hexdigest()


class Project:
    """A copy of what start.py needs, in a folder with an odd name."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.wheels = folder / ODD, folder / "wheels"
        (self.folder / "pcc_data").mkdir(parents=True)
        self.wheels.mkdir()
        shutil.copy(ROOT / "start.py", self.folder)
        (self.folder / "pcc_data" / "__main__.py").write_text(PCC, encoding="utf-8")
        self.right = wheel(self.wheels)

    def start(self, *, digest: str = "", **variables: str) -> subprocess.CompletedProcess[bytes]:
        """Run `start.py check wörk`, the set-up included."""
        lock = f"uv==1 \\\n    --hash=sha256:{digest or self.right}\n"
        (self.folder / "requirements.lock").write_text(lock, encoding="utf-8")
        (self.folder / ".venv" / "ready.txt").unlink(missing_ok=True)
        return self.again(**variables)

    def again(self, *words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
        """Run it as it stands."""
        apart = {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": self.wheels.as_uri(),
            "PYTHONPATH": str(ROOT / "tests" / "offline"),
        }
        command = [sys.executable, "start.py", *(words or ("check", "wörk"))]
        # compiled code set aside for the tests would need a name in the terminal's letters
        around = {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}
        return subprocess.run(command, cwd=self.folder, capture_output=True, env={**around, **apart, **variables})


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    return Project(tmp_path_factory.mktemp("odd"))


TERMINALS = [ASCII, {"PYTHONIOENCODING": "cp850"}, {"PYTHONIOENCODING": "ascii"}]


@pytest.mark.parametrize("terminal", TERMINALS, ids=["a plain locale", "cp850", "ascii"])
def test_it_sets_up_in_any_terminal_and_any_folder_and_then_starts_at_once(project, terminal):
    first = project.start(**terminal)
    assert first.returncode == 0, first.stderr
    assert b"'--quiet'" in first.stdout, "no list of the libraries"
    assert b"3 of 3: installing the libraries ..." in first.stdout and b"pcc was asked: 'check'" in first.stdout
    second = project.again(**terminal)
    assert second.returncode == 0 and b"Setting up" not in second.stdout and b"pcc was asked: 'check'" in second.stdout


@pytest.mark.parametrize("word", ["help", "--help", "-h"])
def test_it_tells_all_commands(project, word):
    assert project.start().returncode == 0
    assert b"pcc was asked: 'help'" in project.again(word).stdout
    assert b"pcc was asked: 'help' 'room'" in project.again(word, "room").stdout
    assert b"run every test" in project.again(word, "test").stdout


@pytest.mark.parametrize("home", ["{file}", "{file}/none"])
def test_without_a_home_downloads_are_kept_nowhere(project, tmp_path, home):
    (tmp_path / "file").touch()
    home = home.format(file=tmp_path / "file")
    done = project.start(HOME=home, USERPROFILE=home)
    assert done.returncode == 0, done.stderr
    assert b"--no-cache" in done.stdout
    assert done.stderr == b""


def test_with_a_home_downloads_are_kept_for_the_next_time(project, tmp_path):
    assert b"--no-cache" not in project.start(HOME=str(tmp_path), USERPROFILE=str(tmp_path)).stdout


WRONG = [
    ({"digest": "0" * 64}, "Installing the installer", b"DO NOT MATCH THE HASHES"),
    ({"PIP_FIND_LINKS": ""}, "Installing the installer", b"No matching distribution"),
    ({"BROKEN": "1"}, "Installing the libraries", b"the disk is full"),
]


@pytest.mark.parametrize(("how", "what", "why"), WRONG, ids=["wrong hash", "not found", "full disk"])
def test_a_step_that_fails_is_named_and_its_reason_is_not_guessed(project, how, what, why):
    for installed in (project.folder / ".venv").rglob("site-packages/uv*"):
        shutil.rmtree(installed)
    done = project.start(**how)
    assert done.returncode == 1
    *above, last = done.stderr.splitlines()
    assert last.startswith(f"{what} did not work; the lines above tell why.".encode())
    assert why in b"\n".join(above) and b"connection" not in last and b"Traceback" not in done.stderr


@pytest.mark.parametrize("in_the_way", [".venv", "requirements.lock"])
def test_what_the_system_refuses_is_one_sentence_that_names_the_file(in_the_way, tmp_path):
    project = Project(tmp_path)
    (project.folder / "requirements.lock").touch()
    (project.folder / in_the_way).unlink(missing_ok=True)
    (project.folder / in_the_way).touch() if in_the_way == ".venv" else (project.folder / in_the_way).mkdir()
    done = project.again()
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1
    assert b"The set-up did not work" in done.stderr and in_the_way.encode() in done.stderr
