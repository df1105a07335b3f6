"""All faults at once, each with its line; and never an exception."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcc_data.app.cli import main
from pcc_data.paths import datasets_dir
from pcc_data.records.checking import check_file, check_text, read_records, record_files, run_check
from pcc_data.records.faults import MOST_FAULTS
from tests.records.conftest import CASE

ANY_TEXT = st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@`,?~ \n\t\r01e.<\x00\ufeff\u2028é"), max_size=200)
SLOW_IS_FINE = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _line(text: str, start: str) -> int:
    """Number of the first line that begins with `start`."""
    return next(number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(start))


def _five_faults(text: str) -> tuple[str, list[int]]:
    """The record with a wrong code, a wrong type, an unknown key, an unknown source and a wrong total."""
    for old, new in (
        ("sector: energy", "sector: enegry"),
        ("start_year: 2012", "start_year: soon"),
        ("participation_level:", "participation:"),
        ("    seats_total: 9", "    seats_total: 10"),
        ("    sources: [s27, s19]", "    sources: [s27, s199]"),
    ):
        assert text.count(f"\n{old}") == 1
        text = text.replace(f"\n{old}", f"\n{new}")
    starts = ("sector:", "start_year:", "participation:", "    seats_total:", "    sources: [s27, s199]")
    return text, [_line(text, start) for start in starts]


def test_every_record_of_the_project_passes():
    assert read_records([datasets_dir() / "cases"])[1] == []


def test_a_record_read_is_a_record_typed(text):
    record, faults = check_text(text, f"{CASE}.yaml")
    assert not faults
    assert (record.id, record.place.country_code, record.boards[0].blocs[1].seats) == (CASE, "DEU", 7)


def test_five_faults_of_five_kinds_are_five_lines(text, tmp_path, capsys):
    wrong, lines = _five_faults(text)
    file = tmp_path / f"{CASE}.yaml"
    file.write_bytes(wrong.encode("utf-8"))
    assert main(["check", str(file)]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if ": warning: " not in line]
    assert [int(line.removeprefix(f"{file}:").split(":")[0]) for line in told if line.startswith(f"{file}:")] == lines
    assert "did you mean energy?" in told[0] and "found 'soon'" in told[1] and "participation_level?" in told[2]
    assert "boards[1].seats_total" in told[3] and "votes[1].sources[2]" in told[4] and "did you mean s19?" in told[4]
    assert told[5].startswith("5 faults in 1 of 1 record, by section: ") and "boards 1" in told[5]
    assert told[6] == "Some rules can be looked at only when these are mended: check again then."
    assert file.read_bytes() == wrong.encode("utf-8") and list(tmp_path.iterdir()) == [file]


def test_faults_of_all_files_are_told_at_once(text, tmp_path, capsys):
    (tmp_path / "b.yml").write_text("id: b\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_bytes(b"\xff")
    (tmp_path / f"{CASE}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / ".hidden.yaml").write_text("x", encoding="utf-8")
    assert run_check([tmp_path]) == 1
    told = capsys.readouterr().out
    assert "a.yaml:1: this is not UTF-8" in told and "b.yml:1: name: is missing" in told
    assert " in 2 of 3 records, by section: " in told


def test_a_clean_folder_says_so(capsys):
    assert main(["check", str(datasets_dir() / "cases")]) == 0
    told = capsys.readouterr().out.splitlines()
    assert f"{len(record_files([datasets_dir() / 'cases']))} records, no faults" in told
    assert all(": warning: " in line for line in told[: told.index(next(line for line in told if "no faults" in line))])


@pytest.mark.parametrize("name", ["missing.yaml", "empty"])
def test_nothing_to_check_is_an_error_of_its_own(name, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["check", str(tmp_path / name)]) == 2
    assert name in capsys.readouterr().out


def test_the_same_id_in_two_folders_is_a_fault(text, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{CASE}.yaml").write_text(text, encoding="utf-8")
    _, faults = read_records([tmp_path / "one", tmp_path / "two"])
    assert [fault.field for fault in faults] == ["id"]
    assert faults[0].line == _line(text, "id:") and str(tmp_path / "one") in faults[0].problem


def test_a_file_named_twice_is_read_once(text, tmp_path):
    file = tmp_path / f"{CASE}.yaml"
    file.write_text(text, encoding="utf-8")
    assert read_records([file, tmp_path, str(file)])[1] == []


def test_records_come_with_missing_keys_filled_in(text, tmp_path):
    short = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("local_name:"))
    assert short != text
    (tmp_path / f"{CASE}.yaml").write_text(short, encoding="utf-8")
    (record,), faults = read_records([tmp_path])
    assert not faults and record["local_name"] is None and "end_reason" not in record["coding_basis"]


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path):
    record, faults = check_file(tmp_path / "gone.yaml")
    assert record is None and "cannot be read" in str(faults[0])


def test_thousands_of_faults_are_cut(text):
    many = text + "".join(f"unknown_{number}: 1\n" for number in range(3000))
    faults = check_text(many, f"{CASE}.yaml")[1]
    assert len(faults) == MOST_FAULTS + 1 and faults[-1].problem == f"and {3000 - MOST_FAULTS} more faults in this file"


def test_a_fault_is_one_line_whatever_the_record_holds(record, faults_of):
    record["sector"] = "en\x1b[31mergy\nwater"
    assert all(str(fault).isprintable() for fault in faults_of(record))


def test_windows_line_ends_are_fine(text):
    assert check_text(text.replace("\n", "\r\n").encode("utf-8"), f"{CASE}.yaml")[1] == []


@given(st.binary(max_size=300))
@SLOW_IS_FINE
def test_no_bytes_raise(data):
    assert check_text(data, "a.yaml")[1]


@given(ANY_TEXT)
@SLOW_IS_FINE
def test_no_text_raises(data):
    assert check_text(data, "a.yaml")[1]


@given(where=st.floats(0, 1), length=st.integers(0, 400), put=ANY_TEXT)
@SLOW_IS_FINE
def test_no_damage_to_a_record_raises(text, where, length, put):
    at = int(where * len(text))
    damaged = text[:at] + put + text[at + length :]
    record, faults = check_text(damaged, f"{CASE}.yaml")
    assert (record is None) == bool(faults)
    assert all(1 <= fault.line <= damaged.count("\n") + damaged.count("\r") + 1 for fault in faults)


def test_python_reader_finds_the_same(text, monkeypatch):
    """Without the C library PyYAML falls back to Python; lines and faults stay the same."""
    import yaml

    wrong = _five_faults(text)[0]
    expected, record = check_text(wrong, f"{CASE}.yaml")[1], check_text(text, f"{CASE}.yaml")
    monkeypatch.setattr("pcc_data.records.reading.LOADER", yaml.SafeLoader)
    monkeypatch.setattr("pcc_data.records.faultless.LOADER", yaml.SafeLoader)
    assert check_text(wrong, f"{CASE}.yaml")[1] == expected
    assert check_text(text, f"{CASE}.yaml") == record and record[0] is not None


def test_checking_a_copy_elsewhere_works(tmp_path):
    shutil.copytree(datasets_dir() / "cases", tmp_path / "cases")
    assert len(read_records([Path(tmp_path / "cases")])[0]) == len(record_files([datasets_dir() / "cases"]))


BROKEN_LINES = {
    "an open quotation mark": ("local_name: ", 'local_name: "'),
    "an open bracket": ("    sources: [s27, s19]", "    sources: [s27, s19"),
    "a colon in a text": ("collection: report", "collection: report: ten"),
    "no colon": ("sector: energy", "sector energy"),
    "a blank too many": ("sector: energy", " sector: energy"),
    "a blank too few": ("  country: Germany", " country: Germany"),
    "a tab": ("sector: energy", "sector:\tenergy"),
    "a sign that opens nothing": ("scale: organisation", "scale: @organisation"),
    "a bracket at the margin": ("scale: organisation", "scale: organisation\n]"),
    "a line at the margin": ("surplus_use: members", "surplus_use: members\nand residents"),
    "an unseen sign": ("surplus_use: members", "surplus_use: members \u202e"),
}
OTHER_FAULTS = {
    "id: wolfhagen-energy-cooperative": "id: wolfhagen",
    "start_year: 2012": "start_year: soon",
    "    seats_total: 9": "    seats_total: 10",
    "    sources: [s27, s19]": "    sources: [s27, s199]",
}


@pytest.mark.parametrize("name", BROKEN_LINES)
def test_a_fault_in_the_yaml_hides_no_other_and_makes_none(text, name):
    old, new = BROKEN_LINES[name]
    wrong = text
    for right, fault in OTHER_FAULTS.items():
        if right != old:
            assert wrong.count(f"\n{right}\n") == 1
            wrong = wrong.replace(f"\n{right}\n", f"\n{fault}\n")
    damaged = wrong.replace(f"\n{old}", f"\n{new}", 1)
    record, faults = check_text(damaged, f"{CASE}.yaml")
    broken = [
        fault for fault in faults if "YAML" in fault.problem or fault.problem.startswith(("a tab", "an invisible"))
    ]
    others = {fault.line for fault in faults} - {fault.line for fault in broken}
    told = [fault for right, fault in OTHER_FAULTS.items() if right != old]
    assert record is None and others == {_line(damaged, fault) for fault in told}, [*map(str, faults)]
    assert len(broken) == 1 and abs(broken[0].line - _line(damaged, new.split("\n")[0])) <= 1


def test_a_byte_order_mark_is_read_over(text):
    marked = b"\xef\xbb\xbf" + text.encode("utf-8")
    assert (
        check_text(marked, f"{CASE}.yaml")
        == check_text(text, f"{CASE}.yaml")
        == check_text("\ufeff" + text, f"{CASE}.yaml")
    )
    assert check_text(marked.replace(b"\n", b"\r\n"), f"{CASE}.yaml")[1] == []
    wrong = check_text(b"\xef\xbb\xbf" + marked, f"{CASE}.yaml")[1]
    assert [fault.line for fault in wrong] == [1] and "U+FEFF" in wrong[0].problem


def test_a_wrong_encoding_hides_no_other_fault(text):
    wrong, lines = _five_faults(text)
    told = check_text(wrong.encode("latin-1", "replace"), f"{CASE}.yaml")[1]
    assert sorted(fault.line for fault in told) == sorted([_line(wrong, "local_name:"), *lines])


def test_very_many_broken_sections_are_told():
    for sign in ("a: [", "a: b: c", "a b", "'", "a: |", "*x :", "- a"):
        assert check_text("id: a\n" + f"{sign}\n" * 4_000, "a.yaml")[1]


def test_a_fault_of_a_list_names_the_item(record, faults_of):
    record["sources"][13]["url"] = "htps://a.org"
    record["events"][1]["type"] = "fonding"
    record["boards"][0]["blocs"][1]["seats"] = "seven"
    record["promises"][0]["sources"] = []
    told = {fault.field: fault.item for fault in faults_of(record)}
    assert told["sources[14].url"] == "s14" and told["events[2].type"].startswith("2008 The town council")
    assert (
        told["boards[1].blocs[2].seats"].startswith("Supervisory board of Stadtwerke")
        and ", Town side" in told["boards[1].blocs[2].seats"]
    )
    assert told["promises[1].sources"].startswith("Local electricity use")
    assert any(": sources[14].url (s14): is no web address" in str(fault) for fault in faults_of(record))
