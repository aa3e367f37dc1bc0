"""restart and reset, in configuration: phones go down and come up again, as time passes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iossim import Router
from iossim.language.form import SESSION_ACTIONS
from iossim.router.actions import ACTIONS
from iossim.router.phones import Device, Phones
from iossim.xmlapi import answer_as_owner
from tests.router.support import Time, configure, office


def _statuses(router: Router) -> list[str]:
    return [device.status for device in router.phones.sccp.all()]


def _all(router: Router) -> str:
    """The phones' statuses, a letter each, as of now."""
    return "".join(status[0] for status in _statuses(router))


@pytest.mark.parametrize(("line", "seconds"), [("restart", 10), ("reset", 30)])
def test_one_phone(line: str, seconds: int) -> None:
    router, time = office()
    router.phones.register_all()
    time.passes(5)
    configure(router, "ephone 2", line)
    assert _all(router) == "rur"
    time.passes(seconds - 1)
    assert _all(router) == "rur"
    time.passes(20)
    assert _all(router) == "rrr"
    device = router.phones.get(2)
    assert device is not None
    assert (device.changed_at, device.last_reset) == (5 + seconds, f"Reset-{line.title()}")


def test_all_phones_one_after_the_other() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "telephony-service", "restart all")
    seen = []
    for _ in range(5):
        seen.append(_all(router))
        time.passes(10)
    assert seen == ["urr", "rrr", "rur", "rru", "rrr"]


def test_the_interval_may_be_given() -> None:
    router, _ = office()
    router.phones.register_all()
    configure(router, "telephony-service", "reset all 0")
    assert _all(router) == "uuu"


def test_in_sequence_each_phone_waits_for_the_one_before() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "telephony-service", "reset sequence-all")
    seen = []
    for _ in range(4):
        seen.append(_all(router))
        time.passes(30)
    assert seen == ["urr", "rur", "rru", "rrr"]


@pytest.mark.parametrize("line", ["reset cancel", "no reset all", "no reset sequence-all"])
def test_a_sequence_can_be_cancelled(line: str) -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "telephony-service", "reset sequence-all", line)
    time.passes(31)
    assert _all(router) == "rrr"
    assert len([event for event in router.phones.events.devices() if event.status == "unregistered"]) == 1


def test_by_mac_address() -> None:
    router, _ = office()
    router.phones.register_all()
    configure(router, "telephony-service", "restart 0011.2233.4403", "restart 0000.0000.0001", "no restart 0011.2233.4401")
    assert _all(router) == "rru"


def test_phones_that_are_not_registered_do_nothing() -> None:
    router, time = office()
    configure(router, "telephony-service", "reset all", "ephone 1", "restart")
    time.passes(100)
    assert _all(router) == "uuu"


def test_a_phone_that_is_unplugged_meanwhile_stays_down() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "ephone 1", "reset")
    router.phones.unregister(1)
    time.passes(100)
    assert _all(router) == "urr"


def test_a_phone_that_is_removed_meanwhile_is_gone() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "ephone 1", "reset", "no ephone 1", "ephone 1", "mac-address 0011.2233.4401")
    time.passes(100)
    assert _all(router) == "urr"


@pytest.mark.parametrize(
    "lines",
    [
        ("no ephone 1", "ephone 1", "mac-address 0011.2233.4401"),
        ("ephone 1", "no mac-address", "mac-address 0011.2233.4401"),
        ("ephone 1", "mac-address 0011.2233.9999"),
        ("ephone 1", "mac-address 0011.2233.9999", "mac-address 0011.2233.4401"),
    ],
)
def test_a_phone_that_is_configured_again_during_its_reset_does_not_come_up(lines: tuple[str, ...]) -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "ephone 1", "reset")
    configure(router, *lines)
    router.phones.events.clear()
    time.passes(100)
    assert _all(router) == "urr"
    assert not list(router.phones.events)
    assert router.phones.registrar.sockets == 2
    assert router.phones.register(1).socket == 1


def test_a_phone_that_a_file_removes_before_its_turn_does_not_go_down_again() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "telephony-service", "restart all")
    router.load("no ephone 2\nend\n")
    assert router.phones.get(2) is None
    router.phones.events.clear()
    time.passes(100)
    assert {event.tag for event in router.phones.events.devices()} == {"1", "3"}


