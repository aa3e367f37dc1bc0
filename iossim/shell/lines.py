"""A terminal of whole lines: a file or a pipe typed in, or a person without editing keys (`--plain`)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TextIO

from iossim.shell.interrupts import Interrupts
from iossim.shell.terminal import MARKS, Action, Ask, Typed, open_quote

_END = "\x1a"
_INTERRUPT = "\x03"
_LITERALLY = "\x16"


class LineTerminal:
    """Reads whole lines and writes plain text: no pages, no colours, no cursor movement.

    Args:
        lines: what is typed in.
        out: where the session goes to.
        echo: whether typed lines are written too; a person's terminal does it itself.
        person: whether a person sits there.
        secret: shows a prompt and reads a line that nobody may see; None: as any other.
    """

    keys = False

    def __init__(
        self,
        lines: Iterable[str],
        out: TextIO,
        echo: bool = True,
        person: bool = False,
        secret: Callable[[str], str] | None = None,
    ) -> None:
        self.person = person
        self._lines = iter(lines)
        self._out = out
        self._echo = echo
        self._secret = secret
        self._rest: deque[str] = deque()
        self._interrupts = Interrupts()

    def in_use(self) -> AbstractContextManager[None]:
        """Keeps Ctrl-C from ending the program in the middle of a line."""
        return self._interrupts.held()

    def write(self, text: str) -> None:
        """Puts text on the screen."""
        self._out.write(text)

    def read(self, ask: Ask) -> Typed:
        """Reads a line; one that `?` left over is shown again, and is done with.

        Raises:
            EOFError: there are no more lines.
        """
        if ask.text:
            self._out.write(f"{ask.prompt}{ask.text}\n")
        if self._echo or not self._hides(ask):
            self._out.write(ask.prompt)
        self._out.flush()
        try:
            self._interrupts.let_through()
            line = self._next(ask)
            self._interrupts.hold()
        except (EOFError, StopIteration):
            self._interrupts.hold()
            self._out.write("\n")
            raise EOFError from None
        except KeyboardInterrupt:
            if not self.person:
                raise
            self._out.write("\n")
            return Typed(Action.INTERRUPT)
        typed, rest = understand(line, ask)
        if rest:
            self._rest.append(rest)
        if self._echo:
            self._out.write((_visible(typed.text) if ask.echo else "") + MARKS.get(typed.action, "") + "\n")
        return typed

    def key(self) -> str:
        """There are no single keys here.

        Raises:
            EOFError: always.
        """
        raise EOFError

    def _next(self, ask: Ask) -> str:
        if self._rest:
            return self._rest.popleft()
        if self._secret is not None and self._hides(ask):
            return self._secret(ask.prompt)
        return next(self._lines)

    def _hides(self, ask: Ask) -> bool:
        return self._secret is not None and not ask.echo


def understand(line: str, ask: Ask) -> tuple[Typed, str]:
    r"""What a whole line means, and what of it is typed after that.

    Keys come as their characters: Ctrl-Z (or `^Z` where a command ends), Ctrl-C on a line of its own, Ctrl-V before a
    character that is meant as such. A `?` helps at the end of a command only: within, it is a character.

    Args:
        line: what is typed.
        ask: what was asked for.
    """
    line, pressed, rest = line.partition(_END)
    if not pressed and ask.command and (line.strip() == "^Z" or (ask.configuration and line.endswith("^Z"))):
        line, pressed = line.rstrip()[:-2], _END
    if pressed:
        return Typed(Action.END, _literal(line), len(line)), rest
    if line.strip(" ") == _INTERRUPT:
        return Typed(Action.INTERRUPT), ""
    if ask.command and line.endswith("?") and not line.endswith(_LITERALLY + "?") and not open_quote(line):
        text = _literal(line[:-1])
        return Typed(Action.HELP, text, len(text)), ""
    text = _literal(line)
    return Typed(Action.ENTER, text, len(text)), ""


def _literal(line: str) -> str:
    return re.sub(_LITERALLY + "(.)", r"\1", line)


def _visible(text: str) -> str:
    """The text with control characters as a terminal echoes them."""
    return re.sub(r"[\x00-\x08\x0a-\x1f]", lambda found: f"^{chr(ord(found[0]) + 64)}", text)
