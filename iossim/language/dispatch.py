"""The mode that a line belongs to: the submode, the modes around it, or global configuration."""

from __future__ import annotations

from iossim.language.matching import match, match_exact, match_typed
from iossim.language.mode import Mode
from iossim.language.outcome import Command, Failure, Outcome
from iossim.language.trail import Access, first_word


def match_in(chain: tuple[Mode, ...], text: str, access: Access | None = None) -> Outcome:
    """The outcome of a line in a mode and the modes around it.

    The line's first word (after `no`/`default`) exact in the submode: submode; else exact in a mode around it: that one; else
    abbreviations, submode first. Where the first choice gives no complete command, the next one that does wins; if none does,
    the one that got furthest is reported.

    Args:
        chain: the current mode, the modes around it, global configuration last.
        text: the line.
        access: what the user may see; None: all.
    """
    if text and not text.isspace():
        command = exact_in(chain, text)
        if command is not None and (access is None or access.permits(command.form)):
            return command
    best: Failure | None = None
    for mode in _order(chain, text, access):
        outcome = match(mode, text) if access is None else match_typed(mode, text, access)
        if isinstance(outcome, Command):
            return outcome
        if best is None or outcome.words > best.words:
            best = outcome
    assert best is not None
    return best


def exact_in(chain: tuple[Mode, ...], text: str) -> Command | None:
    """The hot path: the first mode of the chain that has the line's first word, and has the whole line in full spelling."""
    words = text.split(None, 2)
    first = words[1] if words[0] == "no" and len(words) > 1 else words[0]
    for mode in chain:
        root = mode.tree.root
        if first in root.exact:
            return match_exact(mode, text)
        if not root.expanded or first.lower() in root.folded:
            return None
    return None


def _order(chain: tuple[Mode, ...], text: str, access: Access | None) -> list[Mode]:
    word = first_word(text)
    exact = [mode for mode in chain if _has(mode, word, access)]
    return exact + [mode for mode in chain if mode not in exact]


def _has(mode: Mode, word: str, access: Access | None) -> bool:
    root = mode.root
    root.children()
    child = root.folded.get(word)
    return child is not None and (access is None or child.text in access.visible(root))
