"""Sort stories: is it a collaboration, before the answer is shown."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from pcc_data.explore._kit.controls import button, dropdown, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.memory import memory, recalled, remember
from pcc_data.markup import details, items
from pcc_data.pages.card import Card
from pcc_data.say import listed, number
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


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
    onward = button("Next story", "arrow-right")

    def turn() -> None:
        answer.value = recalled(given.value).get(story.value, "")

    explorer = Explorer(
        "Read a story. Is it a public-community collaboration? Answer, then see what decides.",
        {"story": story, "answer": answer, "given": given, "onward": onward},
        lambda story, answer, given: _story(data, content, stories, story, recalled(given)),
        first={"story": turn},
    )

    def note(change: dict) -> None:
        if recalled(given.value).get(story.value, "") != change["new"]:
            remember(given, **{story.value: change["new"] or None})

    names = list(stories)
    answer.observe(explorer.guarded(note), "value")
    onward.on_click(
        explorer.guarded(lambda _: story.set_trait("value", names[(names.index(story.value) + 1) % len(names)]))
    )
    return explorer


def _story(data: Dataset, content: dict, stories: dict[str, dict], name: str, given: dict[str, str]) -> str:
    story, said = stories[name], given.get(name)
    text = f'<div class="pcc-story"><h3>{escape(story["title"])}</h3><p>{escape(story["text"].strip())}</p></div>'
    feature = story["decides"] if is_one(story) else story["lacks"]
    mark = "✔ holds here" if is_one(story) else "✘ fails here"
    tests = [
        f"<b>{escape(test)} {mark}</b>" if said and key == feature else escape(test)
        for key, test in content["tests"].items()
    ]
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
        real = (
            f"<p>This story is real: <b>{card.title()}</b>, {escape(row['city'])}, {escape(row['country'])}.</p>"
            + details(
                "Read the case",
                card.head() + card.facts(("ownership_model", "decision_right")),
                key=f"story:{story['id']}",
            )
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
        names = [
            f"{escape(stories[name]['title'])} {'✔' if same[name] else '✘'}"
            for name in stories
            if given.get(name) == wanted
        ]
        piles.append(f"<p><b>{label} ({len(names)}):</b> {listed(names)}.</p>")
    score = (
        f"<p>{number(len(given)).capitalize()} of {len(stories)} sorted;"
        f" {number(sum(same.values())) if any(same.values()) else 'none'} as we did.</p>"
    )
    real = sum(map(is_one, stories.values()))
    if len(given) == len(stories):
        score += (
            f"<p>{number(real).capitalize()} of the stories are real collaborations. The other"
            f" {number(len(stories) - real)} are made up.</p>"
        )
    return score + "".join(piles)
