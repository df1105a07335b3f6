"""What stands beside the canvas, as HTML: seven lines that say it at a glance, each of which opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd
from markupsafe import Markup

from pcc_data.analysis.co_production import DELIVERS, PLANS, SIDES, co_production, doing, place_of, rule
from pcc_data.analysis.model_rule import INSTRUMENTS
from pcc_data.analysis.similar import LIST_TABLES
from pcc_data.codes import load_codebook, said, said_briefly
from pcc_data.dataset.dataset import Dataset
from pcc_data.designs import Design
from pcc_data.designs.advice import (
    COMPANY,
    SEARCHED,
    Outlook,
    examples,
    heard,
    lacking,
    learned,
    nearest,
    one_choice_away,
    outlook,
    troubled,
)
from pcc_data.designs.blocks import Block, answer, block_number
from pcc_data.markup import details, items, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.pages.design_in_words import model_sentence, place_sentence
from pcc_data.pages.likeness import likeness, look_at
from pcc_data.pages.table import table
from pcc_data.say import listed, say
from pcc_data.settings import settings

_PARTS = "parallel_provision"
"""What two owners make as long as nothing joins what they own: here the missing choice is named at once."""


def beside(data: Dataset, design: Design, weights: Mapping[str, float] | None = None) -> Markup:
    """All of it for a design. Nothing in it is a mark: it counts, names cases and quotes what they learned."""
    order = nearest(data, design, SEARCHED, weights)
    parts = [tag("h3", say("studio.makes")), _place(data, design), _model(design), _vote(outlook(design))]
    if not len(order):
        return joined(parts, tag("p", say("studio.nothing-yet")))
    company = list(order.index[:COMPANY])
    parts += [_similar(data, order.head(3)), _lacks(data, design, company)]
    return joined(parts, _warnings(data, order.index), _lessons(data, company[:3]))


def grid_html(data: Dataset, design: Design) -> Markup:
    """The nine places with the number of real cases in each; the design's own place is marked."""
    counts, here, rows = _grid(data), place_of(design.codes), []
    for delivers in reversed(SIDES):
        cells = [doing(delivers, "deliver").capitalize()]
        for plans in SIDES:
            count = say("studio.share", n=counts.get((plans, delivers), 0), total=len(data))
            mine = (tag("b", say("studio.here")), tag("br"))
            cells.append(tag("td", mine, count, css="pcc-here") if (plans, delivers) == here else count)
        rows.append(cells)
    return table(["", *(doing(side, "plan").capitalize() for side in SIDES)], rows, "pcc-grid")


def _place(data: Dataset, design: Design) -> Markup:
    note = tag("p", say("studio.grid", rule=rule()), css="pcc-quiet")
    head = say("studio.place", place=place_sentence(design))
    return details(head, joined(grid_html(data, design), note), key="place")


def _model(design: Design) -> Markup:
    made, chosen, book = design.model, design["ownership_model"], load_codebook()
    other = made is not None and chosen and chosen != made.model
    away = one_choice_away(design)
    missing = [answer(INSTRUMENTS, code) for code, _ in away if made and made.model == _PARTS]
    head = say("studio.model", model=model_sentence(design), other=bool(other), missing=missing, n=len(missing))
    if made is None:
        return details(head, tag("p", say("studio.who-owns", block=block_number("roles.ownership"))), key="model")
    body = [tag("p", say_html("design-in-words.why", why=made.because))]
    if made.model:
        definition = said_briefly(book.codes("ownership_model")[made.model].definition)
        body.append(tag("p", say_html("design-in-words.definition", definition=definition)))
    named = [(answer(INSTRUMENTS, code), book.label("ownership_model", model)) for code, model in away]
    body += [tag("p", say_html("studio.one-more", what=what, model=model)) for what, model in named]
    if other:
        body.append(tag("p", say_html("studio.other-model", model=book.label("ownership_model", chosen))))
    return details(head, joined(body), key="model")


