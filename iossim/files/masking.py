"""Lines with their secrets hidden, for diagnostics and messages."""

from __future__ import annotations

import re
from functools import lru_cache

from iossim.files.modes import modes_with
from iossim.files.nearest import Keywords, nearest
from iossim.language import Language, Mode, Node
from iossim.language.bodies import Argument, Keyword
from iossim.language.notations import Span
from iossim.language.trail import MOST_WORDS, follow, positions

#: Shown in place of a secret.
HIDDEN = "******"
#: Characters that are shown of a very long line.
_BEGINNING = 200

#: Words after which a secret stands, in lines that no grammar accepts: `password 7 094F`.
_BEFORE_SECRET = re.compile(
    r"(?i)(?<![\w-])(?:passwords?(?! min-length)|passwd|passphrase|secret|key-string|pre-shared-key|psk|pin|auth-str(?:ing)?|ascii"
    r"|(?<!crypto )key(?! mypubkey| pubkey-chain| chain| config-key)|(?<!set )(?<!match )community|md5(?! key-)"
    r"|(?:auth|md5|sha|privacy|priv) (?:3?des|aes(?: \d+)?|md5|sha))(?:\s+[0-9])?\s+(\S+)"
)
#: A password in an address: `ftp://user:PASSWORD@host`.
_IN_URL = re.compile(r"\b(\w+://[^\s:/@]+:)[^\s@]{1,256}@")


def masked(chain: tuple[Mode, ...], text: str, language: Language | None = None) -> str:
    """A line with `******` in place of every word that is, or may be, a secret.

    Args:
        chain: the modes in which the line was read.
        text: the line, whether a grammar accepts it or not.
        language: its other modes are searched too, because a line may be in the wrong section.
    """
    spots = positions(text)
    for start, end in reversed([spots[at] for at in sorted(hidden(chain, text, language))]):
        text = text[:start] + HIDDEN + text[end:]
    return _IN_URL.sub(rf"\1{HIDDEN}@", text)


def beginning(text: str) -> str:
    """The first words of a very long line, for a diagnostic; no word is cut, since half a secret would not be known as one."""
    words = text[:_BEGINNING].rsplit(None, 1)
    return f"{words[0]} …" if len(words) > 1 else "…"


def hidden(chain: tuple[Mode, ...], text: str, language: Language | None = None) -> set[int]:
    """Indices of the words of a line that are, or may be, secrets: by the grammars, or by the word before them."""
    modes = {*chain, *(modes_with(language, text) if language is not None else ())}
    indices = {at for mode in modes for at in secrets(mode, text)}
    keywords = {step.at for mode in modes for step in follow(mode, text).steps if isinstance(step.node.symbol, Keyword)}
    starts = {start: at for at, (start, _) in enumerate(positions(text))}
    after_words = (match.start(1) for match in _BEFORE_SECRET.finditer(text))
    return indices | ({starts[start] for start in after_words if start in starts} - keywords)


def secrets(mode: Mode, text: str, slips: int = 2) -> set[int]:
    """Indices of the words of a line that stand where the mode's grammar has a secret.

    If the line is invalid, everything from the first secret (or from the invalid word, if a secret was possible there) to
    the end of the line is a secret: it may have a blank in it. Before the first secret, a misspelt keyword is replaced by the most
    similar one, and a value that does not fit by one that does, to read on.

    Args:
        mode: the mode.
        text: the line.
        slips: how many words may be wrong.
    """
    trail = follow(mode, text)
    indices = {
        at for step in trail.steps if _is_secret(step.node) for at in range(step.at, min(step.at + step.length, len(trail.words)))
    }
    at = trail.steps[-1].at + trail.steps[-1].length if trail.steps else trail.first
    if trail.problem is None or at >= MOST_WORDS:
        return indices
    if indices or any(_is_secret(node) for _, node in trail.node.arguments):
        return set(range(min(indices, default=at), len(trail.words)))
    start, end = trail.spots[at]
    lines = [text[:start] + word + text[end:] for word in (_similar(trail.node, trail.words[at]) if slips else ())]
    return {secret for line in lines for secret in secrets(mode, line, slips - 1)}


def _similar(node: Node, word: str) -> list[str]:
    """Words that a node accepts in place of a wrong one: similar keywords, and a sample of every argument."""
    values = [notation.samples[0] for notation, _ in node.arguments if notation.span is Span.WORD and notation.samples]
    return [*nearest(word, _keywords_after(node)), *values]


@lru_cache(maxsize=256)
def _keywords_after(node: Node) -> Keywords:
    """The keywords after a node, those included that help does not show."""
    return Keywords(node.children())


def _is_secret(node: Node) -> bool:
    """True if an argument is a secret of some command that it may belong to."""
    if not isinstance(node.symbol, Argument):
        return False
    for place in node.places:
        fields = {secret.field for secret in place.command.secrets}
        if fields & {place.field, node.symbol.field}:
            return True
    return False
