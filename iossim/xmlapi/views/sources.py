"""Sources of text: the attributes of a leaf in a view, made into a function of the item.

    key                           the tag of the section
    value, value="NAME"           the value of the repeated element, or one part of it
    ordinal                       the number of the repeated element, from 1
    parameter="NAME"              a parameter of the request
    command="RULE KEY... | ..."   the first of these commands that is entered ("header": the line that opens the
                                  section), and of it
        field="NAME | ..."            an argument: the first of these that the command has
        choice="a b c=D"              the keyword that the command has, as written after "="
        keyword="WORD"                true if the command has this keyword
        (none of these)               true if it is configured
        no="TEXT"                     the text of its `no` form
    present="mwi moh* feed=moh"   the word of the first of these commands that is configured (*: with any key)
    runtime="NAME"                a value of values/
    text="EFXS 50/0/{key}"        a constant, with the tag in it
    section="RULE/RULE"           commands are looked up there, from global configuration (`global`) on

The first source, in this order, that has a text counts; if none has, it is the `default`. Inside an element that
repeats a command, `field`, `choice` and `keyword` without `command` read that command. A `no` form is false as a flag,
and unset as any other type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from iossim.config.tree import SortKey, natural
from iossim.errors import IossimError
from iossim.language.bodies import Argument
from iossim.language.notations import unquoted
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.values import LISTS, VALUES

if TYPE_CHECKING:
    from iossim.config import Section
    from iossim.language import Command, Form
    from iossim.router import RouterCore

Source = Callable[[Item], str | None]
#: Gives an item for each repetition of an element.
Repetitions = Callable[[Item], Iterator[Item]]
Finder = Callable[[Item], "Command | None"]

#: The two words of each boolean type, false first.
FLAGS = {"bool": ("false", "true"), "yes-no": ("no", "yes"), "0-1": ("0", "1")}
TYPES = frozenset({"text", "int", "ipv4", "enum", *FLAGS})
ATTRIBUTES = frozenset(
    "key value ordinal parameter command field choice keyword no present runtime text section".split()  # noqa: SIM905
)


class ViewError(IossimError):
    """A fault in a file of views/."""


def source(attributes: Mapping[str, str]) -> Source:
    """The function that gives a leaf's text; it returns None or "" if the leaf is unset.

    Raises:
        ViewError: an attribute names a value that does not exist.
    """
    sources = list(_sources(attributes))
    if len(sources) == 1:
        return sources[0]
    return lambda item: next((text for one in sources if (text := one(item))), None)


def words(listed: str) -> dict[str, str]:
    """The words of a list with their spelling: `a b=C` is a, and b written as C."""
    return {word.partition("=")[0]: word.partition("=")[2] or word for word in listed.split()}


def _sources(attributes: Mapping[str, str]) -> Iterator[Source]:
    if "key" in attributes:
        yield lambda item: item.key
    if "value" in attributes:
        yield _value(attributes["value"])
    if "ordinal" in attributes:
        yield lambda item: str(item.ordinal)
    if "parameter" in attributes:
        yield _parameter(attributes["parameter"])
    if attributes.keys() & {"command", "field", "keyword", "choice"}:
        yield from _parts(_finder(attributes), attributes)
    if "present" in attributes:
        yield _present(words(attributes["present"]), attributes.get("section"))
    if "runtime" in attributes:
        yield _runtime(attributes["runtime"])
    if "text" in attributes:
        yield _text(attributes["text"])


def _value(name: str) -> Source:
    if not name:
        return lambda item: str(item.value)
    return lambda item: item.value.get(name) if not isinstance(item.value, str) else None


def _parameter(name: str) -> Source:
    return lambda item: item.parameters.get(name)


def _text(pattern: str) -> Source:
    return lambda item: pattern.replace("{key}", item.key)


def _runtime(name: str) -> Source:
    try:
        return VALUES[name]
    except KeyError:
        raise ViewError(f"no value is called {name!r}; there are: {', '.join(sorted(VALUES))}") from None


def _present(rules: Mapping[str, str], path: str | None) -> Source:
    def first(item: Item) -> str | None:
        item = item.at(section_at(item.router, path)) if path is not None else item
        return next((word for rule, word in rules.items() if _is_configured(item, rule)), None)

    return first


def _is_configured(item: Item, rule: str) -> bool:
    entries = item.all(rule[:-1]) if rule.endswith("*") else [item.command((rule,))]
    return any(entry is not None and not entry.negative for entry in entries)


def section_at(router: RouterCore, path: str) -> Section | None:
    """A section by the rules that lead to it, from global configuration (`global`) on."""
    section: Section | None = router.config.root
    for rule in path.split("/"):
        if rule != "global":
            section = section.section(rule) if section is not None else None
    return section


def _finder(attributes: Mapping[str, str]) -> Finder:
    if "command" not in attributes:
        return lambda item: item.entry
    commands = [tuple(words.split()) for words in attributes["command"].split("|")]
    path = attributes.get("section")
    if path is not None:
        return lambda item: item.at(section_at(item.router, path)).command(*commands)
    if commands == [("header",)]:
        return lambda item: item.section.header if item.section is not None else None
    return lambda item: item.command(*commands)


def _parts(find: Finder, attributes: Mapping[str, str]) -> Iterator[Source]:
    if "field" in attributes:
        yield _field(find, tuple(attributes["field"].replace("|", " ").split()))
    if "choice" in attributes:
        yield _choice(find, words(attributes["choice"]))
    if "no" in attributes:
        yield _negative(find, attributes["no"])
    if not attributes.keys() & {"field", "choice"}:
        yield _flag(find, attributes.get("keyword"), FLAGS[attributes.get("type", "bool")])


def _field(find: Finder, names: tuple[str, ...]) -> Source:
    positions: dict[Form, int] = {}

    def text(item: Item) -> str | None:
        entry = find(item)
        if entry is None or entry.negative:
            return None
        form = entry.form
        position = positions.get(form)
        if position is None:
            position = positions[form] = _position(form, names)
        if position >= 0:
            return unquoted(entry.words[position]) if position < len(entry.words) else None
        if position == _NOWHERE:
            return None
        fields = entry.fields
        value = next((fields[name] for name in names if name in fields), None)
        return " ".join(value) if isinstance(value, list) else value

    return text


_NOWHERE, _SEVERAL = -1, -2


def _position(form: Form, names: tuple[str, ...]) -> int:
    """The position of the first of some fields in the commands of a form; most fields are one word at a fixed position."""
    for name in names:
        indexes = [
            index
            for index, place in enumerate(form.places)
            if name == place.field or (isinstance(place.symbol, Argument) and place.symbol.field == name)
        ]
        if indexes:
            return indexes[0] if len(indexes) == 1 else _SEVERAL
    return _NOWHERE


def _choice(find: Finder, choices: Mapping[str, str]) -> Source:
    def chosen(item: Item) -> str | None:
        entry = find(item)
        if entry is None or entry.negative:
            return None
        return next((choices[word] for word in choices if word in entry.keywords), None)

    return chosen


def _negative(find: Finder, shown: str) -> Source:
    def text(item: Item) -> str | None:
        entry = find(item)
        return shown if entry is not None and entry.negative else None

    return text


def _flag(find: Finder, keyword: str | None, vocabulary: tuple[str, str]) -> Source:
    no, yes = vocabulary

    def flag(item: Item) -> str | None:
        entry = find(item)
        if entry is None:
            return None
        return yes if not entry.negative and (keyword is None or keyword in entry.keywords) else no

    return flag


def repetitions(attributes: Mapping[str, str]) -> Repetitions | None:
    """The repetitions of an element with these attributes; None for an element that stands once."""
    if (rule := attributes.get("each-command")) is not None:
        return _of_command(rule, attributes.get("order", "").split(), attributes.get("with", ""))
    if (path := attributes.get("each-value")) is not None:
        rule, _, field = path.partition(".")
        return _of_values(partial(_values, rule, field))
    if (name := attributes.get("each-runtime")) is not None:
        return _of_values(_list(name))
    return None


def _list(name: str) -> Callable[[Item], Iterable[Value]]:
    try:
        return LISTS[name]
    except KeyError:
        raise ViewError(f"no list is called {name!r}; there are: {', '.join(sorted(LISTS))}") from None


def _of_command(rule: str, order: list[str], field: str) -> Repetitions:
    """One repetition for each entry of a command.

    Args:
        rule: the command.
        order: words of its key that come first, in this order.
        field: only entries that have this field; "": all.
    """

    def place(entry: Command) -> list[tuple[int, SortKey]]:
        key = entry.form.identity(entry.words)[1:]
        return [(order.index(word) if word in order else len(order), natural(word)) for word in key]

    def items(item: Item) -> Iterator[Item]:
        entries = [entry for entry in item.all(rule) if not field or field in entry.fields]
        for number, entry in enumerate(sorted(entries, key=place) if order else entries, start=1):
            yield item.repetition(number, entry=entry)

    return items


def _values(rule: str, field: str, item: Item) -> list[str]:
    """The values of a field that is a list, or words with commas or blanks between them."""
    entry = item.command((rule,))
    value = entry.fields.get(field, "") if entry is not None and not entry.negative else ""
    return value if isinstance(value, list) else value.replace(",", " ").split()


def _of_values(values: Callable[[Item], Iterable[Value]]) -> Repetitions:
    def items(item: Item) -> Iterator[Item]:
        for number, value in enumerate(values(item), start=1):
            yield item.repetition(number, value=value)

    return items
