"""Touch every control of an explorer in the browser, and look after each touch at what the explorer then shows.

Here each control is touched as a visitor touches it, and each picture of a view is seen drawn. What the other values of
its list show is the same Python whoever sets them: `tests/explore/test_every_control.py` goes through them (and through
every question and case of the explorers that stand in many notebooks) without the seven processes of a browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.browser.server import ROOT

MOST = 2  # entries of a list, or answers to a question with many, that are tried: the first and the last. tests/explore
# tries all or more of them
EXPLORER = ".pcc-explorer"
ALL_SPEAK = """() => [...document.querySelectorAll('.pcc-explorer')]
    .every(one => [...one.querySelectorAll('.pcc-picture')].some(picture => picture.textContent))"""
"""Whether every explorer on a page has said what it says at its opening."""
WITHOUT_CONTROLS = {"claim", "glossary", "meanings", "my_table", "references", "rule_exceptions"}
"""What explore offers without a control to touch."""
PICKS = 3  # marks chosen in a picture, spread over it; all marks are chosen without a browser in tests/explore
APART = re.compile(
    "Start again|Save|Print|Replace it|^Open$"
)  # what writes, prints or reads files has stories of its own

# Every message to the kernel is noted until the kernel is through with it; so is whatever it complains of.
# It has answered when nothing is noted over three frames, as a widget holds back a change while the one before it is on
# its way; so does a line to write in.
_LISTEN = """() => {
    const asked = new Set(), told = window.pccTold = [];
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    let through = () => {};
    kernel.anyMessage.connect((_, { msg, direction }) => {
        if (direction === 'send' && msg.channel === 'shell') asked.add(msg.header.msg_id);
    });
    kernel.iopubMessage.connect((_, message) => {
        if (message.content.execution_state === 'idle') asked.delete(message.parent_header.msg_id);
        if (!asked.size) through();
        if (message.header.msg_type === 'error') told.push(message.content.evalue);
        const { name, text } = message.content;
        if (name === 'stderr' && !text.startsWith('No such comm')) told.push(text);
    });
    window.pccAnswered = async () => {
        for (let still = 0; still < 3; still++) {
            await new Promise(requestAnimationFrame);
            if (asked.size || document.querySelector('[data-unheard]')) still = -1;
            if (asked.size) await new Promise(done => { through = done; });
        }
        return true;
    };
}"""
# What is wrong with an explorer: errors in plain words, what the kernel complained of, and pictures that were filled at
# the opening and are bare now. (On the canvas each block has its own examples, and some have none.)
_WRONG = """box => {
    const seen = element => element.getClientRects().length > 0;
    const drawn = svg => svg.getBoundingClientRect().height > 60 && svg.querySelectorAll('path, use, text').length > 3;
    const filled = picture => {
        const pictures = [...picture.querySelectorAll('svg.pcc-svg')].filter(seen);
        return pictures.length ? pictures.every(drawn) : picture.innerText.trim().length > 20;
    };
    const wrong = [...box.querySelectorAll('.pcc-error')].filter(seen).map(error => error.innerText);
    const all = [...box.querySelectorAll('.pcc-picture')].filter(seen);
    box.pccFilled ??= all.filter(picture => filled(picture) && !picture.closest('.pcc-step'));
    if (all.length && !box.pccFilled.length) wrong.push('no picture');
    for (const picture of box.pccFilled)
        if (!seen(picture) || !filled(picture)) wrong.push('a bare picture: ' + picture.innerText);
    return wrong.concat(window.pccTold.splice(0));
}"""
_SAYS = """pictures => pictures.map(picture => {
    const text = picture.cloneNode(true);
    for (const button of text.querySelectorAll('button')) button.remove();
    return text.textContent;
}).join('\\n')"""
# The controls in sight, each numbered so that it can be found again. Two of the same name are told apart by their
# order.
_CONTROLS = """box => {
    const kinds = {
        choice: 'select', group: '.widget-toggle-buttons', toggle: 'button.widget-toggle-button',
        slider: '.noUi-handle', tick: 'input[type=checkbox]', number: 'input[type=number]',
        text: 'input[type=text], textarea', button: 'button.widget-button',
    };
    const found = [], times = {};
    for (const [kind, where] of Object.entries(kinds)) for (const one of box.querySelectorAll(where)) {
        if (!one.getClientRects().length || one.disabled || (kind === 'toggle' && one.closest(kinds.group))) continue;
        const labels = one.closest('.jupyter-widgets').querySelectorAll('.widget-label, .widget-label-basic');
        const many = one.closest('.pcc-many')?.previousElementSibling?.textContent ?? '';
        const words = one.matches('button') ? one.textContent : [...labels].map(label => label.textContent).join('');
        const name = [kind, many, words.replace(/^\\s*[✓\\d]+ /, '').trim()].join(' ');
        times[name] = (times[name] ?? 0) + 1;
        one.dataset.touched ||= String(window.pccTouched = (window.pccTouched ?? 0) + 1);
        found.push({
            kind: kind === 'group' && one.closest('.pcc-step') ? 'answers' : kind,
            at: one.dataset.touched, words, many,
            name: times[name] > 1 ? `${name} (${times[name]})` : name,
        });
    }
    return found;
}"""
# One question to the page after each touch: each costs it as much as a small redraw.
_LOOK = f"""async box => {{
    await window.pccAnswered();
    return {{ wrong: ({_WRONG})(box), controls: ({_CONTROLS})(box) }};
}}"""
# Drawings in sight, each as a number that tells it from others.
_DRAWN = """box => [...box.querySelectorAll('svg.pcc-svg')].filter(one => one.getClientRects().length).map(one => {
    const text = one.outerHTML;
    let told = 0;
    for (let at = 0; at < text.length; at++) told = (told * 31 + text.charCodeAt(at)) | 0;
    return told;
})"""
# The call that made an explorer, by the cell in which it stands.
_CALLED = """box => {
    const cells = [...document.querySelectorAll('.jp-Notebook .jp-Cell')];
    const cell = window.jupyterapp.shell.currentWidget.content.widgets[cells.indexOf(box.closest('.jp-Cell'))];
    return cell.model.sharedModel.getSource();
}"""
_CALL = re.compile(r"pcc\.explore\.(\w+)\(")


class Control(NamedTuple):
    """A control on the page: its kind, its number, what it says, the question above it where it is one of many answers,
    and a name by which it is known when it is drawn anew."""

    kind: str
    at: str
    words: str
    many: str
    name: str


class Driver:
    """Goes through the controls of one explorer."""

    def __init__(self, explorer, picture: Path) -> None:
        self.explorer, self.page, self.file = explorer, explorer.page, picture
        self.box = explorer.element_handle()
        self.known: set[str] = set()
        self.seen: set[int] = set()
        self.now: list[Control] = []
        self.touched: list[str] = []

    def drive(self) -> None:
        """Everything there is to touch, then *Start again*, which leads back to the opening view."""
        self.look("opening")
        opening = self.says()
        self.through(self.fresh())
        self.pick()
        self.through(self.fresh())
        self.unfold()
        self.start_again(opening)

    def glance(self) -> None:
        """The opening view, each control in it once, and *Start again*: for an explorer that is driven where it stands
        first."""
        self.look("opening")
        opening = self.says()
        self.inked()
        for control in self.fresh():
            if control.at in {one.at for one in self.now}:
                value = next(_TOUCHES[control.kind](self.found(control), MOST))
                self.look(f"{control.name}: {value}")
        self.start_again(opening)

    def start_again(self, opening: str) -> None:
        """Back to the opening view."""
        self.explorer.get_by_role("button", name="Start again").last.click()
        self.look("Start again")
        assert self.says() == opening, self.told("it does not look as at the opening")

    def found(self, control: Control):
        """The control on the page."""
        return self.page.locator(f'[data-touched="{control.at}"]')

    def through(self, controls: list[Control]) -> None:
        """Each of these controls through its values; what a value brings to the page is driven while it is there."""
        for control in controls:
            if control.at not in {one.at for one in self.now}:  # another control took it away, or turned it off
                self.known.discard(control.name)  # it is met again when it comes back
                continue
            for number, value in enumerate(_TOUCHES[control.kind](self.found(control), MOST)):
                self.look(f"{control.name}: {value}")
                if control.kind in ("group", "answers") or (control.kind == "choice" and not number):
                    self.inked()
                self.through(self.fresh())

    def fresh(self) -> list[Control]:
        """Controls in sight that were not there before. Buttons are last: they lead away from the opening view."""
        found = [
            one
            for one in self.now
            if one.name not in self.known and not (one.kind == "button" and APART.search(one.words))
        ]
        self.known.update(one.name for one in found)
        one_of = {many: [one for one in found if one.many == many] for many in {one.many for one in found if one.many}}
        few = [one for answers in one_of.values() for one in some(answers, MOST)]
        return [one for one in found if not one.many or one in few]

    def pick(self) -> None:
        """Choose in the picture by mouse, then by keyboard."""
        names = self.explorer.locator("[data-pick]:visible").evaluate_all("all => all.map(one => one.dataset.pick)")
        for name in some(names, PICKS):
            mark = self.explorer.locator(f'[data-pick="{name}"]:visible').first
            if mark.count():  # a choice may lead to another picture
                mark.click()
                self.look(f"picked {name}")
        if names:
            self.explorer.locator('[data-pick][tabindex="0"]').first.focus()
            self.page.keyboard.press("ArrowRight")
            self.page.keyboard.press("Enter")
            self.look("picked by keyboard")

    def unfold(self) -> None:
        """Open some of what is folded; it must show something."""
        for summary in some(self.explorer.locator("details:not([open]) > summary:visible").element_handles(), PICKS):
            summary.click()
            more = summary.evaluate("s => s.parentElement.innerText !== s.innerText")
            assert more, self.told(f"nothing under {summary.inner_text()}")
            summary.click()

    def says(self) -> str:
        """What the pictures of the explorer say, but for the buttons in them: what was put into a toolbox stays
        there."""
        return self.explorer.locator(".pcc-picture:visible").evaluate_all(_SAYS)

    def look(self, touched: str) -> None:
        """Wait for the kernel's answer, then ask the page what is wrong."""
        self.touched.append(touched)
        found = self.box.evaluate(_LOOK)
        self.now = [Control(**one) for one in found["controls"]]
        assert not found["wrong"], self.told(str(found["wrong"]))

    def inked(self) -> None:
        """Look at the drawings themselves, at each once."""
        for at, drawn in enumerate(self.box.evaluate(_DRAWN)):
            if drawn not in self.seen:
                self.explorer.locator("svg.pcc-svg:visible").nth(at).screenshot(path=self.file)
                assert not blank(self.file), self.told("a blank picture")
                self.seen.add(drawn)

    def told(self, wrong: str) -> str:
        """What went wrong after which touches."""
        return f"{wrong} after {' / '.join(self.touched[-4:])}"


