"""The argument of `button`, which has an inner grammar: a button of the phone, a separator, dns (`2o3,4,5`)."""

from __future__ import annotations

import re

from iossim.language.notations.notation import Inside, Notation, Row, pattern

_BUTTON = "(?!0+(?![0-9]))[0-9]{1,3}"  # 0 is no button
_check = pattern(rf"{_BUTTON}(?:[:bfmsw][0-9]{{1,6}}|[oc][0-9]{{1,6}}(?:,[0-9]{{1,6}}){{0,24}}|x{_BUTTON})")
_numbers = re.compile("[0-9]+").findall


def button(row: Row, text: str, _: Inside) -> Notation:
    """The notation: the button's number is its key, the dns are its tags."""
    return Notation(row, text, _check, key=_number, tags=_dns)


def _number(word: str) -> str:
    """The number of the button."""
    number, colon, _ = word.partition(":")
    return number if colon else str(_numbers(word)[0])


def _dns(word: str) -> list[str]:
    """The dns on the button; `3x2` overlays another button and names none."""
    _, colon, dn = word.partition(":")
    if colon:
        return [dn]  # most buttons have one
    return [] if "x" in word else _numbers(word)[1:]
