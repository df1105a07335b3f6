"""Which fields coders agree on too little: said where they are shown."""

from __future__ import annotations

from pcc_data.codes import load_codebook
from pcc_data.say import say


def unreliable(*fields: str) -> str:
    """A warning for the small line when coders agreed too little on one of the fields; empty otherwise."""
    book = load_codebook()
    weak = [book.label(field) for field in fields if not book.field(field).reliable]
    if not weak:
        return ""
    return f" {say('chart.unreliable', fields=weak)}"
