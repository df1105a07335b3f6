"""`pcc lab`: JupyterLab on the notebooks, quiet and local."""

from __future__ import annotations

import json
import os
import socket
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from jupyter_core.paths import jupyter_data_dir

from pcc_data.app.find_notebook import find_notebook
from pcc_data.paths import START
from pcc_data.room.live_pages import RENDER, jupyter_folder
from pcc_data.say import say
from pcc_data.settings import STYLE_VARIABLE

SETTINGS = {
    # windowed cells leave widgets unpainted until one scrolls, and pictures missing in print
    "notebook-extension/tracker": {
        "windowingMode": "none",
        "kernelShutdown": True,
    },  # who opens a notebook again begins anew
    "docmanager-extension/plugin": {"autosave": False},  # what one group did is gone when it closes without saving
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    # one line for all that a page sends: over two, a press overtakes the text that was typed before it
    "apputils-extension/kernels-settings": {"commsOverSubshells": "disabled"},
}
"""Settings of JupyterLab that a workshop needs, by the extension they belong to."""
# The list of files begins folded, so that pictures have the whole width: their type is then as big as it is meant to
# be.
_WORKSPACE = {
    "data": {"layout-restorer:data": {"left": {"collapsed": True}, "right": {"collapsed": True}}},
    "metadata": {"id": "default"},
}
_WORKSPACE_FILE = "default-37a8.jupyterlab-workspace"  # JupyterLab's own name for the workspace `default`
# Live pages are part of the same server. A hook cannot be named on a command line, so this is a file of settings.
_PAGES = """from pathlib import Path

from pcc_data.room.live_pages import options

for name, values in options(Path({root!r}), code=True).items():
    c[name].update(values)
"""
_STAGE = """.jp-CodeCell .jp-Cell-inputWrapper, .jp-SideBar, #jp-bottom-panel, .jp-cell-toolbar, .jp-InputPrompt,
.jp-OutputPrompt,
#jp-main-statusbar { display: none !important; }
.jp-Notebook .jp-RenderedMarkdown { font-size: max(1.05rem, 1.3vw); }
"""
"""What the projector shows of JupyterLab: menus and buttons stay, code and everything at the edges goes."""


def run_lab(
    notebook: Path | None = None, port: int | None = None, style: str | None = None, *, live: bool = False
) -> int:
    """Open a notebook (default: the first one) in the browser and return the server's exit code when it ends.

    It opens in JupyterLab, or as a live page of the same server with `live`. The server listens on 127.0.0.1 only and
    keeps its token. Settings and open tabs are those of a fresh start each time. `style` is the style in which all
    notebooks begin. Raises FileNotFoundError for a missing notebook, ValueError for a damaged one or a port that cannot
    be, OSError for one that is taken, ModuleNotFoundError where JupyterLab or Voilà is not installed.
    """
    file = find_notebook(notebook or Path(START).stem)
    check_port(port)
    needs("voila" if live else "jupyterlab")
    if style is not None:
        os.environ[STYLE_VARIABLE] = style
    root = top_folder(file)
    path = f"/{RENDER if live else 'lab/tree'}/{quote(file.relative_to(root).as_posix())}"
    with tempfile.TemporaryDirectory(prefix="pcc-lab-", ignore_cleanup_errors=True) as private:
        os.environ |= environment(Path(private))
        sys.argv = [
            "jupyter-lab",
            *arguments(Path(private), root, port, stage=style == "projector"),
            f"--LabApp.default_url={path}",
        ]
        from jupyterlab.labapp import main

        print(say("pcc.pages-open" if live else "pcc.lab-opens"), flush=True)
        main()
    return 0


def environment(private: Path) -> dict[str, str]:
    """Variables for a lab without surprises from earlier settings, which runs where the home folder cannot be written
    to as well.

    Settings and what only a running lab needs are in the folder `private`. What outlives it (which notebooks are
    trusted, the history of commands, the list of fonts) stays at home, and is in `private` too where there is no home
    to keep it.
    """
    found = {"JUPYTER_PREFER_ENV_PATH": "1"}
    # Arrow's own pool keeps more than 20 MB for tables that take one; each page has a kernel
    found["ARROW_DEFAULT_MEMORY_POOL"] = os.environ.get("ARROW_DEFAULT_MEMORY_POOL", "system")
    found |= {f"JUPYTER_{name.upper()}_DIR": str(private / name) for name in ("config", "runtime")}
    found["JUPYTER_PATH"] = os.pathsep.join(filter(None, (str(jupyter_folder()), os.environ.get("JUPYTER_PATH"))))
    homes = {"JUPYTER_DATA_DIR": jupyter_data_dir, "IPYTHONDIR": Path.home, "MPLCONFIGDIR": Path.home}
    for variable, home in homes.items():
        if not _keeps(variable, home):
            (private / variable).mkdir(parents=True, exist_ok=True)
            found[variable] = str(private / variable)
    return found


