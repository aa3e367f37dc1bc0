"""Checks of routing processes: neighbors and networks of BGP, areas of OSPF, routes from another protocol."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.ipv4 import ALL_ONES, number, prefix_length
from iossim.config.limits import LONGEST_KEYS
from iossim.config.networks import host_key
from iossim.config.printed import ios_version
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command
from iossim.versions import is_before

#: The commands that make a neighbor or a peer group known.
_MAKERS = ("neighbor_remote_as", "neighbor_peer_group")


def known_neighbor(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A setting of a neighbor that has no AS number, and is in no peer group."""
    if command.negative or command.reset or "peer" not in command.fields:
        return
    peer = str(command.fields["peer"])
    for around in _and_around(section):
        if any(around.get(rule, peer) is not None for rule in _MAKERS):
            return
        templates = [template.key[0] for template in around.any_sections("template_peer_session")]
        if any(around.get("neighbor_inherit", peer, "peer-session", name) is not None for name in templates):
            return
    yield Refusal("% Specify remote-as or peer-group commands first", ordered=True, lacks=("remote-as", peer))


def _and_around(section: Section) -> Iterator[Section]:
    """A section, and the sections around it but global configuration: an address family, and its process."""
    while section.parent is not None:
        yield section
        section = section.parent


def other_system(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A neighbor of BGP that is the router itself."""
    peer = str(command.fields["peer"])
    if not (command.negative or command.reset) and peer.count(".") == 3 and configuration.values.at(host_key(number(peer))):
        yield Refusal("% Cannot configure the local system as neighbor", ordered=True)


def known_group(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A member of a peer group of BGP that is not there yet."""
    name = str(command.fields["name"])
    groups = (around.get("neighbor_peer_group", name) for around in _and_around(section))
    if not (command.negative or command.reset) and not any(groups):
        yield Refusal(f"% Configure the peer-group {name} first", ordered=True, lacks=(name, "peer-group"))


def whole_network(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A network of BGP with bits of hosts in it."""
    if command.negative or command.reset or "mask" not in command.fields:
        return
    network, mask = (number(str(command.fields[name])) for name in ("network", "mask"))
    if prefix_length(mask) < 0 or network & ~mask & ALL_ONES:
        yield Refusal("% BGP: Incorrect network or mask/prefix-length configured")


def area_kind(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A stub area, or one that is not so stubby: the backbone, or an area that is the other one."""
    kind, other = ("stub", "nssa") if command.name == "area_stub" else ("nssa", "stub")
    area = str(command.fields["area_id"])
    if command.negative or command.reset:
        return
    if area in ("0", "0.0.0.0"):
        yield Refusal(f"% OSPF: Backbone can not be configured as {_AREAS[kind]} area")
    elif section.get(f"area_{other}", area) is not None:
        yield Refusal(f"% OSPF: Area is configured as {_AREAS[other]} area already", blocker=(f"area_{other}", area))


#: The kinds of areas, as messages name them.
_AREAS = {"stub": "stub", "nssa": "NSSA"}


def other_router_id(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """The router ID of another OSPF process of the same VRF."""
    if command.negative or command.reset or section.mode.name != "router_ospf":
        return
    for other in configuration.root.any_sections("router_ospf"):
        named = other.get("router_id")
        if other is section or named is None or _vrf_of_process(other) != _vrf_of_process(section):
            continue
        if named.words[-1] == command.words[-1]:
            yield Refusal(f"% OSPF: router-id {command.words[-1]} in use by ospf process {other.key[0]}", ordered=True)
            return


def _vrf_of_process(section: Section) -> list[str]:
    """The words `vrf NAME` of an OSPF process; none for a process without a VRF."""
    return section.header.words[3:] if section.header is not None else []


def key_length(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A clear key of OSPF with more characters than the protocol has room for; the router takes those that fit."""
    longest = LONGEST_KEYS[command.name]
    if not (command.negative or command.reset) and "7" not in command.keywords and len(command.words[-1].strip('"')) > longest:
        yield Notice(f"% OSPF: Warning: The password/key will be truncated to {longest} characters")


def reference_bandwidth(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """Another reference for the costs of OSPF; the router takes it."""
    if not (command.negative or command.reset):
        process = "OSPF" if section.mode.name == "router_ospf" else "OSPFv3"
        yield Notice(f"% {process}: Reference bandwidth is changed.\n{_SAME_EVERYWHERE}")


_SAME_EVERYWHERE = "        Please ensure reference bandwidth is consistent across all routers."


def subnets(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """Routes of another protocol for OSPF without `subnets`; IOS XE 16 and later does not ask for the word."""
    if section.mode.name != "router_ospf" or command.negative or command.reset or "subnets" in command.words:
        return
    version = ios_version(section)
    if not version or is_before(version, "16.0"):
        yield Notice("% Only classful networks will be redistributed")
