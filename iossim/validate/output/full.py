"""The format `full`: every diagnostic with the line that it is about, a caret under the words at fault, and the remedy."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.escape import escaped
from iossim.files.diagnostics import Diagnostic
from iossim.files.masking import beginning, masked
from iossim.language import language
from iossim.language.trail import positions
from iossim.validate.checking import CheckedFile
from iossim.validate.counts import Counts
from iossim.validate.output.summary import summary
from iossim.validate.output.writer import Writer

#: Colours of a terminal (ECMA-48), by what they mark.
_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "frame": "1;34", "help": "1;32"}
#: The end of a message that says what would be right begins so; it is written on a line of its own.
_REMEDIES = ("; did you mean ", "; expected ")
#: Characters of a line that are shown before and after the words at fault, if the line is longer.
_AROUND = 80
#: The header of a section is looked for in so many lines, and shown whole if it has no more characters.
_FARTHEST = 2_000
_LONGEST_HEADER = 160


class Full(Writer):
    """Writes diagnostics as compilers for people do."""

    def file(self, file: CheckedFile) -> None:
        """Writes the diagnostics of a file."""
        for diagnostic in self.shown(file):
            self.out.writelines(f"{line}\n" for line in self._lines(diagnostic, file.lines))

    def end(self, counts: Counts) -> None:
        """Writes the numbers."""
        if not self.style.quiet:
            self.out.writelines(f"{line}\n" for line in summary(counts))

    def _lines(self, diagnostic: Diagnostic, source: list[str]) -> Iterator[str]:
        """The lines about one diagnostic, with an empty one at the end."""
        message, remedy = split_message(diagnostic.message)
        head = self._marked(diagnostic.severity, f"{diagnostic.severity}[{diagnostic.code}]")
        yield f"{head}: {self._marked('bold', escaped(message))}"
        number = str(diagnostic.line) if diagnostic.line else ""
        place = f":{diagnostic.line}:{diagnostic.column}" if diagnostic.line else ""
        margin = " " * max(len(number), 1)
        yield f"{margin}{self._marked('frame', '-->')} {escaped(diagnostic.path)}{place}"
        bar = self._marked("frame", "|")
        shown = shown_line(diagnostic, source[diagnostic.line - 1]) if 0 < diagnostic.line <= len(source) else None
        if shown is not None:
            text, start, length = shown
            yield f"{margin} {bar}"
            header = header_of(source, diagnostic.line)
            if header:
                yield f"{self._marked('frame', f'{header:>{len(number)}}')} {bar} {_without_secrets(source[header - 1])}"
                if header + 1 < diagnostic.line:
                    yield f"{margin} {bar} …"
            yield f"{self._marked('frame', number)} {bar} {text}"
            yield f"{margin} {bar} {' ' * start}{self._marked(diagnostic.severity, '^' * length)}"
        if remedy or diagnostic.fix is not None:
            yield f"{margin} {bar}"
        if remedy:
            yield f"{self._marked('help', 'help')}: {escaped(remedy)}"
        if diagnostic.fix is not None:
            yield f"{self._marked('help', 'fix')}: {escaped(diagnostic.fix.description)}"
        yield ""

    def _marked(self, what: str, text: str) -> str:
        return f"\x1b[{_COLOURS[what]}m{text}\x1b[0m" if self.style.coloured and text else text


def header_of(source: list[str], number: int) -> int:
    """The number of the line that opens the section of a line, by its indentation; 0 if it stands in no section.

    Args:
        source: the lines of the file.
        number: number of the line, from 1.
    """
    depth = _depth(source[number - 1])
    for index in range(number - 2, max(number - 2 - _FARTHEST, -1), -1) if depth else ():
        text = source[index].strip()
        if text and not text.startswith("!") and _depth(source[index]) < depth:
            return index + 1
    return 0


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _without_secrets(line: str) -> str:
    """A line that opens a section, without its secrets."""
    indent, text = " " * min(_depth(line), 8), line.strip()
    shown = masked((language().mode("global"),), text, language()) if len(text) <= _LONGEST_HEADER else beginning(text)
    return f"{indent}{escaped(shown)}"


def split_message(message: str) -> tuple[str, str]:
    """A message without the remedy at its end, and the remedy; "" if it has none."""
    for mark in _REMEDIES:
        before, found, after = message.partition(mark)
        if found:
            return before, f"{mark[2:]}{after}"
    return message, ""


def shown_line(diagnostic: Diagnostic, raw: str) -> tuple[str, int, int] | None:
    """The line of a diagnostic without its secrets, and the place of the words at fault in it; None for an empty line.

    Args:
        diagnostic: the diagnostic, whose text is the line, or a part of it, with `******` in place of secrets.
        raw: the line as it stands in the file.

    Returns:
        The line, the index where the carets begin, and their number.
    """
    text = diagnostic.text
    if not text.strip():
        return None
    words, spots = text.split(), positions(text)
    begin = max(raw.find(text if text in raw else words[0]), 0)
    raw_spots = [(start + begin, end + begin) for start, end in positions(raw[begin:])]
    start = _moved(diagnostic.column - 1, raw_spots, spots, begin)
    end = _moved(diagnostic.end_column - 1, raw_spots, spots, begin, is_end=True)
    start = min(max(start, 0), len(text))
    end = min(max(end, start + 1), max(len(text), start + 1))
    left = max(0, start - _AROUND) if len(text) > 2 * _AROUND else 0
    right = min(len(text), end + _AROUND) if len(text) > 2 * _AROUND else len(text)
    before, at, after = escaped(text[left:start]), escaped(text[start:end]), escaped(text[end:right])
    indent = " " * min(begin, 8) + ("…" if left else "")
    line = f"{indent}{before}{at}{after}{'…' if right < len(text) else ''}"
    return line, len(indent) + len(before), min(max(len(at), 1), 2 * _AROUND)


def _moved(index: int, raw_spots: list[tuple[int, int]], spots: list[tuple[int, int]], begin: int, is_end: bool = False) -> int:
    """The index in a line without secrets that answers to an index in the line of the file: a secret word has another length there."""
    for raw_spot, spot in zip(raw_spots, spots, strict=False):
        if raw_spot[0] <= index <= raw_spot[1] and not (is_end and index == raw_spot[0]):
            same = raw_spot[1] - raw_spot[0] == spot[1] - spot[0]
            if same or index == raw_spot[0]:
                return spot[0] + index - raw_spot[0]
            return spot[1] if is_end or index == raw_spot[1] else spot[0]
    if not spots:
        return 0
    return spots[-1][1] + 1 if raw_spots and index > raw_spots[min(len(spots), len(raw_spots)) - 1][1] else index - begin
