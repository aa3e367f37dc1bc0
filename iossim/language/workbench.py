"""`iossim grammar check | list | explain`: whoever writes grammars must never need the debugger."""

from __future__ import annotations

from typing import TextIO

from iossim.language.check import check as faults
from iossim.language.bodies import Argument
from iossim.language.grammars import language
from iossim.language.matching import match_typed
from iossim.language.outcome import Ambiguous, Command, Incomplete, Problem
from iossim.language.reference import entries


def check(out: TextIO) -> int:
    """Prints every fault in the grammars; 0 where there is none, else 1."""
    found = list(faults(language()))
    out.writelines(f"{fault}\n" for fault in found)
    if not found:
        modes = list(language().modes())
        commands = sum(len(mode.commands) for mode in modes)
        out.write(f"{len(language().files)} grammar files, {len(modes)} modes, {commands} commands: no fault\n")
    return 1 if found else 0


def list_mode(name: str, out: TextIO) -> int:
    """Prints the command reference of a mode."""
    mode = language().mode(name.replace("-", "_"))
    out.write(f"{mode.name}  {mode.prompt}\n")
    for entry in entries(mode):
        out.writelines(f"\n  {form}\n" if form is entry.syntax[0] else f"  {form}\n" for form in entry.syntax)
        out.writelines(f"      {listed}: {syntax_}\n" for listed, (syntax_, _) in entry.lists.items())
        width = max(len(word.shown) for word in entry.words)
        out.writelines(f"      {word.shown:{width}}  {word.help}\n" for word in entry.words)
        opens = [f"Opens {entry.enters}."] if entry.enters else []
        out.write(f"      {' '.join([*opens, *entry.notes])}\n")
    return 0


def explain(line: str, mode_name: str, out: TextIO) -> int:
    """Prints what a line means word by word, with the rule, file and line that say so."""
    names = (
        [mode_name.replace("-", "_")] if mode_name else ["global", *[name for name in language().mode_names if name != "global"]]
    )
    best: Problem | None = None
    for name in names:
        outcome = match_typed(language().mode(name), line)
        if isinstance(outcome, Command):
            _explain(outcome, out)
            return 0
        if best is None or outcome.words > best.words:
            best = outcome
    out.write(f"{line}\n{_problem(best)}\n")
    return 1


def _explain(command: Command, out: TextIO) -> None:
    rule = command.form.rule
    out.write(f"mode {command.mode}, rule {rule.name} ({rule.file}:{rule.line})\n")
    if command.negative or command.reset:
        out.write(f"  {'no' if command.negative else 'default'}\n")
    for word, place in zip(command.words, command.form.places, strict=False):
        symbol = place.symbol
        if isinstance(symbol, Argument):
            out.write(f"  {word:24} {symbol.name} {symbol.notation.text}, field {place.field or symbol.field}\n")
        else:
            out.write(f"  {word:24} keyword{f', field {place.field}' if place.field else ''}\n")
    out.write(f"  identity {' '.join(command.form.identity(command.words))}\n")


def _problem(outcome: Problem | None) -> str:
    if isinstance(outcome, Incomplete):
        return "incomplete"
    if isinstance(outcome, Ambiguous):
        return f"{' ' * outcome.column}^ ambiguous: {', '.join(outcome.candidates)}"
    return f"{' ' * outcome.column}^ expected {', '.join(outcome.expected)}" if outcome is not None else ""
