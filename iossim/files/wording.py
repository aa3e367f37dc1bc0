"""Words for a line that is not understood: which mode got furthest, what was wrong there, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config.constraints import live_bound
from iossim.config.tree import Configuration
from iossim.files.findings import HIDDEN, hidden, masked
from iossim.files.nearest import is_slip, nearest, owners, spoken
from iossim.language import Ambiguous, Command, Incomplete, Invalid, Language, Mode, Node, Outcome, match
from iossim.language.bodies import Argument, Keyword
from iossim.language.help import choices
from iossim.language.trail import Trail, follow
from iossim.language.notations import PLATFORM, Notation, unquoted

#: A longer word is shown by its beginning.
_LONGEST_SHOWN = 64
#: How many words are named of those that are accepted.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that is not understood, in the mode that got furthest with it.

    Attributes:
        mode: that mode.
        text: the line.
        outcome: what it says.
        known: how many words it knows, `no` and `default` not counted.
    """

    mode: Mode
    text: str
    outcome: Ambiguous | Incomplete | Invalid
    known: int

    @property
    def word(self) -> str:
        """The word at fault; "" where one is missing."""
        end = 0 if isinstance(self.outcome, Incomplete) else self.outcome.end
        return self.text[self.outcome.column : end] if end else ""

    @property
    def path(self) -> Trail:
        """The walk up to the word at fault."""
        return follow(self.mode, self.text, most=self.outcome.words)

    @property
    def open(self) -> bool:
        """Whether the grammar does not claim to know this line: a word that is no keyword, in a mode of IOS at large."""
        return self.mode.open and isinstance(self.outcome, Invalid) and (self.known == 0 or not self.outcome.arguments_only)

    def claimed(self, language: Language) -> bool:
        """Whether every command that the line may be enters a mode of CME: the grammar knows these, whatever mode they stand in."""
        names = {place.command.enters for place in self.path.node.places} if self.known else set()
        return bool(names) and all(name and not language.mode(name).open for name in names)


def problem(chain: tuple[Mode, ...], text: str) -> Problem:
    """What is wrong with a line that a chain of modes does not take, as the mode sees it that gets furthest."""
    best: Problem | None = None
    for mode in chain:
        outcome: Outcome = match(mode, text)
        if isinstance(outcome, Command):
            continue
        each = Problem(mode, text, outcome, outcome.words - follow(mode, text, most=0).first)
        if best is None or each.known > best.known:
            best = each
    assert best is not None
    return best


def worded(configuration: Configuration, found: Problem, chain: tuple[Mode, ...]) -> tuple[str, str]:
    """The code and message of a problem.

    Args:
        configuration: whose language has the modes.
        found: the problem.
        chain: the modes that the line was read in.
    """
    outcome = found.outcome
    if isinstance(outcome, Incomplete):
        return "incomplete-command", f"the command is incomplete{_expected_after(found)}"
    shown = _shown(configuration.language, found, chain)
    if isinstance(outcome, Ambiguous):
        return "ambiguous-command", f"`{shown}` may be {_listed(list(outcome.candidates))}"
    if found.known == 0 or (found.mode.name == "global" and owners(configuration.language, found.text, chain)):
        return "unknown-command", _unknown(configuration.language, found, chain, shown)
    return _refused_word(found, shown)


def _unknown(language: Language, found: Problem, chain: tuple[Mode, ...], shown: str) -> str:
    mode = spoken(language, found.mode)
    others = owners(language, found.text, chain) or owners(language, found.text, chain, open_modes=True)
    if others:
        words = masked(chain, found.text[: found.outcome.column], language) + shown
        return f"`{words}` is no command of {mode}, but of {_listed(others)}"
    close = next(filter(None, (nearest(found.word, _keywords(each.root)) for each in chain)), [])
    return f"`{shown}` is no command of {mode}{_did_you_mean(close)}"


def _refused_word(found: Problem, word: str) -> tuple[str, str]:
    """The code and message of a word that is not accepted where it stands."""
    node = found.path.node
    notations = [notation for notation, _ in node.arguments]
    keywords = _keywords(node)
    shown = f"`{word}`"
    if (fault := _value_fault(found.word, notations)) and not nearest(found.word, keywords):
        return fault[0], f"{shown} {fault[1]}{_expected([*keywords, *map(_described, notations)])}"
    if not keywords and not notations:
        return "invalid-input", f"{shown} is more than the command takes"
    if close := nearest(found.word, keywords):
        return "invalid-input", f"{shown} is not accepted here{_did_you_mean(close)}"
    return "invalid-input", f"{shown} is not accepted here{_expected([*keywords, *map(_described, notations)])}"


