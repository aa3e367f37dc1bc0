"""`auto-reg-ephone` and `auto assign`: a phone that nobody configured becomes an ephone, with the next directory number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from iossim.config import Section
from iossim.config.constraints import live_bound
from iossim.language import Command, match
from iossim.router.settings import buttons, field, is_set

if TYPE_CHECKING:
    from iossim.router.core import RouterCore

#: Directory numbers that are for something else than a phone's button are never assigned.
_SPECIAL = ("paging", "paging_group", "intercom", "moh", "feed", "mwi", "park_slot", "loopback_dn", "conference")
#: Tags that there are where no `max-ephones` bounds them.
_TAGS = 65535


class AutoRegistration:
    """Configures ephones for phones that register without being configured.

    Args:
        router: the router.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._config = router.config
        self._known_at = -1
        self._used: set[str] = set()
        self._next = 1

    @property
    def allowed(self) -> bool:
        """Whether phones that are not configured may register."""
        section = self._config.section("telephony_service")
        return is_set(section, "auto_reg_ephone") and is_set(section, "ephone_reg")

    def provision(self, mac: str, reported: str) -> str:
        """Configures an ephone for a phone, by the commands that anybody could type.

        Args:
            mac: the phone's MAC address.
            reported: the type that it reported; "" where it did not.

        Returns:
            The tag of the ephone; "" where none is free.
        """
        if self._known_at != self._config.changes:
            self._learn()
        tag = self._free_tag()
        if tag:
            section = self._type(self._config.root, f"ephone {tag}")
            self._type(section, f"mac-address {mac}")
            if reported:
                self._type(section, f"type {reported}")
            self._assign(section, reported)
            self._known_at, self._next = self._config.changes, int(tag) + 1
        return tag

    def _learn(self) -> None:
        """Which directory numbers are on a button, as the configuration stands."""
        phones = self._config.sections("ephone")
        self._used = {dn for section in phones for button in buttons(section) for dn in button.dns}
        self._next = 1

    def _free_tag(self) -> str:
        most = live_bound(self._config, "ephone", "max-ephones")
        tags = range(self._next, (_TAGS if most is None else most) + 1)
        return next((str(tag) for tag in tags if self._config.section("ephone", tag) is None), "")

    def _assign(self, section: Section, reported: str) -> None:
        for rule in self._rules(reported):
            dn = self._free_dn(rule)
            if dn is None:
                continue
            self._type(section, f"button 1:{dn.key[0]}")
            self._used.add(dn.key[0])
            target = rule.fields.get("cfw")
            if target:
                self._type(dn, f"call-forward busy {target}")
                self._type(dn, f"call-forward noan {target} timeout {rule.fields['timeout']}")
            return

    def _rules(self, reported: str) -> Iterator[Command]:
        """The `auto assign` commands for a type: those of this type first, then those of all."""
        service = self._config.section("telephony_service")
        rules = service.all("auto_assign") if service is not None else []
        kinds = [(rule, str(rule.fields.get("phone_type", "all"))) for rule in rules if not rule.negative]
        yield from (rule for rule, kind in kinds if kind == reported != "all")
        yield from (rule for rule, kind in kinds if kind == "all")

    def _free_dn(self, rule: Command) -> Section | None:
        for tag in range(int(str(rule.fields["start"])), int(str(rule.fields["stop"])) + 1):
            dn = self._config.section("ephone_dn", tag)
            if dn is not None and str(tag) not in self._used and _assignable(dn):
                return dn
        return None

    def _type(self, section: Section, line: str) -> Section:
        command = match(section.mode, line)
        return self._router.apply(section, command).section if isinstance(command, Command) else section


def _assignable(dn: Section) -> bool:
    return bool(field(dn, "number", "number")) and not any(dn.get(rule) is not None for rule in _SPECIAL)
