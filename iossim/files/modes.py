"""The configuration modes that have a command like a given line, and their names for messages."""

from __future__ import annotations

from functools import cache, lru_cache

from iossim.language import Command, Language, Mode, Node, match
from iossim.language.trail import first_word

#: Longer lines are not tried in other modes, because every mode would split them again.
_LONGEST_LINE = 1000


def modes_with(language: Language, text: str) -> tuple[Mode, ...]:
    """The configuration modes with a command that begins with the first word of a line."""
    return _with_first(language, first_word(text)) if len(text) <= _LONGEST_LINE else ()


@lru_cache(maxsize=256)
def _with_first(language: Language, word: str) -> tuple[Mode, ...]:
    return tuple(language.modes_with(word))


@cache
def modes_at(language: Language, prompt: str) -> tuple[Mode, ...]:
    """The configuration modes with a prompt: `(config-router)#` is that of several routing protocols."""
    return tuple(language.modes_at(prompt))


@lru_cache(maxsize=256)
def may_open(mode: Mode, word: str) -> bool:
    """True if a command of a mode whose first word is a word in lower case, or is abbreviated by it, enters a mode."""
    exact = mode.root.keywords().get(word)
    nodes = [exact] if exact is not None else mode.root.begun_with(word)
    return any(place.command.enters for node in nodes for place in node.places)


@lru_cache(maxsize=16)
def titles_of_owners(language: Language, text: str, chain: tuple[Mode, ...], open_modes: bool = False) -> tuple[str, ...]:
    """The titles of the modes in which a line would be a command.

    Args:
        language: the language.
        text: the line.
        chain: modes in which it is none.
        open_modes: look in the modes of IOS at large; else in those of CME, which the grammars describe completely.
    """
    if not (modes := _others(language, first_word(text), chain, open_modes) if len(text) <= _LONGEST_LINE else ()):
        return ()
    going_on = _going_on(modes, *text.lower().split(None, 2)[:2])
    return tuple(dict.fromkeys([title(language, mode) for mode in going_on if isinstance(match(mode, text), Command)]))


@lru_cache(maxsize=256)
def _others(language: Language, first: str, chain: tuple[Mode, ...], open_modes: bool) -> tuple[Mode, ...]:
    """The modes outside of a chain with a command that begins with a word: those of IOS at large, or those of CME."""
    return tuple(mode for mode in _with_first(language, first) if mode.open == open_modes and mode not in chain)


@lru_cache(maxsize=256)
def _going_on(modes: tuple[Mode, ...], first: str = "", second: str = "") -> list[Mode]:
    """The modes that have a command that begins with two words; the first may be `no`."""
    nodes = [(mode, mode.root.keywords().get(first)) for mode in modes]
    return [mode for mode, node in nodes if node is None or not second or _takes(node, second)]


def _takes(node: Node, word: str) -> bool:
    return word in node.keywords() or bool(node.arguments) or node.begins(word)


def title(language: Language, mode: Mode, header: Command | None = None) -> str:
    """The title of a mode for messages: the keywords of the command that enters it.

    Args:
        language: the language.
        mode: the mode.
        header: the command that opened the section that is meant; several commands may enter one mode.
    """
    if header is not None and header.form.rule.enters == mode.name and (words := header.form.rule.leading_words):
        return words if mode.name not in _named_alike(language) else mode.name
    return _title(language, mode)


@cache
def _named_alike(language: Language) -> frozenset[str]:
    """The modes with a name of one word whose command begins with the keywords that another mode is named after (`subinterface`)."""
    entered: dict[str, set[str]] = {}
    for name in language.mode_names:
        for opener in language.openers(name):
            entered.setdefault(opener.words, set()).add(name)
    alike = (modes - {words} for words, modes in entered.items() if words in modes)
    return frozenset(name for name in frozenset[str]().union(*alike) if "_" not in name)


@lru_cache(maxsize=256)
def _title(language: Language, mode: Mode) -> str:
    if mode.name == "global":
        return "global configuration"
    if mode.name in _named_alike(language):
        return mode.name
    for opener in language.openers(mode.name):
        if opener.mode == mode.parent:
            return opener.words or mode.name.replace("_", " ")
    return mode.name.replace("_", " ")
