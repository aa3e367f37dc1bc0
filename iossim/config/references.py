"""Definitions and references, from the `defines` and `refers` directives of the grammars, for all commands at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from iossim.config.tree import Configuration, Section
from iossim.language import Command, Identity, Language


@lru_cache(maxsize=8)
def definers(language: Language) -> dict[str, list[str]]:
    """Rules of global configuration by the kind of thing that they define."""
    rules: dict[str, list[str]] = {}
    for rule in language.mode("global").commands:
        for directive in rule.every("defines"):
            names = rules.setdefault(directive.words[0], [])
            if rule.base not in names:
                names.append(rule.base)
    return rules


def defined(configuration: Configuration, kind: str, name: str) -> bool:
    """True where something of this kind and name or tag is configured."""
    return definition(configuration, kind, name) is not None


def definition(configuration: Configuration, kind: str, name: str) -> Identity | None:
    """The identity, in global configuration, of the command that defines a name; None where none does."""
    for rule in definers(configuration.language).get(kind, ()):
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
    """Removes the commands that the router would refuse to read back without a definition (a button of a dn that was removed).

    Args:
        configuration: the tree, without the definition.
        removed: the command that defined it.
    """
    fields = removed.fields
    for kind, field, _ in removed.form.defines:
        name = fields.get(field)
        for section, identity in configuration.values.referring(kind, name) if isinstance(name, str) else ():
            configuration.drop(section, identity)
