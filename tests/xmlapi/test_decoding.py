"""Encodings of requests, and characters on their way into an answer."""

import pytest

from iossim.xmlapi.request.envelope import decode
from iossim.xmlapi.views.render import element, escape, quote


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<a>é</a>".encode(), "<a>é</a>"),
        (b"\xef\xbb\xbf<a>\xc3\xa9</a>", "<a>é</a>"),
        ("<a>é</a>".encode("utf-16"), "<a>é</a>"),
        ("<a>é</a>".encode("utf-16-be"), "<a>é</a>"),
        ("<a>é</a>".encode("utf-32"), "<a>é</a>"),
        (b"<a>\xe9</a>", "<a>é</a>"),
        (b'<?xml version="1.0" encoding="ISO-8859-5"?>\xe9', '<?xml version="1.0" encoding="ISO-8859-5"?>щ'),
        (b'<?xml version="1.0" encoding="utf-16"?>x', '<?xml version="1.0" encoding="utf-16"?>x'),
        (b'<?xml version="1.0" encoding="windows-99"?>x', '<?xml version="1.0" encoding="windows-99"?>x'),
        (b"\r\n\r\n <a/> \n\0", "<a/>"),
        (b"\xff\xfe<\xd8", "ÿþ<Ø"),
        (b"", ""),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16 unmarked", "utf-32", "latin-1", "declared", "declared wrongly", "unknown",
         "blanks and NUL", "broken utf-16", "empty"],
)  # fmt: skip
def test_a_body_is_decoded(body: bytes, text: str) -> None:
    assert decode(body) == text


def test_what_means_something_in_xml_is_escaped() -> None:
    assert escape("a < b && c > d") == "a &lt; b &amp;&amp; c &gt; d"
    assert quote('"\n') == "&quot;&#10;"


def test_what_xml_forbids_is_dropped() -> None:
    assert escape("a\0b\x07c\ud800d\uffffe\tf") == "abcde\tf"


def test_an_empty_element_has_a_blank_before_its_slash() -> None:
    assert element("label", "") == "<label />\n"
    assert element("label", "x") == "<label>x</label>\n"
