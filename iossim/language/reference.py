"""The command reference of a mode, read from its grammar; `iossim grammar list` prints it, docs/generate.py writes it to pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.language.bodies import (
    Argument,
    Body,
    Choice,
    Keyword,
    Optional,
    Reference,
    Repeat,
    Sequence,
    forms,
)
from iossim.language.form import SESSION_ACTIONS
from iossim.language.mode import Mode
from iossim.language.negative import negative_form
from iossim.language.rules import Rule
from iossim.language.syntax import Drawing


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword or an argument.

    Attributes:
        shown: as the syntax shows it.
        field: the field that an argument fills; "" for a keyword.
        remark: the size or the numbers that an argument demands and `shown` does not say; the stored spelling of an alias.
        help: its help.
    """

    shown: str
    field: str
    remark: str
    help: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One command of the reference.

    Attributes:
        name: its rule.
        syntax: its forms; a long choice of words is drawn as a name.
        lists: the long choices by name: their syntax and their words.
        words: all other words, in the order of the syntax.
        enters: the mode that the command opens; "" where it opens none.
        notes: sentences about the command, one fact in each.
    """

    name: str
    syntax: list[str]
    lists: dict[str, tuple[str, list[Word]]]
    words: list[Word]
    enters: str
    notes: list[str]


def entries(mode: Mode) -> Iterator[Entry]:
    """The commands of a mode in the order of the running-config, without the commands of every mode (`end`, `exit`).

    Args:
        mode: the mode.
    """
    for rule in mode.commands:
        if rule.action not in SESSION_ACTIONS:
            yield entry(mode, rule)


def entry(mode: Mode, rule: Rule) -> Entry:
    """One command of the reference.

    Args:
        mode: its mode.
        rule: its rule.
    """
    drawing = Drawing(mode.rules)
    shown = [drawing.draw(form) for form in forms(rule.body)]
    words = _words(rule, drawing, mode.shared_help(rule))
    lists: dict[str, tuple[str, list[Word]]] = {}
    while len(lists) < len(drawing.named):
        name = next(name for name in drawing.named if name not in lists)
        listed = drawing.named[name]
        lists[name] = (drawing.draw(listed.body, bare=True), _words(listed, drawing, {}))
    return Entry(rule.name, shown, lists, words, rule.enters, list(_notes(mode, rule)))


# -- words ---------------------------------------------------------------------------------------------------------------------


def _words(rule: Rule, drawing: Drawing, shared: dict[str, str]) -> list[Word]:
    return list(dict.fromkeys(_walk(rule.body, rule, drawing, shared)))


def _walk(body: Body, owner: Rule, drawing: Drawing, shared: dict[str, str]) -> Iterator[Word]:
    match body:
        case Keyword(text):
            stored = next((alias.stored for alias in owner.aliases if alias.spelling == text), "")
            yield Word(text, "", f"stored as `{stored}`" if stored else "", owner.help.get(text) or shared.get(text, ""))
        case Argument(name, notation, field):
            shown = notation.text if notation.bound_name else notation.shown
            yield Word(shown, field, notation.remark, owner.help.get(name, ""))
        case Reference(name):
            inner = drawing.rules[name]
            if inner not in drawing.named.values():
                yield from _walk(inner.body, inner, drawing, shared)
        case Optional(part) | Repeat(part, _):
            yield from _walk(part, owner, drawing, shared)
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from _walk(part, owner, drawing, shared)


# -- notes ---------------------------------------------------------------------------------------------------------------------


def _notes(mode: Mode, rule: Rule) -> Iterator[str]:
    if rule.defaults:
        defaults = [f"`{line}`" for line in rule.defaults]
        more = f" and {len(defaults) - 4} more" if len(defaults) > 5 else ""
        yield f"Default: {', '.join(defaults[:4] if more else defaults)}{more}."
    if rule.key:
        yield f"One for each {' and '.join(f'*{field}*' for field in rule.key)}."
    if mode.prompt:
        yield negative_form(mode, rule)
    if rule.only_no:
        yield "Exists in its negative form only."
    if rule.since:
        yield f"Since CME {rule.since}."
    if rule.removed:
        yield f"Removed with CME {rule.removed}; still accepted{f' before CME {rule.refused}' if rule.refused else ''}."
    yield from _names(rule)
    yield from _others(mode, rule)
    yield from _printing(rule)
    yield from _nature(rule)
    if mode.prompt:
        yield "Modelled." if rule.support == "modelled" else "Accepted and printed back."


def _names(rule: Rule) -> Iterator[str]:
    """Sentences about the things that the command defines or names."""
    for kind, field in rule.defines:
        yield f"Defines {kind} *{field}*."
    for kind, field in rule.refers:
        yield f"*{field}* names {_article(kind)} {kind}; validation reports where there is none."
    for kind, field, message in rule.demands:
        yield f"*{field}* names {_article(kind)} {kind}; refused where there is none: `{message}`."
    for _, field in rule.unique:
        yield f"*{field}* is unique."
    for name, field in rule.bounds:
        yield f"*{field}* is the upper end of `<1-{name}>`."


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeio" else "a"


def _others(mode: Mode, rule: Rule) -> Iterator[str]:
    """Sentences about the commands that this one needs or takes the place of."""
    if rule.needs:
        yield f"Needs {_command(mode, rule.needs)}."
    if rule.conflicts:
        yield f"Takes the place of {', '.join(_command(mode, name) for name in rule.conflicts)}."
    if rule.clears:
        yield "`no` removes these, too."


def _printing(rule: Rule) -> Iterator[str]:
    """Sentences about the printed form."""
    if rule.each_once:
        yield f"Each *{rule.each_once}* only once."
    if rule.merges:
        yield f"Printed on one line with its like{f', {rule.wraps} at most' if rule.wraps else ''}."
    if rule.prints:
        yield f"Printed as `{rule.prints}`."
    if rule.says:
        yield f"Prints `{rule.says}`."


def _nature(rule: Rule) -> Iterator[str]:
    """Sentences about secrets, privilege and the kind of command."""
    for field, storage in rule.secrets:
        yield f"*{field}* is secret{', and stored hashed' if storage == 'hashed' else ''}."
    if rule.level is not None:
        yield f"Privilege level {rule.level}."
    if rule.block:
        yield f"The lines up to `{rule.block}` belong to it."
    if rule.block_prompt:
        yield f"They are typed at the prompt `{rule.block_prompt}`."
    if rule.action:
        yield "Acts, and is not stored."
    if rule.hidden:
        yield "Not shown by `?`."
    if rule.unconfirmed:
        yield "Unconfirmed."


def _command(mode: Mode, name: str) -> str:
    rule = mode.command(name)
    words = rule.leading_words if rule is not None else ""
    return f"`{words or name.replace('_', ' ')}`"
