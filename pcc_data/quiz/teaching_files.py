"""Entries of the teaching files, by their keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pcc_data.errors import pick
from pcc_data.paths import datasets_dir
from pcc_data.teaching import teaching


def read_teaching(file: str) -> Any:
    """Content of a teaching file. Raises ValueError with the nearest name when there is none."""
    return teaching(
        pick(
            file,
            sorted(path.stem for path in (datasets_dir() / "teaching").glob("*.yaml")),
            "file in datasets/teaching",
        )
    )


def entry(file: str, key: str) -> Any:
    """One entry of a teaching file, found by its key or by its `id`, `term`, `name` or `title`.

    Raises ValueError with the nearest entry when there is none.
    """
    found = dict(reversed(list(_walk(read_teaching(file)))))
    return found[pick(key, found, f"entry of {file}.yaml")]


def _walk(part: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(part, Mapping):
        for key, value in part.items():
            yield str(key), value
            yield from _walk(value)
    elif isinstance(part, list):
        for item in part:
            if isinstance(item, Mapping):
                yield from ((str(item[word]), item) for word in ("id", "term", "name", "title") if word in item)
                yield from _walk(item)


def entries(file: str, key: str) -> list[Mapping[str, Any]]:
    """A list in a teaching file. Raises ValueError when there is none of that name."""
    content = read_teaching(file)
    lists = [name for name, part in content.items() if isinstance(part, list)] if isinstance(content, Mapping) else []
    return content[pick(key, lists, f"list in {file}.yaml")]
