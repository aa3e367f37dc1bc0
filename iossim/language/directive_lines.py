"""Reads `//@` lines: the directives in one, and the mistakes that show without the rest of the grammar."""

from __future__ import annotations

import re

from iossim.errors import GrammarError
from iossim.language.directive_types import Directive, DirectiveWord, Kind
from iossim.language.directives import DIRECTIVES
from iossim.language.spelling import nearest
from iossim.versions import is_version

_PARTS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_WORDS = re.compile(r'"[^"]*"|[^\s"]+|"')


def split(text: str, file: str, line: int) -> list[tuple[str, list[str]]]:
    """The directives of one `//@` line: name and words of each.

    Args:
        text: the line after `//@`.
        file: the grammar file, for errors.
        line: the line in it.

    Raises:
        GrammarError: an unknown name, a wrong number of words, a word of the wrong kind, a quotation mark without its end.
    """
    directives = []
    for part in _PARTS.split(text):
        words = _WORDS.findall(part)
        if not words:
            continue
        name, words = words[0], words[1:]
        problem = '`"` without its end' if '"' in words else _fault(name, words)
        if problem:
            raise GrammarError(problem, file, line)
        directives.append((name, words))
    return directives


def usage(record: Directive) -> str:
    """The directive and its words as documentation shows them: `refers KIND FIELD`."""
    words = [f"[{word.name}]" if word.optional else f"{word.name}…" if word.many else word.name for word in record.words]
    return " ".join([record.name, *words])


def _fault(name: str, words: list[str]) -> str:
    """The fault of a directive by itself; "" where nothing is. Names of fields, rules and modes are checked elsewhere."""
    record = DIRECTIVES.get(name)
    if record is None:
        return f"unknown directive {name!r}{nearest(name, DIRECTIVES) or '; docs/grammar.md lists them'}"
    least = sum(not word.optional for word in record.words)
    last = record.words[-1] if record.words else None
    rest = last is not None and (last.many or last.kind in (Kind.LINE, Kind.WORD))
    if len(words) < least or (len(words) > len(record.words) and not (rest and not last.choices)):  # type: ignore[union-attr]
        return f"`{' '.join([name, *words])}` must be written `{usage(record)}`"
    for word, text in zip(record.words, words, strict=False):
        if problem := _misfit(word, text):
            return f"`{name}`: {problem}"
    return ""


def _misfit(word: DirectiveWord, text: str) -> str:
    if word.choices and text not in word.choices:
        return f"{text!r} must be {' or '.join(word.choices)}{nearest(text, word.choices)}"
    if word.kind is Kind.VERSION and not is_version(text):
        return f"{text!r} is no version of Unified CME; one is written like 8.6 or 4.2(1)"
    if word.kind is Kind.LEVEL and not (text.isascii() and text.isdigit() and int(text) <= 15):
        return f"{text!r} is no privilege level; these are 0 to 15"
    if word.kind is Kind.TEXT and text[0] != '"':
        return f"{text!r} must be a text in quotation marks"
    if word.kind is not Kind.TEXT and text[0] == '"':
        return f"{text} must not be in quotation marks"
    return ""
