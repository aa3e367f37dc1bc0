"""The check of a file: reads it, applies the rules, and leaves out the findings that nobody wants to see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from operator import attrgetter

from iossim.config import Configuration
from iossim.config.tree import Notes
from iossim.failures import described, place
from iossim.files.diagnostics import Diagnostic
from iossim.files.lines import TextLines
from iossim.files.load import Loader
from iossim.files.masking import masked
from iossim.files.sessions import Part, routers_in
from iossim.language import Command
from iossim.language.speed import at_full_speed
from iossim.language.trail import positions
from iossim.validate.allowing import apply_allowances
from iossim.validate.applying import RuleSet
from iossim.validate.rules import rules
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.settings import Settings
from iossim.validate.sources import ConfigurationFile, FoundFile, read
from iossim.validate.target import Target


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file and its diagnostics.

    Attributes:
        path: its name.
        lines: its lines; none if it could not be read.
        diagnostics: in the order of the lines.
        allowed: number of findings that comments in the file allow.
    """

    path: str
    lines: list[str]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    allowed: int = 0


def checked_files(files: Iterable[FoundFile], settings_of: Callable[[str], Settings]) -> Iterator[CheckedFile]:
    """Checks files one after the other.

    Args:
        files: the files.
        settings_of: returns the settings for a file, by its path.
    """
    for file in files:
        yield check_safely(read(file), settings_of(file.path))


def check_safely(file: ConfigurationFile, settings: Settings) -> CheckedFile:
    """Checks one file that was read. If iossim fails, this is a diagnostic, and other files can be checked.

    Args:
        file: the file.
        settings: decide what is reported, and for which router.

    Raises:
        MemoryError: there is too little memory.
    """
    try:
        return check_file(file, settings)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 (a mistake of ours, whatever it is)
        return not_checked(file.path, f"iossim fails{place(error)}: {described(error)}")


def not_checked(path: str, reason: str) -> CheckedFile:
    """A file that could not be checked: a fault of iossim, or of the machine that checks.

    Args:
        path: name of the file.
        reason: the reason, for the message.
    """
    return CheckedFile(path, [], [Diagnostic(path, 0, 1, 1, "error", "unchecked", f"could not be checked: {reason}")])


def check_file(file: ConfigurationFile, settings: Settings) -> CheckedFile:
    """Checks one file that was read.

    Args:
        file: the file.
        settings: decide what is reported, and for which router.
    """
    if file.decoded is None:
        return CheckedFile(file.path, [], [Diagnostic(file.path, 0, 1, 1, "error", "unreadable", file.problem)])
    bad_line = file.decoded.bad_line
    before = [Diagnostic(file.path, bad_line, 1, 1, "warning", "encoding", "is not UTF-8: read as Latin-1")] if bad_line else []
    return check_content(file.path, file.decoded.text, settings, before)


def check_content(path: str, text: str, settings: Settings, before: Iterable[Diagnostic] = ()) -> CheckedFile:
    """Checks a text as the settings demand.

    Args:
        path: name of the file, for diagnostics and for settings about some files.
        text: its text.
        settings: decide what is reported, and for which router.
        before: diagnostics about the file that its reading has given.
    """
    reported = settings.reported(path)
    diagnostics = [*before, *check_text(path, text, settings.target, reported)]
    lines = lines_of(text)
    diagnostics, allowed = apply_allowances(path, lines, diagnostics, reported)
    wanted = [diagnostic for diagnostic in diagnostics if diagnostic.code in reported]
    for diagnostic in wanted if settings.severity else ():
        diagnostic.severity = settings.severity.get(diagnostic.code, diagnostic.severity)
    return CheckedFile(path, lines, wanted, allowed)


def lines_of(text: str) -> list[str]:
    """The lines of a text, without their line ends."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return lines


def check_text(path: str, text: str, target: Target | None = None, codes: Collection[str] | None = None) -> list[Diagnostic]:
    """The diagnostics of one text, in the order of its lines.

    Args:
        path: name of the file, for diagnostics.
        text: the configuration, or the configurations of several routers one after the other.
        target: the router that it is meant for.
        codes: rules that are applied; None: all.
    """
    applied = _rule_set(None if codes is None else frozenset(codes))
    with at_full_speed():
        diagnostics = _of_routers(path, lines_of(text), target or Target(), applied)
    return sorted(diagnostics, key=attrgetter("line", "column"))


def _of_routers(path: str, lines: list[str], target: Target, applied: RuleSet) -> list[Diagnostic]:
    """The diagnostics of the configurations in a text. Their trees are gone when it returns: the cycle collector meets none of them."""
    diagnostics: list[Diagnostic] = []
    parts = routers_in(lines)
    for part in parts:
        first, whole = 0, TextLines(part.lines)
        while True:
            loader = Loader(_noting(target), path, apart=True)
            found = loader.load(whole, first)
            diagnostics += found if len(parts) == 1 else (each for each in found if each.code != "mostly-unknown")
            violations = applied.violations(loader.configuration, target)
            diagnostics += [_of_violation(path, lines, loader.configuration, rule, violation) for rule, violation in violations]
            _take_apart(loader.configuration)
            if not loader.rest:
                break
            first = loader.rest
    return diagnostics + [_of_another(path, lines, part, parts[0]) for part in parts[1:] if part.line]


def _of_another(path: str, lines: list[str], part: Part, before: Part) -> Diagnostic:
    """The diagnostic for the line that names another router of a session: a warning where the line is its `hostname`."""
    message = f"another router, after {before.name} in line {before.line}: its lines are checked by themselves"
    raw = lines[part.line - 1]
    start, end = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    severity = "warning" if part.renamed else "info"
    return Diagnostic(path, part.line, start + 1, end + 1, severity, "several-routers", message, raw.strip())


@lru_cache(maxsize=32)
def _rule_set(codes: frozenset[str] | None) -> RuleSet:
    """The rules of some codes; None: all."""
    return RuleSet([rule for rule in rules() if codes is None or rule.name in codes])


def _noting(target: Target) -> Configuration:
    """An empty configuration that also notes what rules ask about and the tree does not keep."""
    configuration = Configuration(platform=target.platform)
    configuration.notes = Notes()
    return configuration


def _take_apart(configuration: Configuration) -> None:
    """Lets the sections of a tree that is not needed any more forget the section around them.

    Python then frees the tree at once; a tree whose sections refer to each other waits for the cycle collector, which looks at all of it.
    """
    for section in list(configuration.root.walk()):
        section.parent = None


def _of_violation(
    path: str, lines: list[str], configuration: Configuration, rule: ValidationRule, violation: Violation
) -> Diagnostic:
    command = violation.command
    raw = lines[command.line - 1] if 0 < command.line <= len(lines) else ""
    start, end = _span(raw, command, violation.word)
    severity = violation.severity or rule.severity
    text = partial(masked, (configuration.language.mode(command.mode),), raw.strip())
    return Diagnostic(path, command.line, start + 1, end + 1, severity, rule.name, violation.message, text, violation.fix)


def _span(raw: str, command: Command, word: int) -> tuple[int, int]:
    """The columns, from 0, of a word of a command in its line; of the whole line for -1."""
    spots = positions(raw) if word >= 0 else []
    if word >= 0 and command.form.merges:  # several entries on one line: `button 1:1 2:2`
        word = next((index for index, (start, end) in enumerate(spots) if raw[start:end] == command.words[word]), -1)
    elif word >= 0:
        word += command.negative
    if 0 <= word < len(spots):
        return spots[word]
    return len(raw) - len(raw.lstrip()), len(raw.rstrip())
