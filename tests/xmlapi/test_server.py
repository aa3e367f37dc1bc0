"""The API on a socket: spoken to in bytes, as clients of every age do."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
from collections.abc import Awaitable, Callable

import pytest

from iossim.router import RouterCore
from iossim.xmlapi import serve, server
from iossim.xmlapi.server import ListenError
from tests.xmlapi.support import CREDENTIALS, URL, commands, office, request

HEAD = f"POST {URL} HTTP/1.1\r\nHost: router\r\nAuthorization: {CREDENTIALS['Authorization']}\r\n"
SAVE = request("ISSaveConfig")
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients that do not finish are given up soon."""
    monkeypatch.setattr(server, "_GRACE", 0.05)


def served(talk: Talk, extra: str = "") -> None:
    """Runs a conversation with a fresh server."""

    async def run() -> None:
        stop = asyncio.Event()
        address: asyncio.Future[tuple[str, int]] = asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(serve(office(extra), port=0, ready=lambda *where: address.set_result(where), stop=stop))
        reader, writer = await asyncio.open_connection(*await address)
        try:
            await talk(reader, writer)
        finally:
            stop.set()
            await serving
            writer.close()

    asyncio.run(run())


def post(body: bytes, *headers: str) -> bytes:
    return (HEAD + "".join(f"{each}\r\n" for each in headers) + f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def test_a_request_is_answered_and_the_connection_closed() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(SAVE))
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        assert lines[0] == "HTTP/1.1 200 OK"
        assert [line.partition(":")[0] for line in lines[1:]] == [
            "Date",
            "Server",
            "Connection",
            "Content-Length",
            "Content-Type",
            "Expires",
            "Last-Modified",
            "Cache-Control",
            "Accept-Ranges",
        ]
        assert b"<ISSaveConfigResult>success</ISSaveConfigResult>" in body

    served(talk)


def test_a_kept_connection_serves_requests_in_order() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for name in ("one", "two", "three"):
            writer.write(post(commands(f"hostname {name}", f"bogus-{name}"), "Connection: keep-alive"))
        writer.write(post(SAVE))
        answers = (await reader.read()).split(b"HTTP/1.1 200 OK")[1:]
        assert [b"<ISexecCLIResponse>2</ISexecCLIResponse>" in each for each in answers] == [True, True, True, False]

    served(talk)


def test_http_1_0_and_chunked_requests_and_continue() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write((HEAD + "Expect: 100-continue\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n").encode())
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        for at in range(0, len(SAVE), 7):
            part = SAVE[at : at + 7]
            writer.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        writer.write(b"0\r\n\r\n")
        assert b"200 OK" in await reader.readuntil(b"\r\n\r\n")
        await reader.readuntil(b"</SOAP-ENV:Envelope>\n")
        writer.write(post(SAVE).replace(b"HTTP/1.1", b"HTTP/1.0", 1))
        assert b"Content-Length" in await reader.read()

    served(talk)


def test_a_long_answer_leaves_in_fragments_of_the_response_size() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(request("ISgetExtension", ("ISKeyword", "all"))))
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

    served(talk, "ixi transport http\n response size 2\n")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (f"POST {URL} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n<a/>\n", "401 Unauthorized"),
        (f"GET {URL} HTTP/1.1\r\nHost: a\r\n\r\n", "405 Method Not Allowed"),
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "404 Not Found"),
        (HEAD + "Content-Length: 33554433\r\n\r\n", "413 Request Entity Too Large"),
        ("this is no HTTP\r\n\r\n", "400 Bad Request"),
        (HEAD + "Content-Length: x\r\n\r\n", "400 Bad Request"),
        (HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400 Bad Request"),
        (HEAD + "A: " + "x" * 100_000 + "\r\n\r\n", "400 Bad Request"),
    ],
)
def test_what_is_not_served_gets_its_status_from_the_same_web_server(sent: str, status: str) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(sent.encode())
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        assert lines[0].partition(" ")[2] == status
        assert "Server: cisco-IOS" in lines

    served(talk)


def test_without_ip_http_server_the_router_hangs_up() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(SAVE))
        assert await reader.read() == b""

    served(talk, "no ip http server\n")


def test_a_client_that_stalls_does_not_keep_the_server_from_stopping() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD.encode())

    served(talk)


def test_a_body_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write((HEAD + "Content-Length: 5\r\n\r\n<a").encode())
        assert (await reader.readline()).decode() == "HTTP/1.1 408 Request Timeout\r\n"

    monkeypatch.setattr(server, "_PATIENCE", 0.01)
    served(talk)


def test_a_chunked_body_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n\r\n").encode())
        assert (await reader.readline()).decode() == "HTTP/1.1 413 Request Entity Too Large\r\n"

    monkeypatch.setattr(server, "MAX_BODY", 4)
    served(talk)


def test_a_mistake_of_ours_is_a_500(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(SAVE))
        lines = (await reader.read()).decode().split("\r\n")
        assert lines[0] == "HTTP/1.1 500 Internal Server Error"
        assert "Server: cisco-IOS" in lines

    monkeypatch.setattr(server, "answer", broken)
    served(talk)
    assert "ZeroDivisionError" in caplog.text


def test_it_tells_when_it_is_ready_and_ends_at_a_signal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(router: object) -> list[str]:
        signal.raise_signal(signal.SIGTERM)
        return ["something is missing"]

    monkeypatch.setattr(server, "missing", missing)
    assert server.run(office(), port=0) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"XML API on http://127\.0\.0\.1:\d+/ios_xml_app/cme", first)
    assert second == "  but something is missing"


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
            asyncio.run(serve(office(), port=port, stop=asyncio.Event()))


def test_a_forbidden_port_names_the_option(monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    async def run() -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "create_server", refuse)
        await serve(office(), port=80, stop=asyncio.Event())

    with pytest.raises(ListenError, match=r"port 80 needs privileges .* --http-port"):
        asyncio.run(run())
