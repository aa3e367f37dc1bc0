"""The place in the config tree where the next line of a text belongs."""

from __future__ import annotations

import msgspec

from iossim.config import Configuration, Section
from iossim.files.lines import TextLine, TextLines
from iossim.language import Command, Identity, Mode, is_refused_around, match_in


class UnreadSection(msgspec.Struct, frozen=True):
    """A section that is not read: its lines are kept as they stand.

    Attributes:
        depth: its lines are indented at least this far.
        prompt: the mode in the prompts of its lines, in a pasted session; "" without prompts.
        reason: why it is not read, for messages: "is not known" or "was refused".
    """

    depth: int
    prompt: str
    reason: str


class Cursor:
    """The place in the config tree where the next line belongs.

    Args:
        configuration: the tree.

    Attributes:
        section: the current section.
        chain: its mode and the modes around it.
        entered_last: the command entered last in the section; None: none yet.
        unread: the section that is not read now; None: lines are read.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.section = configuration.root
        self.chain: tuple[Mode, ...] = configuration.language.chain("global")
        self.entered_last: Command | None = None
        self.unread: UnreadSection | None = None
        self._opened: dict[Section, int] = {}
        self._margin = (0, -1)  # line of a header, and its margin

    @property
    def opened(self) -> int | None:
        """Number of the line that opened the section; None for the configuration itself, or if it was there before."""
        return self._opened.get(self.section)

    @property
    def depth(self) -> int:
        """Number of sections around a line of this section; 0 for the configuration itself."""
        depth, section = 0, self.section
        while section.parent is not None:
            depth, section = depth + 1, section.parent
        return depth

    @property
    def last(self) -> Identity | None:
        """Identity of the command entered last in the section; a line that is kept stands after it. None: none yet."""
        command = self.entered_last
        return command.form.identity(command.words) if command is not None else None

    @property
    def place(self) -> Identity | None:
        """Identity of the entry that a kept line stands after; that of a line of a numbered list, which is an entry of its section."""
        command, last = self.entered_last, self.last
        listed = command is not None and command.form.rule.listed_in and not command.negative
        return last if listed or last in self.section.entries else None

    @property
    def last_command(self) -> Command | None:
        """The command entered last in the section, if it is still there."""
        last = self.last
        return self.section.entries.get(last) if last is not None else None

    def owner(self, command: Command) -> Section:
        """The section that a command belongs to: the current one or one around it."""
        section, mode = self.section, command.form.mode
        while section.mode.name != mode and section.parent is not None:
            section = section.parent
        return section

    def move(self, section: Section) -> None:
        """Makes a section around the current one the current section, after the one that is left."""
        if section is self.section:
            return
        inner: Section | None = self.section
        while inner is not None and inner.parent is not section:
            inner = inner.parent
        self.section = section
        self.chain = self.configuration.language.chain(section.mode.name)
        self.entered_last = inner.header if inner is not None else None

    def left_by(self, raw: str, command: Command, lines: TextLines) -> bool:
        """Leaves the section of a command at a line that a mode around it has, too, and that stands outside by its indentation.

        `username` after the lines of a voice register pool is a user of the router, `sip` in voice service voip is no `sip-ua`.

        Args:
            raw: the line with its blanks.
            command: its command in this section.
            lines: the lines of the text.
        """
        if self.opened is None or command.form.session:
            return False
        if self.opened != self._margin[0]:
            self._margin = (self.opened, lines.margin(self.opened))
        if len(raw) - len(raw.lstrip()) > self._margin[1]:
            return False
        left = 1 + next((index for index, mode in enumerate(self.chain) if mode.name == command.form.mode), 0)
        around = match_in(self.chain[left:], raw.strip())
        if not isinstance(around, Command) or around.form.loose or (spells(raw, command) and not spells(raw, around)):
            return False
        for _ in range(left):
            self.leave()
        return True

    def leave(self) -> None:
        """Leaves the section; the configuration itself cannot be left."""
        self.move(self.section.parent or self.configuration.root)

    def holds(self, lines: TextLines, line: TextLine) -> bool:
        """True if a line belongs to the section by its indentation.

        Args:
            lines: the lines of the text.
            line: the line.
        """
        opened = self.opened
        return opened is not None and line.depth > lines.at(opened).depth

    def leave_before(self, lines: TextLines, line: TextLine) -> None:
        """Leaves the sections that a refused line stands outside of, by its indentation and by its first words.

        Args:
            lines: the lines of the text.
            line: the line.
        """
        while (
            (opened := self.opened) is not None and lines.stands_outside(line, opened) and is_refused_around(self.chain, line.text)
        ):
            self.leave()

    def entered(self, command: Command, section: Section, opened: Section) -> None:
        """Notes that a command has been entered.

        Args:
            command: the command.
            section: the section that it was entered in.
            opened: the section that it opened; the same section if it opened none.
        """
        if opened is not section:
            self._opened[opened] = command.line
            self.section = opened
            self.chain = self.configuration.language.chain(opened.mode.name)
            self.entered_last = None
        else:
            if section is not self.section:
                self.move(section)
            self.entered_last = command

    def unread_after(self, lines: TextLines, line: TextLine, reason: str) -> UnreadSection | None:
        """The section that a line would have opened, if the next line belongs to it; else the section that is skipped already.

        Args:
            lines: the lines of the text.
            line: the line.
            reason: why its section is not read.
        """
        if line.prompt:
            prompt = lines.next_prompt(line)
            return UnreadSection(1, prompt, reason) if prompt not in ("", "(config)", line.prompt) else None
        return UnreadSection(line.depth + 1, "", reason) if lines.deeper_follows(line) else self.unread

    def take_back(self, first: TextLine, line: TextLine, command: Command) -> None:
        """Removes the command that was read from the lines before a line, when it was only the beginning of another.

        Args:
            first: the first line of the other command.
            line: the line.
            command: the other command.
        """
        last = self.last
        if first.number < line.number and last is not None and last != command.form.identity(command.words):
            self.configuration.drop(self.section, last)

    def ends_unread(self, lines: TextLines, line: TextLine) -> bool:
        """True if the section that is not read has ended before a line, although that is indented.

        Pages indent what they show: after an empty line, a command of global configuration that opens a section begins another example.

        Args:
            lines: the lines of the text.
            line: the line.
        """
        if line.number == 1 or lines.raw[line.number - 2].strip():
            return False
        command = match_in(self.chain[-1:], line.text)
        if not isinstance(command, Command) or not command.form.rule.enters or not spells(line.text, command):
            return False
        self.unread = None
        self.move(self.configuration.root)
        return True

    def lacks_telephony_service(self, lines: TextLines) -> bool:
        """True if neither a text nor the configuration has telephony-service: other parts of it must stand elsewhere."""
        there = self.configuration.section("telephony_service") is not None or lines.has_telephony_service
        return not there and bool(self.configuration.language.openers("telephony_service"))


def spells(raw: str, command: Command) -> bool:
    """True if the line spells the first keyword of a command in full: `sip` does for `sip`, and does not for `sip-ua`."""
    words = raw.lower().split()
    return words[1 if command.negative or command.reset else 0] == command.words[0].lower()


def with_blank(command: Command, raw: str) -> None:
    """Keeps the blank at the end of a text of the user's own, which a router stores; more blanks are those of a terminal.

    Args:
        command: the command.
        raw: its line.
    """
    if command.form.ends_with_text and not command.negative and raw.endswith(" "):
        kept = len(raw) - len(raw.rstrip())
        if kept == 1 or command.form.multiline:
            command.words[-1] += " " * kept
