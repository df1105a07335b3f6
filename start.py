"""Set up everything and open the notebooks. Needs nothing but Python 3.11 or newer.

    python3 start.py                 set up, then open the notebooks
    python3 start.py --projector     the same, in big type for the last row
    python3 start.py test            set up, then run every test
    python3 start.py check my_cases  set up, then run any other command of `pcc`

The first start downloads the libraries that `requirements.lock` names into the folder .venv. Later starts take seconds.
"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV, LOCK = ROOT / ".venv", ROOT / "requirements.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "ready.txt"
NEEDED = (3, 11)


def main() -> int:
    if sys.version_info < NEEDED:
        return fail(
            "This needs Python {}.{} or newer; this is {}.{}. Install a newer one from python.org.".format(*NEEDED, *sys.version_info[:2])
        )
    try:
        set_up()
    except Stop as stop:
        return fail(str(stop))
    given = sys.argv[1:]
    command, *rest = given if given and not given[0].startswith("-") else ["lab", *given]
    if command == "test":
        os.chdir(ROOT)
        return become("-m", "pytest", "-n", "auto", *rest)
    return become("-m", "pcc_data", command, *rest)


class Stop(Exception):
    """Why the set-up ended, in one sentence."""


def set_up() -> None:
    """Make .venv and install what the lock names; nothing is done when that was finished before."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode() + str(ROOT).encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted and PYTHON.is_file():
        return
    print("Setting up (once; about 200 MB are downloaded, which takes one to five minutes).", flush=True)
    STAMP.unlink(missing_ok=True)
    if not works(PYTHON) or "version" not in (VENV / "pyvenv.cfg").read_text(encoding="utf-8"):
        say(1, "making the folder .venv")
        make_venv()
    say(2, "installing the installer")
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "uv.txt"
        lines.write_text(part_of_lock("uv"), encoding="utf-8")
        need(PYTHON, "-m", "pip", "install", "-qqq", "--retries=1", "--disable-pip-version-check", "--require-hashes", "-r", str(lines))
    say(3, "installing the libraries")
    need(PYTHON, "-m", "uv", "pip", "sync", "--require-hashes", "--python", str(PYTHON), str(LOCK))
    # The folder of the project, as seen from the libraries: a relative path has no accents that Windows could misread.
    site = subprocess.run([PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], check=True, capture_output=True).stdout
    place = Path(os.fsdecode(site.strip()))
    (place / "pcc_data_project.pth").write_text(Path(os.path.relpath(ROOT, place)).as_posix() + "\n", encoding="ascii")
    STAMP.write_text(wanted)
    print("Ready.", flush=True)


def make_venv() -> None:
    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    except subprocess.CalledProcessError as error:
        raise Stop("Python's own venv is incomplete here. On Debian or Ubuntu: sudo apt install python3-venv. Then start again.") from error
    except OSError as error:
        raise Stop(f"The folder {VENV} cannot be made ({error.strerror}). Move the project to a folder you may write in.") from error


def part_of_lock(package: str) -> str:
    """The lines of one package in the lock: its version and hashes."""
    found = re.search(rf"^{package}==.*(?:\n    .*)*", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        raise Stop(f"{LOCK.name} does not name {package}: get a complete copy of the project.")
    return found[0] + "\n"


def need(*command: object) -> None:
    if run(*command):
        raise Stop("The download failed. Check the internet connection and start again: it goes on where it stopped.")


def works(python: Path) -> bool:
    try:
        return subprocess.run([python, "-m", "pip", "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def run(*command: object) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT).returncode


def become(*arguments: str) -> int:
    """Go on as the Python of .venv: what ends this program then ends that one too, and no lab is left behind."""
    if os.name != "nt":
        os.execv(PYTHON, [str(PYTHON), *arguments])
    try:
        return subprocess.run([str(PYTHON), *arguments]).returncode
    except KeyboardInterrupt:
        return 130


def say(step: int, what: str) -> None:
    print(f"  {step} of 3: {what} …", flush=True)


def fail(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
