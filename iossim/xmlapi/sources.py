"""Where the text of a leaf comes from: a leaf's attributes in a view, made into a function of the item.

    (none)                        always the default
    key                           the tag of the section
    text="EFXS 50/0/{key}"        a constant with the tag in it
    value, ordinal                the value, the number of the repeated element
    runtime="NAME"                a value that is not configuration (runtime.py)
    present="mwi moh feed=moh"    the word of the first of these commands that is configured
    command="RULE KEY... | ..."   what was entered for the first of these commands that was ("header": for the line that
                                  opens the section), and of it
        field="NAME"                  an argument
        keyword="WORD"                whether a keyword stands in it
        choice="a b c=D"              which of these keywords stands in it, as written behind "="
        (none)                        whether it is configured
    section="RULE"                the command is looked up in that section of the configuration

Inside an element that repeats a command, `field`, `keyword` and `choice` without `command` speak of that command. A
`no` form is false as a flag, and unset as anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from iossim.errors import IossimError
from iossim.xmlapi.item import Item
from iossim.xmlapi.runtime import VALUES

if TYPE_CHECKING:
    from iossim.language import Command

Source = Callable[[Item], str | None]
Finder = Callable[[Item], "Command | None"]

#: The two words of each boolean type, false first.
FLAGS = {"bool": ("false", "true"), "yes-no": ("no", "yes"), "0-1": ("0", "1")}
TYPES = frozenset({"text", "int", "ipv4", "enum", *FLAGS})


class ViewError(IossimError):
    """A fault in a file of views/."""


def source(attributes: Mapping[str, str]) -> Source:
    """The function that finds a leaf's text; it returns None where nothing is set.

    Raises:
        ViewError: the attributes name no source.
    """
    if "key" in attributes:
        return lambda item: item.key
    if "value" in attributes:
        return lambda item: item.value
    if "ordinal" in attributes:
        return lambda item: str(item.ordinal)
    if "text" in attributes:
        return _text(attributes["text"])
    if "runtime" in attributes:
        return _runtime(attributes["runtime"])
    if "present" in attributes:
        return _present(words(attributes["present"]))
    if attributes.keys() & {"command", "field", "keyword", "choice"}:
        return _part(_finder(attributes), attributes)
    return _nothing


def _nothing(item: Item) -> str | None:  # noqa: ARG001 (a source like any other)
    return None


def words(listed: str) -> dict[str, str]:
    """The words of a list, each with what it is written as: `a b=C` is a, and b written as C."""
    return {word.partition("=")[0]: word.partition("=")[2] or word for word in listed.split()}


def _text(pattern: str) -> Source:
    return lambda item: pattern.replace("{key}", item.key)


def _runtime(name: str) -> Source:
    try:
        return VALUES[name]
    except KeyError:
        raise ViewError(f"no run-time value is called {name!r}; there are: {', '.join(sorted(VALUES))}") from None


def _present(rules: Mapping[str, str]) -> Source:
    def first(item: Item) -> str | None:
        for rule, word in rules.items():
            entry = item.command((rule,))
            if entry is not None and not entry.negative:
                return word
        return None

    return first


def _finder(attributes: Mapping[str, str]) -> Finder:
    if "command" not in attributes:
        return lambda item: item.entry
    commands = [tuple(each.split()) for each in attributes["command"].split("|")]
    elsewhere = attributes.get("section")
    if elsewhere is not None:
        return lambda item: item.at(item.router.config.section(elsewhere)).command(*commands)
    if commands == [("header",)]:
        return lambda item: item.section.header if item.section is not None else None
    return lambda item: item.command(*commands)


def _part(find: Finder, attributes: Mapping[str, str]) -> Source:
    if "field" in attributes:
        return _field(find, attributes["field"])
    if "choice" in attributes:
        return _choice(find, words(attributes["choice"]))
    no, yes = FLAGS[attributes.get("type", "bool")]
    keyword = attributes.get("keyword")

    def flag(item: Item) -> str | None:
        entry = find(item)
        if entry is None:
            return None
        return yes if not entry.negative and (keyword is None or keyword in entry.keywords) else no

    return flag


def _field(find: Finder, field: str) -> Source:
    def text(item: Item) -> str | None:
        entry = find(item)
        if entry is None or entry.negative:
            return None
        value = entry.fields.get(field)
        return " ".join(value) if isinstance(value, list) else value

    return text


def _choice(find: Finder, choices: Mapping[str, str]) -> Source:
    def chosen(item: Item) -> str | None:
        entry = find(item)
        if entry is None or entry.negative:
            return None
        return next((choices[word] for word in choices if word in entry.keywords), None)

    return chosen