def _vote(view: Outlook) -> Markup:
    if view.room is None:
        return details(
            say("studio.no-vote"), tag("p", say("studio.who-sits", block=block_number("boards"))), key="vote"
        )
    book, rows = load_codebook(), []
    for name, row in view.room.power().iterrows():
        side = book.label("boards.blocs.side", str(view.room.sides[str(name)]))
        block = say("studio.blocks", blocks=bool(row["can_block"]))
        rows.append((str(name), side, str(row["seats"]), f"{row['banzhaf']:.0%}", block))
    heads = [say(f"studio.column-{name}") for name in ("bloc", "side", "seats", "power", "block")]
    body = joined(
        tag("p", say_html("studio.blockers", blocs=list(view.blockers))),
        table(heads, rows),
        tag("p", say("studio.power", needed=view.room.needed, total=view.room.total), css="pcc-quiet"),
    )
    return details(say("studio.vote", vote=view.short), body, key="vote")


def _similar(data: Dataset, near: pd.DataFrame) -> Markup:
    entries = []
    for case, row in near.iterrows():
        about = look_at(data, str(case), f"near:{case}")
        entries.append(joined(likeness(data, str(case), row), about))
    note = tag("p", say("studio.distance"), css="pcc-quiet")
    head = say("studio.similar", cities=_cities(data, near.index))
    return details(head, joined(items(entries, "ol"), note), key="similar")


def _cities(data: Dataset, cases: Sequence[str]) -> list[str]:
    return [str(data.cases.at[case, "city"]) for case in cases]


def _lacks(data: Dataset, design: Design, company: Sequence[str]) -> Markup:
    lacks = lacking(data, design, company)
    if not len(lacks):
        head = say("studio.lacks-nothing", n=len(company))
        return details(head, tag("p", say("studio.all-used")), key="lacks")
    told = [
        {"n": row.used, "total": row.of, "what": load_codebook().phrase(row.field, row.code)}
        for row in lacks.itertuples()
    ]
    where = [_cities(data, cases) for cases in lacks["cases"]]
    entries = [say_html("studio.had", cities=cities, **one) for one, cities in zip(told, where, strict=True)]
    note = tag("p", say("studio.no-need"), css="pcc-quiet")
    return details(say("studio.lacks", more=len(lacks) - 1, **told[0]), joined(items(entries), note), key="lacks")


def _warnings(data: Dataset, order: pd.Index) -> Markup:
    found, company = troubled(data, list(order)), min(COMPANY, len(order))
    book, entries = load_codebook(), []
    for case, row in found.head(3).iterrows():
        stands = book.phrase("status", str(row["status"]))
        if pd.notna(row["end_reason"]):
            stands += f", {book.phrase('end_reason', str(row['end_reason']))}"
        told = {"year": str(row["status_as_of"]), "rank": int(row["rank"])}
        warning = say_html("studio.warning", name=Card(data, str(case)).title(), status=stands, **told)
        entries.append(joined(warning, _hard(data, str(case), settings.language)))
    if not entries:
        entries = [joined(say("studio.no-warning", n=len(order)))]
    near = int((found["rank"] <= COMPANY).sum())
    first = str(data.cases.at[found.index[0], "city"]) if len(found) else ""
    head = say("studio.warnings", n=near, total=company, found=len(found), first=first)
    return details(head, items(entries), key="warnings")


def _lessons(data: Dataset, cases: Sequence[str]) -> Markup:
    told = [_told(data, case, "lessons", settings.language) for case in cases]
    return details(say("studio.lessons", n=len(learned(data, cases))), tag("ul", told), key="lessons")


# A change on the canvas shows mostly cases that were shown before: what is said of one is kept, by language.


@lru_cache(maxsize=4)
def _grid(data: Dataset) -> dict[tuple[str, str], int]:
    """Real cases in each place of the grid."""
    return dict(Counter(co_production(data)[[PLANS, DELIVERS]].astype(str).itertuples(index=False, name=None)))


@lru_cache(maxsize=256)
def _hard(data: Dataset, case: str, language: str) -> Markup:
    who = details(say("says-who"), data.why(case, "status").body(), key=f"warn:{case}")
    hard = tag("ul", _told(data, case, "challenges", language))
    return joined(who, details(say("studio.hard"), hard, key=f"hard:{case}"))


