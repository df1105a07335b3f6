"""What a live page is told of its notebook, and what an address cannot change."""

from __future__ import annotations

import asyncio
import inspect
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from logging import makeLogRecord

import pytest
import tornado.websocket
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.log import gen_log
from voila.execute import VoilaExecutor

from pcc_data.room.kept_kernels import KeptKernels
from pcc_data.room.live_pages import PATIENCE, RENDER, START, options
from pcc_data.settings import PAGE_VARIABLE, Settings
from tests.pseudo_language import LANGUAGE
from tests.test_notebooks import NOTEBOOKS, ROOT


def told(path: str, **more) -> dict:
    """What the page of a notebook is told."""
    hook = options(ROOT, **more)["VoilaConfiguration"]["page_config_hook"]
    return hook({"fullMathjaxUrl": "https://elsewhere"}, base_url="/", notebook_path=path)


def test_an_address_changes_neither_template_nor_theme_and_no_picture_is_given_up():
    found = options(ROOT)
    voila = found["VoilaConfiguration"]
    assert voila["template"] == "pcc" and voila["strip_sources"] and not voila["show_tracebacks"]
    assert (voila["allow_template_override"], voila["allow_theme_override"]) == ("NO", "NO")
    waits = {found["VoilaExecutor"][name] for name in ("iopub_timeout", "timeout")}
    assert waits == {PATIENCE} and PATIENCE >= 300
    (allowed,) = voila["file_allowlist"]
    assert re.fullmatch(allowed, "notebooks/first_look.png")
    for name in ("a.ipynb", "a.py", "a.yaml", "a.png.html", "secret"):
        assert not re.fullmatch(allowed, name)


def test_of_what_tornado_logs_the_line_about_pings_alone_is_left_out():
    logging = options(ROOT)["Application"]["logging_config"]
    assert logging["loggers"] == {gen_log.name: {"filters": ["pings"]}}
    passes = logging["filters"]["pings"]["()"]().filter
    told = "The websocket_ping_timeout ("
    assert told in inspect.getsource(tornado.websocket) and not passes(makeLogRecord({"msg": f"{told}90000) is long"}))
    assert passes(makeLogRecord({"msg": "Cannot send: the stream is closed"}))


def test_what_a_page_says_of_a_fault_are_our_words():
    found = options(ROOT)["VoilaExecutor"]
    for name in ("cell_error_instruction", "cell_timeout_instruction"):
        ours, theirs = found[name], VoilaExecutor.class_traits()[name].default_value
        assert ours and ours != theirs and "--" not in ours, name


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_page_knows_its_title_its_minutes_and_the_notes_of_its_sections(notebook):
    path = notebook.relative_to(ROOT).as_posix()
    found = told(path, code=True)
    live, text = found["pccLive"], notebook.read_text(encoding="utf-8")
    assert f"# {live['title']}" in text and live["code"] == f"/lab/tree/{path}"
    assert live["start"] == (None if notebook.name == START else f"/{RENDER}/notebooks/{START}")
    assert "://" not in found["fullMathjaxUrl"]
    assert set(live["notes"]) == {live["title"], *re.findall(r"\"## (.+?)(?:\\n)?\"", text)}
    number = re.fullmatch(r"\d_\d", notebook.stem[:3])
    assert (live["minutes"] is not None) == bool(number)
    core = live["core"]
    assert all(f"## {section}\n" in text.replace("\\n", "\n") for section in core["sections"])
    assert bool(core["sections"]) == (core["minutes"] is not None) == ("**Core path**" in text)


def test_a_presented_notebook_knows_those_of_the_same_day():
    names = [f"notebooks/{name}.ipynb" for name in ("2_practice/2_1_ten_experiences", "1_theory/1_2_who_decides")]
    first, second = told(names[1], beside=names)["pccLive"]["beside"]
    assert (first["title"], first["now"]) == ("Ten experiences", False) and second["now"]
    assert second["href"] == f"/{RENDER}/{names[1]}" and told(names[0])["pccLive"]["beside"] == []


