"""A session: one user on one line. It knows the mode and the privilege level, and returns the output of every line."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace

import msgspec

from iossim.config import Section
from iossim.config.constraints import live_bound
from iossim.config.limits import LONGEST_LINE
from iossim.escape import escaped_lines, forbidden, without_forbidden
from iossim.exec import Misplaced, Question, Reply, run
from iossim.exec.system.connections import address_of, connection
from iossim.exec.system.help import HELP
from iossim.exec.text import is_confirmed
from iossim.files.decoding import without_surrogates
from iossim.language import Ambiguous, Command, Incomplete, Invalid, Mode, Outcome, Unfinished, follow, match, match_in, unfinished
from iossim.router import RouterCore
from iossim.router.aliases import alias_mode, aliases, command_of
from iossim.router.terminal_lines import idle_limit
from iossim.session import helping, wording
from iossim.session.access import LevelAccess, Moves, ReleaseAccess, release_access
from iossim.session.aliases import Expansion, expand
from iossim.session.login import line_section
from iossim.session.modifiers import Filter, modified, read_modifier, split_modifier
from iossim.session.opening import login_again, opening
from iossim.session.results import LineResult, column_of, free_number, looks_up, question_of, time_stamp
from iossim.session.terminal import History, TerminalSettings

#: The hostname is cut to this many characters in configuration prompts.
PROMPT_NAME = 20
#: The highest privilege level: every command exists.
_HIGHEST = 15


class Session:
    """A session of a user on the router.

    Life: `Router.session` makes it; `execute` takes one line after the other; it is over when `closed` is True. A session that is
    not closed stays a line of the router (`show users`).

    Args:
        router: the router.
        privilege: privilege level at the beginning, 0 to 15.
        user: name of the user; None without a login.
        line: "console", "vty", "library" or "http".
        address: address of the user, for the log.
        number: the number of the vty line, from 0; None for the first free one.
    """

    def __init__(
        self,
        router: RouterCore,
        privilege: int = 15,
        user: str | None = None,
        line: str = "library",
        address: str = "",
        number: int | None = None,
    ) -> None:
        self.router = router
        self.level = privilege
        self.user = user
        self.name = line
        self.address = address
        self.number = free_number(router) if number is None else number
        self._opened = self._last_input = router.clock.uptime()
        self.terminal = TerminalSettings(length=0 if line in ("library", "http") else 24)
        self.closed = False
        self.wrong_logins = 0
        self.section: Section | None = None
        self._configuring = 0
        self._config = router.config
        self._question: Question | None = None
        self._unfinished: Unfinished | None = None
        self._typed = Expansion("", "")
        self._exec_history, self._config_history = History(), History()
        self._messages: deque[str] = deque(maxlen=1000)
        self._access: LevelAccess | None = None
        self._access_key: tuple[int, int, frozenset[str]] = (-1, -1, frozenset())
        self._unlisten: Callable[[], None] = router.log.listen(self._hear, "console" if line == "console" else "monitor")
        router.open_line(self)

    # -- for front ends ------------------------------------------------------------------------------------------------------------

    @property
    def prompt(self) -> str:
        """The text before the next line: the prompt of the router, or a question."""
        if self._question is not None:
            return self._question.prompt
        name = self.router.hostname
        if self._unfinished is not None:
            return f"{name[:PROMPT_NAME]}{self._unfinished.prompt}" if self._unfinished.prompt else ""
        if self.section is None:
            return f"{name}{'#' if self.level > 1 else '>'}"
        return f"{name[:PROMPT_NAME]}{self.section.prompt}"

    @property
    def echo(self) -> bool:
        """False if the next line is a password."""
        return self._question is None or self._question.echo

    @property
    def asking(self) -> bool:
        """True if the next line is no command, but an answer or a line of a longer text: `?` and Tab are ordinary characters."""
        return self._question is not None or self._unfinished is not None

    @property
    def in_configuration(self) -> bool:
        """True in a configuration mode."""
        return self.section is not None

    def history(self) -> list[str]:
        """The lines typed in EXEC, or in configuration, oldest first."""
        return list((self._exec_history if self.section is None else self._config_history).lines)

    def messages(self) -> str:
        """The log messages that have arrived for this line; they are returned once."""
        text = "".join(f"{message}\n" for message in self._messages)
        self._messages.clear()
        return text

    def open(self) -> str:
        """Opens the line; returns the text before the first prompt, such as banners. If a login is required, the prompt asks for it."""
        return self._show(opening(self, self.number)).output

    # -- typing --------------------------------------------------------------------------------------------------------------------

    def execute(self, line: str) -> str:
        """Executes a line.

        Args:
            line: a command, or the answer to an open question.

        Returns:
            The output, without the echo of the line and without the next prompt; "" if there is none.
        """
        return self.run(line).output + (self.messages() if self.name == "console" else "")

    def run(self, line: str) -> LineResult:
        """Executes a line; returns its result for programs.

        Args:
            line: a command, or the answer to an open question. It has 4,096 characters at most, and no control characters.
        """
        if self._has_timed_out():
            self.close()
            return LineResult(True, "")
        self.note_input()
        self._renew()
        self.router.advance()
        if self.closed:  # a planned reload was due
            return LineResult(True, "")
        self._renew()  # a change may have been taken back
        self.router.rollback.used()
        line = without_surrogates(line).rstrip("\r\n")
        if self._question is not None:
            question, self._question = self._question, None
            return self._show(question.answer(without_forbidden(line)))
        if len(line) > LONGEST_LINE:
            return LineResult(False, wording.caret(len(self.prompt) + len(line) - len(line.lstrip())), wording.INVALID)
        if self._unfinished is not None:
            return self._continue(without_forbidden(line))
        if (at := forbidden(line)) >= 0:
            return LineResult(False, wording.caret(len(self.prompt) + at), wording.INVALID)
        if not line.strip() or line.lstrip()[0] == "!":
            return LineResult(True, "")
        (self._exec_history if self.section is None else self._config_history).add(line, self.terminal.history_size)
        return self._exec(line) if self.section is None else self._configure(line)

    def help(self, line: str) -> str:
        """The output of `?` after the beginning of a line."""
        self._renew()
        if len(line) > LONGEST_LINE or forbidden(line) >= 0:
            return f"{wording.UNRECOGNIZED}\n"
        mode = self._mode()
        shown: list[str] = []
        if len(line.split()) > 1 or line.endswith(" "):
            line = self._expanded(line, mode).text
        elif line:
            names = aliases(self.router.config.root, alias_mode(mode.name))
            shown = [f"*{name}={command}" for name, command in sorted(names.items()) if name.startswith(line)]
        return helping.help_text(mode, line, self.limits(), self._live_bound, self._modifiers(), shown, self.terminal.width)

    def complete(self, line: str) -> str:
        """The line after Tab: with its last word completed, or unchanged."""
        self._renew()
        if len(line) > LONGEST_LINE or forbidden(line) >= 0:
            return line
        mode = self._mode()
        expanded = self._expanded(line, mode) if len(line.split()) > 1 else Expansion(line, line)
        text = helping.completed(mode, expanded.text, self.limits(), self._modifiers())
        return line[: expanded.end] + text[expanded.end + expanded.shift :]

    def interrupt(self) -> str:
        """Ctrl-C: drops an open question, but that of a login, and leaves configuration; returns the output."""
        if self._question is not None and self._question.required:
            return self.run("").output
        self._question = self._unfinished = None
        self._leave_configuration()
        return ""

    def end(self, line: str = "") -> str:
        """Ctrl-Z: executes the line, then ends a text of several lines, or leaves configuration; returns the output."""
        text = self.execute(line) if line.strip() else ""
        if self._question is not None and self._question.end is not None:
            ended, self._question = self._question.end, None
            return text + self._show(ended()).output
        self._leave_configuration()
        return text + (self.messages() if self.name == "console" else "")

    # -- for EXEC commands (exec.command.Line) ----------------------------------------------------------------------------------------

    @property
    def origin(self) -> str:
        """The line and its user, as log messages name them: `console by console`, `console by bob on vty0 (192.0.2.5)`."""
        return wording.origin(self.name, self.user, self.address, self.number)

    def log_in(self) -> Reply:
        """Asks for the user or password that the line requires; nothing if it requires none."""
        return login_again(self, self.number)

    def enter_configuration(self) -> None:
        """Enters global configuration mode."""
        self.section = self.router.config.root
        self._configuring = self.router.config_log.new_session()

    def type_configuration(self, text: str) -> Iterator[str]:
        """Types the lines of a configuration, from global configuration up to `end`.

        A question gets the answer of programs that cannot be asked.

        Yields:
            The lines that are refused, each before its message.
        """
        before = self.section
        self.enter_configuration()
        for line in map(without_forbidden, without_surrogates(text).replace("\r\n", "\n").split("\n")):
            if self._unfinished is None and line.strip().lower() == "end":
                break
            margin = " " * len(self.prompt)
            result = self._copied(line)
            while self._question is not None:
                question, self._question = self._question, None
                result = self._show(question.answer(question.default))
            if not result.accepted:
                yield line
                yield result.output.removeprefix(margin).removesuffix("\n")
        self.section, self._unfinished = before, None

    def _copied(self, line: str) -> LineResult:
        """Executes a line of configuration, or adds it to a longer text."""
        assert self.section is not None
        if self._unfinished is not None:
            return self._continue(line)
        if not line.strip() or line.lstrip()[0] == "!":
            return LineResult(True, "")
        if line.strip().lower() == "exit":
            self.section = self.section.parent or self.section
            return LineResult(True, "")
        return self._configure(line)

    def close(self) -> None:
        """Ends the session."""
        self._renew()
        self._leave_configuration()
        self.closed = True
        self._unlisten()
        if self in self.router.lines:
            self.router.lines.remove(self)

    @property
    def idle(self) -> int:
        """Seconds since the last input."""
        return max(0, self.router.clock.uptime() - self._last_input)

    def note_input(self) -> None:
        """Notes that the user has typed something now."""
        self._last_input = self.router.clock.uptime()

    @property
    def seconds_open(self) -> int:
        """Seconds since the session began."""
        return max(0, self.router.clock.uptime() - self._opened)

    def show(self, text: str) -> None:
        """Shows a message of another user, with the log messages."""
        self._messages.append(text)

    def may_see(self, command: Command) -> bool:
        """True if the privilege level of the user is high enough for a command; others do not see it either."""
        return self.limits().permits(command.form)

    # -- inside --------------------------------------------------------------------------------------------------------------------

    def _has_timed_out(self) -> bool:
        """True if the console has had no input for the time of `exec-timeout`; the line that is typed then only opens it again."""
        if self.name != "console" or not self.idle:  # the shortest limit is one second
            return False
        limit = idle_limit(line_section(self.router, self.name))
        return bool(limit) and self.idle >= limit

    def _renew(self) -> None:
        """Leaves sections that no longer exist: after a reload, or after another session removed them."""
        if self._config is not self.router.config:
            self._config = self.router.config
            self.section = None
        section = self.section
        while section is not None and section.parent is not None:
            if not section.stands:
                self.section = section.parent
            section = section.parent
        if self.section is None:
            self._unfinished = None

    def limits(self) -> ReleaseAccess:
        """The commands that the user has."""
        words = self.section.header_words if self.section is not None else frozenset[str]()
        if self.level >= _HIGHEST:
            return release_access(self.router.cme_version, words)
        key = (self.level, Moves.of(self.router.config).changes, words)
        if self._access is None or self._access_key != key or self._access.configuration is not self.router.config:
            self._access, self._access_key = LevelAccess(self.router.config, self.level, self.router.cme_version, words), key
        return self._access

    def _mode(self) -> Mode:
        return self.section.mode if self.section is not None else self._config.language.mode("exec")

    def _modifiers(self) -> Mode:
        """The grammar of output modifiers, which follow `|`."""
        return self._config.language.mode("output_modifier")

    def _live_bound(self, name: str) -> int | None:
        return live_bound(self.router.config, name)

    def _expanded(self, line: str, mode: Mode, start: int = 0) -> Expansion:
        root, name = self.router.config.root, alias_mode(mode.name)
        return expand(line, lambda word: command_of(root, name, word), start)

    def _exec(self, typed: str, start: int = 0) -> LineResult:
        """Executes an EXEC command.

        Args:
            typed: the line.
            start: the column where the command begins.
        """
        mode = self._config.language.mode("exec")
        self._typed = self._expanded(typed, mode, start)
        line = self._typed.text
        text, modifier = split_modifier(line)
        outcome: Outcome = match(mode, text, self.limits())
        output_filter: Filter | None = None
        if isinstance(outcome, Command) and modifier is not None:
            modifying = read_modifier(self._modifiers(), line, modifier, outcome)
            if not isinstance(modifying, Filter):
                return self._problem(modifying, line)
            output_filter = modifying
        if isinstance(outcome, Command):
            stamp = time_stamp(self.router) if self.terminal.switches.get("exec prompt timestamp") else ""
            result = run(self, outcome)
            if isinstance(result, Misplaced):
                return self._caret(line, outcome, result.word)
            shown = self._show(result, output_filter)
            return replace(shown, output=stamp + shown.output) if stamp else shown
        if isinstance(outcome, Invalid) and outcome.words == 0 and len(line.split()) == 1:
            if self.name != "http" and address_of(self.router, line.strip()) is not None:
                return self._show("".join(f"{text}\n" for text in connection(self.router, line.strip())))
            if self.name != "http" and looks_up(self.router):
                return LineResult(False, wording.unknown_host(line), wording.unknown_host(line).split("\n")[1])
        if isinstance(outcome, Incomplete) and (says := wording.subcommands(follow(mode, text, self.limits()))):
            return LineResult(False, f"{says}\n", says)
        return self._problem(outcome, line)

    def _show(self, result: str | Question, output_filter: Filter | None = None) -> LineResult:
        if isinstance(result, Question):
            if self.name == "http":
                return self._show(result.end() if result.end is not None else result.answer(result.default))
            self._question = result
            return LineResult(True, result.says)
        text = escaped_lines(result if output_filter is None else modified(self, output_filter, result))
        refused = next((line for line in text.split("\n", 2)[:2] if line.startswith("%") and not line.startswith("%%")), "")
        return LineResult(not refused, text, refused)

    def _configure(self, typed: str) -> LineResult:
        assert self.section is not None
        self._typed = self._expanded(typed, self.section.mode)
        line = self._typed.text
        chain = self._config.language.chain(self.section.mode.name)
        outcome = match_in(chain, line, self.limits())
        if not isinstance(outcome, Command):
            return self._problem(outcome, line)
        if outcome.form.session and not outcome.negative:
            return self._move(outcome, line)
        self._unfinished = unfinished(outcome)
        if self._unfinished is not None:
            says = f"{self._unfinished.says}\n" if self._unfinished.says else ""
            if self._unfinished.waits:
                return LineResult(True, says)
            applied = self._apply(outcome, line)
            return replace(applied, output=says + applied.output) if applied.accepted else applied
        return self._apply(outcome, line)

    def _continue(self, line: str) -> LineResult:
        assert self._unfinished is not None
        waits = self._unfinished.waits
        command = self._unfinished.feed(line)
        if command is None:
            return LineResult(True, "")
        self._unfinished = None
        return self._apply(command, line) if waits else LineResult(True, "")

    def _apply(self, command: Command, line: str) -> LineResult:
        section = self.section
        assert section is not None
        while section.mode.name != command.mode and section.parent is not None:
            section = section.parent
        if locked := self.router.configuration_lock.refusal(self):
            return LineResult(False, f"{locked}\n", locked)
        rule = command.form.rule
        if rule.confirms and command.negative and section.entries.get(command.form.identity(command.words)) is not None:
            return self._show(Question(f"{rule.confirms} [confirm]", lambda typed: self._confirmed(section, command, typed)))
        before, zone = self.router.clock.stamp(), self.router.clock.zone
        applied = self.router.apply(section, command)
        if self.router.clock.zone is not zone:
            self.router.report_clock(before, self.origin)
        if applied.refused:
            return LineResult(False, f"{applied.refused}\n", applied.refused)
        if applied.word >= 0:
            return self._caret(line, command, applied.word)
        self._record(section, command)
        self.section = applied.section
        if applied.asks is not None:
            return self._show(question_of(applied.asks, applied.says))
        return LineResult(True, applied.says)

    def _record(self, section: Section, command: Command) -> None:
        """Records a command in the log of configuration commands."""
        log = self.router.config_log
        if log.enabled:
            line = self.name if self.name in ("console", "http") else f"vty{self.number}"
            log.record(
                self._configuring, f"{self.user or ('console' if line == 'console' else 'unknown')}@{line}", section, command
            )

    def _confirmed(self, section: Section, command: Command, typed: str) -> str:
        """Applies a command after its question; any answer but Enter and `y` gives it up."""
        if not is_confirmed(typed):
            return ""
        self._record(section, command)
        return self.router.apply(section, command).says

    def _move(self, command: Command, line: str) -> LineResult:
        """`end`, `exit`, `do` and `help` inside configuration."""
        assert self.section is not None
        if command.name == "do":
            # Blanks instead of `do`, so that the caret is below the right column.
            start = line.rfind(command.words[1])
            return self._exec(" " * start + command.words[1], start)
        if command.name == "help":
            return LineResult(True, HELP)
        if command.form.rule.action == "exit" and self.section.parent is not None:
            self.section = self.section.parent
        else:
            self._leave_configuration()
        return LineResult(True, "")

    def _leave_configuration(self) -> None:
        if self.section is None:
            return
        self.section = self._unfinished = None
        self.router.configuration_lock.release(self)
        self.router.changed_by(self.user or "")
        self.router.log("SYS", 5, "CONFIG_I", f"Configured from {self.origin}")

    def _problem(self, problem: Incomplete | Ambiguous | Invalid, line: str) -> LineResult:
        if isinstance(problem, Invalid):
            problem = msgspec.structs.replace(problem, column=self._typed.column(problem.column + problem.letters))
        return LineResult(False, wording.word(problem, line, self.prompt), wording.message(problem, line))

    def _caret(self, line: str, command: Command, word: int) -> LineResult:
        """The refusal of a word of a command."""
        column = self._typed.column(column_of(line, command, word))
        return LineResult(False, wording.caret(len(self.prompt) + column), wording.INVALID)

    def _hear(self, message: str) -> None:
        if self.name == "console":
            self._messages.append(message)
        elif self.terminal.monitor:
            self.router.log.counts["monitor"] += 1
            self._messages.append(message)
