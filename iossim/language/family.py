"""A family of modes: one grammar file, its rules as iossim reads them and its tables as Lark builds them."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lark import Lark, Token
from lark.common import LexerConf
from lark.exceptions import GrammarError as LarkGrammarError
from lark.lexer import Lexer

from iossim.errors import GrammarError
from iossim.language.definition import Choice as ChoiceBody
from iossim.language.definition import Definition, Keyword, Reference, Rule, Symbol, read

#: Rules that every configuration mode shares (`do`, `end`, `exit`, `help`); a file that names `_every_mode` gets them.
EVERY_MODE = "every_mode.lark"
MODE = "mode_"


class State:
    """Lark's parser at one stack: the terminals it accepts, and the states they lead to."""

    __slots__ = ("_family", "_next", "accepts", "at")

    def __init__(self, at: Any, family: Family) -> None:
        self.at = at
        self._family = family
        self.accepts: frozenset[str] = frozenset(at.accepts())
        self._next: dict[str, State] = {}

    def step(self, terminal: str) -> State:
        """The state behind a terminal that is accepted here."""
        found = self._next.get(terminal)
        if found is None:
            found = self._next[terminal] = self._family.state(self.at.feed_token(Token(terminal, "")))
        return found

    @property
    def ends(self) -> bool:
        """A command may end here."""
        return "$END" in self.accepts


class NoLexer(Lexer):
    """A lexer that does nothing: what a word means depends on where it stands, so the walk chooses the terminals."""

    def __init__(self, lexer_conf: LexerConf) -> None:
        """Lark asks for this signature."""

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:  # noqa: ARG002
        """No token, ever."""
        return iter(())


class Family:
    """One grammar file.

    Args:
        folder: the folder of the grammars.
        file: the file's name in it.
    """

    def __init__(self, folder: Path, file: str) -> None:
        self.file = file
        text = (folder / file).read_text(encoding="utf-8")
        if "_every_mode" in text:
            text += "\n" + (folder / EVERY_MODE).read_text(encoding="utf-8")
        self.definition: Definition = read(file, text)
        self.modes = {name.removeprefix(MODE): rule for name, rule in self.definition.modes.items()}
        self._lark: Any = None
        self._states: dict[tuple[Any, ...], State] = {}
        self._terminals: dict[str, str] = {}

    @property
    def rules(self) -> dict[str, Rule]:
        """All rules of the file."""
        return self.definition.rules

    def commands(self, mode: str) -> list[Rule]:
        """The rules of the mode's commands, in the order of the file."""
        return list(self._commands(self.modes[mode]))

    def _commands(self, rule: Rule) -> Iterator[Rule]:
        body = rule.body
        for part in body.parts if isinstance(body, ChoiceBody) else (body,):
            if not isinstance(part, Reference) or part.name not in self.rules:
                raise GrammarError(f"{rule.name} must be a choice of rules of this file, not {part}", self.file, rule.line)
            found = self.rules[part.name]
            if part.name.startswith("_"):
                yield from self._commands(found)
            else:
                yield found

    def start(self, mode: str) -> State:
        """The state at the start of a line of the mode."""
        if self._lark is None:
            self._lark = self._build()
            self._terminals = {
                each.pattern.value: each.name for each in self._lark.terminals if each.name not in self.definition.terminals
            }
        return self.state(self._lark.parse_interactive("", start=MODE + mode).as_immutable())

    def state(self, at: Any) -> State:
        """The one state of this stack."""
        key = tuple(at.parser_state.state_stack)
        found = self._states.get(key)
        if found is None:
            found = self._states[key] = State(at, self)
        return found

    def terminal(self, symbol: Symbol) -> str:
        """Lark's name of a keyword or argument."""
        if isinstance(symbol, Keyword):
            return self._terminals.get(symbol.text, "")
        return symbol.name

    def _build(self) -> Any:
        text = self.definition.text
        cache = cache_file(self.file, text)
        try:
            return Lark(
                text,
                parser="lalr",
                lexer=NoLexer,
                keep_all_tokens=True,
                maybe_placeholders=False,
                strict=True,
                start=[MODE + mode for mode in self.modes],
                cache=str(cache) if cache else False,
            )
        except LarkGrammarError as error:
            raise GrammarError(str(error), self.file) from error


def cache_file(name: str, text: str) -> Path | None:
    """Where Lark may keep the tables of a grammar: in the user's own cache folder; None where that cannot be written."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    folder = Path(base) / "iossim"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    digest = hashlib.sha256(f"{sys.version_info[:2]}{text}".encode()).hexdigest()[:16]
    return folder / f"{Path(name).stem}-{digest}.lalr"
