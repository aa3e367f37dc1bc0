"""What was asked of the registrar of SIP phones: show voice register statistics, and the phones that were refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from iossim.exec.base import Line, Question, Result, exec_command
from iossim.router import RouterCore
from iossim.router.phones import Counters, Device, RefusedPhones

NO_REQUEST = "No registration request since last reboot/unregister"


def statistics(counters: Counters, active: int, keyword: bool = True) -> Iterator[str]:
    """The lines of a statistic; the form with a keyword spells the times in small letters."""
    times = (
        "Last register request time   : ",
        "Last unregister request time : ",
        "Register success time        : ",
        "Unregister success time      : ",
    )
    if not keyword:
        times = (
            "Last Register Request Time   : ",
            "Last Unregister Request Time : ",
            "Register Success Time        : ",
            "Unregister Success Time      : ",
        )
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
    values = (counters.last_request, counters.last_unregister, counters.registered, counters.unregistered)
    yield from (f"    {title}{value + ' ' if value else ''}" for title, value in zip(times, values, strict=True))


def overall(router: RouterCore, keyword: bool = True) -> Iterator[str]:
    """The statistic of all pools."""
    return statistics(router.phones.sip_registrar.counters, router.phones.sip.count("registered"), keyword)


def of_pool(device: Device) -> Iterator[str]:
    """The statistic of a pool."""
    return statistics(device.counters, int(device.registered))


@exec_command
def show_voice_register_statistics(line: Line, pool: str | bool = "", global_: bool = False) -> Result:
    """The statistics of all pools together and of each; with a keyword, of one."""
    router = line.router
    if global_:
        lines = ["Global Statistics: ", *overall(router), *_refused(router.phones.sip_attempts)]
    elif isinstance(pool, str) and pool:
        device = router.phones.pool(pool)
        if device is None:
            return ""
        lines = [f"Pool {pool} Statistics: ", *of_pool(device)]
        if not device.registered:
            lines += ["  Reason for unregistered state: ", f"         {NO_REQUEST}"]
    else:
        lines = ["Global statistics", *overall(router, keyword=False)]
        for device in router.phones.sip.all():
            lines += [f"Register pool {device.tag} statistics", *statistics(device.counters, int(device.registered), keyword=False)]
    return "\n".join([*lines, ""])


def refused_phones(attempts: RefusedPhones) -> str:
    """The phones that were refused, or that there are none."""
    if not len(attempts):
        return " Phones that have attempted registrations and have failed: NONE\n"
    return "\n".join(["Phones that have attempted registrations and have failed:", *list(_refused(attempts))[1:], ""])


def _refused(attempts: RefusedPhones) -> Iterator[str]:
    if len(attempts):
        yield " Phones that have attempted registrations and have failed:"
    for each in attempts:
        yield f" MAC address: {each.mac} "
        yield f" IP address : {each.address or '0.0.0.0'} "
        yield f" Attempts   : {each.count}"
        yield f" Time of first attempt : {_moment(each.first)}"
        yield f" Time of latest attempt: {_moment(each.latest)}"
        yield " Reason for failure    : "
        yield f"         {each.reason}"


def _moment(moment: datetime) -> str:
    return f"*{moment:%H:%M:%S}.{moment.microsecond // 1000:03} UTC {moment:%a %b} {moment.day} {moment.year}"


@exec_command
def clear_voice_register_attempted_registrations(line: Line, ip: str | bool = "", mac: str | bool = "") -> Result:
    """Forgets a SIP phone that was refused; without an address, all of them after asking."""
    attempts = line.router.phones.sip_attempts
    if ip or mac:
        attempts.clear(str(mac or ""), str(ip or ""))
        return ""

    def answer(typed: str) -> Result:
        if typed.strip().lower() in ("y", "ye", "yes"):
            attempts.clear()
        return ""

    return Question("This will clear all the entries. Proceed? Yes/No? [no]: ", answer, default="no")
