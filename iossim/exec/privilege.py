"""enable, disable, exit and logout."""

from __future__ import annotations

from iossim.exec.base import COMMANDS, Line, Question, Result, exec_command
from iossim.language import Command
from iossim.router.protect import kind_before
from iossim.router.secrets import verify

_TRIES = 3


@exec_command
def enable(line: Line, level: str = "15") -> Result:
    """Goes to a privilege level; asks for its secret where one is set and the level is higher."""
    wanted = int(level)
    if wanted <= line.level:
        line.level = wanted
        return ""
    secret = _secret(line, level)
    if secret is None:
        if line.name == "console":
            line.level = wanted
            return ""
        return "% No password set\n"
    return _ask(line, wanted, secret, _TRIES, "")


def _ask(line: Line, wanted: int, secret: Command, tries: int, says: str) -> Question:
    def answer(typed: str) -> Result:
        if verify(typed, secret.words[-1].strip('"'), kind_before(secret, len(secret.words) - 1)):
            line.level = wanted
            return ""
        if tries > 1:
            return _ask(line, wanted, secret, tries - 1, "")
        return "% Bad secrets\n" if secret.name == "enable_secret" else "% Bad passwords\n"

    return Question("Password: ", answer, echo=False, says=says)


def _secret(line: Line, level: str) -> Command | None:
    """The secret of a level, else its password; the entry for level 15 is printed without its number."""
    root = line.router.config.root
    for name in ("enable_secret", "enable_password"):
        for command in root.all(name):
            if str(command.fields.get("level", "15")) == level and not command.negative:
                return command
    return None


@exec_command
def disable(line: Line, level: str = "1") -> Result:
    """Goes down to a privilege level."""
    if int(level) <= line.level:
        line.level = int(level)
        return ""
    return "% New privilege level must be less than current privilege level\n"


def leave(line: Line) -> Result:
    """Ends the session."""
    line.close()
    return ""


for _name in ("exit", "quit", "logout"):
    COMMANDS[_name] = leave


@exec_command
def exec_end(line: Line) -> Result:
    """Leaves configuration; in EXEC there is nothing to leave."""
    return ""
