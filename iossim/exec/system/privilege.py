"""enable, disable, exit, quit, logout, end and show privilege."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.checks.secrets import kind_before
from iossim.exec.command import Line, Question, Reply, ask, exec_command
from iossim.language import Command
from iossim.router.secrets import verify

_TRIES = 3


@exec_command
def enable(line: Line, level: str = "15") -> Reply:
    """Goes to a privilege level; a level that is higher than the present one asks for its secret, if it has one."""
    wanted = int(level)
    secret = _secret(line, level)
    if wanted > line.level and secret is not None:
        return _ask(line, wanted, secret, _TRIES)
    if wanted > line.level and line.name != "console":
        return iter(["% No password set"])
    line.level = wanted
    return None


def _ask(line: Line, wanted: int, secret: Command, tries: int) -> Question:
    def answer(typed: str) -> Reply:
        if verify(typed, secret.words[-1].strip('"'), kind_before(secret, len(secret.words) - 1)):
            line.level = wanted
            return None
        if tries > 1:
            return _ask(line, wanted, secret, tries - 1)
        return iter(["% Bad secrets" if secret.name == "enable_secret" else "% Bad passwords"])

    return ask("Password: ", answer, echo=False)


def _secret(line: Line, level: str) -> Command | None:
    """The secret of a level, else its password; the entry for level 15 is printed without its number."""
    root = line.router.config.root
    for name in ("enable_secret", "enable_password"):
        for command in root.all(name):
            if str(command.fields.get("level", "15")) == level and not command.negative:
                return command
    return None


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
