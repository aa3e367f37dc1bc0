"""Addresses without which phones do not register: the router's own, and those that its DHCP pools give to the phones."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.config.networks import first, number, prefix_length
from iossim.language import Command
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: The sections with the address that phones register with, and the command that sets it.
_SOURCES = (
    ("telephony_service", "ip_source_address"),
    ("call_manager_fallback", "ip_source_address"),
    ("voice_register_global", "source_address"),
)
#: The rules that give an interface an address, also a virtual one that several routers share.
_OWN = ("ip_address", "ip_address_secondary", "standby_ip", "standby_ip__group_0", "standby_ip_secondary", "standby_ip_secondary__group_0",
        "vrrp_ip", "vrrp_ip_secondary")  # fmt: skip
#: Commands of a pool that give phones the address of their TFTP server in another way than option 150, and its codes in options.
_OTHER_SERVERS = ("next_server", "import_all", "host", "origin", "vrf", "class")
_TFTP_OPTIONS = ("150", "66")


class ForeignSourceAddress(ValidationRule):
    """The address that phones shall register with is no address of an interface.

    No phone can register. Give the interface this address, or enter the address of the interface in the section. Files without
    addresses of interfaces, and with interfaces whose address is not known, are not checked; nor is the default router of a pool in
    commands that were typed, whose interface may have been left out.
    """

    name = "foreign-source-address"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        own = _own_addresses(configuration)
        routers = set() if configuration.root.get("version") is not None else _default_routers(configuration)
        for section, command in _source_commands(configuration):
            address = str(command.fields["address"])
            if own and number(address) not in own and address not in routers:
                index = command.words.index(address)
                yield Violation(command, f"{address} is no address of an interface: no phone reaches {_title(section)}", index)


class PoolWithoutTftpServer(ValidationRule):
    """The DHCP pool of the phones does not give them the address of a TFTP server.

    Phones without `option 150` do not load their configuration, unless it is set on every phone. Add `option 150 ip ADDRESS`. The
    pool of the phones is the one whose network has the address that phones register with, or the only pool; it is not checked if
    another pool has the option.
    """

    name = "pool-without-tftp-server"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        pools = configuration.root.any_sections("ip_dhcp_pool")
        sources = [number(str(command.fields["address"])) for _, command in _source_commands(configuration)]
        if not sources or any(_serves_tftp(pool) or any(pool.kept.values()) for pool in pools):
            return
        with_network = [pool for pool in pools if _networks(pool)]
        for pool in with_network:
            inside = any(first(source, length) == network for source in sources for network, length in _networks(pool))
            if (inside or len(with_network) == 1) and pool.header is not None:
                yield Violation(
                    pool.header, f"ip dhcp pool {pool.key[0]} has no option 150: phones do not find their configuration"
                )


class ForeignDefaultRouter(ValidationRule):
    """The default router of a DHCP pool is outside of the pool's network.

    Clients of the pool reach no other network. Correct the address of the router, or the network.
    """

    name = "foreign-default-router"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for pool in configuration.root.any_sections("ip_dhcp_pool"):
            networks, command = _networks(pool), pool.get("default_router")
            if not networks or command is None or command.negative:
                continue
            for index, address in enumerate(command.words[1:], 1):
                if all(first(number(address), length) != network for network, length in networks):
                    yield Violation(command, f"{address} is outside of the network of ip dhcp pool {pool.key[0]}", index)


def _own_addresses(configuration: Configuration) -> set[int]:
    """The addresses of the interfaces; none if an interface has an address that the configuration does not say."""
    addresses: set[int] = set()
    if any("interface" in line.split()[:1] for lines in configuration.root.kept.values() for line in lines):
        return set()
    for section in configuration.root.any_sections("interface"):
        if any("ip address" in line for lines in section.kept.values() for line in lines):
            return set()
        for identity, command in section.entries.items():
            if identity[0] in _OWN and not command.negative:
                if "address" not in command.fields:
                    return set()
                addresses.add(number(str(command.fields["address"])))
    return addresses


def _default_routers(configuration: Configuration) -> set[str]:
    """The default routers of all DHCP pools."""
    commands = [pool.get("default_router") for pool in configuration.root.any_sections("ip_dhcp_pool")]
    return {word for command in commands if command is not None for word in command.words[1:]}


def _source_commands(configuration: Configuration) -> Iterator[tuple[Section, Command]]:
    """The commands with an address that phones register with, and their sections."""
    for name, rule in _SOURCES:
        section = configuration.section(name)
        command = section.get(rule) if section is not None else None
        if (
            section is not None
            and command is not None
            and not command.negative
            and str(command.fields.get("address")).count(".") == 3
        ):
            yield section, command


def _title(section: Section) -> str:
    return section.header.text if section.header is not None else ""


def _networks(pool: Section) -> list[tuple[int, int]]:
    """The networks of a pool: first address, and length of the mask."""
    commands = [command for identity, command in pool.entries.items() if identity[0] in ("network", "network_secondary")]
    return [_network(command) for command in commands if not command.negative]


def _network(command: Command) -> tuple[int, int]:
    fields = command.fields
    address = number(str(fields["network"]))
    if "mask" in fields:
        length = prefix_length(number(str(fields["mask"])))
    elif "prefix_length" in fields:
        length = int(str(fields["prefix_length"]).lstrip("/"))
    else:
        length = 8 if address < 128 << 24 else 16 if address < 192 << 24 else 24
    return first(address, length), length


def _serves_tftp(pool: Section) -> bool:
    """True if a pool gives its clients the address of a TFTP server, or may do so."""
    return any(
        identity[0] in _OTHER_SERVERS or (identity[0].startswith("option") and identity[1:2] and identity[1] in _TFTP_OPTIONS)
        for identity in pool.entries
    )
