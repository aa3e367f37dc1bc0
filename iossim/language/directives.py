"""The closed list of directives (`//@ NAME WORDS`): one record for each, which reading, checks, docs and tests are made from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from iossim.errors import GrammarError
from iossim.language.spelling import nearest
from iossim.versions import is_version


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


#: Directives whose attribute of `Rule` has another name.
ATTRIBUTES = {"default": "defaults", "alias": "aliases", "secret": "secrets", "privilege": "level", "no": "negative"}


def _true() -> bool:
    return True


def _text(*words: str) -> str:
    return " ".join(words).removeprefix('"').removesuffix('"')


def _line(*words: str) -> str:
    return " ".join(words)


def _names(*words: str) -> tuple[str, ...]:
    return words


def _fields(*words: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _demands(kind: str, field: str, message: str) -> Demands:
    return Demands(kind, field.lower(), _text(message))


def _kind_and_field(record: Callable[[str, str], Any]) -> Callable[[str, str], Any]:
    return lambda kind, field: record(kind, field.lower())


def _secret(field: str, storage: str = "") -> Secret:
    return Secret(field.lower(), storage)


_FIELD, _KIND, _MODE = DirectiveWord("FIELD", Kind.FIELD), DirectiveWord("KIND", Kind.DEFINED), DirectiveWord("MODE", Kind.MODE)
_LINE, _TEXT, _VERSION = (
    DirectiveWord("LINE", Kind.LINE),
    DirectiveWord('"TEXT"', Kind.TEXT),
    DirectiveWord("VERSION", Kind.VERSION),
)

_ALL = (
    # Modes.
    Directive(
        "prompt", (DirectiveWord("PROMPT"),), _text, "The prompt of the mode, after the router's name.",
        "prompt (config-class)#", "prompt", mode=True,
    ),
    Directive(
        "title", (DirectiveWord("TITLE"),), _text, "The title of the mode in help and in the command reference.",
        "title Class of phones", "title", mode=True,
    ),
    Directive(
        "parent", (_MODE,), _text, "The mode around this one, where that is not global configuration.",
        "parent global", "parent globl", mode=True,
    ),
    Directive(
        "open", (), _true, "The grammar does not know all commands of the mode: unknown lines of a file are kept and are no errors.",
        "open", "open wide", mode=True,
    ),
    # What the command is.
    Directive(
        "key", (DirectiveWord("FIELD", Kind.FIELD, many=True),), _fields,
        "The fields that tell entries of the command apart; a second entry with the same key replaces the first.",
        "key TAG", "key TAGG",
    ),
    Directive("enters", (_MODE,), _text, "The command opens a section of this mode.", "enters class", "enters clas"),
    Directive(
        "default", (_LINE,), _line, "In force where nothing is entered; one directive for each key.",
        "default group 3 list 6001", "default class 3", repeatable=True,
    ),
    Directive("action", (DirectiveWord("NAME", Kind.NEW),), _text, "The command acts and is not stored.", "action reset", "action"),
    Directive(
        "stored", (), _true, "The negative form is stored and printed although nothing is in force by default.",
        "stored", "stored always",
    ),
    Directive(
        "no", (DirectiveWord("all|none", choices=("all", "none")),), _text,
        "The negative form: `all`: `no` without the key removes every entry; `none`: there is no negative form.",
        "no all", "no allways",
    ),
    Directive("only-no", (), _true, "The command exists in its negative form only.", "only-no", "only-no end"),
    Directive(
        "clears", (), _true, "`no` also removes the commands that this one conflicts with.", "clears", "clears all",
    ),
    Directive(
        "block", (DirectiveWord("WORD"),), _text, "The lines up to this word belong to the command.", "block quit", "block",
    ),
    Directive("hidden", (), _true, "Accepted, and not shown in help.", "hidden", "hidden yes"),
    Directive(
        "alias", (DirectiveWord("SPELLING"), DirectiveWord("STORED")), Alias,
        "A second spelling of a keyword, which is stored in the other one.",
        "alias members list", "alias members", repeatable=True,
    ),
    Directive(
        "privilege", (DirectiveWord("LEVEL", Kind.LEVEL),), int, "The privilege level that the command needs; the mode's own by default.",
        "privilege 15", "privilege 16",
    ),
    # Other commands.
    Directive(
        "defines", (DirectiveWord("KIND", Kind.NEW), _FIELD), _kind_and_field(Defines),
        "The field is the name or tag of a thing of this kind.",
        "defines group TAG", "defines group TAGG", repeatable=True,
    ),
    Directive(
        "refers", (_KIND, _FIELD), _kind_and_field(Refers),
        "The field names a thing that another command defines; validation reports a name that nothing defines.",
        "refers class NUMBER", "refers clas NUMBER", repeatable=True,
    ),
    Directive(
        "demands", (_KIND, _FIELD, _TEXT), _demands,
        "As `refers`; besides, the router refuses the command with this message while nothing defines the name, and takes it out "
        "when the definition is removed.",
        'demands class NUMBER "no class {NUMBER}"', "demands class NUMBER no class", repeatable=True,
    ),
    Directive(
        "unique", (DirectiveWord("KIND", Kind.NEW), _FIELD), _kind_and_field(Unique), "No other section may have this value.",
        "unique number NUMBER", "unique NUMBER phone-number", repeatable=True,
    ),
    Directive(
        "bounds", (DirectiveWord("NAME", Kind.NEW), _FIELD), _kind_and_field(Bounds),
        "The number is the upper end of every argument whose notation is `<A-NAME>`.",
        "bounds max-groups TAG", "bounds max-groups TAGG", repeatable=True,
    ),
    Directive(
        "conflicts", (DirectiveWord("RULE", Kind.RULE, many=True),), _names, "The command takes the place of these commands.",
        "conflicts class", "conflicts clas",
    ),
    Directive(
        "needs", (DirectiveWord("RULE", Kind.RULE),), _text,
        "A remark of the command reference: the command has an effect only beside this one. Nothing is refused.",
        "needs class", "needs clas",
    ),
    Directive(
        "each-once", (_FIELD,), lambda field: field.lower(),
        "A word of this field may not stand twice.",
        "each-once NUMBER", "each-once NUMBERS",
    ),
    # Printing.
    Directive(
        "prints", (_TEXT,), _text, "The line as it is printed, where there is not simply one blank between two words.",
        'prints "group  {TAG}"', 'prints "group  {TAGG}"',
    ),
    Directive(
        "merges", (_FIELD,), lambda field: field.lower(), "Each word of this field is an entry; the entries are printed on one line.",
        "merges NUMBER", "merges NUMBERS",
    ),
    Directive(
        "as-entered", (), _true, "The entries of the command are printed in the order in which they were entered, not by key.",
        "as-entered", "as-entered two",
    ),
    Directive(
        "sorted-by", (_FIELD,), lambda field: field.lower(),
        "The entries are printed in the order of this field; entries with the same value in the order in which they were entered.",
        "sorted-by TAG", "sorted-by TAGG",
    ),
    Directive(
        "says", (_TEXT,), _text, "The router prints this when the command is entered.",
        'says "group {TAG} is ready"', "says group is ready",
    ),
    Directive(
        "secret", (_FIELD, DirectiveWord("hashed|hidden", choices=("hashed", "hidden"), optional=True)), _secret,
        "The word never appears in logs, diagnostics and history; it is stored hashed, or hidden (type 7) with "
        "`service password-encryption`.",
        "secret NUMBER hashed", "secret NUMBER hased", repeatable=True,
    ),
    # What is known of it.
    Directive("since", (_VERSION,), _text, "The version that introduced the command.", "since 8.6", "since twelve"),
    Directive(
        "removed", (_VERSION,), _text, "The version that removed the command; it is still accepted.",
        "removed 12.6", "removed twelve",
    ),
    Directive(
        "support", (DirectiveWord("modelled|accepted", choices=("modelled", "accepted")),), _text,
        "How much of the command is simulated: `modelled`: views, constraints or EXEC commands read it; `accepted`: it is printed back.",
        "support modelled", "support modeled",
    ),
    Directive("unconfirmed", (), _true, "No document confirms the command as it stands.", "unconfirmed", "unconfirmed yet"),
)  # fmt: skip

#: The grammar that the samples of directives belong to, for docs/grammar.md and the tests.
SAMPLE = """\
//@ prompt (config)#
mode_global: group | class

