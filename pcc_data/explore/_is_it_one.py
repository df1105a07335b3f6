"""Sort stories: is it a collaboration, before the answer is shown."""

from typing import Any

from markupsafe import Markup

from pcc_data.codes import inside
from pcc_data.controls.live import Printed
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.sorting import sorted_so_far, sorting
from pcc_data.markup import details, items, joined, link, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.sheets import print_link
from pcc_data.pages.space import BOX, form
from pcc_data.pages.vignette_cards import vignette_cards
from pcc_data.say import say
from pcc_data.teaching import teaching

ANSWERS = ("yes", "no")


def is_one(vignette: dict[str, Any]) -> bool:
    """Whether a story tells of a collaboration: a real case does, a made-up story fails the test it names."""
    return "case" in vignette


def is_it_one(data: Dataset) -> Explorer:
    """Short stories to sort: is it a public-community collaboration? Each answer names what decides."""
    content = teaching("vignettes")
    stories = {story["id"]: story for story in content["vignettes"]}
    titles = {name: story["title"] for name, story in stories.items()}
    cards = print_link(vignette_cards(data), "stories_to_sort.html", say("is-it-one.print"))
    right = {name: ANSWERS[not is_one(story)] for name, story in stories.items()}

    def draw(name: str, given: dict[str, str]) -> Markup:
        real = sum(map(is_one, stories.values()))
        last = say("is-it-one.all-sorted", n=real, others=len(stories) - real)
        so_far = sorted_so_far("is-it-one", titles, ANSWERS, right, given, last)
        return joined(_story(data, content, stories[name], given.get(name)), so_far, tag("p", cards))

    printed = Printed(lambda: _to_sort(content), lambda: _sorted(data, content))
    return sorting("is-it-one", titles, ANSWERS, draw, _on_paper(content), printed)


def _tests(content: dict) -> Markup:
    tests = content["tests"].values()
    return joined(tag("p", say_html("is-it-one.tests", n=len(tests))), items(tests, "ol"))


def _to_sort(content: dict) -> Markup:
    """The tests, and a table to fill in: a box for each pile, and room for the number of the test that decides."""
    rows = [
        (str(at), joined(tag("b", story["title"]), tag("br"), story["text"].strip()), BOX, BOX, "")
        for at, story in enumerate(content["vignettes"], 1)
    ]
    heads = ["", say("is-it-one.story"), *(say(f"is-it-one.{one}") for one in ANSWERS), say("on-paper.which-test")]
    return joined(_tests(content), form(heads, rows))


def _sorted(data: Dataset, content: dict) -> Markup:
    """Each story with its pile and the test that decides; of a real one which case it is."""
    numbers, entries = {key: at for at, key in enumerate(content["tests"], 1)}, []
    for story in content["vignettes"]:
        one = is_one(story)
        decides = story["decides"] if one else story["lacks"]
        said = say(f"is-it-one.{ANSWERS[not one]}")
        told = say_html("on-paper.sorted", title=story["title"], pile=said, n=numbers[decides], why=story["why"])
        real = one and story["case"] in data.cases.index
        card = Card(data, story["case"]).title() if real else Markup()
        entries.append(joined(told, " ", tag("span", card, css="pcc-quiet")))
    return items(entries, "ol")


def _on_paper(content: dict) -> Markup:
    """All stories with a box for each answer, and the tests."""
    boxes = tag("p", [f"☐ {say(f'is-it-one.{answer}')} \xa0 " for answer in ANSWERS])
    stories = [
        joined(tag("b", story["title"]), tag("p", story["text"].strip()), boxes) for story in content["vignettes"]
    ]
    return joined(items(stories, "ol"), _tests(content))


def _story(data: Dataset, content: dict, story: dict, said: str | None) -> Markup:
    tests = []
    for key, test in content["tests"].items():
        decides = said and key == (story["decides"] if is_one(story) else story["lacks"])
        mark = say("is-it-one.holds-here") if is_one(story) else say("is-it-one.fails-here")
        tests.append(tag("b", f"{test} {mark}") if decides else joined(test))
    return joined(
        tag("div", tag("h3", story["title"]), tag("p", story["text"].strip()), css="pcc-story"),
        _feedback(data, content, story, said) if said else "",
        tag("p", say_html("is-it-one.tests", n=len(tests))),
        items(tests, "ol"),
    )


def _feedback(data: Dataset, content: dict, story: dict, said: str) -> Markup:
    one = is_one(story)
    told = {"same": (said == "yes") == one, "one": one, "kind": inside(story["kind"]), "why": story["why"]}
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
        real = tag("p", say("is-it-one.made-up"), *_behind(story), css="pcc-quiet")
    verdict = (tag("p", say_html(f"is-it-one.{part}", test=test, **told)) for part in ("verdict", "decides"))
    return tag("div", verdict, real, css="pcc-feedback", role="status")


def _behind(story: dict) -> list[Markup]:
    """The works behind a story that is made up, where it has some."""
    works = [teaching("references")["works"][key] for key in story.get("works", ())]
    linked = [link(work["url"], f"{work['authors']} ({work['year']})") for work in works]
    return [joined(" ", say("is-it-one.behind"), [(" ", one) for one in linked])] if linked else []
