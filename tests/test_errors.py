"""What was probably meant: countries, words of the same sense, slips of the pen; and no guess where nothing is near."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pcc_data as pcc
from pcc_data.errors import WHOLE_LIST, listed, nearest, not_allowed, plain_words, synonyms
from pcc_data.records.shape import source_codebook
from tests.records.conftest import CASE

BOOK = source_codebook()
COUNTRIES = [country for region in BOOK.world_regions.values() for country in region.countries]

MEANT = {
    "UK": "GBR",
    "U.K.": "GBR",
    "GB": "GBR",
    "England": "GBR",
    "EL": "GRC",
    "gr": "GRC",
    "Ελλάδα": "GRC",
    "CH": "CHE",
    "AT": "AUT",
    "Österreich": "AUT",
    "KR": "KOR",
    "South Korea": "KOR",
    "south-korea": "KOR",
    "NO": "NOR",
    "NL": "NLD",
    "The Netherlands": "NLD",
    "Holland": "NLD",
    "NED": "NLD",
    "GER": "DEU",
    "deu": "DEU",
    "Deutschland": "DEU",
    "Alemania": "DEU",
    "Germny": "DEU",
    "Ivory Coast": "CIV",
    "Côte d’Ivoire": "CIV",
    "cote d'ivoire": "CIV",
    "Türkiye": "TUR",
    "TURKIYE": "TUR",
    "Turkey": "TUR",
    "Czechia": "CZE",
    "Czech Republic": "CZE",
    "Česko": "CZE",
    "日本": "JPN",
    "Россия": "RUS",
    "USA": "USA",
    "U.S.": "USA",
    "Samoa": "WSM",
    "Aotearoa": "NZL",
    "United Kingdm": "GBR",
}


@pytest.mark.parametrize("found", MEANT)
def test_countries_are_known_by_letters_and_names(found):
    assert nearest(found, COUNTRIES) == MEANT[found]


def test_every_country_is_known_by_its_two_letters_and_all_its_names():
    words = synonyms()["place.country_code"]
    assert set(words) == set(COUNTRIES) and len({names[0] for names in words.values()}) == len(COUNTRIES)
    for country, names in words.items():
        assert re.fullmatch("[A-Z]{2}", names[0]) and len(names) > 1
        assert {nearest(name, COUNTRIES) for name in names} == {country}


@pytest.mark.parametrize(
    "found", ["XX", "EU", "X", "QQQ", "GEM", "", " ", "?", "Atlantis", None, float("nan"), True, ["DEU"]]
)
def test_no_country_is_guessed_where_none_is_near(found):
    assert nearest(found, COUNTRIES) is None


@pytest.mark.parametrize(
    ("field", "found", "meant"),
    [
        ("status", "disputed", "contested"),
        ("status", "closed", "ended"),
        ("status", "Ended", "ended"),
        ("status", "on hold", "stalled"),
        ("public_partners.level", "municipality", "municipal"),
        ("community_partners.legal_form", "co-op", "cooperative"),
        ("community_partners.legal_form", "Coöperatie", "cooperative"),
        ("sector", "healthcare", "care"),
        ("sector", "Urban development", "urban_development"),
        ("roles.capital", "donor", "third_party"),
        ("votes.result", "approved", "passed"),
        ("surplus_use", "dividends", "members"),
        ("indicators.code", "dividends", "dividend_pct"),
        ("public_instruments", "lease", "lease_or_use_right"),
        ("status", "actve", "active"),
        ("status", "nice", None),
        ("sector", "blue", None),
        ("votes.blocs.vote", "far", "for"),
        ("start_precision", "my", None),
        ("outcomes.rating", "4", None),
        ("status", None, None),
    ],
)
def test_codes_are_known_by_sense_and_spelling(field, found, meant):
    assert nearest(found, BOOK.codes(field)) == meant


def test_synonyms_stand_for_codes_that_are_there_and_once_a_field():
    known = {**BOOK.code_lists, **{name: field.codes for name, field in BOOK.fields.items()}}
    known |= {"place.country_code": COUNTRIES, "yes_no": ("true", "false"), "currency": synonyms()["currency"]}
    for field, codes in synonyms().items():
        assert set(codes) <= set(known[field]), field
        words = [plain_words(word) for code, words in codes.items() for word in dict.fromkeys((code, *words))]
        assert all(words) and len({*words}) == len(
            {(word, code) for code in codes for word in map(plain_words, (code, *codes[code]))}
        ), field


def test_a_damaged_or_missing_file_of_synonyms_hides_no_error(tmp_path, monkeypatch):
    for number, text in enumerate((None, "a: [b", "- a\n- b\n", "a: b\n", "a: {b: 1}\n", "\x00")):
        folder = tmp_path / str(number)
        folder.mkdir()
        if text is not None:
            (folder / "synonyms.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setattr("pcc_data.paths.datasets_dir", lambda folder=folder: folder)
        assert synonyms.__wrapped__() in ({}, {"a": {"b": ("1",)}})


def test_a_list_is_told_whole_or_with_the_nearest_first():
    few, many = [f"word_{n}" for n in range(WHOLE_LIST)], [f"town-{n}" for n in range(200)]
    assert not_allowed("x", few, "word").endswith(f"Allowed: {', '.join(few)}.")
    told = not_allowed("town-177x", many, "case")
    assert (
        "Did you mean 'town-177'?" in told and "Allowed: town-177, " in told and "(nearest first; 200 in all)" in told
    )
    assert listed(many).startswith("town-0, town-1, ") and listed(many).endswith("… (200 in all)")


@pytest.mark.parametrize(
    ("found", "meant"), [("wolfhagen", CASE), ("energy-cooperative-wolfhagen", None), ("zzz", None), ("a", None)]
)
def test_a_case_is_known_by_a_part_that_only_it_has(data, found, meant):
    with pytest.raises(ValueError) as error:
        data.case(found)
    assert (f"Did you mean {meant!r}?" in str(error.value)) if meant else "Did you mean" not in str(error.value)


def test_filters_guess_the_country_in_the_data(data):
    with pytest.warns(UserWarning, match=r"Did you mean 'Germany'\?"):
        data.filter(country="Deutschland")
    with pytest.warns(UserWarning, match=r"Did you mean 'DEU'\?"):
        data.filter(country_code="DE")
    with pytest.raises(ValueError, match="Did you mean 'contested'"):
        data.filter(status="disputed")
    with pytest.raises(ValueError, match="Did you mean 'gaps'"):
        data.one("gap", CASE)


@pytest.mark.parametrize(
    "call",
    [
        lambda data: data.filter(city="Nowhere"),
        lambda data: data.filter(start_year=1066),
        lambda data: pcc.voting_power({f"bloc {n}": 1 for n in range(25)}),
    ],
)
def test_a_warning_names_the_line_of_who_called(data, call):
    with pytest.warns(UserWarning, match="No case|up to 20") as told:
        call(data)
    assert {Path(warning.filename).name for warning in told} == {Path(__file__).name}
