"""From YAML text to values that know their lines.

Values follow the core schema of YAML 1.2, so that `no`, `on`, `NO`, dates, `1_000` and `12:30` stay texts. What
records have no use for, and what has been used to attack readers of YAML, is refused: anchors, aliases, tags, several
documents, deep nesting, invisible characters, very large files. Whatever the bytes are, the answer is a list of faults,
not an exception.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import yaml

from pcc_data.records.faults import Fault, Report, shown

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 20
_LONGEST_NUMBER = 40
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    ".nan": math.nan,
    ".NaN": math.nan,
    ".NAN": math.nan,
    **{f"{sign}.{word}": float(f"{sign}inf") for sign in ("", "+", "-") for word in ("inf", "Inf", "INF")},
}
# Control characters, line ends that only some programs see, and marks that turn or hide text
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\t")
_LINE_END = re.compile("\r\n?|\n")
_OTHER_ENCODINGS = {b"\xef\xbb\xbf": "UTF-8 with a byte order mark", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_MISPLACED = "the indentation does not fit the lines above, or a quotation mark or bracket is out of place"
_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "a colon inside a text (put the text in quotes), or an indentation that does not fit the line above",
    ),
    ("cannot start any token", "a text that begins with @, ` or %; put it in quotes"),
    ("expected ':'", "a key without a colon, or a quotation mark that is not closed"),
    ("unexpected end of stream", "a quotation mark or bracket that is not closed"),
    ("did not find expected", _MISPLACED),
    ("expected <block end>", _MISPLACED),
    ("maximum nesting depth", f"nested deeper than {MAX_DEPTH} levels"),
)


class Broken:
    """Stands for a value that was faulty and has been reported."""

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN = Broken()


@dataclass(slots=True)
class Node:
    """A value and the line of its key, or of itself in a list. Lists and groups hold further nodes."""

    value: Any
    line: int


class _Refused(Exception):
    """Reading cannot go on; the fault has been reported."""


@dataclass(slots=True)
class _Open:
    """A list or group that has begun and not ended; `key` waits for its value."""

    node: Node
    path: str
    depth: int
    key: str | None = None
    key_line: int = 0


def read(data: bytes | str, file: str) -> tuple[Node | None, list[Fault]]:
    """The value tree of a YAML text, and all faults. The tree is None when the text could not be understood."""
    report = Report(file)
    try:
        text = _decoded(data, report)
        return _Builder(report).build(text), report.faults()
    except _Refused:
        return None, report.faults()


def plain(node: Node) -> Any:
    """The values of a tree without their lines."""
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [plain(child) for child in node.value]
    return node.value


def scalar(text: str) -> Any:
    """Value of an unquoted word by the core schema of YAML 1.2. Raises ValueError for a number of absurd length."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-+.0123456789":
        return text
    whole = _INT.fullmatch(text)
    if not whole and not _FLOAT.fullmatch(text):
        return text
    if len(text) > _LONGEST_NUMBER:
        raise ValueError(text)
    if not whole:
        return float(text)
    return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


def key_path(path: str, key: str) -> str:
    """Path of a key inside the group at `path`."""
    name = key if re.fullmatch(r"[\w.-]{1,60}", key) else shown(key)
    return f"{path}.{name}" if path else name


def _decoded(data: bytes | str, report: Report) -> str:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MAX_BYTES:
        report.add(1, "", "the file is too large", f"at most {MAX_BYTES:,} bytes")
        raise _Refused
    for mark, name in _OTHER_ENCODINGS.items():
        if raw.startswith(mark):
            report.add(1, "", f"the file is saved as {name}", "UTF-8 without a byte order mark")
            raise _Refused
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        report.add(line, "", f"this is not UTF-8 text (found the byte 0x{raw[error.start]:02x})", "text saved as UTF-8")
        raise _Refused from None
    if _UNSEEN.search(text):
        _report_unseen(text, report)
        raise _Refused
    return text


def _report_unseen(text: str, report: Report) -> None:
    for number, line in enumerate(_LINE_END.split(text), start=1):
        found = _UNSEEN.search(line)
        if found and found[0] == "\t":
            report.add(number, "", "a tab", "spaces")
        elif found:
            report.add(number, "", f"an invisible character (found U+{ord(found[0]):04X})", "text that can be seen")


class _Builder:
    """Builds the tree from the parser's events without recursion, so that no nesting can exhaust the stack."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0

    def build(self, text: str) -> Node:
        line = 1
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                line = event.start_mark.line + 1
                self._take(event, line)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "no YAML"
            words = next((words for part, words in _PLAIN_WORDS if part in problem), problem)
            last = len(_LINE_END.findall(text)) + 1  # the parser may point behind the end of the file
            self._refuse(min(mark.line + 1, last) if mark else line, f"this cannot be read as YAML ({words})")
        if self.root is None:
            self._refuse(1, "the file is empty", "a record")
        assert self.root is not None
        return self.root

    def _refuse(self, line: int, problem: str, allowed: str = "") -> None:
        self.report.add(line, self.open[-1].path if self.open else "", problem, allowed)
        raise _Refused

    def _take(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._begin(event, line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.AliasEvent):
            problem = f"an alias (found *{event.anchor}); records do not use them"
            self.report.add(line, self._path(), problem, "the value itself")
            self._place(BROKEN, line)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse(line, "a second document begins here (---)", "one record a file")

    def _path(self) -> str:
        if not self.open:
            return ""
        top = self.open[-1]
        if isinstance(top.node.value, list):
            return f"{top.path}[{len(top.node.value) + 1}]"
        return key_path(top.path, top.key) if top.key is not None else top.path

    def _no_extras(self, event: yaml.Event, line: int) -> None:
        if event.anchor:
            self.report.add(line, self._path(), f"an anchor (found &{event.anchor}); records do not use them")
        if event.tag:
            self.report.add(line, self._path(), f"a tag (found {shown(event.tag)}); records do not use them")

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._no_extras(event, line)
        top = self.open[-1] if self.open else None
        if top is not None and top.key is None and isinstance(top.node.value, dict):
            top.key, top.key_line = event.value, line
            return
        value = event.value
        if event.implicit[0]:
            try:
                value = scalar(event.value)
            except ValueError:
                self.report.add(line, self._path(), f"a number of {len(value)} digits", f"at most {_LONGEST_NUMBER}")
                value = BROKEN
        self._place(value, line)

    def _begin(self, event: yaml.Event, line: int) -> None:
        self._no_extras(event, line)
        path, depth = self._path(), len(self.open) + 1
        if depth > MAX_DEPTH:
            self._refuse(line, f"nested deeper than {MAX_DEPTH} levels")
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.open.append(_Open(self._place(value, line), path, depth))

    def _place(self, value: Any, line: int) -> Node:
        """Put a value into the list or group that is open."""
        if not self.open:
            self.root = Node(value, line)
            return self.root
        top = self.open[-1]
        if isinstance(top.node.value, list):
            node = Node(value, line)
            top.node.value.append(node)
            return node
        if top.key is None:
            self._refuse(line, "a key that is itself a list, a group or an alias", "a word")
        assert top.key is not None
        key, node = top.key, Node(value, top.key_line)
        first = top.node.value.get(key)
        if first is not None:
            problem = f"the key is there twice (found in lines {first.line} and {node.line})"
            self.report.add(node.line, key_path(top.path, key), problem, "once")
        else:
            top.node.value[key] = node
        top.key = None
        return node
