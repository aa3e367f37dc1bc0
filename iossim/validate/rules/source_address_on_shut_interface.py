"""Rule source-address-on-shut-interface."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.config.ipv4 import number
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.addresses import interface_addresses, source_commands
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class SourceAddressOnShutInterface(ValidationRule):
    """The interface with the address that phones register with is shut down.

    No phone can register. Enter `no shutdown` on the interface.

    Example:
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
         shutdown
        telephony-service
         max-ephones 5
         ip source-address 10.0.0.1 port 2000

    Better:
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        telephony-service
         max-ephones 5
         ip source-address 10.0.0.1 port 2000

    References:
        Unified CME Command Reference, `ip source-address (telephony-service)`
    """

    name = "source-address-on-shut-interface"
    looks_at = ("ip_source_address", "source_address")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section, command in facts.once(source_commands):
            address = str(command.fields["address"])
            holders = [item.section for item in facts.once(interface_addresses) if item.address == number(address)]
            if holders and all(_is_shut(facts, holder) for holder in holders):
                title = section.header.text if section.header is not None else ""
                name = holders[0].key[0]
                yield Violation(command, f"{name} is shut down: no phone reaches {title}", command.words.index(address))


def _is_shut(facts: Facts, interface: Section) -> bool:
    """True if an interface, or the interface of a subinterface, is shut down."""
    main = facts.root.section("interface", interface.key[0].partition(".")[0])
    return any(entered(section, "shutdown") is not None for section in (interface, main) if section is not None)
