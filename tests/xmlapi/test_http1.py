"""HTTP on paper: heads, bodies in every shape, and whatever else may come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iossim.xmlapi.http1 import Chunked, Head, HttpError, Sized, body_of, find_end, head_of, parse_head, phrase


def head(text: str) -> Head:
    return parse_head(text.encode("latin-1"))


def refused(text: str) -> int:
    with pytest.raises(HttpError) as caught:
        head(text)
    return caught.value.status.value


def test_a_head_is_read() -> None:
    found = head("POST /a?b HTTP/1.1\r\nHost: x\r\nACCEPT:text/xml \r\nAccept: */*\r\nX-A: \u00fc")
    assert (found.method, found.target, found.version) == ("POST", "/a?b", (1, 1))
    assert found.headers == {"host": "x", "accept": "text/xml, */*", "x-a": "\u00fc"}
    assert head("GET / HTTP/1.0\nA: b").headers == {"a": "b"}
    assert head("GET / HTTP/1.7").version == (1, 1)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", 400),
        ("GET /", 400),
        ("GET  / HTTP/1.1", 400),
        ("GET / HTTP/1.1\r\nno colon", 400),
        ("GET / HTTP/1.1\r\nA : b", 400),
        ("GET / HTTP/1.1\r\n: b", 400),
        ("GET / HTTP/1.1\r\nA: b\r\n folded", 400),
        ("GET / HTTP/1.1\r\nA: b\0", 400),
        ("GET / HTTP/1.1\r\nA: b\rc: d", 400),
        ("GET /" + "x" * 9000 + " HTTP/1.1", 400),
        ("GET / HTTP/3.0", 505),
        ("GET / HTTP/0.9", 505),
    ],
)
def test_what_is_no_head_is_refused(text: str, status: int) -> None:
    assert refused(text) == status


@pytest.mark.parametrize(
    ("version", "connection", "kept"),
    [("1.1", "", True), ("1.1", "close", False), ("1.1", "Foo, Close", False), ("1.0", "", False), ("1.0", "Keep-Alive", True)],
)
def test_what_a_client_wants_of_the_connection(version: str, connection: str, kept: bool) -> None:
    assert head(f"GET / HTTP/{version}\r\nConnection: {connection}").keeps_alive is kept


def test_continue_is_for_those_that_can_wait() -> None:
    assert head("POST / HTTP/1.1\r\nExpect: 100-Continue").waits
    assert not head("POST / HTTP/1.0\r\nExpect: 100-continue").waits
    assert not head("POST / HTTP/1.1").waits


@pytest.mark.parametrize(
    ("data", "end"),
    [(b"a\r\n\r\nb", (1, 5)), (b"a\n\nb", (1, 3)), (b"a\r\n\nb\r\n\r\n", (1, 4)), (b"a\r\n", None), (b"a\n\nb\r\n\r\n", (1, 3))],
)
def test_the_end_of_a_head_is_an_empty_line(data: bytes, end: tuple[int, int] | None) -> None:
    assert find_end(bytearray(data)) == end


def test_a_body_is_as_long_as_it_was_told() -> None:
    body = body_of(head("POST / HTTP/1.1\r\nContent-Length: 3, 3"), 10)
    data = bytearray(b"a")
    body.feed(data)
    assert body.size == 1
    data += b"bcd"
    body.feed(data)
    assert (body.done, body.whole(), bytes(data)) == (True, b"abc", b"d")
    assert body_of(head("POST / HTTP/1.1"), 10).done


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ("Content-Length: 11", 413),
        ("Content-Length: " + "9" * 100, 413),
        ("Content-Length: -1", 400),
        ("Content-Length: 1, 2", 400),
        ("Content-Length: \u00b2", 400),
        ("Content-Length:", 400),
        ("Transfer-Encoding: gzip, chunked", 501),
        ("Transfer-Encoding: chunked\r\nContent-Length: 1", 400),
    ],
)
def test_a_body_that_cannot_be_taken_is_refused(headers: str, status: int) -> None:
    with pytest.raises(HttpError) as caught:
        body_of(head(f"POST / HTTP/1.1\r\n{headers}"), 10)
    assert caught.value.status.value == status


@given(st.binary(max_size=200), st.lists(st.integers(1, 20), min_size=1, max_size=60), st.integers(1, 9))
def test_chunks_are_put_together_however_they_arrive(content: bytes, sizes: list[int], step: int) -> None:
    sent = bytearray()
    at = 0
    for size in sizes:
        chunk = content[at : at + size]
        at += size
        if chunk:
            sent += b"%x;ext=1\r\n%b\r\n" % (len(chunk), chunk)
    rest = content[at:]
    sent += (b"%X\r\n%b\r\n" % (len(rest), rest) if rest else b"") + b"0\r\nTrailer: a\r\n\r\nnext"
    body = Chunked()
    data = bytearray()
    for start in range(0, len(sent), step):
        data += sent[start : start + step]
        body.feed(data)
    assert (body.done, body.whole(), bytes(data)) == (True, content, b"next")


@given(st.binary(max_size=200), st.sampled_from([Chunked, lambda: Sized(50)]))
def test_no_bytes_break_a_body(data: bytes, make: type[Chunked]) -> None:
    buffer = bytearray(data)
    try:
        make().feed(buffer)
    except HttpError as error:
        assert error.status == 400  # noqa: PT017 (it may as well not be raised)


@given(st.binary(max_size=200))
def test_no_bytes_break_a_head(data: bytes) -> None:
    try:
        parse_head(data)
    except HttpError as error:
        assert error.status in (400, 505)  # noqa: PT017


def test_phrases_do_not_change_with_python() -> None:
    assert phrase(413) == "Request Entity Too Large"
    assert head_of(200, {"A": "b"}) == b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n"
