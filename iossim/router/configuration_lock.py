"""The lock of the configuration: one line at a time may configure (`configuration mode exclusive`, `configure terminal lock`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from iossim.config import Configuration
from iossim.config.platforms import Platform
from iossim.router.clock import Clock
from iossim.router.terminal_lines import TerminalLine, tty_of

#: Seconds after which a lock ends, without `expire`.
_EXPIRES = 600
#: The numbers of the processes that invented lines have: of the console, and of the first vty line.
_CONSOLE_PROCESS, _VTY_PROCESS = 3, 187


class Locked(Protocol):
    """The parts of a router that its lock uses."""

    config: Configuration
    clock: Clock
    platform: Platform | None

    @property
    def lines(self) -> Sequence[TerminalLine]:
        """The lines with a session."""


class ConfigurationLock:
    """The lock. A line has it as long as it stays in configuration, at most for the time of `expire`.

    Args:
        router: the router.

    Attributes:
        command: the command that took the lock last.
    """

    def __init__(self, router: Locked) -> None:
        self.command = ""
        self._router = router
        self._holder: TerminalLine | None = None
        self._since = 0

    @property
    def holder(self) -> TerminalLine | None:
        """The line that has the lock; None if it is free."""
        holder = self._holder
        if holder is not None and (holder not in self._router.lines or not holder.in_configuration or not self.seconds_left):
            self._holder = None
        return self._holder

    @property
    def seconds(self) -> int:
        """Seconds since the lock was taken."""
        return max(0, self._router.clock.uptime() - self._since)

    @property
    def seconds_left(self) -> int:
        """Seconds until the lock ends."""
        entry = self._router.config.root.get("configuration_mode_exclusive")
        expires = entry.fields.get("expire", "") if entry is not None else ""
        return max(0, int(str(expires).split()[-1] if expires else _EXPIRES) - self.seconds)

    @property
    def process(self) -> int:
        """The number of the process of the line that has the lock."""
        holder = self.holder
        return _CONSOLE_PROCESS if holder is None or holder.name == "console" else _VTY_PROCESS + holder.number

    @property
    def terminal(self) -> int:
        """The number of the terminal line that has the lock."""
        holder = self.holder
        return tty_of(holder, self._router.platform).number if holder is not None else -1

    def wanted(self, lock: bool) -> bool:
        """True if a line that goes to configuration takes the lock.

        Args:
            lock: the user typed `lock`, which has an effect beside `configuration mode exclusive manual` only.
        """
        entry = self._router.config.root.get("configuration_mode_exclusive")
        return entry is not None and not entry.negative and (lock or "auto" in entry.words)

    def take(self, line: TerminalLine, command: str) -> None:
        """Gives the lock to a line that has gone to configuration.

        Args:
            line: the line.
            command: the command that takes it.
        """
        self._holder, self._since, self.command = line, self._router.clock.uptime(), command

    def release(self, line: TerminalLine) -> None:
        """Takes the lock from a line that leaves configuration."""
        if self._holder is line:
            self._holder = None

    def clear(self) -> None:
        """Makes the lock free; its line stays in configuration."""
        self._holder = None

    def refusal(self, line: TerminalLine) -> str:
        """The message for a line that wants to configure; "" if it may."""
        if self._holder is None or self._holder is line or (holder := self.holder) is None:
            return ""
        who = f"user '{holder.user or 'unknown'}' process '{self.process}' from terminal '{self.terminal}'"
        return f"Configuration mode locked exclusively by {who}. Please try later."