@lru_cache(maxsize=512)
def _told(data: Dataset, case: str, kind: str, language: str) -> Markup:
    """Lessons or challenges of a case as items of a list, each with its theme, town and sources."""
    book, card, city, entries = load_codebook(), Card(data, case), str(data.cases.at[case, "city"]), []
    for at, row in enumerate(learned(data, [case], kind).itertuples()):
        theme = tag("span", f"({book.label(f'{kind}.theme', row.theme)}; {city})", css="pcc-quiet")
        entries.append(tag("li", row.text, " ", theme, card.says_who(row.sources, f"{kind}:{case}:{at}")))
    return joined(entries)


def block_html(data: Dataset, design: Design, block: Block) -> Markup:
    """Two real cases for a block, if it asks for any: what they did, or what is told of them."""
    if block.told:
        return _told_html(data, design, block.told)
    return example_html(data, design, block.example) if block.example else Markup()


def _told_html(data: Dataset, design: Design, theme: str) -> Markup:
    entries = []
    for row in heard(data, design, theme).itertuples():
        told = {"city": data.cases.at[row.case, "city"], "country": data.cases.at[row.case, "country"]}
        text = say_html("studio.heard", text=row.text, table=row.table, **told)
        entries.append(joined(text, Card(data, str(row.case)).says_who(row.sources, f"heard:{row.table}:{row.case}")))
    if not entries:
        return tag("p", say("studio.no-example"))
    return joined(tag("p", tag("b", say("studio.examples"))), items(entries))


def example_html(data: Dataset, design: Design, field: str) -> Markup:
    """Two real cases that show what a choice can be, each with what it did and its "says who?"."""
    entries = []
    for at, (case, row) in enumerate(examples(data, design, field).iterrows()):
        card, where = Card(data, str(case)), data.cases.loc[case]
        basis, label = _basis(data, card, field, settings.language), say("says-who.of", what=where["name"])
        who = details(say("says-who"), basis, key=f"example:{field}:{at}", label=label)
        told = {"city": where["city"], "country": where["country"], "same": bool(row["same"])}
        did = _did(data, str(case), field, row["code"])
        entries.append(joined(say_html("studio.example", did=did, **told), who))
    if not entries:
        return tag("p", say("studio.no-example"))
    return joined(tag("p", tag("b", say("studio.examples"))), items(entries))


def _did(data: Dataset, case: str, field: str, code: str) -> str:
    """What a case did in a field, in a few words."""
    book = load_codebook()
    if field == "boards":
        board = data.one("boards", case)
        known = board[~board["seats"].isna().groupby(board["board"]).transform("any")]
        first = known[known["board"] == known["board"].iloc[0]]
        seats = "; ".join(f"{row.bloc} {row.seats}" for row in first.itertuples())
        return say("studio.example-seats", share=code, board=first["name"].iloc[0], seats=seats)
    if field in LIST_TABLES:
        return listed([book.phrase(field, str(one)) for one in data.one(LIST_TABLES[field], case)["code"]])
    return book.phrase(field, code)


@lru_cache(maxsize=512)
def _basis(data: Dataset, card: Card, field: str, language: str) -> Markup:
    """Reason and sources of a coded field; where the record gives no reason of its own, its summary and all sources."""
    if field == "boards":
        return card.says_who_rows("boards", opened=True)
    if field in ("decision_right", "ownership_model") or field.startswith("roles."):
        return joined(tag("p", tag("b", card.title())), data.why(card.case, field).body())
    return joined(card.head(), card.all_sources())


def chosen_html(values: Mapping[str, Any], keys: Sequence[str]) -> Markup:
    """Definitions of the codes that have been chosen in a block."""
    book, entries = load_codebook(), []
    for field in keys:
        codes = [values[field]] if isinstance(values[field], str) else list(values[field] or ())
        if field in book.fields and book.fields[field].codes:
            for code in filter(None, codes):
                definition = said(book.codes(field)[code].definition)
                entries.append(joined(tag("b", answer(field, code)), f": {definition}"))
    return items(entries) if entries else Markup()
