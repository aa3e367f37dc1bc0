"""Rule profile-never-created."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ProfileNeverCreated(ValidationRule):
    """The configuration files of the SIP phones were never created.

    A SIP phone registers with what its file says: `create profile` in `voice register global` writes the files. In an excerpt
    or in typed commands it is an info.

    Example:
        version 15.7
        voice register global
         mode cme
         source-address 10.0.0.1 port 5060
         max-dn 5
         max-pool 5
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1

    Better:
        version 15.7
        voice register global
         mode cme
         source-address 10.0.0.1 port 5060
         max-dn 5
         max-pool 5
         create profile
        voice register dn 1
         number 1001
        voice register pool 1
         id mac 0000.1111.2222
         number 1 dn 1

    References:
        Unified CME Command Reference, `create profile (voice register global)`
    """

    name = "profile-never-created"
    looks_at = ("voice_register_pool",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        section = facts.section("voice_register_global")
        mode = entered(section, "mode") if section is not None else None
        if section is None or section.header is None or mode is None or mode.words[-1] != "cme" or any(section.kept.values()):
            return
        by_mac = any("mac" in command.fields for _, command in facts.all("id", "voice_register_pool"))
        created = entered(section, "create_profile_sync") is not None or facts.acted("create_profile")
        if by_mac and not created:
            message = "create profile is missing: SIP phones do not get their configuration files"
            yield Violation(section.header, message, severity="" if facts.whole else "info")