def notebooks_with_explorers() -> list[str]:
    """Notebooks that hold an explorer, by their path below `notebooks/`."""
    top = ROOT / "notebooks"
    files = [file for file in sorted(top.rglob("*.ipynb")) if file.parent.name != ".ipynb_checkpoints"]
    return [file.relative_to(top).as_posix() for file in files if "pcc.explore." in file.read_text("utf-8")]


def stands_first() -> dict[str, str]:
    """The notebook in which each explorer stands first, by the explorer's name."""
    first: dict[str, str] = {}
    for name in notebooks_with_explorers():
        for call in _CALL.findall((ROOT / "notebooks" / name).read_text("utf-8")):
            first.setdefault(call, name)
    return first


def every_control(opened, name: str, folder: Path) -> int:
    """Drive every explorer of an open notebook through its controls; how many touches that was.

    An explorer that stands in several notebooks, or several times in one, is driven where it stands first, and glanced
    at elsewhere.
    """
    opened.page.wait_for_function(ALL_SPEAK)
    new, touched = {call for call, first in stands_first().items() if first == name}, 0
    for explorer in opened.page.locator(f"{EXPLORER}:not({EXPLORER} {EXPLORER})").all():
        call = _CALL.search(explorer.evaluate(_CALLED))[1]
        driver = Driver(explorer, folder / "picture.jpg")
        if call in new:
            driver.drive()
            new.discard(call)
        else:
            driver.glance()
        touched += len(driver.touched)
    assert not new - WITHOUT_CONTROLS, f"{new} are not on the page"
    return touched


