"""The command reference of a mode, read from its grammar: what `iossim grammar list` prints and docs/commands holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.language.commands import Command
from iossim.language.definition import Argument, Body, Choice, Directive, Keyword, Optional, Reference, Repeat, Rule, Sequence
from iossim.language.matching import match
from iossim.language.mode import Mode
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
    shown = [drawing.draw(form) for form in _forms(rule.body)]
    words = _words(rule, drawing)
    lists: dict[str, tuple[str, list[Word]]] = {}
    while len(lists) < len(drawing.named):
        name = next(name for name in drawing.named if name not in lists)
        listed = drawing.named[name]
        lists[name] = (drawing.draw(listed.body, bare=True), _words(listed, drawing))
    return Entry(rule.name, shown, lists, words, rule.directive("enters") or "", list(_notes(mode, rule)))


def _forms(body: Body) -> tuple[Body, ...]:
    return body.parts if isinstance(body, Choice) else (body,)


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
    yield _negative(mode, rule)
    if since := rule.directive("since"):
        yield f"Since CME {since}."
    if removed := rule.directive("removed"):
        yield f"Removed with CME {removed}; still accepted."
    for directive in rule.directives:
        yield from _note(mode, directive)
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
    words = " ".join(_leading(rule)) if rule is not None else ""
    return f"`{words or name.replace('_', ' ')}`"


# -- the negative form -------------------------------------------------------------------------------------------------------------


def _negative(mode: Mode, rule: Rule) -> str:
    kind = rule.directive("no")
    if kind == "none":
        return "No negative form."
    shortest = _shortest(mode, rule)
    text = f"`no {Drawing(mode.rules).draw(Sequence(tuple(shortest)))}`"
    if kind == "all":
        return f"Negative form {text}; `no {' '.join(_leading(rule))}` for all."
    kept = rule.directive("stored") is not None or any(
        default.form.toggle and default.form.rule is rule for default in mode.defaults.values()
    )
    return f"Negative form {text}{', kept and printed' if kept else ''}."


def _shortest(mode: Mode, rule: Rule) -> list[Body]:
    """The parts that `no` needs: up to the key, or the keywords that begin the command, where these tell it from others."""
    parts = _parts(rule.body)
    if isinstance(rule.body, Choice):
        parts = [*map(Keyword, _leading(rule))] or parts
    keys = set((rule.directive("key") or "").lower().replace("-", "_").split())
    with_key = [index for index, part in enumerate(parts) if keys & _fields(part, mode)]
    wanted = parts[: with_key[-1] + 1] if with_key else parts[: len(_leading(rule))]
    outcome = match(mode, "no " + " ".join(_sample(part, mode) for part in wanted if not isinstance(part, Optional)))
    return wanted if isinstance(outcome, Command) and outcome.form.rule is rule else parts


def _parts(body: Body) -> list[Body]:
    return list(body.parts) if isinstance(body, Sequence) else [body]


def _leading(rule: Rule) -> list[str]:
    """The keywords that every form of the command begins with."""
    forms = [[part.text if isinstance(part, Keyword) else None for part in _parts(form)] for form in _forms(rule.body)]
    found = []
    for words in zip(*forms, strict=False):
        if words[0] is None or len(set(words)) > 1:
            break
        found.append(words[0])
    return found


def _fields(body: Body, mode: Mode) -> set[str]:
    match body:
        case Keyword():
            return set()
        case Argument(_, _, field):
            return {field}
        case Reference(name):
            return {mode.rules[name].base} | _fields(mode.rules[name].body, mode)
        case Optional(part) | Repeat(part, _):
            return _fields(part, mode)
        case Sequence(parts) | Choice(parts):
            return {field for part in parts for field in _fields(part, mode)}


def _sample(body: Body, mode: Mode) -> str:
    match body:
        case Keyword(text):
            return text
        case Argument(_, notation):
            return notation.samples[0]
        case Reference(name):
            return _sample(mode.rules[name].body, mode)
        case Optional():
            return ""
        case Repeat(part, _):
            return _sample(part, mode)
        case Sequence(parts):
            return " ".join(filter(None, (_sample(part, mode) for part in parts)))
        case Choice(parts):
            return _sample(parts[0], mode)
