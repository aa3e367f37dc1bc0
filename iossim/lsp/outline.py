"""The outline of a document: the command of every line, and the mode that it is typed in. After an edit, only changed lines are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iossim.config.limits import LONGEST_LINE
from iossim.files.noise import command_of, is_certificate
from iossim.language import Command, Language, unfinished
from iossim.lsp.document import changed
from iossim.lsp.index import NameIndex
from iossim.lsp.lines import OutlineLine, State, command_at
from iossim.lsp.names import names_in

#: A banner ends after so many lines at most; a delimiter that does not come again opens no text.
_LONGEST_TEXT = 500


class Outline:
    """The outline of a document.

    Args:
        language: the language of the configuration.
        raw: the lines of the document.

    Attributes:
        raw: the lines that were read last.
        lines: the outline of each of them.
        names: the names that they define and refer to.
    """

    def __init__(self, language: Language, raw: Sequence[str] = ("",)) -> None:
        self.language = language
        self.raw: Sequence[str] = []
        self.lines: list[OutlineLine] = []
        self.names = NameIndex()
        self.update(raw)

    def update(self, raw: Sequence[str]) -> int:
        """Takes over the lines of a document; returns the number of lines that were read for it.

        It begins at the first changed line, and ends where a line after the changed ones stands in the same place as before.
        """
        first, old, new = changed(self.raw, raw)
        first = self._text_before(first)
        state = self.lines[first].state if first < len(self.lines) else self._end()
        read, rest = list[OutlineLine](), len(self.lines)
        for index in range(first, len(raw)):
            before = index - new + old
            if index >= new and before < rest and self.lines[before].state == state:
                rest = before
                break
            line, state = self._read(state, raw, index)
            read.append(line)
        self.names.replace(first, rest, [names_in(line, raw[first + index]) for index, line in enumerate(read)])
        self.raw, self.lines = raw, [*self.lines[:first], *read, *self.lines[rest:]]
        return len(read)

    def read_alone(self, index: int, text: str) -> OutlineLine:
        """The outline of a line, if it had another text."""
        return self._read(self.lines[index].state, [text], 0)[0]

    def _end(self) -> State:
        """The state after the last line."""
        if not self.lines:
            return State(self.language.chain("global"))
        return self._read(self.lines[-1].state, self.raw, len(self.lines) - 1)[1]

    def _text_before(self, index: int) -> int:
        """The index of a command with a text before a line, which may end elsewhere after an edit; of the line itself if none is near."""
        for before in range(min(index, len(self.lines) - 1), max(-1, index - _LONGEST_TEXT), -1):
            command = self.lines[before].command
            if command is not None and command.form.multiline:
                return before
        return min(index, len(self.lines))

    def _read(self, state: State, raw: Sequence[str], index: int) -> tuple[OutlineLine, State]:
        """One line, and the state after it."""
        line = raw[index]
        text = line.strip()
        if state.text:
            if not state.block or not text or is_certificate(text) or text.lower() == state.text:
                ends = text.lower() == state.text if state.block else state.text in line
                return OutlineLine(state, None, 0, state.level), replace(state, text="", block=False) if ends else state
            state = replace(state, text="", block=False)
        if not text or text[0] == "!" or len(text) > LONGEST_LINE:
            return OutlineLine(state, None, 0, state.level), state
        inner, start = state, len(line) - len(line.lstrip())
        if ")#" in text or ("#" in text and text[-1] == "#"):
            prompted = command_of(text)
            if prompted is not None:
                mode, text = prompted
                inner, start = state.root if mode in ("", "(config)") else state, line.rfind(text)
                if not mode or not text:
                    return OutlineLine(state, None, 0, inner.level), inner
        command, owner = command_at(inner, text, start)
        if command is None:
            return OutlineLine(state, None, start, owner.level), owner
        level = 0 if command.form.session and command.name == "end" else owner.level
        return OutlineLine(state, command, start, level), self._after(owner, command, start, raw, index)

    def _after(self, owner: State, command: Command, depth: int, raw: Sequence[str], index: int) -> State:
        """The state after a command.

        Args:
            owner: the state in the section that has the command.
            command: the command.
            depth: number of blanks before it.
            raw: all lines.
            index: index of its line.
        """
        rule = command.form.rule
        if command.form.session and not command.negative:
            return owner.root if command.name == "end" else owner.outer or owner if rule.action == "exit" else owner
        if command.form.multiline and (text := unfinished(command)) is not None:
            following = raw[index + 1 : index + 1 + _LONGEST_TEXT]
            return (
                replace(owner, text=text.end, block=text.block)
                if text.block or any(text.end in each for each in following)
                else owner
            )
        if rule.enters and not command.negative:
            return State(self.language.chain(rule.enters), owner, depth)
        return owner

    # Sections

    def parts(self, first: int, last: int) -> tuple[int, int]:
        """The part of the document that holds some lines and consists of whole commands of global configuration.

        Args:
            first: index of the first line.
            last: index of the line after the last one.

        Returns:
            The index of its first line, and of the line after the last one.
        """
        while first > 0 and not self._stands_alone(first):
            first -= 1
        while last < len(self.lines) and not self._stands_alone(last):
            last += 1
        return first, last

    def _stands_alone(self, index: int) -> bool:
        line = self.lines[index] if index < len(self.lines) else None
        return line is None or (line.level == 0 and line.command is not None)

    def headers(self) -> Iterator[tuple[int, int]]:
        """The sections: index of the header, and of the last line, without the comments after it."""
        open_: list[tuple[int, int]] = []  # header, last line with a command
        last = 0
        for index, line in enumerate(self.lines):
            if line.command is None and not (self.raw[index].strip(" !\t") and line.level):
                continue
            while open_ and self.lines[open_[-1][0]].level >= line.level:
                header, _ = open_.pop()
                yield header, last
            if line.is_header:
                open_.append((index, index))
            last = index
        while open_:
            yield open_.pop()[0], last
