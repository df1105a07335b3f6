"""What the steps of a play show: texts, seats, votes, cards, promises, each by its word in the teaching file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.markup import items, joined, own, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.plays import promise_of, votes_of
from pcc_data.pages.promise_wall import OURS
from pcc_data.pages.table import table
from pcc_data.say import say

Content = dict[str, Any]
"""What the teaching file of a play holds."""


def _text(key: str) -> Callable[[Dataset, Content, int], Markup]:
    """A text of the play with its sources."""
    return lambda data, content, card: joined(
        tag("p", content[key]["text"].strip()), _says(data, content["case"], content[key])
    )


def _says(data: Dataset, case: str, part: Content) -> Markup:
    ids = ";".join(part["sources"])
    return Card(data, case).says_who(ids, f"why:{case}:{ids}")


def _motion(month: str) -> Callable[[Dataset, Content, int], Markup]:
    return lambda data, content, card: tag("p", say_html(f"play.motion-{month}", motion=content["motions"][month]))


def _seats(data: Dataset, content: Content, card: int) -> Markup:
    rows = [(role["name"], role["part"]) for role in content["roles"]]
    return table([say("play.seat"), say("play.who")], rows)


def _vote(month: str) -> Callable[[Dataset, Content, int], Markup]:
    """How every chair voted in a month of the record, and the count."""

    def told(data: Dataset, content: Content, card: int) -> Markup:
        votes, chairs = votes_of(data, content, month), [role for role in content["roles"] if "bloc" in role]
        found = [votes.get(role["bloc"], "unknown") for role in chairs]
        words = [load_codebook().label("votes.blocs.vote", code) for code in found]
        counts = {code: found.count(code) for code in ("for", "against", "unknown")}
        rows = [(role["name"], word) for role, word in zip(chairs, words, strict=True)]
        return joined(tag("p", say("play.counted", **counts)), table([say("play.seat"), say("play.vote")], rows))

    return told


def _next(data: Dataset, content: Content, card: int) -> Markup:
    entries = [
        joined(tag("b", str(step["year"])), " ", step["text"].strip(), _says(data, content["case"], step))
        for step in content["next"]
    ]
    return items(entries)


def _list(key: str) -> Callable[[Dataset, Content, int], Markup]:
    return lambda data, content, card: joined(
        tag("h4", say(f"play.{key}")), items(map(joined, content[key]), "ol" if key == "debrief" else "ul")
    )


def _roles(data: Dataset, content: Content, card: int) -> Markup:
    return table([say("play.seat"), say("play.start")], [(role["name"], role["want"]) for role in content["roles"]])


def _questions(data: Dataset, content: Content, card: int) -> Markup:
    return items([joined(tag("b", role["name"]), ": ", role["ask"]) for role in content["roles"][1:]])


def _card(data: Dataset, content: Content, card: int) -> Markup:
    head = tag("h4", say("play.card-named", at=card))
    return tag("div", head, tag("p", content["cards"][card - 1]["card"]), css="pcc-feedback")


def _happened(data: Dataset, content: Content, card: int) -> Markup:
    drawn = content["cards"][card - 1]
    name = tag("b", own(data.cases.at[drawn["case"], "name"]))
    return joined(tag("p", name, ". ", drawn["happened"]), _says(data, drawn["case"], drawn))


def _wall(*columns: str) -> Callable[[Dataset, Content, int], Markup]:
    """The ten promises with some of what is known of them."""

    def told(data: Dataset, content: Content, card: int) -> Markup:
        rows = []
        for entry in sorted(content["promises"], key=lambda entry: promise_of(data, entry)["year"]):
            found = promise_of(data, entry)
            cells = {
                "year": found["year"],
                "what": entry["what"],
                "sum": found["promised"] or "–",
                "became": joined(tag("b", found["state"]), ". ", entry["line"], _says(data, entry["case"], entry)),
                "owes": entry["owed"],
            }
            rows.append((own(data.cases.at[entry["case"], "city"]), *(cells[column] for column in columns)))
        heads = [say("promise-wall.place"), *(say(f"promise-wall.{column}") for column in columns)]
        return table(heads, rows, css="pcc-rows")

    return told


def _states(data: Dataset, content: Content, card: int) -> Markup:
    book = load_codebook()
    states = [f"☐ {book.label('promises.state', code)}" for code in book.codes("promises.state")]
    return tag("p", say("promise-wall.guess"), " ", " \xa0 ".join(states))


def _ours(data: Dataset, content: Content, card: int) -> Markup:
    return items([joined(say(f"promise-wall.ours-{part}")) for part in OURS[:-1]])


PARTS: dict[str, Callable[[Dataset, Content, int], Markup]] = {
    "story": _text("story"),
    "rule": _text("rule"),
    "seats": _seats,
    **{f"motion-{month}": _motion(month) for month in ("march", "june")},
    **{f"vote-{month}": _vote(month) for month in ("march", "june")},
    "next": _next,
    "debrief": _list("debrief"),
    "unknown": _list("unknown"),
    "roles": _roles,
    "questions": _questions,
    "card": _card,
    "write": lambda data, content, card: tag("p", say("hearing.answer")),
    "happened": _happened,
    "promises": _wall("year", "what", "sum"),
    "delivered": _wall("year", "became"),
    "owed": _wall("year", "owes"),
    "states": _states,
    "ours": _ours,
    "again": lambda data, content, card: tag("p", tag("b", say("promise-wall.ours-again"))),
}
"""What a step can show, by the word in the teaching file."""