def listen(page) -> None:
    """Follow what passes between page and kernel from now on, so that `answered` knows."""
    page.evaluate(_LISTEN)


def answered(page) -> None:
    """Wait until the kernel has answered everything that was touched so far, and the page shows it."""
    page.wait_for_function("() => window.pccAnswered()")


def some(values: list, most: int) -> list:
    """At most that many of the values, spread from the first to the last."""
    if len(values) <= most:
        return list(values)
    return [values[round(at * (len(values) - 1) / (most - 1))] for at in range(most)]


def blank(picture: Path) -> bool:
    """Whether a picture has next to no ink."""
    from PIL import Image, ImageChops

    red, green, blue = Image.open(picture).convert("RGB").split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue).histogram()
    return sum(darkest[: round(0.6 * 255)]) < 0.005 * sum(darkest)


# How each kind of control goes through its values: one step of the iterator is one touch. All end where they began.


def _choice(select, most: int) -> Iterator[str]:
    count, first = select.evaluate("s => [s.options.length, s.selectedIndex]")
    for index in (*(at for at in some(list(range(count)), most) if at != first), first):
        select.select_option(index=index)
        yield select.evaluate("s => s.selectedOptions[0]?.label")


def _group(buttons, _) -> Iterator[str]:
    """A row of buttons that leads to other views: all of them."""
    return _answers(buttons, buttons.locator("button").count())


def _answers(buttons, most: int) -> Iterator[str]:
    """A row of buttons with answers to one question."""
    all_ = buttons.locator("button")
    first = all_.evaluate_all("all => all.findIndex(one => one.classList.contains('mod-active'))")
    order = [at for at in range(all_.count()) if at != first]
    for index in some(order, most) + [first] * (first >= 0):
        all_.nth(index).click()
        yield all_.nth(index).inner_text()


def _toggle(button, _) -> Iterator[str]:
    for value in ("on", "off"):
        button.click()
        yield value


def _button(button, _) -> Iterator[str]:
    button.click()
    yield "pressed"


def _slider(handle, _) -> Iterator[str]:
    for key in ("Home", "End"):
        handle.press(key)
        yield key


def _field(line, _) -> Iterator[str]:
    """One character more, and back: what stands there shows what may stand there."""
    first = line.input_value()
    for value in (f"{first}2", first):
        line.fill(value)
        line.press("Tab")
        yield value


_TOUCHES: dict[str, Callable[..., Iterator[str]]] = {
    "choice": _choice,
    "group": _group,
    "answers": _answers,
    "toggle": _toggle,
    "tick": _toggle,
    "slider": _slider,
    "number": _field,
    "text": _field,
    "button": _button,
}
