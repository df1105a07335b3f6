"""The explorers of the Theory notebooks, driven without a browser through all their values."""

from __future__ import annotations

import re
from html import unescape
from itertools import product

import nbformat
import pytest
from markupsafe import escape

from pcc_data import charts, explore
from pcc_data.analysis.model_rule import rule_against_coding
from pcc_data.analysis.motions import MAJORITIES
from pcc_data.analysis.shares_and_seats import shares_and_seats
from pcc_data.codes import load_codebook, said
from pcc_data.explore._is_it_one import is_one
from pcc_data.pages.card import Card
from pcc_data.paths import datasets_dir
from pcc_data.quiz.questions import questions
from pcc_data.say import has
from pcc_data.teaching import teaching

CADIZ = "cadiz-energy-boards"


def fine(explorer) -> str:
    page = explorer.picture.html
    assert "pcc-error" not in page and len(page) > 150, page[:300]
    return page


def press(explorer, pick: str) -> None:
    explorer.picture.picked = pick
    explorer.picture.picks += 1


def button(explorer, text: str):
    return next(child for child in explorer.children[1].children if getattr(child, "description", "") == text)


# --- Is it one?


def test_thirteen_stories_of_all_kinds_and_real_ones_are_cases(data):
    content = teaching("vignettes")
    stories = content["vignettes"]
    assert len(stories) == len({story["id"] for story in stories}) == 13
    for story in stories:
        assert story["case"] in data.cases.index if is_one(story) else story["lacks"] in content["tests"]
        assert story.get("decides", story.get("lacks")) in content["tests"] and story["why"] and story["kind"]
    assert 4 <= sum(map(is_one, stories)) <= 8
    assert {story["lacks"] for story in stories if not is_one(story)} >= {
        "public_partner",
        "organised_community",
        "joint",
        "duty_stays",
    }


def test_every_answer_to_every_story_gets_its_feedback(data):
    explorer = explore.is_it_one(data)
    for story in teaching("vignettes")["vignettes"]:
        explorer.controls["story"].value = story["id"]
        assert explorer.controls["answer"].value == "" and "What decides" not in fine(explorer)
        for answer in ("yes", "no"):
            explorer.controls["answer"].value = answer
            page = fine(explorer)
            assert "What decides" in page and ("We think so too" in page) == ((answer == "yes") == is_one(story))
            assert ("This story is real" in page) == is_one(story)
    assert "Five of the stories are real collaborations. The other eight are made up." in fine(explorer)


def test_answers_are_kept_and_start_again_forgets_them(data):
    explorer = explore.is_it_one(data)
    opening = explorer.picture.html
    explorer.controls["answer"].value = "no"
    button(explorer, "Next story").click()
    assert explorer.controls["answer"].value == "" and "One of 13 sorted; one as we did." in fine(explorer)
    explorer.controls["story"].value = "meters"
    assert explorer.controls["answer"].value == "no"
    explorer.start_again()
    assert explorer.picture.html == opening


def test_a_made_up_story_names_the_works_behind_it(data):
    explorer, works = explore.is_it_one(data), teaching("references")["works"]
    behind = {story["id"]: story["works"] for story in teaching("vignettes")["vignettes"] if "works" in story}
    assert behind == {"committee": ["gomez2022", "lopez2013"]}
    explorer.set(story="committee")
    assert works["gomez2022"]["url"] not in fine(explorer)
    explorer.controls["answer"].value = "no"
    assert all(escape(works[key]["url"]) in fine(explorer) for key in behind["committee"])


# --- Place it


def test_the_coded_place_is_hidden_until_it_is_asked_for(data):
    explorer = explore.place_it(data, CADIZ)
    assert "Coded place" not in fine(explorer) and fine(explorer).count("<b>") >= 5
    press(explorer, "public|public")
    assert explorer.controls["plans"].value == explorer.controls["delivers"].value == "public"
    assert "You placed it" in fine(explorer)
    explorer.controls["shown"].value = True
    assert "You placed it where we did" in fine(explorer) and "Your place = Coded place" in explorer.picture.html
    explorer.controls["plans"].value = "community"
    assert "You agree with the coding on delivery" in fine(explorer)
    explorer.controls["case"].value = "wolfhagen-energy-cooperative"
    assert not explorer.controls["shown"].value and explorer.controls["plans"].value == ""


