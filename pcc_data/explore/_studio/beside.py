"""What stands beside the canvas, as HTML: seven lines that say it at a glance, each of which opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.analysis.co_production import DELIVERS, PLANS, SIDES, co_production, doing, place_of, rule
from pcc_data.codes import load_codebook, said
from pcc_data.designs.advice import COMPANY, SEARCHED, Outlook, examples, lacking, learned, nearest, outlook, troubled
from pcc_data.designs.design import said_of
from pcc_data.markup import details, items
from pcc_data.pages.card import Card
from pcc_data.say import listed, number
from pcc_data.settings import settings

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.designs import Design

_HEAD = "<h3>What your design makes</h3>"


def beside(data: Dataset, design: Design, weights: Mapping[str, float] | None = None) -> str:
    """All of it for a design. Nothing in it is a mark: it counts, names cases and quotes what they learned."""
    order = nearest(data, design, SEARCHED, weights)
    parts = [_place(data, design), _model(design), _vote(outlook(design))]
    if not len(order):
        return (
            _HEAD
            + "".join(parts)
            + "<p>Choose a sector, an owner or anything else that cases can be compared by: similar cases appear"
            " here.</p>"
        )
    company = list(order.index[:COMPANY])
    parts += [
        _similar(data, order.head(3)),
        _lacks(data, design, company),
        _warnings(data, order.index),
        _lessons(data, company[:3]),
    ]
    return _HEAD + "".join(parts)


def place_sentence(design: Design) -> str:
    """The place in the grid in words, or what is still open."""
    plans, delivers = place_of(design.codes)
    open_ = [field for field, code in (("governance", plans), ("delivery", delivers)) if code == "not_found"]
    if open_:
        return f"open, until you choose {listed([load_codebook().label(f'roles.{role}').lower() for role in open_])}"
    if plans == delivers:
        return f"{doing(plans, 'plan')} and {'deliver' if plans == 'shared' else 'delivers'}"
    return f"{doing(plans, 'plan')}, {doing(delivers, 'deliver')}"


def grid_html(data: Dataset, design: Design) -> str:
    """The nine places with the number of real cases in each; the design's own place is marked."""
    counts, here = _grid(data), place_of(design.codes)
    head = "".join(f"<th scope='col'>{doing(side, 'plan').capitalize()}</th>" for side in SIDES)
    rows = []
    for delivers in reversed(SIDES):
        cells = []
        for plans in SIDES:
            mine = (plans, delivers) == here
            start = "<td class=pcc-here><b>★ your design</b><br>" if mine else "<td>"
            cells.append(f"{start}{counts.get((plans, delivers), 0)} of {len(data)}</td>")
        rows.append(f"<tr><th scope='row'>{doing(delivers, 'deliver').capitalize()}</th>{''.join(cells)}</tr>")
    return f"<table class='pcc-grid'><thead><tr><td></td>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _place(data: Dataset, design: Design) -> str:
    note = (
        '<p class="pcc-quiet">Real cases in each place. The middle is full co-production (Bovaird, 2007).'
        f" {escape(rule())}</p>"
    )
    return details(f"Who plans and delivers: {place_sentence(design)}", grid_html(data, design) + note, key="place")


def model_sentence(design: Design) -> str:
    """The ownership model that the design makes, in plain text."""
    made = design.model
    if made is None:
        return "open, until you choose the owner"
    book = load_codebook()
    return (
        book.label("ownership_model", made.model)
        if made.model
        else f"none of the {number(len(book.codes('ownership_model')))}"
    )


def _model(design: Design) -> str:
    made, chosen = design.model, design["ownership_model"]
    if made is None:
        return details(
            f"Ownership model: {model_sentence(design)}",
            "<p>Who owns what delivers the service? See block 6.</p>",
            key="model",
        )
    book = load_codebook()
    body = f"<p><b>Why:</b> {escape(made.because)}</p>"
    if made.model:
        body += f"<p><b>The codebook says:</b> {escape(said(book.codes('ownership_model')[made.model].definition))}</p>"
    if chosen and chosen != made.model:
        body += (
            f"<p><b>You chose another:</b> {escape(book.label('ownership_model', chosen))}. Then which role or which"
            " term is not as you want it?</p>"
        )
    other = " (you chose another)" if chosen and chosen != made.model else ""
    return details(f"Ownership model: {model_sentence(design)}{other}", body, key="model")


