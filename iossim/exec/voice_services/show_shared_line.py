"""show shared-line: numbers that several SIP phones have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.media import sip_address
from iossim.exec.phones import phones_by_dn, tag_of
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, number
from iossim.router.phones import Device, Extension


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A shared line.

    Attributes:
        dn: its directory number.
        extension: its state; None if the router has none yet.
        pools: the pools that have it.
        devices: the registered pools, with their places among all pools that have it, from 1.
    """

    dn: Section
    extension: Extension | None
    pools: list[Section]
    devices: list[tuple[int, Device]]

    @property
    def number(self) -> str:
        """Its number."""
        return field(self.dn, "number", "number")

    @property
    def active(self) -> int:
        """The number of its calls."""
        return self.extension.calls if self.extension is not None else 0

    @property
    def most(self) -> int:
        """The number of calls that it may have."""
        return number(self.dn, "shared_line", "max_calls", 2)


@exec_command
def show_shared_line(line: Line, shared_view: str) -> Iterator[str]:
    """The shared lines of SIP phones: active calls, users, in short, or the subscriptions."""
    title, view = _VIEWS[shared_view]
    yield title
    if shared_view == "subscription":
        yield " "
    for shared in _shared_lines(line.router):
        yield from view(line.router, shared)


def _shared_lines(router: RouterCore) -> Iterator[SharedLine]:
    carriers = phones_by_dn(router.config, "voice_register_pool")
    for dn in router.config.sections("voice_register_dn"):
        if is_set(dn, "shared_line"):
            pools = [pool for pool, _ in carriers.get(tag_of(dn), ())]
            places = enumerate((router.phones.pool(tag_of(pool)) for pool in pools), start=1)
            devices = [(place, device) for place, device in places if device is not None and device.registered]
            yield SharedLine(dn, router.phones.sip_extension(tag_of(dn)), pools, devices)


def _calls(router: RouterCore, shared: SharedLine) -> Iterator[str]:
    extension = shared.extension
    if extension is None or not extension.calls:
        return
    yield f"Shared-Line: '{shared.number}',  active calls: {extension.calls}"
    yield "Local User       Local Address                Remote User       Remote Address       CallID"
    yield "==========       =====================        ===========       ===================== ===="
    device = router.phones.pool(next(iter(extension.carriers), ""))
    router_address = sip_address(router)
    for call in extension.channels.values():
        local = f"{extension.number}@{device.address if device is not None else router_address}"
        yield f"{extension.number:<17}{local:<29}{call.peer:<18}{f'{call.peer}@{router_address}':<22}{call.reference}"


def _summary(router: RouterCore, shared: SharedLine) -> Iterator[str]:
    users = len(shared.pools)
    yield f"Shared-Line: '{shared.number}',  subscribed users: {users},  max calls limit: {shared.most}"


def _details(router: RouterCore, shared: SharedLine) -> Iterator[str]:
    yield " "
    yield from _summary(router, shared)
    yield "Index        Users                  sub_id         peer_tag        Status"
    yield "=====        =====                  ======         ========        ======"
    for place, device in shared.devices:
        peer = device.peers.get(tag_of(shared.dn), 0)
        yield f"  {place:<11}{f'{shared.number}@{device.address}':<27}{place:<14}{peer:<16}ACTIVE"
    yield f"Free call queue size: {shared.most - shared.active},   Active call queue size: {shared.active}"
    yield " "
    yield "Message queue size: 20,   Event queue size: 64"


def _subscriptions(router: RouterCore, shared: SharedLine) -> Iterator[str]:
    yield f"Subscriptions to: '{shared.number}',   total subscriptions: {len(shared.devices)}"
    yield "SubID        Subscriber                   Expires         Sub-Status"
    yield "=====        ==========                   =======         =========="
    for place, (_, device) in enumerate(shared.devices, start=1):
        yield f"  {place:<11}{f'{shared.number}@{device.address}':<32}{3600:<14}NOTIFY_ACKED"


_VIEWS: dict[str, tuple[str, Callable[[RouterCore, SharedLine], Iterator[str]]]] = {
    "call": ("Shared-Line active call info:", _calls),
    "details": ("Shared-Line info details:", _details),
    "subscription": ("Shared-Line Subscription Info:", _subscriptions),
    "summary": ("Shared-Line info summary:", _summary),
}