def test_every_case_has_a_dossier_and_a_place(data):
    explorer = explore.place_it(data)
    for case in data.cases.index[::4]:
        explorer.set(case=case)
        assert fine(explorer).count("<li>") >= 5
        explorer.controls["shown"].value = True
        assert "You had not placed it yet" in fine(explorer) and f'data-pick="{case}"' in explorer.picture.html


# --- Build one


def test_changing_the_owner_changes_the_model(data):
    explorer = explore.build_one(data)
    assert "This makes: Civic use of a public asset" in fine(explorer)
    explorer.controls["roles.ownership"].value = "community"
    assert "This makes: Community-owned, publicly backed" in fine(explorer)


def test_all_values_of_all_controls_make_something(data):
    explorer = explore.build_one(data)
    for name, control in explorer.controls.items():
        if name == "base":
            continue
        values = [value for _, value in control.options] if hasattr(control, "options") else [True, False]
        for value in values:
            control.value = value
            assert "Why:" in fine(explorer) and "Real cases nearest" in fine(explorer)
        explorer.start_again()


def test_starting_from_a_case_shows_where_rule_and_coding_differ(data):
    table = rule_against_coding(data)
    explorer = explore.build_one(data)
    for case in (*table.index[table["agree"]][:3], *table.index[~table["agree"]]):
        explorer.controls["base"].value = case
        rule = load_codebook().label("ownership_model", table.at[case, "by_rule"])
        assert f"This makes: {rule}" in fine(explorer).replace("&#x27;", "'")
        assert ("coded otherwise" in explorer.picture.html) != table.at[case, "agree"]
        near = explorer.picture.html.split("Real cases nearest to it")[1]
        assert near.count("Look at this case") == 3 and Card(data, case).title() not in near


def test_the_exceptions_are_all_shown_with_their_reason(data):
    table = rule_against_coding(data)
    page = explore.rule_exceptions(data).html
    apart = table[~table["agree"]]
    assert f"{int(table['agree'].sum())} of {len(table)} cases" in page
    assert page.count("Coded:") == len(apart) and page.count("Says who?") == len(apart)
    assert all(escape(said(code.definition)) in page for code in load_codebook().codes("ownership_model").values())


def test_the_coded_place_of_the_next_case_is_not_given_away(data):
    explorer, pages = explore.place_it(data), []
    explorer.set(plans="public", delivers="community", shown=True)
    explorer.picture.observe(lambda change: pages.append(change["new"]), "html")
    choice = explorer.controls["case"]
    choice.value = choice.options[1][1]
    assert len(pages) == 1 and "Coded place:" not in pages[0] and "Who plans it?" in pages[0]


# --- The board


def test_a_board_without_shares_says_in_words_who_owns(data):
    html = unescape(fine(explore.board(data, CADIZ, vote=3)))
    assert "Drawn are seats, not shares." in html and data.why(CADIZ, "roles.ownership").basis in html
    assert "Endesa 33.5 and Unicaja 11.2" in html
    assert "no share stands beside a bloc" in html
    assert "Share owned" not in " ".join(re.findall("<text[^>]*>([^<]*)", html)), "a column that holds nothing"
    assert "Drawn are seats" not in fine(explore.board(data, "wolfhagen-energy-cooperative"))


def test_every_board_and_every_replay_opens_under_every_rule(data):
    explorer = explore.board(data)
    for _, start in explorer.controls["start"].options:
        explorer.controls["start"].value = start
        page = fine(explorer)
        assert (
            "Can block any motion alone" in page
            and "Minimal winning coalitions" in page
            and ("Says who?" in page or start == "own")
        )
    explorer.controls["start"].value = explorer.controls["start"].options[0][1]
    for rule in MAJORITIES:
        explorer.controls["rule"].value = rule
        for _, veto in explorer.controls["veto"].options:
            explorer.controls["veto"].value = veto
            fine(explorer)


