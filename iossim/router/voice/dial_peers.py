"""Dial peers: the configured ones in the order of their entry, then the ones that Unified CME makes for its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration, Section
from iossim.router.facts.dial_peers import FIRST_OF_PILOTS, of_dn
from iossim.router.fields import field, is_set, number
from iossim.router.hunt_groups import pilot_peers
from iossim.router.phones import Extension, Phones

#: The first part of the names of the virtual voice ports of ephone-dns: `50/0/1`.
VIRTUAL_SLOT = "50/0/"
#: Commands that name the destination of calls, the way to it for each kind of peer, and the incoming calls that a peer takes.
_DESTINATIONS = {"destination_pattern", "destination_uri", "destination_route_string", "destination_e164_pattern_map"}
_POTS_WAYS = {"port", "trunkgroup"}
_WAYS = {"session_target", "session_server_group", "destination_dpg"}
#: The fields of `session target`, one of which a peer has.
_TARGETS = ("target", "circuit", "provider")
_INCOMING = {
    "incoming_called_number", "answer_address", "incoming_uri", "incoming_called_e164_pattern_map", "incoming_calling_e164_pattern_map",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DialPeer:
    """A dial peer.

    Attributes:
        tag: its number.
        kind: `pots`, `voip`, `mmoip`, …
        pattern: the destination pattern; "" for none.
        pattern_map: the tag of the map of destination patterns (`destination e164-pattern-map`); "" for none.
        mapped: the patterns of the map.
        administrative: it is not shut down.
        operational: it can match calls.
        outgoing: calls may go to it: it has a destination and a way there.
        preference: its rank among peers that match equally well, 0 is the best.
        target: the session target of a voip peer; "" for none.
        port: the voice port of a pots peer; "" for none.
        physical: the port is one of the router's hardware.
        section: its configuration; None if the router made it.
        extension: the directory number that the router made it for; None for other peers.
    """

    tag: int
    kind: str
    pattern: str
    pattern_map: str = ""
    mapped: tuple[str, ...] = ()
    administrative: bool = True
    operational: bool = True
    outgoing: bool = True
    preference: int = 0
    target: str = ""
    port: str = ""
    physical: bool = False
    section: Section | None = None
    extension: Extension | None = None

    @property
    def patterns(self) -> tuple[str, ...]:
        """The destination pattern, or the patterns of the map."""
        return (self.pattern,) if self.pattern else self.mapped


def all_peers(config: Configuration, phones: Phones) -> list[DialPeer]:
    """Return the configured dial peers, then the ones that the router made."""
    return [*configured_peers(config), *telephone_peers(config, phones)]


def configured_peers(config: Configuration) -> list[DialPeer]:
    """Return the dial peers of the configuration, in the order of their entry."""
    return [_configured(config, section) for section in config.root.any_sections("dial_peer_voice")]


def _configured(config: Configuration, section: Section) -> DialPeer:
    assert section.header is not None
    kind = str(section.header.fields.get("dial_peer_type", "voip"))
    pattern, port = field(section, "destination_pattern", "pattern"), field(section, "port", "port")
    target = next((word for name in _TARGETS if (word := field(section, "session_target", name))), "")
    administrative = not is_set(section, "shutdown")
    tag = field(section, "destination_e164_pattern_map", "tag")
    patterns = config.section("voice_class_e164_pattern_map", tag) if tag else None
    entered = {identity[0] for identity, command in section.entries.items() if not command.negative}
    outgoing = bool(entered & _DESTINATIONS and entered & (_POTS_WAYS if kind == "pots" else _WAYS))
    return DialPeer(
        tag=int(section.key[0]),
        kind=kind,
        pattern=pattern,
        pattern_map=tag,
        mapped=tuple(command.words[-1] for command in patterns.all("e164")) if patterns is not None else (),
        administrative=administrative,
        operational=administrative and (outgoing or bool(entered & _INCOMING)),
        outgoing=outgoing and field(section, "permission", "permission_kind") in ("", "both", "term"),
        preference=number(section, "preference", "value", 0),
        target=target,
        port=port,
        physical=bool(port) and not port.startswith(VIRTUAL_SLOT),
        section=section,
    )


def telephone_peers(config: Configuration, phones: Phones) -> Iterator[DialPeer]:
    """Yield the dial peers that the router makes: of ephone-dns, of the pilots of hunt groups, of registered SIP phones."""
    yield from _dn_peers(phones)
    yield from _pilot_peers(config)
    yield from _pool_peers(phones)


def _dn_peers(phones: Phones) -> Iterator[DialPeer]:
    """The peers of ephone-dns; the peers of second numbers have the tags after the last ephone-dn."""
    extensions = list(phones.extensions.all())
    next_tag = max((of_dn(extension.tag) for extension in extensions), default=0) + 1
    for extension in extensions:
        section = extension.section
        if extension.number:
            yield _dn_peer(extension, of_dn(extension.tag), extension.number, number(section, "preference", "order", 0))
        if second := field(section, "number", "secondary"):
            yield _dn_peer(extension, next_tag, second, number(section, "preference", "secondary", 9))
            next_tag += 1


def _dn_peer(extension: Extension, tag: int, digits: str, preference: int) -> DialPeer:
    return DialPeer(
        tag=tag,
        kind="pots",
        pattern=f"{digits}$",
        operational=extension.reachable,
        preference=preference,
        port=f"{VIRTUAL_SLOT}{extension.tag}",
        extension=extension,
    )


def _pilot_peers(config: Configuration) -> Iterator[DialPeer]:
    for group in config.sections("ephone_hunt"):
        for step, name in enumerate(("number", "secondary")):
            if digits := field(group, "pilot", name):
                yield DialPeer(FIRST_OF_PILOTS + 2 * int(group.key[0]) + step, "pots", f"{digits}$")
    peers = pilot_peers(config)
    for group in config.sections("voice_hunt_group"):
        for name, tag in zip(("number", "secondary"), peers[group.key[0]], strict=True):
            if digits := field(group, "pilot", name):
                yield DialPeer(tag, "pots", f"{digits}$")


def _pool_peers(phones: Phones) -> Iterator[DialPeer]:
    for device in phones.sip.registered():
        for dn, tag in device.peers.items():
            extension = phones.sip_extensions.get(dn)
            if extension is not None and extension.number:
                target = f"ipv4:{device.address}:{device.port}"
                yield DialPeer(tag, "voip", f"{extension.number}$", target=target, extension=extension)
