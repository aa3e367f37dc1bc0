"""show vlans: the VLANs of subinterfaces."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.ports import main_of
from iossim.exec.command import Line, exec_command
from iossim.router.network.interfaces import Interface, interfaces

_COLUMNS = "   Protocols Configured:   Address:              Received:        Transmitted:"


@exec_command
def show_vlans(line: Line, vlan: str = "") -> Iterator[str]:
    """The VLANs, or one, with their interfaces and addresses."""
    every = [port for port in interfaces(line.router.network) if port.is_sub and port.vlan]
    vlans: dict[int, list[Interface]] = {}
    for port in every:
        vlans.setdefault(int(port.vlan), []).append(port)
    tagged = {main_of(port.name) for port in every if not _is_native(port)} - {
        main_of(port.name) for port in every if _is_native(port)
    }
    mains = [port for port in interfaces(line.router.network) if port.name in tagged]
    if mains:
        vlans.setdefault(1, [])[:0] = mains
    shown = [one for one in sorted(vlans) if vlan in ("", str(one))]
    if not shown:
        yield ""
        yield "No Virtual LANs configured."
    for one in shown:
        yield from _vlan(one, vlans[one])


def _is_native(port: Interface) -> bool:
    command = port.section.get("encapsulation")
    return command is not None and "native" in command.keywords


def _vlan(number: int, ports: list[Interface]) -> Iterator[str]:
    yield ""
    yield f"Virtual LAN ID:  {number} (IEEE 802.1Q Encapsulation)"
    yield ""
    yield f"   vLAN Trunk Interface:   {ports[0].name}"
    yield from (f"{'':27}{port.name}" for port in ports[1:])
    native = [port for port in ports if not port.is_sub or _is_native(port)]
    if native:
        yield ""
        yield " This is configured as native Vlan for the following interface(s) :"
        yield from (f"{port.main}    Native-vlan Tx-type: Untagged" for port in native)
    yield ""
    yield _COLUMNS
    for port in ports:
        if port.address is not None:
            yield f"           IP              {port.address.ip!s:15}{0:>14}{0:>20}"
