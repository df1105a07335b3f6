"""The studio: a bar that keeps the design, a canvas of blocks on the left, and on the right what the design makes."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.analysis.similar import FEATURES
from pcc_data.codes import load_codebook
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import button, controls_row, toggle
from pcc_data.controls.panel import on_paper
from pcc_data.controls.picture import Picture
from pcc_data.dataset.dataset import Dataset
from pcc_data.designs import Design
from pcc_data.designs.blocks import BLOCKS
from pcc_data.designs.canvas_values import design_of, filled, values_of
from pcc_data.designs.drafts import Draft
from pcc_data.designs.folder import FOLDER
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._studio.controls import controls
from pcc_data.explore._studio.keeping import Keeping
from pcc_data.explore._studio.offer import Offer
from pcc_data.markup import joined, tag
from pcc_data.pages.beside import beside, block_html, chosen_html
from pcc_data.pages.canvas import canvas_blocks
from pcc_data.say import say
from pcc_data.tables.spec import ROLES

_WEIGHTED = {name: (name,) for name in FEATURES if not name.startswith("roles.")} | {
    "roles": tuple(f"roles.{role}" for role in ROLES)
}


def studio(data: Dataset, folder: str | os.PathLike[str] | None = None) -> Studio:
    """A canvas of blocks for a design, with real cases beside them, and what the whole makes: its place in the
    co-production grid, its model, its first vote, the most similar cases, what those used, how they fared, what they
    learned.

    A design is saved into `folder` (default: `my_designs`, here) or another one that the reader names. Until then a
    draft is kept in a hidden file of `folder`, and offered when the studio is opened there again.
    """
    return Studio(data, folder or FOLDER)


class Studio(Explorer):
    """The widget of `studio`. `design` is what has been drawn so far; `show` puts another one on the canvas."""

    def __init__(self, data: Dataset, folder: str | os.PathLike[str]) -> None:
        self.data, self.base, self.step = data, Design(), 0
        self._before = self._drafted = Design()
        self._weights = {name: _slider(name) for name in _WEIGHTED}
        found = controls(data, self._kept)
        self._said, self._examples = widgets.HTML(), Picture()
        super().__init__(
            say("studio.look"),
            {**found, **{f"weight:{name}": slider for name, slider in self._weights.items()}},
            self._page,
            printed=Printed(canvas_blocks),
        )
        self._steps = [
            button(f"{at} {block.name}", "", self.guarded(lambda _, at=at: self.go(at - 1)))
            for at, block in enumerate(BLOCKS, start=1)
        ]
        self._back = button(say("studio.back"), "arrow-left", self.guarded(lambda _: self.go(self.step - 1)))
        self._next = button(say("studio.next"), "arrow-right", self.guarded(lambda _: self.go(self.step + 1)))
        self._bring = button(say("studio.bring-back"), "history", self.guarded(lambda _: self.show(self._before)))
        self._weighing = toggle(say("studio.weigh"), "balance-scale")
        self.keeping = Keeping(self, os.fspath(folder), found["by"])
        self.offer = Offer(folder, self._take)
        self._arrange()
        for control in self.controls.values():
            control.observe(self.guarded(lambda _: self._follow()), "value")
        self.go(0)

    def _arrange(self) -> None:
        """What keeps it at the top, below it the canvas on the left and what it makes on the right."""
        self._block, self._met = widgets.VBox(), {}
        sliders = widgets.Box(list(self._weights.values()), layout=widgets.Layout(display="none"))
        self._weighing.observe(
            lambda change: setattr(sliders.layout, "display", "" if change["new"] else "none"), "value"
        )
        moves = controls_row(self._back, self._next, self.again, self._bring)
        left = widgets.VBox([moves, self._said, self._block, self._examples])
        right = widgets.VBox([self._weighing, sliders, self.picture])
        steps, both = controls_row(*self._steps, css=("pcc-steps",)), widgets.Box([left, right])
        for box, name in ((both, "pcc-studio"), (left, "pcc-step"), (sliders, "pcc-weights")):
            box.add_class(name)
        self._bring.layout.display = "none"
        self.children = [self.prompt, self.offer, self.keeping, steps, both]

    @property
    def design(self) -> Design:
        """The design as it stands. Raises DesignError for a text that a design cannot hold."""
        return design_of(self.values(), self.base)

    def set(self, **values: Any) -> None:
        """Set several controls, draw once, and mark the canvas."""
        super().set(**values)
        self._follow()

    def weights(self) -> dict[str, float]:
        """The weight of each compared field."""
        return {field: slider.value for name, slider in self._weights.items() for field in _WEIGHTED[name]}

    def show(self, design: Design) -> None:
        """Put a design on the canvas; what was there can be brought back."""
        kept, self.base = self._kept(), design
        self._before = kept if kept != Design() else self._before
        self._bring.layout.display = "" if self._before != Design() else "none"
        self.set(**values_of(design))

    def _take(self, draft: Draft) -> None:
        """Go on with a draft."""
        self.keeping.file, self.keeping.text = draft.file, draft.text
        self.show(draft.design)

    def start_again(self) -> None:
        """An empty canvas at its first block, all weights equal. What was there can be brought back."""
        self.offer.anew()
        self.keeping.file = self.keeping.text = ""
        self.set(**{f"weight:{name}": 1 for name in self._weights})
        self.show(Design())
        self.go(0)

    def go(self, step: int) -> None:
        """Show the block with this number, counted from 0."""
        self.step = min(max(step, 0), len(BLOCKS) - 1)
        block = BLOCKS[self.step]
        if self.step not in self._met:
            self._met[self.step] = widgets.VBox([self.controls[key] for key in block.keys])
            self._block.children = tuple(self._met.values())
        for at, box in self._met.items():  # hidden, not taken away: what is half typed in it stays
            box.layout.display = "" if at == self.step else "none"
        head = say("studio.step", at=self.step + 1, n=len(BLOCKS), ask=block.ask)
        self._said.value = tag("div", tag("h3", head), css="pcc mathjax_ignore")
        self._back.disabled, self._next.disabled = self.step == 0, self.step == len(BLOCKS) - 1
        self._follow()

    def _kept(self) -> Design:
        try:
            return self.design
        except ValueError:
            return self._before

    def _page(self, **values: Any) -> Markup:
        return beside(self.data, design_of(values, self.base), self.weights())

    def _follow(self) -> None:
        """Marks of the blocks, and the examples of the one that is open."""
        if self._held:
            return
        values, block = self.values(), BLOCKS[self.step]
        for at, (step, one) in enumerate(zip(self._steps, BLOCKS, strict=True)):
            step.description = f"{at + 1}{' ✓' if filled(one, values) else ''} {one.name}"
            step.button_style = "primary" if at == self.step else ""
        self._examples.html = joined(chosen_html(values, block.keys), block_html(self.data, self._kept(), block))
        self._keep_draft()

    def _keep_draft(self) -> None:
        """What stands on the canvas outlives a reload, unless it is what lies in its file already."""
        with suppress(ValueError):
            design, kept = self.design, self.keeping
            if design == self._drafted:
                return
            self._drafted = design
            if design.text() == kept.text:
                self.offer.saved()
            else:
                self.offer.keep(design, kept.file, kept.text)

    def static(self) -> Markup:
        """The canvas on paper: all blocks with what there is to choose, and room to write."""
        return on_paper(tag("p", tag("b", self.look_at)), canvas_blocks())


def _slider(name: str) -> widgets.IntSlider:
    label = say("studio.six-roles") if name == "roles" else load_codebook().label(name)
    return widgets.IntSlider(
        value=1,
        min=0,
        max=3,
        description=label,
        continuous_update=False,
        style={"description_width": "14rem"},
        layout=widgets.Layout(width="28rem", max_width="100%"),
    )
