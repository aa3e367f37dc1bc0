"""What a command does to a fresh configuration: taken back by its `no` form, printed with the router's blanks."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section, apply
from iossim.config import line as printed
from iossim.config.render import ordered
from iossim.errors import GrammarError
from iossim.language import Command, Language, Mode, match
from iossim.language.bodies import Argument
from tests.catalogue.entries import Entry
from tests.catalogue.paths import Path, paths
from tests.catalogue.samples import Line
from tests.catalogue.syntax import Graph, parse

ACTION = "actions: carried out, not stored"
ON_BY_DEFAULT = "on by default: the no form is stored"
NO_NONE = "no negative form"


class Effects:
    """Commands of one mode, each applied to a configuration of its own.

    Args:
        language: the grammars.
        mode: the mode.
    """

    def __init__(self, language: Language, mode: Mode) -> None:
        self.language = language
        self.mode = mode

    def undo(self, entry: Entry, line: Line) -> tuple[str, str, str]:
        """Enters a line, then its `no` form.

        Returns:
            The two lines tried ("" where there was nothing to try), the kind of command that `no` does not take back
            ("" for the others), and what is wrong.
        """
        command = self._command(line.text)
        rule = command.form.rule
        if command.reset or rule.action:
            return "", ACTION, ""
        if rule.negative == "none":
            return (f"no {entry.no}", NO_NONE, "the grammar says `no none`") if entry.no else ("", NO_NONE, "")
        tried = [("no " + text, match(self.mode, "no " + text)) for text in _negatives(entry.no, line)]
        known = [(text, outcome) for text, outcome in tried if isinstance(outcome, Command)]
        if not known:
            return (f"{line.text} / {tried[0][0]}", "", "the no form is not accepted") if entry.no else ("", "", "")
        results = [(f"{line.text} / {text}", *self._undone(command, outcome)) for text, outcome in known]
        return next((result for result in results if not result[2]), results[0])

    def _undone(self, command: Command, negative: Command) -> tuple[str, str]:
        try:
            return self._entered_and_taken_back(command, negative)
        except GrammarError as error:  # the mode that it enters
            return "", str(error).partition(";")[0]

    def _entered_and_taken_back(self, command: Command, negative: Command) -> tuple[str, str]:
        configuration, section = self._fresh(command)
        before = section.snapshot()
        for each in (command, negative):
            applied = apply(configuration, section, each)
            if not applied.accepted:
                return "", f"the router refuses {each.text!r}: {applied.refused or 'invalid input'}"
        if section.snapshot() == before:
            return "", ""
        if not any(entry.negative for entry in section.entries.values()):
            return "", "still there: " + "; ".join(entry.text for entry in section.entries.values())
        apply(configuration, section, self._command(command.text))
        restored = {name: entry for name, entry in section.entries.items() if entry.negative}
        return ON_BY_DEFAULT, "the no form stays when the command is entered again" if restored else ""

    def printed(self, sample: str) -> str:
        """What is wrong with the way a line is printed that the running-config prints just so."""
        outcome = match(self.mode, sample.strip())
        if not isinstance(outcome, Command):
            return "not accepted"
        shown = [printed(outcome)]
        try:
            configuration, section = self._fresh(outcome)
            if not outcome.form.rule.action and apply(configuration, section, outcome).accepted:
                shown += [printed(command) for _, command in ordered(section)]
        except GrammarError as error:
            return str(error).partition(";")[0]
        if sample in shown[1:] or (len(shown) == 1 and sample == shown[0]):
            return ""
        return f"printed as {shown[-1]!r}, must be {sample!r}"

    def _command(self, text: str) -> Command:
        outcome = match(self.mode, text)
        assert isinstance(outcome, Command)
        return outcome

    def _fresh(self, command: Command) -> tuple[Configuration, Section]:
        """A configuration with nothing in it but what the command refers to or requires."""
        configuration = Configuration(self.language)
        root = configuration.root
        section = root if self.mode.name == "global" else Section(self.mode, None, root)
        for kind, name in _referred(command):
            for rule in self.language.mode("global").commands:
                if any(record.kind == kind for record in rule.defines):
                    root.entries.setdefault((rule.base, name), command)
        if needed := command.form.rule.needs:
            section.entries.setdefault((needed,), command)
        return configuration, section


def _referred(command: Command) -> Iterator[tuple[str, str]]:
    """Kind and name of everything that the router wants to be defined before it takes the command."""
    for kind, field, _ in command.form.rule.demands:
        for word, place in zip(command.words, command.form.places, strict=False):
            if isinstance(place.symbol, Argument) and place.symbol.field == field:
                yield from ((kind, tag) for tag in place.symbol.notation.tags(word))


def _negatives(syntax: str, line: Line) -> list[str]:
    """The documented `no` form with the words of a line: the longest that they fill, once for each way to fill it."""
    if not syntax:
        return [line.text]
    graph = parse(syntax)
    filled = [(len(path), words) for path in paths(graph) for words in _fill(graph, path, line, 0)]
    longest = max((length for length, _ in filled), default=0)
    return list(dict.fromkeys(" ".join(words) for length, words in filled if length == longest)) or [line.text]


def _fill(graph: Graph, path: Path, line: Line, start: int) -> Iterator[list[str]]:
    """The words of a path taken from a line, in order; nothing where they are not there."""
    if not path:
        yield []
        return
    for first, end in _fitting(graph, path[0], line, start):
        for rest in _fill(graph, path[1:], line, end):
            yield [*(word.text for word in line.words[first:end]), *rest]


def _fitting(graph: Graph, position: int, line: Line, start: int) -> Iterator[tuple[int, int]]:
    """The words of a line that may stand for a word of the `no` form, from and to.

    For a keyword the same keyword, for a LINE the rest; for an argument an argument, else the keywords that stand next.
    """
    wanted = graph.words[position]
    if any(piece.argument and piece.text == "LINE" for piece in wanted.pieces):
        if start < len(line.words):
            yield start, len(line.words)
        return
    for index in range(start, len(line.words)):
        word = line.words[index]
        if word.text.lower() == wanted.text.lower() if wanted.keyword else not word.keyword:
            yield index, index + 1
    end = start + 1
    while not wanted.keyword and end <= len(line.words) and line.words[end - 1].keyword:
        yield start, end
        end += 1
