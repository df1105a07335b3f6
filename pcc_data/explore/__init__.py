"""Explorers: controls around charts. Each function takes a Dataset and returns a widget."""

from __future__ import annotations

from pcc_data.lazy import lazy_names

_HOME = {
    "Explorer": "base",
    "self_check": "guessing",
    "predict": "guessing",
    "hands_up": "guessing",
    "outcome_wheel": "weights",
    "cases": "case_by_case",
    "compare": "comparing",
    "board": "board_room",
    "is_it_one": "sorting",
    "place_it": "sorting",
    "build_one": "building",
    "rule_exceptions": "building",
    "who_decides": "deciding",
    "co_production": "deciding",
    "ask_a_case": "reading",
    "glossary": "reading",
    "everyday": "reading",
    "references": "reading",
    "side_by_side": "pairing",
    "outcomes": "profiling",
    "what_next": "aftermath",
    "courses": "aftermath",
    "toolbox": "toolboxes",
    "means": "toolboxes",
    "city": "city_roles",
    "setbacks": "structural",
    "coverage": "structural",
    "checklist": "checklists",
    "studio": "canvas",
    "gallery": "galleries",
}
"""Public names and the file each comes from."""

__all__ = list(_HOME)
__getattr__, __dir__ = lazy_names(__name__, _HOME)
