"""Ids and file names made from names: readable in many scripts, fit for a record everywhere, and each its own."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pcc_data.designs import Design
from pcc_data.files.slug import LONGEST, slug
from pcc_data.records.leaves import SLUG
from pcc_data.records.reading import plain, read

NAMES = {
    "Łódź": "lodz",
    "Ørsted": "orsted",
    "Ærø": "aero",
    "Đurđevac": "durdevac",
    "Þingeyri": "thingeyri",
    "İzmir": "izmir",
    "Gießen": "giessen",
    "Ħamrun": "hamrun",
    "Hawaiʻi": "hawaii",
    "Ɔkwan": "okwan",
    "Αθήνα": "athina",
    "Κέρκυρα": "kerkyra",
    "Ουρανούπολη": "ouranoupoli",
    "Київ": "kyiv",
    "Чернігів": "chernihiv",
    "Москва": "moskva",
    "Београд": "beograd",
    "القاهرة": "alqahra",
    "تهران": "thran",
    "תל אביב": "tl-abyb",
    "서울": "seoul",
    "さいたま": "saitama",
    "٣ مدارس": "3-mdars",
    "Roofs & <3 sun": "roofs-3-sun",
}
LOST = [
    "東京",
    "大阪",
    "北京市",
    "मुंबई",
    "ไทย",
    "თბილისი",
    "Երևան",
    "🏠",
    "🚲",
    "con",
    "NUL",
    "lpt1",
    "東京 sun",
    "大阪 sun",
    "x" * 101,
]
LOST += ["x" * 100 + "y", "long " * 40 + "one", "long " * 40 + "two"]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_readable_in_many_scripts(name):
    assert slug(name) == slug(unicodedata.normalize("NFD", name)) == slug(name.upper().lower()) == NAMES[name]


def test_names_whose_letters_are_lost_stay_apart_and_stay_the_same():
    made = [slug(name) for name in LOST]
    assert len(set(made)) == len(LOST) and made == [slug(name) for name in LOST]
    assert all(re.search("(^|-)x[0-9a-f]{6}$", word) for word in made)
    assert slug("東京 sun").startswith("sun-") and slug("x" * 101).startswith("x" * 92 + "-x")


@pytest.mark.parametrize("name", ["", "!!!", " ", "—", "\u200b"])
def test_what_is_no_name_gives_no_id(name):
    assert slug(name) == ""


@given(st.text(max_size=200))
@example("0E:0")
def test_whatever_the_name_the_id_is_one(name):
    word = slug(name)
    assert word == "" or (SLUG.fullmatch(word) and len(word) <= LONGEST)
    assert slug(word) == word
    if re.search("[a-z]", word):
        root, faults = read(f"id: {word}\n", "a.yaml")
        assert (not faults and plain(root) == {"id": word}) or re.fullmatch(
            "0[ox][0-9a-f]+|[0-9]+e-?[0-9]+|true|false|null", word
        )


def test_designs_of_different_names_lie_in_files_of_their_own(tmp_path):
    names = [
        "東京",
        "大阪",
        "القاهرة",
        "الإسكندرية",
        "Київ",
        "Łódź",
        "Ódź",
        "🏠",
        "🚲",
        "Our town " * 10 + "one",
        "Our town " * 10 + "two",
    ]
    for name in names:
        Design(name=name).save(tmp_path)
        with pytest.raises(FileExistsError):
            Design(name=unicodedata.normalize("NFD", name)).save(tmp_path)
    assert {Design.load(file)["name"] for file in tmp_path.iterdir()} == set(names)
    assert all(re.fullmatch(r"[a-z0-9-]{1,60}\.yaml", file.name) for file in tmp_path.iterdir())
