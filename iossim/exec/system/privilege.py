"""enable, disable, login, exit, quit, logout, end and show privilege."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Question, Reply, ask, exec_command
from iossim.language import Command
from iossim.router.protect import enable_secret, is_secret

_TRIES = 3


@exec_command
def enable(line: Line, level: str = "15") -> Reply:
    """Goes to a privilege level; a level that is higher than the present one asks for its secret, if it has one."""
    wanted = int(level)
    secret = enable_secret(line.router.config, level)
    if wanted > line.level and secret is not None:
        return _ask(line, wanted, secret, _TRIES)
    if wanted > line.level and line.name != "console":
        return iter(["% No password set"])
    line.level = wanted
    return None


def _ask(line: Line, wanted: int, secret: Command, tries: int) -> Question:
    def answer(typed: str) -> Reply:
        if is_secret(secret, typed):
            line.level = wanted
            return None
        if tries > 1:
            return _ask(line, wanted, secret, tries - 1)
        return iter(["% Bad secrets" if secret.name == "enable_secret" else "% Bad passwords"])

    return ask("Password: ", answer, echo=False)


@exec_command
def disable(line: Line, level: str = "1") -> Iterator[str]:
    """Goes down to a privilege level."""
    if int(level) <= line.level:
        line.level = int(level)
    else:
        yield "% New privilege level must be less than current privilege level"


@exec_command
def show_privilege(line: Line) -> Iterator[str]:
    """The privilege level."""
    yield f"Current privilege level is {line.level}"


@exec_command
def login(line: Line) -> Reply:
    """Asks for the user or password that the line requires; the session goes on as that user."""
    return line.log_in()


@exec_command
def exit(line: Line) -> None:
    """Ends the session."""
    line.close()


@exec_command
def quit(line: Line) -> None:
    """Ends the session."""
    line.close()


@exec_command
def logout(line: Line) -> None:
    """Ends the session."""
    line.close()


@exec_command
def exec_end(line: Line) -> None:
    """Leaves configuration; in EXEC there is nothing to leave."""
