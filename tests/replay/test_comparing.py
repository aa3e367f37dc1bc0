"""Two answers, compared value by value."""

from __future__ import annotations

import pytest

from iossim.replay.comparing import differences, payload

SOAP = 'xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"'


def compared(before: str, now: str, *ignored: str) -> list[str]:
    """The differences of two payloads."""
    one, two = (payload(f"<response>{text}</response>".encode()) for text in (before, now))
    assert one is not None
    assert two is not None
    return [str(difference) for difference in differences(one, two, ignored)]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("<a>1</a>", "<a>1</a>", []),
        ("<a>1</a>", "<a> 1\n</a>", []),
        ("<a/>", "<a></a>", []),
        ("<a>1</a>", "<a>2</a>", ["a: captured '1', now '2'"]),
        ("<a>1</a>", "", ["a: captured '1', now nothing"]),
        ("", "<a><b>1</b><c>2</c></a>", ["a: captured nothing, now '12'"]),
        ("<a><b>1</b></a>", "<a><b>2</b></a>", ["a/b: captured '1', now '2'"]),
        ("<a>1</a><b>2</b>", "<b>2</b><a>1</a>", []),
        ("<a>1</a><a>2</a>", "<a>1</a><a>3</a>", ["a[2]: captured '2', now '3'"]),
        ("<a>1</a><a>2</a>", "<a>1</a>", ["a[2]: captured '2', now nothing"]),
        ("<a>1</a>", "<a>1</a><a>2</a>", ["a[2]: captured nothing, now '2'"]),
        ("<d><a><b>1</b></a><a><b>2</b></a></d>", "<d><a><b>1</b></a><a><b>3</b></a></d>", ["d/a[2]/b: captured '2', now '3'"]),
        ("<a>x</a>", "<a>" + 70 * "y" + "</a>", ["a: captured 'x', now '" + 60 * "y" + "…'"]),
    ],
)
def test_values_and_elements(before: str, now: str, expected: list[str]) -> None:
    assert compared(before, now) == expected


def test_ignored_elements_are_not_compared_wherever_they_stand() -> None:
    assert compared("<T>1</T><a><T>2</T><b>1</b></a>", "<T>3</T><a><b>1</b></a>", "t") == []
    assert compared("<T>1</T><a>1</a>", "<T>3</T><a>2</a>", "t") == ["a: captured '1', now '2'"]


def test_namespaces_and_layers_do_not_count() -> None:
    one = payload(f"<SOAP-ENV:Envelope {SOAP}><axl><response><a>1</a></response></axl></SOAP-ENV:Envelope>".encode())
    two = payload(b'<response xmlns="urn:x"><a>1</a></response>')
    assert one is not None
    assert two is not None
    assert list(differences(one, two)) == []


@pytest.mark.parametrize("document", [b"", b"<html><body>hi</body></html>", b"<a", b"\xff\xfe", b"{}"])
def test_what_is_no_answer_of_a_cme(document: bytes) -> None:
    assert payload(document) is None
