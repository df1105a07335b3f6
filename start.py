"""Set up everything and open the notebooks. Needs nothing but Python 3.11 or newer.

    python3 start.py                 set up, then open the notebooks as pages that run by themselves
    python3 start.py --projector     the same, in big type for the last row
    python3 start.py lab             set up, then open JupyterLab, to see and change the code
    python3 start.py test            set up, then run every test
    python3 start.py check my_cases  set up, then run any other command of `pcc`
    python3 start.py help            all commands; `help room` tells of one

The first start downloads the libraries that `requirements.lock` names into the folder .venv. Later starts take seconds.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV, LOCK = ROOT / ".venv", ROOT / "requirements.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "ready.txt"
NEEDED = (3, 11)


def main() -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # names of folders hold signs that a terminal may not know
    if sys.version_info < NEEDED:
        return fail(
            "This needs Python {}.{} or newer; this is {}.{}. Install a newer one from python.org.".format(
                *NEEDED, *sys.version_info[:2]
            )
        )
    try:
        set_up()
    except Stop as stop:
        return fail(str(stop))
    except OSError as error:
        return fail(f"The set-up did not work: {error}. When that is mended, start again.")
    except KeyboardInterrupt:
        return fail("The set-up was stopped. Start again: it goes on where it stopped.", 130)
    given = sys.argv[1:]
    if given[:1] in (["help"], ["-h"], ["--help"]):
        if given[1:] == ["test"]:  # the one command that `pcc` does not have
            print(__doc__)
            return 0
        return become("-m", "pcc_data", "help", *given[1:])
    command, *rest = given if given and not given[0].startswith("-") else ["open", *given]
    if command == "test":
        os.chdir(ROOT)
        return become("-m", "pytest", "-n", "auto", *rest)
    return become("-m", "pcc_data", command, *rest)


class Stop(Exception):
    """Why the set-up ended, in one sentence."""


def set_up() -> None:
    """Make .venv and install what the lock names; nothing is done when that was finished before."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode() + os.fsencode(ROOT)).hexdigest()
    if STAMP.is_file() and STAMP.read_bytes() == wanted.encode() and PYTHON.is_file():
        return
    print("Setting up (once; about 200 MB are downloaded, which takes one to five minutes).", flush=True)
    STAMP.unlink(missing_ok=True)
    if not works(PYTHON) or b"version" not in (VENV / "pyvenv.cfg").read_bytes():
        say(1, "making the folder .venv")
        make_venv()
    say(2, "installing the installer")
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "uv.txt"
        lines.write_text(part_of_lock("uv"), encoding="utf-8")
        quiet = ("-q", "--no-cache-dir", "--root-user-action=ignore", "--disable-pip-version-check", "--retries=1")
        need("Installing the installer", PYTHON, "-m", "pip", "install", *quiet, "--require-hashes", "-r", lines)
    say(3, "installing the libraries")
    need(
        "Installing the libraries",
        PYTHON,
        "-m",
        "uv",
        "pip",
        "sync",
        *([] if sys.stderr.isatty() else ["--quiet"]),  # a terminal sees how far the download is
        *cache(),
        "--require-hashes",
        "--python",
        PYTHON,
        LOCK.name,
    )
    # The folder of the project, as seen from the libraries: a relative path has no accents that Windows could misread.
    place = Path(
        asked("-c", "import os, sys, sysconfig; sys.stdout.buffer.write(os.fsencode(sysconfig.get_path('purelib')))")
    )
    (place / "pcc_data_project.pth").write_text(Path(os.path.relpath(ROOT, place)).as_posix() + "\n", encoding="ascii")
    STAMP.write_text(wanted)
    print("Ready.", flush=True)


def make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(
            "Python's own venv is incomplete here. On Debian or Ubuntu: sudo apt install python3-venv. Then start"
            " again."
        )
    # As a command of its own it is in UTF-8 whatever the terminal is in, and writes a path with accents into its notes.
    make = ("Making the folder .venv", sys.executable, "-X", "utf8", "-m", "venv", "--clear")
    if os.pathsep not in str(VENV):
        need(*make, VENV)
        return
    with tempfile.TemporaryDirectory() as folder:  # venv refuses a colon, for a list of folders that nothing here uses
        need(*make, Path(folder) / VENV.name)
        shutil.rmtree(VENV, ignore_errors=True)
        shutil.move(Path(folder) / VENV.name, VENV)


def cache() -> list[str]:
    """What to tell uv where its folder for downloads cannot be written to, as in a home that is not there."""
    try:
        folder = Path(asked("-m", "uv", "cache", "dir"))
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except (OSError, subprocess.CalledProcessError):
        return ["--no-cache", "--link-mode=copy"]
    return []


def part_of_lock(package: str) -> str:
    """The lines of one package in the lock: its version and hashes."""
    found = re.search(rf"^{package}==.*(?:\n    .*)*", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        raise Stop(f"{LOCK.name} does not name {package}: get a complete copy of the project.")
    return found[0] + "\n"


def need(what: str, *command: object) -> None:
    """Run a command that says itself what goes wrong.

    No internet, a full disk, a proxy and a wrong copy all look alike from here.
    """
    if run(*command):
        raise Stop(
            f"{what} did not work; the lines above tell why. When that is mended, start again: it goes on where it"
            " stopped."
        )


def asked(*arguments: str) -> str:
    """What the Python of .venv answers."""
    return os.fsdecode(
        subprocess.run([str(PYTHON), *arguments], check=True, capture_output=True, cwd=ROOT).stdout.strip()
    )


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
    print(f"  {step} of 3: {what} ...", flush=True)


def fail(why: str, code: int = 1) -> int:
    print(why, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
