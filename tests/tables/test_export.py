"""Saving tables and reading them back."""

from __future__ import annotations

import dataclasses
import json
import re

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.app.cli import main
from pcc_data.codes import load_codebook
from pcc_data.paths import datasets_dir
from pcc_data.records.checking import read_records
from pcc_data.tables.export import csv_of_frame, csv_of_rows
from pcc_data.tables.frames import frames_from_csv, frames_from_rows
from pcc_data.tables.rows import table_rows


def test_csv_reads_back_the_same(data, tmp_path):
    data.export(tmp_path, "csv")
    for name, table in frames_from_csv(tmp_path, load_codebook()).items():
        pd.testing.assert_frame_equal(table, data.tables[name])


def test_a_filtered_set_reads_back_the_same(data, tmp_path):
    part = data.filter(sector="water")
    part.export(tmp_path, "csv")
    for name, table in frames_from_csv(tmp_path, load_codebook()).items():
        pd.testing.assert_frame_equal(
            table, part.tables[name] if name == "cases" else part.tables[name].reset_index(drop=True)
        )


def test_datapackage_describes_every_column(data, tmp_path):
    data.export(tmp_path, "datapackage")
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        header = (tmp_path / resource["path"]).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_bibtex_has_every_source(data, tmp_path):
    (file,) = data.filter(sector="care").export(tmp_path, "bibtex")
    text = file.read_text(encoding="utf-8")
    assert text.count("@misc{") == len(data.filter(sector="care").sources)


def test_excel_keeps_texts_that_look_like_formulas(data, tmp_path):
    pytest.importorskip("openpyxl")
    lessons = data.lessons.copy()
    lessons.loc[0, "text"] = "=1+1"
    (file,) = pcc.Dataset(**{**data.tables, "lessons": lessons}).export(tmp_path, "xlsx")
    assert pd.read_excel(file, sheet_name="lessons").loc[0, "text"] == "=1+1"


def test_an_unknown_format_is_refused(data, tmp_path):
    with pytest.raises(ValueError, match="Did you mean 'xlsx'"):
        data.export(tmp_path, "xls")


@pytest.fixture(scope="module")
def few(data):
    """So few cases that saving them takes no time."""
    return data.only([case for case in data.cases.index if (data.gaps["case"] == case).sum() > 2][:5])


OWN = (datasets_dir() / "cases" / "iida-citizen-solar.yaml").read_text(encoding="utf-8")
WORDS = (
    "not_found",
    "does_not_apply",
    "\\not_found",
    "\\\\does_not_apply",
    "NA",
    "nan",
    "null",
    "true",
    "",
    "1",
    "01",
    ' a "quoted" one, ',
    "l\n2",
)


def with_texts(data, table, column, texts):
    """The data set with other texts in the first rows of a table."""
    frame = getattr(data, table).copy()
    for at, text in enumerate(texts):
        frame.iloc[at, frame.columns.get_loc(column)] = text
    missing = data.missing[~((data.missing["table"] == table) & (data.missing["field"] == column))]
    return dataclasses.replace(data, **{table: frame, "missing": missing})


@pytest.mark.parametrize(
    ("table", "column"), [("gaps", "text"), ("lessons", "text"), ("sources", "title"), ("challenges", "text")]
)
def test_a_text_that_is_a_reserved_word_comes_back_as_a_text(few, tmp_path, table, column):
    odd = with_texts(few, table, column, WORDS)
    odd.export(tmp_path)
    back = frames_from_csv(tmp_path, load_codebook())[table][column]
    assert list(back[: len(WORDS)]) == list(WORDS) and not back.isna().any()


def test_a_record_with_reserved_words_keeps_them(tmp_path):
    text = re.sub(r"(?m)^gaps:.*\n(?:(?:[ -].*)?\n)*", "gaps: [not_found, does_not_apply, NA]\n", OWN + "\n")
    (tmp_path / "iida-citizen-solar.yaml").write_text(text, encoding="utf-8")
    own = pcc.load(tmp_path)
    own.export(tmp_path / "out")
    assert list(frames_from_csv(tmp_path / "out", load_codebook())["gaps"]["text"]) == [
        "not_found",
        "does_not_apply",
        "NA",
    ]


def test_rows_and_frames_make_the_same_files():
    """A build writes rows, an export frames: texts that are words for nothing, numbers, yes and no, and all reasons."""
    book = load_codebook()
    records, faults = read_records([datasets_dir() / "cases"])
    assert not faults
    records[3]["gaps"] += [{"text": text, "about": None, "sources": []} for text in WORDS]
    records[5]["indicators"][0] |= {"value": 0.5, "low": 3.0, "high": 10**6}
    rows = table_rows(records, book, own=[records[7]["id"]])
    frames = frames_from_rows(rows, book)
    assert csv_of_rows(rows, book) == {
        name: csv_of_frame(name, frame, frames["missing"]) for name, frame in frames.items()
    }


