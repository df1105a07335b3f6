"""Citing: a line, BibTeX and CSL-JSON that agree, and a hash that names the exact data."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict

import pytest

import pcc_data as pcc
from pcc_data.dataset.load import from_records
from pcc_data.paths import datasets_dir
from pcc_data.records.formatting import run_format
from tests.conftest import ROOT

CADIZ, WOLFHAGEN = "cadiz-energy-boards", "wolfhagen-energy-cooperative"
WATER = {"sector": "water"}


def test_the_set_is_cited_with_version_licence_and_hash(data):
    assert data.cite() == (
        "The pcc_data authors (2026). Public-community collaborations: sourced cases (version "
        f"{pcc.codebook.version}) [Data set]. Licence CC-BY-4.0. Content sha256:{data.content_hash[:16]}."
    )


def test_a_case_is_cited_with_its_sources_and_a_hash_of_its_own(data):
    told = data.cite(CADIZ)
    assert told == data.cite(case=CADIZ) == data.only([CADIZ]).cite(CADIZ)
    assert f"(Cádiz, Spain), coded from {len(data.one('sources', CADIZ))} sources. Content sha256:" in told
    assert data.only([CADIZ]).content_hash[:16] in told and data.content_hash[:16] not in told
    with pytest.raises(ValueError, match="Did you mean 'cadiz-energy-boards'"):
        data.cite("cadiz-energy-board")


def test_a_selection_says_of_how_many_and_all_of_them_is_no_selection(data):
    water = data.filter(WATER)
    assert f": a selection of {len(water)} of {len(data)} cases [Data set]" in water.cite()
    assert water.content_hash[:16] in water.cite()
    assert data.only(list(data.cases.index)).cite() == data.cite()


def of_csv(folder) -> str:
    """The hash as its description says, made from exported CSV files by nothing but the standard library."""
    facts = defaultdict(list)
    for file in folder.glob("*.csv"):
        seen: dict[str, int] = defaultdict(int)
        for row in csv.DictReader(file.read_text("utf-8").splitlines(keepends=True)) if file.stem != "missing" else ():
            case = row.pop("case")
            seen[case] += 1
            for column, cell in row.items():
                if column != "own" and cell not in ("not_found", "does_not_apply"):
                    fact = [file.stem, str(seen[case]), column, cell]
                    facts[case].append(json.dumps(fact, ensure_ascii=False, separators=(",", ":")) + "\n")
    cases = {case: hashlib.sha256("".join(sorted(lines)).encode()).hexdigest() for case, lines in facts.items()}
    return hashlib.sha256("".join(sorted(f"{case} {one}\n" for case, one in cases.items())).encode()).hexdigest()


def test_the_hash_is_what_its_description_says(data, tmp_path):
    assert data.content_hash == of_csv(datasets_dir() / "tables")
    water = data.filter(WATER)
    water.export(tmp_path)
    assert water.content_hash == of_csv(tmp_path) != data.content_hash


def test_the_hash_is_the_same_from_tables_and_from_records_in_any_order(data, records):
    assert from_records(records[::-1]).content_hash == data.content_hash
    water = data.filter(WATER)
    turned = dataclasses.replace(water, cases=water.cases[::-1])
    assert turned.content_hash == water.content_hash == data.only(list(water.cases.index)[::-1]).content_hash


def test_the_hash_does_not_see_the_layout_of_a_record(data, tmp_path):
    text = (datasets_dir() / "cases" / f"{WOLFHAGEN}.yaml").read_text("utf-8")
    file = tmp_path / f"{WOLFHAGEN}.yaml"
    file.write_text(f"# a note\n\n{text}\n\n# the end\n".replace("\n", "\r\n"), "utf-8", newline="")
    own = pcc.load(tmp_path)
    assert own.own == 1 and own.content_hash == data.only([WOLFHAGEN]).content_hash
    run_format([tmp_path])
    assert pcc.load(tmp_path).content_hash == own.content_hash


@pytest.mark.parametrize(
    ("table", "column", "value"), [("cases", "status", "ended"), ("lessons", "text", "x"), ("outcomes", "rating", 0)]
)
def test_the_hash_sees_a_value_a_text_and_a_rating(data, table, column, value):
    part = data.only([CADIZ, WOLFHAGEN])
    frame = getattr(part, table).copy()
    frame.iloc[0, frame.columns.get_loc(column)] = value
    assert dataclasses.replace(part, **{table: frame}).content_hash != part.content_hash


def test_the_hash_is_the_same_in_another_python_with_other_settings(data):
    code = "import pcc_data as pcc; print(pcc.load().only(['cadiz-energy-boards']).content_hash)"
    other = os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=other, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == data.only([CADIZ]).content_hash


def test_csl_json_is_one_item_with_what_citeproc_knows(data):
    (item,) = json.loads(data.cite(format="csl-json"))
    year, month, day = map(int, pcc.codebook.dataset["released"].split("-"))
    assert item["type"] == "dataset" and item["issued"] == {"date-parts": [[year, month, day]]}
    assert item["author"] == [{"literal": "The pcc_data authors"}] and item["version"] == pcc.codebook.version
    assert item["custom"] == {"sha256": data.content_hash, "license": "CC-BY-4.0"}
    water = data.filter(WATER)
    (item,) = json.loads(water.cite(format="csl-json"))
    assert item["custom"]["cases"] == list(water.cases.index)
    assert data.only(item["custom"]["cases"]).content_hash == item["custom"]["sha256"], "it leads back to the data"
    (item,) = json.loads(data.cite(CADIZ, format="csl-json"))
    assert item["container-title"] == "Public-community collaborations: sourced cases"


def test_bibtex_is_read_and_holds_the_whole_hash_and_the_cases(data):
    database = pytest.importorskip("pybtex.database")
    water = data.filter(WATER)
    for found, case in ((data, None), (water, None), (data, CADIZ)):
        text = found.cite(case, format="bibtex")
        (entry,) = database.parse_string(text, "bibtex").entries.values()
        part = found if case is None else found.only([case])
        assert part.content_hash in entry.fields["note"] and pcc.codebook.version in entry.fields["howpublished"]
    assert all(case in water.cite(format="bibtex") for case in water.cases.index)
    keys = {found.cite(format="bibtex").splitlines()[0] for found in (data, water, data.filter(sector="energy"))}
    assert len(keys) == 3, "two selections in one file of references do not share a key"


def test_another_format_is_refused(data):
    with pytest.raises(ValueError, match="Did you mean 'bibtex'"):
        data.cite(format="bibtext")


def test_a_source_tells_its_language_by_name_and_one_without_a_name_by_its_code(data):
    from pcc_data.dataset.citing import source_html, source_text

    row = next(data.sources[data.sources["language"] == "ca"].itertuples())
    told = pcc.codebook.phrase("sources.kind", row.kind)
    assert f"[Catalan, {told}" in source_text(row) and f"(Catalan, {told}" in source_html(row)
    assert f"[tlh, {told}" in source_text(row._replace(language="tlh"))
