"""Rule wrong-tftp-server."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.ipv4 import number
from iossim.validate.facts import Facts
from iossim.validate.facts.addresses import addresses_in, interface_addresses, own_addresses, pools
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class WrongTftpServer(ValidationRule):
    """The DHCP pool of the phones names a TFTP server that cannot be it.

    `option 150` must hold the address where the phones' configuration lies: usually the router itself. A network or broadcast
    address, and a text in place of an address, are warnings; another address that is not the router's own is an info, since a
    server elsewhere may have the files.

    Example:
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         option 150 ip 10.0.0.0
        telephony-service
         ip source-address 10.0.0.1 port 2000

    Better:
        interface GigabitEthernet0/0
         ip address 10.0.0.1 255.255.255.0
        ip dhcp pool VOICE
         network 10.0.0.0 255.255.255.0
         option 150 ip 10.0.0.1
        telephony-service
         ip source-address 10.0.0.1 port 2000

    References:
        Unified CME System Administrator Guide, defining network parameters: option 150
    """

    name = "wrong-tftp-server"
    looks_at = ("option",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command in facts.all("option", "ip_dhcp_pool"):
            if command.words[1] == "150" and "ascii" in command.words:
                yield Violation(
                    command, "phones expect an address in option 150, not a text: enter `ip`", command.words.index("ascii")
                )
        own = facts.once(own_addresses) if facts.section("telephony_service") is not None else set()
        if not own:
            return
        networks = [item.network for item in facts.once(interface_addresses)]
        for section, command in facts.all("option", "ip_dhcp_pool"):
            if command.words[1] != "150":
                continue
            inside = [*networks, *(network for pool in facts.once(pools) if pool.section is section for network in pool.networks)]
            addresses = [(index, word, number(word)) for index, word in addresses_in(command)]
            for index, word, address in addresses:
                if any(address in (network.first, network.last) and network.length < 31 for network in inside):
                    yield Violation(command, f"{word} is the address of a network, not of a TFTP server", index)
                elif not any(other in own for _, _, other in addresses):
                    yield Violation(command, f"{word} is no address of this router: is a TFTP server there?", index, "info")
