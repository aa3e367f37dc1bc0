"""A session: one user on one line, with mode stack, privilege, terminal settings, and the messages for outcomes."""

from iossim.session.results import LineResult
from iossim.session.session import Session

__all__ = ["LineResult", "Session"]
