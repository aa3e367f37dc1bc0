"""Runs the commands of a page, in the order in which a reader types them, and finds the answers that are not as shown.

A block ```sh is typed into one bash that lasts for the whole page. The ```text or ```xml block that follows it, before any other
block, is its answer; where there is none, nothing may be printed. A command that ends with `&` stays in the background: what is
shown below it is printed when it is ready.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

#: Stands behind everything that a block has printed, with bash's exit status.
_END = "\x1e"
#: Stands behind everything that was printed when bash itself has come to its end, as by an error of syntax.
_DEAD = "(bash has ended)\n"
#: Seconds until a page that hangs is ended.
_PATIENCE = 120.0
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: What the clock decides, and what is written in its place.
_CLOCK = [
    (re.compile(r"\*[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d\.\d{3}"), "*LOGGED"),
    (re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT"), "DATE"),
    (re.compile(r"\d\d:\d\d:\d\d UTC [A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{4}"), "MOMENT"),
    (re.compile(r"\[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d \+0000\]"), "[NOTED]"),
    (re.compile(r"\b\d+(\.\d)? ?ms\b"), "TOOK"),
    (re.compile(r"(?<=Time>)\d+(?=</)"), "SECONDS"),
]


@dataclass(frozen=True)
class Step:
    """One block of commands.

    Attributes:
        line: where it begins in the page.
        command: what is typed.
        shown: what the page says that it prints.
    """

    line: int
    command: str
    shown: str


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return [match[2] for match in _FENCE.finditer(page) if match[1] == language]


def steps(page: str) -> Iterator[Step]:
    """The commands of a page with their answers.

    Raises:
        ValueError: an answer follows no command.
    """
    command: re.Match[str] | None = None
    for match in _FENCE.finditer(page):
        if match[1] in ("text", "xml"):
            if command is None:
                raise ValueError(f"line {_line(page, match)}: an answer without a command")
            yield Step(_line(page, command), command[2], match[2])
            command = None
            continue
        if command is not None:
            yield Step(_line(page, command), command[2], "")
        command = match if match[1] == "sh" else None
    if command is not None:
        yield Step(_line(page, command), command[2], "")


def _line(page: str, match: re.Match[str]) -> int:
    return page.count("\n", 0, match.start()) + 1


def timeless(text: str) -> str:
    """A text without what the clock decides."""
    for pattern, instead in _CLOCK:
        text = pattern.sub(instead, text)
    return text


def run(page: str, folder: Path, path: str, ports: Mapping[str, int]) -> Iterator[tuple[Step, str]]:
    """Types the commands of a page.

    Args:
        page: its text.
        folder: where to type them.
        path: where programs are looked for.
        ports: by the number in the page, the port that is used instead.

    Yields:
        Each block of commands, and what it really prints. A command that fails adds a line that says so; the page ends where
        bash does.
    """
    with _bash(folder, path) as bash:
        assert bash.stdin is not None
        assert bash.stdout is not None
        for step in steps(page):
            bash.stdin.write(f"{ported(step.command, ports)}\nprintf '{_END}%s\\n' \"$?\"\n")
            bash.stdin.flush()
            expects = step.shown.count("\n") if step.command.rstrip().endswith("&") else 0
            printed = _answer(bash.stdout, expects)
            yield step, ported(printed, {str(port): int(number) for number, port in ports.items()})
            if printed.endswith(_DEAD):
                return


def ported(text: str, ports: Mapping[str, int]) -> str:
    """A text with other ports in place of its own."""
    for number, port in ports.items():
        text = re.sub(rf"\b{number}\b", str(port), text)
    return text


def _answer(output: IO[str], expects: int) -> str:
    """Everything that a block prints.

    Args:
        output: of bash.
        expects: the lines that are waited for, even where bash is ready for the next command.
    """
    text, ended = "", False
    while not ended or text.count("\n") < expects:
        line = output.readline()
        if not line:
            return f"{text}{_DEAD}"
        before, mark, status = line.partition(_END)
        text += before
        if mark:
            ended = True
            text += "" if status == "0\n" else f"(exit status {status.strip()})\n"
    return text


@contextmanager
def _bash(folder: Path, path: str) -> Iterator[subprocess.Popen[str]]:
    """A bash of its own session, ended with all that it has started."""
    process = subprocess.Popen(
        ["bash", "--noprofile", "--norc"],
        cwd=folder,
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )

    def end() -> None:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)

    watchdog = threading.Timer(_PATIENCE, end)
    watchdog.start()
    with process:
        try:
            yield process
        finally:
            watchdog.cancel()
            end()
