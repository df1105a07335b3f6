"""Two hands: what only an office can do, and what only people on the spot know."""

from typing import Any

from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.sorting import sorted_so_far, sorting
from pcc_data.markup import items, joined, say_html, tag
from pcc_data.pages.side_of_a_question import place_of, record_says
from pcc_data.pages.space import BOX, form
from pcc_data.say import say
from pcc_data.teaching import teaching

HANDS = ("public", "community")


def two_hands(data: Dataset) -> Explorer:
    """Things that were done in real cases: which hand did each, the public side's or the people's? The answer comes
    from the record, with its sources."""
    deeds = {deed["id"]: deed for deed in teaching("two_hands")["deeds"]}
    titles = {name: deed["title"] for name, deed in deeds.items()}
    right = {name: deed["hand"] for name, deed in deeds.items()}

    def draw(name: str, given: dict[str, str]) -> Markup:
        so_far = sorted_so_far("two-hands", titles, HANDS, right, given, say("two-hands.all-sorted"))
        return joined(_deed(data, deeds[name], given.get(name)), so_far)

    boxes = [f"☐ {say(f'two-hands.{hand}')} \xa0 " for hand in HANDS]
    paper = items([joined(deed["text"], tag("br"), *boxes) for deed in deeds.values()], "ol")
    key = Printed(lambda: _to_sort(data, deeds), lambda: items((_sorted(data, deed) for deed in deeds.values()), "ol"))
    return sorting("two-hands", titles, HANDS, draw, paper, key)


def _to_sort(data: Dataset, deeds: dict[str, dict[str, Any]]) -> Markup:
    """A table to fill in, a box for each hand."""
    rows = [(str(at), _done(data, deed), BOX, BOX) for at, deed in enumerate(deeds.values(), 1)]
    return form(["", say("two-hands.story"), *(say(f"two-hands.{hand}") for hand in HANDS)], rows)


def _done(data: Dataset, deed: dict[str, Any]) -> Markup:
    return joined(deed["text"], " ", tag("span", place_of(data, deed), css="pcc-quiet"))


def _sorted(data: Dataset, deed: dict[str, Any]) -> Markup:
    """Whose hand it was, by the record."""
    hand = tag("b", say(f"two-hands.{deed['hand']}"), ".")
    return joined(deed["text"], " ", hand, " ", deed["why"], record_says(data, deed, deed["id"]))


def _deed(data: Dataset, deed: dict[str, Any], said: str | None) -> Markup:
    place = tag("span", place_of(data, deed), css="pcc-quiet")
    story = tag("div", tag("h3", deed["title"]), tag("p", deed["text"], " ", place), css="pcc-story")
    if not said:
        return story
    verdict = say_html("two-hands.verdict", same=said == deed["hand"], hand=say(f"two-hands.{deed['hand']}"))
    told = (tag("p", verdict, " ", deed["why"]), record_says(data, deed, deed["id"]))
    return joined(story, tag("div", told, css="pcc-feedback", role="status"))
