"""Several documents to print bound into one, so that a browser makes one PDF of them: each keeps its paper and its
look."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from pcc_data.markup import joined, tag
from pcc_data.paths import asset
from pcc_data.say import say
from pcc_data.settings import settings

_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_BODY = re.compile(r"<body>(.*)</body>", re.DOTALL)
_PAGE = re.compile(r"@page\s*\{([^}]*)\}")
_WHOLE = re.compile(r"(?<![\w.-])(?:html|body)(?![\w-])(?=[^{}]*\{)")
"""What a style sheet says of the whole document; in the bound one it is said of a part."""

_WHOLE_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    "<style>{css}</style></head><body>{parts}</body></html>\n"
)


def bound(documents: Iterable[str]) -> Markup:
    """One complete HTML document of several that `pages.sheets.page` made, one behind the other, each on its paper."""
    looks, parts = [], []
    for at, document in enumerate(documents, start=1):
        name = f"doc{at}"
        css = "\n".join(dict.fromkeys(_STYLE.findall(document)))
        paper = " ".join(map(str.strip, _PAGE.findall(css)))
        inner = _WHOLE.sub(":scope", _PAGE.sub("", css))
        looks.append(f"@page {name} {{ {paper} }}\n#{name} {{ page: {name}; }}\n@scope (#{name}) {{ {inner} }}\n")
        body = _STYLE.sub("", _BODY.search(document)[1])
        parts.append(tag("article", Markup(body), id=name, css="bound"))
    return _WHOLE_PAGE.format(
        language=settings.language,
        title=say("handout.title"),
        css=Markup("\n".join([asset("bound.css"), *looks])),
        parts=joined(parts),
    )
