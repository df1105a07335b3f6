"""Words that the notebooks use, and what the same thing is called elsewhere."""

from typing import Any

from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import pick
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import details, joined, link, say_html, tag
from pcc_data.say import say
from pcc_data.teaching import teaching


def glossary(data: Dataset | None = None, *, language: str | None = None) -> Explorer:
    """The many names of the same thing, by language, with what each does not mean; it does not depend on `data`.

    Raises ValueError for another language.
    """
    content = teaching("glossary")
    names = content["languages"]
    if language is not None:
        pick(language, names, "language of the glossary")
    options = [*((name, code) for code, name in names.items()), (say("glossary.all"), "")]
    return Explorer(
        say("glossary.look"),
        {"language": toggles(say("glossary.language"), options, language or next(iter(names)))},
        lambda language: _terms(content, language),
        printed=Printed(key=lambda: _everything(content)),
    )


def _everything(content: dict[str, Any]) -> Markup:
    """What the letters stand for, then the names in all languages, for a key."""
    letters = joined(tag("h4", say("glossary.letters")), _letters(content))
    return joined(letters, tag("h4", say("glossary.names")), _names(content, ""))


def _terms(content: dict[str, Any], language: str) -> Markup:
    return joined(_names(content, language), details(say("glossary.letters"), _letters(content), key="letters"))


def _names(content: dict[str, Any], language: str) -> Markup:
    """The names in a language, or in all, and the trap."""
    rows = []
    for term in content["terms"]:
        if language in ("", term["language"]):
            see = tag("span", say_html("glossary.see", page=link(term["page"], term["by"])), css="pcc-quiet")
            rows.append(
                (
                    tag("th", term["term"], scope="row", lang=term["language"]),
                    tag("td", content["languages"][term["language"]]),
                    tag("td", term["means"], tag("br"), see),
                    tag("td", term["not"], data_head=say("glossary.column-not")),
                )
            )
    trap = tag("p", say_html("glossary.trap", trap=content["trap"].strip()))
    return joined(_table(("name", "language", "means", "not"), rows), trap)


def _letters(content: dict[str, Any]) -> Markup:
    """The same letters in several languages: the words, and who the partner is."""
    rows = [
        (
            tag("th", one["letters"], scope="row"),
            tag("td", content["languages"][one["language"]]),
            tag("td", one["words"], lang=one["language"]),
            tag("td", one["partner"]),
        )
        for one in content["letters"]
    ]
    return _table(("letters", "language", "words", "partner"), rows)


def _table(columns: tuple[str, ...], rows: list[tuple[Markup, ...]]) -> Markup:
    heads = [tag("th", say(f"glossary.column-{column}"), scope="col") for column in columns]
    body = tag("tbody", [tag("tr", row) for row in rows])
    return tag("table", tag("thead", tag("tr", heads)), body, css="pcc-glossary pcc-rows")
