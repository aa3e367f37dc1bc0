"""The grammar of a name space as Lark compiles it: parses lines of keywords and arguments, and derives such lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import lark
from lark.grammar import NonTerminal
from lark.lexer import Lexer

from iossim.language.bodies import Keyword, Symbol, base_name
from iossim.language.reading import Source

#: Lines derived from one rule at most.
_MOST = 100

Fields = dict[str, str | list[str]]
#: A symbol of a derived line: True and the text of a keyword, or False and the name of an argument's terminal.
Derived = tuple[bool, str]


class _Symbols(Lexer):
    """Gives Lark the symbols of a line: `TERMINAL=word`, one on each line of the text."""

    def __init__(self, _: Any) -> None:
        """Takes no settings: a command line has no lexer, since the meaning of a word depends on where it stands."""

    def lex(self, data: str) -> Iterator[lark.Token]:  # type: ignore[override]
        """The symbols as tokens."""
        for line in data.split("\n"):
            name, _, word = line.partition("=")
            yield lark.Token(name, word)


class LarkGrammar:
    """The grammar of one name space, compiled by Lark.

    Args:
        files: the files of the space.
        commands: the names of the commands' rules.
        terminals: the terminals that the files define.
    """

    def __init__(self, files: Iterable[Source], commands: Iterable[str], terminals: Collection[str]) -> None:
        text = "\n".join(source.text for source in files)
        self._lark = lark.Lark(
            text, start=list(commands), parser="earley", lexer=_Symbols, keep_all_tokens=True, maybe_placeholders=False
        )
        self._terminals = terminals
        keywords = [terminal for terminal in self._lark.terminals if terminal.name not in terminals]
        self._names = {str(terminal.pattern.value): str(terminal.name) for terminal in keywords}
        self._texts = {name: text for text, name in self._names.items()}
        self._alternatives: dict[str, list[list[Any]]] = {}
        for rule in self._lark.rules:
            self._alternatives.setdefault(str(rule.origin.name), []).append(list(rule.expansion))
        self._derived: Counter[tuple[str, int]] = Counter()
        self._complete: set[str] = set()

    def parse(self, command: str, symbols: Iterable[Symbol], words: Iterable[str]) -> lark.Tree[lark.Token] | None:
        """Lark's parse tree of a line; None where Lark refuses it.

        Args:
            command: the name of the command's rule.
            symbols: the line's keywords and arguments.
            words: the words that stand for them.
        """
        names = [self._names.get(symbol.text, "?") if isinstance(symbol, Keyword) else symbol.name for symbol in symbols]
        text = "\n".join(f"{name}={word}" for name, word in zip(names, words, strict=True))
        try:
            return self._lark.parse(text, start=command)
        except lark.UnexpectedInput:
            return None

    def fields(self, tree: lark.Tree[lark.Token]) -> Fields:
        """The fields that a parse tree fills: an argument its own, a sub-rule that of all words in it."""
        values: dict[str, list[str]] = {}
        spans: dict[str, list[str]] = {}
        for token, field in _tokens(tree):
            own = base_name(token.type).lower()
            if field is not None:
                spans.setdefault(field, []).append(str(token))
            if token.type in self._terminals and own != field:
                values.setdefault(own, []).append(str(token))
        merged: Fields = {name: words[0] if len(words) == 1 else words for name, words in values.items()}
        return merged | {name: " ".join(words) for name, words in spans.items()}

    def lines(self, command: str, least: int) -> Iterator[list[Derived]]:
        """Lines derived from Lark's compiled rules.

        Args:
            command: the name of the command's rule.
            least: number of lines; more follow until every alternative has been derived.
        """
        for count in range(_MOST):
            if count >= least and not self._is_left(command):
                return
            yield [(name in self._texts, self._texts.get(name, name)) for name in self._derive(command)]

    def _is_left(self, rule: str, around: tuple[str, ...] = ()) -> bool:
        """True if an alternative of a rule, or of a rule in it, was never derived."""
        if rule in self._complete or rule in around:
            return False
        alternatives = self._alternatives[rule]
        left = any(not self._derived[rule, at] for at in range(len(alternatives)))
        left = left or any(self._is_left(name, (*around, rule)) for alternative in alternatives for name in _rules_in(alternative))
        if not left:
            self._complete.add(rule)
        return left

    def _derive(self, rule: str) -> Iterator[str]:
        """The symbols of a rule, by an alternative in which something is left, or else by the one that was derived least."""
        alternatives = self._alternatives[rule]

        def order(at: int) -> tuple[bool, int]:
            derived = self._derived[rule, at]
            return derived > 0 and not any(map(self._is_left, _rules_in(alternatives[at]))), derived

        at = min(range(len(alternatives)), key=order)
        self._derived[rule, at] += 1
        for symbol in alternatives[at]:
            if isinstance(symbol, NonTerminal):
                yield from self._derive(str(symbol.name))
            else:
                yield str(symbol.name)


def _rules_in(alternative: list[Any]) -> list[str]:
    return [str(symbol.name) for symbol in alternative if isinstance(symbol, NonTerminal)]


def _tokens(tree: lark.Tree[lark.Token], field: str | None = None) -> Iterator[tuple[lark.Token, str | None]]:
    """The tokens of a tree, with the field of the outermost sub-rule around them."""
    for child in tree.children:
        if isinstance(child, lark.Tree):
            yield from _tokens(child, field or base_name(str(child.data)))
        else:
            yield child, field
