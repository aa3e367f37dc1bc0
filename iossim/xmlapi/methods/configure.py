"""Typing configuration lines for a method that changes something."""

from __future__ import annotations

from iossim.session import Session
from iossim.xmlapi.method import MethodCall

_HIGHEST = 15


def configure(call: MethodCall, *lines: str) -> str:
    """Types lines of configuration; the message of the first that is refused. The method has them run whatever the level."""
    session = Session(call.router, _HIGHEST, call.user.name or None, "http", call.client)
    session.enter_configuration()
    try:
        return next((result.message for result in map(session.run, lines) if not result.accepted), "")
    finally:
        session.close()
