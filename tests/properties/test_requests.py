"""Whatever is sent, one well-formed answer or one clean HTTP error comes back, and a router that still works."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from iossim.xmlapi import answer_as_owner, answer_http
from iossim.xmlapi.methods import catalogue
from tests.support import examples
from tests.xmlapi.support import CREDENTIALS, URL, commands, office, outcome, response

ROUTER = office()
NAMES = [method.name for method in catalogue().methods]
#: What requests are made of, and what breaks them.
PIECES = st.sampled_from(
    [f"<{name}>" for name in NAMES]
    + [f"</{name}>" for name in NAMES]
    + [f"<{name}/>" for name in NAMES]
    + ["<request>", "</request>", "<axl xmlns='u'>", "</axl>", "<S:Envelope xmlns:S='v'>", "</S:Envelope>", "<S:Body>"]
    + ["<CLI>", "</CLI>", "<CLI/>", "hostname a", "ephone 4", "no ephone-dn 1", "banner motd #", "do show version"]
    + ["<ISExtID>", "</ISExtID>", "<ISKeyword>", "</ISKeyword>", "1", "all", "allTag", "available", "\n", " ", "%", "&"]
    + ["<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<!DOCTYPE a>", "&lt;", "&#0;", "&#xD800;", "”", "é"]
    + ["\0", "\x07", "\ufffe", "<", ">", "/", "'", '"', "xmlns='", "xmlns:S=''", " xsi:type='x'"]
)


def check(body: bytes) -> None:
    assert etree.fromstring(answer_as_owner(ROUTER, body)).find(".//{*}response") is not None


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(body: bytes) -> None:
    check(body)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_heap_of_pieces_is_answered(text: str) -> None:
    check(text.encode("utf-8", "replace"))


@given(st.lists(PIECES, max_size=10).map("".join), st.sampled_from(["utf-16", "utf-32", "latin-1", "utf-7", "cp037"]))
def test_any_encoding_is_answered(text: str, encoding: str) -> None:
    check(text.encode(encoding, "replace"))


@settings(max_examples=examples(40))
@given(st.data())
def test_a_request_that_breaks_off_changes_nothing(data: st.DataObject) -> None:
    router = office()
    before = router.running_config
    body = commands("hostname changed", "ephone-dn 5", "number 6005").strip()
    end = data.draw(st.integers(0, len(body) - 1))
    assert etree.fromstring(answer_as_owner(router, body[:end])).findtext(".//ISErrorCode") is not None
    assert router.running_config == before


@settings(max_examples=examples(40))
@given(
    st.text(max_size=8),
    st.text(max_size=30),
    st.dictionaries(st.sampled_from(["Authorization", "content-length", "Connection"]), st.text(max_size=20), max_size=3),
    st.binary(max_size=30),
)
def test_any_head_has_a_status(method: str, path: str, headers: dict[str, str], body: bytes) -> None:
    assert answer_http(ROUTER, method, path, headers, body)[0] in (404, 405)
    assert answer_http(ROUTER, "POST", URL, headers, body)[0] == 401
    assert answer_http(ROUTER, "POST", URL, headers | CREDENTIALS, body)[0] in (200, 413)


@settings(max_examples=examples(40))
@given(st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Z"]), max_size=20), max_size=5))
def test_any_lines_are_run_or_refused_by_their_number(lines: list[str]) -> None:
    number, message = outcome(response(answer_as_owner(office(), commands(*lines))))
    assert 0 <= int(number) <= len(lines)
    assert bool(message) == (number != "0")
