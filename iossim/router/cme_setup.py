"""The dialogue of `telephony-service setup`: questions about DHCP and the phones, then the commands that follow from the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from ipaddress import AddressValueError, IPv4Address
from typing import Protocol

from iossim.config import Configuration, Section
from iossim.config.applied import Applied
from iossim.config.refusal import Asking
from iossim.language import Command, match

_LANGUAGES = (
    "English", "French", "German", "Russian", "Spanish", "Italian", "Dutch", "Norwegian", "Portuguese", "Danish", "Swedish",
)  # fmt: skip
_LANGUAGE_CODES = ("US", "FR", "DE", "RU", "ES", "IT", "NL", "NO", "PT", "DK", "SE")
_TONES = (
    "United States", "France", "Germany", "Russia", "Spain", "Italy", "Netherlands", "Norway", "Portugal", "UK", "Denmark",
    "Switzerland", "Sweden", "Austria", "Canada",
)  # fmt: skip
_TONE_CODES = ("US", "FR", "DE", "RU", "ES", "IT", "NL", "NO", "PT", "GB", "DK", "CH", "SE", "AT", "CA")
_ALREADY = "telephony-service is already configured, use 'no telephony-service' first\n"


class Router(Protocol):
    """The parts of a router that the dialogue uses."""

    config: Configuration

    def apply(self, section: Section, command: Command) -> Applied:
        """Applies a command."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A question of the dialogue.

    Attributes:
        name: the name of its answer.
        prompt: its text.
        check: returns the reason to ask again, "" if the answer is fine.
        default: the answer to an empty line.
        says: text before it.
        after: the question of which the answer must be yes; "" for a question that is always asked.
    """

    name: str
    prompt: str
    check: Callable[[str], str]
    default: str = ""
    says: str = ""
    after: str = ""


@dataclass(slots=True)
class _Dialogue:
    """The answers so far.

    Attributes:
        router: the router.
        answers: the answers, by the name of the question.
    """

    router: Router
    answers: dict[str, str] = field(default_factory=dict)

    def ask(self, place: int, says: str = "") -> str | Asking:
        """The question at a place, or the next one that is to be asked; at the end, what the router prints."""
        while place < len(_QUESTIONS) and not self._is_asked(_QUESTIONS[place]):
            place += 1
        if place == len(_QUESTIONS):
            return self._end()
        question = _QUESTIONS[place]
        return Asking(question.prompt, lambda typed: self._take(place, typed), says + question.says, question.default or "no")

    def _is_asked(self, question: _Question) -> bool:
        return not question.after or self.answers.get(question.after) == "yes"

    def _take(self, place: int, typed: str) -> str | Asking:
        question = _QUESTIONS[place]
        answer = typed.strip() or question.default
        if problem := question.check(answer):
            return Asking(question.prompt, lambda again: self._take(place, again), problem, question.default or "no")
        self.answers[question.name] = "yes" if question.check is _yes_or_no and "yes".startswith(answer.lower()) else answer
        return self.ask(place + 1)

    def _end(self) -> str | Asking:
        answers = self.answers
        if answers.get("change") == "yes":
            answers.clear()
            return self.ask(0)
        if answers["dhcp"] == "yes":
            _enter(self.router, "ip dhcp pool ITS", _pool(answers))
        if answers["start"] != "yes":
            return ""
        says = _enter(self.router, "telephony-service", _service(answers))
        for header, lines in _numbers(answers):
            _enter(self.router, header, lines)
        return f"\n{says}---- Setup completed config ----\n\n"


def telephony_service_setup(router: Router, section: Section, command: Command) -> str | Asking:  # noqa: ARG001 (an action)
    """Begins the dialogue; the router refuses it while telephony-service is configured."""
    if router.config.section("telephony_service") is not None:
        return _ALREADY
    return _Dialogue(router).ask(0, "\n  --- Cisco IOS Telephony Services Setup ---\n\n")


def _yes_or_no(answer: str) -> str:
    word = answer.lower()
    return "" if word and ("yes".startswith(word) or "no".startswith(word)) else "% Please answer 'yes' or 'no'.\n"


def _address(answer: str) -> str:
    try:
        IPv4Address(answer)
    except AddressValueError:
        return "% Bad IP address\n"
    return ""


def _whole(least: int, most: int) -> Callable[[str], str]:
    """A check of a number from `least` to `most`."""

    def check(answer: str) -> str:
        number = int(answer) if answer.isascii() and answer.isdecimal() and len(answer) < 8 else -1
        return "" if least <= number <= most else f"% A decimal number between {least} and {most}.\n"

    return check


def _digits(answer: str) -> str:
    return "" if answer.isascii() and answer.isdecimal() and len(answer) <= 16 else "% Digits only\n"


def _list(names: tuple[str, ...]) -> str:
    return "".join(f"\t{place}  {name}\n" for place, name in enumerate(names))


_QUESTIONS = (
    _Question("dhcp", "Do you want to setup DHCP service for your IP phones? [yes/no]: ", _yes_or_no),
    _Question(
        "network",
        "  IP network for telephony-service DHCP Pool:",
        _address,
        says="\nConfiguring DHCP Pool for Cisco IOS Telephony Services :\n\n",
        after="dhcp",
    ),
    _Question("mask", "  Subnet mask for DHCP network :", _address, after="dhcp"),
    _Question("tftp", "  TFTP Server IP address (Option 150) :", _address, after="dhcp"),
    _Question("gateway", "  Default Router for DHCP Pool :", _address, after="dhcp"),
    _Question("start", "Do you want to start telephony-service setup? [yes/no]: ", _yes_or_no, says="\n"),
    _Question(
        "address",
        "  Enter the IP source address for Cisco CallManager Express:",
        _address,
        says="\nConfiguring Cisco IOS Telephony Services :\n\n",
        after="start",
    ),
    _Question("port", "  Enter the Skinny Port for Cisco CallManager Express:  [2000]:", _whole(2000, 9999), "2000", after="start"),
    _Question("phones", "  How many IP phones do you want to configure : [0]: ", _whole(0, 450), "0", after="start"),
    _Question("dual", "  Do you want dual-line extensions assigned to phones? [yes/no]: ", _yes_or_no, after="start"),
    _Question(
        "language",
        " [0]: ",
        _whole(0, len(_LANGUAGES) - 1),
        "0",
        says=f"  What language do you want on IP phones :\n{_list(_LANGUAGES)}",
        after="start",
    ),
    _Question(
        "tones",
        " [0]: ",
        _whole(0, len(_TONES) - 1),
        "0",
        says=f"  Which Call Progress tone set do you want on IP phones :\n{_list(_TONES)}",
        after="start",
    ),
    _Question("first", "  What is the first extension number you want to configure : [0]: ", _digits, "0", after="start"),
    _Question("direct", "  Do you have Direct-Inward-Dial service for all your phones? [yes/no]: ", _yes_or_no, after="start"),
    _Question("e164", "    Enter the full E.164 number for the first phone :", _digits, after="direct"),
    _Question("mail", "  Do you want to forward calls to a voice message service? [yes/no]: ", _yes_or_no, after="start"),
    _Question("pilot", "    Enter extension or pilot number of the voice message service:", _digits, after="mail"),
    _Question("timeout", "    Call forward No Answer Timeout : [18]: ", _whole(3, 60000), "18", after="mail"),
    _Question("change", "Do you wish to change any of the above information? [yes/no]: ", _yes_or_no, says="\n", after="start"),
)


def _pool(answers: dict[str, str]) -> list[str]:
    """The commands of the pool of addresses."""
    return [
        f"network {answers['network']} {answers['mask']}",
        f"option 150 ip {answers['tftp']}",
        f"default-router {answers['gateway']}",
    ]


def _service(answers: dict[str, str]) -> Iterator[str]:
    """The commands of telephony-service."""
    phones, first = int(answers["phones"]), answers["first"]
    if phones:
        yield f"max-ephones {phones}"
        yield f"max-dn {phones}"
    yield f"ip source-address {answers['address']} port {answers['port']}"
    if phones:
        yield f"auto assign 1 to {phones}"
    if answers["language"] != "0":
        yield f"user-locale {_LANGUAGE_CODES[int(answers['language'])]}"
    if answers["tones"] != "0":
        yield f"network-locale {_TONE_CODES[int(answers['tones'])]}"
    if answers["direct"] == "yes":
        length = len(first)
        kept = max(0, len(answers["e164"]) - length)
        yield f"dialplan-pattern 1 {answers['e164'][:kept]}{'.' * min(length, len(answers['e164']))} extension-length {length}"
    if answers["mail"] == "yes":
        yield f"voicemail {answers['pilot']}"
    yield "create cnf-files"


def _numbers(answers: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The directory numbers of the phones: their headers, and the commands below them."""
    first = answers["first"]
    for place in range(int(answers["phones"])):
        lines = [f"number {int(first) + place:0{len(first)}}"]
        if answers["mail"] == "yes":
            lines += [f"call-forward busy {answers['pilot']}", f"call-forward noan {answers['pilot']} timeout {answers['timeout']}"]
        yield f"ephone-dn {place + 1}{' dual-line' if answers['dual'] == 'yes' else ''}", lines


def _enter(router: Router, header: str, lines: list[str] | Iterator[str]) -> str:
    """Enters a section as a user would type it, and returns what the router says; a line that it refuses changes nothing."""
    root, says = router.config.root, ""
    command = match(root.mode, header)
    if not isinstance(command, Command):
        return says
    section = router.apply(root, command).section
    for line in lines if section is not root else ():
        outcome = match(section.mode, line)
        if isinstance(outcome, Command):
            says += router.apply(section, outcome).says
    return says
