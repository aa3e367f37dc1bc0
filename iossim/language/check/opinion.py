"""Compares the command tree with Lark's parser on lines of every command, in both directions: the second opinion.

Lines drawn from the rules are parsed by Lark and must give the rule and the fields that the tree gives; lines derived from Lark's
compiled rules are followed in the tree, symbol by symbol. Then words are typed for the drawn lines, with samples that no keyword
and no narrower argument accepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import lark

from iossim.errors import GrammarError
from iossim.language.bodies import Argument, Keyword, Symbol
from iossim.language.check.drawing import Drawer
from iossim.language.check.lark_grammar import Derived, LarkGrammar
from iossim.language.matching import match
from iossim.language.mode import Mode
from iossim.language.outcome import Command
from iossim.language.reading import Source
from iossim.language.rules import Rule
from iossim.language.space import Space
from iossim.language.tree import Node, Resolved, resolve

#: Sample lines of each command in each direction at least.
_LEAST = 3


def disagreements(space: Space, files: list[Source], modes: list[Mode]) -> Iterator[GrammarError]:
    """The lines of a name space on which Lark and the command tree do not agree.

    Args:
        space: the name space.
        files: its files.
        modes: its modes.
    """
    commands = {rule.name: rule for mode in modes for rule in mode.commands}
    try:
        grammar = LarkGrammar(files, commands, set(space.terminals))
    except lark.exceptions.LarkError as error:
        yield _refusal(space, files, str(error))
        return
    drawer = Drawer(space.rules)
    for rule in commands.values():
        homes = [mode for mode in modes if rule in mode.commands]
        for line in drawer.lines(rule, _LEAST):
            if problem := drawn_problem(grammar, homes[0], rule, line) or _typed_problem(homes, rule, line):
                yield GrammarError(problem, rule.file, rule.line)
                break
        for derived in grammar.lines(rule.name, _LEAST):
            if problem := derived_problem(homes[0], rule, derived):
                yield GrammarError(problem, rule.file, rule.line)
                break


def _refusal(space: Space, files: list[Source], message: str) -> GrammarError:
    """Lark's message about a grammar, at the first rule that it names."""
    rule = next((space.rules[name] for name in re.findall(r"\w+", message) if name in space.rules), None)
    text = f"Lark refuses the grammar: {message}"
    return GrammarError(text, rule.file, rule.line) if rule is not None else GrammarError(text, files[0].file, 1)


def drawn_problem(grammar: LarkGrammar, mode: Mode, rule: Rule, line: list[Symbol]) -> str:
    """The difference between Lark's parse of a line drawn from a rule and the tree's; "" where they agree.

    Args:
        grammar: Lark's grammar of the space.
        mode: a mode that has the command.
        rule: the command.
        line: the line.
    """
    words = [symbol.text if isinstance(symbol, Keyword) else f"{symbol.name}{at}" for at, symbol in enumerate(line)]
    shown = " ".join(symbol.text if isinstance(symbol, Keyword) else symbol.name for symbol in line)
    parsed = grammar.parse(rule.name, line, words)
    if parsed is None:
        return f"Lark refuses {shown!r} as {rule.name}"
    node = _reached(mode.root, [(isinstance(s, Keyword), s.text if isinstance(s, Keyword) else s.name) for s in line])
    if isinstance(node, str):
        return f"the tree of mode {mode.name} refuses {shown!r}: {node}"
    form = node.form
    if form is None or form.rule.name != rule.name:
        return (
            "" if rule.only_no and form is None else f"the tree takes {shown!r} for {form and form.rule.name}, Lark for {rule.name}"
        )
    if form.fields(words) != (fields := grammar.fields(parsed)):
        return f"fields of {shown!r}: the tree gives {form.fields(words)}, Lark gives {fields}"
    return ""


def derived_problem(mode: Mode, rule: Rule, line: list[Derived]) -> str:
    """The place where the tree does not follow a line derived by Lark; "" where it does.

    Args:
        mode: a mode that has the command.
        rule: the command.
        line: the line.
    """
    shown = " ".join(text for _, text in line)
    node = _reached(mode.root, line)
    if isinstance(node, str):
        return f"Lark accepts {shown!r} as {rule.name}, the tree does not: {node}"
    form = node.form
    if rule.only_no and form is None:
        return ""
    return (
        ""
        if form is not None and form.rule.name == rule.name
        else f"Lark accepts {shown!r} as {rule.name}, the tree does not end there"
    )


def _reached(root: Node, line: list[Derived]) -> Node | str:
    """The node after a line of symbols; the first symbol that is not there."""
    node = root
    for keyword, text in line:
        node.children()
        if keyword:
            child = node.folded.get(text.lower())
        else:
            child = next((child for _, child in node.arguments if child.symbol is not None and _name(child) == text), None)
        if child is None:
            return f"no {text}"
        node = child
    return node


def _name(node: Node) -> str:
    return node.symbol.name if isinstance(node.symbol, Argument) else ""


def _typed_problem(modes: list[Mode], rule: Rule, line: list[Symbol]) -> str:
    """The mistake of the matcher with a drawn line in words; "" where there is none, or where a narrower argument takes a sample."""
    for mode in modes:
        words = typed(mode.root, line)
        if words is None or rule.only_no:
            continue
        outcome = match(mode, " ".join(words))
        if not isinstance(outcome, Command) or outcome.form.rule.name != rule.name:
            return f"{' '.join(words)!r} in mode {mode.name} is {outcome}, not {rule.name}"
    return ""


def typed(root: Node, line: list[Symbol]) -> list[str] | None:
    """Words for a line of symbols, none of which means something else where it stands; None where there are no such words.

    Args:
        root: the root of a mode's tree.
        line: the symbols.
    """
    node, words = root, []
    for symbol in line:
        node.children()
        for word in (symbol.text,) if isinstance(symbol, Keyword) else symbol.notation.samples:
            taken = resolve(node, word.split(None, 1)[0])
            if isinstance(taken, Resolved) and _means(taken.node, symbol):
                words.append(word)
                node = taken.node
                break
        else:
            return None
    return words


def _means(node: Node, symbol: Symbol) -> bool:
    if isinstance(symbol, Keyword):
        return isinstance(node.symbol, Keyword) and node.symbol.text == symbol.text
    return _name(node) == symbol.name
