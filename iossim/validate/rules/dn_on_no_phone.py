"""Rule dn-on-no-phone."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.phones import dns_on_phones, has_purpose
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: Sections whose users bring numbers along.
_PROFILES = ("voice_logout_profile", "voice_user_profile")
#: Commands by which phones get numbers by themselves.
_BY_ITSELF = ("auto_assign", "extension_assigner_tag_type", "srst_mode_auto_provision")


class DnOnNoPhone(ValidationRule):
    """An ephone-dn lies on no phone, and serves for nothing else.

    Its number cannot be answered. Give it a button, or remove it. Numbers for park slots, paging, intercoms, conferences,
    message lamps, hold music and forwarding need no phone; nor do numbers that are assigned automatically, or that users bring
    along when they log in. It is an info for a spare one, which has neither a name nor a label, and in an excerpt or typed
    commands, where the phone may stand elsewhere.

    Example:
        version 15.7
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 1002
         name Library
        ephone 1
         mac-address 0000.1111.2222
         button 1:1

    Better:
        version 15.7
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 1002
         name Library
        ephone 1
         mac-address 0000.1111.2222
         button 1:1 2:2

    References:
        Unified CME Command Reference, `button`
    """

    name = "dn-on-no-phone"
    looks_at = ("button",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        on_phones = facts.once(dns_on_phones)
        if not on_phones or any(facts.sections(profile) for profile in _PROFILES) or any(facts.all(way) for way in _BY_ITSELF):
            return
        phones = facts.sections("ephone")
        severity = "" if facts.whole and not any(any(phone.kept.values()) for phone in phones) else "info"
        for dn in facts.sections("ephone_dn"):
            if dn.header is None or dn.key[0] in on_phones or has_purpose(dn):
                continue
            if entered(dn, "ephone_dn_template") is not None or any(dn.kept.values()):
                continue
            if entered(dn, "number") is not None:
                named = any(entered(dn, name) is not None for name in ("name", "label", "description"))
                message = f"ephone-dn {dn.key[0]} is on no phone: nobody can answer it"
                yield Violation(dn.header, message, severity=severity if named else "info")
