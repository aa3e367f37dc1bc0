"""Commands that the router refuses: numbers above a bound, undefined names, words given twice, interfaces that it has not."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from iossim.config.ports import has_interface
from iossim.config.references import defined
from iossim.config.refusal import Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command, Form, Identity, Language
from iossim.language.notations import PLATFORM
from iossim.language.notations.addresses import spoilt_part

#: Gives the reason to refuse a command; None if it has none.
Constraint = Callable[[Configuration, Section, Command], Refusal | None]


def applicable_checks(form: Form) -> list[Constraint]:
    """The checks that can find a reason to refuse commands of a form."""
    rule = form.rule
    checks: list[tuple[object, Constraint]] = [
        (form.bounded, _bounds),
        (rule.bounds, _in_use),
        (rule.each_once, _each_once),
        (rule.demands, _references),
        (form.loose, _addresses),
        (form.interfaces and "port" not in rule.checks, _interfaces),
    ]
    return [check for applies, check in checks if applies]


def live_bound(configuration: Configuration, name: str) -> int | None:
    """The number that bounds arguments now; None where the command that sets it has not been entered.

    Args:
        configuration: the tree.
        name: the name of the bound in a notation: `max-dn`, or `platform-phones` for a limit of the router model.
    """
    if name.startswith(PLATFORM):
        return configuration.platform.bound(name) if configuration.platform else None
    for opener, setter, field in _setters(configuration.language, name):
        section = configuration.root.sections.get(opener)
        entry = section.entries.get(setter) if section is not None else None
        if entry is not None and not entry.negative:
            return int(entry.words[_word_of(entry.form, field)])
    return None


@lru_cache(maxsize=256)
def _setters(language: Language, name: str) -> tuple[tuple[Identity, Identity, str], ...]:
    """The commands that set a bound: the header of the section that they stand in, their identity, the field with the number."""
    setter = language.bound(name)
    if setter is None:
        return ()
    return tuple(((opener.name,), (setter.name,), setter.field) for opener in language.openers(setter.mode))


@lru_cache(maxsize=256)
def _word_of(form: Form, field: str) -> int:
    """Index of the word of a form that fills a field."""
    return _words_of(form, field)[0]


def _bounds(configuration: Configuration, section: Section, command: Command) -> Refusal | None:
    """A tag above `max-dn` or `max-pool`, or above the platform's limit: the caret stands under it.

    A maximum that is not set is 0, or the highest tag of the file that the router was given. While a file is read it bounds nothing.
    """
    for word in command.form.bounded:
        bound = live_bound(configuration, word.name)
        if bound is None and configuration.ports is not None and not word.name.startswith(PLATFORM):
            bound = configuration.values.least_maximum(word.name)
        if bound is not None and int(command.words[word.at]) > bound * word.factor:
            return Refusal("", word.at, blocker=_setter(configuration, section, word.name))
    return None


def _in_use(configuration: Configuration, section: Section, command: Command) -> Refusal | None:
    """A maximum below a tag in use is refused; the router wants the higher tags removed first."""
    for name, field in command.form.rule.bounds:
        index = _word_of(command.form, field)
        if int(command.words[index]) < configuration.values.least_maximum(name):
            return Refusal("", index, ordered=True)
    return None


def _setter(configuration: Configuration, section: Section, name: str) -> Identity:
    """The identity, in a section, of the command that sets a bound, or of the section with it; () if it stands elsewhere."""
    setter = configuration.language.bound(name)
    for opener in configuration.language.openers(setter.mode) if setter is not None else ():
        if setter is not None and section is configuration.root.sections.get((opener.name,)):
            return (setter.name,)
        if section is configuration.root and (opener.name,) in section.sections:
            return (opener.name,)
    return ()


def _each_once(configuration: Configuration, section: Section, command: Command) -> Refusal | None:
    """A word of a list that was given before in the same list: the caret stands under it."""
    given: set[str] = set()
    for index in _words_of(command.form, command.form.rule.each_once):
        if command.words[index] in given:
            return Refusal("", index)
        given.add(command.words[index])
    return None


@lru_cache(maxsize=256)
def _words_of(form: Form, field: str) -> tuple[int, ...]:
    """Indices of the words of a form that fill a field."""
    return tuple(form.words_of(field))


def _addresses(configuration: Configuration, section: Section, command: Command) -> Refusal | None:
    """An address with a hidden, missing or wrong part among words that nobody has described (`icmp-echo 10.1.1.300`)."""
    return next((Refusal("", index) for index, word in enumerate(command.words) if spoilt_part(word)), None)


def _interfaces(configuration: Configuration, section: Section, command: Command) -> Refusal | None:
    """An interface that the router has not, in a command that names one: the caret stands under it. Nothing while a file is read."""
    for index in command.form.interfaces if configuration.ports is not None else ():
        if configuration.ports is not None and not has_interface(configuration.root, configuration.ports, command.words[index]):
            return Refusal("", index)
    return None


def _references(configuration: Configuration, section: Section, command: Command) -> Refusal | None:
    """A name or tag that is not defined, where the router refuses the line for it."""
    for kind, index, notation, message in command.form.referring:
        if message:
            word = command.words[index]
            for tag in notation.tags(word):
                if not defined(configuration, kind, tag):
                    return Refusal(message.replace("{}", notation.key(word)), index)
    return None
