"""Rule load-without-tftp-server."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.language import Command
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class LoadWithoutTftpServer(ValidationRule):
    """A `load` names firmware that the router does not serve, while it serves other firmware.

    Phones ask the router for the file and get an error: they keep the firmware that they have, or start again and again. Add
    `tftp-server` for the files of this firmware. Where the router serves no firmware at all, or whole folders, another server
    may have the files: the rule is silent.

    Example:
        tftp-server flash:P00308010200.loads
        telephony-service
         load 7960 P00308010200
         load 7945 SCCP45.9-4-2SR3-1S

    Better:
        tftp-server flash:P00308010200.loads
        tftp-server flash:SCCP45.9-4-2SR3-1S.loads
        telephony-service
         load 7960 P00308010200
         load 7945 SCCP45.9-4-2SR3-1S

    References:
        Unified CME System Administrator Guide, installing and upgrading phone firmware
    """

    name = "load-without-tftp-server"
    looks_at = ("tftp_server",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        files = [str(command.fields.get(field, "")) for _, command in facts.all("tftp_server") for field in ("file", "alias")]
        names = {name.rpartition("/")[2].rpartition(":")[2].lower() for name in files if name}
        if not names or "" in names or not all("." in name for name in names):
            return
        loads = facts.all("load", "telephony_service")
        missing = [command for _, command in loads if not any(_firmware(command) in name for name in names)]
        for command in missing if len(missing) < len(loads) else ():
            yield Violation(command, f"no tftp-server has the files of {command.words[-1]}", len(command.words) - 1)


def _firmware(command: Command) -> str:
    """The name of the firmware, without a path and the suffix of its file."""
    name = command.words[-1].rpartition("/")[2].rpartition(":")[2].lower()
    return name.removesuffix(".loads").removesuffix(".bin").removesuffix(".sbn")
