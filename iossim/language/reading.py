"""Reads the grammar files: Lark parses them by its own grammar; help lines and directives are read beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from iossim.errors import GrammarError
from iossim.language.directive_lines import split
from iossim.language.directives import DIRECTIVES
from iossim.language.lark_tree import TEMPLATE, body_of, literal
from iossim.language.notations import Notation, notation
from iossim.language.rules import Rule
from iossim.language.space import EVERY_MODE, MODE, Space

if TYPE_CHECKING:
    from lark import Lark, Token, Tree, UnexpectedInput

#: Above a rule: the help of a word, the help of a path of words, directives.
_HELP = re.compile(r"//\?\s+(\S+)\s\s+(\S.*)")
_PATH = re.compile(r"//#\s+(\S+(?: \S+)*)\s\s+(\S.*)")
#: The beginning of a start rule.
_START = re.compile(rf"^{MODE}([a-z0-9_]+)\s*:", re.MULTILINE)


@dataclass(slots=True)
class Above:
    """The lines above a rule."""

    help: dict[str, str] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    directives: list[tuple[str, list[str], int]] = field(default_factory=list)
    first: int = 0


@dataclass(slots=True)
class Source:
    """One grammar file: its name relative to the folder of the grammars, and its text."""

    file: str
    text: str


def sources(folder: Path) -> dict[str, list[Source]]:
    """The files of each name space, by the space's name; the file that every mode shares is added where it is named.

    Args:
        folder: the folder of the grammars.

    Raises:
        GrammarError: a file is not encoded in UTF-8.
    """
    spaces: dict[str, list[Source]] = {}
    shared: Source | None = None
    for path in sorted(folder.rglob("*.lark")):
        source = _source(path, path.relative_to(folder).as_posix())
        if path.parent == folder and f"_{path.stem}" == EVERY_MODE:
            shared = source
        else:
            spaces.setdefault(path.stem if path.parent == folder else path.parent.name, []).append(source)
    for name, files in spaces.items():
        files.sort(key=lambda source: (Path(source.file).stem != name, source.file))
        if shared is not None and any(EVERY_MODE in source.text for source in files):
            files.append(shared)
    return spaces


def _source(path: Path, file: str) -> Source:
    data = path.read_bytes()
    try:
        return Source(file, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GrammarError("a character that is not encoded in UTF-8", file, line) from None


def read(name: str, files: list[Source]) -> tuple[Space, list[GrammarError]]:
    """Reads the files of a name space.

    Args:
        name: the name of the space.
        files: its files.

    Returns:
        The space, as far as it could be read, and the mistakes that were met.
    """
    reader = _Reader(name)
    for source in files:
        reader.scan(source)
    space = reader.finish()
    return space, reader.mistakes


@cache
def _lark() -> Lark:
    """A parser of grammar files, by the grammar of grammars that comes with Lark."""
    import lark

    return lark.Lark.open(
        "grammars/lark.lark", rel_to=lark.__file__, parser="lalr", propagate_positions=True, maybe_placeholders=False
    )


class _Reader:
    """Collects the rules and terminals of one name space."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.mistakes: list[GrammarError] = []
        self.trees: dict[str, tuple[Tree[Token], str, int, Above]] = {}
        self.terminals: dict[str, Notation] = {}
        self.defined: dict[str, tuple[str, int]] = {}

    def scan(self, source: Source) -> None:
        """Reads the rules' heads, help and directives, and the terminals, of one file."""
        import lark

        above = list(self._above(source))
        try:
            tree = _lark().parse(source.text + "\n")
        except lark.UnexpectedInput as error:
            line, message = _syntax_mistake(error, source.text)
            self.mistakes.append(GrammarError(message, source.file, line))
            return
        for item in tree.children:
            assert isinstance(item, lark.Tree)
            self._item(item, source, above)
        for lines in above:
            if lines.first:
                self._mistake("help or directives without a rule below them", source.file, lines.first)

    def _item(self, item: Tree[Token], source: Source, above: list[Above]) -> None:
        line = item.meta.line
        if item.data not in ("rule", "token"):
            statement = item.data.removesuffix("_rule").removeprefix("multi_")
            self._mistake(f"`%{statement}` is not supported in these grammars", source.file, line)
            return
        name = str(item.children[0])
        parameters = item.children[1]
        if name == TEMPLATE:
            return
        if name in self.defined:
            file, first = self.defined[name]
            self._mistake(f"{name} is defined twice; the first time in {file}:{first}", source.file, line)
            return
        self.defined[name] = (source.file, line)
        if item.data == "token":
            self._terminal(name, item, source.file, line)
            return
        lines = next((lines for lines in above if lines.first and lines.first < line), Above())
        kept = Above(lines.help, lines.paths, lines.directives)
        lines.first = 0
        if name[0] in "!?":
            self._mistake(f"`{name[0]}` before the name of a rule is not supported", source.file, line)
        if len(item.children) > 3:
            self._mistake("a priority is not supported: the narrowest argument wins", source.file, line)
        elif getattr(parameters, "children", None):
            self._mistake(f"a template is not supported; `{TEMPLATE}{{x}}: x |` is the only one", source.file, line)
        else:
            self.trees[name] = (item.children[-1], source.file, line, kept)  # type: ignore[assignment]

    def _terminal(self, name: str, item: Tree[Token], file: str, line: int) -> None:
        body = item.children[-1]
        text = literal(body)
        if text is None:
            self._mistake(f'the terminal {name} must be one notation in quotation marks, like {name}: "<1-10>"', file, line)
            return
        try:
            self.terminals[name] = notation(text)
        except GrammarError as error:
            self._mistake(error.message, file, line)
            self.terminals[name] = notation("WORD")

    def finish(self) -> Space:
        """The space, when all files have been scanned."""
        rules = {}
        paths = {}
        for name, (tree, file, line, above) in self.trees.items():
            try:
                body = body_of(tree, self.terminals)
            except GrammarError as error:
                self._mistake(error.message, file, error.line or line)
                continue
            rules[name] = Rule(name, file, line, body, above.help, above.directives)
            if above.paths:
                paths[name] = above.paths
        return Space(self.name, rules, self.terminals, paths)

    def _mistake(self, message: str, file: str, line: int) -> None:
        self.mistakes.append(GrammarError(message, file, line))

    # Lines above a rule

    def _above(self, source: Source) -> Iterator[Above]:
        """The help and directives above each rule, in order. A terminal in between does not end them."""
        above = Above()
        for number, line in enumerate(source.text.split("\n"), 1):
            if line.startswith(("//?", "//@", "//#")):
                above.first = above.first or number
                self._line_above(above, line.rstrip(), source.file, number)
            elif above.first and line[:1].islower() | line.startswith("_"):
                yield above
                above = Above()
        if above.first:
            yield above

    def _line_above(self, above: Above, line: str, file: str, number: int) -> None:
        if line.startswith("//@"):
            self._directives(above, line[3:], file, number)
        elif line.startswith("//?"):
            self._help(_HELP, above.help, "//? WORD  text", line, file, number)
        else:
            self._help(_PATH, above.paths, "//# path of words  text", line, file, number)

    def _directives(self, above: Above, text: str, file: str, number: int) -> None:
        try:
            directives = split(text, file, number)
        except GrammarError as error:
            self.mistakes.append(error)
            return
        for name, words in directives:
            if not DIRECTIVES[name].repeatable and any(name == other for other, _, _ in above.directives):
                self._mistake(f"a second `{name}`; a rule carries one", file, number)
            else:
                above.directives.append((name, words, number))

    def _help(self, pattern: re.Pattern[str], lines: dict[str, str], usage: str, line: str, file: str, number: int) -> None:
        match = pattern.fullmatch(line)
        if match is None:
            self._mistake(f"a help line is written `{usage}`, with two blanks before the text", file, number)
        elif match[1] in lines:
            self._mistake(f"a second help line for {match[1]!r}", file, number)
        else:
            lines[match[1]] = match[2]


