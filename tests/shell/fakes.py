"""A router with a handful of commands, and a terminal that a test types into."""

from collections import deque
from dataclasses import dataclass
from typing import cast

from iossim.session import LineResult, Session
from iossim.shell.terminal import LineInput, LineRequest


@dataclass
class Settings:
    length: int = 24
    length_typed: bool = False
    width: int = 80


class FakeSession:
    """Answers every line with what was asked of it, so that a test sees what the console made of the keys."""

    def __init__(self, hostname: str) -> None:
        self.hostname = hostname
        self.terminal = Settings()
        self.question = ""
        self.echo = True
        self.closed = False
        self.in_configuration = False
        self.asked: list[tuple[str, str]] = []
        self.waiting = ""
        self._history: list[str] = []

    @property
    def asking(self) -> bool:
        return bool(self.question)

    @property
    def prompt(self) -> str:
        return self.question or self.hostname + ("(config)#" if self.in_configuration else ">")

    def history(self) -> list[str]:
        return list(self._history)

    def open(self) -> str:
        """No banner, no login."""
        return ""

    def messages(self) -> str:
        text, self.waiting = self.waiting, ""
        return text

    def run(self, line: str) -> LineResult:
        self.asked.append(("execute", line))
        if self.question:
            self.question, self.echo = "", True
            return LineResult(True, f"answered {line!r}\n")
        if line:
            self._history.append(line)
        if line == "wrong":
            return LineResult(False, "% Invalid input detected at '^' marker.\n", "% Invalid input detected at '^' marker.")
        if line == "wide":
            return LineResult(True, f"{'wide ' * 100}\nlast line\n")
        return LineResult(True, self._output(line))

    def _output(self, line: str) -> str:
        match line.split():
            case ["exit"]:
                self.closed = True
            case ["configure"]:
                self.in_configuration = True
            case ["secret"]:
                self.question, self.echo = "Password: ", False
            case ["ask"]:
                self.question = "Destination filename [startup-config]? "
            case ["erase"]:
                self.question = "This erases all.\nContinue? [confirm]"
            case ["log"]:
                self.waiting = "*Mar  1 00:00:00.000: %SYS-5-TEST: Logged\n"
            case ["count", number]:
                return "".join(f"line {each}\n" for each in range(1, int(number) + 1))
            case ["length", number]:
                self.terminal.length, self.terminal.length_typed = int(number), True
            case [_, *_]:
                return f"<{line}>\n"
        return ""

    def help(self, line: str) -> str:
        self.asked.append(("help", line))
        return f"  help for {line!r}\n"

    def complete(self, line: str) -> str:
        self.asked.append(("complete", line))
        return line[:-2] + "show " if line.endswith("sh") else line

    def interrupt(self) -> str:
        self.asked.append(("interrupt", ""))
        self.question, self.echo, self.in_configuration = "", True, False
        return ""

    def end(self) -> str:
        self.asked.append(("end", ""))
        self.in_configuration = False
        return ""

    def close(self) -> None:
        self.closed = True


class FakeRouter:
    """Hands out fake sessions and keeps them."""

    def __init__(self) -> None:
        self.hostname = "Router"
        self.sessions: list[FakeSession] = []

    def session(self, privilege: int = 15, user: str | None = None, line: str = "library") -> Session:
        assert (privilege, user, line) == (1, None, "console")
        self.sessions.append(FakeSession(self.hostname))
        return cast(Session, self.sessions[-1])

    @property
    def asked(self) -> list[tuple[str, str]]:
        """All that was asked of all sessions, in order."""
        return [each for session in self.sessions for each in session.asked]


class FakeTerminal:
    """Plays lines and keys, and keeps what was written and asked for."""

    person = True
    keys = True

    def __init__(self, *played: LineInput | str) -> None:
        self.screen = ""
        self.requests: list[LineRequest] = []
        self.window = (0, 0)
        self._played = deque(played)

    def write(self, text: str) -> None:
        self.screen += text

    async def read(self, request: LineRequest) -> LineInput:
        self.requests.append(request)
        self.screen += f"{request.prompt}{request.text}\n"
        typed = self._next()
        assert isinstance(typed, LineInput)
        return typed

    async def key(self) -> str:
        key = self._next()
        assert isinstance(key, str)
        return key

    async def ahead(self) -> bool:
        return bool(self._played) and isinstance(self._played[0], LineInput) and self._played[0].waited

    def size(self) -> tuple[int, int]:
        return self.window

    def mark(self, expression: object) -> None:
        """All lines are plain."""

    def _next(self) -> LineInput | str:
        if not self._played:
            raise EOFError
        return self._played.popleft()
