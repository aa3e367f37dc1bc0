"""What reading a configuration finds in its lines: the codes, and the lines with their secrets taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from iossim.files.nearest import modes_with, nearest
from iossim.language import Language, Mode, Node
from iossim.language.bodies import Argument
from iossim.language.trail import MOST_WORDS, follow, positions
from iossim.language.notations import Span

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
    r"(?i)\b(?:passwords?|passwd|passphrase|secret|key|key-string|pre-shared-key|psk|pin|community|auth-str(?:ing)?"
    r"|md5|sha|des|aes(?: \d+)?|ascii)(?:\s+[0-9])?\s+(\S+)"
)
_IN_URL = re.compile(r"\b(\w+://[^\s:/@]+:)[^\s@]{1,256}@")


def masked(chain: tuple[Mode, ...], text: str, language: Language | None = None) -> str:
    """A line with every word replaced that is, or may be, a secret.

    Args:
        chain: the modes that it was read in.
        text: the line, understood or not.
        language: where else it may belong to, if it is in the wrong place.
    """
    spots = positions(text)
    for start, end in reversed([spots[at] for at in sorted(hidden(chain, text, language))]):
        text = text[:start] + HIDDEN + text[end:]
    return _IN_URL.sub(rf"\1{HIDDEN}@", text)


def hidden(chain: tuple[Mode, ...], text: str, language: Language | None = None) -> set[int]:
    """Indices of the words of a line that are, or may be, secrets: by the grammars, or by the word before them."""
    modes = {*chain, *(modes_with(language, text) if language is not None else ())}
    found = {at for mode in modes for at in secrets(mode, text)}
    starts = {start: at for at, (start, _) in enumerate(positions(text))}
    told = (match.start(1) for match in _TELLTALE.finditer(text))
    return found | {starts[start] for start in told if start in starts}


def secrets(mode: Mode, text: str, slips: int = 2) -> set[int]:
    """Indices of the words of a line that stand where the mode's grammar has a secret.

    In a line that the grammar does not accept, all words from the first secret to the end are (it may have a blank in it); and from
    the word at fault, where that would be one. A misspelt keyword is taken for the one that it is most like, a value that does not
    fit for one that does.

    Args:
        mode: the mode.
        text: the line.
        slips: how many words may be wrong.
    """
    trail = follow(mode, text)
    hidden = {at for step in trail.steps if _secret(step.node) for at in range(step.at, min(step.at + step.taken, len(trail.words)))}
    if trail.problem is None or len(trail.steps) >= MOST_WORDS:
        return hidden
    at = trail.steps[-1].at + trail.steps[-1].taken if trail.steps else trail.first
    if hidden or any(_secret(node) for _, node in trail.node.arguments):
        return set(range(min(hidden, default=at), len(trail.words)))
    start, end = trail.spots[at]
    lines = [text[:start] + word + text[end:] for word in (_meant(trail.node, trail.words[at]) if slips else ())]
    return hidden.union(*(secrets(mode, line, slips - 1) for line in lines))


def _meant(node: Node, word: str) -> list[str]:
    """Words that are accepted at a node, in place of one that is not."""
    values = [notation.samples[0] for notation, _ in node.arguments if notation.span is Span.WORD and notation.samples]
    return [*nearest(word, node.children()), *values]


def _secret(node: Node) -> bool:
    """Whether an argument is a secret of some command that it may belong to."""
    if not isinstance(node.symbol, Argument):
        return False
    for place in node.places:
        fields = {record.field for record in place.command.secrets}
        if fields & {place.field, node.symbol.field}:
            return True
    return False
