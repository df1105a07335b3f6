"""A line of a teaching file with what it rests on."""

from __future__ import annotations

from markupsafe import Markup

from pcc_data.dataset.citing import places
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import Ground
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import say


def grounded(data: Dataset, text: str, behind: list[Ground], key: str, note: str = "", box: str = "☐") -> Markup:
    """A line with its box, the towns it comes from with their status, and, folded under `key`, the words of the records
    with who tells them, their sources, and a note."""
    entries = []
    for ground in behind:
        card, kind = Card(data, ground.case), say(f"checklist.{ground.kind}")
        words = say_html("checklist.ground", name=card.title(), kind=kind, text=ground.text)
        entries.append(joined(words, " ", card.teller(ground.sources, ground.text), card.sources_list(ground.sources)))
    told = tag("p", note, css="pcc-quiet") if note else ""
    label = say("says-who.of", what=text)
    says = details(say("says-who"), [items(entries), told], key=f"why:{key}", label=label) if entries else ""
    near = tag("span", places(data, (ground.case for ground in behind)), ".", css="pcc-quiet")
    return tag("section", tag("p", tag("span", box, aria_hidden="true"), f" {text} ", near), says)
