"""The works that the notebooks rest on."""

from typing import Any

from markupsafe import Markup

from pcc_data.errors import pick
from pcc_data.markup import details, items, joined, link, say_html, tag
from pcc_data.pages.view import View
from pcc_data.say import say
from pcc_data.teaching import teaching


def references(*keys: str) -> View:
    """Works behind the notebooks, all or those named, with a link where the address is certain, and what rests on each.

    Raises ValueError for an unknown key of `datasets/teaching/references.yaml`.
    """
    content = teaching("references")
    works = content["works"]
    chosen = {key: works[pick(key, works, "work in the list of references")] for key in keys or works}
    in_order = sorted(chosen.values(), key=lambda work: (work["authors"], str(work["year"])))
    critics = [
        joined(one["text"], " ", link(one["url"], one["title"]))
        for one in content["critiques"]
        if one["work"] in chosen
    ]
    note = details(say("references.critics"), items(critics), key="critics") if critics else ""
    own_words = tag("p", say("references.own-words"), css="pcc-quiet")
    return View(joined(items(map(_work, in_order), "ul", "pcc-works"), note, own_words))


def _work(work: dict[str, Any]) -> Markup:
    told = say_html(
        "references.work",
        authors=work["authors"],
        year=str(work["year"]),
        title=link(work["url"], work["title"]) if "url" in work else work["title"],
        where=work["where"],
        about=link(work["about"], say("references.about")) if "about" in work else "none",
    )
    used = say("references.used", used=work["used_for"], read=say(f"references.read-{work['read']}"))
    return joined(told, tag("br"), tag("span", used, css="pcc-quiet"))
