"""ISexecCLI: configuration lines, as if typed, each with the number of the CLI element that it came in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iossim.session import Session
from iossim.xmlapi.answers import Reply
from iossim.xmlapi.iserror import Problem, too_many
from iossim.xmlapi.method import MethodCall
from iossim.xmlapi.text import element, escape

_KIND = "ISexecCLIResponse"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_NEWLINE = re.compile("\r\n?")
_INVALID = "% Invalid input detected at '^' marker."
_INCOMPLETE = "% Incomplete command."
#: The most lines that a request may have: they are run in one piece, and others wait meanwhile.
_MOST_LINES = 20_000


def exec_cli(call: MethodCall) -> Reply | Problem:
    """Runs lines up to the first that fails; what was done before it stays done."""
    if sum(1 + max(text.count("\n"), text.count("\r")) for _, text in call.parameters) > _MOST_LINES:
        return too_many("CLI", _MOST_LINES, "lines")
    session = Session(call.router, call.user.level, call.user.name or None, "http", call.client)
    session.enter_configuration()
    try:
        number, message = _run(session, call)
    finally:
        session.close()
    lines = [element(_KIND, str(number)), f"<ISexecCLIError>{escape(message)}</ISexecCLIError>\n"]
    if call.namespaces.default:
        # A program that reads the answer by its namespace has a schema with this element, too.
        lines = ["<ISexecCLIResult>\n", *lines, "</ISexecCLIResult>\n"]
    return Reply(lines, _KIND)


def _run(session: Session, call: MethodCall) -> tuple[int, str]:
    """The number of the element that failed and its message; 0 where none did."""
    opened = 0
    for number, line in _numbered([text for _, text in call.parameters]):
        call.check_time()
        if not session.asking:
            opened = number
        message = _type(session, line if session.asking else line.strip())
        if message:
            return number, f" {message}"
    return (opened, f" {_INCOMPLETE}") if session.asking else (0, "")


def _numbered(elements: list[str]) -> Iterator[tuple[int, str]]:
    for number, text in enumerate(elements, start=1):
        if "\n" in text or "\r" in text:
            yield from ((number, line) for line in _NEWLINE.sub("\n", text).split("\n"))
        else:
            yield number, text


def _type(session: Session, line: str) -> str:
    """Types a line; the message of the router where it refuses it.

    Inside a text of several lines (a banner) every line counts as it is; elsewhere `configure terminal`, with which
    many lists begin, does nothing, and whatever leaves configuration comes back to global configuration.
    """
    if _CONTROL.search(line):
        return _INVALID
    if not session.asking and (not line or _is_configure_terminal(line)):
        return ""
    result = session.run(line)
    if not session.in_configuration:
        session.enter_configuration()
    return "" if result.accepted else result.message


def _is_configure_terminal(line: str) -> bool:
    first, _, second = line.lower().partition(" ")
    second = second.strip()
    return len(first) >= 4 and "configure".startswith(first) and bool(second) and "terminal".startswith(second)
