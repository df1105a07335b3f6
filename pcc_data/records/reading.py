"""From YAML text to values that know their lines.

Values follow the core schema of YAML 1.2, so that `no`, `on`, `NO`, dates, `1_000` and `12:30` stay texts. What
records have no use for, and what has been used to attack readers of YAML, is refused: anchors, aliases, tags, several
documents, deep nesting, invisible characters, very large files. Whatever the bytes are, the answer is a list of faults,
not an exception. After a section that cannot be read, reading goes on with the next one, so that all faults are told.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import yaml

from pcc_data.records.faults import Fault, Report, shown
from pcc_data.say import say

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 20
_LONGEST_NUMBER = 40
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
LINE_END = re.compile("\r\n?|\n")
_LINE = re.compile("[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_MOST_UNSEEN = 50  # lines; a file with more of them is told these alone
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # begins what some Windows programs save; YAML 1.2 allows it there
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SECTION = re.compile(r"""(?:[\w.-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)""")
_INSIDE = re.compile(r"\s|[-#\]},]|\.\.\.|%|$")
_KEY = re.compile(r"""(?m)^[\s-]*["']?([\w.-]+?)["']?\s*:""")
_REASONS = {
    "mapping values are not allowed": "colon",
    "cannot start any token": "sign",
    "expected ':'": "no-colon",
    "unexpected end of stream": "not-closed",
    "did not find expected": "misplaced",
    "expected <block end>": "misplaced",
    "maximum nesting depth": "deep",
}
"""Parts of what the reader of YAML says, and which part of the message `yaml-reason` says it plainly."""


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
    lost: frozenset[str] = frozenset()
    """Keys that may stand in those sections of a record that could not be read."""


class _Refused(Exception):
    """Reading cannot go on; the fault has been reported. `final` when not even the sections that follow can be read."""

    def __init__(self, final: bool = False) -> None:
        self.final = final


@dataclass(slots=True)
class _Section:
    """Lines from a key at the margin (`key` is None before the first one), and lines at the margin that are no key."""

    first: int
    key: str | None
    lines: list[str]
    loose: list[str]


@dataclass(slots=True)
class _Open:
    """A list or group that has begun and not ended; `key` waits for its value."""

    node: Node
    path: str
    depth: int
    key: str | None = None
    key_line: int = 0


def read(data: bytes | str, file: str) -> tuple[Node | None, list[Fault]]:
    """The value tree of a YAML text, and all faults. The tree is None when the text could not be understood.

    A section that could not be read is BROKEN in the tree.
    """
    report, whole = Report(file), Report(file)
    root: Node | None = None
    try:
        text = _decoded(data, report)
        root = _Builder(whole).build(text)
        report.found += whole.found
    except _Refused as refused:
        if whole.found:
            root = None if refused.final else _by_sections(text, report)
        if root is None and not report.found:
            report.found += whole.found
    if root is not None and report.found and not isinstance(root.value, dict):
        root = None  # what is told already explains why this is no group of keys
    return root, report.faults()


def unseen(text: str) -> bool:
    """Whether a text holds signs that cannot be seen, tabs among them."""
    return not text.replace("\n", "").isprintable() and _UNSEEN.search(text) is not None  # the first is far faster


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
        report.add(1, "", say("yaml.too-large"), say("yaml.most-bytes", most=MAX_BYTES))
        raise _Refused
    if raw.startswith(_UTF_16):
        report.add(1, "", say("yaml.utf-16"), say("yaml.utf-8"))
        raise _Refused
    raw = raw.removeprefix(_BYTE_ORDER_MARK)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        report.add(line, "", say("yaml.not-utf-8", byte=f"0x{raw[error.start]:02x}"), say("yaml.utf-8"))
        text = raw.decode("utf-8", "replace")
    return _seen(text, report) if unseen(text) else text


def _seen(text: str, report: Report) -> str:
    """The text with blanks in place of what cannot be seen, which is reported."""
    before = len(report.found)
    for number, line in enumerate(LINE_END.split(text), start=1):
        found = _UNSEEN.search(line)
        if found and found[0] == "\t":
            report.add(number, "", say("yaml.tab"), say("yaml.spaces"))
        elif found:
            report.add(number, "", say("yaml.unseen", sign=f"U+{ord(found[0]):04X}"), say("yaml.seen"))
    if len(report.found) - before > _MOST_UNSEEN:
        raise _Refused
    return _UNSEEN.sub(" ", text)


def _by_sections(text: str, report: Report) -> Node | None:
    """The record of a text that cannot be read as a whole, section by section; None when it has none."""
    sections = _sections(text)
    if not any(section.key for section in sections):
        return None
    root = Node({}, next(section.first for section in sections if section.key))
    told = {fault.line for fault in report.found}
    lost: set[str] = set()
    for section in sections:
        part = Report(report.file)
        node = _section(section, part)
        if node is not None:
            _join(root.value, node, part)
        elif section.key:
            root.value.setdefault(section.key, Node(BROKEN, section.first))
        if part.found:
            lost.update(_KEY.findall("".join(section.lines + section.loose)))
            lost.update(word for line in section.loose for word in line.split()[:1])
        last = section.first + len(section.lines) + len(section.loose)
        if node is not None or told.isdisjoint(range(section.first, last)):
            report.join(part.found)
    root.lost = frozenset(lost - set(root.value))
    return root if report.found else None


def _sections(text: str) -> list[_Section]:
    """A text cut at every key at the margin, without the comments before the first."""
    found = [_Section(1, None, [], [])]
    for number, line in enumerate(_LINE.findall(text), start=1):
        key = _SECTION.match(line)
        if key:
            found.append(_Section(number, key[0].rpartition(":")[0].strip().strip("\"'"), [line], []))
        elif found[-1].loose or not _INSIDE.match(line):
            found[-1].loose.append(line)
        else:
            found[-1].lines.append(line)
    head = [line for line in found[0].lines + found[0].loose if line.strip() and not line.startswith(("#", "---", "%"))]
    return found if head else found[1:]


def _section(section: _Section, report: Report) -> Node | None:
    """The value of a section alone, or None with the fault in the report."""
    if section.loose:  # a text may go on at the margin
        together = _group([*section.lines, *section.loose], section.first, Report(report.file))
        if together:
            return together
    node = _group(section.lines, section.first, report) if section.key or not section.loose else None
    line = section.first + len(section.lines)
    if section.loose and not report.found and _group(section.loose, line, report) and not report.found:
        report.add(line, "", _unreadable("misplaced"))
    return node


def _group(lines: list[str], first: int, report: Report) -> Node | None:
    """The group of keys that some lines of a file hold, or None with the fault in the report."""
    try:
        node = _Builder(report, before=first - 1).build("".join(lines))
    except _Refused:
        return None
    if not isinstance(node.value, dict):
        report.add(first, "", _unreadable("no-colon"))
        return None
    return node


def _join(record: dict[str, Node], section: Node, report: Report) -> None:
    """Put the keys of a section into the record, each once."""
    for key, node in section.value.items():
        if key in record:
            report.add(node.line, key_path("", key), _twice(record[key], node), say("shape.once"))
        record.setdefault(key, node)


def _twice(first: Node, again: Node) -> str:
    return say("yaml.key-twice", first=str(first.line), again=str(again.line))


def _unreadable(reason: str) -> str:
    return say("yaml.unreadable", reason=say(f"yaml-reason.{reason}", most=MAX_DEPTH))  # the values of _REASONS


class _Builder:
    """Builds the tree from the parser's events without recursion, so that no nesting can exhaust the stack.

    `before` lines of the file come before the text.
    """

    def __init__(self, report: Report, before: int = 0) -> None:
        self.report = report
        self.before = before
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0

    def build(self, text: str) -> Node:
        line = self.before + 1
        try:
            next_event = LOADER(text).get_event
            while (event := next_event()) is not None:
                line = self.before + event.start_mark.line + 1
                self._take(event, line)
        except yaml.YAMLError as error:
            context = getattr(error, "context", None) or ""
            inside = "quoted" in context or "flow" in context  # what is not closed is told where it begins
            mark = getattr(error, "context_mark" if inside else "problem_mark", None)
            said = getattr(error, "problem", None) or getattr(error, "reason", None) or ""
            reason = next((reason for part, reason in _REASONS.items() if part in said), "")
            problem = _unreadable(reason) if reason else say("yaml.unreadable", reason=said or say("yaml.no-yaml"))
            last = self.before + len(LINE_END.findall(text)) + 1  # the parser may point behind the end of the file
            self._refuse(min(self.before + mark.line + 1, last) if mark else line, problem)
        if self.root is None:
            self._refuse(self.before + 1, say("yaml.empty"), say("yaml.a-record"), final=True)
        assert self.root is not None
        return self.root

    def _refuse(self, line: int, problem: str, allowed: str = "", final: bool = False) -> None:
        self.report.add(line, self.open[-1].path if self.open else "", problem, allowed)
        raise _Refused(final)

    def _take(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.AliasEvent):
            self.report.add(line, self._path(), say("yaml.alias", found=event.anchor), say("yaml.value-itself"))
            self._place(BROKEN, line)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse(line, say("yaml.second"), say("yaml.one-record"), final=True)

    def _path(self) -> str:
        if not self.open:
            return ""
        top = self.open[-1]
        if isinstance(top.node.value, list):
            return f"{top.path}[{len(top.node.value) + 1}]"
        return key_path(top.path, top.key) if top.key is not None else top.path

    def _no_extras(self, event: yaml.Event, line: int) -> None:
        if event.anchor:
            self.report.add(line, self._path(), say("yaml.anchor", found=event.anchor))
        if event.tag:
            self.report.add(line, self._path(), say("yaml.tag", found=shown(event.tag)))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        if event.anchor or event.tag:
            self._no_extras(event, line)
        value = event.value
        if self.open:
            top = self.open[-1]
            if top.key is None and top.node.value.__class__ is dict:
                top.key, top.key_line = value, line
                return
        if event.implicit[0]:
            try:
                value = scalar(value)
            except ValueError:
                told = say("yaml.long-number", n=str(len(value))), say("shape.at-most", most=_LONGEST_NUMBER)
                self.report.add(line, self._path(), *told)
                value = BROKEN
        self._place(value, line)

    def _begin(self, event: yaml.Event, line: int) -> None:
        if event.anchor or event.tag:
            self._no_extras(event, line)
        path, depth = self._path(), len(self.open) + 1
        if depth > MAX_DEPTH:
            self._refuse(line, say("yaml-reason.deep", most=MAX_DEPTH))
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.open.append(_Open(self._place(value, line), path, depth))

    def _place(self, value: Any, line: int) -> Node:
        """Put a value into the list or group that is open."""
        if not self.open:
            self.root = Node(value, line)
            return self.root
        top, held = self.open[-1], self.open[-1].node.value
        if held.__class__ is list:
            node = Node(value, line)
            held.append(node)
            return node
        if top.key is None:
            self._refuse(line, say("yaml.odd-key"), say("yaml.a-word"))
        assert top.key is not None
        key, node = top.key, Node(value, top.key_line)
        first = held.get(key)
        if first is not None:
            self.report.add(node.line, key_path(top.path, key), _twice(first, node), say("shape.once"))
        else:
            held[key] = node
        top.key = None
        return node
