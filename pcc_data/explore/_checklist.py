"""A checklist for a council and one for a community group: every line leads to the cases it comes from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from pcc_data.codes import load_codebook
from pcc_data.errors import pick
from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, items
from pcc_data.pages import sheets
from pcc_data.pages.card import Card
from pcc_data.pages.footnotes import Footnotes
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

LOOK_AT = (
    "Read it aloud, line by line. What does your town have, what not yet, and what is not for you? Print it and take it"
    " home."
)
_KINDS = {"lessons": "Lesson", "challenges": "Challenge"}


class Ground(NamedTuple):
    """What a line of a checklist rests on: a lesson or challenge of a case, with the ids of its sources."""

    case: str
    kind: str
    text: str
    sources: str


def grounds(data: Dataset, line: dict[str, Any]) -> list[Ground]:
    """The lessons and challenges behind a line, of the cases that are in the data set."""
    found = []
    for part in line["from"]:
        rows = data.tables[part["kind"]]
        rows = rows[(rows["case"] == part["case"]) & rows["text"].str.contains(part["says"], regex=False)]
        found += [Ground(row.case, part["kind"], row.text, row.sources) for row in rows.itertuples()]
    return found


def checklist(data: Dataset, who: str = "council") -> Explorer:
    """A checklist of short lines; each opens on the lessons and challenges it rests on, and the whole can be printed.

    `who` opens on council or community. Raises ValueError for another list.
    """
    lists = teaching("checklists")
    pick(who, lists, "checklist")
    chosen = toggles("For", [("A council", "council"), ("A community group", "community")], who)
    return Explorer(LOOK_AT, {"who": chosen}, lambda who: _shown(data, lists[who], who))


def _shown(data: Dataset, content: dict[str, Any], who: str) -> str:
    parts, count, cases = [], 0, set()
    for group in content["groups"]:
        parts.append(f"<h4>{escape(group['name'])}</h4>")
        for line in group["lines"]:
            count += 1
            behind = grounds(data, line)
            cases |= {ground.case for ground in behind}
            parts.append(_line(data, line["text"], behind, f"{who}:{count}"))
    page = sheets.print_link(checklist_page(data, who), f"checklist_{who}.html", "Open or keep the page to print")
    return (
        f"<h3>{escape(content['title'])}</h3><p>{escape(content['for'])}</p>{''.join(parts)}"
        f'<p class="pcc-quiet">{count} lines in own words, from lessons and challenges of {len(cases)} of {len(data)}'
        " cases. "
        "Each rests on single cases: advice to weigh, no finding about all of them.</p>"
        f"<p>{page}</p>"
    )


def _line(data: Dataset, text: str, behind: list[Ground], key: str) -> str:
    """A line with its box, the towns it comes from with their status, and the words of the records with their
    sources."""
    entries = [
        f"<b>{Card(data, ground.case).title()}</b> <span class='pcc-quiet'>({_KINDS[ground.kind].lower()})</span>:"
        f" {escape(ground.text)}{Card(data, ground.case).sources_list(ground.sources)}"
        for ground in behind
    ]
    says = details("Says who?", items(entries), key=f"why:{key}", label=f"Says who? {text}") if entries else ""
    return (
        f'<section><p><span aria-hidden="true">☐</span> {escape(text)} '
        f'<span class="pcc-quiet">{escape(_places(data, behind))}.</span></p>{says}</section>'
    )


def _places(data: Dataset, behind: list[Ground]) -> str:
    """'Cádiz (weakened), Terrassa (active)': where a line comes from, and how these cases stand."""
    book, cases = load_codebook(), dict.fromkeys(ground.case for ground in behind)
    named = [
        f"{data.cases.at[case, 'city']} ({book.label('status', data.cases.at[case, 'status']).lower()},"
        f" {data.cases.at[case, 'status_as_of']})"
        for case in cases
    ]
    return f"From {', '.join(named)}" if named else "Its cases are not in this data set"


def checklist_page(data: Dataset, who: str) -> str:
    """The checklist as a complete page to print: boxes, room for handwriting, sources as numbered notes."""
    content = teaching("checklists")[pick(who, teaching("checklists"), "checklist")]
    notes, parts = Footnotes(data), []
    for group in content["groups"]:
        parts.append(f"<h2>{escape(group['name'])}</h2>")
        for line in group["lines"]:
            behind = grounds(data, line)
            marks = notes.marks((ground.case, ground.sources) for ground in behind)
            parts.append(
                f'<section style="margin-bottom:5mm"><p>{escape(line["text"])}{marks}<br><span'
                f' class="quiet">{escape(_places(data, behind))}</span></p><p>☐ in place &nbsp; ☐ not yet &nbsp; ☐ not'
                ' for us &nbsp; <span class="quiet">who, by when:</span></p><div class="write"></div></section>'
            )
    head = f"<p>{escape(content['for'])}</p><p>Place and date: ______________________________</p>"
    note = (
        '<p class="quiet">Lines in own words, from lessons and challenges of single cases: advice to weigh, no finding'
        " about all of them.</p>"
    )
    return sheets.page(content["title"], f"{head}{''.join(parts)}{note}{notes.html()}", data=data)
