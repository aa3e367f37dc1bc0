"""show voice register statistics: the requests to the registrar of SIP phones, and the phones that were refused."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router import RouterCore
from iossim.router.clock import Clock
from iossim.router.phones import Counters, Device, RefusedPhones

#: The reason why a pool is not registered.
NO_REQUEST = "No registration request since last reboot/unregister"
_TIMES = (
    "Last register request time   : ",
    "Last unregister request time : ",
    "Register success time        : ",
    "Unregister success time      : ",
)
#: The titles of the form without a keyword.
_CAPITAL_TIMES = (
    "Last Register Request Time   : ",
    "Last Unregister Request Time : ",
    "Register Success Time        : ",
    "Unregister Success Time      : ",
)


@exec_command
def show_voice_register_statistics(line: Line, pool: str | bool = "", global_: bool = False) -> Iterator[str]:
    """The statistics of all pools together and of every pool; with a keyword, one of them."""
    router = line.router
    if global_:
        return _global(router)
    return _pool(router, pool) if isinstance(pool, str) and pool else _every(router)


def _global(router: RouterCore) -> Iterator[str]:
    yield "Global Statistics: "
    yield from total_statistics(router)
    yield from _refused(router.phones.sip_attempts, " Phones", router.clock)


def _pool(router: RouterCore, pool: str) -> Iterator[str]:
    device = router.phones.pool(pool)
    if device is None:
        return
    yield f"Pool {pool} Statistics: "
    yield from pool_statistics(device)
    if not device.registered:
        yield "  Reason for unregistered state: "
        yield f"         {NO_REQUEST}"


def _every(router: RouterCore) -> Iterator[str]:
    yield "Global statistics"
    yield from total_statistics(router, _CAPITAL_TIMES)
    for device in router.phones.sip.all():
        yield f"Register pool {device.tag} statistics"
        yield from pool_statistics(device, _CAPITAL_TIMES)


def total_statistics(router: RouterCore, times: tuple[str, ...] = _TIMES) -> Iterator[str]:
    """The statistics of all pools together."""
    return _statistics(router.phones.sip_registrar.counters, router.phones.sip.count("registered"), times)


def pool_statistics(device: Device, times: tuple[str, ...] = _TIMES) -> Iterator[str]:
    """The statistics of a pool."""
    return _statistics(device.counters, int(device.registered), times)


def _statistics(counters: Counters, active: int, times: tuple[str, ...]) -> Iterator[str]:
    yield f"  Active registrations  : {active}"
    yield f"  Total SIP phones registered: {active}"
    yield "  Total Registration Statistics"
    yield f"    Registration requests  : {counters.requests}"
    yield f"    Registration success   : {counters.successes}"
    yield f"    Registration failed    : {counters.failures}"
    yield f"    unRegister requests    : {counters.unregisters}"
    yield f"    unRegister success     : {counters.unregisters}"
    yield "    unRegister failed      : 0"
    yield "    Attempts to register "
    yield f"    after last unregister        : {counters.attempts} "
    stamps = (counters.last_request, counters.last_unregister, counters.registered, counters.unregistered)
    for title, stamp in zip(times, stamps, strict=True):
        yield f"    {title}{stamp + ' ' if stamp else ''}"


def refused_phones(attempts: RefusedPhones, clock: Clock) -> Iterator[str]:
    """The phones that were refused; a line that says NONE if there are none."""
    if len(attempts):
        return _refused(attempts, "Phones", clock)
    return iter([" Phones that have attempted registrations and have failed: NONE"])


def _refused(attempts: RefusedPhones, head: str, clock: Clock) -> Iterator[str]:
    if len(attempts):
        yield f"{head} that have attempted registrations and have failed:"
    for phone in attempts:
        yield f" MAC address: {phone.mac} "
        yield f" IP address : {phone.address or '0.0.0.0'} "
        yield f" Attempts   : {phone.count}"
        yield f" Time of first attempt : {clock.precise_stamp(phone.first)}"
        yield f" Time of latest attempt: {clock.precise_stamp(phone.latest)}"
        yield " Reason for failure    : "
        yield f"         {phone.reason}"
