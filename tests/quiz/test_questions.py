"""Questions whose answers are computed: each one recomputed by plain means, and faults told with the word that is
wrong."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from pcc_data.paths import datasets_dir
from pcc_data.quiz.questions import ballot_of, question, questions
from pcc_data.say import figure_text

VOTE = ["minority_vote", "co_decides", "decides"]


def percent(part, whole) -> float:
    return 100 * part / whole


def most(series: pd.Series) -> set[str]:
    """All values that come up most often in a series of pairs of case and code."""
    counts = series.astype(str).value_counts()
    return set(counts.index[counts == counts.max()])


def once(table: pd.DataFrame, column: str) -> pd.Series:
    return table.drop_duplicates(["case", column])[column]


def majority(data) -> tuple[int, int]:
    binding = [
        (case, board) for (case, _), board in data.boards.groupby(["case", "board"]) if bool(board["binding"].iloc[0])
    ]
    over = {
        case
        for case, board in binding
        if sum(int(row.seats) for row in board.itertuples() if row.side == "community" and pd.notna(row.seats)) * 2
        > (board["seats_total"].iloc[0] if pd.notna(board["seats_total"].iloc[0]) else 10**9)
    }
    return len(over), len({case for case, _ in binding})


PLAIN = {
    "binding-vote": lambda data: percent(data.cases["decision_right"].isin(VOTE).sum(), len(data)),
    "binding-vote-ten": lambda data: sum(
        data.cases["decision_right"].isin(VOTE) & (data.cases["collection"] == "report")
    ),
    "public-before": lambda data: int((data.cases["before"] == "public").sum()),
    "most-endings": lambda data: most(data.cases.loc[data.cases["status"] == "ended", "sector"]),
    "hectares-delivered": (
        lambda data: data.promises.loc[
            (data.promises["case"] == "puerto-piray-pip-land-cooperative")
            & data.promises["what"].str.contains("law of 2013"),
            "delivered",
        ].item()
    ),
    "still-active": lambda data: percent((data.cases["status"] == "active").sum(), len(data)),
    "most-frequent-model": lambda data: most(data.cases["ownership_model"]),
    "community-majority": lambda data: majority(data)[0],
    "troubled-sectors": (
        lambda data: data.cases.loc[data.cases["status"] != "active", "sector"].astype(str).value_counts().to_dict()
    ),
    "ratings-not-found": lambda data: percent(data.outcomes["rating"].isna().sum(), len(data.outcomes)),
    "least-known-outcome": lambda data: most(data.outcomes.loc[data.outcomes["rating"].isna(), "domain"]),
    "ten-still-active": lambda data: sum((data.cases["status"] == "active") & (data.cases["collection"] == "report")),
    "durability-in-care": (
        lambda data: data.outcomes.loc[
            (data.outcomes["domain"] == "durability") & data.outcomes["case"].map(data.cases["sector"]).eq("care"),
            "rating",
        ].median()
    ),
    "most-used-instrument": lambda data: most(once(data.instruments, "code")),
    "most-frequent-challenge": lambda data: most(once(data.challenges, "theme")),
    "begun-since-2010": lambda data: percent((data.cases["start_year"] >= 2010).sum(), len(data)),
    "sources-in-english": lambda data: percent((data.sources["language"] == "en").sum(), len(data.sources)),
}


@pytest.fixture(scope="module")
def asked(data):
    return {one.id: one for one in questions("questions", data)}


def test_there_are_at_least_ten_of_all_kinds(asked):
    assert len(asked) >= 10 and {one.kind for one in asked.values()} == {"number", "choice", "order"}
    assert set(asked) == set(PLAIN)


@pytest.mark.parametrize("key", PLAIN)
def test_answer_equals_the_plain_one(data, asked, key):
    one, plain = asked[key], PLAIN[key](data)
    if one.kind == "number":
        assert one.answer.value == pytest.approx(float(plain)) and one.judge(plain)
        assert not one.judge(float(plain) + one.tolerance + one.range[2])
    elif one.kind == "choice":
        assert set(one.right) == plain
        assert [one.judge(value) for value in one.labels] == [value in plain for value in one.labels]
    else:
        counts = [plain.get(value, 0) for value in one.right]
        assert counts == sorted(counts, reverse=True) and one.judge(one.right)
        assert not one.judge(one.right[::-1])


@pytest.mark.parametrize("key", PLAIN)
def test_texts_are_filled_and_the_count_is_in_them(asked, key):
    one = asked[key]
    assert not re.search(r"[{}]", one.ask + one.hint + one.explain)
    if one.answer.percent:
        assert f"{figure_text(one.answer.numerator)} of {figure_text(one.answer.denominator)}" in one.explain


def test_tied_options_count_alike(asked):
    one = asked["troubled-sectors"]
    counts = one.answer.counts
    tied = [(a, b) for a, b in zip(one.right, one.right[1:], strict=False) if counts[a] == counts[b]]
    assert tied
    turned = list(one.right)
    at, to = (turned.index(value) for value in tied[0])
    turned[at], turned[to] = turned[to], turned[at]
    assert one.judge(turned) and one.in_place(turned) == len(one.right)
    assert one.in_place(one.right[::-1]) < len(one.right)


def test_a_number_is_right_near_or_wrong(asked):
    one = next(one for one in asked.values() if one.kind == "number" and one.tolerance >= one.range[2])
    value, step = one.answer.value, one.range[2]
    assert one.judged(value) == "right" and one.judged(value + step) == "near"
    assert one.judged(value + one.tolerance + step) == "wrong"


def test_a_choice_is_right_or_wrong(asked):
    one = next(one for one in asked.values() if one.kind == "choice")
    assert {value: one.judged(value) for value in one.labels} == {
        value: "right" if value in one.right else "wrong" for value in one.labels
    }


def test_every_question_file_is_answered_by_the_data(data):
    for file in sorted((datasets_dir() / "teaching").glob("self_check_*.yaml")):
        found = questions(file.stem, data)
        assert len(found) in (3, 4), file.stem
        for one in found:
            assert not re.search(r"[{}]", one.ask + one.hint + one.explain) and one.explain != one.hint


@pytest.mark.parametrize("key", PLAIN)
def test_a_show_of_hands_has_the_answer_among_its_options(asked, key):
    one, ballot = asked[key], ballot_of(asked[key])
    labels = list(ballot.options.values())
    assert ballot.right and set(ballot.right) <= set(labels) and len(set(labels)) == len(labels)
    if one.kind == "number":
        ends = [
            [float(part.replace(",", "")) for part in re.findall(r"[\d.,]+", label.removesuffix(one.unit))]
            for label in labels
        ]
        value = round(one.answer.value / one.range[2]) * one.range[2]
        held = [label for label, (low, *high) in zip(labels, ends, strict=True) if low <= value <= (high or [low])[0]]
        assert held == list(ballot.right)
        assert ends[0][0] == one.range[0] and ends[-1][-1] == one.range[1]
    elif one.kind == "choice":
        assert set(ballot.right) == {one.labels[value] for value in one.right}
    else:
        assert "Which comes first?" in ballot.ask and one.labels[one.right[0]] in ballot.right


ENTRY = {
    "id": "x",
    "ask": "How many?",
    "kind": "number",
    "answer": {"count": {"where": {"status": "ended"}}},
    "hint": "Look.",
    "explain": "{number} of {denominator}.",
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"knd": "number"}, "kind"),
        ({"hint": ""}, "'hint' is missing"),
        ({"kind": "numbr"}, "number"),
        ({"answer": {"cont": {}}}, "count"),
        ({"answer": {"count": {"where": {"status": "endd"}}}}, "ended"),
        ({"explain": "{numbre}"}, "number"),
        ({"kind": "choice"}, "'options' is missing"),
        ({"kind": "choice", "options": ["A", "B"]}, "not among the options"),
        ({"range": [5, 1, 1]}, "lowest, highest, step"),
        ({"range": [0, 2, 1]}, "outside the range"),
        ({"says_who": {"case": "x"}}, "says_who"),
    ],
)
def test_faults_name_the_word_that_is_wrong(data, change, said):
    with pytest.raises(ValueError, match=said):
        question({**ENTRY, **change}, data)


def test_unknown_file_and_id_name_the_nearest(data):
    with pytest.raises(ValueError, match="binding-vote"):
        questions("questions", data, ["binding-vot"])
    with pytest.raises(ValueError, match="questions"):
        questions("question", data)
