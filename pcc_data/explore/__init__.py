"""Explorers: controls around charts. Each function takes a Dataset and returns a widget."""

from __future__ import annotations

from pcc_data.lazy import lazy_names

_HOME = {
    "Explorer": "base",
    "cases": "case_by_case",
}
"""Public names and the file each comes from."""

__all__ = list(_HOME)
__getattr__, __dir__ = lazy_names(__name__, _HOME)
