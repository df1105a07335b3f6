"""`pcc lab`: local, quiet, and clear when it cannot start. That it opens is seen by the browser tests."""

from __future__ import annotations

import asyncio
import base64
import copy
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from unittest.mock import Mock
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import nbformat
import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from jupyterlab.handlers.announcements import NeverCheckForUpdate
from jupyterlab.labapp import LabApp
from nbconvert import HTMLExporter
from traitlets.utils.importstring import import_item

import pcc_data as pcc
from pcc_data.app.cli import main
from pcc_data.app.lab import arguments, environment, port_is_free
from pcc_data.app.lab_files import LIVE, StillFiles, still
from pcc_data.app.notebooks_dir import notebooks_dir
from pcc_data.paths import START


def run_alone(task):
    """The result of a coroutine, though a loop may run in this thread already: that of a browser test before this."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return asyncio.run(task)
    finally:
        asyncio._set_running_loop(running)


def test_it_listens_on_this_computer_only_and_keeps_its_token(tmp_path):
    found = arguments(tmp_path, tmp_path)
    assert "--ip=127.0.0.1" in found
    assert not any("token" in one.lower() or "password" in one.lower() for one in found)


def test_news_are_off_and_cells_are_always_painted(tmp_path):
    arguments(tmp_path, tmp_path)
    settings = {file.stem: json.loads(file.read_text()) for file in tmp_path.rglob("*.jupyterlab-settings")}
    assert settings["notification"] == {"fetchNews": "false", "checkForUpdates": False}
    assert settings["plugin"] == {"autosave": False}
    assert settings["tracker"] == {"windowingMode": "none", "kernelShutdown": True}


def test_a_taken_port_and_a_missing_notebook_are_told_in_one_line(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not port_is_free(port)
        assert main(["lab", "--port", str(port)]) == 2
    assert f"Port {port} is taken" in capsys.readouterr().err
    assert main(["lab", "nothing.ipynb"]) == 2
    error = capsys.readouterr().err
    assert "no such notebook" in error
    assert error.count("\n") == 1


def test_the_notebooks_are_found():
    assert (notebooks_dir() / "0_start_here.ipynb").is_file()


def test_an_installed_package_copies_its_notebooks_once(tmp_path, monkeypatch, capsys):
    shipped = tmp_path / "site" / "pcc_data"
    (shipped / "notebooks").mkdir(parents=True)
    (shipped / "notebooks" / START).write_text("{}")
    monkeypatch.setattr(sys.modules["pcc_data.app.notebooks_dir"], "__file__", str(shipped / "app" / "lab.py"))
    monkeypatch.chdir(tmp_path)
    assert notebooks_dir() == Path.cwd() / "notebooks"
    (tmp_path / "notebooks" / START).write_text('{"mine": 1}')
    assert notebooks_dir() == Path.cwd() / "notebooks"
    assert "mine" in (tmp_path / "notebooks" / START).read_text()
    assert capsys.readouterr().out.count("copied") == 1


@pytest.mark.parametrize(
    ("wanted", "found"), [("projector", "projector"), ("print", "print"), ("nonsense", "screen"), ("", "screen")]
)
def test_a_lab_for_the_projector_begins_all_notebooks_in_big_type(wanted, found, monkeypatch):
    from pcc_data.settings import STYLE_VARIABLE, Settings

    monkeypatch.setenv(STYLE_VARIABLE, wanted)
    assert Settings().style == found


def test_links_between_notebooks_work_whichever_is_opened_first(tmp_path):
    from pcc_data.app.lab import top_folder

    assert top_folder(tmp_path / "notebooks" / "2_practice" / "one.ipynb") == tmp_path
    assert top_folder(tmp_path / "mine" / "one.ipynb") == tmp_path / "mine"


def test_what_the_kernel_sends_is_not_kept_back(tmp_path, monkeypatch):
    name = next(one for one in arguments(tmp_path, tmp_path) if "connection_class" in one).partition("=")[2]
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda connection: "connected")
    handler = Mock(spec=KernelWebsocketHandler)
    assert import_item(name)(websocket_handler=handler).connect() == "connected"
    handler.set_nodelay.assert_called_once_with(True)


@pytest.fixture
def lab_app(tmp_path) -> LabApp:
    """JupyterLab as our arguments set it up, not started."""
    app = LabApp()
    app.parse_command_line(arguments(tmp_path, tmp_path))
    return app


def test_nothing_in_it_asks_the_network(lab_app):
    assert lab_app.extension_manager == "readonly"
    assert lab_app.news_url is None
    assert lab_app.check_for_updates_class is NeverCheckForUpdate


def test_a_page_that_jupyterlab_exports_asks_the_network_for_nothing(lab_app):
    widget = nbformat.v4.new_output("display_data", {**PLAIN, "text/html": "<p>The opening view</p>"})
    formula = nbformat.v4.new_markdown_cell("$x^2$")
    notebook = nbformat.v4.new_notebook(cells=[formula, nbformat.v4.new_code_cell(outputs=[widget])])
    still(notebook)
    page, _ = HTMLExporter(config=lab_app.config).from_notebook_node(notebook)
    assert "The opening view" in page
    assert not re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=\"(?:https?:)?//[^\"]*", page)


@pytest.mark.parametrize(
    "name", ["Week 1: all.ipynb", "100% #1.ipynb", "\"é\" & 'ñ'?.ipynb", "a+b;c=d.ipynb", "東京.ipynb", "%41.ipynb"]
)
@pytest.mark.parametrize(("command", "view"), [("lab", "lab/tree"), ("open", "voila/render")])
def test_a_notebook_is_opened_whatever_its_name_holds(name, command, view, tmp_path, monkeypatch):
    file = tmp_path / "notebooks" / "my #1 100% wörk" / name
    file.parent.mkdir(parents=True)
    file.write_text('{"cells": []}')
    started = Mock(side_effect=lambda: LabApp().parse_command_line(sys.argv[1:]))
    monkeypatch.setattr("jupyterlab.labapp.main", started)
    monkeypatch.setattr(os, "environ", os.environ.copy())
    monkeypatch.setattr(sys, "argv", ["pcc"])
    assert main([command, str(file)]) == 0
    address = next(one for one in sys.argv if "default_url" in one).partition("=")[2]
    asked = urlsplit(f"http://127.0.0.1:1{address}?token=1")
    assert unquote(asked.path) == f"/{view}/{file.relative_to(tmp_path).as_posix()}"
    assert asked.query == "token=1" and not asked.fragment and address.isascii()


@pytest.mark.parametrize("port", [0, -1, 65536, 100_000])
def test_a_port_that_cannot_be_is_told_in_one_line(port, capsys):
    assert main(["lab", "--port", str(port)]) == 2
    assert "1024 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("home", ["file", "file/none", "theirs"])
def test_where_nothing_can_be_kept_at_home_all_is_in_the_private_folder(home, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    (tmp_path / "theirs").mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / home))
    for name in ("JUPYTER_DATA_DIR", "IPYTHONDIR", "MPLCONFIGDIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    if home == "theirs":  # a folder of another user: root may write there, so the refusal is played
        monkeypatch.setattr("tempfile.TemporaryFile", Mock(side_effect=PermissionError))
    found = environment(tmp_path / "private")
    kept = {name for name, folder in found.items() if folder.startswith(str(tmp_path / "private"))}
    assert kept == {"JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR", "MPLCONFIGDIR"}


def test_what_outlives_a_lab_stays_at_home_unless_its_files_cannot_be_used(tmp_path, monkeypatch):
    for name in ("JUPYTER_DATA_DIR", "IPYTHONDIR", "MPLCONFIGDIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
    assert set(environment(tmp_path / "private")) == {
        "JUPYTER_PATH",
        "JUPYTER_PREFER_ENV_PATH",
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_RUNTIME_DIR",
        "ARROW_DEFAULT_MEMORY_POOL",
    }
    (tmp_path / "JUPYTER_DATA_DIR" / "notebook_secret").touch()
    monkeypatch.setattr(os, "access", lambda file, mode: Path(file).name != "notebook_secret")
    assert "JUPYTER_DATA_DIR" in environment(tmp_path / "private")


def test_tables_take_their_memory_from_the_system_unless_it_was_chosen(tmp_path, monkeypatch):
    monkeypatch.delenv("ARROW_DEFAULT_MEMORY_POOL", raising=False)
    assert environment(tmp_path)["ARROW_DEFAULT_MEMORY_POOL"] == "system"
    monkeypatch.setenv("ARROW_DEFAULT_MEMORY_POOL", "jemalloc")
    assert environment(tmp_path)["ARROW_DEFAULT_MEMORY_POOL"] == "jemalloc"


@pytest.mark.parametrize("home", ["", None])
def test_a_command_has_a_home_where_the_system_knows_none(home, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(os, "environ", os.environ.copy())
    if home is None:
        monkeypatch.setattr(Path, "home", Mock(side_effect=RuntimeError("Could not determine home directory.")))
    else:
        os.environ["HOME"] = home
    monkeypatch.setattr(
        "pcc_data.records.checking.run_check", lambda paths, **_: seen.append(Path(os.environ["HOME"]).is_dir()) or 0
    )
    assert main(["check", "x"]) == 0
    assert seen == [True] and not Path(os.environ["HOME"]).exists()


@pytest.mark.parametrize(
    "show",
    [pcc.explore.cases, pcc.explore.compare, lambda data: pcc.explore.self_check("2_1", data), pcc.explore.board],
)
def test_a_saved_explorer_is_its_opening_view_and_says_what_to_do(show, data):
    shown = show(data)._repr_mimebundle_()
    bundle = shown[0] if isinstance(shown, tuple) else shown
    assert LIVE in bundle
    notebook = saved(bundle)
    assert set(notebook) == {"text/html", "text/plain"}
    assert notebook["text/html"] == show(data).static() and "Run ▸ Run All Cells" in notebook["text/html"]


def test_another_widget_says_what_to_do_unless_its_state_was_saved_too():
    assert "Run ▸ Run All Cells" in saved(PLAIN)["text/html"]
    assert saved(PLAIN, {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"gone": {}}}}}) == PLAIN
    assert saved({"text/plain": "1", "image/png": "x"}) == {"text/plain": "1", "image/png": "x"}


@pytest.mark.parametrize("draw", ["map_of_cases", "coverage", "life_lines"])
def test_drawings_are_seen_in_a_notebook_that_is_not_trusted(draw, data, tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "signed"))
    chart = getattr(pcc.charts, draw)(data)
    nbformat.write(notebook_with({"text/html": chart._repr_html_()}), tmp_path / "theirs.ipynb")
    shown = (
        run_alone(StillFiles(root_dir=str(tmp_path)).get("theirs.ipynb"))["content"]
        .cells[0]
        .outputs[0]
        .data["text/html"]
    )
    image = re.search(r'<img alt="" src="data:image/svg\+xml;base64,([^"]+)">', shown)
    assert "<svg" not in shown and image
    assert ElementTree.fromstring(base64.b64decode(image[1])).tag == "{http://www.w3.org/2000/svg}svg"


def test_drawings_of_a_trusted_notebook_stay_as_they_are(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "signed"))
    notebook = notebook_with({"text/html": "<svg></svg>"})
    notebook.cells[0].metadata["trusted"] = True  # as a page sends what has run in it
    files = StillFiles(root_dir=str(tmp_path))
    run_alone(files.save({"type": "notebook", "content": notebook}, "mine.ipynb"))
    assert run_alone(files.get("mine.ipynb"))["content"].cells[0].outputs[0].data["text/html"] == "<svg></svg>"


def test_a_notebook_is_still_on_the_disk_and_one_from_elsewhere_when_it_is_opened(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "signed"))
    files = StillFiles(root_dir=str(tmp_path))
    live = notebook_with(PLAIN)
    run_alone(files.save({"type": "notebook", "content": copy.deepcopy(live)}, "mine.ipynb"))
    assert LIVE not in (tmp_path / "mine.ipynb").read_text(encoding="utf-8")
    nbformat.write(live, tmp_path / "theirs.ipynb")
    for name in ("mine.ipynb", "theirs.ipynb"):
        content = run_alone(files.get(name))["content"]
        assert (
            "Run All Cells" in content.cells[0].outputs[0].data["text/html"]
            and LIVE not in content.cells[0].outputs[0].data
        )
    (tmp_path / "note.txt").write_text("as it is")
    assert run_alone(files.get("note.txt"))["content"] == "as it is"
    assert {one["name"] for one in run_alone(files.get(""))["content"]} == {
        "mine.ipynb",
        "note.txt",
        "theirs.ipynb",
        "signed",
    }


PLAIN = {"text/plain": "IntSlider()", LIVE: {"model_id": "gone", "version_major": 2, "version_minor": 0}}


def notebook_with(bundle: dict, metadata: dict | None = None) -> nbformat.NotebookNode:
    output = nbformat.v4.new_output("display_data", copy.deepcopy(bundle))
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=[output])], metadata=metadata or {})


def saved(bundle: dict, metadata: dict | None = None) -> dict:
    """What is left of an output in a saved notebook."""
    notebook = notebook_with(bundle, metadata)
    still(notebook)
    return dict(notebook.cells[0].outputs[0].data)


def test_the_terminal_says_where_the_pages_are_and_warns_of_nothing(tmp_path):
    log = tmp_path / "log.txt"
    with log.open("w") as out:
        command = [sys.executable, "-m", "pcc_data", "open"]
        server = subprocess.Popen(command, stdout=out, stderr=out, env={**os.environ, "BROWSER": "true"})
        try:
            until = time.monotonic() + 120
            while not (found := re.search(r"http://127\S+token=\w+", log.read_text())) and time.monotonic() < until:
                time.sleep(0.2)
            assert found and b"Start here" in urllib.request.urlopen(f"{found[0]}&style=screen", timeout=120).read()
        finally:
            server.terminate()
            server.wait(120)
    said = log.read_text()
    assert "is not trusted" not in said and "Warning" not in said and "[W" not in said and "[I" not in said
