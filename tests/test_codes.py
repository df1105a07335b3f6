"""The codebook: complete, colour-blind safe, and helpful when asked for what it does not have."""

from __future__ import annotations

import re

import numpy as np
import pytest

import pcc_data as pcc
from pcc_data.codes import NOTHING
from pcc_data.pages.card import _PARTS

BOOK = pcc.codebook
# Linear-RGB matrices of Machado, Oliveira and Fernandes (2009), severity 1.
BLINDNESS = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def lab(colour: str, matrix) -> np.ndarray:
    """CIELAB of a colour as seen with a colour vision deficiency."""
    channel = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(matrix) @ linear, 0, 1)
    xyz = (
        np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
        @ seen
        / [0.9505, 1, 1.089]
    )
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_every_field_and_code_has_label_and_definition():
    for key, field in BOOK.fields.items():
        assert field.label.get("en") and field.definition.get("en"), key
        for code, entry in field.codes.items():
            assert entry.label.get("en"), (key, code)


def test_labels_of_a_field_are_distinct():
    for key, field in BOOK.fields.items():
        labels = [entry.label["en"] for entry in field.codes.values()]
        assert len(labels) == len(set(labels)), key


@pytest.mark.parametrize("deficiency", BLINDNESS)
@pytest.mark.parametrize("field", ["sector", "roles.governance", "status"])
def test_colours_stay_apart_or_have_a_second_sign(field, deficiency):
    codes = list(BOOK.codes(field).values())
    signs = [(code.marker, code.letter) for code in codes]
    assert len(set(signs)) == len(codes), "colour is never alone"
    seen = [lab(code.colour, BLINDNESS[deficiency]) for code in codes]
    worst = min(np.linalg.norm(a - b) for place, a in enumerate(seen) for b in seen[:place])
    assert worst > 10


def test_ordered_scales_darken():
    for field in ("outcomes.durability", "decision_right", "participation_level"):
        lightness = [lab(code.colour, np.eye(3))[0] for code in BOOK.codes(field).values() if code.colour]
        assert lightness == sorted(lightness, reverse=True)


def test_colours_are_written_as_hex():
    for field in BOOK.fields.values():
        assert all(re.fullmatch(r"#[0-9A-Fa-f]{6}", code.colour) for code in field.codes.values() if code.colour)


def test_every_country_is_in_one_world_region():
    countries = [country for region in BOOK.world_regions.values() for country in region.countries]
    assert len(countries) == len(set(countries)) and BOOK.country_region("DEU") == "europe"
    assert BOOK.country_region("XXX") is None


def test_labels():
    assert BOOK.label("sector") == BOOK.field("sector").label["en"]
    assert BOOK.label("sector", "water") == "Water"
    assert BOOK.label("end_reason", "does_not_apply") == NOTHING["does_not_apply"]
    assert BOOK.label("boards.majority", float("nan")) == "not found"


def test_unknown_words_name_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'energy'"):
        BOOK.label("sector", "enrgy")
    with pytest.raises(ValueError, match="Did you mean 'ownership_model'"):
        BOOK.field("ownership_mode")
    with pytest.raises(ValueError, match="language"):
        pcc.set_language("xx")
    with pytest.raises(ValueError, match="Did you mean 'projector'"):
        pcc.use_style("proyector")


def test_what_null_means_can_depend_on_the_record():
    field = BOOK.field("end_reason")
    assert field.nothing_in({"status": "active"}) == "does_not_apply"
    assert field.nothing_in({"status": "ended"}) == "not_found"


def test_the_codebook_says_which_fields_have_a_basis_stand_on_a_card_and_belong_to_a_design():
    assert BOOK.fields_with(card="rights") == ("participation_level", "decision_right")
    assert BOOK.fields_with(basis="needed", card="came") == ("before",)
    based = {*BOOK.fields_with(basis="needed"), *BOOK.fields_with(basis="allowed")}
    assert {"sector", "roles.delivery", "public_partners"} < based and "summary" not in based
    assert set(BOOK.fields_with(as_of="status_as_of")) < set(BOOK.fields_with(basis="needed"))
    assert set(BOOK.fields_with(design=True)) >= {"sector", "surplus_use", "public_instruments"}
    assert {field.paper for field in BOOK.fields.values() if field.paper} == {1, 2, 3, 4, 5}


def test_every_section_of_a_card_is_drawn(data):
    for section in {field.card for field in BOOK.fields.values() if field.card}:
        drawn = [parts for parts, _ in _PARTS.values() if section in parts]
        assert len(drawn) == 1, section


def test_a_field_is_printed_to_be_read():
    field = pcc.codebook["before"]
    lines = repr(field).splitlines()
    assert lines[0] == f"{field.label['en']}: {field.definition['en']}"
    assert lines[1:-1] == [
        f"- {name} ({code.label['en']}): {code.definition['en']}" for name, code in field.codes.items()
    ]
    assert lines[-1].startswith(f"Two coders, {field.agreement.units} values: alpha {field.agreement.alpha:.2f}")
    low = next(one for one in pcc.codebook.fields.values() if not one.reliable and one.agreement.alpha is not None)
    assert repr(low).endswith("too low to conclude anything from this field.")
    assert repr(pcc.codebook["name"]).count("\n") == 0


def test_table_lists_every_code():
    table = BOOK.table()
    assert {"field", "code", "label", "definition", "alpha", "reliable"} <= set(table.columns)
    assert set(table.loc[table["field"] == "sector", "code"]) == set(BOOK.codes("sector"))


def test_the_public_face_names_the_nearest():
    with pytest.raises(AttributeError, match="Did you mean 'load'"):
        pcc.laod
    assert set(dir(pcc)) >= {"load", "codebook", "compare", "charts", "explore"}


def test_a_code_is_called_by_its_phrase_inside_a_sentence():
    assert BOOK.phrase("roles.delivery", "shared") == BOOK.codes("roles.delivery")["shared"].phrase["en"] != "shared"
    assert BOOK.phrase("roles.delivery", "not_found") == BOOK.phrase("roles.delivery", "unknown")
    assert BOOK.phrase("sector", "water") == BOOK.label("sector", "water").lower(), "no phrase of its own"
    with pytest.raises(ValueError, match="shared"):
        BOOK.phrase("roles.delivery", "sharde")


ORDER = re.compile(r"(?:^|[.;?!]\s+)(Code|Count|Use|Choose|Ask|Give|Take|Write|Do not|do not|code)\b|\bis coded by\b")
"""A definition that tells a coder what to do."""


def test_what_a_code_means_is_a_statement_for_everybody_who_reads_it():
    book = pcc.codebook
    for name, field in book.fields.items():
        if book.codes(name) and name != "indicators.code":  # a list that grows: it tells when to add to it
            told = [field.definition["en"], *(code.definition.get("en", "") for code in book.codes(name).values())]
            assert not [text for text in told if ORDER.search(text)], name
