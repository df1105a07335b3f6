"""What stands beside a design: every number recomputed from the tables by plain pandas."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from html import unescape

import pandas as pd
import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.analysis.co_production import co_production, place_of
from pcc_data.analysis.gower import gower
from pcc_data.analysis.similar import FEATURES, LIST_TABLES, features
from pcc_data.designs import advice, examples_dir, read_folder
from pcc_data.pages.beside import beside, example_html

EXAMPLES = list(read_folder(examples_dir())[0].values())
PARTS = [
    pcc.Design(),
    pcc.Design(sector="care"),
    pcc.Design(roles={"ownership": "public", "delivery": "public"}, public_instruments=["planning_power"]),
    *EXAMPLES,
]


def board(*blocs: tuple[str, int, str], majority: str = "simple") -> pcc.Design:
    """A design with one board: side, seats and vote of each bloc."""
    rows = [
        {"name": f"{side} {at}", "side": side, "seats": seats, "vote": vote}
        for at, (side, seats, vote) in enumerate(blocs)
    ]
    return pcc.Design(boards=[{"blocs": rows, "majority": majority}])


@pytest.fixture(params=range(len(PARTS)), ids=lambda at: PARTS[at].title)
def design(request):
    return PARTS[request.param]


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def test_the_place_follows_the_rule_for_real_cases(data):
    table = co_production(data)
    for case in data.cases.index:
        assert place_of(pcc.Design.from_case(data, case).codes) == tuple(table.loc[case].astype(str))
    assert place_of(pcc.Design().codes) == ("not_found", "not_found")


def test_counts_in_the_grid_are_those_of_the_tables(data, design):
    cells = re.findall(r"<td[^>]*>(?:<b>[^<]*</b><br>)?(\d+) of (\d+)</td>", beside(data, design))
    table, sides = co_production(data), ("public", "shared", "community")
    expected = [
        ((table["plans"] == plans) & (table["delivers"] == delivers)).sum()
        for delivers in reversed(sides)
        for plans in sides
    ]
    assert [int(count) for count, _ in cells] == expected and {total for _, total in cells} == {str(len(data))}
    marked = beside(data, design).count("★ your design")
    assert marked == int(set(place_of(design.codes)) <= set(sides))


def test_the_nearest_cases_are_those_of_the_matrix(data, design):
    near = advice.nearest(data, design, 10)
    if not design.features():
        assert len(near) == 0
        return
    frame = features(data)
    row = {name: frozenset(value) if name in LIST_TABLES else value for name, value in design.features().items()}
    joined = frame.copy()
    for name in frame.columns:
        if name in LIST_TABLES:
            joined[name] = joined[name].astype(object)
    joined.loc["design"] = [row.get(name) for name in frame.columns]
    ranks = {
        name: list(frame[name].cat.categories)
        for name in frame.columns
        if isinstance(frame[name].dtype, pd.CategoricalDtype) and frame[name].cat.ordered
    }
    alone = gower(joined[list(row)], {name: levels for name, levels in ranks.items() if name in row})["design"].drop(
        "design"
    )
    assert list(near["distance"]) == pytest.approx(list(alone.sort_values().head(10)), abs=1e-9)
    for case in near.index:
        assert all(frame.at[case, name] == row[name] for name in near.at[case, "shared"])
        assert all(frame.at[case, name] != row[name] for name in near.at[case, "different"])


def test_weights_turn_the_order(data):
    design = EXAMPLES[0]
    only = {name: float(name == "decision_right") for name in FEATURES}
    found = advice.nearest(data, design, 5, only)
    same = data.cases["decision_right"] == design["decision_right"]
    assert same.sum() >= 2 and same[found.index[: same.sum()]].all()
    assert len(advice.nearest(data, design, 5, dict.fromkeys(FEATURES, 0.0))) == 0
    assert "similar cases appear here" in beside(data, design, dict.fromkeys(FEATURES, 0.0))


def test_what_similar_cases_used(data, design):
    company = list(advice.nearest(data, design, 5).index)
    table = advice.lacking(data, design, company)
    expected = Counter()
    for field, name in LIST_TABLES.items():
        rows = data.tables[name][data.tables[name]["case"].isin(company)]
        expected.update((field, str(code)) for code in rows["code"] if code not in design[field])
    assert dict(expected) == {(row.field, row.code): row.used for row in table.itertuples()}
    assert list(table["used"]) == sorted(table["used"], reverse=True)
    page = text_of(beside(data, design))
    for row in table.itertuples():
        assert row.of == len(company) == 5 and row.used == len(row.cases)
        assert f"{row.used} of {row.of} had: {pcc.codebook.label(row.field, row.code).lower()}" in page


def test_warnings_are_counted_from_the_status(data, design):
    order = list(advice.nearest(data, design, advice.SEARCHED).index)
    bad = [case for case in order if data.cases.at[case, "status"] in ("ended", "stalled", "weakened")]
    table = advice.troubled(data, order)
    assert list(table.index) == bad and list(table["rank"]) == [order.index(case) + 1 for case in bad]
    page = beside(data, design)
    if order:
        count = sum(case in bad for case in order[:5])
        none = "none of the 5 most similar ended, stalled or was weakened; the nearest that did: {}"
        told = f"{count} of the 5 most similar ended, stalled or were weakened" if count else none
        assert f"Warnings: {told.format(data.cases.at[bad[0], 'city'])}" in page
    for case in bad[:3]:
        assert escape(data.cases.at[case, "name"]) in page
        for words in data.challenges.loc[data.challenges["case"] == case, "text"]:
            assert escape(words) in page


@pytest.mark.parametrize("theme", ["inclusion", "political_change", "land_and_assets", "mobilisation"])
def test_what_is_told_beside_a_block_without_codes(data, design, theme):
    found = advice.heard(data, design, theme)
    assert list(found["table"]) == ["challenges", "lessons"] and found["case"].is_unique
    for row in found.itertuples():
        rows = data.tables[row.table]
        rows = rows[rows["theme"] == theme]
        assert row.text in set(rows["text"])
        if design["sector"] and row.table == "challenges":
            own = data.cases["sector"].reindex(rows["case"]).eq(design["sector"]).any()
            assert own == (data.cases.at[row.case, "sector"] == design["sector"])


def test_the_choice_that_makes_another_model_is_named(data):
    both = pcc.Design(roles={"ownership": "shared"})
    assert both.model.model == "parallel_provision"
    assert ("equity_stake", "joint_enterprise") in advice.one_choice_away(both)
    for code, model in advice.one_choice_away(both):
        more = pcc.Design(roles={"ownership": "shared"}, public_instruments=[code])
        assert more.model.model == model != both.model.model
    head = re.findall(r"<summary[^>]*>(Ownership model[^<]*)", beside(data, both))[0]
    assert head.endswith("(parallel provision). Missing for one body together: Shares in a common company")
    assert advice.one_choice_away(pcc.Design()) == []


def test_lessons_are_those_of_the_three_nearest(data, design):
    near = list(advice.nearest(data, design, 3).index)
    rows = data.lessons[data.lessons["case"].isin(near)]
    page = beside(data, design)
    assert len(advice.learned(data, near)) == len(rows)
    assert (f"Lessons to weigh: {len(rows)} from" in page) == bool(near)
    assert all(escape(words) in page for words in rows["text"])


@pytest.mark.parametrize(
    "field",
    ["scale", "community_base", "roles.initiative", "public_instruments", "community_contributions", "decision_right"],
)
def test_two_examples_one_does_the_same_and_one_something_else(data, design, field):
    found = advice.examples(data, design, field)
    assert len(found) == 2 and found.index.is_unique
    own = design.features().get(field)
    own = {own} if isinstance(own, str) else set(own or ())
    for case, row in found.iterrows():
        if field in LIST_TABLES:
            codes = {str(code) for code in data.tables[LIST_TABLES[field]].query("case == @case")["code"]}
        else:
            codes = {str(data.cases.at[case, field])}
        assert row["code"] in codes and row["same"] == bool(codes & own)
    assert list(found["same"]) == ([True, False] if own else [False, False])
    if not own and field not in LIST_TABLES:
        assert found["code"].nunique() == 2
    assert "Says who?" in example_html(data, design, field)


@pytest.mark.parametrize("at", range(len(EXAMPLES)))
def test_seats_on_the_boards_of_the_examples(data, at):
    found = advice.examples(data, EXAMPLES[at], "boards")
    for case, row in found.iterrows():
        first = data.boards[(data.boards["case"] == case) & (data.boards["board"] == 1)]
        held, total = first.loc[first["side"] == "community", "seats"].sum(), first["seats"].sum()
        share = "none" if not held else "more" if held > total / 2 else "half" if held == total / 2 else "fewer"
        assert row["code"] == share


@pytest.mark.parametrize("majority", ["simple", "absolute", "two_thirds", "consensus"])
def test_the_first_motion_by_going_through_all_votes(majority):
    for seats, votes in itertools.product(
        [(3, 2, 1), (2, 2, 2), (1, 5, 0), (4, 2, 3)],
        itertools.product(("for", "against", "abstain", "unknown"), repeat=3),
    ):
        found = advice.outlook(
            board(*zip(("public", "community", "workers"), seats, votes, strict=True), majority=majority)
        )
        results = set()
        for filled in itertools.product(("for", "against"), repeat=votes.count("unknown")):
            rest = iter(filled)
            cast = [next(rest) if vote == "unknown" else vote for vote in votes]
            yes, no = (sum(n for n, vote in zip(seats, cast, strict=True) if vote == way) for way in ("for", "against"))
            needed = {
                "simple": yes > no,
                "absolute": 2 * yes > sum(seats),
                "two_thirds": yes > 0 and 3 * yes >= 2 * (yes + no),
                "consensus": yes > 0 and no == 0,
            }
            results.add(needed[majority])
        assert found.passes == (results.pop() if len(results) == 1 else None)
        yes, no = (sum(n for n, vote in zip(seats, votes, strict=True) if vote == way) for way in ("for", "against"))
        assert f"{yes} for and {no} against, of {sum(seats)} seats" in found.text


def test_who_can_block_by_trying():
    found = advice.outlook(
        board(("public", 5, "for"), ("community", 4, "for"), ("workers", 1, "unknown"), majority="two_thirds")
    )
    assert found.blockers == ("public 0", "community 1")
    assert advice.outlook(pcc.Design()).room is None


def test_fields_in_common(data):
    designs = dict(zip("ABCD", EXAMPLES, strict=True))
    table = advice.in_common(designs)
    for field, row in table.iterrows():
        codes = [design.features()[field] for design in EXAMPLES if field in design.features()]
        assert (row["decided"], row["different"], row["count"]) == (
            len(codes),
            len(set(codes)),
            max(Counter(codes).values()),
        )
    for field in LIST_TABLES:
        used = advice.used_by(designs, field)
        assert {code: list(keys) for code, keys in used.items()} == {
            code: [key for key, design in designs.items() if code in design[field]]
            for code in {c for d in EXAMPLES for c in d[field]}
        }
        assert list(map(len, used)) == sorted(map(len, used), reverse=True)
    assert len(advice.in_common({})) == 0 and len(advice.used_by({}, "public_instruments")) == 0


def test_it_gives_counts_and_no_marks(data, design):
    page = text_of(beside(data, design)).lower()
    assert not re.search(r"\b(score|points|rank(ed|ing)|best|better|success)\b", page.split("similar real cases")[0])


def test_texts_of_a_design_are_escaped_beside_it(data):
    design = pcc.Design(name="<3 & 'us'", boards=[{"blocs": [{"name": "<3 & co", "side": "public", "seats": 2}]}])
    page = beside(data, design)
    assert "&lt;3 &amp; co" in page and "<3" not in page