def test_a_switch_of_the_board_draws_once_and_never_an_error(data, caplog):
    explorer, pages = explore.board(data), []
    explorer.picture.observe(lambda change: pages.append(change["new"]), "html")
    start, own = explorer.controls["start"], explorer.controls["own"]
    switches = [key for _, key in start.options if key != start.value]
    for key in [*switches, switches[0], "own"]:
        before = len(pages)
        start.value = key
        assert len(pages) == before + 1, key
    for text in ("Town 5, Residents 3", "Council 2, Users 2, Staff 1", "Residents 9 (80%), Town 1"):
        before = len(pages)
        own.value = text
        assert len(pages) == before + 1 and text.split()[0] in pages[-1]
    explorer.start_again()
    assert not [page for page in pages if "pcc-error" in page] and not caplog.records


def test_both_votes_of_cadiz_are_replayed_with_sources_and_what_changed(data):
    march, june = (explore.board(data, CADIZ, vote=vote) for vote in (3, 4))
    assert "The motion fails" in fine(march) and "rejected. The replay comes to the same." in fine(march)
    assert "The motion passes" in fine(june) and "passed. The replay comes to the same." in fine(june)
    assert "transparencia.cadiz.es" in march.picture.html and "eldiario.es" in june.picture.html
    assert "Partido Popular: against → for" in june.picture.html and "Unicaja: for → not found" in june.picture.html
    assert "What changed" not in march.picture.html


def test_a_press_turns_a_vote_and_as_recorded_turns_it_back(data):
    explorer = explore.board(data, CADIZ, vote=3)
    opening = fine(explorer)
    press(explorer, "4")
    assert "The motion passes with 4 to 3" in fine(explorer), "by simple majority an abstention is enough"
    press(explorer, "4")
    assert "The motion passes with 6 to 3" in fine(explorer) and "You changed votes" in explorer.picture.html
    button(explorer, "As recorded").click()
    assert explorer.picture.html == opening
    button(explorer, "All against").click()
    assert "0 to 9" in fine(explorer)
    button(explorer, "All for").click()
    assert "9 to 0" in fine(explorer)


def test_no_side_has_a_line_where_it_did_not_vote_as_one(data):
    march, june = (explore.board(data, CADIZ, vote=vote) for vote in (3, 4))
    assert "No line by side here: the public side and private firms did not vote as one." in fine(march)
    assert "By side" not in march.picture.html and "By side" in fine(june)
    press(june, "3")
    assert "No line by side here: the public side did not vote as one." in fine(june)
    wolfhagen = fine(explore.board(data, "wolfhagen-energy-cooperative"))
    assert "could turn the result in 0 of 2 ways" in wolfhagen and "What counting leaves out" in wolfhagen


def test_an_own_board_and_one_that_cannot_be_read(data):
    explorer = explore.board(data, seats="Town 5, Residents 3, Staff 1")
    assert "Residents and Staff have seats but never the deciding vote" in fine(explorer)
    explorer.controls["own"].value = "Town 4 (60%), <b>Residents</b> 3, Staff 2"
    assert "&lt;b&gt;" in fine(explorer) and "<b>Residents" not in explorer.picture.html
    explorer.controls["own"].value = "Town"
    assert "Could not read" in explorer.picture.html
    explorer.controls["own"].value = "Town 1, Residents 2"
    fine(explorer)


def test_an_unknown_vote_is_refused_in_words(data):
    with pytest.raises(ValueError, match="board or vote on record"):
        explore.board(data, CADIZ, vote=99)
    with pytest.raises(ValueError, match="case"):
        explore.board(data, "nowhere")


# --- All cases in tables of dots


@pytest.mark.parametrize("open_it", [explore.who_decides, explore.co_production], ids=["who_decides", "co_production"])
def test_all_views_sectors_and_groups(data, open_it):
    explorer = open_it(data)
    choices = {name: control for name, control in explorer.controls.items() if name != "case"}
    for values in product(*([value for _, value in control.options] for control in choices.values())):
        explorer.set(**dict(zip(choices, values, strict=True)))
        if "pcc-empty" in explorer.picture.html:  # few of a sector are of one scale
            assert explorer.controls["scale"].value and "all sectors" in explorer.picture.html
        else:
            fine(explorer)


def test_a_click_opens_the_case_below(data):
    explorer = explore.co_production(data)
    press(explorer, CADIZ)
    assert "You chose:" in fine(explorer) and explorer.picture.chosen == CADIZ
    explorer.controls["sector"].value = "water"
    assert "You chose:" not in fine(explorer)


