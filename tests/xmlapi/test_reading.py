"""HTTP requests on paper: heads, bodies in every shape, and whatever else may come, in pieces of any size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iossim.xmlapi.reading import MAX_HEAD, Head, RequestReader


def reading(data: bytes, step: int = 0) -> RequestReader:
    """A reader that was fed with some data, in pieces of so many bytes, or all at once."""
    reader = RequestReader()
    for at in range(0, len(data), step or len(data) or 1):
        reader.feed(data[at : at + step] if step else data)
    return reader


def head(text: str) -> Head:
    """The one head in a text without the empty line at its end."""
    reader = reading((text + "\r\n\r\n").encode("latin-1"))
    (request,) = reader.requests
    return request.head


def found(reader: RequestReader) -> list[tuple[str, str, bytes, bool]]:
    """What was read: method, target, body, and whether that is complete."""
    return [(each.head.method, each.head.target, bytes(each.body), each.complete) for each in reader.requests]


def test_a_head_is_read() -> None:
    read = head("POST /a?b HTTP/1.1\r\nHost: x\r\nACCEPT:text/xml \t\r\nAccept: */*\r\nX-A: \u00fc")
    assert (read.method, read.target, read.version, read.fault) == ("POST", "/a?b", "1.1", None)
    assert read.headers == {"host": "x", "accept": "text/xml, */*", "x-a": "\u00fc"}
    assert head("GET / HTTP/1.0\r\nA: b").headers == {"a": "b"}
    assert head("GET / HTTP/1.7").fault is None


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "post / HTTP/1.1",
        "GET / HTTP/11.1",
        "GET / SIP/2.0",
        "GET /\u00fc HTTP/1.1",
        "GET / HTTP/1.1\r\nno colon",
        "GET / HTTP/1.1\r\nA : b",
        "GET / HTTP/1.1\r\n: b",
        "GET / HTTP/1.1\r\nA: b\r\n folded",
        "GET / HTTP/1.1\r\nA: b\0",
        "GET / HTTP/1.1\r\nA: b\x1b",
        "GET / HTTP/1.1\r\nA: b\rc: d",
        "GET / HTTP/1.1\r\nA: b\nc: d",
        "PRI * HTTP/2.0\r\n\r\nSM",
    ],
)
def test_what_is_no_head_is_not_read(text: str) -> None:
    reader = reading((text + "\r\n\r\n").encode("latin-1"))
    assert reader.broken
    assert not reader.requests


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Length: -1",
        "Content-Length: +1",
        "Content-Length: 0x1",
        "Content-Length: \u00b2",
        "Content-Length:",
        "Content-Length: 1, 1",
        "Content-Length: 1\r\nContent-Length: 1",
        "Content-Length: " + "9" * 100,
        "Transfer-Encoding: chunked\r\nContent-Length: 1",
        "Content-Length: 1\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, gzip",
    ],
)
def test_a_head_that_leaves_open_where_its_body_ends_is_not_read(headers: str) -> None:
    reader = reading(f"POST / HTTP/1.1\r\n{headers}\r\n\r\n".encode("latin-1"))
    assert reader.broken
    assert not reader.requests


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("GET / HTTP/3.0", 505),
        ("GET / HTTP/0.9", 505),
        ("GET /", 505),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip", 501),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked", 501),
        ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked", 400),
        ("POST / HTTP/1.1\r\nExpect: a miracle", 417),
    ],
)
def test_a_head_may_ask_for_what_no_such_server_does(text: str, status: int) -> None:
    assert head(text).fault == status


@pytest.mark.parametrize(
    ("version", "connection", "kept"),
    [("1.1", "", True), ("1.1", "close", False), ("1.1", "Foo, Close", False), ("1.0", "", False), ("1.0", "Keep-Alive", True)],
)
def test_what_a_client_wants_of_the_connection(version: str, connection: str, kept: bool) -> None:
    assert head(f"GET / HTTP/{version}\r\nConnection: {connection}").keeps_alive is kept


def test_continue_is_for_those_that_can_wait() -> None:
    assert head("POST / HTTP/1.1\r\nExpect: 100-Continue").waits
    assert not head("POST / HTTP/1.0\r\nExpect: 100-continue").waits
    assert head("POST / HTTP/1.0\r\nExpect: a miracle").fault is None
    assert not head("POST / HTTP/1.1").waits


@pytest.mark.parametrize(
    "line", ["/" + "x" * MAX_HEAD, "/ HTTP/1.1\r\n" + "A: b\r\n" * (MAX_HEAD // 6), "/ HTTP/1.1\r\nA:" + " " * MAX_HEAD]
)
def test_a_head_without_an_end_is_given_up(line: str) -> None:
    data = b"POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\naPOST " + line.encode()
    for step in (1_000, 10_000):
        reader = reading(data + b"x" * step, step)
        assert reader.broken
        assert found(reader) == [("POST", "/", b"a", True)]
    assert not reading(data[: MAX_HEAD - 100], 1_000).broken


def test_the_length_of_many_heads_is_not_added_up() -> None:
    reader = reading(b"GET / HTTP/1.1\r\nA: b\r\n\r\n" * 10_000, 1_000)
    assert (len(reader.requests), reader.broken) == (10_000, False)


def test_a_body_is_as_long_as_it_was_told() -> None:
    reader = reading(b"POST / HTTP/1.1\r\nContent-Length: 3 \r\n\r\na")
    assert found(reader) == [("POST", "/", b"a", False)]
    reader.feed(b"bcPUT")
    assert found(reader) == [("POST", "/", b"abc", True)]
    assert not reader.broken


def test_empty_lines_between_requests_are_nothing() -> None:
    reader = RequestReader()
    idle = []
    for data in (b"\r\n\r\n", b"GET /", b" HTTP/1.1\r\n\r\n\r\n"):
        reader.feed(data)
        idle.append(reader.idle)
    reader.requests.clear()
    assert (idle, reader.idle) == ([True, False, False], True)


def test_nothing_comes_behind_the_last_request() -> None:
    reader = reading(b"GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nConnection: close\r\n\r\nGET /3 HTTP/1.1\r\n\r\n")
    assert [target for _, target, _, _ in found(reader)] == ["/1", "/2"]
    assert reader.broken


@given(st.binary(max_size=200), st.lists(st.integers(1, 20), min_size=1, max_size=60), st.integers(1, 9))
def test_chunks_are_put_together_however_they_arrive(content: bytes, sizes: list[int], step: int) -> None:
    sent = bytearray(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
    at = 0
    for size in sizes:
        chunk = content[at : at + size]
        at += size
        if chunk:
            sent += b"%x;ext=1\r\n%b\r\n" % (len(chunk), chunk)
    rest = content[at:]
    sent += (b"%X\r\n%b\r\n" % (len(rest), rest) if rest else b"") + b"0\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\n\r\n"
    reader = reading(bytes(sent), step)
    assert found(reader) == [("POST", "/", content, True), ("GET", "/", b"", True)]
    assert not reader.requests[0].head.headers.keys() & {"host"}


@pytest.mark.parametrize(
    "chunks",
    [
        b"zz\r\n",
        b"1\r\nab\r\n",
        b"1\r\na0\r\n\r\n",
        b"-1\r\n",
        b"0x1\r\na\r\n",
        b"\r\n",
        b"f" * 17 + b"\r\n",
        b"1\na\n",
        b"0\r\nno trailer\r\n",
    ],
)
def test_what_is_no_chunk_is_not_read(chunks: bytes) -> None:
    reader = reading(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
    assert reader.broken
    assert not reader.requests[0].complete


@pytest.mark.parametrize("step", [0, 1, 7])
def test_the_offer_of_another_protocol_is_not_taken(step: int) -> None:
    offer = b"POST /a HTTP/1.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
    bodies = (b"Content-Length: 3\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", b"\r\n")
    reader = reading(b"".join(offer + body for body in bodies), step)
    assert found(reader) == [("POST", "/a", body, True) for body in (b"abc", b"abc", b"")]
    assert all(each.head.keeps_alive and each.head.headers["upgrade"] == "h2c" for each in reader.requests)
    assert not reader.broken


PIECES = [
    b"POST / HTTP/1.1\r\n",
    b"CONNECT a:1 HTTP/1.0\r\n",
    b"Content-Length: 3\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Transfer-Encoding: gzip\r\n",
    b"Connection: Upgrade\r\nUpgrade: h2c\r\n",
    b"Connection: close\r\n",
    b"\r\n",
    b"\r\nabc",
    b"\r\n3\r\nabc\r\n",
    b"0\r\n\r\n",
    b"A: b\n",
    b"\0",
]


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=5), max_size=20).map(b"".join), st.integers(1, 40))
def test_it_does_not_matter_in_what_pieces_something_arrives(data: bytes, step: int) -> None:
    whole, pieces = reading(data), reading(data, step)
    assert found(whole) == found(pieces)
    assert (whole.broken, whole.idle) == (pieces.broken, pieces.idle)
    assert all(each.complete for each in list(whole.requests)[:-1])
