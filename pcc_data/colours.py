"""The greys of pictures and pages, and what can be read on a colour."""

from __future__ import annotations

INK = "#1A1A1A"
GREY = "#5F6368"
LIGHT = "#D9DCE0"
PAPER = "#FFFFFF"


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on `colour` (relative luminance, WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#FFFFFF" if 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 else INK