def test_shares_and_seats_of_a_chosen_case_say_who(data):
    explorer = explore.who_decides(data, "seats")
    press(explorer, "wolfhagen-energy-cooperative")
    page = fine(explorer)
    assert (
        "Cooperative&#39;s share in the municipal utility: 25 %" in page
        and "Supervisory board of Stadtwerke Wolfhagen GmbH: 9 seats" in page
    )
    assert "The rule behind the grid" in fine(explore.co_production(data))


@pytest.mark.parametrize("few", [0, 1, 2])
def test_few_cases_or_none(data, few):
    some = data.only(list(data.cases.index[:few]))
    for open_it in (
        explore.everyday,
        explore.is_it_one,
        explore.build_one,
        explore.who_decides,
        explore.board,
        explore.co_production,
    ):
        page = open_it(some).picture.html
        assert "pcc-error" not in page and len(page) > 80
    for open_it in (explore.place_it, explore.ask_a_case):
        if few:
            fine(open_it(some))
        else:
            with pytest.raises(ValueError, match="no case"):
                open_it(some)


def test_an_empty_choice_says_what_to_widen(data):
    explorer = explore.who_decides(data.filter(sector="energy"))
    explorer.controls["sector"].value = "food"
    assert "No case matches" in explorer.picture.html and "Choose all sectors" in explorer.picture.html


# --- Reading


def test_everyday_things_cover_the_six_sectors(data):
    explorer = explore.everyday(data)
    assert {value for _, value in explorer.controls["thing"].options} == set(load_codebook().codes("sector"))
    for _, sector in explorer.controls["thing"].options:
        explorer.set(thing=sector)
        assert fine(explorer).count("<li>") >= 3


def test_everyday_questions_ask_what_the_case_below_them_answers(data):
    begins = ("Who owns ", "Who decides ", "Who pays ")  # roles.ownership, roles.governance, roles.running_costs
    for thing in teaching("everyday").values():
        asked = thing["questions"]
        assert all(map(str.startswith, asked, begins)) and len(asked) == len(begins)


def test_eight_questions_to_every_fifth_case(data):
    content = teaching("design_principles")
    assert len(content["principles"]) == 8
    themes = load_codebook().codes("challenges.theme")
    assert all(theme in themes for one in content["principles"] for theme in one["themes"])
    explorer = explore.ask_a_case(data)
    for case in data.cases.index[::5]:
        for number in range(8):
            explorer.set(case=case, question=number)
            assert "not a no" in fine(explorer) or "What the record holds" in explorer.picture.html


def test_the_glossary_covers_eight_languages_and_says_what_is_not_meant():
    content = teaching("glossary")
    assert (
        set(content["languages"])
        == {"en", "nl", "es", "pt", "ca", "it", "de", "fr"}
        == {term["language"] for term in content["terms"]}
    )
    assert all(
        term["means"].endswith(".") and term["not"].endswith(".") and term["page"].startswith("http")
        for term in content["terms"]
    )
    assert {one["language"] for one in content["letters"]} <= set(content["languages"])
    explorer = explore.glossary()
    for _, language in explorer.controls["language"].options:
        explorer.set(language=language)
        fine(explorer)
    with pytest.raises(ValueError, match="language"):
        explore.glossary(language="xx")


def test_references_are_complete_and_link_only_where_an_address_is_given():
    works = teaching("references")["works"]
    for key, work in works.items():
        assert (
            key.endswith(str(work["year"]))
            and has(f"references.read-{work['read']}")
            and {"authors", "title", "where", "read", "used_for"} <= set(work)
        )
    assert all(
        {"text", "url", "title"} <= set(one) and one["work"] in works for one in teaching("references")["critiques"]
    )
    page = explore.references().html
    assert page.count("<a ") == sum("url" in work for work in works.values()) + sum(
        "about" in work for work in works.values()
    ) + len(teaching("references")["critiques"])
    assert (
        "Banzhaf" in explore.references("banzhaf1965").html and "Ostrom" not in explore.references("banzhaf1965").html
    )
    with pytest.raises(ValueError, match="bovaird2007"):
        explore.references("bovaird2008")


