"""Definitions and references, from the grammars' `defines` and `refers` directives, for all commands at once."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.tree import Configuration, Section
from iossim.language import Command, Identity, Language


def definers(language: Language) -> dict[str, list[str]]:
    """Rules of global configuration by the kind of thing that they define."""
    found: dict[str, list[str]] = {}
    for rule in language.mode("global").commands:
        for each in rule.every("defines"):
            names = found.setdefault(each.words[0], [])
            if rule.base not in names:
                names.append(rule.base)
    return found


_DEFINERS: dict[int, dict[str, list[str]]] = {}


def defined(configuration: Configuration, kind: str, name: str) -> bool:
    """Whether something of this kind and name or tag is configured."""
    return definition(configuration, kind, name) is not None


def definition(configuration: Configuration, kind: str, name: str) -> Identity | None:
    """The identity, in global configuration, of what defines a name; None where nothing does."""
    known = _DEFINERS.get(id(configuration.language))
    if known is None:
        known = _DEFINERS[id(configuration.language)] = definers(configuration.language)
    for rule in known.get(kind, ()):
        if (rule, name) in configuration.root.entries:
            return (rule, name)
    return None


def references(section: Section, kinds: set[str] | None = None) -> Iterator[tuple[Identity, Command, str, int, str]]:
    """Every reference made in a section: identity and command, kind, index of the word, and the name or tag."""
    for identity, command in section.entries.items():
        if command.negative:
            continue
        for kind, index, notation, _ in command.form.referring:
            if kinds is None or kind in kinds:
                for tag in notation.tags(command.words[index]):
                    yield identity, command, kind, index, tag


def cascade(configuration: Configuration, removed: Command) -> None:
    """Takes out what the router would refuse to read back once a definition is gone (a button of a dn that was removed).

    Args:
        configuration: the tree, without the definition.
        removed: the command that defined it.
    """
    fields = removed.fields
    gone = {(kind, fields.get(field)) for kind, field, _ in removed.form.defines}
    kinds = {kind for kind, _ in gone}
    for section in list(configuration.root.walk()):
        for identity, command, kind, _, tag in list(references(section, kinds)):
            refused = any(message for each, _, message in command.form.refers if each == kind)
            if refused and (kind, tag) in gone:
                configuration.drop(section, identity)
