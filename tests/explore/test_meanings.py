"""What the words of a field mean."""

from __future__ import annotations

import pytest

import pcc_data as pcc


def test_every_code_stands_with_its_definition():
    shown = pcc.explore.meanings("ownership_model")
    for code in pcc.codebook.codes("ownership_model").values():
        assert code.label["en"] in repr(shown)
        assert " ".join(code.definition["en"].split())[:40] in " ".join(repr(shown).split())
    assert "nine words" in repr(shown) or "9 words" in repr(shown)


def test_a_field_without_codes_is_refused():
    with pytest.raises(ValueError, match="status"):
        pcc.explore.meanings("statsu")
