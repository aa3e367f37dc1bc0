"""The types of directives: the record of one, the kinds of its words, and the values that rules hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

#: Directives whose attribute of `Rule` has another name.
ATTRIBUTES = {"default": "defaults", "alias": "aliases", "secret": "secrets", "privilege": "level", "no": "negative"}


class Kind(Enum):
    """The kinds of words that a directive takes, with a sentence about each."""

    FIELD = "a field of the command: the name of one of its arguments or sub-rules"
    RULE = "a command of the same mode, by its rule's name without variant"
    MODE = "a mode, by its name without `mode_`"
    DEFINED = "a kind of thing that some command `defines`"
    NEW = "a name of the author's choice"
    LINE = "the rest of the directive: a command as it is typed"
    TEXT = "a text in quotation marks; `{FIELD}` stands for the command's own word"
    VERSION = "a version of Unified CME, like 8.6 or 4.2(1)"
    LEVEL = "a privilege level from 0 to 15"
    WORD = "one word, or the rest of the directive where it is the last"


@dataclass(frozen=True, slots=True)
class DirectiveWord:
    """One word of a directive.

    Attributes:
        name: as the documentation shows it.
        kind: its kind.
        choices: the only words that are accepted; () where any is.
        optional: it may be left out.
        many: it may stand several times.
    """

    name: str
    kind: Kind = Kind.WORD
    choices: tuple[str, ...] = ()
    optional: bool = False
    many: bool = False


#: Words that several directives have.
FIELD = DirectiveWord("FIELD", Kind.FIELD)
TEXT = DirectiveWord('"TEXT"', Kind.TEXT)
VERSION = DirectiveWord("VERSION", Kind.VERSION)
FROM_TO = (DirectiveWord("FROM", Kind.VERSION), DirectiveWord("TO", Kind.VERSION))


class Defines(NamedTuple):
    """A command that defines something: its kind and the field with its name or tag."""

    kind: str
    field: str


class Refers(NamedTuple):
    """A word that names something defined elsewhere; validation reports a name that nothing defines."""

    kind: str
    field: str


class Demands(NamedTuple):
    """A word that names something defined elsewhere; the router refuses the command with this message where nothing does."""

    kind: str
    field: str
    message: str


class Unique(NamedTuple):
    """A value that no other section may have."""

    kind: str
    field: str


class Secret(NamedTuple):
    """A word that is not shown; `storage` is "", "hashed" or "hidden"."""

    field: str
    storage: str = ""


class Fills(NamedTuple):
    """The words that are printed where a line has nothing for a field."""

    field: str
    words: tuple[str, ...]


class Comments(NamedTuple):
    """The comments that the router prints before a line with a word."""

    word: str
    lines: tuple[str, ...]


class Pads(NamedTuple):
    """The number of characters that the word of a field fills, from a version of IOS on."""

    field: str
    width: int
    version: str


class OlderPrints(NamedTuple):
    """The line as a version of IOS and older ones print it."""

    version: str
    text: str


class Indent(NamedTuple):
    """The blanks before the lines of a section; with a version, in this version of IOS and in older ones."""

    blanks: str
    version: str = ""


class Before(NamedTuple):
    """The command before which the entries stand in the running-config of a version of IOS and of older ones, or of newer ones.

    Attributes:
        rule: the other command.
        version: the last of these versions, or the first one.
        condition: `beside` or `without` a third command, `below` a header with a word, or "".
        other: that command, or word.
    """

    rule: str
    version: str
    condition: str = ""
    other: str = ""


class Deeper(NamedTuple):
    """The blanks that stand before a line besides those of its section, in some versions of IOS.

    Attributes:
        blanks: how many; fewer if it is less than 0.
        first: the oldest of the versions.
        last: the newest of them.
    """

    blanks: int
    first: str
    last: str


class Bounds(NamedTuple):
    """A number that bounds the arguments `<1-NAME>` of other commands."""

    name: str
    field: str


class Alias(NamedTuple):
    """A second spelling of a keyword, and the spelling that is stored."""

    spelling: str
    stored: str


@dataclass(frozen=True, slots=True)
class Directive:
    """The record of one directive.

    Attributes:
        name: the word after `//@`.
        words: the words that follow it.
        value: makes the value that a rule holds of the words' texts.
        sentence: the meaning, for docs/grammar.md.
        sample: a directive that the command `group` of `SAMPLE`, or its mode `class`, may carry.
        refused: the same with a mistake that `iossim grammar check` reports.
        repeatable: a rule may carry several.
        mode: it stands above the start rule of a mode, not above a command.
    """

    name: str
    words: tuple[DirectiveWord, ...]
    value: Callable[..., Any]
    sentence: str
    sample: str
    refused: str
    repeatable: bool = False
    mode: bool = False

    @property
    def attribute(self) -> str:
        """The attribute of `Rule` that holds the value, or the values of a repeatable directive."""
        return ATTRIBUTES.get(self.name, self.name.replace("-", "_"))
