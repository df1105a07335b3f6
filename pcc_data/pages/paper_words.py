"""What a text says on paper: sentences about the screen (to click, to press, to choose in a list) are left out.

The words by which such a sentence is known stand in the catalogue, so that another language brings its own. Whatever
follows such a sentence in its paragraph goes with it: it tells what is seen after the click.
"""

from __future__ import annotations

import re
from functools import cache

from pcc_data.say import say
from pcc_data.settings import settings

_END = re.compile(r"(?<=[.?!:])(?:(?<=\d\.)(?!))?[”\"')*]*\s+(?=[\"“(*`\[]*[A-ZÀ-Þ0-9])")
_LABEL = r"(?<!\*)\*(?!\*)[^*]+\*(?!\*)|<(?:i|em)>|“"
"""What a control is called, in Markdown, in HTML, in plain text."""
_LEAD = re.compile(r"^\*\*([^*]+)\*\*\s*")
_LIST = re.compile(r"^(?:- |\d+\. |\|)")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sentence about the screen is known: words that only a screen has, a verb before the name of a control, the
    name of a control before what it does. And how a task begins."""
    screen, control, does, task = (
        "|".join(say(f"paper-words.{kind}").split(", ")) for kind in ("screen", "control", "does", "task")
    )
    words = rf"(?<!\w)(?:{screen})(?!\w)"
    named = rf"(?<!\w)(?:{control})(?!\w)[^.?!]*?(?:{_LABEL})"
    names = rf"(?:{_LABEL})\s*(?:</i>|</em>)?\s*(?:{does})(?!\w)"
    return re.compile(f"{words}|{named}|{names}", re.IGNORECASE), re.compile(rf"(?:{task})(?!\w)")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; what ends with a colon stays with what it announces."""
    found: list[str] = []
    for part in _END.split(" ".join(text.split())):
        if found and found[-1].rstrip("*").endswith(":"):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return [part for part in found if part]


def of_the_screen(sentence: str) -> bool:
    """Whether a sentence speaks of what can only be done on a screen."""
    return bool(_patterns(settings.language)[0].search(sentence))


def is_task(sentence: str) -> bool:
    """Whether a sentence asks something or says what to do, and so tells no answer."""
    return sentence.rstrip('*_”")').endswith("?") or bool(_patterns(settings.language)[1].match(sentence))


def paragraphs(source: str) -> list[str]:
    """The paragraphs of a Markdown cell; a list or a table is one."""
    return [part.strip("\n") for part in re.split(r"\n\s*\n", source) if part.strip()]


def is_list(paragraph: str) -> bool:
    """Whether a paragraph is a list or a table."""
    return bool(_LIST.match(paragraph))


def lead_of(paragraph: str) -> str:
    """The word in bold with which a paragraph begins (`Guess first.`), or an empty text."""
    found = _LEAD.match(paragraph)
    return found[1].strip() if found else ""


def printed(paragraph: str) -> str:
    """A paragraph of Markdown without what it says of the screen; empty where nothing is left.

    Under a word in bold all that stands before the first such sentence stays. Of other paragraphs a rest stays only if
    it is the larger part: a mere beginning would hang in the air.
    """
    if paragraph.startswith("#") or not of_the_screen(paragraph):
        return paragraph
    if is_list(paragraph):
        lines = re.split(r"\n(?=- |\d+\. |\|)", paragraph)
        return "\n".join(line for line in lines if not of_the_screen(line))
    lead = lead_of(paragraph)
    every = sentences(_LEAD.sub("", paragraph) if lead else paragraph)
    kept = before_the_screen(every)
    if lead:
        return f"**{lead}** {' '.join(kept)}" if kept else ""
    return " ".join(kept) if 2 * len(kept) > len(every) else ""


def before_the_screen(every: list[str]) -> list[str]:
    """The sentences before the first one that speaks of the screen."""
    first = next((at for at, one in enumerate(every) if of_the_screen(one)), len(every))
    return every[:first]


def tasks(paragraph: str) -> str:
    """The questions and tasks of a paragraph, without what it tells; empty where there are none."""
    lead = lead_of(paragraph)
    kept = [one for one in sentences(_LEAD.sub("", paragraph)) if is_task(one)]
    return f"**{lead}** {' '.join(kept)}" if lead and kept else " ".join(kept)