def _syntax_mistake(error: UnexpectedInput, text: str) -> tuple[int, str]:
    """The line and the cause of text that is no Lark grammar."""
    lines = text.split("\n")
    line = min(error.line, len(lines))
    shown = lines[line - 1].strip()
    if re.match(r"[A-Z][A-Za-z0-9_]*[a-z]", shown) or re.match(r"[a-z][a-z0-9_]*[A-Z]", shown):
        return line, f"cannot read {shown!r}: the name of a rule has lower-case letters only"
    if re.match(r"[a-z_][a-z0-9_]* +[^:]*$", shown):
        return line, f"cannot read {shown!r}: a rule is written `name: words`"
    opened = next((mark for mark, end in ("[]", "()", "{}") if shown.count(mark) != shown.count(end)), "")
    return line, f"cannot read {shown!r}" + (f": the bracket {opened} and its end do not match" if opened else "")


def space_of_modes(spaces: dict[str, list[Source]]) -> dict[str, str]:
    """The name of the space of each mode.

    Args:
        spaces: the files of each space.

    Raises:
        GrammarError: a mode in two spaces.
    """
    modes: dict[str, str] = {}
    for name, files in spaces.items():
        for source in files:
            for start in _START.finditer(source.text):
                if modes.setdefault(start[1], name) != name:
                    line = source.text.count("\n", 0, start.start()) + 1
                    raise GrammarError(f"mode {start[1]} is also in {modes[start[1]]}", source.file, line)
    return modes
