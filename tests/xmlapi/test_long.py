"""Long answers and long bodies: others are served in between, slow clients hold nobody up, and memory stays flat."""

from __future__ import annotations

import asyncio
import contextlib
import socket

import pytest
from lxml import etree

from iossim.xmlapi import connection, http, outstanding, server, shared
from iossim.xmlapi.views.render import Prepared
from iossim.xmlapi.web_server import time_limit
from tests.xmlapi.serving import CLOSE, HEAD, Served, body_of, post, serving, status_of
from tests.xmlapi.support import commands, error, office, request, response

PHONES = 300
MANY = "telephony-service\n max-ephones 1000\n" + "".join(
    f"ephone {tag}\n mac-address 0000.0000.{tag:04X}\n" for tag in range(10, 10 + PHONES)
)
ALL = request("ISgetDevice", ("ISKeyword", "all"))


@pytest.fixture(autouse=True)
def _turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others get their turn after every item, and the server looks after things often."""
    monkeypatch.setattr(http, "SLICE", -1.0)
    monkeypatch.setattr(server, "_TICK", 0.01)
    monkeypatch.setattr(server, "_GRACE", 0.05)


def items(answer: bytes) -> list[str]:
    return [node.text or "" for node in etree.fromstring(body_of(answer)).iter("ISDevID")]


def test_a_long_answer_is_whole() -> None:
    async def test(served: Served) -> None:
        assert items(await served.ask(post(ALL, CLOSE))) == ["1", "2", *map(str, range(10, 10 + PHONES))]

    serving(test, MANY)


def test_http_1_0_gets_an_answer_that_is_too_long_to_be_held_until_the_end_of_the_connection() -> None:
    async def test(served: Served) -> None:
        sent = post(ALL, "Connection: Keep-Alive").replace(b"HTTP/1.1", b"HTTP/1.0", 1)
        answer = await served.ask(sent)
        head = answer.partition(b"\r\n\r\n")[0]
        assert b"Connection: close" in head
        assert b"Content-Length" not in head
        assert answer.endswith(b"</SOAP-ENV:Envelope>\n")

    serving(test, MANY)


def test_others_are_served_in_between_and_what_vanishes_is_left_out() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect(limit=1024)
        writer.write(post(ALL, CLOSE))
        begun = await reader.readuntil(b"<ISDevID>1</ISDevID>")
        answer = await served.ask(post(commands("no ephone 308", "ephone 500"), CLOSE))
        assert b"<ISexecCLIResponse>0<" in answer
        found = items(begun + await reader.read())
        assert "308" not in found
        assert found[-1] == "309"

    serving(test, MANY)


def test_everything_may_vanish() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect(limit=1024)
        writer.write(post(ALL, CLOSE))
        begun = await reader.readuntil(b"<ISDevID>1</ISDevID>")
        served.router.restart("ip http server\n")
        answer = begun + await reader.read()
        assert answer.endswith(b"0\r\n\r\n")
        assert len(items(answer)) < PHONES

    serving(test, MANY)


@pytest.fixture
def stalled(monkeypatch: pytest.MonkeyPatch) -> list[connection.Connection]:
    """The connections whose client does not read, in the order in which their writing was paused."""
    paused: list[connection.Connection] = []
    pause = connection.Connection.pause_writing

    def note(self: connection.Connection) -> None:
        pause(self)
        paused.append(self)

    monkeypatch.setattr(connection.Connection, "pause_writing", note)
    return paused


def slow_reader(served: Served, answers: int = 20, size: int = 4096) -> socket.socket:
    """A client that asks for more than fits into the buffers of a socket, and reads nothing of it."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, size)
    client.connect(served.address)
    client.sendall(post(ALL) * (answers - 1) + post(ALL, CLOSE))
    return client


async def until_stalled(stalled: list[connection.Connection], count: int) -> None:
    while len({id(each) for each in stalled}) < count:
        await asyncio.sleep(0)