def test_sip_phones() -> None:
    router, time = office()
    for tag in (1, 2):
        router.phones.register_pool(tag)
    configure(router, "voice register global", "restart")
    assert [device.status for device in router.phones.sip.all()] == ["unregistered", "registered"]
    time.passes(15)
    assert [device.status for device in router.phones.sip.all()] == ["registered", "unregistered"]
    time.passes(10)
    configure(router, "voice register pool 1", "reset")
    assert [device.status for device in router.phones.sip.all()] == ["unregistered", "registered"]


def test_the_phones_of_a_profile() -> None:
    router, _ = office()
    configure(router, "voice logout-profile 1", "voice user-profile 1", "user ann password x")
    for tag in (1, 2):
        configure(router, f"ephone {tag}", "logout-profile 1")
    router.phones.register_all()
    router.phones.login("ann", 2)
    configure(router, "voice user-profile 1", "reset")
    assert _all(router) == "rur"
    configure(router, "voice logout-profile 1", "reset")
    assert _all(router) == "uur"


def test_every_action_of_the_grammars_is_known() -> None:
    router, _ = office()
    named = {rule.action for mode in router.config.language.modes() for rule in mode.commands}
    assert named - {"", *SESSION_ACTIONS} == set(ACTIONS)


def test_directory_entry_clear() -> None:
    router, _ = office()
    configure(router, "telephony-service", "directory entry 1 4085550123 name Smith, John", "directory entry clear")
    assert "directory entry" not in router.running_config


def test_phones_that_are_due_in_one_second_come_up_in_the_order_in_which_they_went_down() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "ephone 3", "restart", "ephone 1", "restart", "ephone 2", "restart")
    router.phones.events.clear()
    time.passes(100)
    events = [(event.tag, event.status, event.time) for event in router.phones.events.devices()]
    assert events == [("3", "registered", 10), ("1", "registered", 10), ("2", "registered", 10)]


def test_a_timer_set_by_a_timer_runs_in_its_own_second() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "telephony-service", "restart all 5", "ephone 3", "no mac-address", "mac-address 0011.2233.9999")
    router.phones.events.clear()
    time.passes(100)
    events = [(event.time, event.tag, event.status) for event in router.phones.events.devices()]
    assert events == [(5, "2", "unregistered"), (10, "1", "registered"), (15, "2", "registered")]


def test_a_phone_that_was_cancelled_is_not_resetting_any_more() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "telephony-service", "reset sequence-all")
    assert [device.resetting for device in router.phones.sccp.all()] == ["reset", "reset", "reset"]
    configure(router, "telephony-service", "no reset sequence-all")
    assert [device.resetting for device in router.phones.sccp.all()] == ["reset", "", ""], "phone 1 is down already"
    configure(router, "telephony-service", "reset sequence-all")
    time.passes(31)
    assert _all(router) == "rru", "phone 2 was not taken down by the old sequence"


#: One entry for every kind of access: what it reads shows the first phone, or the number of phones that are registered.
_ACCESSES: dict[str, Callable[[Phones], object]] = {
    "get": lambda phones: _registered(phones.get(1)),
    "find": lambda phones: _registered(phones.find("0011.2233.4401")),
    "user": lambda phones: _registered(phones.user(1)),
    "extension": lambda phones: (extension := phones.extension(1)) is not None and extension.up,
    "extensions": lambda phones: next(iter(phones.extensions.all())).up,
    "summary": lambda phones: phones.summary().registered == 3,
    "sccp.all": lambda phones: all(device.registered for device in phones.sccp.all()),
    "sccp.count": lambda phones: phones.sccp.count("registered") == 3,
    "sccp.registered": lambda phones: len(phones.sccp.registered()) == 3,
    "registrar": lambda phones: phones.registrar.sockets == 3,
    "events": lambda phones: [event.status for event in phones.events][-1] == "up",
    "set_dnd": lambda phones: phones.set_dnd(1, on=True).dnd,
    "set_line": lambda phones: phones.set_line(1, "seize").calls == 1,
    "register": lambda phones: phones.register(1).changed_at == 30,
    "register_mac": lambda phones: _changed(phones.register_mac("0011.2233.4401")) == 30,
    "register_all": lambda phones: phones.register_all() == 0,
    "unregister": lambda phones: (device := phones.unregister(1)).last_status == "registered" and not device.registered,
    "decease": lambda phones: phones.decease(1).last_status == "registered",
    "login": lambda phones: phones.login("ann", 1).changed_at == 30,
    "reset": lambda phones: _reset(phones) == 0,
}


