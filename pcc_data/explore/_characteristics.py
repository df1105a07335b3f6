"""What a good collaboration has: each essential with a case that has it and a case that lacked it."""

from markupsafe import Markup

from pcc_data.controls.makers import toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, tag
from pcc_data.pages.side_of_a_question import side_html
from pcc_data.say import say
from pcc_data.teaching import teaching


def characteristics(data: Dataset) -> Explorer:
    """Eight things that a good collaboration has, each with one case that has it and one that lacked it."""
    content = teaching("characteristics")
    known = {one["id"]: one for one in content["characteristics"]}
    options = [(f"{at}. {one['name']}", key) for at, (key, one) in enumerate(known.items(), 1)]

    def draw(which: str) -> Markup:
        one = known[which]
        has, lacked = (
            side_html(data, one[side], say(f"characteristics.{side}"), f"{which}:{side}") for side in ("has", "lacked")
        )
        ask = tag("p", tag("b", one["ask"]))
        return joined(tag("h3", one["name"]), ask, has, lacked)

    caution = tag("p", content["caution"], css="pcc-quiet")
    return Explorer(
        say("characteristics.look"),
        {"which": toggles(say("characteristics.which"), options)},
        lambda which: joined(draw(which), caution),
        paper=joined([draw(which) for which in known], caution),
    )
