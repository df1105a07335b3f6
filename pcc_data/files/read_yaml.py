"""Reading the YAML files that people write besides records: the codebook, and what the notebooks teach with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 30
_HINT = (
    "Often an indentation, a quotation mark or bracket that is not closed, or a colon in a text without quotes, here or"
    " a line above."
)


def read_yaml(path: Path) -> Any:
    """The values in a YAML file.

    Raises ValueError with file and line when it is no YAML, names a key twice, is no UTF-8 text or is nested without
    end; FileNotFoundError when there is no such file.
    """
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(
            path, raw[: error.start].count(b"\n"), f"this is no UTF-8 text (found the byte 0x{raw[error.start]:02x})"
        ) from None
    try:
        _refuse_depth(path, text)
        loader = _LOADER(text)
        node = loader.get_single_node()
        _refuse_doubles(path, node)
        return None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is no YAML"
        last = text.count("\n")
        words = f"this cannot be read as YAML ({problem}). {_HINT}"
        raise _fault(path, min(mark.line, last) if mark else last, words) from None


def _fault(path: Path, line: int, problem: str) -> ValueError:
    return ValueError(f"{path}:{line + 1}: {problem}")


def _refuse_depth(path: Path, text: str) -> None:
    """Read the file once without recursion, so that no nesting can exhaust the stack afterwards."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise _fault(path, event.start_mark.line, f"nested deeper than {_DEEPEST} levels")


def _refuse_doubles(path: Path, node: yaml.Node | None) -> None:
    """Of two values under one key the first would be lost."""
    if isinstance(node, yaml.MappingNode):
        first: dict[tuple[str, str], int] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                line, name = key.start_mark.line, (key.tag, key.value)
                if name in first:
                    raise _fault(path, line, f"the key {key.value!r} is there twice (first in line {first[name] + 1})")
                first[name] = line
            _refuse_doubles(path, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_doubles(path, value)
