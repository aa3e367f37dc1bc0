"""Lines with their secrets hidden, for diagnostics and messages."""

from __future__ import annotations

import re
from functools import lru_cache

from iossim.files.modes import modes_with
from iossim.files.nearest import Keywords, nearest
from iossim.language import Language, Mode, Node
from iossim.language.bodies import Argument, Keyword
from iossim.language.notations import Span
from iossim.language.trail import DEFAULT, MOST_WORDS, follow, positions

#: Shown in place of a secret.
HIDDEN = "******"
#: Characters that are shown of a very long line.
_BEGINNING = 200

#: Words after which a secret stands, in lines that no grammar accepts: `password 7 094F`.
_BEFORE_SECRET = re.compile(
    r"(?i)(?<![\w-])(?:passwords?(?! min-length)|passwd|passphrase|secret|key-string|pre-shared-key|psk|pin|auth-str(?:ing)?|ascii"
    r"|(?:40|128)bit|(?<!crypto )key(?! mypubkey| pubkey-chain| chain| config-key)|(?<!set )(?<!match )community|md5(?! key-)"
    r"|(?:auth|md5|sha|privacy|priv) (?:3?des|aes(?: \d+)?|md5|sha))(?:\s+[0-9])?\s+(\S+)"
)
#: Parts of these words: a line with none of them is not searched for the words themselves, which takes ten times as long.
_MAY_HOLD_SECRET = re.compile("pass|secret|key|psk|pin|auth|ascii|community|md5|sha|priv")
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
    return _IN_URL.sub(rf"\1{HIDDEN}@", text) if "://" in text else text


def beginning(text: str) -> str:
    """The first words of a very long line, for a diagnostic; no word is cut, since half a secret would not be known as one."""
    words = text[:_BEGINNING].rsplit(None, 1)
    return f"{words[0]} …" if len(words) > 1 else "…"


def is_hidden(chain: tuple[Mode, ...], text: str, at: int, language: Language) -> bool:
    """True if a word of a line is, or may be, a secret.

    Args:
        chain: the modes in which the line was read.
        text: the line, whether a grammar accepts it or not.
        at: index of the word.
        language: its other modes are searched too.
    """
    if at == 0 and not any(mode.root.arguments for mode in chain):
        return False  # it can only be a keyword
    return at in hidden(chain, text, language, at)


def hidden(chain: tuple[Mode, ...], text: str, language: Language | None = None, last: int = MOST_WORDS) -> set[int]:
    """Indices of the words of a line that are, or may be, secrets: by the grammars, or by the word before them.

    Args:
        chain: the modes in which the line was read.
        text: the line, whether a grammar accepts it or not.
        language: its other modes are searched too.
        last: the last index that is asked for; of the words after it, not all are searched.
    """
    modes = (*chain, *modes_with(language, text)) if language is not None else chain
    first, second = _beginning(text)
    searched = [mode for mode, node in _with_secrets(modes, first) if node is None or _may_go_on(node, second)]
    indices = {at for mode in searched for at in secrets(mode, text, last)} if searched else set()
    if _MAY_HOLD_SECRET.search(text.casefold()) is None:
        return indices
    after_words = [match.start(1) for match in _BEFORE_SECRET.finditer(text)]
    if not after_words:
        return indices
    keywords = {step.at for mode in modes for step in follow(mode, text).steps if isinstance(step.node.symbol, Keyword)}
    starts = {start: at for at, (start, _) in enumerate(positions(text))}
    return indices | ({starts[start] for start in after_words if start in starts} - keywords)


def _beginning(text: str) -> tuple[str, str]:
    """The first two words of a line in lower case, without `no`; "" where there is none, or where the first may be `default`."""
    words = text.lower().split(None, 3)
    if len(words) > 1 and words[0] == "no":
        del words[0]
    first, second, *_ = *words, "", ""
    return ("", "") if first in DEFAULT else (first, second)


@lru_cache(maxsize=1024)
def _with_secrets(modes: tuple[Mode, ...], first: str) -> list[tuple[Mode, Node | None]]:
    """The modes in which a line may have a secret, with the node after its first word; None if the word is no keyword in full.

    Args:
        modes: the modes.
        first: the first word of the line.
    """
    nodes = [(mode, mode.root.keywords().get(first) if mode.negates else None) for mode in dict.fromkeys(modes)]
    return [
        (mode, node)
        for mode, node in nodes
        if (not first or not mode.negates or _may_go_on(mode.root, first) if node is None else _may_have_secret(node))
    ]


@lru_cache(maxsize=4096)
def _may_go_on(node: Node, word: str) -> bool:
    """True if a line may have a secret whose words up to a node are followed by a word: as it is, abbreviated, or misspelt."""
    after = node.keywords().get(word)
    if after is not None:
        return _may_have_secret(after)
    following = [*node.begun_with(word), *(argument for _, argument in node.arguments)]
    return any(map(_may_have_secret, following)) or bool(_similar(node, word))


@lru_cache(maxsize=4096)
def _may_have_secret(node: Node) -> bool:
    """True if a command with the words up to a node has a secret."""
    return any(place.command.secrets for place in node.places)


def secrets(mode: Mode, text: str, last: int = MOST_WORDS, slips: int = 2) -> set[int]:
    """Indices of the words of a line that stand where the mode's grammar has a secret.

    If the line is invalid, everything from the first secret (or from the invalid word, if a secret was possible there) to
    the end of the line is a secret: it may have a blank in it. Before the first secret, a misspelt keyword is replaced by the most
    similar one, and a value that does not fit by one that does, to read on.

    Args:
        mode: the mode.
        text: the line.
        last: the last index that is asked for.
        slips: how many words may be wrong.
    """
    trail = follow(mode, text)
    indices = {
        at for step in trail.steps if _is_secret(step.node) for at in range(step.at, min(step.at + step.length, len(trail.words)))
    }
    at = trail.steps[-1].at + trail.steps[-1].length if trail.steps else trail.first
    if trail.problem is None or at >= MOST_WORDS or not _may_have_secret(trail.node):
        return indices
    if indices or any(_is_secret(node) for _, node in trail.node.arguments):
        return set(range(min(indices, default=at), len(trail.words)))
    if not slips or at >= last:
        return set()
    start, end = trail.spots[at]
    lines = [text[:start] + word + text[end:] for word in _similar(trail.node, trail.words[at])]
    return {secret for line in lines for secret in secrets(mode, line, last, slips - 1)}


def _similar(node: Node, word: str) -> list[str]:
    """Words that a node accepts in place of a wrong one, and that lead to secrets: similar keywords, and a sample of every argument."""
    keywords = [keyword for keyword in nearest(word, _keywords_after(node)) if _may_have_secret(node.exact[keyword])]
    values = [
        notation.samples[0]
        for notation, after in node.arguments
        if notation.span is Span.WORD and notation.samples and _may_have_secret(after)
    ]
    return [*keywords, *values]


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
