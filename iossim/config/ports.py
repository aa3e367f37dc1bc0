"""The ports of a router: the interfaces and voice ports that its hardware has, beside the virtual ones that commands make."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from iossim.config.channels import has_group
from iossim.config.section import Section
from iossim.language import Command

#: The kinds of interfaces that a command makes and removes. Null0 is always there.
VIRTUAL = (
    "Auto-Template", "BVI", "CDP-Tunnel", "Dialer", "Group-Async", "Loopback", "Multilink", "Null", "Port-channel", "Tunnel", "Virtual-PPP",
    "Virtual-Template", "Virtual-TokenRing", "VirtualPortGroup", "Vlan",
)  # fmt: skip

#: The lines below a port of a new router, by the kind of the port; `""` for other kinds.
_NEW = {
    "GigabitEthernet": ("no ip address", "shutdown", "duplex auto", "speed auto"),
    "FastEthernet": ("no ip address", "shutdown", "duplex auto", "speed auto"),
    "Serial": ("no ip address", "shutdown", "clock rate 2000000"),
    "": ("no ip address", "shutdown"),
}


class Ports:
    """The ports of one router.

    Args:
        names: the full names of the ports, such as `GigabitEthernet0/0`.
        has_voice_port: returns True if the router has a voice port, such as `0/0/0`.
    """

    def __init__(self, names: Iterable[str], has_voice_port: Callable[[str], bool] = lambda _: True) -> None:
        self.names = frozenset(names)
        self.has_voice_port = has_voice_port

    def has(self, name: str) -> bool:
        """True if an interface is a port."""
        return name in self.names


def kind_of(name: str) -> str:
    """The kind of an interface: `GigabitEthernet` of `GigabitEthernet0/0`."""
    return name.rstrip("0123456789/:.")


def is_virtual(name: str) -> bool:
    """True if a command makes interfaces of this kind."""
    return kind_of(name) in VIRTUAL


def main_of(name: str) -> str:
    """The interface that a subinterface belongs to: `GigabitEthernet0/0` of `GigabitEthernet0/0.10`."""
    return name.partition(".")[0]


def ports_in(root: Section) -> list[str]:
    """The ports that a configuration names, in its order."""
    names = [main_of(identity[1]) for identity in root.sections if identity[0] == "interface"]
    return [name for name in dict.fromkeys(names) if not is_virtual(name)]


def voice_ports_in(root: Section) -> set[str]:
    """The voice ports that a configuration names."""
    return {identity[1] for identity in root.sections if identity[0] == "voice_port"}


def new_lines(name: str) -> tuple[str, ...]:
    """The lines below an interface of a new router."""
    if is_virtual(name) or "." in name:
        return ()
    return _NEW.get(kind_of(name), _NEW[""])


def has_interface(root: Section, ports: Ports, name: str) -> bool:
    """True if a router has an interface, or can make it.

    Args:
        root: its configuration.
        ports: its ports.
        name: the full name of the interface or subinterface.
    """
    there = is_virtual(name) or ports.has(main_of(name)) or root.section("interface", main_of(name)) is not None
    return there or bool(has_group(root, name))


def header_name(command: Command) -> str:
    """The name of the interface in `interface NAME`."""
    return command.form.identity(command.words)[1]
