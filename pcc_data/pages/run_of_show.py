"""The run of show to print, big enough to read at arm's length; its parts stand on the screen as well."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from pcc_data.markup import details, items, joined, say_html, tag, terms
from pcc_data.pages.run_lines import RunLine, asked_in, commands_of, needed, notebooks_of, plan_of, run_lines, screen_of
from pcc_data.pages.sheets import page
from pcc_data.say import say
from pcc_data.teaching import teaching

PEOPLE = 24
_NOTEBOOK = "NOTEBOOK"  # stands in a command for the number of each notebook
_LOOK = Markup(
    "<style>@page { margin: 12mm 14mm; } body { font-size: 12pt; line-height: 1.3; } h2 { border-bottom: .5mm"
    " solid #1a1a1a; padding-bottom: .5mm; margin: .8em 0 .2em; } .line { border-top: 1px solid #bbb; padding:"
    " 1.2mm 0; } h2 + .line { border-top: 0; } .line h3 { margin: 0; } .pcc-aloud { font-size: 1.18em;"
    " font-weight: 600; border-left: 1.2mm solid #1a1a1a; padding-left: 3mm; margin: 1mm 0 1.5mm; } .pcc-facts {"
    " display: grid; grid-template-columns: 32mm 1fr; gap: .3mm 3mm; margin: 0; } .pcc-facts dt { color: #555; }"
    " .pcc-facts dd { margin: 0; } .glance { width: auto; } .glance td { padding-right: 8mm; } .many { width: 3em;"
    " padding-left: .2em; font-weight: 650; } .two, .three { columns: 2; column-gap: 8mm; font-size: .88em; }"
    " .three { columns: 3; } .two .pcc-facts { grid-template-columns: 24mm 1fr; } .two section, .three section {"
    " margin-bottom: 2mm; } .two h3, .three h3 { margin-top: 0; } code { font-size: .9em; } .typed { margin-top: 2mm;"
    " }</style>"
)


def run_of_show(length: int = 90, people: int = PEOPLE, begin: int | None = None) -> Markup:
    """The plan for 45, 90 or 180 minutes as a complete HTML document on A4: its lines, the questions of the debrief,
    what to do when something fails, and what it needs for so many people.

    `begin` is the minute of the day at which it begins (840 is two in the afternoon); without it minutes are counted
    from 0. Raises ValueError for another length.
    """
    body = [
        _LOOK,
        plan(length, begin, folded=False, heading=2),
        tag("h2", say("run-of-show.debrief")),
        tag("div", debrief(length), css="three"),
        tag("h2", say("run-of-show.failures")),
        tag("div", failures(), css="two"),
        tag("div", tag("h2", say("run-of-show.needs", n=people)), needs(length, people), css="new-page"),
    ]
    return page(say("run-of-show.title", n=length), joined(body), foot=say("run-of-show.foot"))


def plan(length: int, begin: int | None = None, *, folded: bool = True, heading: int = 3) -> Markup:
    """All acts at a glance, then their lines under headings of the level `heading` and the next. `folded`: the way
    without a screen and what goes wrong open by click."""
    told, acts = plan_of(length), _acts(run_lines(length))
    heads = [(clock(lines[0].first, lines[-1].last, begin), _title(lines[0])) for lines in acts]
    rows = [tag("tr", tag("td", span, style="white-space:nowrap"), tag("td", title)) for span, title in heads]
    glance = tag("table", tag("tbody", rows))
    spent = say("run-of-show.spent", n=acts[-1][-1].last, total=length)
    typed = tag("div", _commands(length), css="typed")
    parts = [tag("p", told["for"], " ", spent), tag("div", glance, css="glance"), typed]
    for lines, (span, title) in zip(acts, heads, strict=True):
        head = tag(f"h{heading}", say("run-of-show.act", span=span, title=title))
        spans = [clock(line.first, line.last, begin) if len(lines) > 1 else "" for line in lines]
        parts += [head, *(_line(line, when, folded, heading + 1) for line, when in zip(lines, spans, strict=True))]
    return joined(parts)


def debrief(length: int | None = None) -> Markup:
    """The questions of the debrief, part by part: of all parts, or of those that the plan for so many minutes has."""
    had = length and {number[0] for number in notebooks_of(length)}
    parts = [part for key, part in teaching("run_of_show")["debrief"].items() if not had or key in had]
    return joined([tag("section", tag("h3", part["title"]), items(part["questions"], "ol")) for part in parts])


def needs(length: int, people: int) -> Markup:
    """People, room and what to print: how many of each, and the command that makes it."""
    parts = []
    for group, lines in needed(length, people).items():
        rows = [tag("tr", tag("td", str(count), css="many"), tag("td", _needed(line, length))) for count, line in lines]
        parts.append(tag("section", tag("h3", say(f"run-of-show.{group}")), tag("table", tag("tbody", rows))))
    return joined(parts, tag("p", say_html("run-of-show.commands"), css="quiet pcc-quiet"))


def failures() -> Markup:
    """What may fail: how it looks, what to do, and what to have ready."""
    return joined([_failure(one) for one in teaching("run_of_show")["failures"]])


def clock(first: int, last: int, begin: int | None = None) -> str:
    """From which minute to which, or from what time to what time where it is known when it begins."""
    span = [first, last] if begin is None else [clock_time(begin + first), clock_time(begin + last)]
    return say("run-of-show.span" if begin is None else "run-of-show.times", first=span[0], last=span[1])


def clock_time(minute: int) -> str:
    """A minute of the day as a clock shows it."""
    return f"{minute // 60 % 24}:{minute % 60:02d}"


def _acts(lines: list[RunLine]) -> list[list[RunLine]]:
    """The lines act by act; two breaks stay apart."""
    return [list(group) for _, group in groupby(lines, lambda line: line.act)]


def _title(line: RunLine) -> str:
    return teaching("run_of_show")["acts"][line.act]["title"]


def _line(line: RunLine, when: str, folded: bool, heading: int) -> Markup:
    texts, where = line.texts, screen_of(line)
    otherwise = [("paper", texts["paper"]), ("wrong", joined(texts["wrong"], " ", tag("b", texts["mend"])))]
    asked = asked_in(texts)
    facts = [("moves", texts["moves"]), *[("phones", say("run-of-show.aloud", text=asked))] * bool(asked)]
    facts.append(("makes", texts["makes"]))
    screen = say("run-of-show.act", span=when, title=texts["screen"]) if when else texts["screen"]
    return tag(
        "section",
        tag(f"h{heading}", screen),
        tag("div", where, css="quiet pcc-quiet") if where else "",
        tag("p", say("run-of-show.aloud", text=texts["say"]), css="pcc-aloud"),
        _facts(facts + otherwise * (not folded)),
        details(say("run-of-show.otherwise"), _facts(otherwise), key=f"line:{line.first}") if folded else "",
        css="line",
    )


def _facts(pairs: list[tuple[str, str]]) -> Markup:
    return terms((say(f"run-of-show.{key}"), told) for key, told in pairs)


def _commands(length: int) -> Markup:
    """What to type for a plan, each with what it is for."""
    found = commands_of(length).items()
    told = terms((say(f"run-of-show.to-{name}"), _command(command)) for name, command in found)
    return joined(told, tag("p", say_html("run-of-show.typed"), css="quiet pcc-quiet"))


def _command(command: str, *, whole: bool = False) -> Markup:
    """A command to type; with `whole` it stays on one line."""
    return tag("code", f"pcc {command}", style="white-space:nowrap" if whole else None)


def _needed(line: dict, length: int) -> Markup:
    """What is needed, and what to type for it: where it says NOTEBOOK, once for each notebook of the plan."""
    command = line.get("command", "")
    each = notebooks_of(length) if _NOTEBOOK in command else [""]
    made = [joined(" \xa0", _command(command.replace(_NOTEBOOK, number), whole=True)) for number in each if command]
    return joined(line["what"], *made)


def _failure(one: dict[str, str]) -> Markup:
    facts = [(key, _with_code(one[key])) for key in ("sign", "do", "ready")]
    return tag("section", tag("h3", one["what"]), _facts(facts))


def _with_code(text: str) -> Markup:
    """A text in which what stands between two backticks is a command."""
    return joined([tag("code", part) if at % 2 else part for at, part in enumerate(text.split("`"))])
