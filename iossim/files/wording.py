"""Messages for a line that is not accepted: what is wrong, in the mode that reads most of it, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

import msgspec

from iossim.config.constraints import live_bound
from iossim.config.tree import Configuration, Section
from iossim.files.masking import HIDDEN, is_hidden, masked
from iossim.files.modes import modes_with, title, titles_of_owners
from iossim.files.nearest import Keywords, is_slip, nearest
from iossim.language import (
    Ambiguous,
    Command,
    Incomplete,
    Invalid,
    Language,
    Mode,
    Node,
    Unfinished,
    fault_in,
    follow,
    match,
    match_in,
)
from iossim.language.bodies import Argument, Keyword
from iossim.language.help import choices
from iossim.language.notations import PLATFORM, Notation, Span, unquoted
from iossim.language.notations.addresses import is_spoilt_address, spoilt_part
from iossim.language.trail import first_word

#: A word in capital letters that stands for a value has this many, at least.
_SHORTEST_NAME = 4
#: Words of a line that is hardly a command of two modes.
_FEWEST_WORDS = 2
#: First words of commands of global configuration and of interfaces.
_OF_SECTIONS = frozenset(
    {"ip", "ipv6", "mpls", "frame-relay", "spanning-tree", "isdn", "cdp", "lldp", "ntp", "dialer", "bridge-group"}
)
#: The titles of modes whose commands no mode of data networks has.
_VOICE = frozenset({"dial-peer voice", "voice-port", "voice service pots", "voice service voip"})
#: A keyword and a number without a blank between them.
_RUN_ON = re.compile(r"([a-z-]{5,})\d\S*")
#: The notations of servers and hosts: where one stands, no other word can be right.
SERVERS = frozenset({"SERVER", "TARGET", "HOST"})
#: Of a longer word, a message shows the beginning.
_LONGEST_SHOWN = 64
#: A message names at most this many of the accepted words.
_MOST_NAMED = 12
#: Characters with which no word of a command begins that the grammar may lack: of remarks and of placeholders (`<name>`).
_NEVER = frozenset("#<[{(")
#: Lines whose fault is remembered: several explanations look at a line one after the other.
_REMEMBERED = 16


class Misread(msgspec.Struct, frozen=True):
    """A line that a mode does not accept.

    Attributes:
        mode: the mode.
        text: the line.
        outcome: the outcome of the line in the mode.
        node: the node of the command tree before the word at fault.
        known: number of words that the mode accepts, without `no` and `default`.
        word: the word at fault; "" if a word is missing.
    """

    mode: Mode
    text: str
    outcome: Ambiguous | Incomplete | Invalid
    node: Node
    known: int
    word: str

    def span(self, column: int) -> tuple[int, int]:
        """The first column of the word at fault, and the column after it.

        Args:
            column: the column of the line's text, from 1.
        """
        start = column + self.outcome.column
        return start, start + len(self.word)

    @property
    def open(self) -> bool:
        """True if the line may be a command that the grammar lacks: its word is no keyword, and the mode is one of IOS at large."""
        if not self.mode.open or not isinstance(self.outcome, Invalid):
            return False
        return self.known == 0 or not (self.outcome.arguments_only or self.has_spoilt_address or self.is_no_server)

    @property
    def is_no_server(self) -> bool:
        """True if the word stands where a server or host must be named, and names none (`ipv4:10.1.1.300`)."""
        return not SERVERS.isdisjoint([notation.text for notation, _ in self.node.arguments])

    @property
    def has_spoilt_address(self) -> bool:
        """True if the word is an address with a hidden, missing or wrong part (`10.1.1.300`), where an address may stand."""
        return is_spoilt_address(self.word) and any(notation.text == "A.B.C.D" for notation, _ in self.node.arguments)

    def is_known_command(self, language: Language) -> bool:
        """True if all commands that the line could be enter modes of CME: these are modelled completely, so it must be an error."""
        return self.known > 0 and _enters_cme(language, self.node)


@lru_cache(maxsize=1024)
def _enters_cme(language: Language, node: Node) -> bool:
    """True if all commands that go on after a node, or end there, enter modes of CME."""
    names = {place.command.enters for place in node.places}
    return bool(names) and all(name and not language.mode(name).open for name in names)


@lru_cache(maxsize=_REMEMBERED)
def misread_in(chain: tuple[Mode, ...], text: str) -> Misread | None:
    """The fault of a line in the mode that a router would report it in; None if a mode of the chain accepts the line."""
    fault = fault_in(chain, text)
    if fault is None:
        return None
    outcome = fault.outcome
    word = "" if isinstance(outcome, Incomplete) else text[outcome.column : outcome.end]
    return Misread(fault.mode, text, outcome, fault.node, fault.known, word)


def wording(configuration: Configuration, misread: Misread, section: Section) -> tuple[str, str]:
    """The code and message of a line that is not accepted.

    Args:
        configuration: whose language has the modes.
        misread: the fault.
        section: the section in which the line was read.
    """
    chain = configuration.language.chain(section.mode.name)
    outcome = misread.outcome
    if isinstance(outcome, Incomplete):
        return "incomplete-command", f"the command is incomplete{_expected_after(misread)}"
    shown = _shown(configuration.language, misread, chain)
    if isinstance(outcome, Ambiguous):
        return "ambiguous-command", f"`{shown}` may be {_listed(outcome.candidates)}"
    if misread.known == 0 or (
        misread.mode.name == "global"
        and (
            titles_of_owners(configuration.language, misread.text, chain)
            or (misread.known == 1 and _is_of_section(configuration.language, misread.text, misread.word))
        )
    ):
        return "unknown-command", _unknown(configuration.language, chain, misread, section, shown)
    code, reason = _refused_word(misread)
    return code, f"`{shown}` {reason}"


def _unknown(language: Language, chain: tuple[Mode, ...], misread: Misread, section: Section, shown: str) -> str:
    mode = title_around(language, section, misread.mode)
    others = titles_of_owners(language, misread.text, chain) or titles_of_owners(language, misread.text, chain, open_modes=True)
    if others:
        before = misread.text[: misread.outcome.column]
        words = (masked(chain, before, language) if before else "") + shown
        return f"`{words}` is no command of {mode}, but of {_listed(others)}"
    modes = chain if misread.mode in chain else (misread.mode, *chain)
    close = next(filter(None, (nearest(misread.word, keywords_after(outer.root)) for outer in modes)), [])
    return f"`{shown}` is no command of {mode}{_did_you_mean(close)}"


def title_around(language: Language, section: Section, mode: Mode) -> str:
    """The title of the mode of a section, or of a section around it."""
    around: Section | None = section
    while around is not None and around.mode != mode:
        around = around.parent
    return title(language, mode, around.header if around is not None else None)


@lru_cache(maxsize=_REMEMBERED)
def _refused_word(misread: Misread) -> tuple[str, str]:
    """The code and the reason for a word that is not accepted in its place."""
    node = misread.node
    close = hyphenated(misread) or nearest(misread.word, keywords_after(node))
    if close:
        return "invalid-input", f"is not accepted here{_did_you_mean(close)}"
    fault = _value_fault(misread.word, list(map(itemgetter(0), node.arguments)))
    if fault is not None:
        return fault[0], f"{fault[1]}{_accepted(node)}"
    if not (accepted := _accepted(node)):
        return "invalid-input", "is more than the command takes"
    return "invalid-input", f"is not accepted here{accepted}"


@lru_cache(maxsize=256)
def _accepted(node: Node) -> str:
    """The end of a message: the keywords and notations that are accepted after a node."""
    keywords = [child.text for child in node.children().values() if not child.hidden]
    return _expected([*keywords, *(_described(notation) for notation, _ in node.arguments)])


def _value_fault(word: str, notations: list[Notation]) -> tuple[str, str] | None:
    """The code and words for a wrong value: out of range, too long, or no number; None if no value is expected here."""
    ranges = [notation for notation in notations if notation.bounds is not None]
    if ranges and word.lstrip("-").isdigit():
        return "out-of-range", "is out of range"
    for notation in notations:
        limit = notation.text.rpartition("(")[2].rstrip(")")
        if notation.text.startswith(("WORD(", "LINE(")) and limit.isdigit() and len(unquoted(word)) > int(limit):
            return "too-long", f"is {len(unquoted(word))} characters long, {int(limit)} at most are accepted"
    if ranges and len(ranges) == len(notations):
        return "wrong-value", "is no number"
    return ("wrong-value", "does not fit here") if notations else None


def reason_of_refusal(configuration: Configuration, section: Section, command: Command, word: int) -> str:
    """The reason for which the router refuses a word that the grammar accepts: a bound set by another command, or a repeated word.

    Args:
        configuration: the tree.
        section: the section of the command.
        command: the command.
        word: index of the word.
    """
    if command.form.rule.ranges:
        return f"the router does not have all interfaces of `{shortened(command.words[-1])}`"
    if names_words(command, word):
        return "is no command of the mode that is named, as far as iossim knows it"
    if not 0 <= word < len(command.words):
        return "is refused"
    if word == 0 and (command.form.rule.only_in or command.form.rule.not_in):
        around = f"`{shortened(section.header.text)}`" if section.header is not None else "global configuration"
        return f"`{command.form.rule.leading_words or shortened(command.words[0])}` is no command of {around}"
    shown = HIDDEN if word in command.form.secret else shortened(command.words[word])
    if command.form.loose and (address := spoilt_part(command.words[word])):
        return f"`{address}` is no address"
    if reason := _bound_in_the_way(configuration, command, word, shown):
        return reason
    symbol = command.form.places[word].symbol
    if isinstance(symbol, Keyword) and command.negative and word == 0:
        return f"`{shown}` has no `no` form"
    return f"`{shown}` is given twice" if command.words.count(command.words[word]) > 1 else f"`{shown}` is out of range here"


def _bound_in_the_way(configuration: Configuration, command: Command, word: int, shown: str) -> str:
    """The reason where a number is beyond a maximum, or is a maximum below a number in use; "" for any other word."""
    for name, field in command.form.rule.bounds:
        used = configuration.values.least_maximum(name)
        if command.form.words_of(field)[0] == word and int(command.words[word]) < used:
            return f"`{shown}` is below {used}, the highest tag in use"
    symbol = command.form.places[word].symbol
    if not isinstance(symbol, Argument) or not (name := symbol.notation.bound_name):
        return ""
    bound = live_bound(configuration, name)
    if bound is None:
        return ""
    model = configuration.platform.name if configuration.platform is not None and name.startswith(PLATFORM) else ""
    limit = f"a {model} takes up to" if model else f"{name.removeprefix('sip-')} is"
    return f"`{shown}` is out of range: {limit} {bound * symbol.notation.bound_factor}"


def reason_for(configuration: Configuration, section: Section, command: Command, refused: str, word: int) -> str:
    """The reason for a refusal: the router's words, without secrets; or, where it prints the caret, words of iossim.

    Args:
        configuration: the tree.
        section: the section of the command.
        command: the command.
        refused: the router's words; "" where it prints the caret.
        word: index of the word at fault.
    """
    message = " ".join(refused.split())
    for index in command.form.secret:
        secret = re.escape(command.words[index].strip('"'))
        message = re.sub(rf"(?<!\w){secret}(?!\w)", HIDDEN, message)
    return message or reason_of_refusal(configuration, section, command, word)


def names_words(command: Command, word: int) -> bool:
    """True if a refused word is one of the words of another command, which end the line (`privilege`)."""
    last = command.form.places[-1].symbol
    whole = word >= len(command.words) - 1 and isinstance(last, Argument) and last.notation.span is Span.REST
    return whole and not command.form.loose and not command.form.rule.ranges


def is_mistake(configuration: Configuration, misread: Misread, chain: tuple[Mode, ...], *, typed: bool = False) -> bool:
    """True if a line is very probably a mistake although its mode may have commands that the grammar lacks.

    Its word is a typo of a keyword, or begins as no word of a command does, or the mode has all words of the command that the line
    begins with, or it is a number or address that does not fit where one is expected, or the line is a command of CME in global
    configuration.

    Args:
        configuration: whose language has the modes.
        misread: the fault.
        chain: the modes in which the line was read.
        typed: the line stands after a prompt, so that it is no text of an author.
    """
    if ")#" in misread.word or (not misread.known and "<" in misread.text and modes_with(configuration.language, misread.text)):
        return True  # a second prompt; a placeholder in a command of another mode
    if typed and (misread.word[:1] in _NEVER or (misread.known and _is_placeholder(misread.word, 2))):
        return True
    if misread.mode.name == "global" and (
        titles_of_owners(configuration.language, misread.text, chain)
        or (
            not misread.known
            and isinstance(misread.outcome, Invalid)
            and _is_of_open_mode(configuration.language, misread.text, chain)
        )
    ):
        return True
    if misread.known and (
        not misread.mode.open_words
        or misread.word[:1] in _NEVER
        or misread.word[:2] == "//"
        or not misread.word[:1].isascii()
        or "_" in misread.word
    ):
        return True
    if hyphenated(misread) or _meant(misread, chain) or _is_spoilt(misread):
        return True
    elsewhere = misread.mode.name == "global" and misread.known == 1 and isinstance(misread.outcome, Invalid)
    if elsewhere and _is_of_section(configuration.language, misread.text, misread.word):
        return True
    if not misread.known and misread.mode.name != "global" and _is_of_voice(configuration.language, misread.text, chain):
        return True
    return (
        misread.known > 0 and any(map(str.isdigit, misread.word)) and _refused_word(misread)[0] in ("out-of-range", "wrong-value")
    )


def _is_of_open_mode(language: Language, text: str, chain: tuple[Mode, ...]) -> bool:
    """True if a line of several words is a command of a mode that the grammars know in part; a short one may be one of another."""
    return len(text.split(None, _FEWEST_WORDS)) >= _FEWEST_WORDS and bool(titles_of_owners(language, text, chain, open_modes=True))


def _is_spoilt(misread: Misread) -> bool:
    """True if a line begins with an address, lacks the blank after its first word, or has a placeholder: `network192.0.2.0`."""
    if misread.known:
        text = misread.text
        if " <" in text or " [" in text or " {" in text or (misread.word[0:1] == '"' and "|" in text):
            return True
        if misread.word.isupper() and not text.isupper() and _is_placeholder(misread.word, _SHORTEST_NAME):
            return True  # `ip route NETWORK MASK`
        first, second = text.split(None, 2)[:2]
        return f"{first}-{second}" in misread.mode.root.keywords()
    before, hyphen, after = misread.word.partition("-")
    if hyphen and (node := misread.mode.root.keywords().get(before)) is not None and after in node.keywords():
        return True  # `ntp-server`
    run_on = _RUN_ON.fullmatch(misread.word)
    if misread.word[:1].isdigit():
        return misread.word.count(".") == 3
    return run_on is not None and run_on[1] in misread.mode.root.keywords()


def _is_placeholder(word: str, shortest: int) -> bool:
    """True if a word in capital letters stands for a value: `NETWORK`, `ACL-NUMBER`."""
    return len(word) >= shortest and word.isupper() and word.replace("-", "").isalpha() and word[-1] != "-"


def _is_of_voice(language: Language, text: str, chain: tuple[Mode, ...]) -> bool:
    """True if a line is a command of CME, or of a dial peer or voice port and no other section."""
    if titles_of_owners(language, text, chain):
        return True
    owners = titles_of_owners(language, text, chain, open_modes=True)
    return bool(owners) and _VOICE.issuperset(owners)


@lru_cache(maxsize=_REMEMBERED)
def _is_of_section(language: Language, text: str, word: str) -> bool:
    """True if a line that begins like a command of global configuration is one of a section.

    It is one of an interface (`ip address 192.0.2.1 ...`), or `network` and an address, of a routing protocol or a pool.

    Args:
        language: the language.
        text: the line.
        word: its second word, which global configuration does not accept.
    """
    if word[:1].isdigit():
        return text[:8].lower() == "network " and word.count(".") == 3
    first = first_word(text)
    if first not in _OF_SECTIONS:
        return False
    interface = language.mode("interface")
    node = interface.root.keywords().get(first)
    if node is None or not node.begins(word.lower()):
        return False
    command = match(interface, text)
    return isinstance(command, Command) and not command.form.loose


def is_misspelt_command(misread: Misread, chain: tuple[Mode, ...]) -> bool:
    """True if the word at fault is very probably a typo of a keyword, with which the line is a command.

    Args:
        misread: the fault.
        chain: the modes in which the line was read.
    """
    start, end = misread.outcome.column, misread.outcome.column + len(misread.word)
    right = (f"{misread.text[:start]}{keyword}{misread.text[end:]}" for keyword in _meant(misread, chain))
    return any(isinstance(match_in(chain, text), Command) for text in right)


def _meant(misread: Misread, chain: tuple[Mode, ...]) -> list[str]:
    """The keywords that the word at fault is very probably a typo of."""
    roots = [mode.root for mode in chain] if misread.known == 0 else [misread.node]
    return [keyword for keyword in nearest(misread.word, *map(keywords_after, roots)) if is_slip(misread.word, keyword)]


def hyphenated(misread: Misread) -> list[str]:
    """The keyword that two words are with a hyphen between them (`telephony service`), in a list; [] where they are none."""
    if not misread.known or (misread.known > 1 and (misread.word[:1].isdigit() or not isinstance(misread.outcome, Invalid))):
        return []
    before = misread.text[: misread.outcome.column].split()
    joined = f"{before[-1]}-{misread.word}".lower()
    node = misread.mode.root if misread.known == 1 else follow(misread.mode, " ".join(before[:-1])).node
    return [joined] if joined in node.keywords() else []


@lru_cache(maxsize=256)
def keywords_after(node: Node) -> Keywords:
    """The keywords that help shows after a node, for a comparison with a misspelt word."""
    return Keywords(child.text for child in node.children().values() if not child.hidden)


def _shown(language: Language, misread: Misread, chain: tuple[Mode, ...]) -> str:
    """The word at fault for a message, or `******` if it may be a secret."""
    return HIDDEN if is_hidden(chain, misread.text, misread.outcome.words, language) else shortened(misread.word)


def shortened(word: str) -> str:
    """A word for a message; of a long one, the beginning."""
    return word if len(word) <= _LONGEST_SHOWN else word[:_LONGEST_SHOWN] + "…"


def _expected_after(misread: Misread) -> str:
    after = choices(misread.mode, misread.text)
    return _expected([word for word, _ in after[0]]) if isinstance(after, tuple) else ""


def _expected(words: list[str]) -> str:
    return f"; expected {_listed(list(dict.fromkeys(words)))}" if words else ""


def _did_you_mean(words: list[str]) -> str:
    return f"; did you mean {' or '.join(f'`{word}`' for word in words)}?" if words else ""


def _described(notation: Notation) -> str:
    """A notation as help shows it, with its limits."""
    kind, _, inside = notation.text.partition("(")
    if kind in SERVERS | {"INTERFACES", "VLANS"}:
        return notation.remark
    if kind in ("LIST", "RANGES", "TAGS") and inside:
        return f"a list of <{inside[:-1]}>"
    return f"{notation.shown} of {inside[:-1]} characters at most" if kind in ("WORD", "LINE") and inside else notation.shown


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:_MOST_NAMED]) + (", …" if len(words) > _MOST_NAMED else "")


def without_end(text: Unfinished) -> str:
    """The message about a text or block whose end is missing."""
    if text.waits:
        end = f"`{text.end}`" if text.block else "delimiter"
        return f"this text has no end: its {end} does not come again; the lines after it are read as commands"
    if text.verbatim:
        return f"this text has no end: `{text.end}` is missing; the lines after it are read as commands"
    return f"this block has no end: `{text.end}` is missing"
