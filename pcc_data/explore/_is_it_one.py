"""Sort stories: is it a collaboration, before the answer is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pcc_data.explore._kit.controls import button, dropdown, toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.memory import memory, recalled, remember
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import say
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

ANSWERS = ("yes", "no")


def is_one(vignette: dict[str, Any]) -> bool:
    """Whether a story tells of a collaboration: a real case does, a made-up story fails the test it names."""
    return "case" in vignette


def is_it_one(data: Dataset) -> Explorer:
    """Twelve short stories to sort: is it a public-community collaboration? Each answer names what decides."""
    content = teaching("vignettes")
    stories = {story["id"]: story for story in content["vignettes"]}
    options = [(f"{at}. {story['title']}", name) for at, (name, story) in enumerate(stories.items(), 1)]
    story = dropdown(say("is-it-one.story"), options, width="24rem")
    answers = [(say("is-it-one.not-yet"), ""), *((say(f"is-it-one.{one}"), one) for one in ANSWERS)]
    answer = toggles(say("is-it-one.answer"), answers)
    given, onward = memory(), button(say("is-it-one.next"), "arrow-right")

    def turn() -> None:
        answer.value = recalled(given.value).get(story.value, "")

    explorer = Explorer(
        say("is-it-one.look"),
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


def _story(data: Dataset, content: dict, stories: dict[str, dict], name: str, given: dict[str, str]) -> Markup:
    story, said, tests = stories[name], given.get(name), []
    for key, test in content["tests"].items():
        decides = said and key == (story["decides"] if is_one(story) else story["lacks"])
        mark = say("is-it-one.holds-here") if is_one(story) else say("is-it-one.fails-here")
        tests.append(tag("b", f"{test} {mark}") if decides else joined(test))
    return joined(
        tag("div", tag("h3", story["title"]), tag("p", story["text"].strip()), css="pcc-story"),
        _feedback(data, content, story, said) if said else "",
        tag("p", say_html("is-it-one.tests", n=len(tests))),
        items(tests, "ol"),
        _sorted(stories, given),
    )


def _feedback(data: Dataset, content: dict, story: dict, said: str) -> Markup:
    one = is_one(story)
    told = {"same": (said == "yes") == one, "one": one, "kind": story["kind"].lower(), "why": story["why"]}
    test = content["tests"][story["decides"] if one else story["lacks"]].rstrip(".")
    if one and story["case"] in data.cases.index:
        card, row = Card(data, story["case"]), data.cases.loc[story["case"]]
        real = joined(
            tag("p", say_html("is-it-one.real", name=card.title(), city=row["city"], country=row["country"])),
            details(
                say("is-it-one.read"), card.brief(("ownership_model", "decision_right")), key=f"story:{story['id']}"
            ),
        )
    else:
        real = tag("p", say("is-it-one.made-up"), css="pcc-quiet")
    verdict = (tag("p", say_html(f"is-it-one.{part}", test=test, **told)) for part in ("verdict", "decides"))
    return tag("div", verdict, real, css="pcc-feedback", role="status")


def _sorted(stories: dict[str, dict], given: dict[str, str]) -> Markup:
    """What was sorted so far, pile by pile, and how often as the project did."""
    if not given:
        return tag("p", say("is-it-one.none-sorted", total=len(stories)))
    same = {name: (said == "yes") == is_one(stories[name]) for name, said in given.items()}
    parts = [tag("p", say("is-it-one.sorted", n=len(given), total=len(stories), same=sum(same.values())))]
    if len(given) == len(stories):
        real = sum(map(is_one, stories.values()))
        parts.append(tag("p", say("is-it-one.all-sorted", n=real, others=len(stories) - real)))
    for one in ANSWERS:
        names = [name for name in stories if given.get(name) == one]
        titles = [f"{stories[name]['title']} {'✔' if same[name] else '✘'}" for name in names]
        pile = say_html("is-it-one.pile", pile=say(f"is-it-one.{one}"), n=len(names), stories=titles)
        parts.append(tag("p", pile))
    return joined(parts)
