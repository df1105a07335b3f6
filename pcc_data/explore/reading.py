"""Questions to put to a case, the names of the same thing, and the works that the notebooks rest on."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from pcc_data.cards import Card
from pcc_data.errors import pick
from pcc_data.explore.base import Explorer, case_options, dropdown, empty, some_cases, toggles
from pcc_data.explore.views import View
from pcc_data.html import details, items, link
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

SHOWN = 3  # lessons and challenges beside a question: more would bury it


def everyday(data: Dataset) -> Explorer:
    """The tap, the rent, the doctor: questions about an everyday thing, and the report's cases from that sector."""
    things = teaching("everyday")
    thing = toggles("Think of", [(things[sector]["thing"], sector) for sector in things])
    return Explorer(
        "Choose a thing you used today. Can you answer the three questions? Then look elsewhere.",
        {"thing": thing},
        lambda thing: _thing(data, thing, things[thing]["questions"]),
    )


def _thing(data: Dataset, sector: str, questions: list[str]) -> str:
    ten = data.filter(collection="report", sector=sector)
    some = ten if len(ten) else data.filter(sector=sector)
    asked = items([escape(question) for question in questions], "ol")
    if not len(some):
        return asked + empty("These data hold no case from this sector.")
    card = Card(some, some.cases.index[0])
    answer = f"Who owns it, who decides, who pays: an answer from {escape(some.cases.at[card.case, 'city'])}"
    return f"{asked}<h4>{answer}</h4>{card.head()}{card.facts(_EVERYDAY)}"


_EVERYDAY = ("roles.ownership", "roles.governance", "roles.running_costs")


def ask_a_case(data: Dataset, case: str | None = None) -> Explorer:
    """Put Ostrom's eight design principles (1990), as questions, to a case: what its record holds, and where it is
    silent.

    Raises ValueError for an unknown case.
    """
    content = teaching("design_principles")
    if case is not None:
        data.one("cases", case)
    which = dropdown("Case", case_options(some_cases(data), "collection", "city"), case, width="46rem")
    question = toggles("Ask about", [(f"{at}. {one['name']}", at - 1) for at, one in enumerate(content["principles"], 1)], 0)
    return Explorer(
        "Choose a case and a question. Answer it from what stands below: yes, no, or the record does not tell.",
        {"case": which, "question": question},
        lambda case, question: _asked(data, case, content, question),
    )


def _asked(data: Dataset, case: str, content: dict[str, Any], number: int) -> str:
    principle, card = content["principles"][number], Card(data, case)
    texts = [entry for table in ("challenges", "lessons") for entry in _texts(data, case, table, principle["themes"])]
    found = (
        f"<h4>What the record holds</h4>{card.facts(tuple(principle['look_at']))}"
        if principle["look_at"]
        else "<p><b>No field of a record asks this.</b> Silence here is not a no.</p>"
    )
    heard = (
        f"<h4>What else may tell</h4>{items(texts)}"
        if texts
        else "<p>No lesson or challenge of this case is filed under a theme near to the question.</p>"
    )
    return (
        f"<h3>{card.title()}</h3><p><b>{number + 1}. {escape(principle['name'])}.</b> "
        f"{escape(principle['question'])}</p>{found}{heard}<p class='pcc-quiet'>Question in own words after "
        f"{_short('ostrom1990')}. {escape(content['caution'].strip())}</p>"
    )


def _texts(data: Dataset, case: str, table: str, themes: list[str]) -> list[str]:
    rows = data.one(table, case)
    rows = rows[rows["theme"].isin(themes)].head(SHOWN)
    kind, card = {"challenges": "Challenge", "lessons": "Lesson"}[table], Card(data, case)
    return [f"{kind}: {escape(row.text)}{card.says_who(row.sources, f'{table}:{at}')}" for at, row in enumerate(rows.itertuples())]


def glossary(data: Dataset | None = None, *, language: str | None = None) -> Explorer:
    """The many names of the same thing, by language, with what each does not mean; it does not depend on `data`.

    Raises ValueError for another language.
    """
    content = teaching("glossary")
    names = content["languages"]
    if language is not None:
        pick(language, names, "language of the glossary")
    chosen = toggles("Language", [*((name, code) for code, name in names.items()), ("All", "")], language or next(iter(names)))
    return Explorer(
        "Which of these words do you know? What would you have taken it to mean?",
        {"language": chosen},
        lambda language: _terms(content, language),
    )


def _terms(content: dict[str, Any], language: str) -> str:
    terms = [term for term in content["terms"] if language in ("", term["language"])]
    rows = "".join(
        '<tr><th scope="row" '
        f'lang="{term["language"]}">{escape(term["term"])}</th><td>{escape(content["languages"][term["language"]])}</td>'
        f"<td>{escape(term['means'])}<br><span class='pcc-quiet'>See {link(term['page'], term['by'])}</span></td>"
        f"<td>{escape(term['not'])}</td></tr>"
        for term in terms
    )
    heads = "".join(f"<th scope='col'>{head}</th>" for head in ("Name", "Language", "What it means", "What it does not mean"))
    return (
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table><p><b>A trap:</b> {escape(content['trap'].strip())}</p>"
        f"{details('What the letters stand for', _letters(content), key='letters')}"
    )


def _letters(content: dict[str, Any]) -> str:
    """The same letters in several languages: the words, and who the partner is."""
    rows = "".join(
        f'<tr><th scope="row">{one["letters"]}</th><td>{escape(content["languages"][one["language"]])}</td>'
        f'<td lang="{one["language"]}">{escape(one["words"])}</td><td>{escape(one["partner"])}</td></tr>'
        for one in content["letters"]
    )
    heads = "".join(f"<th scope='col'>{head}</th>" for head in ("Letters", "Language", "Words", "Who the partner is"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def references(*keys: str) -> View:
    """Works behind the notebooks, all or those named, with a link where the address is certain, and what rests on each.

    Raises ValueError for an unknown key of `datasets/teaching/references.yaml`.
    """
    content = teaching("references")
    works = content["works"]
    chosen = {key: works[pick(key, works, "work in the list of references")] for key in (keys or works)}
    entries = [_work(work) for _, work in sorted(chosen.items(), key=lambda pair: (pair[1]["authors"], str(pair[1]["year"])))]
    critics = [f"{escape(one['text'])} {link(one['url'], one['title'])}" for one in content["critiques"] if one["work"] in chosen]
    note = details("Critics and warnings", items(critics), key="critics") if critics else ""
    return View(
        f'{items(entries, "ul", "pcc-works")}{note}<p class="pcc-quiet">All statements are in own words; no text was '
        "taken over. A link is given only to pages that were seen.</p>"
    )


_READ = {
    "about": "known here through texts about it",
    "bibliography": "known here by its method only",
    "abstract": "abstract or beginning read",
    "full": "read in full",
}


def _work(work: dict[str, Any]) -> str:
    title = link(work["url"], work["title"]) if "url" in work else escape(work["title"])
    about = f" ({link(work['about'], 'a page about it')})" if "about" in work else ""
    return (
        f"{escape(work['authors'])} ({work['year']}). <i>{title}</i>. {escape(work['where'])}.{about}<br>"
        f'<span class="pcc-quiet">For: {escape(work["used_for"])} – {_READ[work["read"]]}.</span>'
    )


def _short(key: str) -> str:
    work = teaching("references")["works"][key]
    return f"{escape(work['authors'].split(',')[0])} ({work['year']})"
