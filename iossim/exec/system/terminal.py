"""terminal …, show terminal and show history: the settings of the line, and what was typed on it."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Question, Reply, Terminal, ask, exec_command
from iossim.exec.text import enabled
from iossim.router.clock import age
from iossim.router.terminal_lines import Tty, idle_limit, section_of, tty_of

_HISTORY_SIZE = 10
_LENGTH, _WIDTH = 24, 80
_ESCAPE = "^^x"


@exec_command
def terminal_length(line: Line, lines: str = str(_LENGTH)) -> None:
    """Sets the number of lines of a page; 0: no pages."""
    line.terminal.length, line.terminal.length_typed = int(lines), True


@exec_command
def terminal_width(line: Line, columns: str = str(_WIDTH)) -> None:
    """Sets the width of the terminal."""
    line.terminal.width = int(columns)


@exec_command
def terminal_history(line: Line, no: bool = False, size: str | bool = True) -> None:
    """Sets the number of commands that are remembered; `no` forgets them all."""
    line.terminal.history_size = 0 if no else _HISTORY_SIZE if size is True else int(size)


@exec_command
def terminal_monitor(line: Line, no: bool = False) -> Iterator[str]:
    """Copies log messages to this line, or no longer. The console has them anyway."""
    if line.name == "console" and not no:
        yield "% Console already monitors"
        return
    line.terminal.monitor = not no


@exec_command
def terminal_switch(line: Line, switch: str, no: bool = False) -> None:
    """Turns a setting of the line on or off."""
    line.terminal.switches[switch] = not no


@exec_command
def terminal_escape_character(line: Line, escape: str) -> None:
    """Sets the escape character, which the line shows and does not use."""
    line.terminal.escape = {"DEFAULT": _ESCAPE, "NONE": "none"}.get(escape, escape)


@exec_command
def terminal_default_escape(line: Line) -> None:
    """Gives the line its usual escape character."""
    line.terminal.escape = _ESCAPE


@exec_command
def terminal_type(line: Line, type: str) -> None:
    """Sets the type of the terminal, which the line shows."""
    line.terminal.kind = type


@exec_command
def show_terminal(line: Line) -> Iterator[str]:
    """The settings of the line."""
    return terminal_settings(line, tty_of(line, line.router.platform), line.terminal)


def terminal_settings(line: Line, tty: Tty, settings: Terminal | None) -> Iterator[str]:
    """The settings of a terminal line as `show terminal` and `show line N` print them.

    Args:
        line: the line that asks.
        tty: the terminal line.
        settings: the settings of the session on it; None if it has none.
    """
    length, width, size = (settings.length, settings.width, settings.history_size) if settings else (_LENGTH, _WIDTH, _HISTORY_SIZE)
    escape, kind = (settings.escape, settings.kind) if settings else (_ESCAPE, "")
    switches = settings.switches if settings else {}
    yield f'Line {tty.number}, Location: "", Type: "{kind}"'
    yield f"Length: {length} lines, Width: {width} columns"
    if tty.kind != "VTY":
        yield "Baud rate (TX/RX) is 9600/9600, no parity, 1 stopbits, 8 databits"
    yield f"Status: PSI Enabled, Ready, {'Active, ' if settings else ''}Automore On"
    yield "Capabilities: none"
    yield "Modem state: Ready"
    yield "Group codes:    0"
    yield "Special Chars: Escape  Hold  Stop  Start  Disconnect  Activation"
    yield f"                {escape:<7}none   -     -       none         "
    yield "Timeouts:      Idle EXEC    Idle Session   Modem Answer  Session   Dispatch"
    limit = idle_limit(section_of(line.router.config, tty))
    yield f"               {age(limit) if limit else 'never':<16}never                        none     not set"
    yield "                            Idle Session Disconnect Warning"
    yield "                              never "
    yield "                            Login-sequence User Response"
    yield "                             00:00:30"
    yield "                            Autoselect Initial Wait"
    yield "                              not set "
    yield "Modem type is unknown."
    yield "Session limit is not set."
    if settings:
        yield f"Time since activation: {age(line.seconds_open)}"
    yield f"Editing is {enabled(switches.get('editing', True))}."
    yield f"History is {enabled(size > 0)}, history size is {size}."
    yield f"DNS resolution in show commands is {enabled(switches.get('domain-lookup', True))}"
    yield f"Full user help is {enabled(switches.get('full-help', False))}"
    yield "Allowed input transports are none." if tty.kind != "VTY" else "Allowed input transports are telnet ssh."
    yield "Allowed output transports are telnet ssh."
    yield "Preferred transport is telnet."
    yield f"Shell: {enabled(False)}"
    yield "No output characters are padded"
    yield "No special data dispatching characters"


@exec_command
def show_history(line: Line, all: bool = False) -> Iterator[str]:
    """The commands typed before; with `all` on every line, with a title."""
    if all:
        yield "CMD: History of this session"
    yield from (f"  {command}" for command in line.history())


@exec_command
def lock(line: Line) -> Reply:
    """Locks the terminal until its user types a password again, if the line allows it (`lockable`)."""
    section = section_of(line.router.config, tty_of(line, line.router.platform))
    allowed = section.get("lockable") if section is not None else None
    if allowed is None or allowed.negative:
        return iter(["% Locking not enabled on this terminal"])
    return ask("Password: ", lambda first: ask("Again: ", lambda again: _locked(first, again), echo=False), echo=False)


def _locked(first: str, again: str) -> Reply:
    if first != again:
        return iter(["% Passwords do not match"])
    says = ("", "                                Locked", "")
    return _ask_to_unlock(first, says)


def _ask_to_unlock(password: str, says: tuple[str, ...] = ()) -> Question:
    """Asks until the password is right."""
    return ask("Password: ", lambda typed: None if typed == password else _ask_to_unlock(password), echo=False, says=says)
