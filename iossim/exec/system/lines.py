"""show users, show line and clear line: the terminal lines."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Question, Reply, ask, ask_lines, exec_command
from iossim.exec.system.terminal import terminal_settings
from iossim.exec.text import is_confirmed
from iossim.router.clock import age
from iossim.router.terminal_lines import TerminalLine, Tty, first_vty, tty_of, ttys

_HEAD = "    Line       User       Host(s)              Idle       Location"
_TTY_HEAD = "   Tty Typ     Tx/Rx    A Modem  Roty AccO AccI   Uses   Noise  Overruns   Int"


@exec_command
def show_users(line: Line, all: bool = False) -> Iterator[str]:
    """The lines in use, or with `all` every line, and the users of interfaces, of which there are none."""
    used = _used(line)
    yield _HEAD
    for tty in ttys(line.router.config, line.router.platform) if all else used:
        yield _user_row(line, tty, used.get(tty))
    yield ""
    yield "  Interface    User               Mode         Idle     Peer Address"
    yield ""


@exec_command
def who(line: Line, all: bool = False) -> Iterator[str]:
    """The same as `show users`."""
    return show_users(line, all)


@exec_command
def systat(line: Line, all: bool = False) -> Iterator[str]:
    """The same as `show users`."""
    return show_users(line, all)


def _used(line: Line) -> dict[Tty, TerminalLine]:
    """The lines with a session, in the order of their numbers. Requests of HTTP have none."""
    sessions = [other for other in line.router.lines if other.name != "http"]
    pairs = [(tty_of(session, line.router.platform), session) for session in sessions]
    return dict(sorted(pairs, key=lambda pair: pair[0].number))


def _user_row(line: Line, tty: Tty, session: TerminalLine | None) -> str:
    mark = "*" if session is line else " "
    user = (session.user or "") if session is not None else ""
    host, idle = ("idle", age(session.idle)) if session is not None else ("", "00:00:00")
    return f"{mark}{tty.number:3} {tty.name:10}{user:<10} {host:<20} {idle:<10} {session.address if session is not None else ''}"


# ---- show line -------------------------------------------------------------------------------------------------------------------


@exec_command
def show_line(line: Line, number: str = "", summary: bool = False, line_kind: str = "", kind_number: str = "") -> Iterator[str]:
    """The lines of the router in a table, or one line with its settings, or a line of signs."""
    lines = ttys(line.router.config, line.router.platform)
    if summary:
        return _summary(line, lines)
    if number or line_kind:
        wanted = _number(line, number, line_kind, kind_number)
        chosen = [tty for tty in lines if tty.number == wanted]
        return _one(line, chosen[0]) if chosen else iter(["% Invalid line number"])
    return _table(line, lines)


def _table(line: Line, lines: list[Tty]) -> Iterator[str]:
    yield _TTY_HEAD
    yield from (_tty_row(line, tty) for tty in lines)
    yield ""
    missing = sorted(set(range(first_vty(line.router.platform))) - {tty.number for tty in lines})
    if missing:
        yield "Line(s) not in async mode -or- with no hardware support: "
        yield f"{missing[0]}-{missing[-1]}"
        yield ""


def _tty_row(line: Line, tty: Tty) -> str:
    mark = "*" if tty in _used(line) else " "
    speed = "9600/9600" if tty.kind in ("AUX", "TTY") else ""
    uses = line.router.line_uses.get(tty.number, 0)
    return f"{mark}{tty.number:6} {tty.kind}   {speed:9}  -    -      -    -    - {uses:6}       0     0/0       -"


def _one(line: Line, tty: Tty) -> Iterator[str]:
    yield _TTY_HEAD
    yield _tty_row(line, tty)
    yield ""
    session = _used(line).get(tty)
    yield from terminal_settings(line, tty, line.terminal if session is line else None)


def _summary(line: Line, lines: list[Tty]) -> Iterator[str]:
    """One sign a line: `u` for a line with a user, `U` for one with a user who typed something in the last five minutes, `-` else."""
    used = _used(line)
    signs = {tty.number: "-" if tty not in used else "U" if used[tty].idle < 300 else "u" for tty in lines}
    yield f"  0: {''.join(signs.get(number, '?') for number in range(36))}"
    yield f"{first_vty(line.router.platform)}: {''.join(signs[tty.number] for tty in lines if tty.kind == 'VTY')}"
    yield ""
    active = sum(sign != "-" for sign in signs.values())
    yield f"{active} character mode users.             (U)"
    yield f"{len(signs)} lines configured in this group"
    yield ""


# ---- clear line ------------------------------------------------------------------------------------------------------------------


@exec_command
def clear_line(line: Line, number: str = "", line_kind: str = "", kind_number: str = "") -> Reply:
    """Ends the session on a terminal line, after a question; not the session that asks for it."""
    wanted = _number(line, number, line_kind, kind_number)
    lines = {tty.number: tty for tty in ttys(line.router.config, line.router.platform)}
    if wanted not in lines:
        return iter(["% Invalid line number"])
    return ask("[confirm]", lambda answer: _clear(line, lines[wanted], answer))


def _clear(line: Line, tty: Tty, answer: str) -> Iterator[str]:
    if is_confirmed(answer):
        session = _used(line).get(tty)
        if session is line:
            yield "% Not allowed to clear current line"
            return
        if session is not None:
            session.close()
        yield " [OK]"


def _number(line: Line, number: str, kind: str, kind_number: str) -> int:
    """The number of a line among all lines, from its number or from its kind and the number of that kind; -1 if there is none."""
    if not kind:
        return int(number)
    wanted = {"console": "con", "tty": ""}.get(kind, kind)
    name = f"{wanted} {kind_number}".strip()
    return next((tty.number for tty in ttys(line.router.config, line.router.platform) if tty.name == name), -1)


# ---- send ------------------------------------------------------------------------------------------------------------------------


@exec_command
def send(line: Line, number: str = "", line_kind: str = "", kind_number: str = "") -> Reply:
    """Shows a message of one line on all terminals, or on one, after the question for its text and the one for a confirmation."""
    wanted = _number(line, number, line_kind, kind_number) if number or line_kind else None
    targets = [session for tty, session in _used(line).items() if wanted in (None, tty.number)]
    if not targets:
        return iter(["% Invalid line number"])
    every = wanted is None
    return ask_lines(
        lambda text: _ask_to_send(line, targets, every, text), says=["Enter message, end with CTRL/Z; abort with CTRL/C:"]
    )


def _ask_to_send(line: Line, targets: list[TerminalLine], every: bool, text: str) -> Question:
    return ask("Send message? [confirm]", lambda answer: _send(line, targets, every, text, answer), default="n")


def _send(line: Line, targets: list[TerminalLine], every: bool, text: str, answer: str) -> None:
    if not is_confirmed(answer):
        return
    sender = tty_of(line, line.router.platform).number
    for target in targets:
        goal = "all terminals" if every else f"tty{tty_of(target, line.router.platform).number}"
        target.show(f"\n\n***\n***\n*** Message from tty{sender} to {goal}:\n***\n{text}\n")
