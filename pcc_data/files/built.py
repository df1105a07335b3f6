"""What `pcc build` made: an index tells of each file how it was written, so that one which is cut or damaged is never
taken for whole."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

INDEX = "index.json"


class Damaged(ValueError):
    """A file that `pcc build` makes is not as it made it; the text names the file and the way out."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path} is cut or damaged ({found}). Run `pcc build`, which makes it anew from the records, and load"
            " again."
        )


class Entry(msgspec.Struct):
    """Size and SHA-256 of a file."""

    bytes: int
    sha256: str


def index_text(files: Mapping[str, bytes]) -> str:
    """Text of the index of files that lie in one folder."""
    entries = {name: {"bytes": len(content), "sha256": _sum(content)} for name, content in sorted(files.items())}
    return json.dumps(entries, indent=1) + "\n"


class Built:
    """The files of a folder that `pcc build` made, as its index tells them. Raises Damaged when one is missing or
    cut."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self._entries = msgspec.json.decode((folder / INDEX).read_bytes(), type=dict[str, Entry])
        except FileNotFoundError:
            raise Damaged(folder / INDEX, "it is missing") from None
        except msgspec.DecodeError as error:
            raise Damaged(folder / INDEX, str(error)) from None
        for name, entry in self._entries.items():
            self._same(name, self._size(name), entry.bytes)

    def read(self, name: str) -> bytes:
        """The content of a file. Raises Damaged when it is not what was written."""
        if name not in self._entries:
            raise Damaged(self.folder / INDEX, f"it does not tell of {name}")
        content = (self.folder / name).read_bytes()
        self._same(name, len(content), self._entries[name].bytes)
        if _sum(content) != self._entries[name].sha256:
            raise Damaged(self.folder / name, "its content was changed after it was built")
        return content

    def _size(self, name: str) -> int:
        try:
            return os.stat(
                f"{self.folder}{os.sep}{name}"
            ).st_size  # a third of the time of a Path, and there are thirty files
        except FileNotFoundError:
            raise Damaged(self.folder / name, "it is missing") from None

    def _same(self, name: str, found: int, built: int) -> None:
        if found != built:
            raise Damaged(self.folder / name, f"found {found:,} bytes, built with {built:,}")


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
