"""Explorers: controls around charts. Each function takes a Dataset and returns a widget."""

from __future__ import annotations

from pcc_data.explore.base import Explorer
from pcc_data.explore.cases import cases

__all__ = ["Explorer", "cases"]
