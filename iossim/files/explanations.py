"""The explanations of lines that are not plainly a command of their section."""

from __future__ import annotations

import msgspec

from iossim.files.lines import TextLine
from iossim.files.wording import Misread
from iossim.language import Command


class Dropped(msgspec.Struct, frozen=True):
    """Text that is not configuration: it is reported and not kept.

    Attributes:
        code: the code to report it with.
        message: the message to report it with.
        to_global: the next line belongs to global configuration: the text is `configure terminal`.
        last: number of the last line of the text; 0: it is one line.
        prose: the text is written by people: a file without commands beside it is no configuration.
    """

    code: str
    message: str
    to_global: bool = False
    last: int = 0
    prose: bool = False


class PastedCommand(msgspec.Struct, frozen=True):
    """A line of a pasted session: a prompt, and the command after it.

    Attributes:
        mode: the mode in its prompt: `(config)`, "" in EXEC.
        prompt: the prompt; the whole line if no command follows.
        command: the command after it; its text is "" if there is none.
        last: number of the last line that the router printed after the command: its output, or help.
        configures: the command is configuration: no EXEC command, no request for help, no word that Tab completed.
    """

    mode: str
    prompt: TextLine
    command: TextLine
    last: int = 0
    configures: bool = True


class Remarked(msgspec.Struct, frozen=True):
    """A command with a remark after it: `max-dn 20 ! as many as there are desks`."""

    line: TextLine
    command: Command
    remark: TextLine


class Joined(msgspec.Struct, frozen=True):
    """A command that was cut where the line of the terminal was full.

    Attributes:
        first: the first of its lines.
        last: number of the last of its lines.
        text: its lines as one.
        command: the command in them.
    """

    first: TextLine
    last: int
    text: str
    command: Command


class TwoCommands(msgspec.Struct, frozen=True):
    """Two commands on one line, which a router refuses.

    Attributes:
        start: index of the second one in the text of the line.
        second: text of the second one, its secrets hidden.
    """

    start: int
    second: str


class SpoiltHeader(msgspec.Struct, frozen=True):
    """A command that opens a section, with words after it that a router refuses: `ephone 1  # reception`.

    Attributes:
        start: index of the first refused word in the text of the line.
        header: the line without these words.
        command: the command that opens the section.
    """

    start: int
    header: TextLine
    command: Command


class Misplaced(msgspec.Struct, frozen=True):
    """A wrong line after the prompt of a mode that the text has not entered.

    Attributes:
        misread: its fault in the mode of the prompt.
    """

    misread: Misread


class Unknown(msgspec.Struct, frozen=True):
    """A line that nothing explains."""


Explanation = Dropped | PastedCommand | Remarked | Joined | TwoCommands | SpoiltHeader | Misplaced | Unknown
