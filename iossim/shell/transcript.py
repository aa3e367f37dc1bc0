"""Sessions as transcripts, in the format of tests/transcripts: written by `--record`, played by `--script`."""

from __future__ import annotations

import re
from collections import deque
from pathlib import Path
from typing import TextIO

from iossim.errors import IossimError
from iossim.session import Session
from iossim.shell.lines import LineTerminal, ReadyLines
from iossim.shell.terminal import LineRequest

_BLOCK = re.compile(r"^```ios\b[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FENCE = "```\n"
_HEAD = """# A recorded session

The configuration at the start, and what was typed and shown. It has everything that was typed, passwords too.

```cfg
{configuration}```
"""
_TAB, _INTERRUPT = "<TAB>", "^C"


class Recorder:
    """Writes a transcript, line by line, so that it is complete whenever the program ends.

    Args:
        path: the file; what it had is replaced.
        configuration: the running-config at the start.

    Raises:
        IossimError: the file cannot be written.
    """

    def __init__(self, path: Path, configuration: str) -> None:
        self._path = path
        self._sessions = 0
        try:
            path.write_text(_HEAD.format(configuration=configuration), encoding="utf-8")
            path.chmod(0o600)
        except OSError as error:
            raise IossimError(f"cannot write {path}: {error.strerror}") from error

    def opened(self, session: Session) -> str:
        """Begins a session; returns nothing to show."""
        del session
        self._sessions += 1
        options = "console user above" if self._sessions == 1 else "console user again"
        return self._write(f"\n```ios {options}\n{_FENCE}", replaced=0)

    def typed(self, prompt: str, text: str, output: str, echo: bool = True) -> str:
        """Records a line and the output for it; returns nothing to show, or why it cannot be written.

        Args:
            prompt: the prompt before it.
            text: the line, with the key that ended it.
            output: what was shown for it.
            echo: False for a password.
        """
        return self._write(f"{prompt}{text if echo else f'<{text}>'}\n{output}{_FENCE}", replaced=len(_FENCE))

    def _write(self, text: str, replaced: int) -> str:
        """Adds a text in place of so many characters at the end."""
        try:
            with self._path.open("r+b") as file:
                file.seek(-replaced, 2)
                file.write(text.encode("utf-8", "replace"))
        except OSError as error:
            return f"! cannot write {self._path}: {error.strerror}\n"
        return ""


def typed_lines(text: str) -> list[str | None] | None:
    """The lines of the sessions of a transcript, None between two of them; None if a text is no transcript."""
    blocks = [match[1].split("\n")[:-1] for match in _BLOCK.finditer(text)]
    if not blocks:
        return None
    lines: list[str | None] = list(blocks[0])
    for block in blocks[1:]:
        lines += [None, *block]
    return lines


class TranscriptTerminal(LineTerminal):
    """Plays a transcript: the lines that begin with the prompt that the router shows are typed.

    Args:
        lines: the lines; None where a session ends and RETURN opens another one.
        out: the stream to write to.
    """

    def __init__(self, lines: list[str | None], out: TextIO) -> None:
        super().__init__(ReadyLines([]), out)
        self._left = deque(lines)
        self._said = ""

    def write(self, text: str) -> None:
        """Writes text, and remembers it up to the next line: it stands in the transcript, too."""
        super().write(text)
        self._said += text

    async def _next(self, request: LineRequest) -> str:
        said, self._said = self._said.split("\n")[:-1], ""
        for row in said if not request.prompt else ():
            if self._left and self._left[0] == row:
                self._left.popleft()
        while self._left:
            line = self._left.popleft()
            if line is None:
                if not request.prompt:
                    return ""
            elif line.startswith(request.prompt) and (request.prompt or not request.closed):
                return self._read(line[len(request.prompt) :], request)
        raise StopAsyncIteration

    def _read(self, typed: str, request: LineRequest) -> str:
        if not request.echo:
            return typed.removeprefix("<").removesuffix(">")
        if typed.endswith(_INTERRUPT):
            return "\x03"
        if typed.endswith(_TAB):
            if self._left and (self._left[0] or "").startswith(request.prompt):
                self._left.popleft()  # the completed line, which nobody typed
            return ""
        return typed
