"""Designs: drawn, saved, loaded again; bad files are refused in sentences; a design becomes the skeleton of a
record."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import pcc_data as pcc
from pcc_data.analysis.model_rule import design_of, rule_against_coding
from pcc_data.app.cli import main
from pcc_data.designs import Design, DesignError, examples_dir, read_folder
from pcc_data.designs.checking import check_text
from pcc_data.designs.folder import MOST_DESIGNS
from pcc_data.designs.shape import FORMAT, LONGEST_NAME
from pcc_data.records.checking import check_file

BOARD = {"majority": "simple", "blocs": [{"name": "Town", "side": "public", "seats": 3, "vote": "against"}]}
ROOFS = {
    "name": "Roofs & <3 sun",
    "place": {"city": "Muddleton"},
    "sector": "energy",
    "roles": {"ownership": "community", "delivery": "community"},
    "public_instruments": ["lease_or_use_right"],
    "boards": [BOARD],
}
text = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40
).filter(str.strip)


def read(words: str | bytes, name: str) -> dict | str:
    """The values in a text, or what is told about it."""
    try:
        return check_text(words, name).values
    except DesignError as error:
        return str(error) if error.faults else ""


def faults(words: str) -> str:
    with pytest.raises(DesignError) as caught:
        check_text(words, "our.yaml")
    return str(caught.value)


def test_an_empty_design_is_open_everywhere():
    design = pcc.Design()
    assert design.features() == {} and design.model is None and design["roles.ownership"] is None
    assert design.text().endswith(f"format: {FORMAT}\n")


def test_saved_and_loaded_it_is_the_same(tmp_path):
    design = Design(**ROOFS)
    file = design.save(tmp_path / "new")
    assert file.name == "muddleton-roofs-3-sun.yaml" and [other.name for other in file.parent.iterdir()] == [file.name]
    assert Design.load(file) == design and Design.load(file).repairs == []
    assert yaml.safe_load(file.read_text("utf-8"))["sector"] == "energy"


@given(
    name=text,
    summary=text,
    seats=st.integers(1, 1000),
    codes=st.sets(st.sampled_from(["grant_or_subsidy", "equity_stake"])),
)
@settings(max_examples=60)
def test_whatever_can_be_drawn_can_be_read_back(name, summary, seats, codes):
    blocs = [{"name": name, "side": "community", "seats": seats}]
    try:
        design = Design(name=name, summary=summary, public_instruments=sorted(codes), boards=[{"blocs": blocs}])
    except DesignError:
        return
    assert Design(**check_text(design.text(), "x").values) == design


def test_nothing_is_overwritten_unless_told(tmp_path):
    file = Design(**ROOFS).save(tmp_path)
    file.write_text("precious")
    with pytest.raises(FileExistsError, match="left as it is"):
        Design(**ROOFS).save(tmp_path)
    assert file.read_text() == "precious"
    assert Design.load(Design(**ROOFS).save(tmp_path, overwrite=True)) == Design(**ROOFS)


@pytest.mark.parametrize("name", ["../out.yaml", "a/b.yaml", "a\\b.yaml", ".hidden.yaml", "x.txt", "C:x.yaml"])
def test_a_name_cannot_lead_out_of_the_folder(tmp_path, name):
    with pytest.raises(ValueError, match="no name for the file"):
        Design(**ROOFS).save(tmp_path / "in", name)
    assert list(tmp_path.rglob("*.yaml")) == []


def test_a_name_in_another_script_still_has_a_file(tmp_path):
    assert Design(name="Водоканал для всех").save(tmp_path).name == "vodokanal-dlya-vsekh.yaml"
    assert Design().save(tmp_path).name == "design.yaml"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "format: 1\nsector: energi\n",
            "our.yaml:2: sector: is no code of this field (found 'energi'); allowed: water, energy",
        ),
        ("format: 1\nsector: energi\n", "did you mean energy?"),
        ("format: 1\nroles: {owner: public}\n", "is no field of a design"),
        ("format: 1\nname: <script>alert(1)</script>\n", "our.yaml:2: name: holds HTML (found '<script')"),
        ("format: 1\nsummary: <img src=x onerror=alert(1)>\n", "summary: holds HTML"),
        (f"format: 1\nname: {'x' * (LONGEST_NAME + 1)}\n", f"name: is too long (found {LONGEST_NAME + 1} characters)"),
        ("format: 1\nname: 3\n", "name: is no text (found 3)"),
        ("format: 1\nroles: shared\n", "roles: is no group of keys"),
        ("format: 1\npublic_instruments: equity_stake\n", "public_instruments: is no list"),
        ("format: 1\nroles: {ownership: own_income}\n", "roles.ownership: is no code of this field"),
        (
            "format: 1\nboards: [{blocs: [{name: A, side: public, seats: 50000}]}]\n",
            "has too many seats together (found 50,000)",
        ),
        ("format: 1\nboards: [{blocs: [{name: A, side: public, seats: -1}]}]\n", "seats"),
        ("format: 1\nboards: [{blocs: [{name: A, side: public, seats: 0}]}]\n", "holds no seat at all"),
        (
            (
                "format: 1\nboards: [{blocs: [{name: A, side: public, seats: 1}, {name: ' a ', side: workers, seats:"
                " 1}]}]\n"
            ),
            "is there twice",
        ),
        (
            (
                "format: 1\nboards: [{blocs: [{name: Caf\u00e9, side: public, seats: 1}, {name: CAFE\u0301, side:"
                " public, seats: 1}]}]\n"
            ),
            "is there twice",
        ),
        (
            "format: 1\nboards: [{blocs: ["
            + ", ".join(f"{{name: B{n}, side: public, seats: 1}}" for n in range(41))
            + "]}]\n",
            "boards[1].blocs: has too many entries (found 41); allowed: at most 40",
        ),
        ("format: 1\nboards: [{blocs: []}]\n", "has too few entries"),
        ("format: 0\nsector: energy\n", "our.yaml:1: format: is of an older version (found 0); allowed: 1"),
        ("format: 9\nsector: 7\n", "our.yaml:1: format: is of a newer version (found 9)"),
        ("format: one\n", "is no number of a format"),
        ("", "the file is empty"),
        ("- a\n- b\n", "this is no design"),
        ("format: 1\nname: 'cut off", "this cannot be read as YAML"),
        ("id: x\nsources: []\nevents: []\n", "this is the record of a case, not a design"),
        ("format: 1\nname: *x\n", "alias"),
        ("format: 1\nname: !!python/object:os.system x\n", "a tag"),
        ("format: 1\nsector: water\nsector: food\n", "is there twice"),
    ],
)
def test_a_bad_file_is_refused_in_the_form_of_pcc_check(words, told):
    assert told in faults(words)


def test_a_truncated_file_is_refused_or_holds_less():
    whole = Design(**ROOFS).text()
    for length in range(len(whole)):
        found = read(whole[:length], "cut")
        assert found["sector"] in ("energy", None) if isinstance(found, dict) else found.startswith("cut:")


def test_a_fault_in_the_yaml_hides_no_other_and_makes_none():
    told = faults("format: 1\nname: 'cut off\nsector: energi\nroles: {ownership: nobody\nscale: project\n").splitlines()
    assert [line.split(" ")[0] for line in told] == ["our.yaml:2:", "our.yaml:3:", "our.yaml:4:"]
    assert faults("format: '1\nsector: energi\n").count("our.yaml:") == 2


def test_a_board_of_forty_blocs_and_ten_thousand_seats_is_a_design():
    blocs = [{"name": f"Bloc {number}", "side": "public", "seats": 250} for number in range(40)]
    design = Design(boards=[{"blocs": blocs}])
    assert Design(**check_text(design.text(), "x").values) == design


def test_without_a_format_number_it_is_repaired_and_says_so(tmp_path):
    (tmp_path / "old.yaml").write_text("sector: water\n")
    design = Design.load(tmp_path / "old.yaml")
    assert design["sector"] == "water" and "format: is missing; read as format 1" in design.repairs[0]


def test_a_key_of_another_program_is_left_out_and_told(tmp_path):
    (tmp_path / "other.yaml").write_text("format: 1\nsector: water\nsectr: energy\nweather: [sun, {rain: 3}]\n")
    design = Design.load(tmp_path / "other.yaml")
    assert design == Design(sector="water") and len(design.repairs) == 2
    assert (
        "line 3: sectr is no field of a design; it was left out" in design.repairs[0] and "line 4" in design.repairs[1]
    )
    with pytest.raises(DesignError, match="no field of a design"):
        Design(sectr="energy")


def test_a_design_of_before_opens_as_it_was():
    """The whole of a design as the first version of this form saved it."""
    before = {
        "name": "Homes",
        "scale": "project",
        "sector": "housing",
        "place": {"city": "Inventown"},
        "summary": "A trust holds the land.",
        "public_partners": [{"level": "municipal"}],
        "community_partners": [{"legal_form": "foundation_or_trust"}],
        "community_base": "residents",
        "ownership_model": "community_land_trust",
        "roles": {"ownership": "community", "capital": "public"},
        "participation_level": "collaborate",
        "decision_right": "co_decides",
        "boards": [BOARD],
        "surplus_use": "new_projects",
        "public_instruments": ["asset_transfer"],
        "community_contributions": ["design_or_planning"],
        "by": "Table 3",
        "community": "Tenants",
        "first_motion": "Build ten more homes",
    }
    read_back = check_text(yaml.safe_dump({"format": 1, **before}), "old.yaml")
    design = Design(**read_back.values)
    assert read_back.repairs == [] and design["what_if.breach"] is None and design["fate"]["case"] is None
    assert {key for key, value in yaml.safe_load(design.text()).items()} == {"format", *before}


def test_what_no_code_holds_is_saved_and_stays_out_of_a_record():
    words = {
        "left_out": "Who cannot pay",
        "duty": "Water for all",
        "tenders": "The town's lawyer asks",
        "staff": "Two, on the town's scale",
        "unpaid_work": "Twelve hours, nine by women",
        "climate": "Less heat",
        "what_if": {"new_majority": "A vote in the open", "quarrel": "Two talks"},
        "first_step": {"what": "Ask", "by_whom": "Amina", "by_when": "Friday"},
        "fate": {"case": "x", "card": "A card", "answer": "A clause"},
    }
    design = Design(**ROOFS, **words)
    assert Design(**check_text(design.text(), "x").values) == design
    assert design["what_if.quarrel"] == "Two talks" and design["what_if.breach"] is None
    assert not set(words) & set(design.to_record())


@given(
    st.binary(max_size=400) | st.text(max_size=400).map(lambda words: f"format: 1\n{words}".encode("utf-8", "replace"))
)
@settings(max_examples=300)
def test_no_bytes_raise_anything_else(data):
    found = read(data, "any.yaml")
    assert isinstance(found, dict) or (
        found and all(line.startswith(("any.yaml:", "and ")) for line in found.splitlines())
    )


def test_a_huge_and_a_deep_file_are_refused():
    assert "too large" in faults("format: 1\nname: " + "x" * 3_000_000)
    assert "nested deeper" in faults("format: 1\nname: " + "[" * 5000)


@pytest.mark.parametrize("name", ["none.yaml", "folder.yaml"])
def test_a_file_that_cannot_be_opened_is_a_sentence(tmp_path, name):
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(DesignError, match="cannot be read"):
        Design.load(tmp_path / name)


def test_wrong_values_in_python_name_the_nearest_too():
    with pytest.raises(ValueError, match=r"^sector: .*did you mean energy\?$"):
        Design(sector="energi")
    with pytest.raises(DesignError, match="no field of a design"):
        Design(roles={"owner": "public"})


def test_every_real_case_as_a_design(data):
    against = rule_against_coding(data)
    for case in data.cases.index:
        design = Design.from_case(data, case)
        near = pcc.similar(data, design, n=1)
        assert near.index[0] == case and near["distance"].iloc[0] == 0
        for key, value in design_of(data, case).items():
            assert sorted(design.codes[key]) == sorted(value) if isinstance(value, list) else design.codes[key] == value
        if design.model is not None:
            assert design.model.model == against.at[case, "by_rule"]
        if not against.at[case, "agree"]:
            assert against.at[case, "because"] and len(against.at[case, "coded_because"]) > 20
        assert Design(**check_text(design.text(), "x").values) == design


def test_a_design_becomes_the_skeleton_of_a_record(tmp_path, capsys):
    design = Design(
        **{**ROOFS, "community": "Families of six schools", "community_partners": [{"legal_form": "cooperative"}]}
    )
    file = design.save(tmp_path / "designs")
    assert main(["new-case", "muddleton-roofs", "--folder", str(tmp_path / "cases"), "--from", str(file)]) == 0
    made = yaml.safe_load((tmp_path / "cases" / "muddleton-roofs.yaml").read_text("utf-8"))
    assert (
        made["sector"] == "energy"
        and made["roles"]["ownership"] == "community"
        and made["roles"]["capital"] == "FILL_IN"
    )
    assert made["place"]["city"] == "Muddleton" and made["boards"][0]["seats_total"] == 3
    assert made["community_partners"] == [{"name": "Families of six schools", "legal_form": "cooperative"}]
    assert "first_motion" not in made and "vote" not in made["boards"][0]["blocs"][0]
    _, found = check_file(tmp_path / "cases" / "muddleton-roofs.yaml")
    assert found and all(
        "still to be filled in" in fault.problem or "coding_basis" in fault.field or "too few" in fault.problem
        for fault in found
    )


def test_new_case_refuses_a_bad_design_and_writes_nothing(tmp_path, capsys):
    (tmp_path / "bad.yaml").write_text("format: 1\nsector: energi\n")
    assert main(["new-case", "x-y", "--folder", str(tmp_path / "cases"), "--from", str(tmp_path / "bad.yaml")]) == 2
    assert "did you mean energy?" in capsys.readouterr().err and not (tmp_path / "cases").exists()


def test_shown_in_a_notebook_everything_is_escaped():
    page = Design(**ROOFS, community="<3 'us' & \"them\"", first_motion="2 < 3")._repr_html_()
    assert "Roofs &amp; &lt;3 sun" in page and "2 &lt; 3" in page and "<3" not in page


def test_a_folder_with_good_and_bad_files(tmp_path):
    Design(**ROOFS).save(tmp_path)
    (tmp_path / "bad.yaml").write_text("format: 1\nsector: energi\n")
    (tmp_path / "<img src=x>.yml").write_text("{")
    (tmp_path / "notes.txt").write_text("no design")
    designs, problems = read_folder(tmp_path)
    assert (
        list(designs) == ["muddleton-roofs-3-sun.yaml"]
        and len(problems) == 2
        and any("energy" in problem for problem in problems)
    )
    assert read_folder(tmp_path / "nowhere") == ({}, [])


def test_a_folder_with_very_many_files_says_how_many_are_left_out(tmp_path):
    for at in range(MOST_DESIGNS + 3):
        Design(name=f"Design {at}").save(tmp_path)
    designs, problems = read_folder(tmp_path)
    assert len(designs) == MOST_DESIGNS and f"first {MOST_DESIGNS} of {MOST_DESIGNS + 3}" in problems[0]


def test_the_examples_are_four_different_ones_and_say_that_they_are_invented(data):
    designs, problems = read_folder(examples_dir())
    assert len(designs) == 4 and problems == []
    assert all(
        "invented example" in design["by"].lower() and "An invented example" in design["summary"]
        for design in designs.values()
    )
    assert len({design.model.model for design in designs.values()}) == 4
    assert not {design["place.city"] for design in designs.values()} & set(data.cases["city"])
