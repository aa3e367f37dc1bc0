"""One router: its configuration, startup-config, users, clock and log. No network, no threads: front ends own the event loop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path
from threading import RLock

from iossim.capture import CaptureFolder
from iossim.config import Configuration, Section, apply
from iossim.config.applied import Applied
from iossim.config.channels import has_group
from iossim.config.platforms import USUAL, Platform
from iossim.config.platforms import platform as platform_of
from iossim.config.ports import Ports, new_lines, ports_in, voice_ports_in
from iossim.config.refusal import Asking
from iossim.config.render import Permits, Printing, render
from iossim.errors import ConfigurationError, NvramError
from iossim.files.decoding import decode, without_surrogates
from iossim.files.diagnostics import Diagnostic
from iossim.files.load import read_lines
from iossim.language import Command, Language, match
from iossim.router.actions import ACTIONS
from iossim.router.archive import Archive
from iossim.router.clock import Clock
from iossim.router.config_log import ConfigLog
from iossim.router.configuration_lock import ConfigurationLock
from iossim.router.debugging import Debugging
from iossim.router.facts.chassis import REGISTER
from iossim.router.faults import Faults
from iossim.router.flash import Flash
from iossim.router.isakmp import Isakmp
from iossim.router.links import Links
from iossim.router.log import Log
from iossim.router.network import Network
from iossim.router.notes import NOTES
from iossim.router.nvram import Nvram
from iossim.router.packet_capture import PacketCapture
from iossim.router.phones import Phones
from iossim.router.protect import protect, too_short
from iossim.router.reloads import Reloads
from iossim.router.replacing import ALWAYS
from iossim.router.rollback import Rollback
from iossim.router.terminal_lines import TerminalLine, tty_of
from iossim.router.xml_state import XmlOptions, XmlStatistics
from iossim.versions import NEWEST

#: The terminal line of the service engine of a 2900.
_TERMINAL_LINE = "2"
#: The bit of the configuration register that leaves the startup-config out.
_IGNORES_STARTUP = 0x0040


@dataclass(frozen=True, slots=True)
class Saved:
    """The result of saving the startup-config.

    Attributes:
        ok: it was saved.
        message: the line that the router prints if it was not, or if there is no copy in the archive; else "".
    """

    ok: bool
    message: str = ""


class RouterCore:
    """One simulated router.

    Life: made with the configuration of a new router, or with another one; sessions and requests change it line by line.

    Args:
        nvram: keeps the startup-config; None keeps it in memory.
        clock: the router's clock.
        language: the grammars; None for the grammars of iossim.
        cme_version: the version of Unified CME that the router reports.
        platform: the router model whose limits apply; None for the widest limits.
        text: the configuration that it starts with; None for the configuration of a new router.

    Attributes:
        lock: held by the thread that works on the router: the thread of a server, or one that calls the library.
        capture: the folder that records requests and sessions; None: nothing is recorded.
        faults: the faults that are simulated.
        down_until: the end of a slow reload; None: there was none.
        extra_users: users of a program, beside those of the configuration: names, and passwords; at privilege level 15.
        starts: number of starts; the first one is that of the power.
        next_register: the configuration register of the next start.
        reloaded_at: the time of the last reload; None if there was none, or if nobody had set the clock then.

    Raises:
        NvramError: the nvram folder cannot be used, or another process uses it.
    """

    def __init__(
        self,
        nvram: Nvram | None = None,
        clock: Clock | None = None,
        language: Language | None = None,
        cme_version: str = NEWEST,
        platform: Platform | None = None,
        text: str | None = None,
    ) -> None:
        self.lock = RLock()
        self.extra_users: dict[str, str] = {}
        self.clock = clock or Clock()
        self.capture: CaptureFolder | None = None
        self.faults = Faults(self.clock)
        self.down_until: datetime | None = None
        self.log = Log(self.clock)
        self.nvram = nvram or Nvram()
        self.nvram.open()
        self.flash = Flash(self.nvram.folder / "flash" if self.nvram.folder is not None else None, self.clock)
        if self.nvram.locked:
            self.flash.remove_leftovers()
        self.language = language
        self.cme_version = cme_version
        self.platform = platform
        self.findings: list[Diagnostic] = []
        self._changed: tuple[datetime, str] | None = None
        self.lines: list[TerminalLine] = []
        self.line_uses: dict[int, int] = {}
        self.configuration_lock = ConfigurationLock(self)
        self._saved_at = 0
        self.config = Configuration(language, platform)
        self.debugging = Debugging()
        self.packet_capture = PacketCapture(self.log)
        self.phones = Phones(self.config, self.clock, self.log, self.debugging, self.apply)
        self.xml_statistics = XmlStatistics()
        self.xml_options = XmlOptions()
        self.keys: dict[str, int] = {}
        self.ssh = ""
        self.key_times: dict[str, datetime] = {}
        self.starts = 0
        self.reloaded_at: datetime | None = None
        self.next_register = REGISTER
        self.reloads = Reloads(self.clock, self.log, self.announce, self.reload)
        self.restart(text)
        self.clock.advanced.append(self._advance)

    def load(self, text: str) -> list[Diagnostic]:
        """Reads a configuration on top of the running-config.

        Args:
            text: the configuration.

        Returns:
            The findings, in the order of the lines; also in `findings`.
        """
        self.findings = read_lines(self.config, without_surrogates(text).split("\n"))
        self._protect_all()
        return self.findings

    def _protect_all(self) -> None:
        for section in self.config.root.walk():
            for identity, command in list(section.entries.items()):
                if command.form.rule.secrets:
                    section.entries[identity] = protect(self.config, command)

    def restart(self, text: str | None) -> list[Diagnostic]:
        """Restarts the router: phones, debugging, counters and uptime start again.

        Args:
            text: the startup-config; None for the configuration of a new router.

        Returns:
            The findings in the text, in the order of the lines; also in `findings`.
        """
        self.starts += 1
        self.reloaded_at = self.clock.now() if self.starts > 1 and self.clock.is_set else None
        self.flash.start()
        self.config = Configuration(self.language, self.platform)
        self.clock.start(self.config)
        self.log.start(self.config)
        self.phones = Phones(self.config, self.clock, self.log, self.debugging, self.apply)
        self.debugging.clear()
        self.packet_capture.clear()
        self.xml_statistics = XmlStatistics()
        self.xml_options.save_pending = False
        self._changed = None
        model = self.platform or platform_of(USUAL)
        ports = model.ports
        findings = self.load(bare_configuration(ports) if text is None else text)
        for line in ALWAYS:
            command = match(self.config.root.mode, line)
            assert isinstance(command, Command)
            if self.config.root.get(command.name) is None:
                apply(self.config, self.config.root, command)
        in_text, voice = ports_in(self.config.root), voice_ports_in(self.config.root)
        cards = [name for name in in_text if has_group(self.config.root, name) is None]
        self.config.ports = Ports(
            [*cards, *(ports if self.platform is not None or not in_text else ())],
            lambda name: name in voice or ((self.platform is not None or not voice) and model.has_voice_port(name)),
        )
        self.links = Links(self.config, self.clock, self.log)
        Isakmp(self.config, self.log)
        self.network = Network(self.config, self.clock, self.links, self.phones)
        self.archive = Archive(self)
        self.rollback = Rollback(self)
        self.config_log = ConfigLog(self.config, self.log)
        self._saved_at = self.config.changes
        entry = self.config.root.get("config_register")
        if entry is not None and not entry.negative:
            self.next_register = entry.words[-1].lower()
        self.register: str = self.next_register
        self.findings = [] if text is None else findings
        return self.findings

    def open_line(self, line: TerminalLine) -> None:
        """Adds a line with a session, and counts it as a use of its terminal line."""
        self.lines.append(line)
        if line.name != "http":
            number = tty_of(line, self.platform).number
            self.line_uses[number] = self.line_uses.get(number, 0) + 1

    def reload(self, by: str, reason: str) -> None:
        """Restarts the router from its startup-config, and closes all lines. A register like 0x2142 leaves the startup-config out.

        Args:
            by: the line and user, for the log: `console`, `bob on vty0`.
            reason: the reason, for the log.

        Raises:
            NvramError: the startup-config cannot be read; nothing has happened.
        """
        register = self.next_register
        text = None if int(register, 16) & _IGNORES_STARTUP else self.nvram.read()
        self.reloads.plan = None
        self.restart(text)
        self.register = self.next_register = register
        slow = self.faults.hit("reload slow")
        self.down_until = self.clock.now() + timedelta(seconds=slow.value) if slow is not None else None
        self.log("SYS", 5, "RELOAD", f"Reload requested by {by}. Reload Reason: {reason}.")
        for line in list(self.lines):
            line.close()

    @property
    def is_down(self) -> bool:
        """True while the router restarts slowly (`simulate fault reload slow`): no port is open."""
        return self.down_until is not None and self.clock.now() < self.down_until

    def announce(self, text: str) -> None:
        """Shows a text on all lines."""
        for line in self.lines:
            line.show(text)

    def advance(self) -> None:
        """Runs the timers that are due, for a program that waits without another access."""
        self.links.advance()
        self.phones.advance()
        self.archive.advance()
        self.rollback.advance()
        self.reloads.advance()

    def _advance(self) -> None:
        """Runs the timers after time has passed at once, while no other thread works on the router."""
        with self.lock:
            self.advance()

    def hardware_lines(self, wanted: Configuration) -> list[str]:
        """The lines of the ports, and of the terminal line of a service engine, that this configuration names and another one does not.

        Args:
            wanted: the other configuration, which cannot take them away. A channel goes with its group of time slots.
        """
        root = self.config.root
        names = sorted(set(ports_in(root)) - set(ports_in(wanted.root))) if self.config.ports is not None else []
        names = [name for name in names if not has_group(root, name)]
        lines = [line for name in names for line in _new_port(name)]
        terminal = self.config.section("line", _TERMINAL_LINE)
        if terminal is not None and wanted.section("line", _TERMINAL_LINE) is None:
            lines += [f"line {_TERMINAL_LINE}", *(f" {command.text}" for command in terminal.entries.values())]
        return lines

    @property
    def hostname(self) -> str:
        """The router's name."""
        entry = self.config.root.effective("hostname")
        return entry.words[-1].strip('"') if entry else "Router"

    @property
    def register_text(self) -> str:
        """The line of `show boot` and `show version` with the configuration register, and its value at the next start."""
        later = f" (will be {self.next_register} at next reload)" if self.next_register != self.register else ""
        return f"Configuration register is {self.register}{later}"

    @property
    def running_config(self) -> str:
        """The running-config, from its first command to `end`."""
        return self.running_text()

    def running_text(self, permits: Permits | None = None, defaults: bool = False, apart: bool = False) -> str:
        """The running-config that a user may see.

        Args:
            permits: the commands that the user may see; None for all.
            defaults: include the commands that are in force by default.
            apart: include those that the router keeps outside its configuration.
        """
        return "\n".join(render(self.config.root, Printing(permits, self.cme_version, defaults, apart))) + "\n"

    def has(self, command: Command) -> bool:
        """True if the router's version of Unified CME has a command (`//@ refused`)."""
        return command.form.rule.exists_in(self.cme_version)

    def apply(self, section: Section, command: Command) -> Applied:
        """Applies a command: hides or hashes its secrets, takes down the phones that it removes, and runs its action.

        Args:
            section: the section of the command's mode.
            command: the command.
        """
        if command.form.rule.secrets and not command.negative:
            if refused := too_short(self.config, command):
                return Applied(section, refused=refused)
            command = protect(self.config, command)
        if refused := self.phones.refusal(section, command):
            return Applied(section, refused=refused)
        self.phones.prepare(section, command)
        notes, off = command.form.rule.follow_up, command.negative or command.reset
        new = bool(notes) and not off and section.entries.get(command.form.identity(command.words)) is None
        applied = apply(self.config, section, command)
        if notes and applied.accepted:
            applied.says += NOTES[notes](self, section, command, new)
        if applied.action and applied.accepted:
            output = ACTIONS[applied.action](self, section, command) if applied.action in ACTIONS else ""
            if isinstance(output, Asking):
                return Applied(applied.section, says=applied.says, asks=output)
            return Applied(applied.section, says=applied.says + output)
        if command.name == "service_password_encryption" and not command.negative:
            self._protect_all()
        return applied

    @property
    def modified(self) -> bool:
        """True if the configuration has changed since it was loaded or saved."""
        return self.config.changes != self._saved_at

    def changed_by(self, user: str) -> None:
        """Records the user, "" for none, and the time of the last change of the configuration."""
        self._changed = self.clock.now(), user

    @property
    def last_change(self) -> str:
        """The line of `show running-config` with the time and user of the last change; "" if there was no change."""
        if self._changed is None:
            return ""
        moment, user = self._changed
        return f"! Last configuration change at {self.clock.stamp(moment)}" + (f" by {user}" if user else "")

    def set_clock(self, moment: datetime, origin: str) -> None:
        """Sets the time of day, with the message about it, which still has the mark of the time before.

        Args:
            moment: the new time, in UTC.
            origin: the line and its user: `console by console`.
        """
        before = self.clock.stamp()
        self.clock.go_to(moment)
        self.report_clock(before, origin)
        self.clock.is_set = True

    def report_clock(self, before: str, origin: str) -> None:
        """Logs that the user changed the clock or its time zone.

        Args:
            before: the time before the change, as `Clock.stamp` prints it.
            origin: the line and its user: `console by console`.
        """
        text = f"System clock has been updated from {before} to {self.clock.stamp()}, configured from {origin}."
        self.log("SYS", 6, "CLOCKUPDATE", text)

    def save(self) -> Saved:
        """Writes the running-config to the startup-config."""
        try:
            self.nvram.write("!\n" + self.running_text(apart=True))
        except NvramError as error:
            return Saved(False, error.report)
        self._saved_at = self.config.changes
        if self.archive.with_memory and (message := self.archive.save()):
            return Saved(True, message)
        return Saved(True)

    def mark_saved(self) -> None:
        """Marks the running-config as unmodified."""
        self._saved_at = self.config.changes


def _new_port(name: str) -> list[str]:
    """The section of a port of a new router."""
    return [f"interface {name}", *(f" {line}" for line in new_lines(name))]


def bare_configuration(ports: Iterable[str]) -> str:
    """The configuration of a new router with these ports."""
    text = resources.files("iossim.router").joinpath("bare.cfg").read_text(encoding="utf-8")
    interfaces = "".join(f"{line}\n" for name in ports for line in _new_port(name))
    return text.replace("ip forward-protocol nd\n", f"{interfaces}ip forward-protocol nd\n")


def read_configuration(path: str | Path) -> str:
    """The text of a configuration file.

    Args:
        path: the file.

    Raises:
        ConfigurationError: it cannot be read, or is no text.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ConfigurationError(f"cannot read {path}: {error.strerror}") from error
    text = decode(data)
    if text is None:
        raise ConfigurationError(f"{path} is not a text file (it holds NUL bytes)")
    return text.text