def test_a_trainer_has_the_words_of_the_plan_or_what_the_section_asks():
    notes = told("notebooks/1_theory/1_2_who_decides.ipynb")["pccLive"]["notes"]
    assert (
        notes["Who decides?"][0].startswith("38 minutes in a room") and "Two votes in Cádiz" in notes["Who decides?"][0]
    )
    assert len(notes["Two votes in Cádiz"]) == 4 and all(note.startswith("“") for note in notes["Two votes in Cádiz"])
    place, guess, look, talk = notes["Can this motion pass?"]
    assert place.startswith("In none of the plans") and place.endswith("About 7 minutes.")
    assert "Could it ever turn the result" in guess and "veto" in look.lower() and "agenda" in talk
    assert not [note for of in notes.values() for note in of if "**" in note or "](" in note]
    assert notes["Take it home"][0].startswith("“Write one sentence")
    assert "Whose knowledge counted" in notes["Summary"][1]
    start = told(f"notebooks/{START}")["pccLive"]["notes"]
    assert start["What you will find"][0].startswith("“Today we look at places") and start["Start here"] == []
    core = told("notebooks/2_practice/2_3_compare_ownership_models.ipynb")["pccLive"]["notes"]
    assert core["Two cases side by side"][0].startswith("On the core path.")


def test_in_a_room_the_way_leads_back_to_it_and_there_is_no_style_to_choose():
    live = told(f"notebooks/{START}", home="/room")["pccLive"]
    assert live["start"] == "/room" and live["code"] is None and live["choices"] == []
    assert told(f"notebooks/{START}")["pccLive"]["choices"]


def test_a_second_catalogue_is_a_choice_of_the_page_and_the_kernel_speaks_it(tmp_path, monkeypatch):
    def offered() -> dict:
        return {one["name"]: one["values"] for one in told(f"notebooks/{START}")["pccLive"]["choices"]}

    assert offered()["language"] == {"en": "English"}, "one alone is no choice: the page leaves it out"
    monkeypatch.setattr("pcc_data.paths.words_dir", lambda: tmp_path)
    for code in ("en", "es", LANGUAGE):
        (tmp_path / f"{code}.ftl").touch()
    assert offered()["language"] == {"en": "English", "es": "español", LANGUAGE: LANGUAGE}
    for asked, spoken in ((LANGUAGE, LANGUAGE), ("../en", "en"), ("nl", "en")):
        monkeypatch.setenv(PAGE_VARIABLE, f"style=phone&language={asked}")
        assert Settings().language == spoken and Settings().style == "phone"


def test_a_kernel_that_was_left_ends_without_being_asked(monkeypatch):
    how = []

    async def end(self, kernel, now, restart):
        how.append((kernel, now, restart))

    monkeypatch.setattr(AsyncMappingKernelManager, "shutdown_kernel", end)
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, KeptKernels().shutdown_kernel("a")).result()
    assert how == [("a", True, False)]


def test_a_kernel_that_waited_long_lives_on_while_its_page_opens(monkeypatch):
    ended = []

    async def end(self, kernel):
        ended.append(kernel)

    monkeypatch.setattr(AsyncMappingKernelManager, "cull_kernel_if_idle", end)
    monkeypatch.setattr(KeptKernels, "__contains__", lambda self, kernel: True)
    manager = KeptKernels(cull_idle_timeout=180)
    with ThreadPoolExecutor(1) as apart:  # a browser's loop may run in this thread
        apart.submit(asyncio.run, manager.cull_kernel_if_idle("a")).result()
    assert ended == [], "given to a page just now"
    manager._met["a"] = utcnow() - timedelta(seconds=181)
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, manager.cull_kernel_if_idle("a")).result()
    assert ended == ["a"]
