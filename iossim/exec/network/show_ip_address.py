"""show ip address trusted list: the addresses that may send calls."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.phones import tag_of
from iossim.router.fields import field, is_set


@exec_command
def show_ip_address_trusted_list(line: Line) -> Iterator[str]:
    """The addresses that may send calls: dial peers with an address, and the list."""
    config = line.router.config
    service = config.section("voice_service_voip")
    state = "UP" if service is None or is_set(service, "ip_address_trusted_authenticate") else "DOWN"
    yield "IP Address Trusted Authentication"
    yield f" Administration State: {state}"
    yield f" Operation State:      {state}"
    yield "IP Address Trusted Call Block Cause: call-reject (21)"
    yield "VoIP Dial-peer IPv4 Session Targets:"
    yield "Peer Tag        Oper State      Session Target"
    yield "--------        ----------      --------------"
    for peer in config.sections("dial_peer_voice"):
        target = field(peer, "session_target", "target")
        if target.startswith("ipv4:"):
            yield f"{tag_of(peer):<16}{'DOWN' if is_set(peer, 'shutdown') else 'UP':<16}{target}"
    yield "IP Address Trusted List:"
    trusted = service.section("ip_address_trusted_list") if service is not None else None
    yield from (f" {command.text}" for command in (trusted.entries.values() if trusted is not None else ()))
