"""Things to sort into piles, one after the other: nothing is told of a thing before it was sorted."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button, dropdown, toggles
from pcc_data.controls.memory import memory, recalled, remember
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, say_html, tag
from pcc_data.say import say

NOT_YET = ""


def sorting(
    words: str,
    titles: Mapping[str, str],
    piles: tuple[str, ...],
    draw: Callable[[str, dict[str, str]], Markup],
    paper: str = "",
    printed: Printed | None = None,
) -> Explorer:
    """Choose a thing, say which pile it belongs to, go on to the next.

    `words` is the message of the catalogue (.look, .story, .answer, .not-yet, .next and one part a pile); `titles` are
    names to choose from by key. `draw(key, given)` gets the chosen thing and all answers given so far. On `paper` all
    things stand below one another, without any answer; `printed` is for a worksheet and its key.
    """
    options = [(f"{at}. {title}", key) for at, (key, title) in enumerate(titles.items(), 1)]
    chosen = dropdown(say(f"{words}.story"), options, width="24rem")
    answers = [(say(f"{words}.not-yet"), NOT_YET), *((say(f"{words}.{pile}"), pile) for pile in piles)]
    answer = toggles(say(f"{words}.answer"), answers)
    given, onward = memory(), button(say(f"{words}.next"), "arrow-right")

    def turn() -> None:
        answer.value = recalled(given.value).get(chosen.value, NOT_YET)

    explorer = Explorer(
        say(f"{words}.look"),
        {"story": chosen, "answer": answer, "given": given, "onward": onward},
        lambda story, answer, given: draw(story, recalled(given)),
        first={"story": turn},
        paper=paper,
        printed=printed,
    )

    def note(change: dict) -> None:
        if recalled(given.value).get(chosen.value, NOT_YET) != change["new"]:
            remember(given, **{chosen.value: change["new"] or None})

    keys = list(titles)
    answer.observe(explorer.guarded(note), "value")
    onward.on_click(
        explorer.guarded(lambda _: chosen.set_trait("value", keys[(keys.index(chosen.value) + 1) % len(keys)]))
    )
    return explorer


def sorted_so_far(
    words: str,
    titles: Mapping[str, str],
    piles: tuple[str, ...],
    right: Mapping[str, str],
    given: Mapping[str, str],
    last: str,
) -> Markup:
    """What was sorted so far, pile by pile as it is right, with a mark at what was said otherwise, and how often it was
    said so; `last` is said when all are sorted."""
    if not given:
        return tag("p", say(f"{words}.none-sorted", total=len(titles)))
    same = {key: pile == right[key] for key, pile in given.items()}
    parts = [tag("p", say(f"{words}.sorted", n=len(given), total=len(titles), same=sum(same.values())))]
    if len(given) == len(titles):
        parts.append(tag("p", last))
    for pile in piles:
        keys = [key for key in titles if key in given and right[key] == pile]
        shown = [f"{titles[key]} {'✔' if same[key] else '✘'}" for key in keys]
        parts.append(tag("p", say_html("sorting.pile", pile=say(f"{words}.{pile}"), n=len(keys), stories=shown)))
    return joined(parts)
