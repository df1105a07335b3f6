"""Comments of a YAML text, and the value that each of them goes with.

A reader of YAML throws comments away. They are found again in what lies between its events: there every # begins one.
A comment line goes with the key, or the item of a list, that comes next. It goes with the one before when it is set
further right than the next, or when it stands right under the one before and an empty line follows. What stands apart
at the head and the end of a file goes with the record.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from pcc_data.records.reading import LINE_END, LOADER
from pcc_data.records.writing import Comments, Notes, Trail

_COMMENT = re.compile("#[^\r\n]*")
_BLOCK_HEAD = re.compile("[|>][-+0-9]* +(?=#)")  # of a text that stands in the lines below it
_SCHEMA = re.compile(r"# *yaml-language-server: *\$schema=(\S+)")
_NOWHERE = -1  # column of a comment behind a lone dash


class _Token(NamedTuple):
    """Something that is written out: a key, a single value, a bracket. `last` is the line in which it ends."""

    start: int
    end: int
    last: int
    trail: Trail
    is_block: bool


@dataclass
class _Open:
    """A list or group that has begun and not ended."""

    trail: Trail
    is_list: bool
    is_flow: bool
    column: int
    count: int = 0
    key: str | None = None


@dataclass
class _Written:
    """What is written where: the tokens; where each key and item begins; in which column its key or dash stands."""

    tokens: list[_Token] = field(default_factory=list)
    starts: list[tuple[int, Trail]] = field(default_factory=list)
    columns: dict[Trail, int] = field(default_factory=dict)
    open: list[_Open] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        """Note an event of the reader."""
        if isinstance(event, yaml.ScalarEvent):
            self._write(event, self._begin(event), event.style in ("|", ">"))
        elif isinstance(event, yaml.CollectionStartEvent):
            trail, is_list = self._begin(event), isinstance(event, yaml.SequenceStartEvent)
            self.open.append(_Open(trail, is_list, bool(event.flow_style), event.start_mark.column))
            if event.flow_style:
                self._write(event, trail)
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = self.open.pop()
            if ended.is_flow:
                self._write(event, ended.trail)

    def _write(self, event: yaml.Event, trail: Trail, is_block: bool = False) -> None:
        self.tokens.append(_Token(event.start_mark.index, event.end_mark.index, event.end_mark.line, trail, is_block))

    def _begin(self, event: yaml.Event) -> Trail:
        """The trail of the key or value that begins with this event."""
        if not self.open:
            return ()
        top = self.open[-1]
        if top.key is not None:  # the value of a key, which has been noted already
            trail, top.key = (*top.trail, top.key), None
            return trail
        if top.is_list:
            trail, top.count = (*top.trail, top.count), top.count + 1
        else:
            top.key = event.value
            trail = (*top.trail, event.value)
        self.starts.append((event.start_mark.index, trail))
        self.columns[trail] = top.column if top.is_list and not top.is_flow else event.start_mark.column
        return trail

    def before(self, at: int) -> Trail:
        """The trail of what was written last before a sign."""
        found = bisect_right(self.tokens, at, key=lambda token: token.end)
        return self.tokens[found - 1].trail if found else ()

    def after(self, at: int) -> Trail | None:
        """The trail of the outermost key or item that begins after a sign."""
        found = bisect_right(self.starts, at, key=lambda start: start[0])
        return self.starts[found][1] if found < len(self.starts) else None


@dataclass
class _Remark:
    """A comment; `beside` is what it stands beside, None where it has a line of its own."""

    at: int
    line: int
    column: int
    text: str
    beside: Trail | None


@dataclass
class _Block:
    """Comment lines under one another in one column; an empty line comes before them, behind them."""

    remarks: list[_Remark]
    empty_before: bool = False
    empty_behind: bool = False

    def lines(self) -> tuple[str, ...]:
        """The comments with the empty lines around them."""
        texts = [remark.text for remark in self.remarks]
        return (*[""] * self.empty_before, *texts, *[""] * self.empty_behind)


def comments_in(text: str) -> tuple[Notes, str | None]:
    """Comments of a YAML text by the value they go with, and the address of the schema that one of them gives.

    The text is one that `reading.read` reads without a fault. The comment with the address is not among the others.
    """
    written = _Written()
    for event in yaml.parse(text, Loader=LOADER):
        written.take(event)
    lines = LINE_END.split(text.rstrip())
    remarks = list(_remarks(text, written.tokens))
    schema, remarks = _schema_apart(remarks, written.starts[0][0])
    notes: dict[Trail, Comments] = {}
    for remark in remarks:
        if remark.beside is not None:
            own = notes.get(remark.beside, Comments())
            if remark.beside == ():  # the brackets around a whole record, which are not written
                notes[()] = own._replace(below=(*own.below, remark.text))
            else:
                notes[remark.beside] = own._replace(beside="  ".join(filter(None, [own.beside, remark.text])))
    for block, trail, below in _placed(_blocks(remarks, lines), written):
        own, side = notes.get(trail, Comments()), "below" if below else "above"
        notes[trail] = own._replace(**{side: getattr(own, side) + block.lines()})
    return notes, schema


def _remarks(text: str, tokens: list[_Token]) -> Iterator[_Remark]:
    """Every comment of a text, in their order."""
    begins = [0, *(found.end() for found in LINE_END.finditer(text))]
    at = 0
    for number in range(len(tokens) + 1):
        token = tokens[number] if number < len(tokens) else None
        last = tokens[number - 1] if number else None
        for found in _COMMENT.finditer(text, at, token.start if token else len(text)):
            line = bisect_right(begins, found.start()) - 1
            column = found.start() - begins[line]
            alone = not text[begins[line] : found.start()].strip()
            if not alone and (last is None or last.last != line):
                alone, column = True, _NOWHERE
            assert alone or last is not None
            yield _Remark(found.start(), line, column, found[0].rstrip(), None if alone or last is None else last.trail)
        if token is None:
            return
        head = _BLOCK_HEAD.match(text, token.start) if token.is_block else None
        if head:
            found = _COMMENT.match(text, head.end())
            assert found
            yield _Remark(found.start(), bisect_right(begins, found.start()) - 1, 0, found[0].rstrip(), token.trail)
        at = max(at, token.end)


def _schema_apart(remarks: list[_Remark], first: int) -> tuple[str | None, list[_Remark]]:
    """The address of the schema, when a comment before the first key gives one, and the other comments."""
    for remark in remarks:
        found = _SCHEMA.fullmatch(remark.text)
        if found and remark.at < first:
            return found[1], [other for other in remarks if other is not remark]
    return None, remarks


def _blocks(remarks: list[_Remark], lines: list[str]) -> list[_Block]:
    """Comments with lines of their own, in blocks."""
    blocks: list[_Block] = []
    for remark in remarks:
        if remark.beside is not None:
            continue
        last = blocks[-1].remarks[-1] if blocks else None
        if last and last.column == remark.column != _NOWHERE and last.line + 1 == remark.line:
            blocks[-1].remarks.append(remark)
        else:
            blocks.append(_Block([remark]))
    for block in blocks:
        first, last = block.remarks[0], block.remarks[-1]
        if first.column != _NOWHERE:
            block.empty_before = first.line > 0 and not lines[first.line - 1].strip()
            block.empty_behind = last.line + 1 < len(lines) and not lines[last.line + 1].strip()
    return blocks


def _placed(blocks: list[_Block], written: _Written) -> Iterator[tuple[_Block, Trail, bool]]:
    """Every block with what it goes with, and whether it stands below that."""
    first = written.starts[0][0]
    early = [block for block in blocks if block.remarks[0].at < first]
    head = max((number for number, block in enumerate(early, start=1) if block.empty_behind), default=0)
    for number, block in enumerate(blocks, start=1):
        if number <= head:
            yield block, (), False
        else:
            yield block, *_place(block, written)


def _place(block: _Block, written: _Written) -> tuple[Trail, bool]:
    at, column = block.remarks[0].at, block.remarks[0].column
    before, after = written.before(at), written.after(at)
    under = next(
        (
            trail
            for trail in (before[:depth] for depth in range(len(before), 0, -1))
            if written.columns[trail] <= column and (after is None or after[: len(trail)] != trail)
        ),
        None,
    )
    if after is None:
        at_end = under is None or (len(under) == 1 and block.empty_before)
        return () if at_end or under is None else under, True
    if under is not None:
        further = written.columns[under] > written.columns[after]
        if further or (block.empty_behind and not block.empty_before):
            return under, True
    return after, False
