"""The one way to write files: whole or not at all, whoever else writes, and whenever it is interrupted.

What is to be kept is written aside, under a name of its own in the same folder, brought to the disk, and then moved to
its place in one step. Who looks at any moment finds the old file or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

_ENDING = ".part"
_OLD = 3600  # seconds after which nobody is still writing what lies aside


class NotWritten(OSError):
    """A file that could not be written: the disk is full, the folder is closed or gone. What was there is as it was."""

    def __str__(self) -> str:
        return (
            f"{self.filename} could not be written: {self.strerror or 'the system does not say why'}. What was there is"
            " as it was."
        )


def write_whole(path: Path, content: str | bytes, *, overwrite: bool = False) -> Path:
    """Write one file and return its path. Text is saved as UTF-8 as it is; folders are not made.

    Raises FileExistsError when there is such a file already (unless `overwrite`), NotWritten (an OSError) that names
    the file when it cannot be written. Either way nothing of the new file stays behind, and what was there is as it
    was.
    """
    return write_all({path: content}, overwrite=overwrite)[0]


def write_all(files: Mapping[Path, str | bytes], *, overwrite: bool = False) -> list[Path]:
    """Write files that belong together, as `write_whole` writes one: all lie aside in full before the first is moved.

    They are moved in the order of `files`. Returns their paths.
    """
    if not overwrite:
        for path in files:
            refuse_taken(path)
    waiting: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            with _named(path):
                waiting[path] = _aside(path)
                _fill(waiting[path], content.encode("utf-8") if isinstance(content, str) else content)
        for path, aside in waiting.items():
            with _named(path):
                _move(aside, path, overwrite)
    finally:
        for aside in waiting.values():
            aside.unlink(missing_ok=True)
    for folder in {_target(path).parent for path in files}:
        _to_disk(folder)
    return list(files)


@contextlib.contextmanager
def folder_aside(path: Path) -> Iterator[Path]:
    """An empty folder of its own beside `path`, for programs that write files themselves; gone when the block ends."""
    with _named(path):
        folder = _target(path).parent / f"pcc-{secrets.token_hex(6)}{_ENDING}"  # some programs see no hidden folder
        folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def refuse_taken(path: Path) -> None:
    """Raise FileExistsError when there is anything at `path`."""
    if os.path.lexists(path):
        raise FileExistsError(
            f"There is a file {path} already; it was left as it is. Choose another name, or say that it may be"
            " replaced."
        )


def still_written(path: Path) -> bool:
    """Whether a file is one that somebody may be writing aside at this moment."""
    with contextlib.suppress(OSError):
        return path.name.startswith(".") and path.name.endswith(_ENDING) and time.time() - path.stat().st_mtime < _OLD
    return True  # it has been moved or removed meanwhile


def _target(path: Path) -> Path:
    """Where a file lies for real: a link stays a link, and what it leads to is replaced."""
    return Path(os.path.realpath(path))


def _aside(path: Path) -> Path:
    """A new empty file beside `path`. What is protected against writing is not replaced either."""
    target = _target(path)
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    aside = target.parent / f".{target.stem[:20]}.{secrets.token_hex(6)}{_ENDING}"
    os.close(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    return aside


def _fill(aside: Path, content: bytes) -> None:
    with aside.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _move(aside: Path, path: Path, overwrite: bool) -> None:
    target = _target(path)
    if overwrite:
        if target.is_file():
            shutil.copymode(target, aside)
        os.replace(aside, target)
    elif os.name == "nt":
        os.rename(aside, target)  # which refuses a name that is taken, on Windows only
    else:
        try:
            os.link(aside, target)
        except FileExistsError:
            raise
        except (
            OSError
        ):  # a file system without links, such as that of a USB stick: the name is taken first, then filled
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
            os.replace(aside, target)


def _to_disk(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can do so."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Whatever the system refuses names the file that was meant."""
    try:
        yield
    except FileExistsError:
        refuse_taken(path)
        raise
    except OSError as error:
        raise NotWritten(error.errno, error.strerror, str(path)) from error