def _value_fault(word: str, notations: list[Notation]) -> tuple[str, str] | None:
    """What is wrong with a value: out of range, too long, or no number; None where it cannot be told."""
    ranges = [each for each in notations if each.bounds is not None]
    if ranges and word.lstrip("-").isdigit():
        return "out-of-range", "is out of range"
    for each in notations:
        limit = each.text.rpartition("(")[2].rstrip(")")
        if each.text.startswith(("WORD(", "LINE(")) and limit.isdigit() and len(unquoted(word)) > int(limit):
            return "too-long", f"is {len(unquoted(word))} characters long, {int(limit)} at most are accepted"
    if ranges and len(ranges) == len(notations):
        return "wrong-value", "is no number"
    return ("wrong-value", "does not fit here") if notations else None


def refusal_of(configuration: Configuration, command: Command, word: int) -> str:
    """Why the router refuses a word that the grammar accepts: a live bound, or a word given twice.

    Args:
        configuration: the tree.
        command: the command.
        word: index of the word.
    """
    if not 0 <= word < len(command.words):
        return "is refused"
    shown = HIDDEN if word in command.form.secret else shortened(command.words[word])
    symbol = command.form.places[word].symbol
    if isinstance(symbol, Argument) and (name := symbol.notation.bound_name):
        bound = live_bound(configuration, name)
        model = configuration.platform.name if configuration.platform is not None and name.startswith(PLATFORM) else ""
        if bound is not None:
            return f"`{shown}` is out of range: {f'a {model} takes up to' if model else f'{name} is'} {bound}"
    if isinstance(symbol, Keyword) and command.negative and word == 0:
        return f"`{shown}` has no `no` form"
    return f"`{shown}` stands here twice" if command.words.count(command.words[word]) > 1 else f"`{shown}` is out of range here"


def is_mistake(configuration: Configuration, found: Problem, chain: tuple[Mode, ...]) -> bool:
    """Whether a line of a mode that is not known in full is nevertheless a mistake, as far as can be told.

    Its word can hardly be anything but a known one with a slip of the finger, or it is a number or address that does not fit where
    one is expected, or it is a command of CME in global configuration.

    Args:
        configuration: whose language has the modes.
        found: the problem.
        chain: the modes that the line was read in.
    """
    if not isinstance(found.outcome, Invalid):
        return False
    if found.mode.name == "global" and owners(configuration.language, found.text, chain):
        return True
    roots = [mode.root for mode in chain] if found.known == 0 else [found.path.node]
    keywords = [word for node in roots for word in _keywords(node)]
    if any(is_slip(found.word, each) for each in nearest(found.word, keywords)):
        return True
    return found.known > 0 and any(map(str.isdigit, found.word)) and _refused_word(found, "")[0] in ("out-of-range", "wrong-value")


def _keywords(node: Node) -> list[str]:
    return [child.text for child in node.children().values() if not child.hidden]


def _shown(language: Language, found: Problem, chain: tuple[Mode, ...]) -> str:
    """The word at fault, if it may be shown; as much of it as a message takes."""
    return HIDDEN if found.outcome.words in hidden(chain, found.text, language) else shortened(found.word)


def shortened(word: str) -> str:
    """A word for a message: its beginning, where it is long."""
    return word if len(word) <= _LONGEST_SHOWN else word[:_LONGEST_SHOWN] + "…"


def _expected_after(found: Problem) -> str:
    after = choices(found.mode, found.text)
    return _expected([word for word, _ in after[0]]) if isinstance(after, tuple) else ""


def _expected(words: list[str]) -> str:
    return f"; expected {_listed(list(dict.fromkeys(words)))}" if words else ""


def _did_you_mean(words: list[str]) -> str:
    return f"; did you mean {' or '.join(f'`{word}`' for word in words)}?" if words else ""


def _described(notation: Notation) -> str:
    """A notation as help shows it, and what else it demands."""
    kind, _, inside = notation.text.partition("(")
    if kind in ("LIST", "TAGS") and inside:
        return f"a list of <{inside[:-1]}>"
    return f"{notation.shown} of {inside[:-1]} characters at most" if kind in ("WORD", "LINE") and inside else notation.shown


def _listed(words: list[str]) -> str:
    return ", ".join(words[:_MOST]) + (", …" if len(words) > _MOST else "")
