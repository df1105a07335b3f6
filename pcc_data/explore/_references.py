"""The works that the notebooks rest on."""

from __future__ import annotations

from html import escape
from typing import Any

from pcc_data.errors import pick
from pcc_data.explore._kit.view import View
from pcc_data.markup import details, items, link
from pcc_data.teaching import teaching


def references(*keys: str) -> View:
    """Works behind the notebooks, all or those named, with a link where the address is certain, and what rests on each.

    Raises ValueError for an unknown key of `datasets/teaching/references.yaml`.
    """
    content = teaching("references")
    works = content["works"]
    chosen = {key: works[pick(key, works, "work in the list of references")] for key in keys or works}
    entries = [
        _work(work) for _, work in sorted(chosen.items(), key=lambda pair: (pair[1]["authors"], str(pair[1]["year"])))
    ]
    critics = [
        f"{escape(one['text'])} {link(one['url'], one['title'])}"
        for one in content["critiques"]
        if one["work"] in chosen
    ]
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
