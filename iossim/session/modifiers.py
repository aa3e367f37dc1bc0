"""Output modifiers: `show … | include REGEX`, exclude, begin, section, count, redirect, tee, append, format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.exec import Line
from iossim.exec.files.redirect import save_output, spec_problem
from iossim.language import Ambiguous, Command, Incomplete, Invalid, Mode, follow, match_typed
from iossim.session.regex import Regex, ios_regex


def split_modifier(line: str) -> tuple[str, str | None]:
    """A line before and after its first `|`; None if it has none."""
    text, bar, modifier = line.partition("|")
    return (text, modifier) if bar else (line, None)


@dataclass(frozen=True, slots=True)
class Filter:
    """An output filter.

    Attributes:
        name: include, exclude, begin, section, count, redirect, tee, append or format.
        regex: its regular expression; None for redirect, tee, append and format.
        exclude: `section exclude`.
        url: the file that gets the output of redirect, tee and append; the spec file of format.
        appends: the file keeps what it has: `append` and `tee /append`.
    """

    name: str
    regex: Regex | None
    exclude: bool = False
    url: str = ""
    appends: bool = False

    def apply(self, text: str) -> str:
        """The part of an output that is shown."""
        if self.regex is None:
            return text if self.name == "tee" else ""
        lines = text.split("\n")
        if lines and not lines[-1]:
            lines.pop()
        kept = self._kept(lines)
        if self.name == "count":
            return f"Number of lines which match regexp = {sum(1 for _ in kept)}\n"
        return "".join(f"{line}\n" for line in kept)

    def _kept(self, lines: list[str]) -> Iterator[str]:
        assert self.regex is not None
        matches = self.regex.matches
        if self.name in ("include", "count"):
            return (line for line in lines if matches(line))
        if self.name == "exclude":
            return (line for line in lines if not matches(line))
        if self.name == "begin":
            first = next((at for at, line in enumerate(lines) if matches(line)), len(lines))
            return iter(lines[first:])
        return self._sections(lines)

    def _sections(self, lines: list[str]) -> Iterator[str]:
        """The lines that match, and the lines indented deeper after them; with `exclude`, the other lines."""
        assert self.regex is not None
        depth = -1
        for line in lines:
            indent = len(line) - len(line.lstrip(" "))
            if depth >= 0 and indent <= depth:
                depth = -1
            if depth < 0 and self.regex.matches(line):
                depth = indent
            if (depth >= 0) != self.exclude:
                yield line


def modified(line: Line, modifier: Filter, text: str) -> str:
    """The output of a command after its modifier, which may also write it to a file.

    Args:
        line: the line that the command was typed on.
        modifier: the modifier.
        text: the output of the command.
    """
    if modifier.name == "format":
        return f"{spec_problem(line, modifier.url)}\n"
    saved = save_output(line, modifier.url, text, modifier.appends) if modifier.url else ""
    return modifier.apply(text) + saved


#: The first keywords of the commands whose output can be filtered.
_FILTERED = ("dir", "more", "show")


def may_be_filtered(mode: Mode, line: str) -> bool:
    """True if an output modifier may follow an EXEC line."""
    steps = follow(mode, line).steps
    return bool(steps) and steps[0].word in _FILTERED


def read_modifier(mode: Mode, line: str, modifier: str, command: Command) -> Filter | Incomplete | Ambiguous | Invalid:
    """The output filter after `|`, or the error in it.

    Args:
        mode: the grammar of modifiers.
        line: the whole line; the columns of errors count in it.
        modifier: the text after the first `|`.
        command: the command before `|`; only the output of `show`, `dir` and `more` can be filtered.
    """
    offset = len(line) - len(modifier)
    if command.words[0] not in _FILTERED:
        return Invalid(offset - 1, len(command.words), offset)
    outcome = match_typed(mode, modifier)
    if isinstance(outcome, Incomplete):
        return Incomplete(len(line), 0)
    if isinstance(outcome, Ambiguous):
        return Ambiguous(outcome.column + offset, outcome.words, outcome.end + offset, outcome.candidates)
    if isinstance(outcome, Invalid):
        return Invalid(outcome.column + offset, outcome.words, outcome.end + offset, letters=outcome.letters)
    if outcome.name == "format_output":
        return Filter("format", None, url=str(outcome.fields.get("url", "")))
    if outcome.name == "redirect_output":
        name = outcome.words[0]
        return Filter(name, None, url=str(outcome.fields["url"]), appends=name == "append" or "/append" in outcome.keywords)
    regex = ios_regex(outcome.words[-1])
    if regex is None:
        return Invalid(line.rfind(outcome.words[-1]), 0, len(line))
    name = {"section_modifier": "section"}.get(outcome.name, outcome.name)
    return Filter(name, regex, exclude="exclude" in outcome.keywords and name == "section")
