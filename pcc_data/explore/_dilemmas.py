"""Five dilemmas: lean to one side, then hear what speaks for the other."""

from typing import Any

from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import in_words, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, say_html, tag
from pcc_data.pages.sheets import room_to_write
from pcc_data.pages.side_of_a_question import side_html
from pcc_data.pages.space import boxes
from pcc_data.say import say
from pcc_data.teaching import teaching

SIDES = ("first", "second")


def dilemmas(data: Dataset) -> Explorer:
    """Five difficulties as dilemmas, each side with a case. What cases tell comes when somebody leans to a side, the
    other side first."""
    known = {one["id"]: one for one in teaching("dilemmas")["dilemmas"]}
    which = toggles(say("dilemmas.which"), [(one["name"], key) for key, one in known.items()])
    lean = toggles(say("dilemmas.lean"), [(say("dilemmas.not-yet"), ""), *in_words("dilemmas.lean", SIDES)])

    def draw(which: str, lean: str) -> Markup:
        one = known[which]
        asked = _asked(one)
        if not lean:
            return asked
        other, same = sorted(SIDES, key=lambda side: side == lean)
        told = [
            side_html(data, one[side], say(f"dilemmas.for-{kind}", claim=one[side]["claim"]), f"{which}:{side}")
            for side, kind in ((other, "other"), (same, "yours"))
        ]
        return joined(asked, tag("div", told, css="pcc-feedback", role="status"), tag("p", say("dilemmas.then")))

    return Explorer(
        say("dilemmas.look"),
        {"which": which, "lean": lean},
        draw,
        first={"which": lambda: lean.set_trait("value", "")},
        printed=Printed(
            lambda: joined(map(_to_lean, known.values())), lambda: joined(_both(data, one) for one in known.values())
        ),
    )


def _asked(one: dict[str, Any]) -> Markup:
    """A dilemma with what both sides claim."""
    sides = [tag("p", say_html(f"dilemmas.side-{side}", claim=one[side]["claim"])) for side in SIDES]
    return joined(tag("h3", one["name"]), tag("p", one["question"]), sides)


def _to_lean(one: dict[str, Any]) -> Markup:
    """A dilemma with a box for each side, and room for a rule."""
    sides = boxes(say(f"dilemmas.lean-{side}") for side in SIDES)
    return tag("section", _asked(one), sides, room_to_write(1, say("on-paper.some-of-both")))


def _both(data: Dataset, one: dict[str, Any]) -> Markup:
    """What cases tell for each side."""
    told = [side_html(data, one[side], one[side]["claim"], f"paper:{one['id']}:{side}") for side in SIDES]
    return tag("section", tag("h3", one["name"]), told)
