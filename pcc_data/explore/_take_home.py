"""What a group takes home from a notebook: three lines, and a strip of paper to print."""

from markupsafe import Markup

from pcc_data.controls.lines import Line
from pcc_data.controls.live import Printed
from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import pick
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.markup import joined, tag
from pcc_data.pages import sheets
from pcc_data.pages.strip import lines_of, strip
from pcc_data.say import say
from pcc_data.teaching import teaching


def take_home(data: Dataset, key: str = "1_1") -> Explorer:
    """One sentence, one doubt, one person to ask: three lines to write in, and a page to print.

    `key` is the number of a notebook. Nothing is saved on disk. Raises ValueError for another notebook.
    """
    content = teaching("take_home")
    told = content["notebooks"][pick(key, content["notebooks"], "notebook")]
    hints = {"sentence": told["begin"]}
    lines = {name: Line(label, hint=hints.get(name, "")) for name, label in content["lines"].items()}

    def draw(**written: str) -> Markup:
        link = sheets.print_link(strip(data, key, written), f"take_home_{key}.html", say("take-home.print"))
        return joined(tag("p", link), tag("p", say("take-home.nothing-saved"), css="pcc-quiet"))

    return Explorer(say("take-home.look"), lines, draw, printed=Printed(lambda: lines_of(key, room=1)))
