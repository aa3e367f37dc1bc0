"""Typing configuration lines for a method that changes something."""

from __future__ import annotations

from iossim.session import Session
from iossim.xmlapi.method import MethodCall


def configure(call: MethodCall, *lines: str) -> str:
    """Types lines of configuration at the privilege level of the user, up to the first line that is refused.

    Returns:
        The message of that line; "" if all lines were accepted.
    """
    session = Session(call.router, call.user.level, call.user.name or None, "http", call.client)
    session.enter_configuration()
    try:
        return next((result.message for result in map(session.run, lines) if not result.accepted), "")
    finally:
        session.close()
