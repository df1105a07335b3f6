"""Words that the notebooks use, and what the same thing is called elsewhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from pcc_data.errors import pick
from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, link
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def glossary(data: Dataset | None = None, *, language: str | None = None) -> Explorer:
    """The many names of the same thing, by language, with what each does not mean; it does not depend on `data`.

    Raises ValueError for another language.
    """
    content = teaching("glossary")
    names = content["languages"]
    if language is not None:
        pick(language, names, "language of the glossary")
    chosen = toggles(
        "Language", [*((name, code) for code, name in names.items()), ("All", "")], language or next(iter(names))
    )
    return Explorer(
        "Which of these words do you know? What would you have taken it to mean?",
        {"language": chosen},
        lambda language: _terms(content, language),
    )


def _terms(content: dict[str, Any], language: str) -> str:
    terms = [term for term in content["terms"] if language in ("", term["language"])]
    rows = "".join(
        f'<tr><th scope="row" lang="{term["language"]}">{escape(term["term"])}</th>'
        f"<td>{escape(content['languages'][term['language']])}</td>"
        f"<td>{escape(term['means'])}<br><span class='pcc-quiet'>See {link(term['page'], term['by'])}</span></td>"
        f"<td>{escape(term['not'])}</td></tr>"
        for term in terms
    )
    heads = "".join(
        f"<th scope='col'>{head}</th>" for head in ("Name", "Language", "What it means", "What it does not mean")
    )
    return (
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table><p><b>A trap:</b>"
        f" {escape(content['trap'].strip())}</p>"
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
