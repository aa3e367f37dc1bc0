"""DSCP values that have a name, and the text in which show commands print a value."""

from __future__ import annotations

#: The values of the names; the place of a name in this table is its index in the XML API.
VALUES = {
    "af11": 10, "af12": 12, "af13": 14, "af21": 18, "af22": 20, "af23": 22, "af31": 26, "af32": 28, "af33": 30, "af41": 34,
    "af42": 36, "af43": 38, "cs1": 8, "cs2": 16, "cs3": 24, "cs4": 32, "cs5": 40, "cs6": 48, "cs7": 56, "default": 0, "ef": 46,
}  # fmt: skip
_NAMES = {value: name for name, value in VALUES.items()}
#: The kinds of traffic in the order in which show commands list them, with the name that they are listed by.
TRAFFIC = {"media": "media", "signaling": "signal", "video": "video", "service": "service"}


def name_of(word: str) -> str:
    """Return the name of a DSCP value.

    Args:
        word: a name, or a value from 0 to 63 in digits.

    Returns:
        The name; the word itself if the value has no name.
    """
    return _NAMES.get(int(word), word) if word.isdigit() else word


def in_words(word: str) -> str:
    """Return a DSCP value as show commands print it: `ef (the MS 6 bits, 46, in ToS, 0xB8)`.

    Args:
        word: a name, or a value from 0 to 63 in digits.
    """
    value = int(word) if word.isdigit() else VALUES.get(word, 0)
    return f"{_NAMES.get(value, value)} (the MS 6 bits, {value}, in ToS, 0x{value << 2:X})"
