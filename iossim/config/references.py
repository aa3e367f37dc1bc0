"""Definitions and references, from the `defines` and `refers` directives of the grammars, for all commands at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iossim.config.tree import Configuration, Section
from iossim.language import Command, Identity
from iossim.language.index import Definer


def defined(configuration: Configuration, kind: str, name: str) -> bool:
    """True where something of this kind and name or tag is configured."""
    return definition(configuration, kind, name) is not None


def definition(configuration: Configuration, kind: str, name: str) -> tuple[Section, Identity] | None:
    """The section and identity of the command that defines a name; None where none does."""
    for definer in configuration.language.definers(kind):
        for section in _sections(configuration, definer.mode):
            if definer.keyed:
                entry = section.entries.get((definer.name, name))
                if entry is not None and not entry.negative:
                    return section, (definer.name, name)
            elif name in (defined := _names(section, definer)):
                return section, defined[name]
    return None


def names(configuration: Configuration, kind: str) -> Iterator[str]:
    """The names and tags of all things of a kind that are configured."""
    for definer in configuration.language.definers(kind):
        for section in _sections(configuration, definer.mode):
            yield from _names(section, definer)


def _names(section: Section, definer: Definer) -> dict[str, Identity]:
    """The names that the commands of a section define, with the identity of each command."""
    commands = [(identity, command) for identity, command in section.entries.items() if identity[0] == definer.name]
    return {str(command.fields.get(definer.field, "")): identity for identity, command in commands if not command.negative}


def _sections(configuration: Configuration, mode: str) -> Sequence[Section]:
    """The sections of a mode: the configuration itself, or the sections of global configuration."""
    if mode == configuration.root.mode.name:
        return (configuration.root,)
    openers = configuration.language.openers(mode)
    return [section for opener in openers for section in configuration.sections(opener.name)]


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
    for kind, field in removed.form.rule.defines:
        name = fields.get(field)
        for section, identity in configuration.values.dependents(kind, name) if isinstance(name, str) else ():
            configuration.drop(section, identity)
