"""The mode that a line belongs to: the submode, a mode around it, or global configuration.

A line belongs to the first of these that takes the whole line:

1. a command that is not loose (`//@ loose`), its first keyword in full: of the submode, then of the modes around it;
2. the same with an abbreviated first keyword;
3. a loose command, keywords in full: of the submode, then of the modes around it;
4. a loose command of the submode, with abbreviations.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from iossim.language.bodies import Argument
from iossim.language.form import Form
from iossim.language.matching import match_exact, outcome_of
from iossim.language.mode import Mode
from iossim.language.notations.words import any_word
from iossim.language.outcome import Ambiguous, Command, Failure, Invalid, Outcome
from iossim.language.trail import Access, Trail, first_word, follow, split
from iossim.language.tree import Node, resolve

#: The modes from the current one outwards, global configuration last.
Chain = tuple[Mode, ...]
#: A line followed in a mode, and its outcome there.
Reading = tuple[Trail, Outcome]
#: Lines whose mode or fault is remembered: the reader of files looks at a line that no mode takes several times.
_REMEMBERED = 32
#: The commands of lines in full spelling, by the modes and the text: a line of one file comes again in other files. When there are too
#: many, all are forgotten. Long lines are not remembered, nor lines with a secret.
known_lines: dict[tuple[Chain, str], tuple[Form, tuple[str, ...], bool]] = {}
_MOST_KNOWN = 8192
_LONGEST_KNOWN = 120


class Fault(msgspec.Struct, frozen=True):
    """The fault of a line that no mode of a chain takes.

    Attributes:
        mode: the mode that reports it.
        outcome: where and why the line is not accepted.
        node: the node of its command tree before the word at fault.
        known: number of words that the mode accepts, without `no` and `default`.
    """

    mode: Mode
    outcome: Failure
    node: Node
    known: int


def match_in(chain: Chain, text: str, access: Access | None = None) -> Outcome:
    """The outcome of a line in a mode and the modes around it.

    Where none takes the line, the failure is that of the submode; of the nearest mode around it that has the first word, where the
    submode does not have it.

    Args:
        chain: the current mode, the modes around it, global configuration last.
        text: the line.
        access: what the user may see; None: all.
    """
    command = exact_in(chain, text)
    if command is not None and (access is None or access.permits(command.form)):
        return command
    return match_closely(chain, text, access)


def match_closely(chain: Chain, text: str, access: Access | None = None) -> Outcome:
    """The outcome of a line as `match_in` gives it, without the hot path first: for a line that `exact_in` has not taken.

    Args:
        chain: the current mode, the modes around it, global configuration last.
        text: the line.
        access: what the user may see; None: all.
    """
    result = _chosen(chain, text) if access is None else _choose(chain, text, access)
    return outcome_of(result) if isinstance(result, Trail) else result.outcome


def fault_in(chain: Chain, text: str) -> Fault | None:
    """The fault of a line that neither a mode nor the modes around it take; None if one of them takes it.

    Args:
        chain: the current mode, the modes around it, global configuration last.
        text: the line.
    """
    result = _chosen(chain, text)
    return None if isinstance(result, Trail) else result


def is_refused_around(chain: Chain, text: str) -> bool:
    """True if a line that no mode of a chain takes may be a wrong line of a mode around the first one.

    It is a wrong line of the first mode if its first word is a keyword of that mode alone, or if a mode around it would take the
    line, as a loose command in abbreviated spelling: a wrong `mac-address` of an ephone is no `mac-address-table`.

    Args:
        chain: the current mode, the modes around it, global configuration last.
        text: the line.
    """
    submode, *around = chain
    first = first_word(text)
    if first in submode.root.keywords() and not any(first in mode.root.keywords() for mode in around):
        return False
    return fault_in(chain[1:], text) is not None


@lru_cache(maxsize=_REMEMBERED)
def _chosen(chain: Chain, text: str) -> Trail | Fault:
    return _choose(chain, text, None)


def _choose(chain: Chain, text: str, access: Access | None) -> Trail | Fault:
    """The line followed in the mode that takes it; where none does, the fault."""
    begun = _begun(chain, text)
    if not begun:
        trail = follow(chain[0], text, access)
        outcome = outcome_of(trail)
        assert not isinstance(outcome, Command), "no command of the mode begins so"
        return Fault(chain[0], outcome, trail.node, 0)
    readings: dict[Mode, Reading] = {}
    for mode in begun:
        trail = follow(mode, text, access)
        outcome = outcome_of(trail)
        if isinstance(outcome, Command) and not outcome.form.loose and (not trail.abbreviated or _spells_first(trail)):
            return trail
        readings[mode] = trail, outcome
    inwards_out = [readings[mode] for mode in chain if mode in readings]
    submode = readings.get(chain[0])
    commands = [outcome for _, outcome in inwards_out if isinstance(outcome, Command)]
    if not commands or (submode is not None and submode[0].ambiguous):
        return _fault(chain[0], inwards_out)
    return _described(inwards_out) or _loose(chain[0], inwards_out) or _fault(chain[0], inwards_out)


def _begun(chain: Chain, text: str) -> list[Mode]:
    """The modes that have a command with the line's first word: modes that have it in full first, then modes that have it abbreviated.

    No other mode can take the line.
    """
    first = first_word(text)
    word = text.split(None, 1)[0].lower() if first else ""  # an abbreviation of `default` may be a keyword, too
    in_full, abbreviated, others = [], [], []
    for mode in chain:
        root, beginnings = mode.tree.root, mode.beginnings
        keywords = root.keywords()
        if first in keywords or word in keywords:
            in_full.append(mode)
        elif first in beginnings or word in beginnings:
            abbreviated.append(mode)
        elif root.arguments:
            others.append(mode)
    return in_full + abbreviated + others


def _spells_first(trail: Trail) -> bool:
    """True if the first keyword of a line is there in full: `logging sync` of a line is no host of the global command `logging`."""
    step = trail.steps[0]
    return trail.words[step.at].lower() == step.node.text.lower()


def _described(readings: list[Reading]) -> Trail | None:
    """The first command that is not loose."""
    return next((trail for trail, command in readings if isinstance(command, Command) and not command.form.loose), None)


def _loose(submode: Mode, readings: list[Reading]) -> Trail | None:
    """The first loose command with its keywords in full; else the loose command of the submode."""
    commands = [trail for trail, command in readings if isinstance(command, Command)]
    in_full = next((trail for trail in commands if not trail.abbreviated), None)
    return in_full or next((trail for trail in commands if trail.mode is submode), None)


def _fault(submode: Mode, readings: list[Reading]) -> Fault:
    """The fault to report for a line that no mode takes."""
    (trail, outcome), hidden = readings[0], True  # the user may not see the commands that begin so
    for reading in readings:
        if _has_first_word(reading[0]):
            (trail, outcome), hidden = reading, False
            break
    if trail.mode is not submode and (hidden or isinstance(outcome, Ambiguous)):
        # A mode around the submode makes no line ambiguous.
        trail = follow(submode, trail.text, trail.access)
        outcome = outcome_of(trail)
    if isinstance(outcome, Command):
        return _refused(trail)
    return Fault(trail.mode, outcome, trail.node, outcome.words - trail.first)


def _refused(trail: Trail) -> Fault:
    """The fault of an abbreviated loose command of a mode around the submode: the words that nobody has described."""
    node = trail.mode.tree.root
    for step in trail.steps:
        symbol = step.node.symbol
        if isinstance(symbol, Argument) and symbol.notation.check is any_word:
            break
        node = step.node
    start, end = trail.spot(step.at)
    return Fault(trail.mode, Invalid(start, step.at, end), node, step.at - trail.first)


def _has_first_word(trail: Trail) -> bool:
    """True if a command of the mode begins with the first word of the line, in full or abbreviated."""
    root = trail.mode.tree.root
    if trail.steps or trail.first >= len(trail.words) or not root.arguments:
        return bool(trail.steps) or isinstance(trail.problem, Ambiguous)
    visible = None if trail.access is None else trail.access.visible(root)
    return resolve(root, trail.words[trail.first], visible) is not None


def exact_in(chain: Chain, text: str) -> Command | None:
    """The hot path: the first mode of the chain that has the line's first word, and has the whole line in full spelling.

    Returns:
        The command; None for anything that takes a closer look, such as a loose command where another mode may take the line.
    """
    known = known_lines.get((chain, text))
    if known is not None:
        return Command(known[0], [*known[1]], known[2])
    words = text.split() if '"' not in text else split(text)
    if not words:
        return None
    negative = words[0] == "no" and len(words) > 1
    first = words[negative]
    for mode in chain:
        root = mode.tree.root
        node = root.exact.get(first)
        if node is not None or (root.arguments and first[0].isdigit()):
            command = match_exact(mode, text, words)
            if command is not None:
                if command.form.loose and not belongs_to(mode, chain, first):
                    return None
                _remember(chain, text, command)
                return command
            words = split(text)
        if node is not None and not _goes_no_further(node, words[negative + 1 :]):
            return None
        if node is None and (not root.expanded or first.lower() in root.folded):
            return None
    return None


def _remember(chain: Chain, text: str, command: Command) -> None:
    """Remembers the command of a line in full spelling."""
    if len(text) <= _LONGEST_KNOWN and not command.form.secret:
        if len(known_lines) >= _MOST_KNOWN:
            known_lines.clear()
        known_lines[chain, text] = command.form, (*command.words,), command.negative


def _goes_no_further(node: Node, words: list[str]) -> bool:
    """True if no command goes on after a node with the first of the words."""
    return bool(words) and node.expanded and not node.arguments and not node.begins(words[0].lower())


def belongs_to(mode: Mode, chain: Chain, first: str) -> bool:
    """True if no other mode of the chain has a command whose first word begins so.

    Args:
        mode: the mode that has a command with this first word.
        chain: the current mode and the modes around it.
        first: the word.
    """
    folded = first.lower()
    return all(folded not in other.beginnings for other in chain if other is not mode)
