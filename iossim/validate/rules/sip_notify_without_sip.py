"""Rule sip-notify-without-sip."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SipNotifyWithoutSip(ValidationRule):
    """A dial peer sends digits with SIP NOTIFY, and does not speak SIP.

    `dtmf-relay sip-notify` needs `session protocol sipv2`: digits, as for voice mail, are lost.

    Example:
        dial-peer voice 6 voip
         destination-pattern 6...
         session target ipv4:10.0.0.6
         dtmf-relay sip-notify

    Better:
        dial-peer voice 6 voip
         destination-pattern 6...
         session protocol sipv2
         session target ipv4:10.0.0.6
         dtmf-relay sip-notify

    References:
        IOS Voice Command Reference, `dtmf-relay (Voice over IP)`
    """

    name = "sip-notify-without-sip"
    looks_at = ("dtmf_relay",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for peer, command in facts.all("dtmf_relay", "dial_peer"):
            protocol = entered(peer, "session_protocol")
            sip = protocol is not None and protocol.words[-1] == "sipv2"
            others = set(command.words[1:]) - {"sip-notify"}
            if "sip-notify" in command.words and not sip and not others and not any(peer.kept.values()):
                yield Violation(command, "session protocol sipv2 is missing: digits are lost", command.words.index("sip-notify"))
