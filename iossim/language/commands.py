"""What a matched line is: its form (the path of the grammar that it took) and the command made of its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from iossim.language.definition import Argument, Keyword, Rule
from iossim.language.notations import Notation, unquoted
from iossim.language.places import Place

if TYPE_CHECKING:
    from iossim.language.mode import Mode

Identity = tuple[str, ...]

_PRINTS = re.compile(r"(\s*)(\S+)")

_SPECIAL = ("enters", "action", "unique", "merges", "block", "conflicts", "each-once", "says", "effect", "session")


class Form:
    """One way to write a command: the role of each of its words.

    Attributes:
        rule: the command's rule in the grammar.
        mode: the mode it belongs to (`global`, `ephone`, …).
        order: the command's place in its mode, which is the order of the running-config.
        name: the rule's name without variant.
        places: one place for each word.
        keys: indices of the words that tell instances apart.
        identity_constant: the identity, where no word is a key.
    """

    __slots__ = (
        "__dict__",
        "has_key",
        "identity_constant",
        "key",
        "key_of",
        "keys",
        "memo",
        "merges",
        "mode",
        "multiline",
        "name",
        "order",
        "owner_mode",
        "places",
        "rule",
        "session",
        "sorted_keys",
        "special",
    )

    def __init__(self, rule: Rule, mode: Mode, order: int, last: Place | None) -> None:
        self.rule = rule
        self.owner_mode = mode
        self.mode = mode.name
        self.order = order
        self.name = rule.base
        places: list[Place] = []
        while last is not None:
            places.append(last)
            last = last.previous
        self.places = tuple(reversed(places))
        fields = (rule.directive("key") or "").lower().replace("-", "_").split()
        self.keys = tuple(i for i, place in enumerate(self.places) if _field_names(place) & set(fields))
        self.key = self.keys[0] if len(self.keys) == 1 else -1
        #: What other layers work out once about this form (its constraints).
        self.memo: dict[str, Any] = {}
        self.merges = (rule.directive("merges") or "").lower()
        self.key_of = self._key_of()
        self.identity_constant: Identity | None = (self.name,) if not self.keys else None
        self.has_key = len(fields) <= len({name for i in self.keys for name in _field_names(self.places[i]) & set(fields)})
        self.special = self._is_special()
        #: How far the identity decides the place among the rule's commands; the rest stands as it was entered.
        as_entered = rule.directive("as-entered")
        self.sorted_keys: int | None = None if as_entered is None else 1 + int(as_entered or 0)
        #: It acts on the session (`exit`), not on the configuration.
        self.session = rule.directive("session") is not None
        #: Lines may follow that belong to the command: a block, or a text with delimiters.
        self.multiline = rule.directive("block") is not None or bool(self.places and _span(self.places[-1]) == "text")

    def _is_special(self) -> bool:
        """Whether entering the command takes more than storing it."""
        rule = self.rule
        return (
            any(rule.directive(name) is not None for name in _SPECIAL)
            or any(each.words[2:] for each in rule.every("refers"))
            or any(each.words[1:] for each in rule.every("requires"))
            or any(isinstance(place.symbol, Argument) and place.symbol.notation.bound_name for place in self.places)
            or (not self.has_arguments and " ".join(self.literal) in [each.text for each in rule.every("default")])
        )

    def _key_of(self) -> Callable[[str], str] | None:
        """How the key is read from its word, where it is only a part of the word."""
        if not self.keys:
            return None
        symbol = self.places[self.keys[0]].symbol
        key = symbol.notation.key if isinstance(symbol, Argument) else str
        return None if key is str else key

    def identity(self, words: list[str]) -> Identity:
        """What tells this command from others in its section: its name and its key words."""
        if self.identity_constant is not None:
            return self.identity_constant
        if self.key >= 0:
            word = words[self.key]
            return (self.name, word if self.key_of is None else self.key_of(word))
        if self.merges:
            return (self.name, self.key_of(words[self.keys[0]]) if self.key_of else words[self.keys[0]])
        return (self.name, *[words[i] for i in self.keys])

    @cached_property
    def referring(self) -> list[tuple[str, int, Notation, str]]:
        """Kind, index of the word, its notation, and message, of every word that refers to something defined elsewhere."""
        return [
            (kind, index, place.symbol.notation, message.replace("{" + field.upper() + "}", "{}"))
            for kind, field, message in self.refers
            for index, place in enumerate(self.places)
            if isinstance(place.symbol, Argument) and place.symbol.field == field
        ]

    @cached_property
    def unique_words(self) -> list[tuple[str, int]]:
        """Kind and index of the words that no other section may have."""
        return [
            (kind, index)
            for kind, field, _ in self.unique
            for index, place in enumerate(self.places)
            if isinstance(place.symbol, Argument) and place.symbol.field == field
        ]

    @cached_property
    def unique(self) -> list[tuple[str, str, str]]:
        """Kind, field and message of the values that no other section may have."""
        return self._triples("unique")

    @cached_property
    def refers(self) -> list[tuple[str, str, str]]:
        """Kind, field and message of the names or tags of something defined elsewhere."""
        return self._triples("refers")

    @cached_property
    def defines(self) -> list[tuple[str, str, str]]:
        """Kind and field of what this command defines."""
        return self._triples("defines")

    def _triples(self, name: str) -> list[tuple[str, str, str]]:
        return [
            (each.words[0], each.words[1].lower().replace("-", "_"), " ".join(each.words[2:]).strip('"'))
            for each in self.rule.every(name)
        ]

    @cached_property
    def blanks(self) -> tuple[list[str], str] | None:
        """The blanks before each word and at the end, where the running-config does not simply put one between words."""
        template = self.rule.directive("prints")
        if template is None:
            return None
        body = template.strip('"')
        before = {word: gap for gap, word in _PRINTS.findall(body)}
        return [self._gap(place, before) for place in self.places], body[len(body.rstrip()) :]

    @staticmethod
    def _gap(place: Place, before: dict[str, str]) -> str:
        symbol = place.symbol
        names = [symbol.text] if isinstance(symbol, Keyword) else ["{" + symbol.field.upper() + "}"] if symbol else []
        if place.field:
            names.append("{" + place.field.upper() + "}")
        return next((before.pop(name) for name in names if name in before), " ")

    @cached_property
    def toggle(self) -> bool:
        """True where the command is nothing but keywords without a choice among them (`huntstop`)."""
        return not self.has_arguments and all(place.field is None and not place.chosen for place in self.places)

    @cached_property
    def identifying(self) -> int:
        """How many words, from the first, tell what a stored negative form negates: up to the first value that is no key."""
        for index, place in enumerate(self.places):
            if isinstance(place.symbol, Argument) and index not in self.keys:
                return index
        return len(self.places)

    @cached_property
    def literal(self) -> tuple[str, ...]:
        """The keywords of the path, in order."""
        return tuple(place.symbol.text for place in self.places if isinstance(place.symbol, Keyword))

    @cached_property
    def keywords(self) -> frozenset[str]:
        """The keywords of the path."""
        return frozenset(self.literal)

    @cached_property
    def has_arguments(self) -> bool:
        """True where some word is the user's own."""
        return any(isinstance(place.symbol, Argument) for place in self.places)

    @cached_property
    def secret(self) -> frozenset[int]:
        """Indices of the words that must not be seen in logs and diagnostics."""
        fields = {word.lower() for each in self.rule.every("secret") for word in each.words}
        return frozenset(i for i, place in enumerate(self.places) if _field_names(place) & fields)

    def fields(self, words: list[str]) -> dict[str, str | list[str]]:
        """The fields that the words fill: text, or a list where an argument repeats."""
        found: dict[str, str | list[str]] = {}
        spans: dict[str, list[str]] = {}
        for place, word in zip(self.places, words, strict=False):
            symbol = place.symbol
            if place.field is not None:
                spans.setdefault(place.field, []).append(word)
            if isinstance(symbol, Argument) and symbol.field != place.field:
                value = unquoted(word)
                before = found.get(symbol.field)
                if before is None:
                    found[symbol.field] = value
                else:
                    found[symbol.field] = [*(before if isinstance(before, list) else [before]), value]
        for field, parts in spans.items():
            found[field] = unquoted(parts[0]) if len(parts) == 1 else " ".join(parts)
        return found


