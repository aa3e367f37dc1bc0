"""The router's log: syslog messages with their time stamps, a buffer of the last messages, and listeners."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime

from iossim.config import Configuration
from iossim.escape import escaped
from iossim.language import Command
from iossim.router.clock import Clock, age
from iossim.router.log_history import LogHistory

Listener = Callable[[str], None]

SEVERITIES = ("emergencies", "alerts", "critical", "errors", "warnings", "notifications", "informational", "debugging")
DEBUGGING = 7
#: The size of the buffer in bytes, unless `logging buffered` gives another one.
BUFFER_SIZE = 8192
#: The room in a buffer that a message takes beside its text.
_OVERHEAD = 1
#: The least serious severity of the history table, and its size, while they are not configured.
_WARNINGS, _HISTORY_SIZE = 4, 1
#: The options of `service timestamps` while it is not configured.
_USUAL = frozenset({"datetime", "msec"})


class Log:
    """Keeps the last messages and passes every message to the listeners.

    The configuration decides the form of the stamps, and which messages the buffer keeps.

    Args:
        clock: the router's clock, for the time before a message.

    Attributes:
        buffer: the last messages, oldest first, as many as fit into its size.
        counts: number of messages since boot: in all, and to the console, to monitoring lines and to the buffer.
        history: the last serious messages (`show logging history`).
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._configuration: Configuration | None = None
        self._number = 0
        self._used = 0
        self._listeners: list[tuple[Listener, str]] = []
        self.buffer: deque[str] = deque()
        self.counts = {"all": 0, "console": 0, "monitor": 0, "buffered": 0}
        self.history = LogHistory()

    def start(self, configuration: Configuration) -> None:
        """Starts again with the router: an empty buffer, all counts at 0.

        Args:
            configuration: the configuration to follow from now on.
        """
        self._configuration = configuration
        self._number = 0
        self.clear()
        self.counts = dict.fromkeys(self.counts, 0)
        self.history.start()

    def clear(self) -> None:
        """Empties the buffer."""
        self.buffer.clear()
        self._used = 0

    def __call__(self, facility: str, severity: int, mnemonic: str, text: str, moment: datetime | None = None) -> None:
        """Logs a message: `*Nov 23 12:00:00.000: %SYS-5-CONFIG_I: Configured from console by console`.

        Args:
            facility: SYS, IPPHONE, …
            severity: 0 (emergency) to 7 (debugging).
            mnemonic: CONFIG_I, REGISTER, …
            text: the message; never a secret.
            moment: the time of the event; None for now.
        """
        self._add(f"%{facility}-{severity}-{mnemonic}: {text}", severity, self._stamp("log", moment))

    def debug(self, text: str, moment: datetime | None = None) -> None:
        """Logs a line of a debugging option: `*Nov 23 12:00:00.000: cme_xml: …`.

        Args:
            text: the message; never a secret.
            moment: the time of the event; None for now.
        """
        self._add(text, DEBUGGING, self._stamp("debug", moment))

    def listen(self, listener: Listener, destination: str = "") -> Callable[[], None]:
        """Passes further messages to a listener; returns a function that ends this.

        Args:
            listener: takes the messages, with their stamps.
            destination: console or monitor, for the messages whose severity the configuration sends there; "" for all messages.
        """
        entry = listener, destination
        self._listeners.append(entry)
        return lambda: self._listeners.remove(entry) if entry in self._listeners else None

    def severity(self, destination: str) -> int:
        """The least serious severity that a destination gets; -1 if it gets nothing.

        Args:
            destination: console, monitor or buffered.
        """
        on, command = self._command("logging_on"), self._command(f"logging_{destination}")
        if on is not None and on.negative and destination != "console":
            return -1
        if command is None:
            return DEBUGGING
        if command.negative:
            return -1
        return _number_of(str(command.fields.get("severity", DEBUGGING)))

    @property
    def history_severity(self) -> int:
        """The least serious severity that the history table keeps."""
        command = self._command("logging_history")
        return _number_of(str(command.fields.get("severity", _WARNINGS))) if command is not None else _WARNINGS

    @property
    def history_size(self) -> int:
        """The number of messages that the history table may hold."""
        command = self._command("logging_history_size")
        return int(str(command.fields["count"])) if command is not None and not command.negative else _HISTORY_SIZE

    @property
    def size(self) -> int:
        """The size of the buffer in bytes."""
        command = self._command("logging_buffered")
        return int(str(command.fields.get("size", BUFFER_SIZE))) if command is not None and not command.negative else BUFFER_SIZE

    # -- inside --------------------------------------------------------------------------------------------------------------------

    def _command(self, rule: str) -> Command | None:
        return self._configuration.root.get(rule) if self._configuration is not None else None

    def _add(self, text: str, severity: int, stamp: str) -> None:
        self._number += 1
        line = f"{stamp}{escaped(text)}"
        numbers = self._command("service_sequence_numbers")
        if numbers is not None and not numbers.negative:
            line = f"{self._number:06}: {line}"
        self.counts["all"] += 1
        self.counts["console"] += severity <= self.severity("console")
        uptime = int((self._clock.now() - self._clock.boot).total_seconds() * 100)
        self.history.add(text, severity <= self.history_severity, uptime, self.history_size)
        if severity <= self.severity("buffered"):
            self._keep(line)
        for listener, destination in list(self._listeners):
            if not destination or severity <= self.severity(destination):
                listener(line)

    def _keep(self, line: str) -> None:
        """Keeps a message in the buffer, in place of the oldest ones."""
        self.counts["buffered"] += 1
        self.buffer.append(line)
        self._used += len(line) + _OVERHEAD
        size = self.size
        while self._used > size and len(self.buffer) > 1:
            self._used -= len(self.buffer.popleft()) + _OVERHEAD

    def _stamp(self, kind: str, moment: datetime | None) -> str:
        """The stamp before a message of a kind, log or debug; "" without stamps."""
        command = self._command(f"service_timestamps_{kind}")
        if command is not None and command.negative:
            return ""
        options = _USUAL if command is None else command.keywords
        clock, moment = self._clock, moment or self._clock.now()
        if "datetime" not in options:
            return f"{age(int((moment - clock.boot).total_seconds()))}: "
        local, zone = clock.zone.local(moment) if "localtime" in options else (moment, "UTC")
        text = f"{clock.mark}{local:%b} {local.day:2}"
        text += f" {local.year}" if "year" in options else ""
        text += f" {local:%H:%M:%S}"
        text += f".{local.microsecond // 1000:03}" if "msec" in options else ""
        return f"{text} {zone}: " if "show-timezone" in options else f"{text}: "


def _number_of(severity: str) -> int:
    """The number of a severity, which is a number or a word."""
    return int(severity) if severity.isdecimal() else SEVERITIES.index(severity)
