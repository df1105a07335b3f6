"""A room, made ready: notebooks looked through, the phones' page written, kernels ordered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import pcc_data as pcc
from pcc_data.dataset.dataset import Dataset
from pcc_data.designs.folder import FOLDER
from pcc_data.paths import START, number_of
from pcc_data.quiz.guesses import guesses
from pcc_data.quiz.questions import Ballot, ballot_of, questions
from pcc_data.room.asked import asked_by_section, pictures_of, shows_gallery
from pcc_data.room.live_handlers import Visitors
from pcc_data.room.live_pages import about
from pcc_data.room.live_server import live_server
from pcc_data.room.phone_page import phone_page
from pcc_data.room.places import Places
from pcc_data.room.room_connection import RoomConnection
from pcc_data.room.room_server import RoomServer
from pcc_data.room.room_state import RoomState
from pcc_data.say import say
from pcc_data.teaching import core_sections

_QUESTIONS = "questions"


def open_room(
    root: Path, files: Sequence[Path], ip: str, port: int, *, visitors: int, designs: Path | None = None
) -> RoomServer:
    """The server of a room, not started yet. `files` are notebooks below `root`; `visitors` kernels are made ready for
    the first one that is not the start page, and one for each of the others."""
    data = pcc.load()
    paths = [file.relative_to(root).as_posix() for file in files]
    titles = {path: str(about(file)["title"]) for path, file in zip(paths, files, strict=True)}
    pictures = {one.relative_to(root.resolve()).as_posix() for file in files for one in pictures_of(file)}
    asked = {
        label: ids for file, title in zip(files, titles.values(), strict=True) for label, ids in _asked(file, title)
    }
    gallery = next((file for file in files if shows_gallery(file)), files[0])
    room = RoomState(
        f"http://{f'[{ip}]' if ':' in ip else ip}:{port}",
        Places(visitors),
        notebooks=titles,
        pictures=frozenset(pictures),
        ballots=_ballots(data, asked.values()),
        asked=asked,
        folder=designs or gallery.parent / FOLDER,
        page=str(phone_page(data, titles)),
    )
    first = next((path for path, file in zip(paths, files, strict=True) if file.name != START), paths[0])
    ready = dict.fromkeys(paths, 1) | {first: visitors}
    server = live_server(
        root,
        ready,
        ip=ip,
        port=port,
        token="",
        home="/room",
        kind=RoomServer,
        identity_provider_class=Visitors,
        kernel_websocket_connection_class=RoomConnection,
    )
    server.room = room
    server.log_level = "ERROR"
    return server


def _asked(notebook: Path, title: str) -> Iterator[tuple[str, list[str]]]:
    """What a notebook asks by its title and section; it is said which sections are on its core path."""
    core = core_sections(number_of(notebook.stem))
    for section, ids in asked_by_section(notebook).items():
        yield say("room.section", title=title, section=section, core=section in core) if section else title, ids


def _ballots(data: Dataset, asked: Iterable[Sequence[str]]) -> dict[str, Ballot]:
    """What the room can be asked, by id: the guesses of its notebooks, and all questions with a computed answer."""
    here, computed = set(chain(*asked)), questions(_QUESTIONS, data)
    found = {one: guess.ballot for one, guess in guesses().items() if one in here}
    return found | {question.id: ballot_of(question) for question in computed}
