"""Hold designs to their shape: every fault is told in a sentence with file, line and field, whatever the bytes are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pcc_data.codes import load_codebook
from pcc_data.designs.shape import FORMAT, LONGEST_NAME, LONGEST_TEXT, MOST, NAMES, design_shape
from pcc_data.records.cannot_vote import cannot_vote
from pcc_data.records.faults import Fault, Report, printable, shown
from pcc_data.records.leaves import is_whole
from pcc_data.records.reading import BROKEN, MAX_BYTES, Node, read
from pcc_data.records.shape import fields_of
from pcc_data.records.walk import Walk
from pcc_data.say import say

_TOLD = 6  # faults told in one message; `faults` of the error holds all
_IN_PYTHON = "design"  # stands for the file where there is none
_OF_RECORDS_ONLY = {"id", "coding_basis", "sources", "outcomes", "events"}


class DesignError(ValueError):
    """A design that cannot be used; its text says why in sentences, `faults` lists every fault."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        told = [str(fault).removeprefix(f"{_IN_PYTHON}:1: ") for fault in faults[:_TOLD]]
        more = [say("design-fault.more", n=len(faults) - _TOLD)] if len(faults) > _TOLD else []
        super().__init__("\n".join([*told, *more]))


class Read(NamedTuple):
    """A design that was read: its values, and in sentences what had to be repaired."""

    values: dict[str, Any]
    repairs: list[str]


def check_file(path: Path) -> Read:
    """The values of a design in a file. Raises DesignError, also for a file that cannot be read."""
    name = printable(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DesignError([Fault(name, 1, "", say("yaml.no-file", reason=str(reason)))]) from None
    return check_text(data, name)


def check_text(data: str | bytes, name: str) -> Read:
    """The values of a design in a YAML text; `name` is named in the faults. Raises DesignError and nothing else."""
    root, faults = read(data, name)
    if root is None:
        raise DesignError(faults)
    report = Report(name)
    repairs = _format(root, report)
    other = bool(report.found)
    repairs += _set_aside(root)
    report.found += faults
    if other:
        raise DesignError(report.faults())
    return Read(_walked(root, report), [f"{printable(name)}: {text}" for text in repairs])


def check_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Plain values held to the same rules. Raises DesignError."""
    return _walked(_node(values), Report(_IN_PYTHON))


def _walked(root: Node, report: Report) -> dict[str, Any]:
    book = load_codebook()
    walk = Walk(report, book, design_shape(book), "design")
    values = walk.record(root)
    if values is not None:
        for path, problem, allowed in _broken(values, ""):
            report.add(walk.lines.get(path, 1), path, problem, allowed)
    if report.found or values is None:
        raise DesignError(report.faults())
    return values


def _node(value: Any) -> Node:
    if isinstance(value, Mapping):
        return Node({str(key): _node(child) for key, child in value.items()}, 1)
    if isinstance(value, (list, tuple, set, frozenset)):
        return Node([_node(child) for child in value], 1)
    return Node(value, 1)


def _format(root: Node, report: Report) -> list[str]:
    """Refuse what was saved in another form; repair a design without the number of its form."""
    if not isinstance(root.value, dict):
        return []  # the walk says that this is no design
    given = root.value.get("format")
    if given is not None and given.value is BROKEN:
        return []
    if given is None:
        if _OF_RECORDS_ONLY & set(root.value):
            report.add(root.line, "", say("design-fault.is-record"), say("design-fault.from-studio"))
        root.value["format"] = Node(FORMAT, root.line)
        return [say("design-fault.no-format", format=FORMAT)]
    if not is_whole(given.value):
        problem = say("design-fault.no-number", found=shown(given.value))
        report.add(given.line, "format", problem, str(FORMAT))
    elif given.value != FORMAT:
        age, found = "older" if given.value < FORMAT else "newer", str(given.value)
        problem = say("design-fault.other-format", age=age, found=found)
        report.add(given.line, "format", problem, say("design-fault.this-format", age=age, format=FORMAT))
    return []


def _set_aside(root: Node) -> list[str]:
    """Take out keys that no design has, such as those of a newer program, and tell which they were: a table that meets
    one can go on with all the rest."""
    if not isinstance(root.value, dict):
        return []
    known = fields_of(design_shape(load_codebook()))
    strange = [key for key in root.value if key not in known]
    lines = {key: root.value.pop(key).line for key in strange}
    return [say("design-fault.set-aside", line=str(line), key=printable(str(key))) for key, line in lines.items()]


def _broken(value: Any, path: str) -> Iterator[tuple[str, str, str]]:
    """Texts and lists that are too long, and boards that cannot vote: path, problem, what is allowed."""
    key = path.rpartition(".")[2]
    if isinstance(value, str):
        longest = LONGEST_NAME if key in NAMES else LONGEST_TEXT
        if len(value) > longest:
            yield path, say("design-fault.long", n=len(value)), say("design-fault.at-most", most=longest)
        if key in NAMES and "\n" in value:
            yield path, say("design-fault.lines"), say("design-fault.one-line")
    elif isinstance(value, dict):
        for name, child in value.items():
            yield from _broken(child, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        if len(value) > MOST.get(key, len(value)):
            yield path, say("rule-too-many.problem", found=len(value)), say("shape.at-most", most=MOST[key])
        if key == "blocs":
            yield from ((breach.path, breach.problem, breach.allowed) for breach in cannot_vote(value, path))
        for number, child in enumerate(value, start=1):
            yield from _broken(child, f"{path}[{number}]")
