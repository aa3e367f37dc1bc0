"""Lines that the router refuses: bounds set by other commands, undefined names, values that must be unique, words given twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iossim.config.references import defined
from iossim.config.tree import Configuration, Section
from iossim.config.values import bounded_words
from iossim.language import Command, Form
from iossim.language.definition import Argument


@dataclass(frozen=True, slots=True)
class Refusal:
    """The router's refusal of a command.

    Attributes:
        message: the router's words; "" where it prints the caret instead.
        word: index of the word at fault, -1 where no one word is.
    """

    message: str
    word: int


Check = Callable[[Configuration, Section, Command], Iterator[Refusal]]


def applicable_checks(form: Form) -> list[Check]:
    """The checks that can find a reason to refuse commands of a form."""
    checks: list[tuple[object, Check]] = [
        (bounded_words(form), _bounds),
        ((form.mode, form.name) in _MAXIMA, _in_use),
        (form.rule.directive("each-once"), _each_once),
        (any(message for _, _, message in form.refers), _references),
        (any(message for _, _, message in form.unique), _unique),
        (form.rule.every("requires"), _requires),
    ]
    return [check for applies, check in checks if applies]


#: The commands whose value bounds another command's argument, by the name in the notation: section rule, rule, field.
LIVE_BOUNDS = {
    "max-ephones": ("telephony_service", "max_ephones", "count"),
    "max-dn": ("telephony_service", "max_dn", "count"),
    "max-pool": ("voice_register_global", "max_pool", "count"),
}


_MAXIMA = {(section, rule): name for name, (section, rule, _) in LIVE_BOUNDS.items()} | {
    ("voice_register_global", "max_dn"): "max-dn"
}


def live_bound(configuration: Configuration, rule: str, name: str, field: str = "") -> int | None:
    """The value that bounds an argument now; None where the command that sets it has not been entered.

    Args:
        configuration: the tree.
        rule: the rule whose argument it is; those of voice register have a max-dn of their own.
        name: the name in the notation: `max-dn`, or `platform` for what the router model bounds.
        field: the argument's field, which tells the platform's limits apart.
    """
    if name == "platform":
        return configuration.platform.bound(rule, field) if configuration.platform else None
    if name == "max-dn" and _is_sip(rule):
        where = ("voice_register_global", "max_dn")
    elif name in LIVE_BOUNDS:
        where = LIVE_BOUNDS[name][:2]
    else:
        return None
    section = configuration.section(where[0])
    entry = section.get(where[1]) if section else None
    number = next((word for word in entry.words if word.isdigit()), None) if entry else None
    return int(number) if number else None


def _is_sip(rule: str) -> bool:
    """True for the rules and modes of voice register, whose dns have a max-dn of their own."""
    return rule.startswith("voice_register")


def _bounds(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal]:
    """A tag above `max-dn`, `max-ephones` or `max-pool`, or above the platform's limit: the caret stands under it."""
    for index, place in enumerate(command.form.places):
        if isinstance(place.symbol, Argument) and (name := place.symbol.notation.bound_name):
            bound = live_bound(configuration, command.name, name, place.symbol.field)
            if bound is not None and int(command.words[index]) > bound:
                yield Refusal("", index)


def _in_use(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal]:
    """A maximum below a tag in use is refused; the router wants the higher tags removed first."""
    index, maximum = next((index, int(word)) for index, word in enumerate(command.words) if word.isdigit())
    name, sip = _MAXIMA[command.form.mode, command.name], _is_sip(section.mode.name)
    if maximum < configuration.values.highest(name, lambda rule: _is_sip(rule) == sip):
        yield Refusal("", index)


def _each_once(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal]:
    """A word of a list that was given before in the same list: the caret stands under it."""
    field = command.form.rule.directive("each-once")
    if field:
        name = field.lower().replace("-", "_")
        given: set[str] = set()
        for index, place in enumerate(command.form.places):
            if place.field == name or (isinstance(place.symbol, Argument) and place.symbol.field == name):
                if command.words[index] in given:
                    yield Refusal("", index)
                given.add(command.words[index])


def _references(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal]:
    """A name or tag that is not defined, where the router refuses the line for it."""
    for kind, index, notation, message in command.form.referring:
        if message:
            word = command.words[index]
            for tag in notation.tags(word):
                if not defined(configuration, kind, tag):
                    yield Refusal(message.replace("{}", notation.key(word)), index)


def _unique(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal]:
    """A value that another section has, where the router refuses the line for it."""
    for kind, field, message in command.form.unique:
        value = command.fields.get(field)
        if message and isinstance(value, str) and any(owner is not section for owner in configuration.owners(kind, value)):
            yield Refusal(message.replace("{" + field.upper() + "}", value), -1)


def _requires(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal]:
    """Another command that must be there first, where the router refuses the line without it."""
    for directive in command.form.rule.every("requires"):
        message = " ".join(directive.words[1:]).strip('"')
        if message and section.effective(directive.words[0]) is None:
            yield Refusal(message, -1)