def test_works_named_in_the_notebooks_and_ladders_are_in_the_list():
    works = teaching("references")["works"]
    assert (
        teaching("participation_ladder")["reference"] in works and teaching("design_principles")["reference"] in works
    )


@pytest.mark.parametrize("name", ["1_1_what_is_a_collaboration", "1_2_who_decides", "1_3_co_production"])
def test_every_work_named_in_a_notebook_stands_in_its_list(name):
    prose, calls = notebook_texts(name)
    works = teaching("references")["works"]
    shown = re.findall(r'"(\w+)"', next(call for call in calls if "explore.references" in call))
    named = set(
        re.findall(r"([A-Z][\w ]*?)(?: and (?:[A-Z]\w+|others))?,? \(?(\d{4}|undated)[;)]", prose.replace("*", ""))
    )
    assert len(named) >= 2
    for who, year in named:
        assert any(str(works[key]["year"]) == year and works[key]["authors"].startswith(who) for key in shown), (
            who,
            year,
        )


def notebook_texts(name: str) -> tuple[str, list[str]]:
    """Prose and code cells of a Theory notebook."""
    cells = nbformat.read(datasets_dir().parent / "notebooks" / "1_theory" / f"{name}.ipynb", as_version=4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown"), [
        cell.source for cell in cells if cell.cell_type == "code"
    ]


def test_figures_in_the_prose_are_those_on_record(data):
    prose, _ = notebook_texts("1_2_who_decides")
    facts = data.indicators.set_index(["case", "label"])["value"]
    owned = facts[CADIZ, "City's share in the company"]
    assert f"{owned:.1f} per cent" in prose
    assert (
        facts["wolfhagen-energy-cooperative", "Cooperative's share in the municipal utility"] == 25
        and "owns a quarter" in prose
    )
    board = data.one("boards", "wolfhagen-energy-cooperative").set_index("side")["seats"]
    assert board["community"] == 2 and board.sum() == 9 and "two of nine seats" in prose
    assert data.one("boards", CADIZ)["seats_total"].iloc[0] == 9 and "company's nine\ndirectors" in prose
    later = data.one("events", CADIZ)
    assert later.loc[later["year"] == 2018, "label"].str.contains("In October the tariff is still not in force").any()
    assert "In October 2018 the tariff\nwas not in force" in prose


def test_counts_in_the_prose_of_what_a_collaboration_is_are_those_on_record(data):
    prose, _ = notebook_texts("1_1_what_is_a_collaboration")
    surplus = data.state("surplus_use")
    known, members = int((surplus != "not_found").sum()), int((surplus == "members").sum())
    assert (
        f"Our records know it in {known} of {len(data)} cases, and in {members} of these it is paid to members."
        in prose
    )
    why = data.why("wolfhagen-energy-cooperative", "surplus_use").basis
    assert "dividend" in why and "the ceiling of six" in why and "in Wolfhagen it has a ceiling" in prose
    used = teaching("references")["works"]["gomez2022"]["used_for"]
    for told in ("145,000", "70 million"):
        assert told in used and told in prose
    said = prose.lower()
    assert all(
        word in said for word in ("climate", "inclusion", "public ownership", "democratic", "local knowledge")
    ), "the report's reason, mechanism and condition"


def test_how_many_stories_characteristics_and_hats_the_prose_names():
    prose, _ = notebook_texts("1_1_what_is_a_collaboration")
    assert len(teaching("vignettes")["vignettes"]) == 13 and "sort thirteen short stories" in prose
    assert len(teaching("characteristics")["characteristics"]) == 8 and "Here are eight things to look for." in prose
    assert len(teaching("city_roles")["roles"]) == 6 and "A town can wear six hats" in prose


def test_the_unanimous_council_that_lost_is_on_record(data):
    prose, _ = notebook_texts("1_2_who_decides")
    votes = data.one("votes", CADIZ)
    council, march = votes[votes["vote"] == 1].iloc[0], votes[votes["vote"] == 3].iloc[0]
    assert (council["year"], str(council["result"])) == (2015, "passed") and "unanimous" in council["bloc"]
    assert (march["year"], march["month"], str(march["result"])) == (2017, 3, "rejected")
    assert (
        "The council agreed. What did that count for in March?" in prose and "In 2015 the\nwhole city council" in prose
    )
    assert "outlasts a council" not in prose and "nobody take" not in prose