ODD = (
    "A manual { for towns",
    "} {{ both }",
    r"C:\new, x^2 and ~anna",
    r"100 % of #1 & $2_000",
    r"\{ \} \\ \textbf{x} \&",
    "Łódź, 東京, القاهرة",
    "@misc{x, title = {y}}",
    "a 'b' \"c\" -- d``e''",
    "two\nlines  and   spaces",
)


@pytest.fixture
def odd_sources(few):
    """Sources with titles and publishers that mean something to BibTeX, and with braces in an address."""
    odd = with_texts(with_texts(few, "sources", "title", ODD), "sources", "publisher", ODD[::-1])
    return with_texts(odd, "sources", "url", ["https://example.org/{a}?b=%20&c_d=#~e", "https://example.org/}"])


def test_pybtex_reads_every_source_as_it_was(odd_sources, tmp_path):
    database = pytest.importorskip("pybtex.database")
    pytest.importorskip("latexcodec")
    (file,) = odd_sources.export(tmp_path, "bibtex")
    read = database.parse_string(file.read_text("utf-8"), "bibtex").entries
    assert len(read) == len(odd_sources.sources)
    for row in odd_sources.sources.itertuples():
        assert decoded(read[f"{row.case}:{row.source}"].fields["title"]) == " ".join(row.title.split())
        assert str(read[f"{row.case}:{row.source}"].fields["url"]).startswith("http")


def test_pybtex_reads_all_sources(data, tmp_path):
    database = pytest.importorskip("pybtex.database")
    (file,) = data.export(tmp_path, "bibtex")
    read = database.parse_file(str(file), "bibtex").entries
    assert set(read) == {f"{row.case}:{row.source}" for row in data.sources.itertuples()}


CSL = {"id", "type", "title", "author", "container-title", "issued", "accessed", "language", "URL", "archive", "note"}
CSL_TYPES = {"article-newspaper", "entry-encyclopedia", "book", "interview", "manuscript", "document", "webpage"}
"""Of the fields and types of CSL 1.0.2 those that are used (csl-data.json of the Citation Style Language)."""


def test_csl_json_has_every_source_with_fields_that_citeproc_knows(data, tmp_path):
    (file,) = data.export(tmp_path, "csl-json")
    assert file.name == "pcc_sources.json"
    items = {item["id"]: item for item in json.loads(file.read_text("utf-8"))}
    assert len(items) == len(data.sources)
    for row in data.sources.itertuples():
        item = items[f"{row.case}:{row.source}"]
        assert set(item) <= CSL and item["type"] in CSL_TYPES and all(item.values())
        assert item["title"] == row.title and item["language"] == row.language and item["URL"] == row.url
        assert ("issued" in item) == pd.notna(row.year)
        assert pd.isna(row.year) or item["issued"] == {"date-parts": [[int(row.year)]]}
        held = row.kind in ("press", "encyclopedia")
        assert item.get("container-title") == (row.publisher if held else None)
        assert item.get("author") == (None if held else [{"literal": row.publisher}])


def test_csl_json_of_what_is_not_on_the_web(few, tmp_path):
    odd = few.sources.copy()
    odd.loc[odd.index[0], ["kind", "url", "where", "read_on"]] = ["archive", None, "Town archive, box 3", "2026-11-05"]
    odd.loc[odd.index[1], ["kind", "url"]] = ["other", None]
    (file,) = dataclasses.replace(few, sources=odd).export(tmp_path, "csl-json")
    first, second, *_ = json.loads(file.read_text("utf-8"))
    assert (first["type"], first["archive"]) == ("manuscript", "Town archive, box 3") and "URL" not in first
    assert first["accessed"] == {"date-parts": [[2026, 11, 5]]}
    assert second["type"] == "document"


def test_citeproc_makes_references_of_the_sources(few, tmp_path):
    citeproc = pytest.importorskip("citeproc", reason="pip install citeproc-py")
    from citeproc.source.json import CiteProcJSON

    (file,) = few.export(tmp_path, "csl-json")
    items = json.loads(file.read_text("utf-8")) + json.loads(few.cite(format="csl-json"))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.plain)
    for item in items:
        made.register(citeproc.Citation([citeproc.CitationItem(item["id"].lower())]))
    told = [str(one) for one in made.bibliography()]
    assert len(told) == len(items) and "The pcc_data authors" in told[-1] and "2026" in told[-1]


def test_frictionless_finds_the_data_package_valid(data, tmp_path):
    frictionless = pytest.importorskip("frictionless", reason="pip install frictionless")
    data.export(tmp_path, "datapackage")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "title", "note"])[:5]


def test_bibtexparser_reads_every_source_as_it_was(odd_sources, tmp_path):
    bibtexparser = pytest.importorskip("bibtexparser")
    (file,) = odd_sources.export(tmp_path, "bibtex")
    library = bibtexparser.parse_string(file.read_text("utf-8"))
    assert library.failed_blocks == [] and len(library.entries) == len(odd_sources.sources)
    for row in odd_sources.sources.itertuples():
        entry = library.entries_dict[f"{row.case}:{row.source}"]
        assert decoded(entry["title"]) == " ".join(row.title.split())
        assert decoded(entry["author"]) == " ".join(row.publisher.split())


