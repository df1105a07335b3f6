"""A new case: faulty until it is filled in, and sound once it is."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

import pcc_data as pcc
from pcc_data.app.cli import main
from pcc_data.designs import examples_dir, read_folder
from pcc_data.files.slug import slug
from pcc_data.paths import datasets_dir
from pcc_data.records.checking import check_file, check_text
from pcc_data.records.formatting import format_text
from pcc_data.records.leaves import FILL_IN
from pcc_data.records.reading import plain, read
from pcc_data.records.shape import Record, fields_of, source_codebook
from pcc_data.records.template import run_new_case, schema_address, short_template, template
from pcc_data.records.writing import dump_record
from pcc_data.tables.spec import DERIVED
from tests.records.untidy import Untidy

VALUES = {
    "country_code": "NLD",
    "latitude": 52.1,
    "longitude": 5.1,
    "start_year": 2015,
    "status_as_of": 2020,
    "year": 2016,
    "url": "https://example.org/page",
    "language": "nl",
    "as_of": 2016,
    "seats_total": 3,
    "seats": 3,
    "binding": True,
    "month": 4,
    "value": 5,
    "promised": 1,
    "delivered": None,
    "promised_in": 2015,
    "from": 2015,
    "to": 2016,
    "due": 2016,
    "due_month": 4,
    "low": 4,
    "high": 6,
    "for": 3,
    "against": 1,
    "abstain": 0,
    "read_on": "2026-11-25",
    "spells.code": "active",
}
TEMPLATES = pytest.mark.parametrize("of", [template, short_template])


def _fill(value: Any, path: str, key: str = "") -> Any:
    """The value with a fitting one in place of every FILL_IN."""
    if isinstance(value, dict):
        return {name: _fill(child, f"{path}.{name}" if path else name, name) for name, child in value.items()}
    if isinstance(value, list):
        return [_fill(child, path, key) for child in value]
    if value != FILL_IN:
        return value
    if key == "sources":
        return "s1"
    codes = source_codebook().fields[path].codes if path in source_codebook().fields else {}
    return VALUES.get(path, VALUES.get(key, next(iter(codes), "Some text of our own")))


def _filled(text: str) -> dict[str, Any]:
    root, faults = read(text, "a.yaml")
    assert root is not None and not faults
    record = _fill(plain(root), "")
    facts = (record["lessons"][0], record["events"][0], record["events"][1])
    for fact, source in zip(facts, record["sources"][1:], strict=False):
        fact["sources"] = [source["id"]]
    for before, after in pairwise(record.get("spells", [])):
        after["from"] = before["to"]
    return record


def _uncommented(text: str) -> str:
    """The template with the examples in place of what is empty, and with a source that has no address."""
    example = r"(?m)^(\w+): (?:\[\]|null)\n# To .*\n((?:# \1:.*\n)(?:#  .*\n)*)"
    text = re.sub(example, lambda found: re.sub("(?m)^# ", "", found[2]), text)
    return re.sub(r"(?m)^# A book, .*\n((?:#  .*\n)+)", lambda found: re.sub("(?m)^# ", "", found[1]), text)


@pytest.mark.parametrize("how", [[], ["--short"]])
def test_a_template_is_faulty_and_only_unfilled(how, tmp_path, capsys):
    assert main(["new-case", "my-town-solar-roofs", "--folder", str(tmp_path / "new"), *how]) == 0
    file = tmp_path / "new" / "my-town-solar-roofs.yaml"
    assert str(file) in capsys.readouterr().out
    record, faults = check_file(file)
    assert record is None and {fault.problem for fault in faults} == {"is still to be filled in"}
    assert all(FILL_IN in file.read_text("utf-8").splitlines()[fault.line - 1] for fault in faults)


@pytest.mark.parametrize("change", [str, _uncommented])
def test_a_template_filled_in_passes(change):
    text = change(template("my-town-solar-roofs"))
    assert all((f"\n{key}:" in text) for key in fields_of(Record))
    assert ("# To add one" in text) == (change is str)
    record = _filled(text)
    assert check_text(dump_record(record), "my-town-solar-roofs.yaml")[1] == []
    if change is not str:  # nothing that a record can hold is left out
        assert all(
            record[key] not in (None, [])
            for key in fields_of(Record)
            if key not in ("local_name", "end_year", "end_reason")
        )
        assert "url" not in record["sources"][3] and len(record["spells"]) == 2


def test_the_short_template_filled_in_passes():
    assert check_text(dump_record(_filled(short_template("my-town-solar-roofs"))), "my-town-solar-roofs.yaml")[1] == []


def test_the_short_template_is_short_and_explains_nothing():
    lines = short_template("my-town").splitlines()
    assert len(lines) < 120
    comments = [at for at, line in enumerate(lines) if line.startswith("#")]
    assert all(not lines[at - 1] for at in comments[2:]), "one comment a section, with an empty line before it"
    assert not [line for line in lines if " #" in line] and all(len(line) < 120 for line in lines)
    keys = {line.split(":")[0] for line in lines if re.match(r"\w+:", line)}
    assert keys >= {key for key, field in fields_of(Record).items() if field.required}


@pytest.mark.parametrize(
    "words", ["The council, in 2012: yes", "{a}, [b] # c", "it's {so}: 'no'", "- a, ? b", "100 %, @home & *all*"]
)
def test_any_text_can_be_typed_between_the_quotes_of_a_short_template(words):
    text = short_template("my-town").replace('"FILL_IN"', f'"{words}"')
    root, faults = read(text, "a.yaml")
    assert root is not None and not faults
    record = plain(root)
    assert (
        record["lessons"][0]["text"]
        == record["events"][2]["label"]
        == record["coding_basis"]["status"]["basis"]
        == words
    )


@TEMPLATES
def test_a_formatted_template_is_still_a_template(of):
    text = of("my-town")
    once = format_text(text, "my-town.yaml")
    assert once.faults == [] and format_text(once.text, "my-town.yaml").text == once.text
    assert sorted(re.findall("#.*", once.text)) == sorted(re.findall("#.*", text))
    assert of is short_template or once.text == text, "the long template is in the one layout"


def test_a_template_holds_every_field_code_and_definition():
    text, book = template("my-town"), source_codebook()
    assert [line.split(":")[0] for line in text.splitlines() if re.match(r"\w+:", line)] == list(fields_of(Record))
    words = " ".join(re.sub(r"(?m)^#\s*", "", text).split())
    for key, field in book.fields.items():
        if key in (*DERIVED, "outcomes.rating"):
            continue
        assert " ".join(field.definition["en"].split()) in words, key
        for code, entry in field.codes.items():
            assert code in words and " ".join((entry.definition or entry.label)["en"].split()) in words, (key, code)


@pytest.mark.parametrize("short", [False, True])
def test_values_of_a_design_are_taken_over(short, tmp_path):
    design = {
        "name": "Solar roofs",
        "sector": "energy",
        "place": {"city": "Utrecht", "region": None},
        "summary": "",
        "community_base": "users",
        "roles": {"capital": "shared"},
        "public_instruments": ["loan_or_guarantee"],
        "coding_basis": {"end_reason": {"basis": "Why it ended.", "sources": ["s1"]}},
    }
    assert run_new_case("utrecht-solar-roofs", tmp_path, design, short=short) == 0
    root, _ = read((tmp_path / "utrecht-solar-roofs.yaml").read_bytes(), "a.yaml")
    record = plain(root)
    assert (record["name"], record["sector"], record["summary"]) == ("Solar roofs", "energy", FILL_IN)
    assert (record["place"]["city"], record["place"]["region"]) == ("Utrecht", FILL_IN)
    assert (record["roles"]["capital"], record["roles"]["delivery"]) == ("shared", FILL_IN)
    assert (record["public_instruments"], record["community_base"]) == (["loan_or_guarantee"], ["users"])
    assert record["coding_basis"]["end_reason"]["sources"] == ["s1"]


def test_a_case_is_begun_filled_in_checked_formatted_and_loaded(tmp_path, data, capsys):
    file = tmp_path / "my-town.yaml"
    assert main(["new-case", "my-town", "--short", "--folder", str(tmp_path)]) == 0
    file.write_text(Untidy(_filled(file.read_text("utf-8")), Random(1)).text, encoding="utf-8", newline="")
    assert main(["check", str(tmp_path)]) == 0
    assert main(["format", "--check", str(tmp_path)]) == 1
    assert main(["format", str(tmp_path)]) == 0
    assert main(["format", "--check", str(tmp_path)]) == main(["check", str(tmp_path)]) == 0
    assert "note" not in capsys.readouterr().out
    loaded = pcc.load(extra=tmp_path)
    assert (
        set(loaded.cases.index) - set(data.cases.index) == {"my-town"}
        and loaded.cases.at["my-town", "start_year"] == 2015
    )


@TEMPLATES
def test_every_design_of_the_project_begins_a_record(of):
    for design in read_folder(examples_dir())[0].values():
        text = of("my-town", design.to_record())
        _, faults = check_text(text, "my-town.yaml")
        assert {fault.problem for fault in faults if "coding_basis" not in fault.field} == {"is still to be filled in"}
        values = plain(read(text, "a.yaml")[0])
        assert values["community_base"] == [design["community_base"]] and values["sector"] == design["sector"]


def test_a_design_with_a_field_that_is_none_is_refused(tmp_path, capsys):
    assert run_new_case("my-town", tmp_path, {"sectr": "energy"}) == 2
    assert "Did you mean 'sector'?" in capsys.readouterr().out and not list(tmp_path.iterdir())


def test_nothing_is_overwritten(tmp_path, capsys):
    file = tmp_path / "my-town.yaml"
    file.write_text("mine", encoding="utf-8")
    assert run_new_case("my-town", tmp_path) == 2
    assert file.read_text("utf-8") == "mine" and "there already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wrong", "better"),
    [
        ("My Town", "my-town"),
        ("Zürich: Straße 5", "zurich-strasse-5"),
        ("../etc/passwd", "etc-passwd"),
        ("a--b", "a-b"),
        ("x" * 200, "x" * 92 + "-xaa20c2"),
        ("Łódź", "lodz"),
        ("القاهرة", "alqahra"),
        ("東京 water", "water-xe2a476"),
    ],
)
def test_a_wrong_id_gets_a_better_one(wrong, better, tmp_path, capsys):
    assert run_new_case(wrong, tmp_path / "in") == 2
    assert f" Try {better}" in capsys.readouterr().out and not list(tmp_path.iterdir())
    assert slug(better) == slug(wrong) == better


def test_a_script_without_latin_letters_asks_for_them(tmp_path, capsys):
    assert run_new_case("日本", tmp_path) == 2
    assert f"Try {slug('日本')}, or write the name in Latin letters." in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["", "!!!"])
def test_an_id_without_letters_gets_no_suggestion(wrong, tmp_path, capsys):
    assert run_new_case(wrong, tmp_path) == 2
    assert "Try" not in capsys.readouterr().out


def test_a_file_is_no_folder(tmp_path, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run_new_case("my-town", tmp_path / "file") == 2
    assert "is no folder" in capsys.readouterr().out


def test_the_schema_is_found_from_any_folder():
    assert schema_address(datasets_dir() / "cases") == "../schema.json"
    assert schema_address(datasets_dir().parent / "my_cases") == "../datasets/schema.json"
    assert " " not in schema_address(datasets_dir().parent.parent / "my workshop é" / "my cases")


@pytest.mark.parametrize("folder", ["my #1 cases", "100% é", 'the "right" town?', "a:b"])
def test_the_address_of_the_schema_leads_there_whatever_a_folder_is_called(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("pcc_data.records.template.datasets_dir", lambda: tmp_path / folder / "datasets")
    address = schema_address(tmp_path / "cases")
    assert unquote(urlsplit(address).path) == f"../{folder}/datasets/schema.json" and address.isascii()
