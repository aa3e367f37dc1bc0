"""Commands that came or went with a version of Unified CME."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter

from iossim.language import Command, Form
from iossim.language.bodies import Keyword
from iossim.validate.facts.facts import Facts
from iossim.versions import Version


def dated(facts: Facts, directive: str) -> Iterator[tuple[Command, Version]]:
    """The commands with a `since`, `removed` or `refused` directive, once for each line, and the version in it."""
    version = version_of(directive)
    seen: set[tuple[int, str]] = set()
    for _, command in facts.with_form(version):
        if (command.line, command.name) not in seen:
            if command.line:
                seen.add((command.line, command.name))
            yield command, Version.of(version(command.form))


@cache
def version_of(directive: str) -> Callable[[Form], str]:
    """The function that reads a `since`, `removed` or `refused` directive of a form."""
    return attrgetter(f"rule.{directive}")


def leading_keywords(command: Command) -> str:
    """The keywords that every command of the rule begins with; they are words of the grammar, so no one is secret."""
    keywords = command.words[:1]
    for place, word in list(zip(command.form.places, command.words, strict=False))[1:]:
        if place.chosen or place.field is not None or not isinstance(place.symbol, Keyword):
            break
        keywords.append(word)
    return " ".join(keywords)
