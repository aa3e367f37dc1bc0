"""One user on one line: mode stack, privilege, terminal settings, the wording of outcomes."""

from iossim.session.session import LineResult, Session

__all__ = ["LineResult", "Session"]
