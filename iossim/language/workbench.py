"""`iossim grammar check | list | explain`: shows a writer of grammars the mistakes, the commands and the meaning of a line."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TextIO

from iossim.language.bodies import Argument
from iossim.language.grammars import Language, grammar_folder, language
from iossim.language.matching import match_typed
from iossim.language.mode import Mode
from iossim.language.outcome import Ambiguous, Command, Failure, Incomplete
from iossim.language.reference import entries
from iossim.language.rules import Rule
from iossim.language.syntax import Drawing


def check(out: TextIO, actions: Collection[str] | None = None, folder: Path | None = None) -> int:
    """Prints every mistake in the grammars.

    Args:
        out: where to print.
        actions: the actions that the router can carry out; None: do not check their names.
        folder: the folder of the grammars; by default the one that came with iossim.

    Returns:
        0 where there is no mistake, else 1.
    """
    from iossim.language.check import check as mistakes

    folder = folder or grammar_folder()
    count = 0
    for mistake in mistakes(folder, actions):
        out.write(f"{mistake}\n")
        count += 1
    if count:
        return 1
    modes = list(Language(folder).modes())
    files = sum(1 for _ in folder.rglob("*.lark"))
    out.write(f"{files} grammar files, {len(modes)} modes, {sum(len(mode.commands) for mode in modes)} commands: no fault\n")
    return 0


def list_mode(name: str, out: TextIO) -> int:
    """Prints the command reference of a mode.

    Args:
        name: the mode, with `-` or `_`.
        out: where to print.

    Returns:
        0.

    Raises:
        GrammarError: no such mode.
    """
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


def loose_commands() -> list[tuple[Mode, Rule]]:
    """The loose commands (`//@ loose`) of every mode, with the mode."""
    return [(mode, rule) for mode in language().modes() for rule in mode.commands if rule.loose]


def list_loose(mode_name: str, out: TextIO) -> int:
    """Prints the loose commands, with the place of their rules, and their number.

    Args:
        mode_name: the mode, with `-` or `_`; "": every mode.
        out: where to print.

    Returns:
        0.

    Raises:
        GrammarError: no such mode.
    """
    name = language().mode(mode_name.replace("-", "_")).name if mode_name else ""
    listed = [(mode, rule) for mode, rule in loose_commands() if name in ("", mode.name)]
    for mode, rule in listed:
        syntax = Drawing(mode.rules).draw(rule.body)
        out.write(f"{mode.name}  {syntax}  ({rule.file}:{rule.line})\n")
    rules = len({(rule.file, rule.line) for _, rule in listed})
    out.write(f"{len(listed)} loose commands, of {rules} rules\n")
    return 0


def explain(line: str, mode_name: str, out: TextIO, tree: bool = False) -> int:
    """Prints the meaning of a line word by word, with the rule, file and line that say so.

    Args:
        line: the line.
        mode_name: the mode to read it in; "": the first that understands it.
        out: where to print.
        tree: print Lark's parse tree of the line, too.

    Returns:
        0 where the line is a command, else 1.
    """
    names = (
        [mode_name.replace("-", "_")] if mode_name else ["global", *[name for name in language().mode_names if name != "global"]]
    )
    best: Failure | None = None
    for name in names:
        outcome = match_typed(language().mode(name), line)
        if isinstance(outcome, Command):
            _explain(outcome, out)
            if tree:
                out.write(_parse_tree(language().mode(name), outcome))
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
    for word, place in zip(command.words, command.form.places, strict=True):
        symbol = place.symbol
        if isinstance(symbol, Argument):
            out.write(f"  {word:24} {symbol.name} {symbol.notation.text}, field {place.field or symbol.field}\n")
        else:
            out.write(f"  {word:24} keyword{f', field {place.field}' if place.field else ''}\n")
    out.write(f"  identity {' '.join(command.form.identity(command.words))}\n")


def _parse_tree(mode: Mode, command: Command) -> str:
    """Lark's parse tree of a command, by the grammar of its name space."""
    from iossim.language.check.lark_grammar import LarkGrammar
    from iossim.language.reading import sources

    rule = command.form.rule
    grammar = LarkGrammar(sources(language().folder)[mode.space.name], [rule.name], set(mode.space.terminals))
    symbols = [place.symbol for place in command.form.places if place.symbol is not None]
    parsed = grammar.parse(rule.name, symbols, command.words)
    return parsed.pretty() if parsed is not None else "no parse tree: the line leaves words of its rule out\n"


def _problem(outcome: Failure | None) -> str:
    if isinstance(outcome, Incomplete):
        return "incomplete"
    if isinstance(outcome, Ambiguous):
        return f"{' ' * outcome.column}^ ambiguous: {', '.join(outcome.candidates)}"
    return f"{' ' * outcome.column}^ expected {', '.join(outcome.expected)}" if outcome is not None else ""
