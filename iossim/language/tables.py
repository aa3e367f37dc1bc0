"""The LALR tables of one grammar file, as Lark builds them, walked once and kept in the user's cache folder.

Lark's tables are made for parsing: a step pushes and pops a stack. A command language has no nesting, so the stacks that can occur
are few. Each is a **row** here: the terminals accepted next, and the row each leads to. Loading Lark's own cache (rules, callbacks,
parse trees that nobody asks for) took most of a warm start; the rows load in a few milliseconds and need no Lark.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from iossim.errors import GrammarError
from iossim.language.definition import Definition, read
from iossim.language.speed import at_full_speed

#: What ends a line, among the terminals of a row.
END = "$END"
#: Deeper than any stack of a language without nesting; right recursion (`x: A x | A`) would make stacks without end.
_DEEPEST = 200
_COMMENTS = re.compile(r"^//.*$", re.MULTILINE)

Row = dict[str, int]
Stack = tuple[int, ...]


@dataclass(slots=True)
class Tables:
    """What is known of one grammar file.

    Attributes:
        definition: its rules, help and directives.
        rows: the terminals accepted at each stack, and the index of the row that each leads to.
        starts: the row at the start of each start rule.
        keywords: Lark's name of each keyword.
    """

    definition: Definition
    rows: list[Row]
    starts: dict[str, int]
    keywords: dict[str, str]


def tables(file: str, text: str) -> Tables:
    """The tables of a grammar file: from the cache, else built and put there.

    Args:
        file: the file's name, for messages and for the cache.
        text: its text.

    Raises:
        GrammarError: a fault in the file.
    """
    kept = cache_file(file, text)
    if kept is not None and (known := _load(kept)) is not None:
        return known
    with at_full_speed():
        built = build(read(file, text))
    if kept is not None:
        _store(kept, built)
    return built


def _load(kept: Path) -> Tables | None:
    try:
        with at_full_speed():
            found = pickle.loads(kept.read_bytes())
    except Exception:  # noqa: BLE001 (a damaged file may raise anything; it is built anew)
        return None
    return found if isinstance(found, Tables) else None


def build(definition: Definition) -> Tables:
    """Builds the tables with Lark and walks them.

    Raises:
        GrammarError: Lark refuses the grammar, or its rows have no end.
    """
    lark = _lark(definition)
    walker = _Walker(definition.file, lark)
    starts = {name: walker.walk(name) for name in definition.modes}
    keywords = {each.pattern.value: each.name for each in lark.terminals if each.name not in definition.terminals}
    return Tables(definition, walker.rows, starts, keywords)


def _lark(definition: Definition) -> Any:
    """Lark's parser: LALR, no conflict settled in silence, and a lexer that does nothing, for a command line has none."""
    from lark import Lark
    from lark.exceptions import LarkError
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        def __init__(self, lexer_conf: Any) -> None:
            pass

        def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:  # noqa: ARG002
            return iter(())

    try:
        return Lark(
            _COMMENTS.sub("", definition.text),  # help and directives are two thirds of the text, and nothing to Lark
            parser="lalr",
            lexer=NoLexer,
            keep_all_tokens=True,
            maybe_placeholders=False,
            strict=True,
            start=list(definition.modes),
        )
    except LarkError as error:
        raise GrammarError(str(error), definition.file) from error


class _Walker:
    """Finds every stack that can occur, from the tables of Lark's interactive parser."""

    def __init__(self, file: str, lark: Any) -> None:
        self._file = file
        self._lark = lark
        self.rows: list[Row] = []
        self._index: dict[Stack, int] = {}

    def walk(self, start: str) -> int:
        """Walks all that follows a start rule; the index of its first row."""
        state = self._lark.parse_interactive("", start=start).parser_state
        conf = state.parse_conf
        actions, last = conf.parse_table.states, conf.end_state
        todo: list[Stack] = []
        first = self._row(tuple(state.state_stack), todo)
        while todo:
            stack = todo.pop()
            row = self.rows[self._index[stack]]
            for terminal in actions[stack[-1]]:
                if terminal == END:
                    if _ends(actions, stack, last):
                        row[END] = -1
                elif terminal.isupper() and (after := _feed(actions, stack, terminal)) is not None:
                    row[terminal] = self._row(after, todo)
        return first

    def _row(self, stack: Stack, todo: list[Stack]) -> int:
        index = self._index.get(stack)
        if index is None:
            index = self._index[stack] = len(self.rows)
            self.rows.append({})
            todo.append(stack)
            if len(stack) > _DEEPEST:
                raise GrammarError("the rows have no end: write a list as `x+`, not by right recursion", self._file)
        return index


def _feed(actions: Any, stack: Stack, terminal: str) -> Stack | None:
    """The stack behind a terminal; None where it is not accepted."""
    while (action := actions[stack[-1]].get(terminal)) is not None:
        kind, argument = action
        if kind.name == "Shift":
            return (*stack, argument)
        stack = _reduce(actions, stack, argument)
    return None


def _ends(actions: Any, stack: Stack, last: int) -> bool:
    """Whether a line may end at a stack."""
    while stack[-1] != last:
        action = actions[stack[-1]].get(END)
        if action is None or action[0].name == "Shift":
            return action is not None
        stack = _reduce(actions, stack, action[1])
    return True


def _reduce(actions: Any, stack: Stack, rule: Any) -> Stack:
    size = len(rule.expansion)
    stack = stack[:-size] if size else stack
    return (*stack, actions[stack[-1]][rule.origin.name][1])


def cache_file(name: str, text: str) -> Path | None:
    """Where the tables of a grammar are kept: in the user's own cache folder; None where that cannot be written."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
        folder = Path(base) / "iossim"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError):  # RuntimeError: a user without a home, as in some containers
        return None
    if not os.access(folder, os.W_OK):
        return None
    digest = hashlib.sha256(f"{_layout()} {sys.version_info[:2]} {text}".encode()).hexdigest()[:16]
    return folder / f"{Path(name).stem}-{digest}.tables"


@cache
def _layout() -> str:
    """What the kept objects look like: the modules that define them, so that no new module meets an old cache."""
    sources = [Path(__file__).with_name(name) for name in ("definition.py", "notations.py", "tables.py")]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources if source.exists())).hexdigest()


def _store(kept: Path, built: Tables) -> None:
    """Writes a cache file in one piece; a cache that cannot be written is no fault."""
    import tempfile

    with contextlib.suppress(OSError):
        handle, temporary = tempfile.mkstemp(dir=kept.parent)
        with os.fdopen(handle, "wb") as file:
            pickle.dump(built, file, protocol=pickle.HIGHEST_PROTOCOL)
        Path(temporary).replace(kept)
