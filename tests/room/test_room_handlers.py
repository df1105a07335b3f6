"""The room's own addresses: who comes in, what phones and the trainer can do, and what is refused."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from collections.abc import Iterator

import pytest

from pcc_data.designs import Design
from pcc_data.paths import asset
from pcc_data.quiz.questions import Ballot
from pcc_data.room.limits import Limit
from pcc_data.room.room_state import MOST_DESIGNS, RoomState, four_words
from pcc_data.say import say
from tests.room.visiting import Browser, room_without_kernels

BALLOTS = {"which": Ballot("Which <b>one</b>?", {"a": "<script>alert(1)</script>", "b": "Two"}, ("Two",))}
REFUSED = "This room is for the people in it"


@pytest.fixture
def opened(tmp_path) -> Iterator[tuple[RoomState, int]]:
    with room_without_kernels(ballots=BALLOTS, folder=tmp_path / "my_designs") as found:
        yield found


@pytest.fixture
def phone(opened) -> Browser:
    """A phone that came in by the words."""
    return entered(opened)


@pytest.fixture
def trainer(opened) -> Browser:
    room, port = opened
    found = Browser(port)
    assert found.ask(f"/trainer/{room.secret}")[0] == 302
    return found


def entered(opened) -> Browser:
    room, port = opened
    found = Browser(port)
    assert found.ask(f"/{room.words}")[0] == 302
    return found


def test_the_words_are_easy_and_enough():
    words = asset("room/words.txt").split()
    assert len(set(words)) == len(words) >= 256 and all(3 <= len(word) <= 8 and word.isalpha() for word in words)
    assert len({four_words() for _ in range(50)}) == 50


def test_without_the_words_nothing_is_shown(opened):
    for path in ("/", "/room", "/room/question", "/trainer", "/trainer/state", "/api/kernels", "/voila/tree", "/x"):
        status, text = Browser(opened[1]).ask(path)
        assert status == 403 and REFUSED in text
    assert Browser(opened[1]).tell("/room/question", question=1, option=0)[0] == 403


def test_the_words_lead_in(opened, phone):
    assert phone.ask("/room") == (200, "<p>here</p>") and phone.ask("/")[0] == 302
    assert phone.state() == {"question": 0, "ask": None}


@pytest.mark.parametrize("cookie", ["", "1", "2|1:0|10:1700000000|12:visitor|4:YWJj|" + "0" * 64])
def test_a_cookie_cannot_be_made_up(opened, phone, cookie):
    phone.cookies = dict.fromkeys(phone.cookies, cookie)
    assert phone.ask("/room")[0] == 403


def test_a_visitor_is_no_trainer(opened, phone):
    assert [phone.ask(path)[0] for path in ("/trainer", "/trainer/state", "/trainer/hands")] == [403] * 3
    assert phone.tell("/trainer/state", do="close")[0] == 403
    number = next(iter(phone.cookies))
    phone.cookies[number.replace("visitor", "trainer")] = phone.cookies[number]  # one signed for another name
    assert phone.ask("/trainer")[0] == 403


def test_wrong_words_are_told_to_be_wrong_and_what_is_no_way_in_is_not(opened):
    room, port = opened
    told = Browser(port).ask("/one-two-three-four")
    assert told[0] == 403 and say("room.head-words") in told[1] and REFUSED not in told[1]
    for path in (f"/trainer/{'a' * 32}", "/one-two-three", f"/{room.words.title()}", "/trainer"):
        status, text = Browser(port).ask(path)
        assert status == 403 and REFUSED in text and say("room.head-words") not in text


def test_after_ten_wrong_tries_an_address_waits(opened):
    room, port = opened
    wrong = Browser(port)
    assert [wrong.ask("/one-two-three-four")[0] for _ in range(12)] == [403] * 10 + [429] * 2
    assert wrong.ask(f"/{room.words}")[0] == 429 and wrong.ask(f"/trainer/{room.secret}")[0] == 429


def test_tries_at_the_trainers_secret_count_too(opened):
    wrong = Browser(opened[1])
    assert [wrong.ask(f"/trainer/{'a' * 32}")[0] for _ in range(11)] == [403] * 10 + [429]


@pytest.mark.parametrize("path", ["/room/static/../words.txt", "/room/static/%2e%2e/words.txt",
    "/room/static/words.txt",
    "/room/static/..%5cwords.txt", "/room/static/%252e%252e/words.txt", "//room", "/room//question"])  # fmt: skip
def test_tricks_with_paths_find_nothing(phone, path):
    assert phone.ask(path)[0] in (403, 404)


def test_another_page_cannot_use_a_visitors_cookie(opened, phone, trainer):
    assert phone.ask("/room", Host="evil.example")[0] == 403
    body = json.dumps({"do": "close"}).encode()
    assert trainer.ask("/trainer/state", body, Origin="http://evil.example")[0] == 403
    assert trainer.ask("/trainer/state", Origin=f"http://127.0.0.1:{opened[1]}")[0] == 200


def test_hands_from_question_to_picture(opened, trainer):
    phones = [entered(opened) for _ in range(3)]
    assert trainer.tell("/trainer/state", do="open", key="which")[0] == 200
    asked = phones[0].state()
    assert asked["ask"] == "Which <b>one</b>?" and asked["given"] is None and not asked["revealed"]
    for phone, option in zip([*phones, phones[0]], (0, 1, 1, 1), strict=True):
        assert phone.tell("/room/question", question=asked["question"], option=option)[0] == 200
    trainer.tell("/trainer/state", do="type", option=0, count=4)
    found = trainer.state("/trainer/state")
    assert (found["answered"], found["typed"], found["phones"]) == (3, [4, 0], 1)
    assert trainer.ask("/trainer/hands") == (200, "")
    trainer.tell("/trainer/state", do="reveal")
    assert phones[0].tell("/room/question", question=asked["question"], option=0)[0] == 409
    status, picture = trainer.ask("/trainer/hands")
    assert status == 200 and "<td>4</td>" in picture and "<td>3</td>" in picture and "<script>" not in picture
    trainer.tell("/trainer/state", do="clear")
    assert phones[0].state()["ask"] is None and opened[0].hands.counts == {}


@pytest.mark.parametrize("body", [b"", b"[]", b"no", b'{"question": 1}', b'{"question": 1, "option": "0"}', b"\xff",
    b'{"question": true, "option": true}', b'{"question": 1, "option": 1e99}', b"[" * 900])  # fmt: skip
def test_answers_that_are_none_are_refused(opened, phone, trainer, body):
    trainer.tell("/trainer/state", do="open", key="which")
    assert phone.ask("/room/question", body)[0] == 400
    assert opened[0].hands.answered == 0


def test_an_answer_is_short(opened, phone):
    assert phone.tell("/room/question", question=0, option=0, more="x" * 1000)[0] == 413


def test_a_flood_of_answers_leaves_the_trainers_page_usable(opened, trainer):
    trainer.tell("/trainer/state", do="open", key="which")
    number, over, statuses = opened[0].hands.number, threading.Event(), []
    phone = entered(opened)

    def flood() -> None:
        began, sent = time.monotonic(), 0
        while not over.is_set():
            statuses.append(phone.tell("/room/question", question=number, option=sent % 2)[0])
            sent += 1
            time.sleep(max(0.0, began + sent / 100 - time.monotonic()))  # 100 a second, where the machine keeps up

    thread = threading.Thread(target=flood)
    thread.start()
    took = []
    for _ in range(20):
        before = time.monotonic()
        trainer.state("/trainer/state")
        took.append(time.monotonic() - before)
        time.sleep(0.1)
    over.set()
    thread.join()
    assert statuses.count(429) > len(statuses) / 2 and opened[0].hands.answered == 1
    assert sorted(took)[10] < 0.5  # seconds, at the median
    print(
        f"{len(statuses)} answers sent, {statuses.count(429)} refused; trainer's page {1000 * sorted(took)[10]:.0f} ms"
    )


def test_a_design_reaches_the_gallery(opened, phone, trainer):
    sent = Design(name="Roofs & <3", sector="energy", by="table 1").text().encode()
    status, text = phone.ask("/room/design", sent)
    assert (status, json.loads(text)["kept"]) == (200, True)
    (file,) = opened[0].folder.iterdir()
    assert Design.load(file)["sector"] == "energy" and trainer.state("/trainer/state")["designs"] == [file.name]
    phone.ask("/room/design", Design(name="Other", sector="water").text().encode())
    assert [one.name for one in opened[0].folder.iterdir()] == [file.name] and Design.load(file)["sector"] == "water"


def test_a_design_of_another_table_is_never_written_over(opened, phone):
    for browser in (phone, entered(opened)):
        assert browser.ask("/room/design", Design(name="Roofs").text().encode())[0] == 200
    assert sorted(file.name for file in opened[0].folder.iterdir()) == ["roofs-2.yaml", "roofs.yaml"]


@pytest.mark.parametrize("sent", [b"", b"\0", b"[]", b"sector: magic\n",
    b"format: 1\nname: a <img src=x onerror=alert(1)> b\n",
    b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", b"{" * 5000, b"x" * 64_001])  # fmt: skip
def test_what_is_no_design_leaves_no_trace(opened, phone, sent):
    status, text = phone.ask("/room/design", sent)
    assert status == (413 if len(sent) > 64_000 else 422)
    assert not opened[0].folder.exists() or not list(opened[0].folder.iterdir())
    assert str(opened[0].folder) not in text


def test_the_gallery_has_so_many_places(opened):
    opened[0].sends = Limit(1000, 1)
    sent = [entered(opened).ask("/room/design", Design(name=f"Design {at}").text().encode()) for at in range(13)]
    assert [status for status, _ in sent] == [200] * MOST_DESIGNS + [422] and "no place" in sent[-1][1]


def test_a_phone_cannot_flood_the_gallery(opened, phone):
    assert [phone.ask("/room/design", b"x")[0] for _ in range(8)][-2:] == [429, 429]


def test_pages_say_what_may_run_on_them(opened, phone):
    request = urllib.request.Request(f"http://127.0.0.1:{opened[1]}/room", headers={"Cookie": phone.cookie})
    with urllib.request.urlopen(request) as answer:
        assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Frame-Options"] == "DENY"