def test_who_the_blocs_of_cadiz_are_is_on_record(data):
    prose, _ = notebook_texts("1_2_who_decides")
    board = data.one("boards", CADIZ)
    board = board[board["board"] == 1].set_index("bloc")["side"]
    governs = [name.split(" (")[0] for name in board.index if "(city government" in name]
    others = [name for name, side in board.items() if side == "public" and "(" not in name]
    prose = " ".join(prose.split())
    assert f"{' and '.join(governs)} governed the city" in prose
    assert f"{' and '.join(others)} were other council parties" in prose
    owners = data.why(CADIZ, "roles.ownership").basis
    assert (
        all(name in owners for name in ("Endesa", "Unicaja")) and "power firm Endesa and the bank Unicaja own" in prose
    )


def test_the_lawsuit_is_no_boundary_and_silence_is_answered(data):
    explorer = explore.ask_a_case(data, "terrassa-taigua-water-observatory")
    assert "former concessionaire took the process to court" not in fine(explorer)
    assert "No field of a record asks for 5. Steps of penalty and 6. Settling disputes." in explorer.picture.html


# --- Check yourself

THEORY = {"1_1": "1_1_what_is_a_collaboration", "1_2": "1_2_who_decides", "1_3": "1_3_co_production"}


@pytest.mark.parametrize("key", THEORY)
def test_three_questions_whose_hints_point_into_the_notebook(data, key):
    headings = set(re.findall(r"(?m)^## (.+)$", notebook_texts(THEORY[key])[0]))
    asked = questions(f"self_check_{key}", data)
    assert len(asked) == 3
    for question in asked:
        assert set(re.findall("“([^”]+)”", question.hint)) & headings, (question.id, question.hint)
        assert question.judge(
            question.right
            if question.kind == "order"
            else question.answer.value
            if question.kind == "number"
            else question.right[0]
        )


def test_what_was_chosen_in_one_view_does_not_stand_in_another(data):
    explorer = explore.who_decides(data, "seats")
    explorer.set(case="wolfhagen-energy-cooperative")
    assert "You chose" in explorer.picture.html
    explorer.controls["view"].value = "habit"
    assert "You chose" not in explorer.picture.html and not explorer.controls["case"].value


def test_shares_and_seats_are_counted_apart(data):
    table = shares_and_seats(data)
    both = len(table.dropna(subset=["owned", "seats"]))
    title = charts.owned_and_seated(data).title
    assert title.endswith("both on record in one case" if both == 1 else f"both on record in {both} cases")


# --- A claim put to records


def test_a_claim_tells_what_records_say_and_who_says_so(data):
    from pcc_data.dataset.grounds import grounds

    for one in teaching("claims")["claims"]:
        page = unescape(explore.claim(data, one["id"]).html)
        assert one["claim"] in page and one["ask"] in page
        for line in one["lines"]:
            found = grounds(data, line)
            assert len(found) == len(line["from"]) and all(ground.sources for ground in found)
            assert " ".join(line["text"].split()) in " ".join(page.split())
            assert all(ground.text in page for ground in found)
        assert page.count("<details") == len(one["lines"]) == 3


def test_the_records_of_a_claim_carry_what_is_told_of_them(data):
    cases = data.cases.loc[["wolfhagen-energy-cooperative", CADIZ, "puerto-piray-pip-land-cooperative"]]
    assert list(cases["ownership_model"]) == [
        "joint_enterprise",
        "public_with_civic_governance",
        "community_owned_public_backed",
    ]
    why = {case: data.why(case, "outcomes.ecological_sustainability").basis for case in cases.index}
    assert "town's own account" in why[cases.index[0]] and "the utility's head" in why[cases.index[0]]
    assert "certified renewable" in why[cases.index[1]] and "no longer asks for it" in why[cases.index[1]]
    assert "University fieldwork" in why[cases.index[2]] and "protected wetlands and springs" in why[cases.index[2]]


def test_another_claim_is_refused(data):
    with pytest.raises(ValueError, match="climate"):
        explore.claim(data, "climat")
