"""One page of JupyterLab with one kernel, on which test after test opens its notebook.

A new page and a new kernel cost three times as much as what most tests do with them. That every notebook runs in a
kernel of its own is held by nbval, that a lab starts as it should by `test_lab.py`. A live page draws with half of what
JupyterLab needs, but starts a kernel each time: to drive a notebook there takes a sixth less of the machine, and no
cells can be left out. What only live pages do is held by `test_live_pages.py`, `test_present.py` and `test_axe.py`,
whose notebooks are opened on one server of each kind (`live` and `stage` in `conftest.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.browser.driving import answered, listen
from tests.browser.server import LONG, TOKEN

LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
IDLE = "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
CELLS = ".jp-Notebook .jp-CodeCell"
# The kernel forgets names, widgets and settings of the notebook before; what it has imported it keeps.
_FORGET = """
import ipywidgets
from pcc_data.settings import settings
ipywidgets.Widget.close_all()
settings.style, settings.language = "screen", "en"
settings.own_codes.clear()
get_ipython().reset(new_session=True)
"""
_PUT_AWAY = """async forget => {
    const old = window.jupyterapp.shell.currentWidget, kernel = old.sessionContext.session.kernel;
    await kernel.requestExecute({ code: forget, silent: true, store_history: false }).done;
    old.sessionContext.kernelPreference = { ...old.sessionContext.kernelPreference, shutdownOnDispose: false };
    old.context.model.dirty = false;
    old.dispose();
    window.pccKernel = kernel.id;
    return true;
}"""
_OPEN = """async path => {
    const asked = { path, factory: 'Notebook', kernel: { id: window.pccKernel } };
    const widget = await window.jupyterapp.commands.execute('docmanager:open', asked);
    await widget.sessionContext.ready;
    return true;
}"""
_RUN = "async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells'); return true; }"
# One cell after the other, each as if it were chosen and run: those that import, and those that call what is asked for.
_RUN_SOME = """async calls => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    for (const [at, cell] of notebook.widgets.entries()) {
        const source = cell.model.sharedModel.getSource();
        if (cell.model.type !== 'code' || !['import ', ...calls].some(part => source.includes(part))) continue;
        notebook.deselectAll();
        notebook.activeCellIndex = at;
        await window.jupyterapp.commands.execute('notebook:run-cell');
    }
    return true;
}"""


READY = "() => document.body && document.body.dataset.ready"
"""Whether all pictures of a live page stand."""


class Screen:
    """A presented notebook."""

    def __init__(self, browser, address: str) -> None:
        self.page, self.errors = browser.new_context(viewport={"width": 1280, "height": 720}).new_page(), []
        note(self.page, self.errors)
        self.page.on("response", lambda answer: self.errors.append(answer.url) if answer.status >= 400 else None)
        self.page.goto(address)

    def begin(self) -> None:
        """The first step, without anything laid over it."""
        self.page.wait_for_function(READY)
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("Home")

    def leave(self) -> None:
        """Close the page, and end its kernel."""
        self.page.goto("about:blank")
        self.page.context.close()


def note(page, errors: list[str]) -> None:
    """From now on note what goes wrong on a page: errors, and requests that leave this computer."""
    page.set_default_timeout(LONG * 1000)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("request", lambda one: None if one.url.startswith(LOCAL) else errors.append(f"a request to {one.url}"))


class Notebook:
    """An open notebook in the browser."""

    def __init__(self, page, errors: list[str], only: Sequence[str] = ()) -> None:
        self.page, self.errors, self.only = page, errors, only

    def run(self) -> None:
        """Run all cells (or those that are wanted), and wait until none runs any more."""
        self.page.wait_for_selector(CELLS)
        self.page.wait_for_function(IDLE)
        listen(self.page)
        if self.only:
            self.page.wait_for_function(_RUN_SOME, arg=[f"explore.{name}(" for name in self.only])
        else:
            self.page.wait_for_function(_RUN)

    def uncover(self) -> None:
        """Say of every guess that the room has guessed."""
        for button in self.page.locator(".pcc-covered > button:not(.mod-active)").element_handles():
            button.click()
        answered(self.page)

    def explorer(self, number: int = 0):
        """The explorer with this number on the page."""
        return self.page.locator(".pcc-explorer").nth(number)

    def cell_errors(self) -> list[str]:
        """Texts of error outputs."""
        return self.page.locator(
            ".jp-RenderedText[data-mime-type*='stderr'], .jp-OutputArea-output[data-mime-type*='error']"
        ).all_inner_texts()


class Desk:
    """Where notebooks are opened, one at a time."""

    def __init__(self, browser, lab: str) -> None:
        self.browser, self.lab = browser, lab
        self.page = None
        self.errors: list[str] = []

    def open(
        self, name: str, width: int = 1280, height: int = 720, *, guessed: bool = True, only: Sequence[str] = ()
    ) -> Notebook:
        """A notebook as it is on disk, all its cells run and every guess made; what was open before is closed.

        `only` names the explorers that a test is about: the cells of the others stay as they are on disk, which halves
        what opening costs. That all cells of a notebook run on one page is held by `test_every_control`.
        """
        path = f"notebooks/{name}"
        if self.page is None:
            self._start(path)
        else:
            self.page.wait_for_function(_PUT_AWAY, arg=_FORGET)
            self.errors.clear()
            self.page.wait_for_function(_OPEN, arg=path)
        self.page.set_viewport_size({"width": width, "height": height})
        opened = Notebook(self.page, self.errors, only)
        opened.run()
        if guessed:
            opened.uncover()
        return opened

    def _start(self, path: str) -> None:
        self.page, self.errors = self.browser.new_context().new_page(), []
        note(self.page, self.errors)
        self.page.on("dialog", self._dialog)
        self.page.goto(f"{self.lab}/doc/tree/{path}?token={TOKEN}")

    def _dialog(self, dialog) -> None:
        if dialog.type != "beforeunload":
            self.errors.append(f"a dialog opened: {dialog.message}")
        dialog.accept()

    def clear(self) -> None:
        """Close what a test opened beside the notebook."""
        for page in self.page.context.pages if self.page else ():
            if page is not self.page:
                page.close()

    def leave(self) -> None:
        """Close the page, and end its kernel: the next notebook is opened on a new one."""
        if self.page is None:
            return
        ask, kernels = self.page.context.request, f"{self.lab}/api/kernels"
        for kernel in ask.get(f"{kernels}?token={TOKEN}").json():
            ask.delete(f"{kernels}/{kernel['id']}?token={TOKEN}")
        self.page.context.close()
        self.page = None