def test_a_client_that_does_not_read_holds_nobody_up(stalled: list[connection.Connection]) -> None:
    async def test(served: Served) -> None:
        slow = [slow_reader(served) for _ in range(3)]
        try:
            await until_stalled(stalled, 3)
            assert len(items(await served.ask(post(ALL, CLOSE)))) == PHONES + 2
            assert max(each.transport.get_write_buffer_size() for each in stalled if each.transport is not None) < 200_000
        finally:
            for client in slow:
                client.close()

    serving(test, MANY)


def test_a_client_that_never_reads_on_is_hung_up_on(stalled: list[connection.Connection], monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        slow = slow_reader(served)
        try:
            await until_stalled(stalled, 1)
            while stalled[0].connected:
                await asyncio.sleep(0)
        finally:
            slow.close()
        assert len(items(await served.ask(post(ALL, CLOSE)))) == PHONES + 2

    monkeypatch.setattr(connection, "PATIENCE", 0.02)
    monkeypatch.setattr(connection, "IDLE", 0.02)
    serving(test, MANY)


def test_a_client_that_never_reads_its_last_answer_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = asyncio.Event()

    async def test(served: Served) -> None:
        slow = slow_reader(served)
        try:
            async with asyncio.timeout(60):
                await gone.wait()
        finally:
            slow.close()

    def note(self: connection.Connection, error: Exception | None) -> None:
        lost(self, error)
        gone.set()

    lost = connection.Connection.connection_lost
    monkeypatch.setattr(connection.Connection, "connection_lost", note)
    monkeypatch.setattr(connection.Connection, "pause_writing", lambda self: None)  # all of it is written, and none of it read
    monkeypatch.setattr(connection, "PATIENCE", 0.02)
    serving(test, MANY)


def test_too_many_long_answers_at_once_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        answers = await asyncio.gather(*(served.ask(post(ALL, CLOSE)) for _ in range(6)))
        statuses = sorted(map(status_of, answers))
        assert statuses == ["200 OK"] * 4 + ["503 Service Unavailable"] * 2
        assert served.router.xml_statistics.peak_waiting == 3

    monkeypatch.setattr(outstanding, "LONGEST_QUEUE", 3)
    serving(test, MANY)


def test_a_request_that_waits_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        assert status_of(await served.ask(post(ALL, CLOSE))) == "503 Service Unavailable"
        assert served.router.xml_statistics.timeouts == 1

    monkeypatch.setattr(http, "time_limit", lambda router: 0.0)
    serving(test, "ixi transport http\n response size 64\n" + MANY)


@pytest.mark.parametrize(
    ("transport", "application", "seconds"),
    [("0", "-1", None), ("7", "-1", 7.0), ("7", "9", 9.0), ("7", "0", None), ("0", "60", 60.0)],
)
def test_the_time_limit_of_the_application_goes_before_that_of_the_transport(
    transport: str, application: str, seconds: float | None
) -> None:
    lines = f"ixi transport http\n request timeout {transport}\nixi application cme\n response timeout {application}\n"
    assert time_limit(office(lines)) == seconds


class Clock:
    """Seconds that pass only while a client does not read."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    perf_counter = monotonic


def test_the_time_of_a_slow_client_does_not_count(stalled: list[connection.Connection], monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()

    async def test(served: Served) -> None:
        client = slow_reader(served, 5, 1 << 17)
        await until_stalled(stalled, 1)
        for _ in range(10):  # until the answer waits for its client
            await asyncio.sleep(0)
        clock.now += 1_000.0
        client.setblocking(False)
        loop, answers = asyncio.get_running_loop(), b""
        while part := await loop.sock_recv(client, 1 << 20):
            answers += part
        client.close()
        assert answers.count(b"</SOAP-ENV:Envelope>") == 5
        assert not served.router.xml_statistics.timeouts

    taken: list[bool] = []
    take = outstanding.Outstanding.take

    async def note(self: outstanding.Outstanding, answer: object, seconds: float | None = None, *, begun: bool = False) -> None:
        taken.append(begun)
        await take(self, answer, seconds, begun=begun)

    monkeypatch.setattr(outstanding.Outstanding, "take", note)
    monkeypatch.setattr(http, "time", clock)
    monkeypatch.setattr(http, "time_limit", lambda router: 10.0)
    serving(test, MANY)
    assert any(taken)  # the answer has given its place away, and taken it again


def test_an_answer_that_takes_too_long_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()

    async def test(served: Served) -> None:
        reader, writer = await served.connect(limit=1024)
        writer.write(post(ALL))
        answer = await reader.readuntil(b"<ISDevID>1</ISDevID>")
        clock.now += 11.0
        with contextlib.suppress(ConnectionError):
            while part := await reader.read(1 << 16):
                answer += part
        assert b"503" not in answer
        assert not answer.endswith(b"0\r\n\r\n")
        assert served.router.xml_statistics.timeouts == 1

    monkeypatch.setattr(http, "time", clock)
    monkeypatch.setattr(http, "time_limit", lambda router: 10.0)
    serving(test, MANY)


def test_a_list_of_commands_that_takes_too_long_keeps_what_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        assert status_of(await served.ask(post(commands("hostname a"), CLOSE))) == "503 Service Unavailable"
        assert served.router.hostname == "Office"

    monkeypatch.setattr(http, "time_limit", lambda router: 0.0)
    serving(test)


def test_a_long_body_is_read_while_others_are_served() -> None:
    lines = ["hostname a"] * 9_000
    body = commands(*lines, "bogus")

    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write(post(body, CLOSE))
        assert b"<ISexecCLIResponse>9001<" in await reader.read()

    serving(test)


def test_only_few_large_bodies_are_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "LARGE_BODIES", 1)
    body = commands("hostname b", *["!" + "x" * 1_000] * 600)

    async def test(served: Served) -> None:
        holder_reader, holder = await served.connect()
        holder.write((HEAD + f"Content-Length: {len(body)}\r\n\r\n").encode() + body[:400_000])
        await holder.drain()
        others = [asyncio.create_task(served.ask(post(body, CLOSE))) for _ in range(3)]
        assert status_of(await served.ask(post(commands("hostname a"), CLOSE))) == "200 OK"
        for _ in range(50):
            await asyncio.sleep(0)
        assert served.router.hostname == "a"
        holder.write(body[400_000:])
        assert b"200 OK" in await holder_reader.readline()
        async with asyncio.timeout(60):
            assert [status_of(answer) for answer in await asyncio.gather(*others)] == ["200 OK"] * 3

    serving(test)


def test_requests_are_not_read_faster_than_they_are_served() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        count = 2_000
        for _ in range(count):
            writer.write(post(request("ISgetGlobal")))
        writer.write_eof()
        answers = 0
        while part := await reader.read(1 << 20):
            answers += part.count(b"</SOAP-ENV:Envelope>\n")
        assert answers == count

    serving(test, "ixi transport http\n response size 64\n")


def test_an_answer_longer_than_the_buffer_is_an_error() -> None:
    router = office(MANY)
    router.xml_options.buffer = 20_000

    async def test(served: Served) -> None:
        assert error(response(body_of(await served.ask(post(ALL, CLOSE))))) == ("5", "Response exceeds buffer size")
        answer = await served.ask(post(request("ISgetDevice", ("ISDevID", "10")), CLOSE))
        assert items(answer) == ["10"]

    serving(test, router=router)
    assert router.xml_statistics.errors == 1


def test_a_mistake_in_the_middle_of_an_answer_breaks_it_off(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect(limit=1024)
        writer.write(post(ALL))
        await reader.readuntil(b"<ISDevID>1</ISDevID>")
        monkeypatch.setattr(Prepared, "write", broken)
        assert not (await reader.read()).endswith(b"0\r\n\r\n")
        monkeypatch.undo()
        assert status_of(await served.ask(post(request("ISSaveConfig"), CLOSE))) == "200 OK"

    def broken(*arguments: object) -> None:
        raise ZeroDivisionError

    serving(test, MANY)
    assert "ISgetDevice failed" in caplog.text
