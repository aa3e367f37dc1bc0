"""ISexecCLI: types configuration lines; an error has the number of the CLI element that its line came in."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from iossim.session import Session
from iossim.session.wording import INCOMPLETE, INVALID
from iossim.xmlapi.iserror import Problem, too_many
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.views.render import element, escape

_KIND = "ISexecCLIResponse"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_NEWLINE = re.compile("\r\n?")
#: The most lines that a request may have.
_MOST_LINES = 20_000
_log = logging.getLogger(__name__)


def exec_cli(call: MethodCall) -> Reply | Problem:
    """ISexecCLI: run lines one by one, up to the first that fails; the lines before it stay in force."""
    if sum(1 + max(text.count("\n"), text.count("\r")) for _, text in call.parameters) > _MOST_LINES:
        return too_many("CLI", _MOST_LINES, "lines")
    return Reply(_run(call), _KIND)


def _run(call: MethodCall) -> Iterator[str]:
    """Yield a pause before every line, and the result after the last one that was run."""
    session = Session(call.router, call.user.level, call.user.name or None, "http", call.client)
    session.enter_configuration()
    opened = done = 0
    message = ""
    number = 0
    try:
        for number, line in _numbered([text for _, text in call.parameters]):
            yield ""
            if not session.asking:
                opened = number
            message = _type(session, line if session.asking else line.strip())
            if message:
                break
            done += 1
        if not message and session.asking:
            number, message = opened, INCOMPLETE
    except GeneratorExit:
        _log.warning("ISexecCLI from %s was stopped: %d of its lines are done", call.client, done)
        raise
    finally:
        session.close()
    yield from _result(number if message else 0, f" {message}" if message else "", call)


def _result(number: int, message: str, call: MethodCall) -> list[str]:
    """The lines of the result: the number of the element that failed, or 0, and its message."""
    lines = [element(_KIND, str(number)), f"<ISexecCLIError>{escape(message)}</ISexecCLIError>\n"]
    if call.namespaces.default:
        # A program that reads the answer by its namespace has a schema with this element, too.
        return ["<ISexecCLIResult>\n", *lines, "</ISexecCLIResult>\n"]
    return lines


def _numbered(elements: list[str]) -> Iterator[tuple[int, str]]:
    for number, text in enumerate(elements, start=1):
        if "\n" in text or "\r" in text:
            yield from ((number, line) for line in _NEWLINE.sub("\n", text).split("\n"))
        else:
            yield number, text


def _type(session: Session, line: str) -> str:
    """Types a line; the message of the router where it refuses it.

    Inside a text of several lines (a banner) every line counts as it is; elsewhere `configure terminal`, with which
    many lists begin, does nothing, and a command that leaves configuration comes back to global configuration.
    """
    if _CONTROL.search(line):
        return INVALID
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
