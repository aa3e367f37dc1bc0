"""The configuration command script of `setup`: the answers of the dialogue, the commands that follow from them, and their entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Interface, IPv4Network

from iossim.exec.text import lines_of
from iossim.language import Command
from iossim.language.matching import match_typed
from iossim.router import RouterCore
from iossim.router.secrets import hash_secret

#: Classes of addresses: letter, first octet above the class, bits of the network.
_CLASSES = (("A", 128, 8), ("B", 192, 16), ("C", 224, 24))
_LOOPBACK = 127


@dataclass(slots=True)
class Answers:
    """The answers of the dialogue.

    Attributes:
        name: the host name.
        secret: the enable secret, in clear.
        password: the enable password.
        terminal: the password of the vty lines.
        community: the community string of SNMP; "" for no SNMP.
        extended: True for the extended setup, which asks about protocols and every interface.
        routing: True to configure IP.
        rip: True to configure RIP.
        bridging: True to configure bridging.
        ports: the addresses of the interfaces; None for an interface that is shut down.
        bridged: the interfaces of bridge group 1.
    """

    name: str
    secret: str = ""
    password: str = ""
    terminal: str = ""
    community: str = ""
    extended: bool = False
    routing: bool = True
    rip: bool = False
    bridging: bool = False
    ports: dict[str, IPv4Interface | None] = field(default_factory=dict)
    bridged: set[str] = field(default_factory=set)


def class_of(address: IPv4Address) -> tuple[str, IPv4Network]:
    """The letter of the class of an address, and its network; "" if no host may have the address."""
    first = int(address) >> 24
    usable = first not in (0, _LOOPBACK)
    letter, bits = next(((letter, bits) for letter, limit, bits in _CLASSES if usable and first < limit), ("", 32))
    return letter, IPv4Network((address, bits), strict=False)


def script(answers: Answers) -> list[str]:
    """The commands that follow from the answers, as the dialogue shows them."""
    return [*_settings(answers), *_protocols(answers), *_ports(answers), *_rip(answers), "end"]


def _settings(answers: Answers) -> Iterator[str]:
    yield f"hostname {answers.name}"
    yield f"enable secret 5 {hash_secret(answers.secret)}"
    yield f"enable password {answers.password}"
    yield "line vty 0 4"
    yield f"password {answers.terminal}"
    yield f"snmp-server community {answers.community}" if answers.community else "no snmp-server"
    yield "!"


def _protocols(answers: Answers) -> Iterator[str]:
    if answers.extended:
        yield "ip routing" if answers.routing else "no ip routing"
        yield "bridge 1 protocol ieee" if answers.bridging else "no bridge 1"
    yield "!"


def _ports(answers: Answers) -> Iterator[str]:
    for name, address in answers.ports.items():
        yield f"interface {name}"
        if address is None and name not in answers.bridged:
            yield "shutdown"
            yield "no ip address"
        else:
            yield "no shutdown"
            yield f"ip address {address.ip} {address.netmask}" if address is not None else "no ip address"
            if name in answers.bridged:
                yield "bridge-group 1"
            yield "no mop enabled"
        yield "!"


def _rip(answers: Answers) -> Iterator[str]:
    networks = {class_of(address.ip)[1].network_address for address in answers.ports.values() if address is not None}
    if answers.rip and networks:
        yield "router rip"
        yield from (f"network {network}" for network in sorted(networks))
        yield "!"


def enter(router: RouterCore, lines: list[str]) -> Iterator[str]:
    """Enters the lines of a script; yields what the router says. A line that it refuses changes nothing.

    Args:
        router: the router.
        lines: the commands, from global configuration on; a line that the section does not take is one of global configuration.
    """
    root = router.config.root
    section = root
    for text in lines:
        for where in dict.fromkeys((section, root)):
            command = match_typed(where.mode, text)
            if isinstance(command, Command) and command.form.rule.action not in ("exit", "end"):
                applied = router.apply(where, command)
                yield from lines_of(applied.refused or applied.says)
                section = applied.section if applied.accepted else where
                break
