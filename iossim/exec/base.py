"""What an EXEC command is to iossim: a function that receives its fields by name and returns text, or a question."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from iossim.errors import GrammarError, NvramError, PhoneError
from iossim.language import Command
from iossim.router import RouterCore


@dataclass(frozen=True, slots=True)
class Question:
    """Something the router asks; the next line typed is the answer.

    Attributes:
        prompt: what is shown in place of the prompt.
        answer: takes the answer, gives the next text or question.
        echo: False where the answer must not be seen.
        says: text printed before the question.
        default: the answer of programs that cannot be asked.
    """

    prompt: str
    answer: Callable[[str], Result]
    echo: bool = True
    says: str = ""
    default: str = ""


Result = str | Question


class Terminal(Protocol):
    """The settings of a line that EXEC commands may read and change."""

    length: int
    width: int
    history_size: int
    monitor: bool


class Line(Protocol):
    """What EXEC commands may do with the line they were typed on; the session implements it."""

    router: RouterCore
    level: int
    user: str | None
    name: str

    @property
    def terminal(self) -> Terminal:
        """The settings of the line."""

    def enter_configuration(self) -> None:
        """Goes to global configuration mode."""

    def close(self) -> None:
        """Ends the session."""

    def history(self) -> list[str]:
        """The commands typed before, oldest first."""

    def may_see(self, command: Command) -> bool:
        """True if the user may configure, and so see, a command."""


Function = Callable[..., Result]
COMMANDS: dict[str, Function] = {}


def exec_command(function: Function) -> Function:
    """Registers the function of an EXEC command; its name is the rule's."""
    COMMANDS[function.__name__] = function
    return function


def run(line: Line, command: Command) -> Result:
    """Runs an EXEC command.

    Args:
        line: where it was typed.
        command: what was typed.

    Returns:
        What the router prints, or asks.

    Raises:
        GrammarError: the grammar has a command that no function carries out.
    """
    function = COMMANDS.get(command.name)
    if function is None:
        raise GrammarError(
            f"EXEC command {command.name} has no function in iossim/exec/",
            command.form.rule.file,
            command.form.rule.line,
        )
    line.router.phones.advance()
    try:
        return function(line, **_arguments(function, command))
    except NvramError as error:
        return f"{error.report}\n"
    except PhoneError as error:
        return f"% {error}\n"


def _arguments(function: Function, command: Command) -> dict[str, Any]:
    """The fields and keywords that the function asks for by name."""
    fields = command.fields
    keywords = {word.replace("-", "_") for word in command.keywords}
    found: dict[str, Any] = {}
    for name in list(inspect.signature(function).parameters)[1:]:
        plain = name.rstrip("_")
        if plain in fields:
            found[name] = fields[plain]
        elif plain in keywords:
            found[name] = True
    return found
