"""Titles, sentences and rows of tables in a text with commands in it, as people write it: they are no commands.

A router refuses such a line like any other. The reader of files passes over it, where somebody pasted a page with commands in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

#: A route with its code (`C  10.0.0.0/8 is directly connected`), or a sentence that begins with `A`: no command is one capital letter.
_LETTER = re.compile(r"[A-Z]\*?(\s.*)?")
#: Letters with blanks between them, as a drawing of a banner has them.
_SPACED = re.compile(r"(?=.* [A-Z])([A-Za-z] ){4,100}[A-Za-z]")
#: A sign that no command begins with: of a list, a table, a drawing, a quotation. `!` and `#` begin remarks, `%` messages.
_SIGN = re.compile(r"[^\w\s!#%^]")
#: A number that is not the one of an entry in an access list: `1. Connect the phones`, `10.0.0.0/8 is variably subnetted`.
_NUMBERED = re.compile(r"\d\S*(?!\s+(permit|deny|remark|evaluate|description)\b)(\s.*)?", re.IGNORECASE)
#: Two columns: a word, blanks, and its explanation (`alerts      Immediate action needed`).
_COLUMNS = re.compile(r"\S+ {3,}\S")
#: A word of a sentence, with the punctuation after it.
_PLAIN = re.compile(r"[(\"'\u2018\u201c]?[^\W\d_]+([-'\u2019/][^\W\d_]+)*[)\"'\u2019\u201d]?[.,;:!?]?")
_END_OF_SENTENCE = re.compile(r"[^\W\d_]{2,}[)\"'\u2019\u201d]?[.!?]\**")
#: Small words of several languages that are no words of commands.
_SMALL = re.compile(
    "the|of|and|via|is|are|for|with|from|by|an|your|our|this|that|de|la|el|los|las|del|"
    "para|con|y|en|le|les|des|du|et|sur|pour|une|un|il|di|per|che|der|die|das|mit|und"
)
#: More small words, of sentences; some of them are words of commands, too.
_IN_SENTENCES = re.compile(
    _SMALL.pattern
    + "|to|in|on|at|as|or|if|it|its|be|can|will|must|should|when|then|than|you|we|they|which|because|not|has|have|was"
)
#: A sentence has this many plain words at least; without a capital letter and a full stop, it has small words, too.
_FEWEST_WORDS = 5
_FEWEST_SMALL = 2
#: Letters of another language in a line of that language, at least.
_FEWEST_FOREIGN = 8
#: Lines and boxes of a drawing.
_DRAWING = re.compile("[\u2500-\u25ff]")
#: A log message.
_LOG = re.compile(r"%[A-Z0-9_-]+-\d-[A-Z0-9_]+:")
#: A line of a paragraph that goes on in the next line has this many characters at least; a paragraph has this many lines at most.
_FEWEST_CHARACTERS = 40
_MOST_LINES = 20
#: Signs within a line of prose; those in the place of a word stand between a command and its explanation.
_SIGNS = re.compile(r": |://| [=-] |^\S+, ")
_BETWEEN = (":", "=", "-", "\u2013", "\u2014", "\u2192")
#: The name of a device: `R1`, `SW2`.
_DEVICE = re.compile(r"[A-Z]{1,4}\d{1,2}[.,:]?")
#: The name of a protocol in a title: `Enable IPv6 Routing`.
_PROTOCOL = re.compile("[A-Z][A-Za-z]+(v\\d)?")
#: A title in a mode of which the grammar knows all commands has this many words at least: a shorter one may be a wrong command.
_FEWEST_IN_TITLE = 3


def is_lettered(text: str) -> bool:
    """True if a line begins with one capital letter alone, which no user types in the place of a command."""
    return _LETTER.fullmatch(text) is not None


def is_spaced(text: str) -> bool:
    """True if a line begins with letters that have blanks between them: `c i s c o`."""
    return _SPACED.fullmatch(text) is not None


def has_explanation(text: str) -> bool:
    """True if a sign stands between two parts of a line that explain each other: `PC1 → 192.0.2.1`."""
    return any(word in _BETWEEN for word in text.split())


def may_be_prose(text: str) -> bool:
    """True if a line begins or ends as prose does; a command of a router begins with a small letter."""
    return (
        not "a" <= text[0] <= "z"
        or text[-1] in ".!?:*"
        or "   " in text
        or not text.isascii()
        or _SIGNS.search(text) is not None
        or text.startswith("www.")
        or text[1:2] in (")", ".")
        or reads_as_sentence(text)
        or is_foreign(text)
    )


def is_foreign(text: str) -> bool:
    """True if a good part of a line is in letters of another language, or it is part of a drawing."""
    if text.isascii():
        return False
    letters = list(filter(str.isalpha, text))
    foreign = sum(1 for letter in letters if letter > "\u024f")
    return _DRAWING.search(text) is not None or foreign >= max(_FEWEST_FOREIGN, 0.3 * len(letters))


def reads_as_sentence(text: str) -> bool:
    """True if a line is words of a sentence, with small words among them: `then connect the phones to the switch`."""
    words = text.split()
    if len(words) < _FEWEST_WORDS or _count(_IN_SENTENCES, words) < _FEWEST_SMALL:
        return False
    return all(map(_PLAIN.fullmatch, words))


def goes_on(text: str, before: Sequence[str]) -> bool:
    """True if a line goes on with the sentence of the line before it, which fills its line and has no end.

    Args:
        text: the line.
        before: the lines before it, the nearest one last.
    """
    if text[0].isupper() or not _is_wording(text, 1) or (before and _LOG.search(before[-1]) is not None):
        return False
    for at, line in enumerate(reversed(before[-_MOST_LINES:])):
        above = line.strip()
        if not _is_wording(above, _FEWEST_WORDS) or (not at and above.rstrip("*_")[-1] in ".:!?"):
            return False
        if len(above) < _FEWEST_CHARACTERS or above[0] == "!":
            return False
        if not "a" <= above[0] <= "z":
            return True
    return False


def _is_wording(text: str, fewest: int) -> bool:
    """True if most words of a line are plain ones, and as many as that."""
    words = text.replace("*", "").split()
    plain = _count(_PLAIN, words)
    return plain >= max(fewest, 0.7 * len(words))


def is_title(text: str) -> bool:
    """True if each of several words of a line begins with a capital letter: `Route Types`."""
    words = text.split()
    return len(words) > 1 and all(map(_is_capitalised, words))


def may_open_section(text: str, below: str) -> bool:
    """True if a line that is prose by its capital letter may be an unknown command all the same, with a section below it.

    Args:
        text: the line.
        below: the next line, which is indented deeper.
    """
    return text[0].isalpha() and len(text.split()) < _FEWEST_IN_TITLE and "a" <= below[0] <= "z"


def is_prose(text: str, refused: str, known: int, *, row: bool, open_mode: bool, spelled: bool) -> bool:
    """True if a line that no mode accepts is no command: a title, a sentence, a row of a table, a numbered step.

    Args:
        text: the line.
        refused: its first word that is not accepted; "" if a word is missing.
        known: number of words before it.
        row: the line has tabs between its words.
        open_mode: the grammar does not know all commands of the mode.
        spelled: its first word is a keyword in full.
    """
    words = text.split()
    if (
        _begins_as_prose(text)
        or row
        or (known == 0 and (_COLUMNS.match(text) is not None or has_explanation(text)))
        or (refused[-1:] == ":" and refused != words[-1])
    ):
        return True
    if refused in _BETWEEN and (after := text.partition(f" {refused} ")[2].split()) and _PLAIN.fullmatch(after[0]):
        return True
    if (
        (known == 0 and (_NUMBERED.fullmatch(text) is not None or reads_as_sentence(text)))
        or _is_sentence(text)
        or (_SMALL.fullmatch(refused) is not None and may_be_prose(text))
    ):
        return True
    return text[0].isupper() and _is_title_with(words, refused, known, open_mode=open_mode, spelled=spelled)


def _begins_as_prose(text: str) -> bool:
    """True if a line is in another language, or begins with a sign or a word that no command begins with."""
    first = text.split(None, 1)[0]
    return (
        is_foreign(text)
        or _SIGN.match(text) is not None
        or not first.isascii()
        or first[-1] in ":,;"
        or first[0] == "_"
        or "://" in first
        or first.startswith("www.")
        or (first[1:] in (")", ".") and first.isascii())
    )


def _is_title_with(words: list[str], refused: str, known: int, *, open_mode: bool, spelled: bool) -> bool:
    """True if a line that begins with a capital letter is a title, or a sentence without its full stop."""
    first = words[0]
    if not refused:
        return all(map(_is_capitalised, words))
    if known == 0:
        return open_mode or (len(words) >= _FEWEST_IN_TITLE and not any(map(str.isdigit, words[1])))
    if not spelled or (first.isupper() and not " ".join(words).isupper() and refused[0].isalpha()):
        return True
    if not refused.isascii() or refused[0] in "(=-[{<" or "=" in refused or _is_capitalised(refused) or _DEVICE.fullmatch(refused):
        return True
    if _PROTOCOL.fullmatch(refused) or "'" in refused or (refused == words[-1] and refused[-1] == "."):
        return True
    return len(words) >= _FEWEST_WORDS - 1 and all(map(_PLAIN.fullmatch, words))


def _count(pattern: re.Pattern[str], words: list[str]) -> int:
    """The number of words that are of a pattern."""
    return len(list(filter(pattern.fullmatch, words)))


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and _PLAIN.fullmatch(word) is not None


def _is_sentence(text: str) -> bool:
    """True if a line ends like a sentence and consists of words, nearly all of them without digits."""
    words = text.split()
    plain = _count(_PLAIN, words)
    return _END_OF_SENTENCE.fullmatch(words[-1]) is not None and plain >= max(_FEWEST_WORDS, min(len(words) - 3, 0.8 * len(words)))
