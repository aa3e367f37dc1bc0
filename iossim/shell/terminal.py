"""What stands between the console and whoever types: a terminal with keys, a plain one, a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol


class Action(Enum):
    """What a user made of a line."""

    ENTER = "RETURN: carry it out"
    HELP = "?: show what may follow"
    COMPLETE = "Tab: complete the last word"
    AGAIN = "Ctrl-L, Ctrl-R: show it again"
    END = "Ctrl-Z: carry it out, then leave configuration"
    INTERRUPT = "Ctrl-C: drop it and leave configuration"
    ABORT = "Ctrl-Shift-6: drop it"
    CLOSE = "Ctrl-D with nothing typed: leave"


#: How a key that ends a line shows behind it.
MARKS = {Action.HELP: "?", Action.END: "^Z", Action.INTERRUPT: "^C"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as the user left it.

    Attributes:
        action: what the user wants of it.
        text: the line.
        cursor: where the cursor stood.
    """

    action: Action
    text: str = ""
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Ask:
    """A line that the console wants typed.

    Attributes:
        prompt: what stands before it.
        echo: False where nobody may see it.
        command: whether it is a command: `?` and Tab help, earlier ones can be recalled.
        configuration: whether it is a configuration command.
        history: earlier commands, oldest first.
        text: what is typed already.
        cursor: where the cursor stands in it.
    """

    prompt: str
    echo: bool = True
    command: bool = False
    configuration: bool = False
    history: list[str] = field(default_factory=list)
    text: str = ""
    cursor: int = 0


class LineSource(Protocol):
    """Where lines come from and output goes to.

    Attributes:
        person: whether a person sits there, who must be told how to leave.
        keys: whether single keys can be read, and so a page of output can wait for one.
    """

    person: bool
    keys: bool

    def write(self, text: str) -> None:
        """Puts text on the screen."""

    def read(self, ask: Ask) -> Typed:
        """Reads a line.

        Raises:
            EOFError: there will be no more lines.
        """

    def key(self) -> str:
        """Reads one key, without showing it.

        Raises:
            EOFError: there will be no more keys.
        """


def open_quote(text: str) -> bool:
    """True if a line ends inside a quoted word, where `?` and Tab are ordinary characters."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        if text[at] == '"':
            close = text.find('"', at + 1)
            if close < 0:
                return True
            at = close + 1
        while at < len(text) and not text[at].isspace():
            at += 1
    return False
