"""The command reference of a mode, read from its grammar: what `iossim grammar list` prints and docs/commands holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.language.definition import Argument, Body, Choice, Directive, Keyword, Optional, Reference, Repeat, Rule, Sequence
from iossim.language.mode import Mode
from iossim.language.negative import forms, leading, negative_form
from iossim.language.notations import Notation
from iossim.language.syntax import Drawing


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword or argument: as it is shown, the field it fills (arguments only), what its notation does not say, and its help."""

    shown: str
    field: str
    remark: str
    help: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One command of the reference.

    Attributes:
        name: its rule.
        syntax: its forms in the notation of the command reference; long lists by name.
        lists: those lists, by name: their syntax and their words.
        words: the other words, in the order of the syntax.
        enters: the mode that the command opens; "" where it opens none.
        notes: one sentence a fact.
    """

    name: str
    syntax: list[str]
    lists: dict[str, tuple[str, list[Word]]]
    words: list[Word]
    enters: str
    notes: list[str]


def entries(mode: Mode) -> Iterator[Entry]:
    """The mode's own commands, in the order of the running-config; those of every mode (`end`, `exit`) are left out."""
    for rule in mode.commands:
        if rule.directive("session") is None:
            yield _entry(mode, rule)


def _entry(mode: Mode, rule: Rule) -> Entry:
    drawing = Drawing(mode.rules)
    shown = [drawing.draw(form) for form in forms(rule.body)]
    words = _words(rule, drawing)
    lists: dict[str, tuple[str, list[Word]]] = {}
    while len(lists) < len(drawing.named):
        name = next(name for name in drawing.named if name not in lists)
        listed = drawing.named[name]
        lists[name] = (drawing.draw(listed.body, bare=True), _words(listed, drawing))
    return Entry(rule.name, shown, lists, words, rule.directive("enters") or "", list(_notes(mode, rule)))


# -- words ---------------------------------------------------------------------------------------------------------------------


def _words(rule: Rule, drawing: Drawing) -> list[Word]:
    return list(dict.fromkeys(_walk(rule.body, rule, drawing)))


def _walk(body: Body, owner: Rule, drawing: Drawing) -> Iterator[Word]:
    match body:
        case Keyword(text):
            alias = next((each.words[1] for each in owner.every("alias") if each.words[0] == text), "")
            yield Word(text, "", f"stored as `{alias}`" if alias else "", owner.help.get(text, ""))
        case Argument(name, notation, field):
            shown = notation.text if notation.bound_name else notation.shown
            yield Word(shown, field, remark(notation), owner.help.get(name, ""))
        case Reference(name):
            inner = drawing.rules[name]
            if all(inner is not each for each in drawing.named.values()):
                yield from _walk(inner.body, inner, drawing)
        case Optional(part) | Repeat(part, _):
            yield from _walk(part, owner, drawing)
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from _walk(part, owner, drawing)


def remark(notation: Notation) -> str:
    """What a notation demands and help does not show: the length of a name, the numbers of a list."""
    kind, bracket, inside = notation.text.rstrip(")").partition("(")
    if not bracket:
        return f"the {notation.bound_name} of the router" if notation.bound_name == "platform" else ""
    low, dash, high = inside.partition("-")
    length = f"{low} to {high}" if dash else f"at most {low}"
    match kind:
        case "WORD" | "LINE":
            return f"{length} characters"
        case "DIGITS":
            return f"{length} digits"
        case "HEX":
            return f"{length} hexadecimal digits"
        case "TAGS" | "LIST":
            return f"numbers from {low} to {high}, commas between them"
    return f"up to {inside}"


# -- notes ---------------------------------------------------------------------------------------------------------------------


def _notes(mode: Mode, rule: Rule) -> Iterator[str]:
    defaults = [f"`{each.text}`" for each in rule.every("default") if each.text != "none"]
    if defaults:
        more = f" and {len(defaults) - 4} more" if len(defaults) > 5 else ""
        yield f"Default: {', '.join(defaults[:4] if more else defaults)}{more}."
    yield from _key(rule)
    if mode.prompt:
        yield negative_form(mode, rule)
    if since := rule.directive("since"):
        yield f"Since CME {since}."
    if removed := rule.directive("removed"):
        yield f"Removed with CME {removed}; still accepted."
    for directive in rule.directives:
        yield from _note(mode, directive)
    if mode.prompt:
        yield "Modelled." if rule.directive("support") == "modelled" else "Accepted and printed back."


def _key(rule: Rule) -> Iterator[str]:
    keys = (rule.directive("key") or "").split()
    if keys:
        yield f"One for each {' and '.join(_field(key) for key in keys)}."


def _field(name: str) -> str:
    return f"*{name.lower().replace('-', '_')}*"


def _note(mode: Mode, directive: Directive) -> Iterator[str]:  # noqa: C901 (one case a directive)
    words = directive.words
    message = f": `{' '.join(words[2:])[1:-1]}`" if len(words) > 2 else ""
    match directive.name:
        case "refers":
            undefined = f"refused where there is none{message}" if message else "validation reports where there is none"
            article = "an" if words[0][0] in "aeio" else "a"
            yield f"{_field(words[1])} names {article} {words[0]}; {undefined}."
        case "defines":
            yield f"Defines {words[0]} {_field(words[1])}."
        case "unique":
            yield f"{_field(words[1])} is unique" + (f"; refused where it is not{message}." if message else ".")
        case "requires":
            refusal = " ".join(words[1:]).strip('"')
            yield f"Needs {_command(mode, words[0])}" + (f"; refused without it: `{refusal}`." if refusal else ".")
        case "conflicts":
            yield f"Takes the place of {', '.join(_command(mode, word) for word in words)}."
        case "each-once":
            yield f"Each {_field(words[0])} only once."
        case "merges":
            yield "Printed on one line with its like."
        case "prints":
            yield f"Printed as `{directive.text[1:-1]}`."
        case "secret":
            yield f"{_field(words[0])} is secret{', and stored hashed' if 'hashed' in words else ''}."
        case "privilege":
            yield f"Privilege level {directive.text}."
        case "block":
            yield f"The lines up to `{directive.text}` belong to it."
        case "says":
            yield f"Prints `{directive.text[1:-1]}`."
        case "action":
            yield "Acts, and is not stored."
        case "hidden":
            yield "Not shown by `?`."
        case "unconfirmed":
            yield "Unconfirmed."


def _command(mode: Mode, name: str) -> str:
    rule = mode.command(name)
    words = " ".join(leading(rule)) if rule is not None else ""
    return f"`{words or name.replace('_', ' ')}`"
