"""DSCP names (RFC 2474, 2597, 3246) and the text of `show telephony-service`."""

from __future__ import annotations

import pytest

from iossim.router.facts import dscp


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("ef", "ef (the MS 6 bits, 46, in ToS, 0xB8)"),
        ("46", "ef (the MS 6 bits, 46, in ToS, 0xB8)"),
        ("cs3", "cs3 (the MS 6 bits, 24, in ToS, 0x60)"),
        ("0", "default (the MS 6 bits, 0, in ToS, 0x0)"),
        ("47", "47 (the MS 6 bits, 47, in ToS, 0xBC)"),
    ],
)
def test_a_value_in_words(word: str, text: str) -> None:
    assert dscp.in_words(word) == text


def test_assured_forwarding_is_counted() -> None:
    """AFxy is 8x + 2y (RFC 2597), and a class selector CSx is 8x (RFC 2474)."""
    for name, value in dscp.VALUES.items():
        if name.startswith("af"):
            assert value == 8 * int(name[2]) + 2 * int(name[3])
        if name.startswith("cs"):
            assert value == 8 * int(name[2])


@pytest.mark.parametrize(("word", "name"), [("46", "ef"), ("ef", "ef"), ("0", "default"), ("7", "7"), ("af11", "af11")])
def test_the_name_of_a_value(word: str, name: str) -> None:
    assert dscp.name_of(word) == name
