"""Roles and instruments to choose, the cases that show them together, and a case with its sources."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.analysis.city_roles import roles
from tests.charts.test_city import plain


@pytest.fixture
def city(data):
    return pcc.explore.city_roles(data)


def shown(explorer) -> str:
    html = explorer.picture.html
    assert html and "pcc-error" not in html
    return html


def test_opening_shows_all_roles(data, city):
    assert pcc.charts.city_roles(data).title in shown(city)
    for role in roles().values():
        assert escape(role.means) in city.picture.html and escape(role.ask) in city.picture.html


def test_chosen_roles_list_their_cases_by_status(data, city):
    city.set(**{"roles:land": True, "roles:finance": True})
    held = plain(data, "roles")
    both = held["land"] & held["finance"]
    assert f"Which {len(both)} of {len(data)} cases are these?" in shown(city)
    part = city.picture.html.split("are these?")[1].split("</details>")[0]
    for case in data.cases.index:
        assert (escape(data.cases.at[case, "name"]) in part) == (case in both)
    for code in pcc.codebook.codes("status"):
        count = sum(data.cases.at[case, "status"] == code for case in both)
        assert f"<b>{pcc.codebook.label('status', code)}</b> ({count}):" in part


def test_sector_and_combinations_narrow_the_same_cases(data, city):
    city.set(**{"roles:commissioning": True}, sector="energy", view="combinations")
    energy = set(data.cases.index[data.cases["sector"] == "energy"])
    count = len(plain(data, "roles")["commissioning"] & energy)
    assert set(re.findall(r'data-pick="([^"]+)"', shown(city))) == plain(data, "roles")["commissioning"] & energy
    assert f"Which {count} of {len(energy)} cases" in city.picture.html


def test_changing_the_level_releases_the_buttons_and_hides_them(city, data):
    city.controls["roles:land"].value = True
    assert city.controls["roles:land"].icon == "check"
    city.controls["level"].value = "instruments"
    assert not city.controls["roles:land"].value and city.controls["roles:land"].layout.display == "none"
    assert city.controls["instruments:equity_stake"].layout.display is None
    city.controls["instruments:equity_stake"].value = True
    stakes = (data.instruments["code"] == "equity_stake").sum()
    assert f"Equity stake: {stakes} of {len(data)}" in shown(city)
    city.start_again()
    assert city.controls["level"].value == "roles" and not city.controls["instruments:equity_stake"].value
    assert city.controls["roles:land"].layout.display is None


def test_nothing_matches_says_what_to_widen(city):
    city.set(**{"roles:shareholding": True}, sector="water", view="combinations")
    assert "No case matches" in shown(city) and "Release a button" in city.picture.html


def test_a_click_opens_the_case_with_what_the_public_side_brings(data, city):
    city.picture.picked = "wolfhagen-energy-cooperative"
    city.picture.picks += 1
    html = shown(city)
    assert city.picture.chosen == "wolfhagen-energy-cooperative" == city.controls["case"].value
    brings = html.split("What the public side brings")[1].split("</ul>")[0]
    for code in data.one("instruments", "wolfhagen-energy-cooperative")["code"]:
        assert pcc.codebook.label("public_instruments", code) in brings
    assert "Finance" not in brings
    assert data.why("wolfhagen-energy-cooperative", "status").basis in unescape(html)
    for url in data.one("sources", "wolfhagen-energy-cooperative")["url"]:
        assert escape(url) in html


def test_every_button_in_every_sector_and_view(data, city):
    for level in ("roles", "instruments"):
        city.set(level=level)
        for key in [key for key in city.controls if key.startswith(f"{level}:")][::3]:
            city.set(**{key: True})
            for view in ("status", "combinations"):
                for _, sector in city.controls["sector"].options:
                    city.set(view=view, sector=sector)
                    shown(city)
            city.set(**{key: False})


def test_opens_without_a_kernel_and_on_the_other_view(data):
    explorer = pcc.explore.city_roles(data, view="combinations")
    assert pcc.charts.instrument_combinations(data, "roles").title in explorer.static()
    with pytest.raises(ValueError, match="combinations"):
        pcc.explore.city_roles(data, view="combination")
