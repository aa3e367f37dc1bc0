"""What the router refuses: bounds set by other commands, undefined names, values that must be unique, words given twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iossim.config.references import defined
from iossim.config.tree import Configuration, Section
from iossim.language import Command, Form
from iossim.language.definition import Argument


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a command is not accepted, or what is wrong with one that is.

    Attributes:
        message: the router's words; "" where it prints the caret instead.
        word: index of the word at fault, -1 where no one word is.
        kind: the name of the rule that found it (`undefined-reference`).
    """

    message: str
    word: int
    kind: str


Check = Callable[[Configuration, Section, Command], Iterator[Fault]]


def applicable_checks(form: Form) -> list[Check]:
    """The checks that can find a reason to refuse commands of a form."""
    bounded = any(isinstance(place.symbol, Argument) and place.symbol.notation.bound_name for place in form.places)
    found: list[tuple[object, Check]] = [
        (bounded, _bounds),
        ((form.mode, form.name) in _MAXIMA, _in_use),
        (form.rule.directive("each-once"), _each_once),
        (any(message for _, _, message in form.refers), _references),
        (any(message for _, _, message in form.unique), _unique),
        (form.rule.every("requires"), _requires),
    ]
    return [check for applies, check in found if applies]


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
    if name == "max-dn" and rule.startswith("voice_register"):
        where = ("voice_register_global", "max_dn")
    elif name in LIVE_BOUNDS:
        where = LIVE_BOUNDS[name][:2]
    else:
        return None
    section = configuration.section(where[0])
    entry = section.get(where[1]) if section else None
    number = next((word for word in entry.words if word.isdigit()), None) if entry else None
    return int(number) if number else None


def _bounds(configuration: Configuration, section: Section, command: Command) -> Iterator[Fault]:
    """A tag above `max-dn`, `max-ephones` or `max-pool`, or above the platform's limit: the caret stands under it."""
    for index, place in enumerate(command.form.places):
        if isinstance(place.symbol, Argument) and (name := place.symbol.notation.bound_name):
            bound = live_bound(configuration, command.name, name, place.symbol.field)
            if bound is not None and int(command.words[index]) > bound:
                yield Fault("", index, "out-of-range")


def _in_use(configuration: Configuration, section: Section, command: Command) -> Iterator[Fault]:
    """A maximum below a tag in use is refused; the router wants the higher tags removed first."""
    index, maximum = next((index, int(word)) for index, word in enumerate(command.words) if word.isdigit())
    name = _MAXIMA[command.form.mode, command.name]
    for each in configuration.root.walk():
        for entry in each.entries.values():
            bounded = applicable_checks(entry.form)[:1] == [_bounds] and _bounded_by(configuration, section, entry, name)
            if bounded and maximum < max(int(word) for word in bounded):
                yield Fault("", index, "maximum-below-use")
                return


def _bounded_by(configuration: Configuration, section: Section, entry: Command, name: str) -> list[str]:
    """The words of an entry that the maximum of a section bounds."""
    ours = section.mode.name.startswith("voice_register") == entry.name.startswith("voice_register")
    return [
        entry.words[index]
        for index, place in enumerate(entry.form.places[: len(entry.words)])
        if ours and isinstance(place.symbol, Argument) and place.symbol.notation.bound_name == name
    ]


def _each_once(configuration: Configuration, section: Section, command: Command) -> Iterator[Fault]:
    field = command.form.rule.directive("each-once")
    if field:
        name = field.lower().replace("-", "_")
        seen: set[str] = set()
        for index, place in enumerate(command.form.places):
            if place.field == name or (isinstance(place.symbol, Argument) and place.symbol.field == name):
                if command.words[index] in seen:
                    yield Fault("", index, "repeated-word")
                seen.add(command.words[index])


def _references(configuration: Configuration, section: Section, command: Command) -> Iterator[Fault]:
    """A name or tag that is not defined, where the router refuses the line for it."""
    for kind, index, notation, message in command.form.referring:
        if message:
            word = command.words[index]
            for tag in notation.tags(word):
                if not defined(configuration, kind, tag):
                    yield Fault(message.replace("{}", notation.key(word)), index, "undefined-reference")


def _unique(configuration: Configuration, section: Section, command: Command) -> Iterator[Fault]:
    """A value that another section has, where the router refuses the line for it."""
    for kind, field, message in command.form.unique:
        value = command.fields.get(field)
        if message and isinstance(value, str) and any(owner is not section for owner in configuration.owners(kind, value)):
            yield Fault(message.replace("{" + field.upper() + "}", value), -1, "duplicate-value")


def _requires(configuration: Configuration, section: Section, command: Command) -> Iterator[Fault]:
    """Another command that must be there first, where the router refuses the line without it."""
    for directive in command.form.rule.every("requires"):
        message = " ".join(directive.words[1:]).strip('"')
        if message and section.effective(directive.words[0]) is None:
            yield Fault(message, -1, "missing-command")
