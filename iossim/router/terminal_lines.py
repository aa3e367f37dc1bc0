"""The terminal lines of a router: console, auxiliary port, the line of the service engine, and the vty lines with their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from iossim.config import Configuration, Section
from iossim.config.platforms import USUAL, Platform, platform

#: vty lines of a configuration without `line vty`: 0 to 4.
_USUAL_VTY = 5
#: Minutes without input until a line of a router is closed, unless `exec-timeout` gives another time.
_IDLE_MINUTES = 10


class TerminalLine(Protocol):
    """A line with an open session.

    Attributes:
        name: "console", "vty", "library" or "http".
        user: name of the user; None if nobody logged in.
        address: the address of the user; "" on the console.
        number: number of the vty line, from 0.
    """

    name: str
    user: str | None
    address: str
    number: int

    @property
    def idle(self) -> int:
        """Seconds since the last input."""

    @property
    def in_configuration(self) -> bool:
        """True in a configuration mode."""

    def close(self) -> None:
        """Ends the session."""

    def show(self, text: str) -> None:
        """Shows a message of another user."""


@dataclass(frozen=True, slots=True)
class Tty:
    """A terminal line of the router.

    Attributes:
        number: its number among all lines.
        kind: CTY (console), AUX, TTY or VTY.
        name: its name in `show users`: `con 0`, `vty 3`, `2`.
    """

    number: int
    kind: str
    name: str


def ttys(config: Configuration, model: Platform | None) -> list[Tty]:
    """The terminal lines that a configuration has, in the order of their numbers.

    Args:
        config: the configuration.
        model: the router model, which decides the number of the first vty line; None for the usual one.
    """
    lines = [Tty(0, "CTY", "con 0"), Tty(1, "AUX", "aux 0")]
    if config.section("line", "2") is not None:
        lines.append(Tty(2, "TTY", "2"))
    return lines + [Tty(first_vty(model) + number, "VTY", f"vty {number}") for number in range(vty_count(config))]


def tty_of(line: TerminalLine, model: Platform | None) -> Tty:
    """The terminal line of a session.

    Args:
        line: the session.
        model: the router model; None for the usual one.
    """
    if line.name == "console":
        return Tty(0, "CTY", "con 0")
    return Tty(first_vty(model) + line.number, "VTY", f"vty {line.number}")


def first_vty(model: Platform | None) -> int:
    """The number of `vty 0` among all lines."""
    return (model or platform(USUAL)).first_vty


def vty_count(config: Configuration) -> int:
    """The number of vty lines."""
    numbers = [int(section.key[-1]) for section in config.sections("line") if section.key[0] == "vty"]
    return max(numbers) + 1 if numbers else _USUAL_VTY


def section_of(config: Configuration, tty: Tty) -> Section | None:
    """The `line` section of a terminal line; None if there is none."""
    kind, _, number = tty.name.partition(" ")
    for section in config.sections("line"):
        keys = section.key
        first = int(keys[1]) if len(keys) > 1 else 0
        last = int(keys[2]) if len(keys) > 2 else first
        if keys[0] == kind and (not number or first <= int(number) <= last):
            return section
    return None


def idle_limit(section: Section | None) -> int:
    """Seconds without input after which a session on a line ends (`exec-timeout`); 0: never.

    Args:
        section: the section of the line; None for the default of a router.
    """
    command = section.effective("exec_timeout") if section is not None else None
    if command is None:
        return _IDLE_MINUTES * 60
    if command.negative:
        return 0
    return int(str(command.fields.get("minutes", "0"))) * 60 + int(str(command.fields.get("seconds", "0")))