def _reset(phones: Phones) -> int:
    phones.reset([device for tag in (1, 2, 3) if (device := phones.sccp.get(tag)) is not None])
    return phones.summary().registered


def _registered(device: Device | None) -> bool:
    return device is not None and device.registered


def _changed(device: Device | None) -> int:
    return device.changed_at if device is not None else -1


@pytest.mark.parametrize("access", _ACCESSES)
def test_a_reset_that_is_due_is_seen_through_every_kind_of_access(access: str) -> None:
    router, time = office()
    configure(router, "voice logout-profile 1", "voice user-profile 1", "user ann password x", "ephone 1", "logout-profile 1")
    phones = router.phones
    phones.register_all()
    phones.login("ann", 1)
    configure(router, "ephone 1", "reset")
    time.passes(29)
    assert not _registered(phones.get(1))
    time.passes(1)
    assert _ACCESSES[access](phones)


@pytest.mark.parametrize("access", ["pool", "sip_extension", "sip_extensions", "sip.count", "sip_registrar", "set_sip_line"])
def test_a_reset_of_a_sip_phone_that_is_due_is_seen_too(access: str) -> None:
    router, time = office()
    phones = router.phones
    phones.register_pool(1)
    configure(router, "voice register pool 1", "reset")
    time.passes(30)
    accesses: dict[str, Callable[[], object]] = {
        "pool": lambda: _registered(phones.pool(1)),
        "sip_extension": lambda: (extension := phones.sip_extension(1)) is not None and extension.up,
        "sip_extensions": lambda: next(iter(phones.sip_extensions.all())).up,
        "sip.count": lambda: phones.sip.count("registered") == 1,
        "sip_registrar": lambda: phones.sip_registrar.counters.successes == 2,
        "set_sip_line": lambda: phones.set_sip_line(1, "ringing").calls == 1,
    }
    assert accesses[access]()


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("show ephone", "socket:[1] activeLine:0 whisperLine:0 REGISTERED"),
        ("show ephone-dn 1", "50/0/1 CH1 IDLE CH2 IDLE"),
        ("show ephone summary", "socket:[1]"),
        ("show ephone registered", "ephone-1["),
        ("show fb-its-log", "Event:DN 3[5003] goes up"),
        ("show logging", "%IPPHONE-6-REGISTER: ephone-1:"),
    ],
)
def test_a_reset_that_is_due_is_seen_by_exec_commands(line: str, text: str) -> None:
    router, time = _one_phone_that_comes_up()
    assert text not in router.session().run(line).output
    router, time = _one_phone_that_comes_up()
    time.passes(1)
    assert text in router.session().run(line).output


@pytest.mark.parametrize(
    ("request_", "text"),
    [
        ("<ISgetGlobal/>", "<ISDeviceRegistered>1<"),
        ("<ISgetDevice><ISDevID>1</ISDevID></ISgetDevice>", "<ISDevStatus>registered<"),
        ("<ISgetExtension><ISExtID>1</ISExtID></ISgetExtension>", "<ISExtStatus>up<"),
        ("<ISgetEvtCounts/>", "<ISDevEvtCount>1<"),
    ],
)
def test_a_reset_that_is_due_is_seen_by_the_xml_api(request_: str, text: str) -> None:
    router, time = _one_phone_that_comes_up()
    request = f"<request>{request_}</request>"
    assert text not in answer_as_owner(router, request.encode()).decode()
    router, time = _one_phone_that_comes_up()
    time.passes(1)
    assert text in answer_as_owner(router, request.encode()).decode()


def _one_phone_that_comes_up() -> tuple[Router, Time]:
    """An office whose first phone comes up in one second; nothing was logged yet, and no phone is registered."""
    router, time = office()
    router.phones.register(1)
    configure(router, "ephone 1", "reset")
    router.phones.events.clear()
    router.log.clear()
    time.passes(29)
    return router, time


def test_a_listener_of_the_log_that_reads_the_phones_does_not_run_timers_out_of_order() -> None:
    router, time = office()
    router.phones.register_all()
    configure(router, "ephone 1", "restart", "ephone 2", "restart")
    router.phones.events.clear()
    seen: list[int] = []
    router.log.listen(lambda _: seen.append(router.phones.summary().registered))
    time.passes(10)
    assert [event.text for event in router.phones.events.devices()] == [
        "IP Phone 1[SEP001122334401] registered",
        "IP Phone 2[SEP001122334402] registered",
    ]
    assert seen == [2, 3]
