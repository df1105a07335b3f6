"""What the words of a field mean."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.codes import rules_said, said, said_briefly


def test_every_code_stands_with_its_definition():
    shown = pcc.explore.meanings("ownership_model")
    for code in pcc.codebook.codes("ownership_model").values():
        assert code.label["en"] in repr(shown)
        assert " ".join(code.definition["en"].split())[:40] in " ".join(repr(shown).split())
    narrow = {
        code: short
        for code in pcc.codebook.codes("ownership_model")
        if (short := pcc.codebook.short("ownership_model", code)) != pcc.codebook.label("ownership_model", code)
    }
    assert "Shared co-op" in narrow.values()
    assert all(f"(short: {short})" in repr(shown) for short in narrow.values()) and repr(shown).count(
        "(short: "
    ) == len(narrow)
    assert "nine words" in repr(shown) or "9 words" in repr(shown)


def test_a_reader_meets_one_sentence_each_and_the_rules_for_who_codes_behind_a_line_of_their_own():
    html = pcc.explore.meanings("ownership_model", "status").html
    models, status = (part.split('data-key="rules:') for part in html.split('data-key="meanings:')[1:])
    for (meant, rules), rule in ((models, "are no common asset"), (status, "single closures")):
        assert rule in rules and rule not in meant
    assert "has a standing advisory place" in models[0]


def test_first_sentence_and_rules_are_the_whole_definition():
    for field in pcc.codebook.fields.values():
        whole = " ".join(said(field.definition).split())
        assert f"{said_briefly(field.definition)} {rules_said(field.definition)}".strip() == whole


def test_a_field_without_codes_is_refused():
    with pytest.raises(ValueError, match="status"):
        pcc.explore.meanings("statsu")
