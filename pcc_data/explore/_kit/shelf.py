"""The designs that lie in a folder, by letter."""

from collections.abc import Mapping
from string import ascii_uppercase

import traitlets

from pcc_data.designs import Design, examples_dir, read_folder

Designs = Mapping[str, Design]


class Shelf(traitlets.HasTraits):
    """What lies in the folder: designs by letter, and what is wrong with the other files. `value` counts the readings,
    `invented` tells whether the project's examples stand in for a folder without designs."""

    value = traitlets.Int()
    designs: Designs = {}  # noqa: RUF012 (replaced as a whole)
    problems: tuple[str, ...] = ()
    invented = False

    def read(self, folder: str) -> None:
        """Read the folder; where it holds no file at all, the project's invented examples."""
        found, problems = read_folder(folder)
        self.invented = not found and not problems
        if self.invented:
            found, problems = read_folder(examples_dir())
        self.designs, self.problems = dict(zip(ascii_uppercase, found.values(), strict=False)), tuple(problems)
        self.value += 1
