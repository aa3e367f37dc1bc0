"""Rule cnf-files-never-created."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.files.fixes import Edit, Fix
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_IN_FILES = frozenset(("load", "user_locale", "network_locale", "cnf_file", "service_phone"))


class CnfFilesNeverCreated(ValidationRule):
    """The configuration files of the SCCP phones were never created.

    `load`, `user-locale`, `cnf-file` and `service phone` reach the phones through files that `create cnf-files` writes: without
    it phones load old files or none. Where the section has no such setting, or is not part of a whole running-config, it is an
    info: phones can also register without files.

    Example:
        version 15.7
        telephony-service
         load 7960 P00308010200
         max-ephones 5
         max-dn 5
         ip source-address 10.0.0.1 port 2000
        ephone 1
         mac-address 0000.1111.2222

    Better:
        version 15.7
        telephony-service
         load 7960 P00308010200
         max-ephones 5
         max-dn 5
         ip source-address 10.0.0.1 port 2000
         create cnf-files
        ephone 1
         mac-address 0000.1111.2222

    References:
        Unified CME Command Reference, `create cnf-files`
    """

    name = "cnf-files-never-created"
    looks_at = ("mac_address",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        section = facts.section("telephony_service")
        if section is None or section.header is None or not facts.all("mac_address", "ephone") or any(section.kept.values()):
            return
        if entered(section, "create_cnf_files_version_stamp") is not None or facts.acted("create_cnf_files"):
            return
        needed = any(identity[0] in _IN_FILES and not command.negative for identity, command in section.entries.items())
        last = max((command.line for command in section.entries.values()), default=section.header.line)
        fix = Fix("create the files", (Edit(last + 1, last, (" create cnf-files",)),)) if last else None
        message = "create cnf-files is missing: phones do not get their configuration files"
        yield Violation(section.header, message, severity="" if needed and facts.whole else "info", fix=fix)
