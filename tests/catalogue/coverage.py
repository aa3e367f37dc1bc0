"""Runs the catalogue's entries against the grammars and collects what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from iossim.errors import GrammarError
from iossim.language import Command, Language, Mode, Outcome, match
from iossim.language.bodies import Keyword
from iossim.language.help import choices
from tests.catalogue.beside import Beside
from tests.catalogue.effects import Effects
from tests.catalogue.entries import Entry, excepted
from tests.catalogue.paths import path_through, paths
from tests.catalogue.results import HIDDEN, Point, Result
from tests.catalogue.samples import Line, typed
from tests.catalogue.syntax import Graph, parse


def measure(language: Language, chosen: Iterable[Entry]) -> Result:
    """Tries entries of the catalogue.

    Args:
        language: the grammars.
        chosen: the entries; those of one mode must all be there, because they are judged beside each other.
    """
    result = Result()
    by_mode: dict[str, list[Entry]] = defaultdict(list)
    for entry in chosen:
        by_mode[entry.mode].append(entry)
    for name, found in by_mode.items():
        try:
            mode = language.mode(name)
        except GrammarError:
            result.faults[name] = "no such mode"
            for entry in found:
                result.tried[entry, "command"] += 1
                result.points.append(Point(entry, "command", entry.syntax, "no mode to try it in"))
            continue
        if not mode.prompt and found[0].configures:  # EXEC's prompt is the router's own
            result.faults[name] = "no prompt"
        run = _Run(language, mode, Beside(found), result)
        for entry in found:
            run.entry(entry)
    return result


class _Run:
    """The entries of one mode."""

    def __init__(self, language: Language, mode: Mode, beside: Beside, result: Result) -> None:
        self.language = language
        self.mode = mode
        self.beside = beside
        self.result = result
        self.effects = Effects(language, mode)
        self._choices: dict[str, tuple[set[str], str]] = {}

    def entry(self, entry: Entry) -> None:
        """Tries one entry by every measure."""
        graph = entry.graph
        more = tuple(dict.fromkeys(word for line in entry.examples for word in line.split()))
        lines = [typed(self.mode, graph, path, {}, more) for path in paths(graph)]
        accepted = [line for line in lines if isinstance(match(self.mode, line.text), Command)]
        self._examples(entry)
        if not self._command(entry, lines):
            return
        for line in lines:
            self._note(entry, "syntax", line.text, _outcome(match(self.mode, line.text)))
        if not entry.configures:
            return
        self._keywords(entry, graph, more)
        self._ranges(entry, graph, more)
        self._no(entry, more)
        self._undo(entry, accepted, more)
        self._printed(entry)

    def _note(self, entry: Entry, measure: str, line: str, problem: str) -> None:
        """Counts a line tried, and keeps the problem where there is one."""
        self.result.tried[entry, measure] += 1
        if problem:
            known = any(each.covers(entry.command, entry.mode, measure, line) for each in excepted())
            self.result.points.append(Point(entry, measure, line, problem, known))

    def _command(self, entry: Entry, lines: list[Line]) -> bool:
        """A command exists whose first words are the entry's own keywords."""
        leading = len(entry.graph.leading())
        texts = [line.text for line in lines] + [line.strip() for line in entry.examples]
        commands = [found for text in texts if text and isinstance(found := match(self.mode, text), Command)]
        own = [command for command in commands if _spelled(command, leading)]
        problem = ""
        if not own:
            problem = "only words of another command take it" if commands else _outcome(match(self.mode, texts[0]))
        elif entry.enters and all(_enters(command) != entry.enters for command in own):
            problem = f"does not enter {entry.enters}"
        self._note(entry, "command", texts[0], problem)
        return bool(own)

    def _examples(self, entry: Entry) -> None:
        modes = [self.mode]
        if entry.enters and self.language.has_mode(entry.enters):
            modes.append(self.language.mode(entry.enters))
        for example in entry.examples:
            line = example.strip()
            outcomes = [match(mode, line) for mode in modes]
            problem = "" if any(isinstance(each, Command) for each in outcomes) else _outcome(outcomes[0])
            self._note(entry, "examples", line, problem)

    def _keywords(self, entry: Entry, graph: Graph, more: tuple[str, ...]) -> None:
        """Every keyword stands in the help of its place, spelled as it is printed, unless hidden."""
        seen: set[tuple[str, str]] = set()
        for position, word in enumerate(graph.words):
            if not word.keyword:
                continue
            line = typed(self.mode, graph, path_through(graph, position), {}, more)
            index = line.index(position)
            before = line.before(index)
            if (before, word.text) in seen or (index and line.words[index - 1].node is None):
                continue
            seen.add((before, word.text))
            node = line.words[index].node
            child = node.folded.get(word.text.lower()) if node and node.children() is not None else None
            hidden = child is not None and child.hidden
            if hidden and entry not in self.result.listed[HIDDEN]:
                self.result.listed[HIDDEN].append(entry)
            problem = "" if hidden else self._offered(before, word.text)
            self._note(entry, "keywords", before + word.text, problem)

    def _offered(self, before: str, keyword: str) -> str:
        if before not in self._choices:
            found = choices(self.mode, before)
            shown = {text for text, _ in found[0]} if isinstance(found, tuple) else set()
            self._choices[before] = shown, "" if isinstance(found, tuple) else _outcome(found)
        shown, fault = self._choices[before]
        if keyword in shown:
            return ""
        other = next((text for text in shown if text.lower() == keyword.lower()), None)
        return f"help spells it {other}" if other else fault or f"not in the help of {before.rstrip() or 'the mode'!r}"

    def _ranges(self, entry: Entry, graph: Graph, more: tuple[str, ...]) -> None:
        for position, word in enumerate(graph.words):
            found = word.bounds
            if found is None:
                continue
            path = path_through(graph, position)
            for value in found.inside():
                line = typed(self.mode, graph, path, {position: word.spell(value)}, more)
                self._note(entry, "ranges", line.text, _outcome(match(self.mode, line.text)))
            for value in found.outside():
                line = typed(self.mode, graph, path, {position: word.spell(value)}, more)
                index = line.index(position)
                before = [each.text for each in line.words[:index]]
                if not self.beside.accepts(before, word.spell(value), graph, position):
                    self._note(entry, "ranges", line.text, _refused(match(self.mode, line.text), line.column(index)))

    def _no(self, entry: Entry, more: tuple[str, ...]) -> None:
        for line in self._no_lines(entry, more):
            self._note(entry, "no", "no " + line.text, _outcome(match(self.mode, "no " + line.text)))

    def _no_lines(self, entry: Entry, more: tuple[str, ...]) -> Iterator[Line]:
        if entry.no:
            graph = parse(entry.no)
            for path in paths(graph):
                yield typed(self.mode, graph, path, {}, more)

    def _undo(self, entry: Entry, accepted: list[Line], more: tuple[str, ...]) -> None:
        for line in accepted:
            text, kind, problem = self.effects.undo(entry, line)
            if kind and entry not in self.result.listed[kind]:
                self.result.listed[kind].append(entry)
            if text:
                self._note(entry, "undo", text, problem)

    def _printed(self, entry: Entry) -> None:
        leading = [word.lower() for word in entry.graph.leading()]
        for sample in entry.running:
            words = [word.lower() for word in sample.split()]
            if words[: len(leading)] == leading or words[: len(leading) + 1] == ["no", *leading]:
                self._note(entry, "printed", sample.lstrip(), self.effects.printed(sample.lstrip()))
                return


def _outcome(outcome: Outcome) -> str:
    """What is wrong with a line, in one phrase; "" for a command."""
    if isinstance(outcome, Command):
        return ""
    name = type(outcome).__name__.lower()
    expected: tuple[str, ...] = getattr(outcome, "expected", ()) or getattr(outcome, "candidates", ())
    shown = ", ".join(expected[:8]) + (", …" if len(expected) > 8 else "")
    return f"{name} at column {outcome.column}" + (f"; there are {shown}" if shown else "")


def _refused(outcome: Outcome, column: int) -> str:
    """What is wrong with the outcome of a line that must be refused at a column."""
    if isinstance(outcome, Command):
        return "accepted, must be refused"
    return "" if outcome.column == column else f"refused at column {outcome.column}, not {column}"


def _spelled(command: Command, leading: int) -> bool:
    """Its first words are keywords of the grammar, not an argument that swallowed them."""
    places = command.form.places[:leading]
    return len(places) == leading and all(isinstance(place.symbol, Keyword) for place in places)


def _enters(command: Command) -> str:
    return command.form.rule.enters
