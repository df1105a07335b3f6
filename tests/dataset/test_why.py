"""Says who? Every value of a record answers, in full or by a short name; a gap shows what is known of it; a card holds
it all."""

from __future__ import annotations

import re
from html import unescape

import pytest

import pcc_data as pcc
from pcc_data.analysis.motions import recorded_votes, room_of_board
from pcc_data.dataset.fact_kinds import dated, overdue
from pcc_data.dataset.facts import in_order, meets
from tests.whole_record import CASE, dataset, whole

BARE = "bareville-hall"
ONCE = ("staff", "unpaid_work")
LISTS = (
    "boards",
    "votes",
    "promises",
    "indicators",
    "events",
    "lessons",
    "challenges",
    "triggers",
    "set_off",
    "spells",
    "sources",
    "gaps",
)
PARTNERS = ("public_partners", "community_partners", "other_partners")


@pytest.fixture(scope="module")
def made() -> pcc.Dataset:
    """The invented record that uses every field, and the one that leaves out all it may."""
    return dataset()


def words(value: str) -> str:
    """HTML as the words that people read."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", value)).split())


@pytest.mark.parametrize("name", [*LISTS, *PARTNERS])
def test_every_item_of_every_list_answers_with_its_own_sources(made, name):
    for number, item in enumerate(whole()[name], start=1):
        answer = made.why(CASE, f"{name}[{number}]")
        wanted = [item["id"]] if name == "sources" else item.get("sources")
        if wanted is not None:
            assert list(answer.sources["source"]) == wanted
        said = next(item[key] for key in ("name", "what", "label", "motion", "text", "title", "basis") if item.get(key))
        assert said in str(answer) and said in words(answer._repr_html_())
        title = whole()["name"]
        assert str(answer).startswith(f"{title}\n") and f"<p><bdi>{title}</bdi></p>" in answer._repr_html_()


@pytest.mark.parametrize("name", ["boards", "votes"])
def test_every_seat_and_vote_of_a_bloc_answers(made, name):
    for number, item in enumerate(whole()[name], start=1):
        for at, bloc in enumerate(item["blocs"], start=1):
            answer = made.why(CASE, f"{name}[{number}].blocs[{at}]")
            seats = "seats not known" if bloc["seats"] is None else f"{bloc['seats']} seat"
            assert (
                bloc["name"] in answer.value
                and seats in answer.value
                and list(answer.sources["source"]) == item["sources"]
            )
            assert "vote" not in bloc or bloc["vote"] in answer.value


@pytest.mark.parametrize(
    ("short", "field"),
    [
        ("durability", "outcomes.durability"),
        ("governance", "roles.governance"),
        ("ownership", "roles.ownership"),
        ("city", "place.city"),
        ("Public duty", "public_duty"),
        ("coding_basis.status", "status"),
        ("outcomes.durability.rating", "outcomes.durability"),
        ("members", "indicators[1]"),
        ("indicators.capacity_kw", "indicators[2]"),
        ("Fish counted", "indicators[3]"),
        ("2018", "events[4]"),
        ("events.2018", "events[4]"),
        ("in the time of the old mill", "events[1]"),
        ("Anywhere Turbines", "boards[1].blocs[3]"),
        ("anywhere turbines", "boards[1].blocs[3]"),
        ("Board of the river", "boards[1]"),
        ("Renew the lease", "votes[1]"),
        ("A fish ladder", "promises[2]"),
        ("Mill Foundation", "other_partners[2]"),
        ("contract_end", "triggers[1]"),
        ("precedent", "set_off[2]"),
        ("unpaid work", "unpaid_work"),
        ("staff", "staff"),
        ("s2", "sources[2]"),
        ("sources.s2", "sources[2]"),
    ],
)
def test_short_names_work_where_they_are_unique(made, short, field):
    assert made.why(CASE, short).field == field


def test_a_year_may_be_a_number(made):
    assert made.why(CASE, 2018).field == "events[4]"


@pytest.mark.parametrize(
    ("vague", "candidates"),
    [
        ("2001", ["events[2]", "events[3]"]),
        ("votes", ["votes[1]", "votes[2]", "votes[3]"]),
        ("River Society", ["boards[1].blocs[2]", "community_partners[1]"]),
        ("roles", ["roles.initiative", "roles.delivery"]),
        ("indicators", ["indicators[1]", "Members of the society"]),
    ],
)
def test_a_name_with_several_meanings_names_them_all(made, vague, candidates):
    with pytest.raises(ValueError) as error:
        made.why(CASE, vague)
    assert all(candidate in str(error.value) for candidate in candidates)


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [
        ("governence", "governance"),
        ("durabilty", "durability"),
        ("Anywhere Turbine s", "Anywhere Turbines".lower()),
        ("stafff", "staff"),
    ],
)
def test_an_unknown_name_gets_the_nearest(made, wrong, nearest):
    with pytest.raises(ValueError, match=f"Did you mean '{nearest}'"):
        made.why(CASE, wrong)


@pytest.mark.parametrize(
    "wrong", ["events[9]", "boards[3]", "boards[1].blocs[7]", "promises[1].dew", "s9", "xqzw", "0"]
)
def test_what_is_not_there_is_refused_in_a_sentence(made, wrong):
    with pytest.raises(ValueError, match="is nothing that the record of"):
        made.why(CASE, wrong)


@pytest.mark.parametrize(
    ("field", "gap"),
    [
        ("region", "In which region the weir lies"),
        ("boards[2]", "Who sat on the weir council"),
        ("boards[2].blocs[1].seats", "Who sat on the weir council"),
        ("votes[2].year", "The year of the founding vote"),
        ("access_and_affordability", "Prices were not found"),
    ],
)
def test_of_a_missing_value_the_gap_is_shown(made, field, gap):
    answer = made.why(CASE, field)
    assert gap in str(answer) and gap in words(answer.body())


def test_a_gap_shows_its_sources_and_belongs_to_its_own_item_only(made):
    assert "State archive" in str(made.why(CASE, "region")), "the source of the gap"
    assert "The year of the founding vote" not in str(made.why(CASE, "votes[1].year"))
    assert made.why(CASE, "boards[1]").gaps == ()
    missing = made.why(BARE, "decision_right")
    assert (
        missing.value == "not found" and "No gap of the record is marked" in missing.basis and len(missing.sources) == 0
    )


@pytest.mark.parametrize(
    ("about", "path", "same"),
    [
        ("votes[2].year", "votes[2].year", True),
        ("votes.year", "votes[2].year", True),
        ("votes[2]", "votes[2].year", True),
        ("votes[2].year", "votes[2]", True),
        ("votes[1]", "votes[2].year", False),
        ("roles.capital", "roles.delivery", False),
        ("place", "place.city", True),
        ("start_year", "start_precision", False),
    ],
)
def test_when_a_gap_is_about_a_value(about, path, same):
    assert meets(about, path) is same


@pytest.mark.parametrize(
    ("field", "year"),
    [
        ("status", 2024),
        ("governance", 2024),
        ("decision_right", 2024),
        ("boards[1]", 2019),
        ("promises[1]", 2023),
        ("indicators[1]", 2020),
        ("initiative", None),
        ("capital", None),
        ("before", None),
        ("sector", None),
        ("durability", None),
        ("start_year", None),
        ("boards[2]", None),
        ("lessons[1]", None),
    ],
)
def test_as_of_is_shown_only_where_it_is_the_values(made, field, year):
    answer = made.why(CASE, field)
    assert answer.year == year and ("as of 2024" in str(answer).splitlines()[1]) == (year == 2024)


def test_of_an_ended_case_the_last_terms_are_named_as_such(made):
    assert "the last terms in force" in str(made.why(BARE, "ownership_model")) and "as of 2024" in str(
        made.why(BARE, "status")
    )


@pytest.mark.parametrize(
    "field", ["start_year", "public_partners", "sector", "community_base", "place", "summary", "other_partners[1]"]
)
def test_a_value_without_a_reason_says_so_and_one_with_a_reason_gives_it(made, field):
    answer = made.why(CASE, field)
    given = whole()["coding_basis"].get({"other_partners[1]": "other_partners"}.get(field, field))
    assert given["basis"] in answer.basis if given else "gives no reason of its own" in answer.basis


def test_a_start_year_names_the_events_of_that_year_with_their_sources(made):
    answer = made.why(CASE, "start_year")
    assert "The society is founded" in answer.basis and list(answer.sources["source"]) == ["s1"]
    assert made.why(BARE, "start_year").value == "not found"


@pytest.mark.parametrize(
    ("field", "since", "before"),
    [("status", "since 2018", "Active 2001"), ("governance", "since 2019", "Community 2001")],
)
def test_spells_tell_since_when_a_code_holds(made, field, since, before):
    answer = made.why(CASE, field)
    assert since in str(answer) and since in words(answer.html()) and before in words(answer.html())
    assert since in repr(made.case(CASE)) and since in words(made.case(CASE).html())
    for spell in (spell for spell in whole()["spells"] if spell["field"] == answer.field):
        assert spell["basis"] in str(answer) and spell["basis"] in words(answer.body())


def test_a_source_tells_what_rests_on_it(made):
    basis = made.why(CASE, "s2").basis
    assert all(place in basis for place in ("votes[2]", "triggers[2]", "outcomes.democratic_control", "unpaid_work"))


@pytest.mark.parametrize(
    ("state", "due", "as_of", "known", "late"),
    [
        ("pending", 2022, 2023, 2024, True),
        ("pending", 2022, None, 2024, True),
        ("pending", 2022, 2022, 2024, False),
        ("pending", 2030, None, 2024, False),
        ("pending", None, 2023, 2024, False),
        ("kept", 2010, 2023, 2024, False),
        ("broken", 2010, 2023, 2024, False),
    ],
)
def test_overdue_is_counted_from_what_the_record_knows(state, due, as_of, known, late):
    assert overdue(state, due, as_of, known) is late


@pytest.mark.parametrize(
    ("parts", "said"),
    [((2012, 3, None), "March 2012"), ((2012, None, None), "2012"), ((None, None, "before the war"), "before the war")],
)
def test_dates_in_words(parts, said):
    assert dated(*parts) == said and dated(None) == "" and dated(2018, None, "in spring") == "2018 (in spring)"


SHOWN = (
    ("since about 2001", "Region", "Private", "End of a contract", "Indigenous people", "Customary body"),
    ("Bank of Anywhere", "lends the money", "Private firm", "Third party", "Own income"),
    (
        "12 seats",
        "split not known",
        "whether its decisions bind was not found",
        "two thirds",
        "as of 2019",
        "2 seats (Private firms)",
    ),
    (
        "May 2019",
        "seats: 12 for, 5 against, 1 voted neither way",
        "some time before the flood",
        "80 % for, 20 % against",
        "who voted how was not found",
    ),
    (
        "pending, overdue",
        "due June 2022",
        "promised 400 homes",
        "delivered 150 homes",
        "due 2030",
        "promised year 2019",
        "promised by: public",
    ),
    ("terms: better", "unions: oppose it", "Forty neighbours clear the rake", "Two towns downstream"),
    (
        "about 700 members, between 600 and 800",
        "said by the community",
        "at least 120 kW",
        "2035, planned",
        "said by the press",
    ),
    ("September 2001", "in the time of the old mill", "2018 (in spring)"),
    ("How many fish there were before is open", "about: Region"),
    ("Town archive, box 7", "Read on 2024-05-17", "an excerpt", "4 sources"),
)


@pytest.mark.parametrize("said", SHOWN, ids=lambda said: said[0])
def test_a_card_holds_all_that_is_recorded(made, said):
    plain = " ".join(repr(made.case(CASE)).split())
    rich = re.sub(r"\( ?| ?\)", "", words(made.case(CASE)._repr_html_()))
    for text in said:
        assert text in plain and re.sub(r"\( ?| ?\)", "", text) in rich, text


def test_a_bare_card_says_what_was_not_found(made):
    plain, rich = repr(made.case(BARE)), words(made.case(BARE)._repr_html_())
    for text in ("start not found–end not found", "Reason for the end", "not found", "before the war"):
        assert text in plain and text in rich
    assert not re.search(r"\bnan\b|<NA>|\bNone\b", plain)


@pytest.mark.parametrize("case", [CASE, BARE])
def test_nothing_missing_leaks_into_a_page(made, case):
    pages = (made.case(case)._repr_html_(), made.case(case).sheet())
    for page in pages:
        assert not re.search(r"<NA>|&lt;NA&gt;|\bnan\b|\bNone\b|\bNaT\b|href=\"\"", page)


def test_sources_without_an_address_are_told_apart_and_have_no_link(made):
    html = made.case(CASE).html()
    assert (
        "Talk with the keeper &amp; friends" in html
        and html.count('href="https://example.org/report"') > 1
        and 'href="nan"' not in html
    )
    notes = re.search(r'<ol class="notes">(.*?)</ol>', made.case(CASE).sheet(), re.S)[1]
    assert "Talk with the keeper &amp; friends" in notes and notes.count("<li>") == 2


def test_every_case_has_a_whole_card(data):
    for case in data.cases.index:
        plain = repr(data.case(case))
        texts = [
            *data.one("events", case)["label"],
            *data.one("gaps", case)["text"],
            *data.one("partners", case)["name"],
        ]
        texts += [
            *data.one("boards", case)["bloc"].dropna(),
            *data.one("votes", case)["motion"],
            *data.one("promises", case)["what"],
        ]
        texts += [
            *data.one("indicators", case)["label"],
            *data.one("set_off", case)["text"],
            *data.one("work", case)["text"],
        ]
        assert all(text in plain for text in texts), case
        assert f"{len(data.one('sources', case))} sources" in plain


def test_a_board_whose_seats_are_unknown_says_why_it_cannot_be_counted(made):
    with pytest.raises(
        ValueError, match="Weir council cannot be counted: the record does not tell how many of its 12 seats"
    ):
        room_of_board(made, CASE, 2)
    assert room_of_board(made, CASE, 1).total == 9
    explorer = pcc.explore.board(made)
    explorer.controls["start"].value = f"board|{CASE}|2"
    assert "cannot be counted" in explorer.picture.html and "Something went wrong" not in explorer.picture.html


def test_a_vote_is_replayed_with_its_month(made):
    assert [one.when for one in recorded_votes(made)] == ["May 2019"]


def test_events_without_a_year_keep_the_place_that_the_record_gives_them(made):
    assert list(in_order(made.one("events", CASE))["label"]) == [event["label"] for event in whole()["events"]]
    assert in_order(made.one("events", BARE))["at"].isna().all()
    chart = pcc.charts.timeline(made, CASE)
    assert "In the time of the old mill" in chart.svg and "September" in chart.svg and len(chart.table) == 4
    assert "without a year" in pcc.charts.timeline(made, BARE).title
    assert "between 600 and 800" in pcc.charts.key_figures(made, CASE).text


def test_a_date_that_was_promised_is_no_amount(made):
    from pcc_data.analysis.promise_rows import promise_rows
    from pcc_data.dataset.promise_words import amounts

    rows = promise_rows(made)
    assert rows.loc[rows["unit"] == "year", "share"].isna().all()
    assert [amounts(row) for row in rows[rows["unit"] == "year"].itertuples()] == ["year: promised 2019, came 2021"]


def test_unknown_seats_are_never_counted_as_none(made):
    from pcc_data.analysis.shares_and_seats import shares_and_seats
    from pcc_data.quiz.answers import MEASURES

    seats = MEASURES["seats"]
    assert seats(made, CASE, "community").value == 3
    with pytest.raises(ValueError, match="are not known"):
        seats(made, CASE, "community", 2)
    assert round(shares_and_seats(made).at[CASE, "seats"], 1) == 33.3


CHARTS = (
    "map_of_cases",
    "life_lines",
    "promises",
    "owned_and_seated",
    "role_matrix",
    "coverage",
    "city_roles",
    "topics",
)


@pytest.mark.parametrize("name", CHARTS)
def test_pictures_of_records_that_use_every_field(made, name):
    for part in (made, made.only([CASE]), made.only([BARE])):
        chart = getattr(pcc.charts, name)(part)
        assert chart.svg.startswith("<svg") and not re.search(r"<NA>|\bnan\b", chart.title + chart.text)


@pytest.mark.parametrize(
    "name",
    ["cases", "side_by_side", "what_next", "courses", "compare", "setbacks", "ask_a_case", "everyday", "who_decides"],
)
def test_explorers_of_records_that_use_every_field(made, name):
    explorer = getattr(pcc.explore, name)(made)
    for control in explorer.controls.values():
        for option in getattr(control, "options", ()):
            control.value = option[1] if isinstance(option, tuple) else option
            page = explorer.picture.html
            assert 'class="pcc-error"' not in page and not re.search(r"&lt;NA&gt;|<NA>|>nan<", page), (name, option)
