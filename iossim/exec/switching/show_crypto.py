"""show crypto isakmp, ipsec, map and session: settings; no peer answers, so there is no security association."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.config.render import ordered
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field
from iossim.router.network.interfaces import Interface, interfaces


@exec_command
def show_crypto_isakmp_sa(line: Line) -> Iterator[str]:
    """The security associations of phase 1, of which there are none."""
    yield "IPv4 Crypto ISAKMP SA"
    yield "dst             src             state          conn-id status"
    yield ""
    yield "IPv6 Crypto ISAKMP SA"
    yield ""


@exec_command
def show_crypto_isakmp_policy(line: Line) -> Iterator[str]:
    """The policies of phase 1."""
    yield ""
    yield "Global IKE policy"
    for section in line.router.config.root.find_sections("crypto_isakmp_policy"):
        yield f"Protection suite of priority {section.key[0]}"
        yield from (f"\t{command.text}" for _, command in ordered(section))


@exec_command
def show_crypto_ipsec_sa(line: Line) -> Iterator[str]:
    """The security associations of phase 2, of which there are none."""
    shown = False
    for port, name in _users(line):
        shown = True
        yield ""
        yield f"interface: {port.name}"
        yield f"    Crypto map tag: {name}, local addr {port.address.ip if port.address is not None else '0.0.0.0'}"
    if not shown:
        yield ""
        yield "No SAs found"


@exec_command
def show_crypto_ipsec_transform_set(line: Line) -> Iterator[str]:
    """The transform sets."""
    for section in line.router.config.root.find_sections("crypto_ipsec_transform_set"):
        header = section.header
        if header is not None:
            yield f"Transform set {section.key[0]}: {{ {' '.join(header.words[4:])}  }}"
            yield "   will negotiate = { Tunnel,  }, "
            yield ""


@exec_command
def show_crypto_map(line: Line) -> Iterator[str]:
    """The crypto maps, and the interfaces that use them."""
    sections = line.router.config.root.find_sections("crypto_map")
    if not sections:
        yield "No crypto maps found."
        return
    users = list(_users(line))
    for name in dict.fromkeys(section.key[0] for section in sections):
        for section in sections:
            if section.key[0] == name:
                yield from _map(section)
        yield f"\tInterfaces using crypto map {name}:"
        yield from (f"\t\t{port.name}" for port, used in users if used == name)
        yield ""


def _map(section: Section) -> Iterator[str]:
    yield f'Crypto Map IPv4 "{section.key[0]}" {section.key[1]} ipsec-isakmp'
    yield from (f"\tPeer = {command.words[2]}" for command in section.all("set_peer"))
    access_list = field(section, "match_address", "access_list")
    if access_list:
        yield f"\tExtended IP access list {access_list}"
    sets = [name for command in section.all("set_transform_set") for name in command.words[2:]]
    yield "\tSecurity association lifetime: 4608000 kilobytes/3600 seconds"
    if sets:
        yield "\tTransform sets={"
        yield from (f"\t\t{name}, " for name in sets)
        yield "\t}"


@exec_command
def show_crypto_session(line: Line) -> Iterator[str]:
    """The tunnels, which are down."""
    yield "Crypto session current status"
    yield ""
    for port, _ in _users(line):
        yield f"Interface: {port.name}"
        yield "Session status: DOWN"
        yield ""


def _users(line: Line) -> Iterator[tuple[Interface, str]]:
    """The interfaces with a crypto map, and its name."""
    for port in interfaces(line.router.network):
        name = field(port.section, "crypto_map", "name")
        if name:
            yield port, name
