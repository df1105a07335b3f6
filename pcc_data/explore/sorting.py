"""Sort stories and place cases oneself, before the answer is shown."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.cards import Card
from pcc_data.charts.grid import co_production_grid
from pcc_data.charts.words import listed, number
from pcc_data.co_production import DELIVERS, FIELDS, PLANS, RULE, SIDES, co_production, who
from pcc_data.codes import load_codebook
from pcc_data.explore.base import Explorer, case_options, dropdown, some_cases, toggles
from pcc_data.explore.memory import memory, recalled, remember
from pcc_data.html import details, items
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

YES = "It is one"
NO = "It is not one"


def is_one(vignette: dict[str, Any]) -> bool:
    """Whether a story tells of a collaboration: a real case does, a made-up story fails the test it names."""
    return "case" in vignette


def is_it_one(data: Dataset) -> Explorer:
    """Twelve short stories to sort: is it a public-community collaboration? Each answer names what decides."""
    content = teaching("vignettes")
    stories = {story["id"]: story for story in content["vignettes"]}
    options = [(f"{at}. {story['title']}", name) for at, (name, story) in enumerate(stories.items(), 1)]
    story = dropdown("Story", options, width="24rem")
    answer = toggles("Your answer", [("Not yet", ""), (YES, "yes"), (NO, "no")])
    given = memory()
    onward = widgets.Button(description="Next story", icon="arrow-right", layout=widgets.Layout(width="max-content"))

    def turn() -> None:
        answer.value = recalled(given.value).get(story.value, "")

    explorer = Explorer(
        "Read a story. Is it a public-community collaboration? Answer, then see what decides.",
        {"story": story, "answer": answer, "given": given},
        lambda story, answer, given: _story(data, content, stories, story, recalled(given)),
        extra=(onward,),
        first={"story": turn},
    )

    def note(change: dict) -> None:
        if recalled(given.value).get(story.value, "") != change["new"]:
            remember(given, **{story.value: change["new"] or None})

    names = list(stories)
    answer.observe(explorer.guarded(note), "value")
    onward.on_click(explorer.guarded(lambda _: story.set_trait("value", names[(names.index(story.value) + 1) % len(names)])))
    return explorer


def _story(data: Dataset, content: dict, stories: dict[str, dict], name: str, given: dict[str, str]) -> str:
    story, said = stories[name], given.get(name)
    text = f'<div class="pcc-story"><h3>{escape(story["title"])}</h3><p>{escape(story["text"].strip())}</p></div>'
    feature = story["decides"] if is_one(story) else story["lacks"]
    mark = "✔ holds here" if is_one(story) else "✘ fails here"
    tests = [f"<b>{escape(test)} {mark}</b>" if said and key == feature else escape(test) for key, test in content["tests"].items()]
    shown = f"<p><b>{number(len(tests)).capitalize()} tests.</b> All of them must hold.</p>{items(tests, 'ol')}"
    return text + (_feedback(data, content, story, said) if said else "") + shown + _sorted(stories, given)


def _feedback(data: Dataset, content: dict, story: dict, said: str) -> str:
    right = (said == "yes") == is_one(story)
    mark = "✔ We think so too." if right else "✘ We see it differently."
    verdict = f"<b>{mark}</b> {YES if is_one(story) else NO}: {escape(story['kind'].lower())}."
    feature = story["decides"] if is_one(story) else story["lacks"]
    holds = "holds" if is_one(story) else "fails"
    asked = escape(content["tests"][feature].rstrip("."))
    test = f"<b>What decides:</b> “{asked}” {holds} here. {escape(story['why'])}"
    if "case" in story and story["case"] in data.cases.index:
        card = Card(data, story["case"])
        row = data.cases.loc[story["case"]]
        real = f"<p>This story is real: <b>{card.title()}</b>, {escape(row['city'])}, {escape(row['country'])}.</p>" + details(
            "Read the case", card.head() + card.facts(("ownership_model", "decision_right")), key=f"story:{story['id']}"
        )
    else:
        real = '<p class="pcc-quiet">This story is made up.</p>'
    return f'<div class="pcc-feedback" role="status"><p>{verdict}</p><p>{test}</p>{real}</div>'


def _sorted(stories: dict[str, dict], given: dict[str, str]) -> str:
    """What was sorted so far, pile by pile, and how often as the project did."""
    if not given:
        return f"<p>None of {len(stories)} sorted yet.</p>"
    same = {name: (said == "yes") == is_one(stories[name]) for name, said in given.items()}
    piles = []
    for label, wanted in {YES: "yes", NO: "no"}.items():
        names = [f"{escape(stories[name]['title'])} {'✔' if same[name] else '✘'}" for name in stories if given.get(name) == wanted]
        piles.append(f"<p><b>{label} ({len(names)}):</b> {listed(names)}.</p>")
    score = f"<p>{number(len(given)).capitalize()} of {len(stories)} sorted; {number(sum(same.values())) if any(same.values()) else 'none'} as we did.</p>"
    real = sum(map(is_one, stories.values()))
    if len(given) == len(stories):
        score += f"<p>{number(real).capitalize()} of the stories are real collaborations. The other {number(len(stories) - real)} are made up.</p>"
    return score + "".join(piles)


def place_it(data: Dataset, case: str | None = None) -> Explorer:
    """Read five facts of a case, place it in the co-production grid, then see where the coding puts it, and why.

    Raises ValueError for an unknown case.
    """
    if case is not None:
        data.one("cases", case)
    choice = dropdown("Dossier", case_options(some_cases(data), "collection", "city"), case, width="46rem")
    sides = [("Not yet", ""), *((who(side).capitalize(), side) for side in SIDES)]
    plans, delivers = toggles("Who plans?", sides), toggles("Who delivers?", sides)
    shown = widgets.ToggleButton(
        description="Show the coded place", tooltip="Show the coded place", layout=widgets.Layout(width="max-content")
    )

    def anew() -> None:
        plans.value, delivers.value, shown.value = "", "", False

    explorer = Explorer(
        "Read the five facts and place the case: with the buttons, or with a click on the grid.",
        {"case": choice, "plans": plans, "delivers": delivers, "shown": shown},
        lambda case, plans, delivers, shown: _placed(data, case, plans, delivers, shown),
        on_pick=lambda cell: picked(cell),
        first={"case": anew},
    )

    def picked(cell: str) -> None:
        if "|" in cell:
            row, column = cell.split("|")
            explorer.set(plans=column, delivers=row)
        elif cell in data.cases.index:
            explorer.set(case=cell)

    return explorer


def _placed(data: Dataset, case: str, plans: str, delivers: str, shown: bool) -> str:
    card = Card(data, case)
    dossier = f"<h3>{card.title()}</h3>{_dossier(data, case)}"
    guess = (delivers, plans) if plans and delivers else None
    if not shown:
        one = data.only([case])
        asked = "You placed it. Now press <i>Show the coded place</i>." if guess else "Who plans it? Who delivers it?"
        grid = co_production_grid(one, hidden=True, guess=guess)
        return f'{dossier}<p role="status">{asked}</p><figure class="pcc-chart">{grid.svg}</figure>'
    place = co_production(data).loc[case]
    return (
        f"{dossier}<p role='status'>{_compared(place, plans, delivers)}</p>{co_production_grid(data, case, guess=guess).html()}"
        f"{card.facts(FIELDS)}{details('The rule behind the grid', f'<p>{escape(RULE)}</p>', key='rule')}"
    )


def _compared(place: Any, plans: str, delivers: str) -> str:
    coded = f"Coded place: planned by {who(place[PLANS])}, delivered by {who(place[DELIVERS])}."
    if not (plans and delivers):
        return f"{coded} You had not placed it yet."
    same = [name for name, yours, ours in (("planning", plans, place[PLANS]), ("delivery", delivers, place[DELIVERS])) if yours == ours]
    if len(same) == 2:
        return f"<b>✔ You placed it where we did.</b> {coded}"
    agreed = f"You agree with the coding on {same[0]}." if same else "You differ from the coding on both axes."
    return f"<b>{agreed}</b> {coded} Read the reasons below: who is right?"


def _dossier(data: Dataset, case: str) -> str:
    """Five facts from the record, none of which names a code of the two axes."""
    book = load_codebook()
    partners = data.one("partners", case)
    sides = {side: ", ".join(partners.loc[partners["side"] == side, "name"]) for side in ("public", "community")}
    gives = {
        table: ", ".join(book.label(field, code).lower() for code in data.one(table, case)["code"])
        for table, field in (("instruments", "public_instruments"), ("contributions", "community_contributions"))
    }
    facts = [
        f"<b>Who:</b> {escape(sides['public'])}; with {escape(sides['community'])}.",
        f"<b>What each gives:</b> {who('public')}: {escape(gives['instruments'])}; {who('community')}: {escape(gives['contributions'])}.",
        *(f"<b>{title}:</b> {escape(data.why(case, field).basis)}" for title, field in _ASKED),
    ]
    behind = [f"<b>{title}</b>{items_of(data.why(case, field))}" for title, field in _ASKED]
    return items(facts, "ol", "pcc-dossier") + details("Says who?", items(behind), key="facts")


_ASKED = (("How it began", "roles.initiative"), ("Who settles questions", "roles.governance"), ("Who does the work", "roles.delivery"))


def items_of(answer: Any) -> str:
    """Sources of an answer as a list."""
    from pcc_data.cards import source_html

    return items([source_html(row) for row in answer.sources.itertuples()])
