"""What the studio, the gallery and other explorers say of designs and of cases like them."""

from __future__ import annotations

import re

import pytest

import pcc_data as pcc
from pcc_data.analysis.similar import similar
from pcc_data.designs import Design
from pcc_data.designs.allowed_in import allowed_in
from pcc_data.markup import tag
from pcc_data.pages.design_in_words import model_sentence, place_sentence
from pcc_data.pages.likeness import fields_said, likeness, look_at
from pcc_data.pages.sheets import print_link
from pcc_data.pages.table import table
from pcc_data.tables.spec import ROLES


def roles(**holders: str) -> Design:
    return Design(roles=dict.fromkeys(ROLES) | holders)


@pytest.mark.parametrize(
    "design, text",
    [
        (Design(), "open, until you choose governance and delivery"),
        (roles(governance="public"), "open, until you choose delivery"),
        (roles(governance="shared", delivery="shared"), "both sides plan and deliver"),
        (roles(governance="community", delivery="community"), "the community plans and delivers"),
        (roles(governance="public", delivery="community"), "the public side plans, the community delivers"),
    ],
)
def test_the_place_of_a_design_is_told_in_words(design, text):
    assert place_sentence(design) == text


def test_the_model_of_a_design_is_told_or_what_it_needs():
    assert model_sentence(Design()) == "open, until you choose the owner"
    made = Design.from_case(pcc.load(), "wolfhagen-energy-cooperative")
    assert model_sentence(made) == pcc.codebook.label("ownership_model", made.model.model)


def test_own_income_meets_running_costs_and_no_other_role():
    may = {role: "own_income" in allowed_in(f"roles.{role}") for role in ROLES}
    assert [role for role, can in may.items() if can] == ["running_costs"]
    assert list(allowed_in("sector")) == list(pcc.codebook.codes("sector"))


def test_a_case_is_told_with_its_distance_and_what_is_alike(data):
    case = data.cases.index[0]
    near = similar(data, case, n=1)
    other, row = str(near.index[0]), near.iloc[0]
    html = likeness(data, other, row)
    assert f"(distance {row['distance']:.2f})" in html and fields_said(row["shared"]) in html
    assert fields_said(["sector", "scale"]) == "sector and scale" and fields_said([]) == "none"
    assert f'data-key="near:{other}"' in look_at(data, other, f"near:{other}")


def test_rows_of_a_table_begin_with_a_heading_and_what_goes_in_is_no_html():
    html = str(table(["", "<b>"], [("row", tag("td", "mine", css="here"), "<i>")], "grid"))
    assert re.sub(r"\s", "", html) == (
        '<tableclass="grid"><thead><tr><td></td><thscope="col">&lt;b&gt;</th></tr></thead>'
        '<tbody><tr><thscope="row">row</th><tdclass="here">mine</td><td>&lt;i&gt;</td></tr></tbody></table>'
    )


def test_a_link_to_print_says_how():
    said = print_link("<p>page</p>", "a<b.html", "Open")
    assert (
        said.startswith('<a class="pcc-download" download="a&lt;b.html"') and "Ctrl+P" in said and ">Open</a>:" in said
    )
