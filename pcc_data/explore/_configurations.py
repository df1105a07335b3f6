"""Which combinations of conditions go with an outcome, in words, with what the result rests on beside it."""

from collections.abc import Iterable

from markupsafe import Markup

from pcc_data.analysis.qca.ready import CONDITIONS, MOST, OPENING, OUTCOMES
from pcc_data.arguments import one_of, several
from pcc_data.codes import load_codebook
from pcc_data.controls.makers import dropdown, in_words
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters, narrowed, none_left, report_or_all
from pcc_data.pages.configurations_told import CUTS, Asked, configurations_told
from pcc_data.say import say

KINDS = ("conservative", "parsimonious", "intermediate")


def configurations(
    data: Dataset, conditions: Iterable[str] = OPENING, outcome: str = "durability", kind: str = "conservative"
) -> Explorer:
    """The truth table of up to five conditions and an outcome, its solutions in words, and how far they hold: what they
    rest on, who is missing, and what changes with other cut-offs or without one of the cases.

    `conditions` are names of `pcc_data.analysis.qca.ready.CONDITIONS`, `kind` is conservative, parsimonious or
    intermediate (which expects the presence of each condition to go with the outcome). Raises ValueError for other
    words and for more than five conditions.
    """
    chosen = several(conditions, CONDITIONS, "condition")
    if len(chosen) > MOST:
        raise ValueError(f"{len(chosen)} conditions were chosen; allowed: 1 to {MOST}.")
    controls = _controls(chosen, one_of(outcome, OUTCOMES, "outcome"), one_of(kind, KINDS, "kind of solution"))

    def draw(outcome: str, least: int, incl: float, few: int, kind: str, **more: str) -> Markup:
        picked = [more[f"condition_{at}"] for at in range(MOST)]
        where = {name: value for name, value in more.items() if not name.startswith("condition_")}
        asked = Asked([name for name in dict.fromkeys(picked) if name], outcome, least, incl, few, kind)
        part = narrowed(data, where)
        if not len(part):
            return none_left(where)
        if not asked.conditions:
            return empty(say("configurations.choose"))
        return configurations_told(part, asked)

    return Explorer(say("configurations.look"), controls, draw)


def _controls(chosen: list[str], outcome: str, kind: str) -> dict:
    book, every = load_codebook(), in_words("configurations.set", CONDITIONS)
    none = (say("configurations.no-condition"), "")
    lists = {
        f"condition_{at}": dropdown(
            say("configurations.condition", n=str(at + 1)), [none, *every], chosen[at] if at < len(chosen) else ""
        )
        for at in range(MOST)
    }
    rated = [(say("configurations.from", n=str(least)), least) for least in (1, 2, 3)]
    return {
        **lists,
        "outcome": dropdown(
            say("configurations.outcome"), [(book.label(f"outcomes.{one}"), one) for one in OUTCOMES], outcome
        ),
        "least": dropdown(say("configurations.least"), rated, 2),
        "incl": dropdown(say("configurations.incl"), [(f"{cut:.2f}", cut) for cut in CUTS], 0.8),
        "few": dropdown(say("configurations.few"), [(str(count), count) for count in (1, 2, 3)], 1),
        "kind": dropdown(say("configurations.kind"), in_words("configurations.kind", KINDS), kind),
        "collection": report_or_all(),
        **filters("sector", "scale", small=True),
    }
