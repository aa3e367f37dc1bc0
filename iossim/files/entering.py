"""Enters the commands of one file in the tree: plain ones at once, and refused ones again when what they need has been read."""

from __future__ import annotations

from iossim.config import Configuration, Section, apply, enter, plan_of
from iossim.config.applied import Applied
from iossim.config.checks.secrets import wrong_secret
from iossim.config.printed import note_left_out, note_shown_off
from iossim.files.cursor import Cursor
from iossim.files.lines import TextLine
from iossim.files.negatives import may_vanish, print_negative
from iossim.language import Command


class Entering:
    """Enters the commands of one file in the tree.

    Args:
        configuration: the tree.
        cursor: the place where the next line belongs; it moves to the section that a command opens.
    """

    def __init__(self, configuration: Configuration, cursor: Cursor) -> None:
        self._configuration = configuration
        self._cursor = cursor
        self._demanding: list[tuple[Section, int, TextLine, Command]] = []
        self._negated: list[tuple[Section, Command]] = []

    def at_once(self, number: int, section: Section, command: Command) -> bool:
        """Enters a whole command that gives nothing to report; returns False, with nothing done, if there is more to it.

        Args:
            number: number of its line.
            section: the section that it belongs to.
            command: the command.
        """
        form, configuration = command.form, self._configuration
        if form.secret and wrong_secret(command) is not None:
            return False
        plan = plan_of(form)
        if plan.silent and configuration.ports is None and not (command.negative or command.reset or section.members):
            for check in plan.checks:
                if check(configuration, section, command) is not None:
                    return False
            for named in plan.reading_checks:
                for _ in named(configuration, section, command):
                    return False
            command.line = number  # before it is entered: the entries that it is split into take it over
            opened = enter(configuration, section, command, plan)
        else:
            if form.session or form.multiline or may_vanish(section, command):
                return False
            command.line = number
            applied = apply(configuration, section, command)
            if applied.refused or applied.refusal is not None or applied.word >= 0:
                return False
            opened = applied.section
            self._note_negated(section, command)
        self._cursor.unread = None
        self._cursor.entered(command, section, opened)
        return True

    def store_refused(self, section: Section, command: Command, applied: Applied) -> Applied:
        """Stores a command whose refusal depends on the order of the lines alone: a file may have them in any order.

        Args:
            section: the section that it belongs to.
            command: the command.
            applied: its result.

        Returns:
            The result after that: the same one if the command is not stored.
        """
        refusal = applied.refusal
        if self._configuration.ports is not None or not command.form.rule.bounds or refusal is None or not refusal.ordered:
            return applied
        self._configuration.store(section, command.form.identity(command.words), command)
        return Applied(section, refusal=refusal)

    def note(self, section: Section, command: Command, opened: Section, *, vanishes: bool) -> None:
        """Notes a command that was entered, and moves the cursor.

        Args:
            section: the section that it was entered in.
            command: the command.
            opened: the section that it opened; the same section if it opened none.
            vanishes: the command is a negative one that removed nothing, and is printed as it stands.
        """
        self._cursor.entered(command, section, opened)
        self._note_negated(section, command)
        if vanishes:
            print_negative(self._configuration, section, command)

    def note_refused(self, section: Section, line: TextLine, command: Command) -> None:
        """Notes a command that was refused, and that may need a definition which stands further down.

        Args:
            section: the section that it belongs to.
            line: its line.
            command: the command.
        """
        if command.form.rule.demands:
            self._demanding.append((section, self._cursor.depth, line, command))

    def enter_demanding(self) -> None:
        """Enters lines that were refused for a definition that stands further down: it is printed above them, and read so again."""
        for section, depth, line, command in self._demanding:
            text = " " * depth + line.text
            for place, kept in section.kept.items() if section.stands else ():
                if text in kept and apply(self._configuration, section, command).accepted:
                    section.kept[place].remove(text)
                    break

    def finish(self) -> None:
        """Notes what the file as a whole says about its router: the defaults that it leaves out or shows."""
        if self._configuration.ports is None:
            note_left_out(self._configuration.root)
            note_shown_off(self._configuration.root, self._negated)
        self._configuration.touch(self._configuration.root)

    def _note_negated(self, section: Section, command: Command) -> None:
        """Notes a negative line that the text of a device may have in each of its ports."""
        if command.negative and command.form.rule.in_each_port:
            self._negated.append((section, command))