def _keeps(variable: str, home: Callable[[], str | Path]) -> bool:
    """Whether files can be kept where the variable says, or else at home, and those that Jupyter signs with can be
    used."""
    try:
        folder = Path(os.environ.get(variable) or home())
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return False
    signing = [folder / name for name in ("nbsignatures.db", "notebook_secret")]
    return all(os.access(file, os.R_OK | os.W_OK) for file in signing if file.exists())  # not so after a start as root


def arguments(private: Path, root: Path, port: int | None = None, *, stage: bool = False) -> list[str]:
    """Arguments of JupyterLab: local, no news, own settings in the folder `private`, and `root` as the top of its
    files.

    With `stage` no code is shown and the texts are big from the start, before any cell has run.
    """
    files = {
        f"settings/@jupyterlab/{name}.jupyterlab-settings": json.dumps(values) for name, values in SETTINGS.items()
    }
    files[f"workspaces/{_WORKSPACE_FILE}"] = json.dumps(_WORKSPACE)
    files["config/custom/custom.css"] = _gone() + _STAGE * stage
    files["config/jupyter_server_config.py"] = _PAGES.format(root=str(root))
    for name, text in files.items():
        (private / name).parent.mkdir(parents=True, exist_ok=True)
        (private / name).write_text(text, encoding="utf-8")
    found = [
        "--ip=127.0.0.1",
        f"--ServerApp.root_dir={root}",
        f"--LabApp.user_settings_dir={private / 'settings'}",
        f"--LabApp.workspaces_dir={private / 'workspaces'}",
        "--ServerApp.kernel_websocket_connection_class=pcc_data.app.prompt_connection.PromptConnection",
        "--ServerApp.contents_manager_class=pcc_data.app.lab_files.StillFiles",
        "--ServerApp.jpserver_extensions=pcc_data.room.alive=True",
        # carries settings over from the classic Notebook; for that it reads all, and is warned of those long outdated
        "--ServerApp.jpserver_extensions=notebook_shim=False",
        "--LabApp.custom_css=True",
        "--LabApp.extension_manager=readonly",  # the other one asks PyPI for what can be installed
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        # pages that JupyterLab exports ask for nothing either
        *(f"--HTMLExporter.{name}_url=" for name in ("require_js", "jquery", "mathjax", "jupyter_widgets_base")),
        "--log-level=WARN",
        "--LabApp.log_level=WARN",
    ]
    if port is not None:
        found.append(f"--port={port}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        found.append("--allow-root")  # as in containers
    return found


def check_port(port: int | None) -> None:
    """ValueError for a port that cannot be, OSError for one that is taken; None is a free one."""
    if port is not None and not 1 <= port <= 65535:
        raise ValueError(
            f"{port} is no port. Choose a number from 1024 to 65535, or leave --port out and a free one is found."
        )
    if port is not None and not port_is_free(port):
        raise OSError(f"Port {port} is taken. Choose another one, or leave --port out and a free one is found.")


def needs(module: str) -> None:
    """ModuleNotFoundError in plain words where what opens the notebooks is not installed."""
    if find_spec(module) is None:
        raise ModuleNotFoundError(say("live.needs", module=module))


def top_folder(notebook: Path) -> Path:
    """Folder that the list of files begins with: the one that holds `notebooks/`, so that links between notebooks
    work."""
    return next((folder.parent for folder in notebook.parents if folder.name == "notebooks"), notebook.parent)


def _gone() -> str:
    """Style that puts our words in place of JupyterLab's for a widget whose kernel is gone, as in an output that was
    copied from another notebook."""
    bare = ".jp-OutputArea-output.jupyter-widgets:not(:has(*))"
    again = json.dumps(say("lab-files.again"), ensure_ascii=False)
    return (
        f"{bare} {{ font-size: 0; }}\n{bare}::after {{ content: {again}; font-size: var(--jp-content-font-size1); }}\n"
    )


def port_is_free(port: int) -> bool:
    """Whether nothing listens on this port of 127.0.0.1."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
