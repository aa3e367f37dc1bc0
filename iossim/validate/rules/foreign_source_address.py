"""Rule foreign-source-address."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.ipv4 import number
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import own_addresses, source_commands
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class ForeignSourceAddress(ValidationRule):
    """The address that phones shall register with is no address of an interface.

    No phone can register. Give the interface this address, or enter the address of the interface in the section. Files without
    addresses of interfaces, and with interfaces whose address is not known, are not checked; nor is the default router of a
    pool in commands that were typed, whose interface may have been left out.

    Example:
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        telephony-service
         max-ephones 5
         max-dn 5
         ip source-address 10.7.7.7 port 2000

    Better:
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        telephony-service
         max-ephones 5
         max-dn 5
         ip source-address 10.0.0.1 port 2000

    References:
        Unified CME Command Reference, `ip source-address (telephony-service)`
    """

    name = "foreign-source-address"
    looks_at = ("ip_source_address", "source_address")

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        sources = facts.once(source_commands)
        own = facts.once(own_addresses) if sources else set()
        if not own:
            return
        routers = set() if facts.whole else {word for _, command in facts.all("default_router") for word in command.words[1:]}
        for section, command in sources:
            address = str(command.fields["address"])
            if number(address) not in own and address not in routers:
                title = section.header.text if section.header is not None else ""
                index = command.words.index(address)
                yield Violation(command, f"{address} is no address of an interface: no phone reaches {title}", index)
