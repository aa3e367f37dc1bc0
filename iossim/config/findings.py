"""What reading a configuration finds in its lines: the codes, and the lines with their secrets taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from iossim.language import Mode, Node
from iossim.language.definition import Argument
from iossim.language.matching import Path, _prefix, positions

#: Shown in place of a secret.
HIDDEN = "******"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a line of a configuration.

    Attributes:
        line: from 1.
        column: from 1.
        end_column: just behind the last character, from 1.
        severity: "error", "warning" or "info".
        code: stable name of the kind of finding.
        message: what is wrong and what would be right.
        text: the line, secrets excepted.
    """

    line: int
    column: int
    end_column: int
    severity: str
    code: str
    message: str
    text: str


#: Words behind which a secret stands, in lines that no grammar explains.
_TELLTALE = re.compile(
    r"(?i)\b(passwords?|passwd|passphrase|secret|key|key-string|pre-shared-key|psk|pin|community|auth-string"
    r"|md5|sha|des|aes(?: \d+)?|ascii)"
    r"(\s+[0-9])?(\s+)(\S+)"
)
_IN_URL = re.compile(r"(\w+://[^\s:/@]+:)[^\s@]+@")


def masked(modes: Iterable[Mode], text: str) -> str:
    """A line with every word replaced that is, or may be, a secret.

    Args:
        modes: the modes that it may belong to.
        text: the line, understood or not.
    """
    spots = positions(text)
    hidden = {at for mode in modes for at in secrets(mode, text)}
    for start, end in reversed([spots[at] for at in sorted(hidden)]):
        text = text[:start] + HIDDEN + text[end:]
    return _IN_URL.sub(rf"\1{HIDDEN}@", _TELLTALE.sub(_hide, text))


def _hide(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2] or ''}{match[3]}{HIDDEN}"


def secrets(mode: Mode, text: str) -> set[int]:
    """Indices of the words of a line that stand where the mode's grammar has a secret.

    From the word that the grammar does not accept to the end, all are if that word would be one.
    """
    spots = positions(text)
    words = [text[start:end] for start, end in spots]
    path, at, found = Path(mode, None), _prefix(mode, words, None)[0], set[int]()
    while at < len(words):
        before = path.node
        if path.take(text, words, spots, at) is not None:
            expected = [node for _, node in before.arguments]
            return found | (set(range(at, len(words))) if any(map(_secret, expected)) else set())
        if _secret(path.node):
            found |= set(range(at, min(at + path.taken, len(words))))
        at += path.taken
    return found


def _secret(node: Node) -> bool:
    """Whether an argument is a secret of some command that it may belong to."""
    if not isinstance(node.symbol, Argument):
        return False
    for place in node.places:
        fields = {each.words[0].lower().replace("-", "_") for each in place.command.every("secret") if each.words}
        if fields & {place.field, node.symbol.field}:
            return True
    return False
