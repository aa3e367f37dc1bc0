"""A session: one user on one line, with mode stack, privilege, terminal settings, and the messages for outcomes."""

from iossim.session.session import LineResult, Session

__all__ = ["LineResult", "Session"]
