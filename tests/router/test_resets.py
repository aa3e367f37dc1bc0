"""restart and reset, in configuration: phones go down and come up again, as time passes."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.language.form import SESSION_ACTIONS
from iossim.router.actions import ACTIONS
from iossim.router.timers import Timers
from tests.router.support import configure, office


def _statuses(router: Router) -> list[str]:
    return [device.status for device in router.phones.sccp.all()]


def _all(router: Router) -> str:
    """The phones' statuses, a letter each, as of now."""
    router.phones.advance()
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


def test_sip_phones() -> None:
    router, time = office()
    for tag in (1, 2):
        router.phones.register_pool(tag)
    configure(router, "voice register global", "restart")
    assert [device.status for device in router.phones.sip.all()] == ["unregistered", "registered"]
    time.passes(15)
    router.phones.advance()
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


def test_timers_run_in_order_and_may_set_further_ones() -> None:
    timers, ran = Timers(), []

    def first(when: int) -> None:
        ran.append(("first", when))
        timers.set(when + 1, lambda again: ran.append(("again", again)))

    timers.set(7, lambda when: ran.append(("late", when)))
    timers.set(5, first)
    timers.set(5, lambda when: ran.append(("gone", when)), "group")
    timers.cancel("group")
    timers.run(6)
    assert ran == [("first", 5), ("again", 6)]
    assert timers
    timers.run(100)
    assert ran[-1] == ("late", 7)
    assert not timers
