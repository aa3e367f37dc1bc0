"""The generated part of docs/fidelity.md: coverage by mode, what is unconfirmed, deviations from samples, platforms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from iossim.config import line as printed
from iossim.config.platforms import PLATFORMS, SOURCES
from iossim.exec import COMMANDS
from iossim.language import Command, Mode, language, match_in
from iossim.language.form import SESSION_ACTIONS
from iossim.language.reference import Entry, entries
from iossim.language.workbench import loose_commands
from tests.catalogue import entries as catalogue
from tests.catalogue.coverage import measure
from tests.catalogue.effects import Effects

Row = tuple[int, ...]


def generated() -> Iterator[str]:
    """The lines of the generated part."""
    yield from _coverage()
    yield from ("", *_loose())
    yield from ("", *_unconfirmed())
    yield from ("", *_exceptions())
    yield from ("", *_samples())
    yield from ("", *_platforms())


# -- coverage ------------------------------------------------------------------------------------------------------------------

_COLUMNS = ("commands", "modelled", "accepted", "unconfirmed", "entries", "covered", "verbatim")


def _coverage() -> Iterator[str]:
    rows = {mode.name: _row(mode) for mode in language().modes()}
    covered = _covered()
    yield "### Coverage by mode"
    yield ""
    yield from _COVERAGE.splitlines()
    yield from ("", f"| mode | {' | '.join(_COLUMNS)} |", f"| --- |{' ---: |' * len(_COLUMNS)}")
    total: Row = (0,) * len(_COLUMNS)
    for name in sorted({*rows, *covered}):
        row = rows.get(name, (0, 0, 0, 0)) + covered.get(name, (0, 0, 0))
        total = tuple(a + b for a, b in zip(total, row, strict=True))
        yield f"| [{name.replace('_', '-')}](commands/{name.replace('_', '-')}.md) | {_cells(row)} |"
    yield f"| **all** | {_cells(total)} |"


_COVERAGE = """\
*Commands* are those of the grammar, *modelled* or *accepted* (see the [command reference](commands/README.md)); EXEC
commands that iossim carries out count as modelled.
*Entries* are those of the command catalogue, which was gathered from Cisco's command references, the XML API's sample and
configurations in use (`tests/data/catalogue`). An entry is *covered* when its syntax, examples, ranges, keywords, `no`
forms and printed form are all met, and *verbatim* when the grammar has no command for it: a file's line is then kept as
it is. Lines that neither grammar nor catalogue knows are verbatim, too."""


def _cells(row: Row) -> str:
    return " | ".join(str(number) if number else "" for number in row)


def _row(mode: Mode) -> Row:
    rules = [rule for rule in mode.commands if rule.action not in SESSION_ACTIONS]
    modelled = sum(rule.support == "modelled" or rule.base in COMMANDS for rule in rules)
    return len(rules), modelled, len(rules) - modelled, sum(rule.unconfirmed for rule in rules)


def _covered() -> dict[str, Row]:
    """By mode: entries of the catalogue, how many of them are met in everything, and how many have no command."""
    result = measure(language(), catalogue.entries())
    wanting = {(point.entry.number, point.entry.mode) for point in result.open(exec_too=True)}
    missing = {(point.entry.number, point.entry.mode) for point in result.open("command", exec_too=True)}
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for entry in catalogue.entries():
        row = found[entry.mode]
        row[0] += 1
        row[1] += (entry.number, entry.mode) not in wanting
        row[2] += (entry.number, entry.mode) in missing
    return {mode: tuple(row) for mode, row in found.items()}


# -- loose commands --------------------------------------------------------------------------------------------------------------


def _loose() -> Iterator[str]:
    commands = loose_commands()
    by_mode = Counter(mode.name.replace("_", "-") for mode, _ in commands)
    rules = len({(rule.file, rule.line) for _, rule in commands})
    yield "### Loose commands"
    yield ""
    yield f"{len(commands)} commands of {rules} rules take any words in the place of arguments that nobody has described;"
    yield "`iossim grammar list --loose` lists them. By mode:"
    yield f"{', '.join(f'{name} {count}' for name, count in by_mode.most_common())}."


# -- what is unconfirmed ---------------------------------------------------------------------------------------------------------


def _unconfirmed() -> Iterator[str]:
    found = {mode.name: [each for each in entries(mode) if _is_unconfirmed(mode, each)] for mode in language().modes()}
    count = sum(map(len, found.values()))
    yield "### Unconfirmed commands"
    yield ""
    yield f"{count} commands are built from general knowledge: none of the documents behind iossim describes them."
    yield ""
    for mode, commands in found.items():
        if commands:
            yield f"- {mode.replace('_', '-')}: {', '.join(f'`{_short(each)}`' for each in commands)}"


def _is_unconfirmed(mode: Mode, entry: Entry) -> bool:
    return mode.rules[entry.name].unconfirmed


def _short(entry: Entry) -> str:
    """A command's syntax, cut where it is long."""
    text = entry.syntax[0]
    return text if len(text) <= 60 else text[:60].rpartition(" ")[0] + " …"


