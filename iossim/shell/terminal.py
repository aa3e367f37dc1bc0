"""The interface between the console and a terminal: requests for a line, and the lines that come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from iossim.terminal.pager import Expression

if TYPE_CHECKING:
    from iossim.session import Session


class Action(Enum):
    """The way in which the input of a line ended."""

    ENTER = "RETURN: execute the line"
    HELP = "?: show the words that may follow"
    COMPLETE = "Tab: complete the last word"
    AGAIN = "Ctrl-L, Ctrl-R: show the line again"
    END = "Ctrl-Z: execute the line, then leave configuration"
    INTERRUPT = "Ctrl-C: drop the line and leave configuration"
    ABORT = "Ctrl-Shift-6: drop the line"
    CLOSE = "Ctrl-D on an empty line: leave"


#: The characters that are shown after a line for the key that ended it.
MARKS = {Action.HELP: "?", Action.END: "^Z", Action.INTERRUPT: "^C"}


@dataclass(frozen=True, slots=True)
class LineInput:
    """A line that was typed.

    Attributes:
        action: the way in which it ended.
        text: the line.
        cursor: index of the cursor in the line.
        waited: the line was there before it was asked for: it is a line of a paste, or was typed ahead.
    """

    action: Action
    text: str = ""
    cursor: int = 0
    waited: bool = False


class Reader(Protocol):
    """Reads a line that is being typed, for a terminal that shows more than a router does."""

    def pieces(self, text: str) -> Sequence[tuple[str, str]]:
        """The line in pieces: the kind of each, and its characters."""

    def words(self, text: str) -> list[tuple[str, str]]:
        """The words that may stand in place of the last one, each with its help text."""

    def complete(self, text: str) -> str:
        """The line after Tab."""

    def is_secret(self, text: str) -> bool:
        """True if the line may have a secret in it."""

    @property
    def status(self) -> tuple[str, ...]:
        """The words of the bottom line."""

    @property
    def title(self) -> str:
        """The title of the window."""


@dataclass(frozen=True, slots=True)
class LineRequest:
    """A request of the console for a line.

    Attributes:
        prompt: the text before the line.
        echo: False for a password: the line is not shown.
        command: True for a command: `?` and Tab help, earlier commands can be recalled. False for the answer to a question.
        configuration: True for a configuration command.
        history: earlier commands, oldest first.
        text: the text that the line begins with.
        cursor: index of the cursor in it.
        closed: the console is closed, and RETURN opens it.
        reader: reads the line while it is typed; None: the terminal shows what a router shows.
    """

    prompt: str
    echo: bool = True
    command: bool = False
    configuration: bool = False
    history: list[str] = field(default_factory=list)
    text: str = ""
    cursor: int = 0
    closed: bool = False
    reader: Reader | None = None


class Observer(Protocol):
    """Follows the sessions of a console."""

    def opened(self, session: Session) -> str:
        """Begins a session; returns a text to show."""

    def typed(self, prompt: str, text: str, output: str, echo: bool = True, mark: str = "") -> str:
        """Takes a line and the output for it; returns a text to show after it.

        Args:
            prompt: the prompt before it.
            text: the line.
            output: the output for it.
            echo: False for a password.
            mark: the mark of the key that ended it, such as `^Z`; "": RETURN.
        """


class LineSource(Protocol):
    """A terminal: reads lines and shows output.

    Attributes:
        person: True if a person types, who needs to know how to leave.
        keys: True if a person types single keys, so that output stops after a page.
    """

    person: bool
    keys: bool

    def write(self, text: str) -> None:
        """Writes text to the screen."""

    async def read(self, request: LineRequest) -> LineInput:
        """Reads a line.

        Raises:
            EOFError: the input has ended.
        """

    async def key(self) -> str:
        """Reads one key without showing it.

        Raises:
            EOFError: the input has ended.
        """

    async def ahead(self) -> bool:
        """True if the next line of a paste is there, or comes in a moment."""

    def size(self) -> tuple[int, int]:
        """Columns and rows of the window; 0 where they are not known."""

    def mark(self, expression: Expression | None) -> None:
        """Shows the lines that an expression matches in another way from now on, where it can; None: no line."""
