"""What an export wrote into a folder, so that the next one replaces that, and nothing that a person put there or worked
on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

KEPT = ".pcc_export.json"
"""A hidden file beside the tables: the SHA-256 of each as the last two exports wrote it."""


def foreign_files(folder: Path, names: Iterable[str]) -> list[str]:
    """Those of `names` that lie in the folder and are not as an export wrote them."""
    known = _kept(folder)
    return [
        name for name in names if os.path.lexists(folder / name) and _sum_of(folder / name) not in known.get(name, [])
    ]


def kept_text(folder: Path, files: Mapping[Path, bytes]) -> str:
    """The text of the hidden file once `files` are written. The sums of the last export stay, in case this one is cut
    short."""
    kept = _kept(folder)
    for path, content in files.items():
        fresh = hashlib.sha256(content).hexdigest()
        kept[path.name] = [fresh, *(one for one in kept.get(path.name, [])[:1] if one != fresh)]
    return msgspec.json.format(msgspec.json.encode(kept, order="sorted"), indent=1).decode() + "\n"


def _kept(folder: Path) -> dict[str, list[str]]:
    try:
        return msgspec.json.decode((folder / KEPT).read_bytes(), type=dict[str, list[str]])
    except (OSError, msgspec.DecodeError):
        return {}


def _sum_of(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
