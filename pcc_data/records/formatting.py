"""`pcc format`: records in one layout and in the newest format, with their comments; no value changes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from pcc_data.files.writing import write_whole
from pcc_data.paths import datasets_dir
from pcc_data.records.checking import record_files
from pcc_data.records.comments_in import comments_in
from pcc_data.records.faults import Fault, printable, shown
from pcc_data.records.reading import MAX_BYTES, Node, plain, read
from pcc_data.records.template import schema_address
from pcc_data.records.upgrade import upgrade
from pcc_data.records.writing import SCHEMA, Notes, dump_record
from pcc_data.say import say

_MARK = b"\xef\xbb\xbf"  # a byte order mark, where the reader allows one


class Formatted(NamedTuple):
    """A record in the one layout, or the faults for which it has none; `upgraded` tells that it was in format 1."""

    text: str | None
    faults: list[Fault]
    upgraded: bool = False


def format_text(data: str | bytes, file: str, schema: str = SCHEMA, keep: bool = True) -> Formatted:
    """A record, whole or in draft, in the one layout: keys in the order of the shape, values and comments as they were.

    `schema` is the address of the schema for editors, where the text gives none that it may `keep`. `file` is named in
    the faults: the text is no YAML, is no record, or cannot be written so that it reads the same. Raises nothing.
    """
    root, faults = read(data, file)
    if faults or root is None:
        return Formatted(None, faults)
    problem, allowed = _no_record(root)
    if problem:
        return Formatted(None, [Fault(printable(file), root.line, "", problem, allowed)])
    notes, address = comments_in(data if isinstance(data, str) else data.removeprefix(_MARK).decode("utf-8"))
    upgraded = bool(upgrade(root))
    text = dump_record(plain(root), address if address and keep else schema, notes)
    if not _reads_as(text, root, notes):
        problem = say("layout.not-possible")
        return Formatted(None, [Fault(printable(file), 1, "", problem)])
    return Formatted(text, [], upgraded)


def run_format(paths: Iterable[Path | str], check: bool = False, out: Callable[[str], object] = print) -> int:
    """The command `pcc format`: write records anew in the one layout. 0 all are in it, 1 a file has faults, 2 it could
    not run.

    With `check` nothing is written, and a file that would change gives 1 too. A file with faults is left as it is; the
    others are written all the same.
    """
    try:
        files = record_files(paths)
    except OSError as error:
        out(printable(f"pcc format: {error}"))
        return 2
    results = [_format_file(file, check, out) for file in files]
    changed = results.count(None)
    if not any(results):
        out(say("layout.summary", n=changed, kept=len(files) - changed, check=check))
    return max(int(check) if result is None else result for result in results)


def _format_file(file: Path, check: bool, out: Callable[[str], object]) -> int | None:
    """Format one file and tell what was done: None where it changes, 0 where it does not, 1 faults, 2 not readable or
    writable."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        folder = file.parent.resolve()
        ours = folder == (datasets_dir() / "cases").resolve()
        done = format_text(data, str(file), schema_address(folder), keep=not ours)
        for fault in done.faults:
            out(str(fault))
        if done.text is None or done.text.encode("utf-8") == data:
            return int(done.text is None)
        if not check:
            write_whole(file, done.text, overwrite=True)
    except OSError as error:
        reason = str(error.strerror or error)
        out(printable(f"pcc format: {say('layout.left', file=str(file), reason=reason)}"))
        return 2
    out(printable(say("layout.done", file=str(file), check=check, upgraded=done.upgraded)))
    return None


def _no_record(root: Node) -> tuple[str, str]:
    """Why a tree is no record at all, and what is one; empty when it may be one."""
    if not isinstance(root.value, dict):
        return say("shape.no-record", what="record", found=shown(root.value)), say("shape.lines")
    return ("", "") if "id" in root.value else (say("layout.no-id"), say("layout.an-id"))


def _reads_as(text: str, root: Node, notes: Notes) -> bool:
    """Whether a text has the values of a tree and the comments of `notes`, in any order."""
    again, faults = read(text, "")
    return (
        again is not None
        and not faults
        and _values(again) == _values(root)
        and _words(comments_in(text)[0]) == _words(notes)
    )


def _values(root: Node) -> str:
    return json.dumps(
        plain(root), sort_keys=True
    )  # tells 1 from 1.0 and true, and finds one "not a number" equal to another


def _words(notes: Notes) -> Counter[str]:
    return Counter(
        word for own in notes.values() for line in (*own.above, own.beside, *own.below) for word in line.split()
    )
