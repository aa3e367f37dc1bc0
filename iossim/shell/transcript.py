"""Sessions as transcripts, in the format of tests/transcripts: written by `--record`, played by `--script`."""

from __future__ import annotations

import re
from collections import deque
from pathlib import Path
from typing import TextIO

from iossim.errors import IossimError
from iossim.session import Session
from iossim.shell.lines import LineTerminal, ReadyLines
from iossim.shell.terminal import Action, LineInput, LineRequest
from iossim.terminal.quotes import open_quote

_BLOCK = re.compile(r"^```ios\b([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FENCE = "```\n"
_HEAD = """# A recorded session

The configuration at the start, and what was typed and shown. It has everything that was typed, passwords too.

```cfg
{configuration}```
"""
#: The info string of a session after another one on the same console.
_AGAIN = "console user again"
_TAB, _RETURN, _HELP = "<TAB>", "<RETURN>", "?"
_MARKS = {"^C": Action.INTERRUPT, "^Z": Action.END}
#: The end of a session by Ctrl-D, which is not shown.
_CLOSE = "\x04"


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
        options = "console user above" if self._sessions == 1 else _AGAIN
        return self._write(f"\n```ios {options}\n{_FENCE}", replaced=0)

    def typed(self, prompt: str, text: str, output: str, echo: bool = True, mark: str = "") -> str:
        """Records a line and the output for it; returns nothing to show, or why it cannot be written.

        Args:
            prompt: the prompt before it.
            text: the line.
            output: what was shown for it.
            echo: False for a password.
            mark: the mark of the key that ended it; "": RETURN, which is written only after text that looks like such a mark.
        """
        if not mark and text.endswith((_TAB, _RETURN, _HELP, *_MARKS)):
            mark = _RETURN
        return self._write(f"{prompt}{f'{text}{mark}' if echo else f'<{text}>'}\n{output}{_FENCE}", replaced=len(_FENCE))

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
    lines: list[str | None] = []
    for number, match in enumerate(_BLOCK.finditer(text)):
        if number:
            lines += [_CLOSE, None] if match[1].strip() == _AGAIN else [None]
        lines += match[2].split("\n")[:-1]
    return lines or None


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
            elif line == _CLOSE:
                if not request.closed:
                    return line
            elif line.startswith(request.prompt) and (request.prompt or not request.closed):
                return line[len(request.prompt) :]
        raise StopAsyncIteration

    def _understand(self, line: str, request: LineRequest) -> tuple[LineInput, str]:
        """The meaning of what stands after a prompt; nothing of it is left for the next line."""
        if line == _CLOSE:
            return LineInput(Action.CLOSE), ""
        if not request.echo:
            return _input(Action.ENTER, line.removeprefix("<").removesuffix(">"))
        if line.endswith(_RETURN):
            return _input(Action.ENTER, line.removesuffix(_RETURN))
        if line.endswith(_TAB):
            if self._left and (self._left[0] or "").startswith(request.prompt):
                self._left.popleft()  # the completed line, which nobody typed
            return _input(Action.ENTER, "")
        for mark, action in _MARKS.items():
            if line.endswith(mark):
                return _input(action, line.removesuffix(mark))
        if line.endswith(_HELP) and request.command and not open_quote(line):
            return _input(Action.HELP, line.removesuffix(_HELP))
        return _input(Action.ENTER, line)


def _input(action: Action, text: str) -> tuple[LineInput, str]:
    return LineInput(action, text, len(text)), ""
