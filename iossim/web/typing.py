"""Types lines for somebody who clicks: the page shows the line and its output, so that a click teaches the command."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.router import RouterCore
from iossim.session import Session
from iossim.session.captured import new_session
from iossim.web.visitors import Visitor


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that was typed.

    Attributes:
        prompt: the prompt before it.
        line: the line.
        output: the text after it; "" if there is none.
        accepted: the line took effect.
    """

    prompt: str
    line: str
    output: str
    accepted: bool

    def __str__(self) -> str:
        return f"{self.prompt}{self.line}\n{self.output}".rstrip("\n")


def typed(router: RouterCore, visitor: Visitor, address: str, line: str) -> Typed:
    """Types one EXEC line in a session of its own.

    Args:
        router: the router.
        visitor: the person who clicked.
        address: the address of the browser.
        line: the line.
    """
    session = new_session(router, visitor.level, visitor.name, "http", address)
    try:
        return type_line(session, line)
    finally:
        if not session.closed:
            session.close()


def type_line(session: Session, line: str) -> Typed:
    """Types a line into a session.

    Args:
        session: the session.
        line: the line.
    """
    prompt = session.prompt
    result = session.run(line)
    refused = not result.accepted or result.output.startswith("%")
    return Typed(prompt, line, result.output, not refused)
