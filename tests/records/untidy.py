"""Write values as YAML that is right and untidy: any order, indentation, style and line ends, comments everywhere."""

from __future__ import annotations

import json
import math
import re
from random import Random
from typing import Any

PLAIN = re.compile(r"[A-Za-z][A-Za-z_]*(?: [A-Za-z_]+)*")
WORDS_OF_YAML = re.compile("(?i)null|true|false")


class Untidy:
    """One untidy text of a group; `comments` are those that were put into it, each another word."""

    def __init__(self, values: dict[str, Any], random: Random, comments: bool = True) -> None:
        self.random, self.often = random, 0.25 if comments else 0.0
        self.comments: list[str] = []
        self.after_block = False
        lines = [*self._apart(0), *self._group(values, 0), *self._apart(0)]
        self.text = random.choice(["\n", "\r\n"]).join([*lines, ""])

    def _comment(self) -> str:
        self.comments.append(f"c{len(self.comments)}")
        return self.random.choice(["# {}", "#{}", "## {}: 'x' # {}, \"", "# {}  # key: [", "#  - {} é 🏠"]).replace(
            "{}", self.comments[-1]
        )

    def _apart(self, indent: int) -> list[str]:
        """Lines between values: empty ones and comments."""
        lines = []
        while self.random.random() < self.often:
            deeper = 0 if self.after_block else self.random.choice([0, 0, 2, 4])
            start = " " * self.random.choice([0, indent, indent + deeper])
            lines.append(start + self._comment() if self.random.random() < 0.7 else "")
        return lines

    def _beside(self) -> str:
        return "  " + self._comment() if self.random.random() < self.often else ""

    def _group(self, values: dict[str, Any], indent: int) -> list[str]:
        keys = list(values)
        if not all(isinstance(value, dict) and "basis" in value for value in values.values()):
            self.random.shuffle(keys)  # reasons stay in the order in which they were given
        lines = []
        for key in keys:
            lines += self._apart(indent) + self._after(" " * indent + self._text(key) + ":", values[key], indent)
        return lines

    def _items(self, values: list[Any], indent: int) -> list[str]:
        lines = []
        for value in values:
            lines += self._apart(indent)
            inside = indent + self.random.choice([2, 3, 4])
            group = (
                self._group(value, inside) if isinstance(value, dict) and value and self.random.random() < 0.7 else []
            )
            if group and group[0].strip() and not group[0].lstrip().startswith("#"):
                lines += [" " * indent + "-" + group[0][indent + 1 :], *group[1:]]
            elif group:
                lines += [" " * indent + "-" + self._beside(), *group]
            else:
                lines += self._after(" " * indent + "-", value, indent)
        return lines

    def _after(self, head: str, value: Any, indent: int) -> list[str]:
        """Lines of a value behind its key or dash."""
        self.after_block = False
        if isinstance(value, dict | list) and value and self.random.random() < 0.7:
            beside = self._beside()
            inside = indent + self.random.choice([1, 2, 3, 4, 6])
            if isinstance(value, dict):
                return [head + beside, *self._group(value, inside)]
            return [
                head + beside,
                *self._items(value, self.random.choice([inside, indent]) if head.endswith(":") else inside),
            ]
        if isinstance(value, dict | list):
            return [*f"{head} {self._flow(value, indent + 2)}{self._beside()}".split("\n")]
        if isinstance(value, str) and value and self.random.random() < 0.5:
            return self._lines_of_text(head, value, indent)
        return [f"{head} {self._single(value)}{self._beside()}"]

    def _flow(self, value: Any, indent: int) -> str:
        def apart() -> str:
            if self.random.random() < 0.3:
                return f"{self._beside()}\n{' ' * (indent + self.random.choice([0, 1, 5]))}"
            return self.random.choice(["", " "])

        if isinstance(value, dict):
            parts = [
                f"{apart()}{json.dumps(key, ensure_ascii=False)}: {self._flow(child, indent)}{apart()}"
                for key, child in value.items()
            ]
        elif isinstance(value, list):
            parts = [f"{apart()}{self._flow(child, indent)}{apart()}" for child in value]
        else:
            return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else self._single(value) or "null"
        return ("{%s}" if isinstance(value, dict) else "[%s]") % ",".join(parts)

    def _single(self, value: Any) -> str:
        if value is None:
            return self.random.choice(["null", "~", "", "NULL"])
        if isinstance(value, bool):
            return str(value) if self.random.random() < 0.5 else str(value).lower()
        if isinstance(value, float):
            return repr(value) if math.isfinite(value) else ".inf" if value > 0 else "-.inf"
        return self._text(value) if isinstance(value, str) else str(value)

    def _text(self, value: str) -> str:
        if PLAIN.fullmatch(value) and not WORDS_OF_YAML.fullmatch(value) and self.random.random() < 0.6:
            return value
        if value.isprintable() and self.random.random() < 0.5:
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=False)

    def _lines_of_text(self, head: str, value: str, indent: int) -> list[str]:
        """A text in lines of its own, or in quotes over several lines."""
        start = " " * (indent + self.random.choice([1, 2, 5]))
        words = re.split(r"(?<=[^ ]) (?=[^ ])", value)
        if "\n" in value or len(words) == 1 or self.random.random() < 0.3:
            if value[0] in " \n" or value.endswith("\n\n") or not value.replace("\n", "").isprintable():
                return [f"{head} {json.dumps(value, ensure_ascii=False)}{self._beside()}"]
            lines = [start + line if line else "" for line in value.removesuffix("\n").split("\n")]
            beside, self.after_block = self._beside(), True
            return [f"{head} {'|' if value.endswith(chr(10)) else '|-'}{beside}", *lines]
        at = self.random.randrange(1, len(words))
        first, rest = " ".join(words[:at]), " ".join(words[at:])
        if value[0] != " " and self.random.random() < 0.5:
            beside, self.after_block = self._beside(), True
            return [f"{head} >-{beside}", start + first, start + rest]
        quoted = [json.dumps(part, ensure_ascii=False)[1:-1] for part in (first, rest)]
        return [f'{head} "{quoted[0]}', f'{start}{quoted[1]}"{self._beside()}']
