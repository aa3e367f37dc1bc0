"""A form: one way to write a command, with the role of each of its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from iossim.language.bodies import Argument, Choice, Keyword, leading_keywords
from iossim.language.notations import Notation, Span, unquoted
from iossim.language.notations.words import any_word
from iossim.language.places import Place
from iossim.language.rules import Rule

Identity = tuple[str, ...]

#: The actions (`//@ action`) that move a session between modes, or print its help; the session carries them out itself.
SESSION_ACTIONS = frozenset({"do", "end", "exit", "help"})

#: The fields that are texts of the user's own.
_TEXTS = ("command", "description", "text")
_PRINTS = re.compile(r"(\s*)(\S+)")


class BoundWord(NamedTuple):
    """A word that another command or the platform limits: its index, the name of the limit, and how many times the limit it may be."""

    at: int
    name: str
    factor: int


class Form:
    """One way to write a command: the role of each of its words.

    Args:
        rule: the command's rule in the grammar.
        mode: the mode it belongs to (`global`, `ephone`, …).
        level: the privilege level that the commands of the mode need by default.
        order: position of the command in the printed order of its mode.
        last: the place of its last word.
        rank: position of the command among all of the mode, those in one pair of brackets one by one.

    Attributes:
        name: the rule's name without variant.
        places: one place for each word.
        keys: indices of the words that tell entries of the command apart.
        key: the only such index; -1 where there are none or several.
        key_of: takes the key out of its word (`1:2` has the key `1`); None: the whole word is the key.
        identity_constant: the identity, where no word is a key.
        has_key: the words include all key fields of the command.
        sorted_keys: how many words of the identity decide the printed order; None: all.
        grouped: entries stand by their first key, names before addresses, then by `rank` (`//@ grouped-by`).
        by_interface: the key is an interface: entries stand in the router's order of interfaces.
        as_text: entries stand in the order of their keys as texts.
        ahead: the entries stand before the others of the command (`//@ ahead`).
        kind: the place of its keyword among those of `//@ by-kind`, from 1 on; 0 for a command without them.
        spanned: indices of a network and of its wildcard bits: entries stand by the last address of the network; () for most commands.
        session: the command acts on the session (`exit`), not on the configuration.
        multiline: lines may follow that belong to the command: a block, or a text with delimiters.
        loose: a word of it stands in the place of words that nobody has described (`//@ loose`).
        merges: the field whose words are stored as separate entries and printed on one line; "" for most commands.
    """

    def __init__(self, rule: Rule, mode: str, level: int, order: int, last: Place | None, rank: int = 0) -> None:
        self.rule = rule
        self.mode = mode
        self.level = level if rule.level is None else rule.level
        self.order = order
        self.rank = rank
        self.grouped = bool(rule.grouped_by)
        self.name = rule.base
        places: list[Place] = []
        while last is not None:
            places.append(last)
            last = last.previous
        self.places = tuple(reversed(places))
        fields = set(rule.key)
        self.keys = tuple(index for index, place in enumerate(self.places) if _field_names(place) & fields)
        if rule.settings:
            self.keys = self._without_values(rule.settings)
        self.key = self.keys[0] if len(self.keys) == 1 else -1
        self.merges = rule.merges
        self.key_of = self._key_of()
        self.identity_constant: Identity | None = (self.name,) if not self.keys else None
        self.has_key = len(rule.key) <= len({name for index in self.keys for name in _field_names(self.places[index]) & fields})
        sorting = sum(len(self.words_of(field)) for field in rule.sorted_by)
        self.sorted_keys: int | None = 1 + sorting if rule.sorted_by else 1 if rule.in_order else None
        self.by_interface = self.sorted_keys is None and self.key >= 0 and _is_interface(self.places[self.key])
        self.as_text = rule.sorted_as_text
        self.kind = next((place for place, word in enumerate(rule.by_kind, 1) if word in self.literal), len(rule.by_kind))
        self.ahead = bool(rule.ahead) and rule.ahead in self.literal
        self.spanned = tuple(index for field in rule.spanned_by for index in self.words_of(field))
        self.session = rule.action in SESSION_ACTIONS
        self.loose = rule.loose and any(_takes_anything(place) for place in self.places)
        self.multiline = bool(rule.block) or bool(self.places and _span(self.places[-1]) is Span.TEXT)

    def _key_of(self) -> Callable[[str], str] | None:
        """The function that reads the key from its word, where it is only a part of the word; else None."""
        if not self.keys:
            return None
        symbol = self.places[self.keys[0]].symbol
        key = symbol.notation.key if isinstance(symbol, Argument) else str
        return None if key is str else key

    def _without_values(self, field: str) -> tuple[int, ...]:
        """The keys without the value of a setting (`//@ settings`): the keywords that its alternative begins with, none before the last."""
        own = [index for index in self.keys if field in _field_names(self.places[index])]
        body = self.places[own[0]].owner.body if own else None
        words = [place.symbol.text if isinstance(place.symbol, Keyword) else "" for place in self.places[own[0] :]] if own else []
        heads = [leading_keywords(part) for part in body.parts] if isinstance(body, Choice) else []
        length = max((len(head) for head in heads if head == words[: len(head)]), default=0)
        return tuple(index for index in self.keys if index not in own[length:])

    def words_of(self, field: str) -> list[int]:
        """Indices of the words that fill a field."""
        return [index for index, place in enumerate(self.places) if field in _field_names(place)]

    def identity(self, words: list[str]) -> Identity:
        """The command's name and its key words, which tell its entries apart in a section."""
        if self.identity_constant is not None:
            return self.identity_constant
        if self.key >= 0:
            word = words[self.key]
            return (self.name, word if self.key_of is None else self.key_of(word))
        if self.merges:
            return (self.name, self.key_of(words[self.keys[0]]) if self.key_of else words[self.keys[0]])
        return (self.name, *[words[i] for i in self.keys])

    @cached_property
    def interfaces(self) -> tuple[int, ...]:
        """Indices of the words that name interfaces."""
        return tuple(index for index, place in enumerate(self.places) if _is_interface(place))

    @cached_property
    def ends_with_text(self) -> bool:
        """True if the last word is a text of the user's own, which may end with a blank: a description, a banner."""
        last = len(self.places) - 1
        symbol = self.places[last].symbol if last >= 0 else None
        if not isinstance(symbol, Argument) or last in self.keys:
            return False
        return symbol.notation.span is Span.TEXT or (symbol.notation.span is Span.REST and symbol.field in _TEXTS)

    @cached_property
    def referring(self) -> list[tuple[str, int, Notation, str]]:
        """The words that name something defined elsewhere: kind, index, notation, and the message of a refusal ("" for `refers`)."""
        names = [(*record, "") for record in self.rule.refers] + [tuple(record) for record in self.rule.demands]
        return [
            (kind, index, place.symbol.notation, message.replace("{" + field.upper() + "}", "{}"))
            for kind, field, message in names
            for index, place in enumerate(self.places)
            if isinstance(place.symbol, Argument) and place.symbol.field == field
        ]

    @cached_property
    def unique_words(self) -> list[tuple[str, int]]:
        """Kind and index of the words that no other section may have."""
        return [
            (kind, index)
            for kind, field in self.rule.unique
            for index, place in enumerate(self.places)
            if isinstance(place.symbol, Argument) and place.symbol.field == field
        ]

    @cached_property
    def blanks(self) -> tuple[list[str], str] | None:
        """The blanks before each word, and at the end where the template names the last word; None: one blank between words."""
        return self._blanks(self.rule.prints)

    @cached_property
    def older_blanks(self) -> tuple[list[str], str] | None:
        """The same in the versions of IOS that print the line as `older-prints` says; None where no version does."""
        return self._blanks(self.rule.older_prints.text) if self.rule.older_prints is not None else None

    def _blanks(self, template: str) -> tuple[list[str], str] | None:
        """The blanks before each word and after the last one, by a template; None without a template.

        An argument that stands twice in the template may come more often: all further ones have the blanks of the second one.
        """
        if not template:
            return None
        words = _PRINTS.findall(template)
        before: dict[str, list[tuple[str, str]]] = {}  # of each word of the template: the blanks and the word before it
        for index, (gap, word) in enumerate(words):
            if word[0] == "{" and word in before:
                before[word] += [(gap, "")] * len(self.places)
            else:
                before[word] = [(gap, words[index - 1][1] if index else "")]
        gaps = [self._gap(index, before) for index in range(len(self.places))]
        gaps[0] = template[: len(template) - len(template.lstrip())]
        named = {word for _, word in words}
        ends_so = words[-1][1] == "*" or not named.isdisjoint(_template_names(self.places[-1]))
        return gaps, template[len(template.rstrip()) :] if ends_so else ""

    def _gap(self, index: int, before: dict[str, list[tuple[str, str]]]) -> str:
        """The blanks before a word of the form, which are then used up; where the template has a keyword before it, the form must, too.

        Args:
            index: of the word.
            before: the blanks and the word before each word of the template; `*` is any word.
        """
        for name in [*_template_names(self.places[index]), "*"]:
            if before.get(name):
                gap, previous = before[name][0]
                expected = (
                    not previous or previous[0] in "{*" or (index > 0 and previous in _template_names(self.places[index - 1]))
                )
                if expected or name != "*":
                    del before[name][0]
                    return gap if expected and (gap or not index) else " "
        return " "

    @cached_property
    def toggle(self) -> bool:
        """True if the command has only keywords, and no alternatives but those of its key (`huntstop`, `capability lls`)."""
        return not self.has_arguments and all(not place.chosen or index in self.keys for index, place in enumerate(self.places))

    @cached_property
    def identifying(self) -> int:
        """Number of words that are stored for `no …`: the keys, and all before the first argument or chosen word that follows them.

        All of them with `//@ no whole`.
        """
        if self.rule.negative == "whole":
            return len(self.places)
        last_key = max(self.keys, default=-1)
        for index, place in enumerate(self.places):
            if index > last_key and (isinstance(place.symbol, Argument) or (place.chosen and index)):
                return index
        return len(self.places)

    @cached_property
    def literal(self) -> tuple[str, ...]:
        """The keywords of the form, in order."""
        return tuple(place.symbol.text for place in self.places if isinstance(place.symbol, Keyword))

    @cached_property
    def keywords(self) -> frozenset[str]:
        """The keywords of the form."""
        return frozenset(self.literal)

    @cached_property
    def has_arguments(self) -> bool:
        """True if the form has an argument."""
        return any(isinstance(place.symbol, Argument) for place in self.places)

    @cached_property
    def bounded(self) -> tuple[BoundWord, ...]:
        """The words that another command or the platform bounds."""
        return tuple(
            BoundWord(index, place.symbol.notation.bound_name, place.symbol.notation.bound_factor)
            for index, place in enumerate(self.places)
            if isinstance(place.symbol, Argument) and place.symbol.notation.bound_name
        )

    @cached_property
    def secret(self) -> frozenset[int]:
        """Indices of the words that must not appear in logs and diagnostics."""
        fields = {record.field for record in self.rule.secrets}
        return frozenset(index for index, place in enumerate(self.places) if _field_names(place) & fields)

    @cached_property
    def _alone(self) -> list[tuple[str, int]] | None:
        """The fields, and the index of the word that fills each of them; None if one of them has several words."""
        arguments = [(place.symbol.field, index) for index, place in enumerate(self.places) if isinstance(place.symbol, Argument)]
        choices = [(place.field, index) for index, place in enumerate(self.places) if place.field is not None]
        fields = dict([*arguments, *choices])
        return list(fields.items()) if len(fields) == len({*arguments, *choices}) else None

    def fields(self, words: list[str]) -> dict[str, str | list[str]]:
        """The fields that the words fill: text, or a list where an argument repeats."""
        if self._alone is not None:
            count = len(words)
            return {field: unquoted(words[index]) for field, index in self._alone if index < count}
        values: dict[str, str | list[str]] = {}
        spans: dict[str, list[str]] = {}
        for place, word in zip(self.places, words, strict=False):
            symbol = place.symbol
            if place.field is not None:
                spans.setdefault(place.field, []).append(word)
            if isinstance(symbol, Argument):
                value = unquoted(word)
                before = values.get(symbol.field)
                if before is None:
                    values[symbol.field] = value
                else:
                    values[symbol.field] = [*(before if isinstance(before, list) else [before]), value]
        for field, parts in spans.items():
            values[field] = unquoted(parts[0]) if len(parts) == 1 else " ".join(parts)
        return values


def _template_names(place: Place) -> list[str]:
    """The names that a word may have in a `prints` directive."""
    symbol = place.symbol
    names = [symbol.text] if isinstance(symbol, Keyword) else ["{" + symbol.field.upper() + "}"] if symbol else []
    return [*names, "{" + place.field.upper() + "}"] if place.field else names


def _span(place: Place) -> Span:
    return place.symbol.notation.span if isinstance(place.symbol, Argument) else Span.WORD


def _takes_anything(place: Place) -> bool:
    return isinstance(place.symbol, Argument) and place.symbol.notation.check is any_word


def _is_interface(place: Place) -> bool:
    return isinstance(place.symbol, Argument) and place.symbol.notation.shown == "INTERFACE"


def _field_names(place: Place) -> set[str]:
    names = {place.field} if place.field else set()
    if isinstance(place.symbol, Argument):
        names.add(place.symbol.field)
    return names
