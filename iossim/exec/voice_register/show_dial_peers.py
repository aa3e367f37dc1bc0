"""show voice register dial-peers: the dial peers that the router creates for SIP phones."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router import RouterCore
from iossim.router.fields import field, is_set
from iossim.router.phones import Device
from iossim.router.templates import Commands, in_force


@exec_command
def show_voice_register_dial_peers(line: Line, pool: str | bool = "") -> Iterator[str]:
    """The dial peers of the registered SIP phones, or of one pool."""
    router = line.router
    if isinstance(pool, str) and pool:
        yield f"Dial-peers for Pool {pool}:"
        device = router.phones.pool(pool)
        if device is not None:
            yield from dial_peers(router, device, "  ")
        return
    for device in router.phones.sip.all():
        yield f"Dial-peers for Pool {device.tag}"
        yield from dial_peers(router, device)


def dial_peers(router: RouterCore, device: Device, indent: str = " ") -> Iterator[str]:
    """The dial peers of a phone; none if it is not registered.

    Args:
        router: the router.
        device: the phone.
        indent: the blanks before the settings of call forwarding.
    """
    if not device.registered:
        return
    commands = in_force(router.config, device.section)
    for button in device.lines:
        for tag in button.dns:
            extension = router.phones.sip_extensions.get(tag)
            if extension is None or tag not in device.peers:
                continue
            yield f"dial-peer voice {device.peers[tag]} voip"
            yield f" destination-pattern {extension.number}"
            if is_set(router.config.section("voice_service_voip"), "redirect_ip2ip"):
                yield " redirect ip2ip"
            yield f" session target ipv4:{device.address}:{device.port}"
            yield " session protocol sipv2"
            yield from (f" {text}" for text in _media(commands))
            yield from (f"{indent}{text}" for text in _forwarding(commands, extension.section))


def _media(pool: Commands) -> Iterator[str]:
    methods, codec = pool.get("dtmf_relay"), pool.get("codec")
    if methods is not None and not methods.negative:
        yield methods.text
    if is_set(pool, "digit_collect_kpml"):
        yield "digit collect kpml"
    if codec is not None and not codec.negative:
        yield f"codec  {codec.words[1]} bytes {codec.fields.get('bytes', '160')}"


def _forwarding(pool: Commands, dn: Section) -> Iterator[str]:
    def setting(kind: str, name: str = "target") -> str:
        return field(dn, f"call_forward_b2bua_{kind}", name) or field(pool, f"call_forward_b2bua_{kind}", name)

    if target := setting("all"):
        yield f"{'call-fwd-all':<21}{target:<15}"
    if target := setting("busy"):
        yield f"{'call-fwd-busy':<21}{target:<15}"
    if target := setting("noan"):
        yield f"{'call-fwd-noan-timeou':<21}{setting('noan', 'seconds'):<15}"
        yield f"{'call-fwd-noan':<21}{target:<15}"
    exempt = is_set(dn, "after_hour_exempt") or is_set(pool, "after_hour_exempt")
    yield f"{'after-hours-exempt':<21}{'TRUE' if exempt else 'FALSE':<15}"