def decoded(value: str) -> str:
    """What TeX would set, of the few commands that are used."""
    names = {
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciicircum": "^",
        "textasciitilde": "~",
    }
    value = re.sub(r"^\{(.*)\}$", r"\1", value, flags=re.DOTALL)
    return re.sub(r"\\(\w+)\{\}|\\([&%$#_])", lambda found: names[found[1]] if found[1] else found[2], value)


@pytest.mark.parametrize("text", ["#N/A", "#DIV/0!", "#REF!", "=1+1", "+1", "-1", "@x", "'x", "0123", "not_found"])
def test_excel_keeps_a_text_as_a_text(few, tmp_path, text):
    openpyxl = pytest.importorskip("openpyxl")
    (file,) = with_texts(few, "gaps", "text", [text]).export(tmp_path, "xlsx")
    cell = openpyxl.load_workbook(file)["gaps"]["B2"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["word " * 8000, "東" * 40_000, "🌻" * 20_000, "x" * 70_000])
def test_excel_has_the_rest_of_a_long_text_in_further_cells(few, tmp_path, text):
    openpyxl = pytest.importorskip("openpyxl")
    long = with_texts(few, "cases", "summary", [text])
    sheet = openpyxl.load_workbook(long.export(tmp_path, "xlsx")[0])["cases"]
    head = [cell.value for cell in sheet[1]]
    parts = [sheet[2][at].value for at, name in enumerate(head) if str(name).startswith("summary")]
    assert "".join(parts) == text and len(parts) > 1
    assert all(len(part.encode("utf-16-le")) // 2 <= 32_767 for part in parts)
    assert head[head.index("summary") + 1] == "summary (2)" and sheet[3][head.index("summary") + 1].value is None
    csv_file = long.export(tmp_path / "csv", excel=True)[0]
    found = pd.read_csv(csv_file, encoding="utf-8-sig").iloc[0]
    assert (
        "".join(found[name] for name in found.index if name.startswith("summary") and isinstance(found[name], str))
        == text
    )


def test_csv_for_excel_has_its_mark_and_no_formula(few, tmp_path):
    texts = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "plain", "＝1"]
    odd = with_texts(few, "gaps", "text", texts)
    files = odd.export(tmp_path / "excel", excel=True)
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in files)
    found = pd.read_csv(tmp_path / "excel" / "gaps.csv", encoding="utf-8-sig")["text"]
    assert list(found[:6]) == [text if text == "plain" else f"'{text}" for text in texts]
    places = pd.read_csv(tmp_path / "excel" / "cases.csv", encoding="utf-8-sig", na_values=["not_found"])
    assert (places["longitude"] < 0).any()  # a number stays a number
    odd.export(tmp_path / "plain")
    assert list(pd.read_csv(tmp_path / "plain" / "gaps.csv")["text"][:6]) == texts
    with pytest.raises(ValueError, match="csv"):
        odd.export(tmp_path / "no", "xlsx", excel=True)


@pytest.mark.parametrize(
    ("format", "mine"),
    [
        ("csv", "sources.csv"),
        ("datapackage", "datapackage.json"),
        ("bibtex", "pcc_sources.bib"),
        ("csl-json", "pcc_sources.json"),
        ("xlsx", "pcc_cases.xlsx"),
        ("parquet", "gaps.parquet"),
    ],
)
def test_a_file_of_somebody_else_is_never_replaced_unless_told(few, tmp_path, monkeypatch, format, mine):
    (tmp_path / mine).write_text("my own list\n")
    (tmp_path / "notes.txt").write_text("mine too")
    with monkeypatch.context() as patch:
        patch.setattr(pcc.Dataset, "tables", property(lambda _: pytest.fail("the work began before the refusal")))
        with pytest.raises(FileExistsError, match=re.escape(mine)):
            few.export(tmp_path, format)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([mine, "notes.txt"])
    assert (tmp_path / mine).read_text() == "my own list\n"
    assert tmp_path / mine in few.export(tmp_path, format, overwrite=True)
    assert (tmp_path / mine).read_bytes() != b"my own list\n" and (tmp_path / "notes.txt").read_text() == "mine too"


def test_our_own_export_is_replaced_until_somebody_changes_it(few, tmp_path):
    few.export(tmp_path)
    small = few.only(few.cases.index[:2])
    small.export(tmp_path)
    assert len(pd.read_csv(tmp_path / "cases.csv")) == len(small)
    small.export(tmp_path, "bibtex")
    with (tmp_path / "gaps.csv").open("a") as file:
        file.write("my note\n")
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(FileExistsError, match=r"gaps\.csv\. They"):
        few.export(tmp_path)
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_the_command_refuses_before_it_reads_records(tmp_path, capsys):
    (tmp_path / "cases.csv").write_text("mine")
    assert main(["export", str(tmp_path), "--extra", str(tmp_path / "nowhere")]) == 2
    assert "cases.csv" in capsys.readouterr().err
    assert main(["export", str(tmp_path), "--force", "--excel"]) == 0
    assert (tmp_path / "cases.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert main(["export", str(tmp_path / "cases.csv")]) == 2 and "no folder" in capsys.readouterr().err
