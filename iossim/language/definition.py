"""Reads from a grammar file what Lark leaves out: help lines, directives, and the bodies of the rules as small trees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from iossim.errors import GrammarError
from iossim.language.notations import Notation, notation

# The parts of a rule's body. They are never changed, and yet not frozen: reading frozen objects back from the cache of tables takes
# five times as long, and there are thousands of them.


@dataclass(slots=True)
class Keyword:
    """A word to be typed as it stands, or a prefix of it."""

    text: str


@dataclass(slots=True)
class Argument:
    """A word of the user's: the terminal's name, its notation, and the field it fills (what stands before `__`, in lower case)."""

    name: str
    notation: Notation
    field: str


@dataclass(slots=True)
class Sequence:
    """Parts one after the other."""

    parts: tuple[Body, ...]


@dataclass(slots=True)
class Choice:
    """One of several parts."""

    parts: tuple[Body, ...]


@dataclass(slots=True)
class Optional:
    """A part that may be left out."""

    part: Body


@dataclass(slots=True)
class Repeat:
    """A part that may stand many times, at least `least` times (0 or 1)."""

    part: Body
    least: int


@dataclass(slots=True)
class Reference:
    """The name of a rule."""

    name: str


Symbol = Keyword | Argument
Body = Keyword | Argument | Sequence | Choice | Optional | Repeat | Reference


@dataclass(slots=True)
class Directive:
    """One `//@` directive: its name, its words, and where it stands."""

    name: str
    words: list[str]
    line: int

    @property
    def text(self) -> str:
        """Everything behind the name, as one text."""
        return " ".join(self.words)


@dataclass(slots=True)
class Rule:
    """A rule of a grammar file with its help and directives.

    Attributes:
        name: as in the file, variants (`number__template`) included.
        line: where it stands, from 1.
        order: position among the file's rules.
    """

    name: str
    line: int
    body: Body
    order: int
    file: str
    help: dict[str, str] = field(default_factory=dict)
    directives: list[Directive] = field(default_factory=list)
    _texts: dict[str, str] | None = None

    @property
    def base(self) -> str:
        """The name without its variant."""
        return base_name(self.name)

    def directive(self, name: str) -> str | None:
        """The text of the first directive of this name, or None."""
        if self._texts is None:
            self._texts = {each.name: each.text for each in reversed(self.directives)}
        return self._texts.get(name)

    def every(self, name: str) -> list[Directive]:
        """All directives of this name, in order."""
        return [each for each in self.directives if each.name == name]


@dataclass(slots=True)
class Definition:
    """One grammar file: its text, rules and terminals."""

    file: str
    text: str
    rules: dict[str, Rule]
    terminals: dict[str, Notation]
    modes: dict[str, Rule]


#: The closed list of directives (`//@`), and whether a rule may carry one of them several times.
DIRECTIVES = {
    "prompt": False, "parent": False, "privilege": False, "title": False, "open": False,
    "enters": False, "key": False, "default": True, "since": False, "removed": False, "prints": False, "each-once": False,
    "action": False, "hidden": False, "support": False, "defines": True, "refers": True, "unique": True, "secret": True,
    "no": False,    "block": False, "merges": False, "unconfirmed": False, "conflicts": True, "requires": True,
    "alias": True, "stored": False, "says": False, "effect": False, "session": False, "as-entered": False, "among": False,
}  # fmt: skip


def base_name(name: str) -> str:
    """What stands before `__`: the command's or argument's own name."""
    return name.partition("__")[0] or name


_RULE = re.compile(r"([a-z_][a-z0-9_]*)(?:\{[^}]*\})?\s*:(.*)")
_TERMINAL = re.compile(r'([A-Z][A-Z0-9_]*)\s*:\s*"([^"]*)"\s*$')
_HELP = re.compile(r"//\?\s+(\S+)\s+(\S.*)")
_COMMENT = re.compile(r'("[^"]*")|//.*')
_TOKEN = re.compile(r'"([^"]*)"|([a-z_][a-z0-9_]*)|([A-Z][A-Z0-9_]*)|([\[\](){}|+*?])|(\s+)')


def _uncommented(line: str) -> str:
    return _COMMENT.sub(lambda found: found[1] or "", line)


def read(file: str, text: str) -> Definition:
    """Reads a grammar file.

    Args:
        file: its name, for messages.
        text: its content.

    Raises:
        GrammarError: a directive, help line or rule that does not follow GRAMMARS.md.
    """
    return _Reader(file, text).read()


class _Reader:
    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.help: dict[str, str] = {}
        self.directives: list[Directive] = []
        self.bodies: list[tuple[str, int, str, dict[str, str], list[Directive]]] = []
        self.terminals: dict[str, Notation] = {}

    def read(self) -> Definition:
        for number, line in enumerate(self.text.split("\n"), 1):
            self._line(number, line.rstrip())
        rules = {}
        for order, (name, number, body, help_, directives) in enumerate(self.bodies):
            if name in rules:
                raise GrammarError(f"rule {name} is defined twice", self.file, number)
            rules[name] = Rule(name, number, self._body(body, number), order, self.file, help_, directives)
        modes = {name: rule for name, rule in rules.items() if name.startswith("mode_")}
        return Definition(self.file, self.text, rules, self.terminals, modes)

    def _line(self, number: int, line: str) -> None:
        if line.startswith("//?"):
            match = _HELP.match(line)
            if match is None:
                raise GrammarError("a help line is `//? WORD  text`", self.file, number)
            self.help[match[1]] = match[2]
        elif line.startswith("//@"):
            self.directives += self._directives(number, line[3:])
        elif not line or line.startswith(("//", "%")):
            return
        elif line[0] in " |\t":
            if not self.bodies:
                raise GrammarError("a continuation without a rule", self.file, number)
            name, start, body, help_, directives = self.bodies[-1]
            self.bodies[-1] = (name, start, f"{body} {_uncommented(line)}", help_, directives)
        elif match := _TERMINAL.match(line):
            self.terminals[match[1]] = self._notation(match[2], number)
        elif match := _RULE.match(line):
            if not match[1].startswith("_opt"):
                self.bodies.append((match[1], number, _uncommented(match[2]), self.help, self.directives))
            self.help, self.directives = {}, []
        else:
            raise GrammarError(f"cannot read {line!r}", self.file, number)

    def _notation(self, text: str, number: int) -> Notation:
        try:
            return notation(text)
        except GrammarError as error:
            raise GrammarError(error.message, self.file, number) from None

    def _directives(self, number: int, text: str) -> list[Directive]:
        found = []
        for part in re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", text):
            words = re.findall(r'"[^"]*"|\S+', part)
            if not words:
                continue
            if words[0] not in DIRECTIVES:
                raise GrammarError(f"unknown directive {words[0]!r}; the list is DIRECTIVES in definition.py", self.file, number)
            found.append(Directive(words[0], words[1:], number))
        return found

    def _body(self, text: str, number: int) -> Body:
        tokens: list[str] = []
        position = 0
        while position < len(text):
            match = _TOKEN.match(text, position)
            if match is None:
                raise GrammarError(f"cannot read the rule at {text[position:]!r}", self.file, number)
            position = match.end()
            if not match[5]:
                tokens.append(match[0])
        body, rest = self._choice(tokens, number)
        if rest:
            raise GrammarError(f"{rest[0]!r} stands where it cannot", self.file, number)
        return body

    def _choice(self, tokens: list[str], number: int) -> tuple[Body, list[str]]:
        parts: list[Body] = []
        while True:
            part, tokens = self._sequence(tokens, number)
            parts.append(part)
            if not tokens or tokens[0] != "|":
                return (parts[0] if len(parts) == 1 else Choice(tuple(parts))), tokens
            tokens = tokens[1:]

    def _sequence(self, tokens: list[str], number: int) -> tuple[Body, list[str]]:
        parts: list[Body] = []
        while tokens and tokens[0] not in "|])}":
            part, tokens = self._part(tokens, number)
            parts.append(part)
        return (parts[0] if len(parts) == 1 else Sequence(tuple(parts))), tokens

    def _part(self, tokens: list[str], number: int) -> tuple[Body, list[str]]:
        token, tokens = tokens[0], tokens[1:]
        part: Body
        if token == "[":
            inner, tokens = self._closed(tokens, "]", number)
            part = Optional(inner)
        elif token == "(":
            part, tokens = self._closed(tokens, ")", number)
        elif token == "_opt" and tokens[:1] == ["{"]:
            inner, tokens = self._closed(tokens[1:], "}", number)
            return Optional(inner), tokens
        elif token[0] == '"':
            part = Keyword(token[1:-1])
        elif token[0].isupper():
            if token not in self.terminals:
                raise GrammarError(f"argument {token} has no definition", self.file, number)
            part = Argument(token, self.terminals[token], base_name(token).lower())
        else:
            part = Reference(token)
        if tokens[:1] and tokens[0] in "+*?":
            part = Optional(part) if tokens[0] == "?" else Repeat(part, 1 if tokens[0] == "+" else 0)
            tokens = tokens[1:]
        return part, tokens

    def _closed(self, tokens: list[str], close: str, number: int) -> tuple[Body, list[str]]:
        inner, tokens = self._choice(tokens, number)
        if tokens[:1] != [close]:
            raise GrammarError(f"{close!r} is missing", self.file, number)
        return inner, tokens[1:]
