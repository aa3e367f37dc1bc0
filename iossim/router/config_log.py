"""The log of configuration commands (`archive`, `log config`, `logging enable`)."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config import Configuration, Section
from iossim.language import Command
from iossim.router.log import Log

_USUAL_SIZE = 100
_HIDDEN = "*"

#: The entry after each change of the users.
_USERS = "!config: USER TABLE MODIFIED"


@dataclass(frozen=True, slots=True)
class LoggedCommand:
    """A command in the log.

    Attributes:
        index: its number since the start of the router, from 1.
        session: the number of the configuration session, from 1.
        user: the user and line: `admin@vty0`, `console@console`.
        depth: the number of sections around it.
        text: the command, without its secrets.
    """

    index: int
    session: int
    user: str
    depth: int
    text: str


class ConfigLog:
    """The commands that changed the configuration, as many as `logging size` keeps.

    A secret that the router stores hashed is never in the log; `hidekeys` hides the other ones, too.

    Args:
        config: the configuration, with the settings.
        log: the router's log, for `notify syslog`.

    Attributes:
        commands: the commands that are kept, oldest first.
    """

    def __init__(self, config: Configuration, log: Log) -> None:
        self._config = config
        self._log = log
        self._count = 0
        self._sessions = 0
        self.commands: list[LoggedCommand] = []

    def new_session(self) -> int:
        """The number of a configuration session that begins."""
        self._sessions += 1
        return self._sessions

    @property
    def enabled(self) -> bool:
        """True with `logging enable`."""
        return self._has("logging_enable")

    def record(self, session: int, user: str, section: Section, command: Command) -> None:
        """Records a command, if the log is enabled.

        Args:
            session: the number of the configuration session.
            user: the user and line.
            section: the section that the command was entered in.
            command: the command, as typed.
        """
        if not self.enabled:
            return
        depth = 0
        while section.parent is not None:
            section, depth = section.parent, depth + 1
        text = _shown(command, self._has("hidekeys"))
        for entry in (text, _USERS) if command.words[0] == "username" else (text,):
            self._count += 1
            self.commands.append(LoggedCommand(self._count, session, user, depth, entry))
        del self.commands[: max(0, len(self.commands) - self._size)]
        if self._has("notify_syslog"):
            self._log("PARSER", 5, "CFGLOG_LOGGEDCMD", f"User:{user.partition('@')[0]}  logged command:{text} ")

    @property
    def _settings(self) -> Section | None:
        archive = self._config.section("archive")
        return archive.section("log_config") if archive is not None else None

    def _has(self, rule: str) -> bool:
        command = self._settings.get(rule) if self._settings is not None else None
        return command is not None and not command.negative

    @property
    def _size(self) -> int:
        command = self._settings.get("logging_size") if self._settings is not None else None
        return int(command.words[-1]) if command is not None and not command.negative else _USUAL_SIZE


def _shown(command: Command, hide: bool) -> str:
    """The first line of a command, with `*` in place of the secrets."""
    hashed = {field for field, storage in command.form.rule.secrets if storage == "hashed"}
    fields = {name for name, _ in command.form.rule.secrets} if hide else hashed
    places = command.form.places
    words = [
        _HIDDEN if at < len(places) and getattr(places[at].symbol, "field", "") in fields else word
        for at, word in enumerate(command.words)
    ]
    return Command(command.form, words, command.negative, command.reset).text.partition("\n")[0]
