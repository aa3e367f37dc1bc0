"""`iossim explain`: a code of a diagnostic, or a line of a configuration with its mode, the help of its words, and its findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.escape import escaped
from iossim.files.lines import TextLines
from iossim.files.load import Loader
from iossim.files.masking import masked
from iossim.files.modes import title
from iossim.files.sessions import routers_in
from iossim.language import Command, Language, Mode, language, match_in
from iossim.language.bodies import Argument, Keyword
from iossim.language.reference import Entry, Word, entries
from iossim.language.speed import at_full_speed
from iossim.validate.checking import check_content, lines_of
from iossim.validate.codes import codes, url
from iossim.validate.settings import Settings

#: Columns before the help of a word.
_WIDTH = 24


@dataclass(frozen=True, slots=True)
class _Place:
    """A command, and the mode that a line was read in.

    Attributes:
        command: the command in the line; None if it has none that is accepted.
        mode: the mode.
        header: the command that opened the section; None in global configuration.
    """

    command: Command | None
    mode: Mode
    header: Command | None


def explain_code(name: str) -> Iterator[str]:
    """The lines about a code: its severity, what it means, and its page.

    Args:
        name: a code, in `codes()`.
    """
    code = codes()[name]
    kind = "rule" if code.is_rule else "code"
    yield f"{name} ({kind}, usually {'an' if code.severity[0] in 'aei' else 'a'} {code.severity})"
    yield ""
    yield from code.text.split("\n")
    yield ""
    yield f"See {url(name)}"


def explain_line(path: str, text: str, number: int, settings: Settings) -> Iterator[str]:
    """The lines about one line of a configuration.

    Args:
        path: name of the file.
        text: its text.
        number: number of the line, from 1.
        settings: the settings for the file.

    Raises:
        ValueError: the text has no such line.
    """
    lines = lines_of(text)
    if not 1 <= number <= len(lines):
        raise ValueError(f"{path} has {len(lines)} lines, and no line {number}")
    raw = lines[number - 1]
    chain = (language().mode("global"),)
    yield f"{escaped(path)}:{number}: {escaped(masked(chain, raw.strip(), language()))}"
    yield ""
    if not raw.strip() or raw.strip().startswith("!"):
        yield "A comment." if raw.strip(" !\t\r") else "An empty line, or one that separates sections."
    else:
        yield from _about(_place(lines, number))
    findings = [each for each in check_content(path, text, settings).diagnostics if each.line == number]
    if findings:
        yield from ("", "Findings:", *(f"  {each.severity}: {each.code} {escaped(each.message)}" for each in findings))


def _place(lines: list[str], number: int) -> _Place:
    """The command in a line. A later line may overwrite it, so the text is read up to the line; and whole, for a line of a banner."""
    lines = next((part.lines for part in routers_in(lines) if part.lines[number - 1]), lines)
    up_to_it = _loader(TextLines(lines[:number]), number)
    for loader in (up_to_it, _loader(TextLines(lines), number)):
        for section in loader.configuration.root.walk():
            for command in section.entries.values():
                if command.line and command.line <= number <= command.line + command.words[-1].count("\n"):
                    return _Place(command, section.mode, section.header)
    section = up_to_it.cursor.section
    outcome = match_in(up_to_it.cursor.chain, lines[number - 1].strip())
    return _Place(outcome if isinstance(outcome, Command) else None, section.mode, section.header)


def _loader(lines: TextLines, number: int) -> Loader:
    """The loader that has read the configuration with a line: a text may hold those of several routers."""
    first = 0
    while True:
        loader = Loader(Configuration(), apart=True)
        with at_full_speed():
            list(loader.load(lines, first))
        if not loader.rest or loader.rest >= number:
            return loader
        first = loader.rest


def _about(place: _Place) -> Iterator[str]:
    command = place.command
    mode = language().mode(command.mode) if command is not None else place.mode
    header = place.header if place.mode == mode else None
    around = f", section `{header.text}`" if header is not None else ""
    yield f"Mode: {title(language(), mode, header)} (Router{mode.prompt}){around}"
    if command is None:
        yield "No command that iossim accepts here."
        return
    entry = next((entry for entry in entries(mode) if entry.name == command.form.rule.name), None)
    yield ""
    yield from _words(language(), command, entry)
    if entry is None:
        return
    yield ""
    yield from (f"{'Syntax:' if index == 0 else '       '} {form}" for index, form in enumerate(entry.syntax))
    yield from entry.notes
    if entry.enters:
        yield f"Opens {entry.enters.replace('_', '-')}."


def _words(words_of: Language, command: Command, entry: Entry | None) -> Iterator[str]:
    """The words of a command with their help; secrets are hidden."""
    known = [*entry.words, *(word for _, words in entry.lists.values() for word in words)] if entry is not None else []
    if command.negative or command.reset:
        yield f"  {'no' if command.negative else 'default':{_WIDTH}}{'removes' if command.negative else 'resets'} the command"
    text = " ".join(word.split("\n")[0] for word in command.words)
    shown = masked((words_of.mode(command.mode),), text, words_of).split()
    for index, place in enumerate(command.form.places):
        word = shown[index] if len(shown) == len(command.words) else command.words[index].split("\n")[0]
        help_ = next((each.help for each in known if _is_word(each, place.symbol, place.field or "")), "")
        yield f"  {escaped(word):{_WIDTH}}{help_}".rstrip()


def _is_word(word: Word, symbol: object, field: str) -> bool:
    """True if a word of the reference describes a place of a form."""
    if isinstance(symbol, Keyword):
        return word.shown == symbol.text and not word.field
    if isinstance(symbol, Argument):
        return word.field == (field or symbol.field) and word.shown in (symbol.notation.shown, symbol.notation.text)
    return False
