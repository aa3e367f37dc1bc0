"""A family of modes: one grammar file with its rules and tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iossim.errors import GrammarError
from iossim.language.definition import Choice, Keyword, Reference, Rule, Symbol
from iossim.language.tables import Row, tables

#: Rules that every configuration mode shares (`do`, `end`, `exit`, `help`); a file that names `_every_mode` gets them.
EVERY_MODE = "every_mode.lark"
MODE = "mode_"


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
        self.tables = tables(file, text)
        self.rows = self.tables.rows
        self.definition = self.tables.definition
        self.modes = {name.removeprefix(MODE): rule for name, rule in self.definition.modes.items()}

    @property
    def rules(self) -> dict[str, Rule]:
        """All rules of the file."""
        return self.definition.rules

    def commands(self, mode: str) -> list[Rule]:
        """The rules of the mode's commands, in the order of the file."""
        return list(self._commands(self.modes[mode]))

    def _commands(self, rule: Rule) -> Iterator[Rule]:
        body = rule.body
        for part in body.parts if isinstance(body, Choice) else (body,):
            if not isinstance(part, Reference) or part.name not in self.rules:
                raise GrammarError(f"{rule.name} must be a choice of rules of this file, not {part}", self.file, rule.line)
            found = self.rules[part.name]
            if part.name.startswith("_"):
                yield from self._commands(found)
            else:
                yield found

    def start(self, mode: str) -> Row:
        """What is accepted at the start of a line of the mode."""
        return self.rows[self.tables.starts[MODE + mode]]

    def terminal(self, symbol: Symbol) -> str:
        """Lark's name of a keyword or argument."""
        if isinstance(symbol, Keyword):
            return self.tables.keywords.get(symbol.text, "")
        return symbol.name
