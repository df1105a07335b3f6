"""Records of format 1 read as records of format 2: the same facts in the newer shape."""

from __future__ import annotations

from pcc_data.records.faults import printable
from pcc_data.records.reading import Node
from pcc_data.say import say


def upgrade(root: Node) -> list[tuple[int, str]]:
    """Change a tree of format 1 in place into one of format 2. Returns line and field of what was changed.

    Gaps were texts and are groups; the community base was one code and is a list.
    """
    if not isinstance(root.value, dict):
        return []
    changed = []
    gaps, base = root.value.get("gaps"), root.value.get("community_base")
    for item in gaps.value if gaps is not None and isinstance(gaps.value, list) else []:
        if isinstance(item.value, str):
            item.value = {"text": Node(item.value, item.line)}
            changed.append((item.line, "gaps"))
    if base is not None and isinstance(base.value, str):
        base.value = [Node(base.value, base.line)]
        changed.append((base.line, "community_base"))
    return changed


def old_format(changed: list[tuple[int, str]], file: str) -> str:
    """A remark on what `upgrade` changed in a file, with its first line; empty when it changed nothing."""
    if not changed:
        return ""
    fields = dict.fromkeys(field for _, field in changed)
    return printable(say("check.upgraded", file=file, line=str(min(changed)[0]), fields=list(fields)))
