"""`pcc lab`: local, quiet, and clear when it cannot start. That it opens is seen by the browser tests."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from unittest.mock import Mock

import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from traitlets.utils.importstring import import_item

from pcc_data.cli import main
from pcc_data.lab import arguments, notebooks_dir, port_is_free


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
    import pcc_data.lab as lab

    shipped = tmp_path / "site" / "pcc_data"
    (shipped / "notebooks").mkdir(parents=True)
    (shipped / "notebooks" / lab.START).write_text("{}")
    monkeypatch.setattr(lab, "__file__", str(shipped / "lab.py"))
    monkeypatch.chdir(tmp_path)
    assert notebooks_dir() == Path.cwd() / "notebooks"
    (tmp_path / "notebooks" / lab.START).write_text('{"mine": 1}')
    assert notebooks_dir() == Path.cwd() / "notebooks"
    assert "mine" in (tmp_path / "notebooks" / lab.START).read_text()
    assert capsys.readouterr().out.count("copied") == 1


@pytest.mark.parametrize(("wanted", "found"), [("projector", "projector"), ("print", "print"), ("nonsense", "screen"), ("", "screen")])
def test_a_lab_for_the_projector_begins_all_notebooks_in_big_type(wanted, found, monkeypatch):
    from pcc_data.settings import STYLE_VARIABLE, Settings

    monkeypatch.setenv(STYLE_VARIABLE, wanted)
    assert Settings().style == found


def test_links_between_notebooks_work_whichever_is_opened_first(tmp_path):
    from pcc_data.lab import top_folder

    assert top_folder(tmp_path / "notebooks" / "2_practice" / "one.ipynb") == tmp_path
    assert top_folder(tmp_path / "mine" / "one.ipynb") == tmp_path / "mine"


def test_what_the_kernel_sends_is_not_kept_back(tmp_path, monkeypatch):
    name = next(one for one in arguments(tmp_path, tmp_path) if "connection_class" in one).partition("=")[2]
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda connection: "connected")
    handler = Mock(spec=KernelWebsocketHandler)
    assert import_item(name)(websocket_handler=handler).connect() == "connected"
    handler.set_nodelay.assert_called_once_with(True)
