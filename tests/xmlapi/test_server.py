"""The API on a socket: keeping connections, versions of HTTP, bodies of every kind, refusals."""

from __future__ import annotations

import asyncio
import re
import socket

import pytest

from iossim.router import RouterCore
from iossim.xmlapi import admission, connection, http, serve, server
from iossim.xmlapi.server import ListenError, Ports
from tests.xmlapi.serving import CLOSE, HEAD, SAVE, Served, body_of, post, serving, status_of
from tests.xmlapi.support import HEADERS, URL, commands, office, request

ALL = request("ISgetExtension", ("ISKeyword", "all"))


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients that do not finish are given up soon."""
    monkeypatch.setattr(server, "_GRACE", 0.05)
    monkeypatch.setattr(server, "_TICK", 0.01)
    monkeypatch.setattr(connection, "LINGER", 0.05)


def test_the_headers_are_those_of_the_web_server_in_its_order() -> None:
    async def test(served: Served) -> None:
        answer = await served.ask(post(SAVE, CLOSE))
        head = answer.partition(b"\r\n\r\n")[0].decode().split("\r\n")
        assert head[0] == "HTTP/1.1 200 OK"
        assert [line.partition(":")[0] for line in head[1:]] == HEADERS
        assert "Connection: close" in head
        assert b"<ISSaveConfigResult>success</ISSaveConfigResult>" in answer

    serving(test)


def test_a_kept_connection_serves_requests_in_order() -> None:
    async def test(served: Served) -> None:
        sent = b"".join(post(commands(f"hostname {name}", f"bogus-{name}")) for name in ("one", "two", "three"))
        answers = (await served.ask(sent + post(SAVE, CLOSE))).split(b"HTTP/1.1 200 OK")[1:]
        assert [b"<ISexecCLIResponse>2</ISexecCLIResponse>" in each for each in answers] == [True, True, True, False]
        assert [b"Connection: keep-alive" in each for each in answers] == [True, True, True, False]
        assert served.router.hostname == "three"

    serving(test)


@pytest.mark.parametrize(("header", "kept"), [("", "close"), ("Connection: Keep-Alive", "keep-alive")])
def test_http_1_0_is_kept_only_where_it_asks_for_it(header: str, kept: str) -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write(post(SAVE, *([header] if header else [])).replace(b"HTTP/1.1", b"HTTP/1.0", 1))
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        assert f"Connection: {kept}\r\n" in head
        assert "Content-Length: " in head

    serving(test)


def test_http_1_0_gets_a_long_answer_whole() -> None:
    async def test(served: Served) -> None:
        answer = await served.ask(post(ALL).replace(b"HTTP/1.1", b"HTTP/1.0", 1))
        assert b"chunked" not in answer
        assert answer.endswith(b"</SOAP-ENV:Envelope>\n")

    serving(test)


def test_chunked_requests_and_continue() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write((HEAD + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n").encode())
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        for at in range(0, len(SAVE), 7):
            part = SAVE[at : at + 7]
            writer.write(f"{len(part):X};a=b\r\n".encode() + part + b"\r\n")
        writer.write(b"0\r\nTrailer: x\r\n\r\n")
        assert b"200 OK" in await reader.readuntil(b"</SOAP-ENV:Envelope>\n")

    serving(test)


def test_an_offer_to_speak_http_2_is_declined_and_the_request_served() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        offer = ("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAEAAEAA")
        for name in "abc":
            writer.write(post(commands(f"hostname {name}"), *offer))
            assert b"200 OK" in await reader.readuntil(b"</SOAP-ENV:Envelope>\n")
            assert served.router.hostname == name
        writer.write(post(SAVE, CLOSE))
        assert (await reader.read()).count(b"200 OK") == 1

    serving(test)


def test_requests_before_nonsense_are_answered() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write(post(commands("hostname a")) + post(SAVE))
        for _ in range(2):
            assert b"200 OK" in await reader.readuntil(b"</SOAP-ENV:Envelope>\n")
        writer.write(b"nonsense\r\n\r\n")
        assert status_of(await reader.read()) == "400 Bad Request"

    serving(test)


def test_nonsense_in_the_segment_of_a_request_ends_both() -> None:
    async def test(served: Served) -> None:
        answer = await served.ask(post(commands("hostname a")) + b"nonsense\r\n\r\n")
        assert status_of(answer) == "400 Bad Request"
        assert served.router.hostname == "Office"

    serving(test)


def test_a_request_is_admitted_when_its_turn_comes() -> None:
    async def test(served: Served) -> None:
        answers = await served.ask(post(commands("telephony-service", "xml user other password 0ther 15")) + post(SAVE))
        statuses = [each.partition(b"\r\n")[0] for each in answers.split(b"HTTP/1.1 ")[1:]]
        assert statuses == [b"200 OK", b"401 Unauthorized"]

    serving(test)


@pytest.mark.parametrize("size", [1, 2, 7, 100])
def test_a_request_may_come_in_pieces(size: int) -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        sent = post(commands("hostname a"), CLOSE)
        for at in range(0, len(sent), size):
            writer.write(sent[at : at + size])
            await asyncio.sleep(0)
        assert b"<ISexecCLIResponse>0</ISexecCLIResponse>" in await reader.read()

    serving(test)


def test_a_client_that_says_all_it_has_to_say_is_still_answered() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write(post(commands("hostname a")) + post(SAVE))
        writer.write_eof()
        assert (await reader.read()).count(b"200 OK") == 2

    serving(test)


def test_a_long_answer_leaves_in_fragments_of_the_response_size() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write(post(ALL))
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        assert "Content-Length" not in head
        assert head.split("\r\n")[4] == "Transfer-Encoding: chunked"
        sizes = []
        while size := int(await reader.readline(), 16):
            sizes.append(size)
            await reader.readexactly(size + 2)
        assert len(sizes) > 1
        assert set(sizes[:-1]) == {2048}
        assert sizes[-1] <= 2048

    serving(test, "ixi transport http\n response size 2\n")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (f"POST {URL} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n<a/>\n", "401 Unauthorized"),
        (f"GET {URL} HTTP/1.1\r\nHost: a\r\n\r\n", "405 Method Not Allowed"),
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "404 Not Found"),
        (HEAD + "Content-Length: 33554433\r\n\r\n", "413 Request Entity Too Large"),
        (HEAD + "Content-Length: " + "9" * 19 + "\r\n\r\n", "413 Request Entity Too Large"),
        (HEAD + "Content-Length: " + "1" + "0" * 19 + "\r\n\r\n", "413 Request Entity Too Large"),
        (HEAD + "Content-Length: " + "9" * 5000 + "\r\n\r\n", "400 Bad Request"),
        ("this is no HTTP\r\n\r\n", "400 Bad Request"),
        (HEAD.replace("\r\n", "\n") + "Content-Length: 0\n\n", "400 Bad Request"),
        ("POST / HTTP/2.0\r\n\r\n", "505 HTTP Version Not Supported"),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400 Bad Request"),
        ("CONNECT router:80 HTTP/1.1\r\nHost: a\r\n\r\n", "404 Not Found"),
        (f"POST {URL} HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "400 Bad Request"),
        (f"POST {URL} HTTP/1.1\r\nHost: a\r\nHost: b\r\nContent-Length: 0\r\n\r\n", "400 Bad Request"),
        (HEAD + "Content-Length: x\r\n\r\n", "400 Bad Request"),
        (HEAD + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", "400 Bad Request"),
        (HEAD + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "400 Bad Request"),
        (HEAD + "Transfer-Encoding: gzip\r\n\r\n", "400 Bad Request"),
        (HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400 Bad Request"),
        (HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", "400 Bad Request"),
        (HEAD + "Expect: a miracle\r\nContent-Length: 1\r\n\r\n", "417 Expectation Failed"),
        (HEAD + "A: " + "x" * 100_000 + "\r\n\r\n", "400 Bad Request"),
        (HEAD + " folded\r\n\r\n", "400 Bad Request"),
        (HEAD.replace("HTTP/1.1", "HTTP/1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400 Bad Request"),
    ],
)
def test_what_is_not_served_gets_its_status_from_the_same_web_server(sent: str, status: str) -> None:
    async def test(served: Served) -> None:
        answer = await served.ask(sent.encode())
        assert status_of(answer) == status
        lines = answer.decode().split("\r\n")
        assert "Server: cisco-IOS" in lines
        assert "Connection: close" in lines
        assert lines[-1] == status

    serving(test)


def test_the_answer_to_head_has_no_body() -> None:
    async def test(served: Served) -> None:
        answer = await served.ask(f"HEAD {URL} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        assert status_of(answer) == "405 Method Not Allowed"
        assert b"Allow: POST\r\n" in answer
        assert answer.endswith(b"\r\n\r\n")

    assert f'"HEAD {URL}" 405 0 ' in serving(test).log.getvalue()


def test_http_1_0_expects_nothing() -> None:
    async def test(served: Served) -> None:
        for expected in ("100-continue", "a miracle"):
            answer = await served.ask(post(SAVE, f"Expect: {expected}").replace(b"HTTP/1.1", b"HTTP/1.0", 1))
            assert status_of(answer) == "200 OK"

    serving(test)


@pytest.mark.parametrize(
    ("lines", "status"),
    [("access-list 9 deny any\n", "403 Forbidden"), ("access-list 9 permit 127.0.0.0 0.0.0.255\n", "200 OK")],
)
def test_an_access_list_keeps_clients_out(lines: str, status: str) -> None:
    async def test(served: Served) -> None:
        assert status_of(await served.ask(post(SAVE, CLOSE))) == status

    serving(test, f"ip http access-class 9\n{lines}")


def test_a_client_that_stalls_does_not_keep_the_server_from_stopping() -> None:
    async def test(served: Served) -> None:
        _, writer = await served.connect()
        writer.write(HEAD.encode())
        await writer.drain()

    serving(test)


def test_a_body_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        answer = await served.ask((HEAD + "Content-Length: 5\r\n\r\n<a").encode())
        assert status_of(answer) == "408 Request Timeout"

    monkeypatch.setattr(connection, "PATIENCE", 0.01)
    serving(test)


@pytest.mark.parametrize("sent", [b"", b"POST /ios_xml", post(SAVE)])
def test_a_client_that_goes_silent_is_hung_up_on(monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    async def test(served: Served) -> None:
        assert (await served.ask(sent)).count(b"HTTP/1.1") == (sent == post(SAVE))
        assert not served.router.xml_statistics.refused

    monkeypatch.setattr(connection, "PATIENCE", 0.01)
    monkeypatch.setattr(connection, "IDLE", 0.01)
    serving(test)


def test_an_idle_connection_is_closed_after_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        assert (await served.ask(post(SAVE))).count(b"200 OK") == 1

    monkeypatch.setattr(connection, "IDLE", 0.01)
    monkeypatch.setattr(connection, "PATIENCE", 1_000.0)
    serving(test)


def test_a_body_has_its_own_time_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        assert status_of(await served.ask((HEAD + "Content-Length: 5\r\n\r\n<a").encode())) == "408 Request Timeout"

    monkeypatch.setattr(connection, "IDLE", 1_000.0)
    monkeypatch.setattr(connection, "PATIENCE", 0.01)
    serving(test)


def test_a_chunked_body_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        answer = await served.ask((HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n\r\n").encode())
        assert status_of(answer) == "413 Request Entity Too Large"

    monkeypatch.setattr(admission, "MAX_BODY", 4)
    serving(test)


def test_a_chunked_body_is_refused_before_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").encode())
        await writer.drain()
        writer.write(b"5\r\n12345\r\n")
        assert status_of(await reader.read()) == "413 Request Entity Too Large"

    monkeypatch.setattr(admission, "MAX_BODY", 4)
    serving(test)


def test_a_refused_client_that_hangs_up_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = asyncio.Event()
    lost = connection.Connection.connection_lost

    def note(self: connection.Connection, error: Exception | None) -> None:
        lost(self, error)
        gone.set()

    async def test(served: Served) -> None:
        assert status_of(await served.ask(b"nonsense\r\n\r\n")) == "400 Bad Request"
        async with asyncio.timeout(10):
            await gone.wait()

    monkeypatch.setattr(connection, "LINGER", 60)
    monkeypatch.setattr(connection.Connection, "connection_lost", note)
    serving(test)


def test_a_mistake_of_ours_is_an_internal_error(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError

    async def test(served: Served) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(http, "Answer", broken)
            answer = await served.ask(post(SAVE))
        assert status_of(answer) == "500 Internal Server Error"
        assert status_of(await served.ask(post(SAVE, CLOSE))) == "200 OK"

    serving(test)
    assert "ZeroDivisionError" in caplog.text


def test_a_mistake_of_ours_after_continue_is_an_internal_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*arguments: object) -> None:
        raise ZeroDivisionError

    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write((HEAD + f"Expect: 100-continue\r\nContent-Length: {len(SAVE)}\r\n\r\n").encode())
        await reader.readuntil(b"100 Continue\r\n\r\n")
        writer.write(SAVE)
        assert status_of(await reader.read()) == "500 Internal Server Error"

    monkeypatch.setattr(http._Service, "_send", broken)
    serving(test)


def test_every_request_has_a_line_in_the_access_log_and_no_password_is_in_it() -> None:
    async def test(served: Served) -> None:
        await served.ask(post(request("ISgetGlobal"), CLOSE))
        await served.ask(post(b"<x/>", CLOSE))
        await served.ask(f'GET {URL}?password=s3cret" HTTP/1.1\r\nHost: a\r\n\r\n'.encode())
        await served.ask(b"nonsense\r\n\r\n")

    lines = serving(test).log.getvalue().splitlines()
    stamp = r"\[\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d \+0000\]"
    assert re.fullmatch(rf'127\.0\.0\.1 - cisco {stamp} "POST {URL}" 200 \d+ ISgetGlobal \d+\.\dms', lines[0])
    assert re.fullmatch(rf'127\.0\.0\.1 - cisco {stamp} "POST {URL}" 200 \d+ unknown request \d+\.\dms', lines[1])
    assert re.fullmatch(rf'127\.0\.0\.1 - - {stamp} "GET {URL}" 405 22 - \d+\.\dms', lines[2])
    assert re.fullmatch(rf'127\.0\.0\.1 - - {stamp} "-" 400 15 - \d+\.\dms', lines[3])
    assert len(lines) == 4
    assert "s3cret" not in "".join(lines)


def test_it_tells_what_the_configuration_lacks() -> None:
    assert [reason.split("`")[1] for reason in server.missing(RouterCore())] == [
        "ip http server",
        "ixi transport http",
        "xml user",
    ]
    assert list(server.missing(office())) == []


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ListenError, match=rf"port {port} on 127.0.0.1 is in use; .* --http-port"):
            asyncio.run(serve(office(), Ports(http=port), stop=asyncio.Event()))


def test_a_forbidden_port_names_the_option(monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    async def run() -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "create_server", refuse)
        await serve(office(), Ports(http=80), stop=asyncio.Event())

    with pytest.raises(ListenError, match=r"port 80 needs privileges .* --http-port"):
        asyncio.run(run())


def test_bodies_are_put_together() -> None:
    assert body_of(b"a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n") == b"abc"
