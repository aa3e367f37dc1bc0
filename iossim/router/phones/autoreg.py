"""Auto-registration: a phone that is not configured becomes an ephone or a pool, with the next free directory number."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from iossim.config import Applied, Configuration, Section
from iossim.config.constraints import live_bound
from iossim.language import Command, Identity, match
from iossim.router.buttons import buttons
from iossim.router.fields import field, is_set

#: An ephone-dn with one of these commands is not for a phone's button, and is never assigned.
_SPECIAL = ("paging", "paging_group", "intercom", "moh", "feed", "mwi", "park_slot", "loopback_dn", "conference")
#: The rules of the commands that decide which tags and directory numbers are free.
_RELEVANT = {
    (rule,)
    for rule in (*_SPECIAL, "ephone", "ephone_dn", "voice_register_pool", "voice_register_dn", "button", "number", "auto_assign")
}
#: The highest tag if no command bounds it.
_HIGHEST_TAG = 65535
#: The command that opens a section, and the commands typed there.
Typed = tuple[str, Sequence[str]]
#: Applies a command to a section.
Apply = Callable[[Section, Command], Applied]


class AutoRegistration(ABC):
    """Configures the phones of one protocol by the commands that a user would type.

    Args:
        config: the configuration.
        apply: applies a command to a section.
    """

    #: The rule that opens the section of a phone.
    rule: ClassVar[str]
    #: The number that bounds the tag of a phone.
    bound: ClassVar[str]

    def __init__(self, config: Configuration, apply: Apply) -> None:
        self._config = config
        self._apply = apply
        self._current = False  # `_used` and `_next` agree with the configuration
        self._typing = False
        self._used: set[str] = set()
        self._next: dict[str, int] = {}
        self._config.watchers.append(self._note)

    @property
    @abstractmethod
    def allowed(self) -> bool:
        """True if phones that are not configured may register."""

    @abstractmethod
    def _commands(self, tag: str, mac: str, reported: str) -> list[Typed] | None:
        """The commands that configure a phone; None if no tag or number is free."""

    def provision(self, mac: str, reported: str) -> str:
        """Configures a phone.

        Args:
            mac: its MAC address.
            reported: the type that it reported; "" if it reported none.

        Returns:
            The tag of the ephone or pool; "" if no tag or number is free.
        """
        if not self._current:
            self._learn()
            self._current = True
        tag = self._free_tag(self.rule, self.bound)
        commands = self._commands(tag, mac, reported) if tag else None
        if commands is None:
            return ""
        self._typing = True
        for header, lines in commands:
            section = self._type(self._config.root, header)
            for line in lines:
                self._type(section, line)
        self._typing = False
        return tag

    def _note(self, section: Section, identity: Identity) -> None:
        """Marks what was learned as outdated if a change of the configuration is relevant and not our own."""
        loaded = not identity and section is self._config.root
        if not self._typing and (loaded or identity[:1] in _RELEVANT):
            self._current = False

    def _learn(self) -> None:
        """Reads from the configuration which directory numbers are on a phone."""
        self._used = {dn for section in self._config.sections(self.rule) for button in buttons(section) for dn in button.dns}
        self._next.clear()

    def _free_tag(self, rule: str, bound: str) -> str:
        most = live_bound(self._config, bound)
        tags = range(self._next.get(rule, 1), (_HIGHEST_TAG if most is None else most) + 1)
        tag = next((tag for tag in tags if self._config.section(rule, tag) is None), 0)
        self._next[rule] = tag or tags.stop
        return str(tag) if tag else ""

    def _type(self, section: Section, line: str) -> Section:
        command = match(section.mode, line)
        return self._apply(section, command).section if isinstance(command, Command) else section


class EphoneAutoRegistration(AutoRegistration):
    """`auto-reg-ephone` and `auto assign`: SCCP phones become ephones, with the next free ephone-dn of a range."""

    rule = "ephone"
    bound = "platform-ephones"

    @property
    def allowed(self) -> bool:
        """True if SCCP phones that are not configured may register."""
        section = self._config.section("telephony_service")
        return is_set(section, "auto_reg_ephone") and is_set(section, "ephone_reg")

    def _commands(self, tag: str, mac: str, reported: str) -> list[Typed]:
        lines = [f"mac-address {mac}", *([f"type {reported}"] if reported else [])]
        typed: list[Typed] = [(f"ephone {tag}", lines)]
        for rule in self._rules(reported):
            dn = self._free_dn(rule)
            if dn is None:
                continue
            lines.append(f"button 1:{dn}")
            self._used.add(dn)
            if target := rule.fields.get("cfw"):
                forward = (f"call-forward busy {target}", f"call-forward noan {target} timeout {rule.fields['timeout']}")
                typed.append((f"ephone-dn {dn}", forward))
            break
        return typed

    def _rules(self, reported: str) -> Iterator[Command]:
        """The `auto assign` commands for a type: first the commands for this type, then the commands for all types."""
        service = self._config.section("telephony_service")
        rules = service.all("auto_assign") if service is not None else []
        types = [(rule, str(rule.fields.get("phone_type", "all"))) for rule in rules if not rule.negative]
        yield from (rule for rule, type_ in types if type_ == reported)
        yield from (rule for rule, type_ in types if type_ == "all")

    def _free_dn(self, rule: Command) -> str | None:
        """The first free ephone-dn of a range; None if there is none. The next search begins there."""
        first, last = (int(str(rule.fields[name])) for name in ("start", "stop"))
        for tag in range(self._next.get(rule.text, first), last + 1):
            self._next[rule.text] = tag
            dn = self._config.section("ephone_dn", tag)
            if dn is not None and str(tag) not in self._used and _assignable(dn):
                return str(tag)
        return None


def _assignable(dn: Section) -> bool:
    return bool(field(dn, "number", "number")) and not any(dn.get(rule) is not None for rule in _SPECIAL)


class PoolAutoRegistration(AutoRegistration):
    """`auto-register`: SIP phones become pools, with the next free number of a range."""

    rule = "voice_register_pool"
    bound = "max-pool"

    def __init__(self, config: Configuration, apply: Apply) -> None:
        super().__init__(config, apply)
        self._tags: dict[str, str] = {}  # the tag of the voice register dn, by its number
        self._taken: set[str] = set()  # the numbers of ephone-dns

    @property
    def allowed(self) -> bool:
        """True if SIP phones that are not configured may register: a password and a range are set."""
        service, settings = self._config.section("voice_register_global"), self._settings
        complete = settings is not None and all(is_set(settings, rule) for rule in ("service_enable", "password", "auto_assign"))
        return complete and field(service, "mode", "operation") != ""

    @property
    def _settings(self) -> Section | None:
        service = self._config.section("voice_register_global")
        return service.section("auto_register") if service is not None and is_set(service, "auto_register") else None

    def _learn(self) -> None:
        super()._learn()
        dns = self._config.sections("voice_register_dn")
        self._tags = {number: dn.key[0] for dn in reversed(dns) if (number := field(dn, "number", "number"))}
        self._taken = {field(dn, "number", "number") for dn in self._config.sections("ephone_dn")}

    def _commands(self, tag: str, mac: str, reported: str) -> list[Typed] | None:
        settings = self._settings
        password = settings.get("password") if settings is not None else None
        number = self._free_number(settings)
        dn = self._tags.get(number) or self._free_tag("voice_register_dn", "sip-max-dn")
        if password is None or not number or not dn:
            return None
        self._used.add(dn)
        self._tags[number] = dn
        template = field(settings, "template", "tag")
        lines = [
            f"id mac {mac}",
            *([f"type {reported}"] if reported else []),
            f"number 1 dn {dn}",
            *([f"template {template}"] if template else []),
            f"username {number} {password.text}",
        ]
        return [(f"voice register dn {dn}", [f"number {number}"]), (f"voice register pool {tag}", lines)]

    def _free_number(self, settings: Section | None) -> str:
        """The first free number of the range; "" if there is none. The next search begins there."""
        first, last = (int(field(settings, "auto_assign", name) or 0) for name in ("first", "last"))
        for number in range(max(first, self._next.get("number", first)), last + 1):
            text = str(number)
            if text not in self._taken and self._tags.get(text) not in self._used:
                self._next["number"] = number
                return text
        return ""
