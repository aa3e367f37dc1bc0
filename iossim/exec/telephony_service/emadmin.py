"""emadmin login and logout: extension mobility by the administrator."""

from __future__ import annotations

from iossim.exec.command import Line, exec_command


@exec_command
def emadmin_login(line: Line, user: str, ephone: str) -> None:
    """Logs a user of extension mobility in on a phone."""
    line.router.phones.login(user, ephone)


@exec_command
def emadmin_logout(line: Line, user: str) -> None:
    """Logs a user of extension mobility out."""
    line.router.phones.logout(user)
