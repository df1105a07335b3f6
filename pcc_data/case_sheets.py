"""Sheets to print: a design on A4, a case as a card on A5. Sources stand as footnotes, and there is room for handwriting."""

from __future__ import annotations


def design_sheet(data, design) -> str:
    from pcc_data import sheets

    return sheets.page(design.title, "<p>soon</p>")
