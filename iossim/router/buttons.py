"""The line buttons of phones, as the configuration has them."""

from __future__ import annotations

import re
from typing import NamedTuple

from iossim.router.facts.button_signs import NORMAL, SIGNS
from iossim.router.templates import Commands

_BUTTON = re.compile(r"(\d+)([a-z:])(.*)").fullmatch


class Button(NamedTuple):
    """A line button of a phone.

    Attributes:
        number: its position on the phone, from 1.
        sign: how it rings: `:` b f m s w, or o c (overlay), x (takes further calls of another button).
        dns: the tags of its directory numbers; empty for x.
    """

    number: int
    sign: str
    dns: tuple[str, ...]

    @property
    def owns(self) -> bool:
        """True if calls can be taken on it; a button that monitors or watches only shows a state."""
        return SIGNS.get(self.sign, NORMAL).calls

    @property
    def overlay(self) -> bool:
        """True if several directory numbers lie on it."""
        return SIGNS.get(self.sign, NORMAL).overlay


def buttons(commands: Commands) -> list[Button]:
    """The line buttons of an ephone (`button`) or of a pool (`number TAG dn DN`), by position.

    Args:
        commands: those of the ephone or the pool.
    """
    entered = []
    for command in commands.all("button"):
        match = _BUTTON(command.words[-1])
        if match is not None and not command.negative:
            dns = () if match[2] == "x" else tuple(match[3].split(","))
            entered.append(Button(int(match[1]), match[2], dns))
    for command in commands.all("number"):
        fields = command.fields
        if "dn" in fields and not command.negative:
            entered.append(Button(int(str(fields["tag"])), ":", (str(fields["dn"]),)))
    return entered
