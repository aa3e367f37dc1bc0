"""EXEC commands: their registry, the line that they are typed on, and the function that runs one."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Protocol, TypeVar

from iossim.errors import GrammarError, NvramError, PhoneError
from iossim.exec.families import family_of
from iossim.language import Command
from iossim.router import RouterCore


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the router; the next line typed is the answer.

    Attributes:
        prompt: the text in place of the prompt.
        answer: takes the answer; returns the output, or the next question.
        echo: False if the answer must not be seen.
        says: text printed before the question.
        default: the answer of programs that cannot be asked.
        end: Ctrl-Z calls it in place of an answer; None: Ctrl-Z answers nothing.
        required: it cannot be given up: Ctrl-C is an empty answer.
    """

    prompt: str
    answer: Callable[[str], Result]
    echo: bool = True
    says: str = ""
    default: str = ""
    end: Callable[[], Result] | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Misplaced:
    """The caret of the router below a word that names nothing that the router has.

    Attributes:
        word: index of the word in the command.
    """

    word: int


#: The output of a line that was typed, or a question.
Result = str | Question
#: A command returns its lines, a question, or nothing.
Reply = Iterator[str] | Question | None


class Terminal(Protocol):
    """The settings of a line that EXEC commands may read and change."""

    length: int
    length_typed: bool
    width: int
    history_size: int
    monitor: bool
    escape: str
    kind: str
    switches: dict[str, bool]
    directory: str


class Line(Protocol):
    """The line that a command was typed on, as far as commands may use it; the session implements it."""

    router: RouterCore
    level: int
    user: str | None
    name: str
    address: str
    number: int
    wrong_logins: int

    @property
    def idle(self) -> int:
        """Seconds since the last input."""

    def note_input(self) -> None:
        """Notes that the user has typed something now."""

    @property
    def in_configuration(self) -> bool:
        """True in a configuration mode."""

    @property
    def seconds_open(self) -> int:
        """Seconds since the session began."""

    @property
    def origin(self) -> str:
        """The line and its user, as log messages name them: `console by console`."""

    @property
    def terminal(self) -> Terminal:
        """The settings of the line."""

    def enter_configuration(self) -> None:
        """Goes to global configuration mode."""

    def type_configuration(self, text: str) -> Iterator[str]:
        """Types the lines of a configuration, from global configuration on; yields refused lines with their messages."""

    def log_in(self) -> Reply:
        """Asks for the user or password that the line requires; nothing if it requires none."""

    def close(self) -> None:
        """Ends the session."""

    def show(self, text: str) -> None:
        """Shows a message of another user."""

    def history(self) -> list[str]:
        """The commands typed before, oldest first."""

    def may_see(self, command: Command) -> bool:
        """True if the user may configure, and so see, a command."""


Function = Callable[..., Reply]
#: The longest text of several lines.
_MOST_LINES = 100
_Function = TypeVar("_Function", bound=Function)
COMMANDS: dict[str, Function] = {}


def exec_command(function: _Function) -> _Function:
    """Register the function of an EXEC command; its name is the name of the rule."""
    COMMANDS[function.__name__] = function
    return function


def ask(prompt: str, answer: Callable[[str], Reply], *, echo: bool = True, says: Iterable[str] = (), default: str = "") -> Question:
    """Return a question; a function of the command handles the answer.

    Args:
        prompt: the text in place of the prompt.
        answer: takes the answer; returns lines, the next question, or nothing.
        echo: False if the answer must not be seen.
        says: lines printed before the question.
        default: the answer of programs that cannot be asked.
    """
    return Question(prompt, lambda typed: _result(lambda: answer(typed)), echo, _text(says), default)


def ask_lines(done: Callable[[str], Reply], *, says: Iterable[str] = ()) -> Question:
    """Return a question for a text of several lines, which Ctrl-Z ends; of a very long text the last lines are lost.

    Args:
        done: takes the text, without a line end after its last line; returns lines, the next question, or nothing.
        says: lines printed before the text.
    """
    lines: list[str] = []

    def line_typed(typed: str) -> Question:
        if len(lines) < _MOST_LINES:
            lines.append(typed)
        return question

    question = Question("", line_typed, end=lambda: _result(lambda: done("\n".join(lines))))
    return replace(question, says=_text(says))


def run(line: Line, command: Command) -> Result | Misplaced:
    """Run an EXEC command.

    Args:
        line: the line that it was typed on.
        command: the command.

    Returns:
        The output, a question, or the caret: also below the name of an interface that the router has not.

    Raises:
        GrammarError: the grammar has a command that has no function.
    """
    for index in command.form.interfaces:
        if line.router.config.root.section("interface", command.words[index]) is None:
            return Misplaced(index)
    function = COMMANDS.get(command.name)
    if function is None:
        raise GrammarError(
            f"EXEC command {command.name} has no function in iossim/exec/{family_of(command.name)}",
            command.form.rule.file,
            command.form.rule.line,
        )
    return _result(lambda: function(line, **_arguments(function, command)))


def _result(call: Callable[[], Reply]) -> Result:
    try:
        reply = call()
        return reply if isinstance(reply, Question) else _text(reply or ())
    except NvramError as error:
        return f"{error.report}\n"
    except PhoneError as error:
        return f"% {error}\n"


def _text(lines: Iterable[str]) -> str:
    return "\n".join([*lines, ""])


@cache
def _parameters(function: Function) -> list[str]:
    """The names of the parameters of a function, without the line."""
    return list(inspect.signature(function).parameters)[1:]


def _arguments(function: Function, command: Command) -> dict[str, Any]:
    """The fields and keywords that are parameters of the function (`/force` is `force`); a parameter may end in `_` (`global_`)."""
    keywords = {word.removeprefix("/").replace("-", "_") for word in command.keywords}
    arguments: dict[str, Any] = {}
    for parameter in _parameters(function):
        name = parameter.rstrip("_")
        if name in command.fields:
            arguments[parameter] = command.fields[name]
        elif name in keywords:
            arguments[parameter] = True
    return arguments