def _vote(view: Outlook) -> str:
    if view.room is None:
        return details(
            "First vote: open, until a board has seats", "<p>Who sits on the board? See block 10.</p>", key="vote"
        )
    book, power, rows = load_codebook(), view.room.power(), []
    for name, row in power.iterrows():
        side = book.label("boards.blocs.side", str(view.room.sides[str(name)]))
        block = "yes" if row["can_block"] else "no"
        cells = (side, row["seats"], f"{row['banzhaf']:.0%}", block)
        rows.append(f"<tr><th scope='row'>{escape(str(name))}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    head = "".join(f"<th scope='col'>{text}</th>" for text in ("Bloc", "Side", "Seats", "Power", "Can block"))
    block = f"<p><b>Can block alone:</b> {escape(listed(view.blockers))}.</p>"
    note = (
        '<p class="pcc-quiet">Power: how often a bloc is the one that decides, if every combination of votes is as'
        f" likely as any other (Banzhaf, 1965). {view.room.needed} of {view.room.total} votes carry a motion when all"
        " vote.</p>"
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return details(f"First vote: {view.text.replace('The first motion', 'it')}", block + table + note, key="vote")


def fields_said(fields: Sequence[str]) -> str:
    """Names of fields, in small letters."""
    return listed([load_codebook().label(field).lower() for field in fields])


def _similar(data: Dataset, near: pd.DataFrame) -> str:
    entries = []
    for case, row in near.iterrows():
        about = details("Look at this case", _about(data, str(case), settings.language), key=f"near:{case}")
        entries.append(
            f"<b>{Card(data, str(case)).title()}</b> <span class='pcc-quiet'>(distance"
            f" {row['distance']:.2f})</span><br>Alike: {escape(fields_said(row['shared']))}.<br>Different:"
            f" {escape(fields_said(row['different']))}.{about}"
        )
    note = (
        '<p class="pcc-quiet">Distance (Gower, 1971): 0 is alike in everything that both are known for, 1 in'
        " nothing.</p>"
    )
    names = listed([str(data.cases.at[case, "city"]) for case in near.index])
    return details(f"Most similar real cases: {names}", items(entries, "ol") + note, key="similar")


def _lacks(data: Dataset, design: Design, company: Sequence[str]) -> str:
    table = lacking(data, design, company)
    if not len(table):
        text = f"nothing that the {len(company)} most similar cases had"
        return details(f"Not in your design: {text}", "<p>Everything they used is in your design.</p>", key="lacks")
    entries = [
        f"<b>{row.used} of {row.of}</b> had: {escape(said_of(row.field, row.code).lower())} "
        f"<span class='pcc-quiet'>({escape(listed([str(data.cases.at[case, 'city']) for case in row.cases]))})</span>"
        for row in table.itertuples()
    ]
    first = table.iloc[0]
    note = (
        "<p class='pcc-quiet'>Counted in the most similar cases. That they had it does not mean that you need it.</p>"
    )
    head = (
        f"Not in your design: {first['used']} of {first['of']} similar cases had"
        f" {said_of(first['field'], first['code']).lower()}"
    )
    more = f", and {len(table) - 1} more" if len(table) > 1 else ""
    return details(head + more, items(entries) + note, key="lacks")


def _warnings(data: Dataset, order: pd.Index) -> str:
    table = troubled(data, list(order))
    near, company = int((table["rank"] <= COMPANY).sum()), min(COMPANY, len(order))
    book, entries = load_codebook(), []
    for case, row in table.head(3).iterrows():
        card = Card(data, str(case))
        reason = "" if pd.isna(row["end_reason"]) else f", {book.label('end_reason', str(row['end_reason'])).lower()}"
        entries.append(
            f"<b>{card.title()}</b>: {book.label('status', str(row['status'])).lower()}{escape(reason)} (as of"
            f" {row['status_as_of']}), number {row['rank']} in likeness.{_hard(data, str(case), settings.language)}"
        )
    if not entries:
        entries = [
            f"None of the {len(order)} most similar cases ended, stalled or was weakened. That is no promise: cases"
            " that failed early leave few sources."
        ]
    return details(
        f"Warnings: {near} of the {company} most similar ended, stalled or were weakened",
        items(entries),
        key="warnings",
    )


def _lessons(data: Dataset, cases: Sequence[str]) -> str:
    told = [_told(data, case, "lessons", settings.language) for case in cases]
    count = len(learned(data, cases))
    return details(f"Lessons to weigh: {count} from the three most similar", f"<ul>{''.join(told)}</ul>", key="lessons")


# A change on the canvas shows mostly cases that were shown before: what is said of one is kept, by language.


@lru_cache(maxsize=4)
def _grid(data: Dataset) -> dict[tuple[str, str], int]:
    """Real cases in each place of the grid."""
    return dict(Counter(co_production(data)[[PLANS, DELIVERS]].astype(str).itertuples(index=False, name=None)))


@lru_cache(maxsize=256)
def _about(data: Dataset, case: str, language: str) -> str:
    card = Card(data, case)
    return card.head() + card.facts(("status", "ownership_model", "decision_right"))


@lru_cache(maxsize=256)
def _hard(data: Dataset, case: str, language: str) -> str:
    who = details("Says who?", data.why(case, "status").body(), key=f"warn:{case}")
    return who + details(
        "What made it hard there", f"<ul>{_told(data, case, 'challenges', language)}</ul>", key=f"hard:{case}"
    )


@lru_cache(maxsize=512)
def _told(data: Dataset, case: str, table: str, language: str) -> str:
    """Lessons or challenges of a case as items of a list, each with its theme, town and sources."""
    book, card, city = load_codebook(), Card(data, case), escape(str(data.cases.at[case, "city"]))
    entries = [
        f"<li>{escape(row.text)} <span class='pcc-quiet'>({escape(book.label(f'{table}.theme', row.theme))};"
        f" {city})</span>{card.says_who(row.sources, f'{table}:{case}:{at}')}</li>"
        for at, row in enumerate(learned(data, [case], table).itertuples())
    ]
    return "".join(entries)


def example_html(data: Dataset, design: Design, field: str) -> str:
    """Two real cases for a block, each with what it did and its "says who?"."""
    entries = []
    for at, (case, row) in enumerate(examples(data, design, field).iterrows()):
        card, where = Card(data, str(case)), data.cases.loc[case]
        mark = "Does the same: " if row["same"] else ""
        basis = _basis(data, card, field, settings.language)
        who = details("Says who?", basis, key=f"example:{field}:{at}", label=f"Says who? {where['name']}")
        entries.append(
            f"<b>{escape(str(where['city']))}</b>, {escape(str(where['country']))}:"
            f" {mark}{escape(_did(data, str(case), field, row['code']))}{who}"
        )
    return f"<p><b>Two real cases</b></p>{items(entries)}" if entries else "<p>No real case is known for this.</p>"


def _did(data: Dataset, case: str, field: str, code: str) -> str:
    """What a case did in a field, in a few words."""
    book = load_codebook()
    if field == "boards":
        board = data.one("boards", case)
        known = board[~board["seats"].isna().groupby(board["board"]).transform("any")]
        first = known[known["board"] == known["board"].iloc[0]]
        seats = [f"{row.bloc} {row.seats}" for row in first.itertuples()]
        return f"the community holds {code} of the seats. {first['name'].iloc[0]}: {'; '.join(seats)}"
    if field in ("public_instruments", "community_contributions"):
        table = data.one("instruments" if field == "public_instruments" else "contributions", case)
        return listed([book.label(field, str(one)).lower() for one in table["code"]])
    return book.label(field, code).lower()


@lru_cache(maxsize=512)
def _basis(data: Dataset, card: Card, field: str, language: str) -> str:
    """Reason and sources of a coded field; where the record gives no reason of its own, its summary and all sources."""
    if field == "boards":
        return card.says_who_rows("boards").replace("<details", "<details open", 1)
    if field in ("decision_right", "ownership_model") or field.startswith("roles."):
        return f"<p><b>{card.title()}</b></p>{data.why(card.case, field).body()}"
    return card.head() + card.all_sources()


def chosen_html(values: Mapping[str, Any], keys: Sequence[str]) -> str:
    """Definitions of the codes that have been chosen in a block."""
    book, entries = load_codebook(), []
    for field in keys:
        value = values[field]
        codes = [value] if isinstance(value, str) else list(value or ())
        if field in book.fields and book.fields[field].codes:
            entries += [
                f"<b>{escape(book.label(field, code))}</b>: {escape(said(book.codes(field)[code].definition))}"
                for code in codes
                if code
            ]
    return items(entries) if entries else ""
