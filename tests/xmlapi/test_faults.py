"""Faults of the web server and of the XML API, as a client meets them."""

from __future__ import annotations

import asyncio
from xml.etree import ElementTree

import pytest

from iossim import Router
from iossim.session import Session
from tests.xmlapi.serving import CLOSE, Served, body_of, post, serving, status_of
from tests.xmlapi.support import office, request

GLOBAL = request("ISgetGlobal")


def asked(*faults: str, count: int = 1) -> list[bytes]:
    """The answers to requests, one after the other, of an office with faults."""
    router = office()
    answers: list[bytes] = []

    async def test(served: Served) -> None:
        answers.extend([await served.ask(post(GLOBAL, CLOSE)) for _ in range(count)])

    session = Session(router)
    for fault in faults:
        assert session.execute(f"simulate fault {fault}") == ""
    serving(test, router=router)
    return answers


def test_without_a_fault_all_answers_are_equal() -> None:
    one, two = asked(count=2)
    assert status_of(one) == status_of(two) == "200 OK"
    assert body_of(one) == body_of(two)
    assert b"ISGlobal" in one


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "401 Unauthorized"), (404, "404 Not Found"), (500, "500 Internal Server Error"), (503, "503 Service Unavailable")],
)
def test_a_status_refuses_so_many_requests(status: int, words: str) -> None:
    refused, served = asked(f"http status {status} times 1", count=2)
    assert status_of(refused) == words
    assert (b"WWW-Authenticate" in refused) == (status == 401)
    assert status_of(served) == "200 OK"


def test_an_error_hits_the_nth_request() -> None:
    one, two, three = asked("xml error first 2 times 1", count=3)
    assert b"ISErrorCode" not in one
    assert b"<ISErrorMsg>Simulated error</ISErrorMsg>" in two
    assert body_of(three) == body_of(one)


def test_a_malformed_answer_has_its_length_and_is_no_xml() -> None:
    malformed, whole = asked("xml malformed times 1", count=2)
    assert status_of(malformed) == "200 OK"
    with pytest.raises(ElementTree.ParseError):
        ElementTree.fromstring(body_of(malformed))
    ElementTree.fromstring(body_of(whole))


@pytest.mark.parametrize("size", [0, 1, 100, 1_000_000])
def test_a_cut_answer_lacks_bytes_of_its_length(size: int) -> None:
    cut, whole = asked(f"http cut {size} times 1", count=2)
    complete = len(body_of(whole))
    head, _, body = cut.partition(b"\r\n\r\n")
    assert f"Content-Length: {complete}".encode() in head
    assert len(body) == min(size, complete - 1)


def test_a_delay_changes_nothing_else() -> None:
    late, whole = asked("http delay 1 times 1", count=2)
    assert body_of(late) == body_of(whole)


def test_other_requests_are_served_during_a_delay() -> None:
    router = office()
    router.faults.add("http delay", 60_000, times=1)

    async def test(served: Served) -> None:
        reader, waiting = await served.connect()
        waiting.write(post(GLOBAL))
        while list(router.faults):  # until the first request waits
            await asyncio.sleep(0)
        assert status_of(await served.ask(post(GLOBAL, CLOSE))) == "200 OK"
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await reader.read(1)

    serving(test, router=router)


def test_the_library_without_a_socket_meets_the_faults_of_xml() -> None:
    router = Router()
    router.faults.add("xml error", times=1)
    body = b"<request><ISgetGlobal/></request>"
    router.extra_users["tester"] = "word"
    assert b"Simulated error" in router.xml(body, "tester", "word")
    assert b"ISGlobal" in router.xml(body, "tester", "word")


def test_no_port_is_open_during_a_slow_reload() -> None:
    router = office()
    router.nvram.original = "!\n" + router.running_config
    router.faults.add("reload slow", 3600)

    async def test(served: Served) -> None:
        router.reload("console", "test")
        assert router.down_until is not None
        refused = False
        while not refused:  # until the periodic work has closed the port
            try:
                _, writer = await served.connect()
            except OSError as error:
                refused = isinstance(error, ConnectionRefusedError)
            else:
                writer.close()
        router.clock.advance(hours=1)
        assert not router.is_down
        await served.opened.get()  # the port is open again

    serving(test, router=router)
