"""Runs a line of a session, so that a mistake in iossim does not end the session."""

from __future__ import annotations

from typing import Protocol

from iossim.failures import described, place
from iossim.session import LineResult


class Runner(Protocol):
    """A session, as far as it runs lines."""

    def run(self, line: str) -> LineResult:
        """Executes a line."""


def run_line(session: Runner, line: str) -> LineResult:
    """Executes a line; a mistake in iossim becomes its output, so that the user can still save the configuration.

    Args:
        session: the session.
        line: a command, or the answer to an open question.
    """
    try:
        return session.run(line)
    except Exception as error:  # noqa: BLE001 (whatever it is, the session goes on)
        message = f"% This command failed because of a mistake in iossim{place(error)}: {described(error)}"
        return LineResult(False, f"{message}\n", message)
