"""The lines of a text: indentation, the lines after a line, wrapped lines, the place where another router begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from iossim.files.noise import command_of, has_tags, is_exec_command, is_noise, without_marks
from iossim.language.trail import positions

#: Widths that a terminal or a page may have.
_WIDTHS = range(40, 256)
_TERMINALS = (80, 132)
#: Lines that are remembered: a line is looked at several times if it is no plain command, and as the line after another.
_REMEMBERED = 16
#: The end of a prompt.
_AFTER_PROMPT = re.compile(r"[#>]").sub
_HOSTNAME = "hostname "
_TELEPHONY = re.compile(r"(?:\S*[)>]?#)?\s*tele", re.IGNORECASE).match
_NAMED = re.compile(r"(?:(\S+)\(config\)#\s*)?hostname (\S+)")
#: What stands before the name of a router in its configuration, or in a session: it belongs to that router.
_BEFORE_NAME = re.compile(r"|!.*|(no )?service .*|version \d.*", re.IGNORECASE)
_ANOTHER = re.compile(r"(version \d|hostname \S|Current configuration|Using \d+ )")


class TextLine(msgspec.Struct, frozen=True):
    """One line of a text, or a part of one.

    Attributes:
        number: from 1.
        clean: the whole line without marks of terminals.
        text: the part that is meant, without blanks around it.
        column: where `text` starts, from 1.
        depth: number of blanks before the text.
        prompt: the mode in the prompt that stood before `text`; "" if none did.
    """

    number: int
    clean: str
    text: str
    column: int
    depth: int
    prompt: str = ""

    def before(self, end: int) -> TextLine:
        """The part of the line before an index of its text."""
        return TextLine(self.number, self.clean, self.text[:end].rstrip(), self.column, self.depth, self.prompt)

    def after(self, start: int) -> TextLine:
        """The part of the line from an index of its text."""
        rest = self.text[start:]
        text = rest.lstrip()
        return TextLine(self.number, self.clean, text, self.column + start + len(rest) - len(text), self.depth, self.prompt)

    def after_prompt(self, start: int, prompt: str, command: str) -> TextLine:
        """The command after a prompt.

        Args:
            start: an index in the text before the command and its blanks.
            prompt: the mode in the prompt.
            command: the command.
        """
        return TextLine(self.number, self.clean, command, self.after(start).column, 0, prompt)

    def indented(self, depth: int) -> TextLine:
        """The line with another indentation."""
        return TextLine(self.number, self.clean, self.text, self.column, depth, self.prompt)

    def span(self, word: int = -1) -> tuple[int, int]:
        """The first column and the column after the last one: of a word, by its index; of the whole text if there is no such word."""
        spots = positions(self.text) if word >= 0 else []
        start, end = spots[word] if 0 <= word < len(spots) else (0, len(self.text))
        return self.column + start, self.column + end


class TextLines:
    """The lines of a text.

    Args:
        raw: the lines without their line ends.

    Attributes:
        whole: the lines one after the other, to search all of them at once.
        plain: no line has a control character, a remark after its text, a prompt, or marks of HTML.
    """

    def __init__(self, raw: Iterable[str]) -> None:
        self.raw = raw if isinstance(raw, list) else list(raw)
        self.whole = "".join(self.raw)
        self.plain = self.whole.isprintable() and " !" not in self.whole and ")#" not in self.whole and not has_tags(self.whole)
        self._made: dict[int, TextLine] = {}
        self._having: dict[tuple[str, ...], dict[str, int]] = {}

    def at(self, number: int) -> TextLine:
        """A line by its number."""
        line = self._made.get(number)
        if line is None:
            raw = self.raw[number - 1]
            clean = without_marks(raw)
            text = clean.strip()
            depth = len(clean) - len(clean.lstrip())
            start = raw.find(text)
            line = TextLine(number, clean, text, (start if start >= 0 else depth) + 1, depth)
            if len(self._made) >= _REMEMBERED:
                self._made.clear()
            self._made[number] = line
        return line

    def after(self, number: int) -> TextLine | None:
        """The next line after a line, without empty lines and router output; None if there is none."""
        for index in range(number, len(self.raw)):
            line = self.at(index + 1)
            if line.text and (")#" in line.text or not is_noise(line.text)):  # a prompt is no output
                return line
        return None

    def deeper_follows(self, line: TextLine) -> bool:
        """True if the next line is indented deeper than this one, so that it may belong to it."""
        following = self.after(line.number)
        return following is not None and following.text[0] != "!" and following.depth > line.depth

    def next_prompt(self, line: TextLine) -> str:
        """The mode in the prompt of the next line; "" if it has no prompt."""
        following = self.after(line.number)
        prompted = command_of(following.text) if following is not None else None
        return prompted[0] if prompted is not None else ""

    def stands_outside(self, line: TextLine, opened: int) -> bool:
        """True if a line, by its indentation, does not belong to a section.

        Args:
            line: the line.
            opened: number of the line that opened the section.
        """
        header = self.at(opened)
        if line.depth > header.depth:
            return False
        inside = self.after(opened) or line
        empty = inside.text[0] == "!" and inside.depth <= header.depth
        return empty or (inside.number != line.number and inside.depth > header.depth)

    def margin(self, opened: int) -> int:
        """The indentation of lines that are outside of a section; -1 if the lines of the section are not indented.

        Args:
            opened: number of the line that opened the section.
        """
        header = self.at(opened)
        inside = self.after(opened) or header
        empty = inside.text[:1] == "!" and inside.depth <= header.depth
        return header.depth if empty or inside.depth > header.depth else -1

    def another_begins(self, number: int) -> bool:
        """True if the configuration of another router begins after the `end` in a line: not where `configure terminal` follows."""
        for index in range(number, len(self.raw)):
            text = self.raw[index].strip()
            prompted = command_of(text)
            command = text if prompted is None else prompted[1]
            if _ANOTHER.match(command):
                return True
            if command[:4].lower() == "conf" and is_exec_command(command):
                return False
        return False

    def hostnames(self, first: int, last: int) -> list[tuple[TextLine, str]]:
        """The lines that set a router's name, with the name, from the line after `first` to line `last`; [] for a single one.

        A line at the prompt of a router that has its name already gives this router another one, and is left out.
        """
        return list(self._named(first, last)) if self._has_hostnames else []

    @cached_property
    def _has_hostnames(self) -> bool:
        return self.whole.count(_HOSTNAME) > 1

    def _named(self, first: int, last: int) -> Iterator[tuple[TextLine, str]]:
        known = ""
        for number in (index + 1 for index in range(first, last) if _HOSTNAME in self.raw[index]):
            line = self.at(number)
            match = _NAMED.fullmatch(line.text)
            if match is None:
                continue
            if not known or match[1] != known:
                yield line, match[2]
            known = match[2]

    def another_named(self, first: int) -> tuple[int, int]:
        """The line that gives another name than the first one, and the number of lines before the configuration that it belongs to.

        Args:
            first: number of lines to leave out.

        Returns:
            The numbers; (0, 0) if all lines belong to one router.
        """
        names = self._named(first, len(self.raw)) if self._has_hostnames else iter(())
        own = next(names, None)
        named = next((line.number for line, name in names if own is not None and name != own[1]), 0)
        before = max(named - 1, 0)
        while before > first and self._stands_before_name(self.raw[before - 1].strip()):
            before -= 1
        return named, before

    @staticmethod
    def _stands_before_name(text: str) -> bool:
        prompted = command_of(text)
        command = text if prompted is None else prompted[1]
        return _BEFORE_NAME.fullmatch(command) is not None or is_exec_command(command) or is_noise(command)

    def has_after(self, line: TextLine, words: tuple[str, ...]) -> bool:
        """True if a later line, which is not the same one again, has all of some words.

        Args:
            line: the line before it.
            words: the words, in any order.
        """
        having = self._having.get(words)
        if having is None:
            numbers = set.intersection(*(self._numbers_of.get(word, set()) for word in words))
            having = self._having[words] = {self.raw[number - 1].strip(): number for number in sorted(numbers)}
        return any(number > line.number and not text.endswith(line.text) for text, number in having.items())

    @cached_property
    def _numbers_of(self) -> dict[str, set[int]]:
        """The numbers of the lines that have a word; what stands before a word in a prompt is another word."""
        numbers: dict[str, set[int]] = {}
        for number, raw in enumerate(self.raw, start=1):
            for word in _AFTER_PROMPT(" ", raw).split():
                numbers.setdefault(word, set()).add(number)
        return numbers

    @cached_property
    def has_telephony_service(self) -> bool:
        """True if a line begins like `telephony-service`, also in a pasted session."""
        return "tele" in self.whole.casefold() and any(map(_TELEPHONY, self.raw))

    @cached_property
    def width(self) -> int:
        """Length of the longest line: the terminal's width, if lines are wrapped."""
        return max(map(len, map(str.rstrip, self.raw)), default=0)

    def wrapped(self, number: int, piece: str) -> TextLine | None:
        """The next line after a line, if that is so long that the first word of the next one did not fit on it; else None.

        Args:
            number: the line's number.
            piece: the line, without marks.
        """
        if self.width not in _WIDTHS or number == len(self.raw) or len(piece) + 1 + len(self.raw[number]) <= self.width:
            return None
        following = self.after(number)
        return following if following is not None and following.number == number + 1 and self._wraps(piece, following) else None

    def _wraps(self, piece: str, following: TextLine) -> bool:
        word = following.text.split(None, 1)[0]
        return following.depth <= 1 and len(piece.rstrip()) + 1 + len(word) > self.width

    @cached_property
    def cuts(self) -> bool:
        """True if lines are cut at a fixed width: the width of a usual terminal, or one that several lines reach."""
        if self.width not in _WIDTHS:
            return False
        return self.width in _TERMINALS or len({raw for raw in self.raw if len(raw.rstrip()) == self.width}) > 1

    def joined(self, text: str, piece: str, following: TextLine) -> list[str]:
        """A line and the next one as one line, in the ways in which it may have been wrapped.

        Args:
            text: the line, with the lines before it that belong to it.
            piece: the line alone.
            following: the next one.
        """
        at_blank = f"{text.rstrip()} {following.text}"
        return [text + following.clean.rstrip(), at_blank] if len(piece) >= self.width else [at_blank]
