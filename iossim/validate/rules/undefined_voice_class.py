"""Rule undefined-voice-class."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: The command of a dial peer, and what opens the section that it names.
_NAMES = (
    ("session_server_group", "voice_class_server_group"),
    ("destination_dpg", "voice_class_dpg"),
    ("destination_e164_pattern_map", "voice_class_e164_pattern_map"),
    ("incoming_called_e164_pattern_map", "voice_class_e164_pattern_map"),
    ("incoming_calling_e164_pattern_map", "voice_class_e164_pattern_map"),
    ("voice_class_sip_tenant", "voice_class_tenant"),
    ("voice_class_sip_profiles", "voice_class_sip_profiles"),
    ("voice_class_sip_srtp_crypto", "voice_class_srtp_crypto"),
    ("voice_class_h323", "voice_class_h323"),
    ("voice_class_stun_usage", "voice_class_stun_usage"),
    ("destination_uri", "voice_class_uri"),
    ("incoming_uri", "voice_class_uri"),
    ("trunkgroup", "trunk_group"),
)


class UndefinedVoiceClass(ValidationRule):
    """A dial peer names a voice class, a server group, a pattern map or a trunk group that is not configured.

    The dial peer matches nothing with it, or sends calls nowhere. Configure the class, or correct its name. In an excerpt or in
    typed commands it is an info.

    Example:
        version 15.7
        dial-peer voice 2 voip
         destination-pattern 2...
         session protocol sipv2
         session server-group 3

    Better:
        version 15.7
        voice class server-group 3
         ipv4 10.0.0.2
        dial-peer voice 2 voip
         destination-pattern 2...
         session protocol sipv2
         session server-group 3

    References:
        Cisco Unified Border Element Configuration Guide, voice classes
    """

    name = "undefined-voice-class"
    looks_at = ("dial_peer_voice",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        severity = "" if facts.whole and not facts.unknown_lines else "info"
        for name, opener in _NAMES:
            placed = facts.all(name, "dial_peer")
            known = {word for section in facts.sections(opener) for word in section.key} if placed else set()
            for _, command in placed:
                index = 1 if name == "trunkgroup" else len(command.words) - 1
                if command.words[index] not in known:
                    yield Violation(command, f"{command.words[index]} is not configured", index, severity)