def _span(place: Place) -> str:
    return place.symbol.notation.span if isinstance(place.symbol, Argument) else "word"


def _field_names(place: Place) -> set[str]:
    names = {place.field} if place.field else set()
    if isinstance(place.symbol, Argument):
        names.add(place.symbol.field)
    return names


class Command:
    """A line that was understood.

    Attributes:
        form: the path it took through the grammar.
        words: its words in canonical spelling, without `no` or `default`.
        negative: it began with `no`.
        reset: it began with `default`.
        line: the line of the file it was read from, from 1; 0 where it was typed.
    """

    __slots__ = ("form", "line", "negative", "reset", "words")

    def __init__(self, form: Form, words: list[str], negative: bool = False, reset: bool = False) -> None:
        self.form = form
        self.words = words
        self.negative = negative
        self.reset = reset
        self.line = 0

    @property
    def name(self) -> str:
        """The rule's name without variant."""
        return self.form.name

    @property
    def mode(self) -> str:
        """The mode it belongs to."""
        return self.form.mode

    @property
    def fields(self) -> dict[str, str | list[str]]:
        """The fields that its words fill."""
        return self.form.fields(self.words)

    @property
    def keywords(self) -> frozenset[str]:
        """The keywords that were typed."""
        return self.form.keywords

    @property
    def text(self) -> str:
        """The command in canonical spelling, `no` included."""
        return ("no " if self.negative else "default " if self.reset else "") + " ".join(self.words)

    def __repr__(self) -> str:
        hidden = self.form.secret
        shown = " ".join("*" if i in hidden else word for i, word in enumerate(self.words))
        return f"Command({self.mode}: {'no ' if self.negative else ''}{shown})"
