"""The groups of standby, VRRP and GLBP: no other router answers, so this one is active on every interface that is up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.router.fields import field, is_set, number
from iossim.router.network.interfaces import Interface, interfaces
from iossim.router.network.state import Network
from iossim.router.network.tracking import is_port_up, is_up


@dataclass(frozen=True, slots=True)
class Group:
    """One group on one interface.

    Attributes:
        network: the router's network.
        protocol: `standby`, `vrrp` or `glbp`.
        port: the interface.
        number: the number of the group.
        key: the number as the commands have it; () for group 0 without its number.
        address: the virtual address; "" if it is learned from others.
    """

    network: Network
    protocol: str
    port: Interface
    number: int
    key: tuple[str, ...]
    address: str

    @property
    def is_active(self) -> bool:
        """True if the interface is up."""
        return self.port.is_up and bool(self.address)

    @property
    def mac(self) -> str:
        """The virtual MAC address; of GLBP, that of the first forwarder."""
        match self.protocol:
            case "vrrp":
                return f"0000.5e00.01{self.number % 256:02x}"
            case "glbp":
                return f"0007.b400.{self.number % 256:02x}01"
        return f"0000.0c9f.f{self.number % 4096:03x}" if self.version == 2 else f"0000.0c07.ac{self.number % 256:02x}"

    @property
    def objects(self) -> list[tuple[str, bool, int]]:
        """The tracked objects and interfaces: name, state, and what the priority loses while it is down."""
        watched = []
        for command in self.port.section.all(f"{self.protocol}_track"):
            if command.fields.get("group", "") == "".join(self.key):
                name = str(command.fields.get("tracked") or command.fields["track"])
                up = is_up(self.network, name) if name.isdigit() else is_port_up(self.network, name)
                watched.append((name, up, int(str(command.fields.get("loss", 10)))))
        return watched

    @property
    def priority(self) -> int:
        """The priority in force: the one that was set, less what the objects that are down take away."""
        return max(1, self.configured - sum(loss for _, up, loss in self.objects if not up))

    @property
    def configured(self) -> int:
        """The priority that was set, else 100."""
        typed = field(self.port.section, f"{self.protocol}_priority", "priority", *self.key)
        return int(typed) if typed else 100

    @property
    def preempts(self) -> bool:
        """True if the router takes over from a router of lower priority; VRRP does by default."""
        command = self.port.section.get(f"{self.protocol}_preempt", *self.key)
        if self.protocol == "vrrp":
            return command is None or not command.negative
        return command is not None and not command.negative

    @property
    def name(self) -> str:
        """The name that was set; "" for none."""
        return field(self.port.section, f"{self.protocol}_name", "name", *self.key)

    @property
    def version(self) -> int:
        """The version of standby."""
        return number(self.port.section, "standby_version", "version", 1)

    @property
    def own(self) -> str:
        """The own address of the interface; "" for none."""
        return str(self.port.address.ip) if self.port.address is not None else ""

    @property
    def is_shut(self) -> bool:
        """True for a VRRP group with `shutdown`."""
        return is_set(self.port.section, f"{self.protocol}_shutdown", *self.key)


def groups(network: Network, protocol: str, name: str = "") -> Iterator[Group]:
    """The groups of a protocol, by interface and number.

    Args:
        network: the router's network.
        protocol: `standby`, `vrrp` or `glbp`.
        name: the full name of an interface; "" for all.
    """
    for port in interfaces(network):
        if name in ("", port.name):
            commands = port.section.all(f"{protocol}_ip")
            rows = [(str(command.fields.get("group", "")), str(command.fields.get("address", ""))) for command in commands]
            for number_, address in sorted(rows, key=lambda row: int(row[0] or 0)):
                yield Group(network, protocol, port, int(number_ or 0), (number_,) if number_ else (), address)


def virtual(network: Network, vrf: str = "") -> Iterator[Group]:
    """The groups of all protocols that are active, whose virtual addresses the router answers for.

    Args:
        network: the router's network.
        vrf: the VRF; "" for the global table.
    """
    for protocol in ("standby", "vrrp", "glbp"):
        yield from (group for group in groups(network, protocol) if group.is_active and not group.is_shut and group.port.vrf == vrf)
