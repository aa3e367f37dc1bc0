"""show ephone-dn paging: the paging numbers, the phones that listen to them, and active pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from iossim.exec.command import Line, exec_command
from iossim.exec.phones import paging_tags
from iossim.router import RouterCore
from iossim.router.fields import field
from iossim.router.phones import Device, Extension
from iossim.router.templates import in_force

#: The phones that listen to a paging number, by its tag.
_ByTag = dict[str, list[Device]]


@dataclass(frozen=True, slots=True)
class Listeners:
    """The phones that listen to paging numbers.

    Attributes:
        phones: ephones by the tag of the paging number.
        pools: pools by the tag of the paging number.
    """

    phones: _ByTag
    pools: _ByTag


@exec_command
def show_ephone_dn_paging(line: Line) -> Iterator[str]:
    """The paging numbers and the phones that listen to them."""
    router = line.router
    listeners = Listeners(_listeners(router, sip=False), _listeners(router, sip=True))
    extensions = [extension for extension in router.phones.extensions.all() if paging_tags(extension)]
    yield "Paging Configuration"
    for extension in extensions:
        yield from _number(extension, listeners)
    yield "        Paging Control Info"
    for place, extension in enumerate(extensions):
        yield from _control(place, extension, listeners)


def _listeners(router: RouterCore, sip: bool) -> _ByTag:
    listeners: _ByTag = defaultdict(list)
    for device in (router.phones.sip if sip else router.phones.sccp).all():
        if tag := field(in_force(router.config, device.section), "paging_dn", "tag" if sip else "dn"):
            listeners[tag].append(device)
    return listeners


def _state(extension: Extension) -> str:
    return "(ACTIVE)" if extension.calls else "( IDLE )"


def _address(extension: Extension) -> tuple[str, str]:
    return field(extension.section, "paging", "address") or "0.0.0.0", field(extension.section, "paging", "port") or "2000"


def _number(extension: Extension, listeners: Listeners) -> Iterator[str]:
    yield f"ephone-dn {extension.tag} {_state(extension)}"
    yield f" number {extension.number}"
    yield " paging ip {} port {}".format(*_address(extension))
    tags = paging_tags(extension)
    yield from _members(extension, extension.tag, listeners, "paging-dn")
    if len(tags) > 1:
        yield f" paging group {','.join(tags[1:])}"
        for tag in tags[1:]:
            yield from _members(extension, tag, listeners, "pagingGrp")


def _members(extension: Extension, tag: str, listeners: Listeners, title: str) -> Iterator[str]:
    names = [(f"ephone-{_place(device)}", device) for device in listeners.phones.get(tag, ())]
    names += [(f"voice reg pool {device.tag}", device) for device in listeners.pools.get(tag, ())]
    for name, device in names:
        yield f"   {name:<21}{title} {tag}({'ON ' if extension.calls and device.registered else 'OFF'}) "


def _place(device: Device) -> str:
    return f"{device.tag}[{int(device.tag) - 1}]"


def _control(place: int, extension: Extension, listeners: Listeners) -> Iterator[str]:
    """One line; during a page also the phones that hear it."""
    tags = paging_tags(extension)
    sccp = {tag: [device for device in listeners.phones.get(tag, ()) if device.registered] for tag in tags}
    sip = {tag: [device for device in listeners.pools.get(tag, ()) if device.registered] for tag in tags}
    count = sum(map(len, (*sccp.values(), *sip.values()))) if extension.calls else 0
    yield f"skinnyPC[{place}] {f'ephone-paging-dn {extension.tag}':<28}{_state(extension)} count {count}"
    if not extension.calls:
        return
    address, port = _address(extension)
    yield "                phone           ip address      port"
    for devices in sccp.values():
        yield from (f"ephone#[phone]  {_place(device):<16}{address:<16}{port}" for device in devices)
    for tag in tags:
        title = "sccp(ephone#[phone])" if tag == extension.tag else f" group {tag:<9}(ephone#[phone])"
        yield f"{title}: {_hearers([_place(device) for device in sccp[tag]])}"
    for tag in tags:
        title = "sip (pool[peer tag])" if tag == extension.tag else f" group {tag:<9}(pool[peer tag])"
        yield f"{title}: {_hearers([f'{device.tag}[{next(iter(device.peers.values()), 0)}]' for device in sip[tag]])}"


def _hearers(names: list[str]) -> str:
    return " ".join(f"{name}(mcast)" for name in names) or "None"
