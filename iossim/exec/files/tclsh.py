"""tclsh: the Tcl shell, as far as programs use it: EXEC commands, and `puts` of a text to the terminal or to a file."""

from __future__ import annotations

import re
from dataclasses import replace

from iossim.errors import FlashError, NvramError
from iossim.exec.command import Line, Question, Result, exec_command, run
from iossim.exec.files.places import place, read, write
from iossim.language import Command, match_typed

#: The prompt of a line that goes on.
_MORE = "+>"
_PUTS_FILE = re.compile(r'puts\s+\[open\s+"?([^"\s\]]+)"?\s+(w\+?|a\+?)\]\s+(.*)', re.DOTALL)
_PUTS = re.compile(r"puts\s+(?!\[)(.*)", re.DOTALL)
_WORDS = ("tclquit", "exit", "quit")
#: The longest text of one command, in characters.
_LONGEST = 1 << 20


@exec_command
def tclsh(line: Line) -> Question:
    """Opens the Tcl shell; `tclquit` leaves it."""
    return _ask(line, "")


def _ask(line: Line, says: str, begun: str = "") -> Question:
    """Asks for a line of Tcl, after a text.

    Args:
        line: the line of the user.
        says: the text.
        begun: the lines of a command whose braces are open.
    """
    prompt = _MORE if begun else f"{line.router.hostname}(tcl)#"
    return Question(prompt, lambda typed: _answer(line, begun + typed), says=says, default=_WORDS[0])


def _answer(line: Line, text: str) -> Result:
    if len(text) > _LONGEST:
        return _ask(line, "text too long\n")
    if _depth(text) > 0:
        return _ask(line, "", f"{text}\n")
    typed = text.strip()
    if typed in _WORDS:
        return ""
    if match := _PUTS_FILE.fullmatch(typed):
        return _ask(line, _written(line, match[1], match[2], match[3]))
    if match := _PUTS.fullmatch(typed):
        return _ask(line, f"{_unquoted(match[1])}\n")
    return _executed(line, typed) if typed else _ask(line, "")


def _depth(text: str) -> int:
    """The number of braces that are open at the end of a text."""
    return text.count("{") - text.count("}")


def _unquoted(word: str) -> str:
    """A word of Tcl without its braces or quotation marks."""
    word = word.strip()
    pairs = ("{}", '""')
    return word[1:-1] if len(word) > 1 and word[0] + word[-1] in pairs else word


def _written(line: Line, name: str, how: str, word: str) -> str:
    """Writes a text and a line end to a file; returns the message of a fault."""
    file = place(line, name)
    try:
        old = read(line, file) if how.startswith("a") and line.router.flash.find(file.path) is not None else b""
        write(line, file, old + f"{_unquoted(word)}\n".encode())
    except (FlashError, NvramError) as error:
        return f'couldn\'t open "{name}": {error}\n'
    return ""


def _executed(line: Line, text: str) -> Result:
    """Runs an EXEC command; its questions come before the next line of Tcl."""
    command = match_typed(line.router.config.language.mode("exec"), text)
    if not isinstance(command, Command) or not line.may_see(command):
        return _ask(line, f'invalid command name "{text.split(maxsplit=1)[0]}"\n')
    return _after(line, run(line, command))


def _after(line: Line, result: Result | object) -> Result:
    if isinstance(result, Question):
        end = result.end
        ended = (lambda: _after(line, end())) if end is not None else None
        return replace(result, answer=lambda typed: _after(line, result.answer(typed)), end=ended)
    return _ask(line, result if isinstance(result, str) else "% Invalid input detected\n")
