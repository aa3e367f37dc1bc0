"""Interfaces: names, order, state, addresses and hardware, as the show commands have them."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Interface

from iossim.config import Section
from iossim.config.ports import is_virtual, kind_of, main_of
from iossim.language.notations.interfaces import interface_place
from iossim.router.facts.interface_kinds import BASE_MAC, BY_SPEED, D_CHANNEL, KINDS, OTHER, Kind
from iossim.router.fields import field, is_set, number
from iossim.router.links import UP
from iossim.router.network.state import Counters, Network

_Place = tuple[int, tuple[int, ...], str, tuple[int, ...]]


class Interface:
    """One interface or subinterface.

    Args:
        network: the router's network.
        section: its section of the configuration.

    Attributes:
        name: its full name.
        main: the name of the interface that it belongs to; its own name if it is no subinterface.
    """

    def __init__(self, network: Network, section: Section) -> None:
        self.section = section
        self.name = section.key[0]
        self.main = main_of(self.name)
        self._network = network

    @property
    def short(self) -> str:
        """The short name: `Gi0/0.10`."""
        return (self.kind.short or kind_of(self.main)[:2]) + self.name.removeprefix(kind_of(self.main))

    @property
    def kind(self) -> Kind:
        """The kind of its hardware."""
        return D_CHANNEL if ":" in self.name else KINDS.get(kind_of(self.main), OTHER)

    @property
    def is_sub(self) -> bool:
        """True for a subinterface."""
        return self.main != self.name

    @property
    def state(self) -> tuple[str, str]:
        """Its status and its line protocol."""
        return self._network.links.state(self.section)

    @property
    def is_up(self) -> bool:
        """True if status and line protocol are up."""
        return self.state == UP

    @property
    def counters(self) -> Counters:
        """Its traffic."""
        return self._network.counters(self.name)

    @property
    def description(self) -> str:
        """Its description; "" for none."""
        return field(self.section, "description", "text")

    @property
    def vrf(self) -> str:
        """The name of its VRF; "" for the global table."""
        return field(self.section, "vrf_forwarding", "vrf") or field(self.section, "ip_vrf_forwarding", "vrf")

    @property
    def mac(self) -> str:
        """Its MAC address `0200.5e00.5300`: the one that was set, else the one of the hardware; "" if it has none."""
        typed = field(self._main_section, "mac_address", "mac")
        return typed.lower() if typed and self.kind.ethernet else self.burnt_in

    @property
    def burnt_in(self) -> str:
        """The MAC address of its hardware; "" if it has none."""
        if not self.kind.ethernet:
            return "0000.0000.0000" if kind_of(self.name) == "Embedded-Service-Engine" else ""
        if is_virtual(self.name):
            return mac_text(BASE_MAC)
        names = (section.key[0] for section in self._network.config.root.any_sections("interface"))
        ports = sorted((name for name in names if "." not in name and _has_mac(name)), key=interface_place)
        return mac_text(BASE_MAC + (ports.index(self.main) if self.main in ports else 0))

    @property
    def mtu(self) -> int:
        """Its MTU in bytes."""
        return number(self.section, "mtu", "bytes", self.kind.mtu)

    @property
    def speed(self) -> str:
        """The speed of an Ethernet port in Mbit/s: the one that was set, else the highest; "" for other kinds."""
        if not self.kind.ethernet or is_virtual(self.name):
            return ""
        typed = field(self._main_section, "speed", "speed")
        return typed if typed in BY_SPEED else str(self.kind.bandwidth // 1000)

    @property
    def duplex(self) -> str:
        """`full`, `half` or `auto`, as it was set."""
        return field(self._main_section, "duplex", "duplex") or "auto"

    @property
    def bandwidth(self) -> int:
        """Its bandwidth in kbit/s: the one that was set, else the one of its speed."""
        default = BY_SPEED.get(self.speed, (self.kind.bandwidth, 0))[0]
        return number(self.section, "bandwidth", "kilobits", default)

    @property
    def delay(self) -> int:
        """Its delay in microseconds."""
        typed = number(self.section, "delay", "tens", -1)
        return typed * 10 if typed >= 0 else BY_SPEED.get(self.speed, (0, self.kind.delay))[1]

    @property
    def vlan(self) -> str:
        """The VLAN of a subinterface; "" for none."""
        return field(self.section, "encapsulation", "vlan")

    @property
    def address(self) -> IPv4Interface | None:
        """Its address, or the one of the interface that lends it (`ip unnumbered`); None for none."""
        lender = field(self.section, "ip_unnumbered", "interface")
        section = self._network.config.section("interface", lender) if lender else self.section
        return _address(field(section, "ip_address", "address"), field(section, "ip_address", "mask"))

    @property
    def secondary(self) -> list[IPv4Interface]:
        """Its secondary addresses."""
        pairs = [
            (str(command.fields["address"]), str(command.fields["mask"])) for command in self.section.all("ip_address_secondary")
        ]
        return [address for pair in pairs if (address := _address(*pair)) is not None]

    @property
    def addresses(self) -> list[IPv4Interface]:
        """Its own addresses, the secondary ones last; none if it borrows one."""
        own = self.address if not is_set(self.section, "ip_unnumbered") else None
        return [*([own] if own is not None else []), *self.secondary]

    @property
    def method(self) -> str:
        """The way in which its address came: `NVRAM`, `manual`, `DHCP`, `IPCP` or `unset`."""
        command = self.section.get("ip_address")
        if command is None:
            return "unset"
        if not command.negative and not self.address:
            return {"dhcp": "DHCP", "negotiated": "IPCP"}.get(field(self.section, "ip_address", "ip_address").split()[0], "unset")
        return "NVRAM" if self._network.from_startup.get(self.name) == command.text else "manual"

    @property
    def _main_section(self) -> Section:
        return self._network.config.section("interface", self.main) or self.section

    @property
    def has_subinterfaces(self) -> bool:
        """True for a main interface with subinterfaces that have a VLAN."""
        return any(
            name.startswith(f"{self.name}.") and section.get("encapsulation") is not None
            for name, section in ((section.key[0], section) for section in self._network.config.root.any_sections("interface"))
        )


def interfaces(network: Network) -> list[Interface]:
    """All interfaces in the order of show commands: ports by slot with their subinterfaces, then virtual ones by name."""
    sections = {section.key[0]: section for section in network.config.root.any_sections("interface")}
    return [Interface(network, sections[name]) for name in _names(network)]


def interface(network: Network, name: str) -> Interface | None:
    """An interface by its full name; None if there is none."""
    section = network.config.root.section("interface", name)
    return Interface(network, section) if section is not None else None


def addressed(network: Network, vrf: str = "") -> Iterator[tuple[Interface, IPv4Interface]]:
    """The interfaces that are up, with each of their addresses.

    Args:
        network: the router's network.
        vrf: the VRF; "" for the global table.
    """
    for port in interfaces(network):
        if port.is_up and port.vrf == vrf:
            for address in port.addresses:
                yield port, address


class Locator:
    """Finds the interface in whose network an address lies, quickly for many addresses.

    Args:
        network: the router's network, as it is now.
    """

    def __init__(self, network: Network) -> None:
        self._ports: dict[tuple[int, int], Interface] = {}
        for port, own in addressed(network):
            self._ports.setdefault((int(own.network.network_address), own.network.prefixlen), port)
        self._lengths = sorted({length for _, length in self._ports}, reverse=True)

    def at(self, address: IPv4Address) -> Interface | None:
        """The interface of an address; None if no interface that is up has it."""
        value = int(address)
        keys = ((value >> 32 - length << 32 - length, length) for length in self._lengths)
        return next((self._ports[key] for key in keys if key in self._ports), None)


def mac_text(number: int) -> str:
    """A MAC address as IOS prints it: `0200.5e00.5300`."""
    digits = f"{number:012x}"
    return f"{digits[:4]}.{digits[4:8]}.{digits[8:]}"


def _has_mac(name: str) -> bool:
    """True for an Ethernet port of the hardware."""
    return KINDS.get(kind_of(name), OTHER).ethernet and not is_virtual(name)


def _names(network: Network) -> list[str]:
    return sorted((section.key[0] for section in network.config.root.any_sections("interface")), key=_place)


def _place(name: str) -> tuple[bool, str, _Place]:
    virtual = is_virtual(name)
    return virtual, kind_of(name) if virtual else "", interface_place(name)


def _address(address: str, mask: str) -> IPv4Interface | None:
    try:
        return IPv4Interface(f"{address}/{mask}") if address and mask else None
    except ValueError:  # a mask with holes
        return None
