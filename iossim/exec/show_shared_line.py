"""show shared-line: numbers that several SIP phones have."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import carriers, tag_of
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, number
from iossim.router.phones import Extension


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{each}\n" for each in lines)


@exec_command
def show_shared_line(line: Line, shared_view: str) -> Result:
    """The shared lines of SIP phones."""
    router = line.router
    titles = {"call": "active call info", "details": "info details", "summary": "info summary"}
    if shared_view == "subscription":
        return _text(iter(("Shared-Line Subscription Info:", " ", *_subscriptions(router))))
    return _text(iter((f"Shared-Line {titles[shared_view]}:", *_shared(router, shared_view))))


def _shared(router: RouterCore, view: str) -> Iterator[str]:
    found = carriers(router.config, "voice_register_pool")
    for dn in router.config.sections("voice_register_dn"):
        if not is_set(dn, "shared_line"):
            continue
        extension = router.phones.sip_extension(tag_of(dn))
        number_, active = field(dn, "number", "number"), extension.calls if extension is not None else 0
        most = number(dn, "shared_line", "max_calls", 2)
        if view == "call":
            if extension is not None and active:
                yield f"Shared-Line: '{number_}',  active calls: {active}"
                yield "Local User       Local Address                Remote User       Remote Address       CallID"
                yield "==========       =====================        ===========       ===================== ===="
                yield from _shared_calls(router, extension)
            continue
        if view == "details":
            yield " "
        yield f"Shared-Line: '{number_}',  subscribed users: {len(found.get(tag_of(dn), ()))},  max calls limit: {most}"
        if view == "details":
            yield "Index        Users                  sub_id         peer_tag        Status"
            yield "=====        =====                  ======         ========        ======"
            for place, (pool, _) in enumerate(found.get(tag_of(dn), ()), start=1):
                device = router.phones.pool(tag_of(pool))
                if device is not None and device.registered:
                    peer = device.peers.get(tag_of(dn), 0)
                    yield f"  {place:<11}{f'{number_}@{device.address}':<27}{place:<14}{peer:<16}ACTIVE"
            yield f"Free call queue size: {most - active},   Active call queue size: {active}"
            yield " "
            yield "Message queue size: 20,   Event queue size: 64"


def _shared_calls(router: RouterCore, extension: Extension) -> Iterator[str]:
    device = router.phones.pool(next(iter(extension.carriers), ""))
    here = field(router.config.section("voice_register_global"), "source_address", "address") or "0.0.0.0"
    for call in extension.channels.values():
        own = f"{extension.number}@{device.address if device is not None else here}"
        yield f"{extension.number:<17}{own:<29}{call.peer:<18}{f'{call.peer}@{here}':<22}{call.reference}"


def _subscriptions(router: RouterCore) -> Iterator[str]:
    found = carriers(router.config, "voice_register_pool")
    for dn in router.config.sections("voice_register_dn"):
        if not is_set(dn, "shared_line"):
            continue
        number_ = field(dn, "number", "number")
        devices = [router.phones.pool(tag_of(pool)) for pool, _ in found.get(tag_of(dn), ())]
        users = [device for device in devices if device is not None and device.registered]
        yield f"Subscriptions to: '{number_}',   total subscriptions: {len(users)}"
        yield "SubID        Subscriber                   Expires         Sub-Status"
        yield "=====        ==========                   =======         =========="
        for place, device in enumerate(users, start=1):
            yield f"  {place:<11}{f'{number_}@{device.address}':<32}{3600:<14}NOTIFY_ACKED"
