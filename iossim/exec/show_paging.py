"""show ephone-dn paging: the paging numbers, who listens to them, and the pages that go on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import paging_tags
from iossim.router import RouterCore
from iossim.router.fields import field
from iossim.router.phones import Device, Extension
from iossim.router.templates import in_force

#: Who has which paging number, by its tag.
Listeners = dict[str, list[Device]]


@exec_command
def show_ephone_dn_paging(line: Line) -> Result:
    """The paging numbers and the phones that listen to them."""
    router = line.router
    phones, pools = _listeners(router, sip=False), _listeners(router, sip=True)
    paging = [extension for extension in router.phones.extensions.all() if paging_tags(extension)]
    lines = ["Paging Configuration"]
    for extension in paging:
        lines += _number(extension, phones, pools)
    lines.append("        Paging Control Info")
    for place, extension in enumerate(paging):
        lines += _control(place, extension, phones, pools)
    return "\n".join([*lines, ""])


def _listeners(router: RouterCore, sip: bool) -> Listeners:
    found: Listeners = defaultdict(list)
    for device in (router.phones.sip if sip else router.phones.sccp).all():
        if tag := field(in_force(router.config, device.section), "paging_dn", "tag" if sip else "dn"):
            found[tag].append(device)
    return found


def _state(extension: Extension) -> str:
    return "(ACTIVE)" if extension.calls else "( IDLE )"


def _address(extension: Extension) -> tuple[str, str]:
    return field(extension.section, "paging", "address") or "0.0.0.0", field(extension.section, "paging", "port") or "2000"


def _number(extension: Extension, phones: Listeners, pools: Listeners) -> Iterator[str]:
    yield f"ephone-dn {extension.tag} {_state(extension)}"
    yield f" number {extension.number}"
    yield " paging ip {} port {}".format(*_address(extension))
    tags = paging_tags(extension)
    yield from _members(extension, extension.tag, phones, pools, "paging-dn")
    if len(tags) > 1:
        yield f" paging group {','.join(tags[1:])}"
        for tag in tags[1:]:
            yield from _members(extension, tag, phones, pools, "pagingGrp")


def _members(extension: Extension, tag: str, phones: Listeners, pools: Listeners, title: str) -> Iterator[str]:
    names = [(f"ephone-{_place(device)}", device) for device in phones.get(tag, ())]
    names += [(f"voice reg pool {device.tag}", device) for device in pools.get(tag, ())]
    for name, device in names:
        yield f"   {name:<21}{title} {tag}({'ON ' if extension.calls and device.registered else 'OFF'}) "


def _place(device: Device) -> str:
    return f"{device.tag}[{int(device.tag) - 1}]"


def _control(place: int, extension: Extension, phones: Listeners, pools: Listeners) -> Iterator[str]:
    """One line; while a page goes on, also who hears it."""
    tags = paging_tags(extension)
    sccp = {tag: [each for each in phones.get(tag, ()) if each.registered] for tag in tags}
    sip = {tag: [each for each in pools.get(tag, ()) if each.registered] for tag in tags}
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
        yield f"{title}: {_heard([_place(device) for device in sccp[tag]])}"
    for tag in tags:
        title = "sip (pool[peer tag])" if tag == extension.tag else f" group {tag:<9}(pool[peer tag])"
        yield f"{title}: {_heard([f'{device.tag}[{next(iter(device.peers.values()), 0)}]' for device in sip[tag]])}"


def _heard(names: list[str]) -> str:
    return " ".join(f"{name}(mcast)" for name in names) or "None"