# -- exceptions and deviations -----------------------------------------------------------------------------------------------------


def _exceptions() -> Iterator[str]:
    yield "### Catalogue entries read otherwise"
    yield ""
    yield "Misprints and cut-short lines of the documents, decided one by one (`tests/catalogue/exceptions.yaml`)."
    yield ""
    for (command, mode), fields in catalogue.rewritten().items():
        yield f"- `{command}` ({mode.replace('_', '-')}): {_plain(fields['reason'])}."
    for each in catalogue.excepted():
        lines = "".join(f", `{line}`" for line in each.lines)
        yield f"- `{each.entry}` ({', '.join(mode.replace('_', '-') for mode in each.modes)}{lines}): {_plain(each.reason)}."


def _plain(text: str) -> str:
    return text.replace("<", "&lt;")


def _samples() -> Iterator[str]:
    yield "### Samples that are printed otherwise"
    yield ""
    yield "Where samples of the running-config differ from each other, the first sample of the command's own entry wins."
    yield ""
    yield "| sample | printed as | sample of |"
    yield "| --- | --- | --- |"
    for (sample, shown), owners in sorted(_deviations().items()):
        yield f"| `{sample}` | `{shown}` | {', '.join(sorted(owners))} |"


def _deviations() -> dict[tuple[str, str], set[str]]:
    """Samples and what is printed instead, with the commands whose entries hold them."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in catalogue.entries():
        chain = language().chain(entry.mode)
        for line in entry.running if entry.configures else ():
            sample = line.lstrip()
            command = match_in(chain, sample.rstrip()) if sample.strip(" !") else None
            if not isinstance(command, Command):
                continue
            entered = command.form.rule.enters
            right = printed(command) == sample or (not entered and not _effects(command.mode).printed(sample))
            if not right and command.words[0] == sample.split()[0]:
                found[sample, printed(command)].add(entry.command)
            chain = language().chain(entered) if entered else chain
    return found


_EFFECTS: dict[str, Effects] = {}


def _effects(mode: str) -> Effects:
    if mode not in _EFFECTS:
        _EFFECTS[mode] = Effects(language(), language().mode(mode))
    return _EFFECTS[mode]


# -- platforms ---------------------------------------------------------------------------------------------------------------------


def _platforms() -> Iterator[str]:
    yield "### Limits of the platforms"
    yield ""
    yield from _PLATFORMS.splitlines()
    yield ""
    for letter, source in SOURCES.items():
        yield f"- {letter}: {source}"
    yield from (
        "",
        "| platform | max-ephones, max-pool | max-dn | max-conferences | sources |",
        "| --- | ---: | ---: | ---: | --- |",
    )
    for each in PLATFORMS:
        numbers = (each.phones, each.dns, each.conferences)
        shown = " | ".join("" if number is None else str(number) for number in numbers)
        yield f"| {each.name} | {shown} | {', '.join(each.sources)} |"


_PLATFORMS = """\
With `--platform`, these numbers bound `max-ephones`, `max-pool`, `max-dn`, `max-conferences` and the tag of
`logout-profile`; a number that is not in the table, and every other argument that Cisco leaves to the platform, is bounded
by 65535. Where sources differ, the larger number counts, so that no line that a router takes is refused. The sources:"""