//? group    Group of phones
//? TAG      Tag of the group
//? list     Numbers of its phones
//? members  Numbers of its phones
//? NUMBER   Number of a phone
group: "group" TAG [("list" | "members") NUMBER+]
TAG: "<1-10>"
NUMBER: "WORD"

//@ enters class; defines class NAME
//? class  Class of phones
//? NAME   Name of the class
class: "class" NAME
NAME: "WORD"

//@ prompt (config-class)#
mode_class: level

//? level  Level of the class
//? LEVEL  Number
level: "level" LEVEL
LEVEL: "<1-9>"
"""

#: The directives by name.
DIRECTIVES: dict[str, Directive] = {record.name: record for record in _ALL}

_PARTS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_WORDS = re.compile(r'"[^"]*"|[^\s"]+|"')


def split(text: str, file: str, line: int) -> list[tuple[str, list[str]]]:
    """The directives of one `//@` line: name and words of each.

    Args:
        text: the line after `//@`.
        file: the grammar file, for errors.
        line: the line in it.

    Raises:
        GrammarError: an unknown name, a wrong number of words, a word of the wrong kind, a quotation mark without its end.
    """
    directives = []
    for part in _PARTS.split(text) if text.count('"') % 2 == 0 else [text]:
        words = _WORDS.findall(part)
        if not words:
            continue
        name, words = words[0], words[1:]
        problem = '`"` without its end' if '"' in words else _problem(name, words)
        if problem:
            raise GrammarError(problem, file, line)
        directives.append((name, words))
    return directives


def usage(record: Directive) -> str:
    """The directive and its words as documentation shows them: `refers KIND FIELD`."""
    words = [f"[{word.name}]" if word.optional else f"{word.name}…" if word.many else word.name for word in record.words]
    return " ".join([record.name, *words])


def _problem(name: str, words: list[str]) -> str:
    """The fault of a directive by itself; "" where nothing is. Names of fields, rules and modes are checked elsewhere."""
    record = DIRECTIVES.get(name)
    if record is None:
        return f"unknown directive {name!r}{nearest(name, DIRECTIVES) or '; docs/grammar.md lists them'}"
    least = sum(not word.optional for word in record.words)
    last = record.words[-1] if record.words else None
    rest = last is not None and (last.many or last.kind in (Kind.LINE, Kind.WORD))
    if len(words) < least or (len(words) > len(record.words) and not (rest and not last.choices)):  # type: ignore[union-attr]
        return f"`{' '.join([name, *words])}` must be written `{usage(record)}`"
    for word, text in zip(record.words, words, strict=False):
        if problem := _misfit(word, text):
            return f"`{name}`: {problem}"
    return ""


def _misfit(word: DirectiveWord, text: str) -> str:
    if word.choices and text not in word.choices:
        return f"{text!r} must be {' or '.join(word.choices)}{nearest(text, word.choices)}"
    if word.kind is Kind.VERSION and not is_version(text):
        return f"{text!r} is no version of Unified CME; one is written like 8.6 or 4.2(1)"
    if word.kind is Kind.LEVEL and not (text.isascii() and text.isdigit() and int(text) <= 15):
        return f"{text!r} is no privilege level; these are 0 to 15"
    if word.kind is Kind.TEXT and text[0] != '"':
        return f"{text!r} must be a text in quotation marks"
    if word.kind is not Kind.TEXT and word.kind is not Kind.LINE and text[0] == '"':
        return f"{text} must not be in quotation marks"
    return ""
