"""Phones and extensions at run time: what registering, falling silent and calls make of them."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.errors import PhoneError
from iossim.router.phones import Device, Extension
from tests.router.support import configure, office


def _device(router: Router, tag: int) -> Device:
    device = router.phones.get(tag)
    assert device is not None
    return device


def _extension(router: Router, tag: int) -> Extension:
    extension = router.phones.extension(tag)
    assert extension is not None
    return extension


def test_no_phone_registers_without_max_ephones() -> None:
    router, _ = office()
    configure(router, "telephony-service", "no max-ephones", "auto-reg-ephone")
    for register in (
        lambda: router.phones.register(1),
        router.phones.register_all,
        lambda: router.phones.register_mac("0011.2233.9999"),
    ):
        with pytest.raises(PhoneError, match="no phone can register: max-ephones is not configured"):
            register()
    assert router.phones.summary().registered == 0
    assert router.config.section("ephone", 4) is None
    configure(router, "telephony-service", "max-ephones 3")
    assert router.phones.register_all() == 3
    with pytest.raises(PhoneError, match="max-ephones 3 are registered"):
        router.phones.register_mac("0011.2233.9999")


def test_a_phone_that_never_registered() -> None:
    router, _ = office()
    device = _device(router, 1)
    assert (device.status, device.last_status, device.changed_at, device.keepalives) == ("unregistered", "unregistered", 0, 0)
    assert (device.name, device.mac, device.current_address, device.reported) == ("SEP001122334401", "0011.2233.4401", "", "")
    extension = _extension(router, 1)
    assert (extension.status, extension.state, extension.calls, extension.number, extension.size) == ("down", "idle", 0, "5001", 2)


def test_what_is_not_configured_is_nothing() -> None:
    router, _ = office()
    assert router.phones.get(9) is None
    assert router.phones.extension("9") is None
    assert router.phones.pool(9) is None
    assert router.phones.sip_extension(9) is None
    assert router.phones.find("0000.0000.0001") is None
    assert router.phones.find("nonsense") is None


def test_reading_keeps_nothing() -> None:
    router, _ = office()
    for tag in (1, 2, 3):
        _device(router, tag)
        _extension(router, tag)
    assert not router.phones.sccp._kept
    assert not router.phones.extensions._kept


def test_registering() -> None:
    router, time = office()
    time.passes(7)
    device = router.phones.register(1, "10.1.1.21")
    assert (device.status, device.changed_at, device.address, device.reported) == ("registered", 7, "10.1.1.21", "7960")
    assert _device(router, 1) is device
    assert [_extension(router, tag).status for tag in (1, 2, 3)] == ["up", "down", "up"]
    assert _extension(router, 1).changed_at == 7


def test_keepalives_are_counted_from_the_period_told_at_registration() -> None:
    router, time = office()
    device = router.phones.register(1)
    time.passes(95)
    configure(router, "telephony-service", "keepalive 10")
    assert device.keepalives == 3
    router.phones.unregister(1)
    time.passes(500)
    assert device.keepalives == 3
    router.phones.register(1)
    time.passes(25)
    assert device.keepalives == 2


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        (["telephony-service", "keepalive 20"], 20),
        (["ephone-template 1", "keepalive 60", "ephone 1", "ephone-template 1"], 60),
        (["ephone-template 1", "keepalive 60", "ephone 1", "ephone-template 1", "keepalive 40"], 40),
    ],
)
def test_the_nearest_keepalive_counts(lines: list[str], period: int) -> None:
    router, _ = office()
    configure(router, *lines)
    assert router.phones.register(1).interval == period


def test_a_line_stays_up_while_one_phone_has_it() -> None:
    router, time = office()
    router.phones.register(1)
    router.phones.register(3)
    time.passes(5)
    router.phones.unregister(1)
    assert (_extension(router, 3).status, _extension(router, 3).changed_at) == ("up", 0)
    time.passes(5)
    router.phones.unregister(3)
    assert (_extension(router, 3).status, _extension(router, 3).changed_at) == ("down", 10)


def test_a_button_that_monitors_brings_no_line_up() -> None:
    router, _ = office()
    router.phones.register(2)
    assert not _extension(router, 1).up
    assert _extension(router, 2).up


def test_falling_silent() -> None:
    router, time = office()
    device = router.phones.register(1)
    time.passes(60)
    router.phones.decease(1)
    assert (device.status, device.last_status, device.changed_at, device.socket) == ("deceased", "registered", 60, -1)
    assert (device.current_address, device.address) == ("", "10.1.1.21")
    router.phones.register(1)
    assert (device.status, device.last_status, device.last_reset) == ("registered", "deceased", "TCP-timeout")


def test_registering_twice_from_one_address_changes_nothing() -> None:
    router, time = office()
    router.phones.register(1, "10.1.1.21")
    time.passes(9)
    assert router.phones.register(1, "10.1.1.21").changed_at == 0
    assert router.phones.register(1).changed_at == 0
    assert router.phones.register(1, "10.1.1.22").changed_at == 9


def test_figures() -> None:
    router, time = office()
    router.phones.register_all()
    time.passes(30)
    router.phones.unregister(1)
    router.phones.decease(2)
    figures = router.phones.summary()
    assert (figures.configured, figures.registered, figures.unregistered, figures.deceased) == (3, 1, 1, 1)
    assert (figures.peak, figures.peak_at, figures.sockets) == (3, 0, 1)
    router.phones.register(1)
    assert router.phones.summary().peak == 3


def test_sockets_are_used_again() -> None:
    router, _ = office()
    assert [router.phones.register(tag).socket for tag in (1, 2)] == [1, 2]
    router.phones.unregister(1)
    assert router.phones.register(3).socket == 1


def test_no_more_phones_than_max_ephones() -> None:
    router, _ = office()
    configure(router, "telephony-service", "max-ephones 3")
    router.phones.register(1)
    router.phones.register(2)
    configure(router, "telephony-service", "max-ephones 2")
    with pytest.raises(PhoneError, match="max-ephones 2 are registered"):
        router.phones.register(3)


@pytest.mark.parametrize(
    ("lines", "tag", "message"),
    [
        ([], 9, "ephone 9 is not configured"),
        (["ephone 1", "no mac-address"], 1, "ephone 1 has no mac-address"),
        (["no telephony-service"], 1, "telephony-service is not configured"),
    ],
)
def test_who_cannot_register(lines: list[str], tag: int, message: str) -> None:
    router, _ = office()
    configure(router, *lines)
    with pytest.raises(PhoneError, match=message):
        router.phones.register(tag)


def test_a_phone_that_is_not_there_is_refused_in_one_way() -> None:
    phones = office()[0].phones
    for do in (phones.register, phones.unregister, phones.decease, phones.register_pool, phones.unregister_pool):
        with pytest.raises(PhoneError, match=r" 9 is not configured$"):
            do(9)


def test_a_phone_is_found_by_its_names() -> None:
    router, _ = office()
    for name in ("0011.2233.4402", "SEP001122334402", "sep001122334402", "001122334402", "00:11:22:33:44:02"):
        found = router.phones.find(name)
        assert found is not None
        assert (found.tag, found.sip) == ("2", False)
    pool = router.phones.find("0011.2233.5501")
    assert pool is not None
    assert (pool.tag, pool.sip) == ("1", True)


def test_the_states_of_a_line() -> None:
    router, time = office()
    router.phones.register(1)
    time.passes(3)
    extension = router.phones.set_line(1, "ringing", peer="5002")
    assert (extension.state, extension.calls, extension.channel(1), extension.channel(2)) == ("ringing", 1, "ringing", "idle")
    router.phones.set_line(1, "connected")
    router.phones.set_line(1, "ringing", channel=2, peer="5003")
    assert (extension.state, extension.calls, extension.channels[1].peer, extension.channels[1].since) == (
        "connected",
        2,
        "5002",
        3,
    )
    router.phones.set_line(1, "idle")
    assert (extension.state, extension.calls) == ("ringing", 1)


def test_a_call_knows_who_began_it() -> None:
    router, _ = office()
    router.phones.register(1)
    router.phones.set_line(1, "seize")
    assert router.phones.set_line(1, "connected", peer="5002").channels[1].outgoing
    router.phones.set_line(1, "idle")
    assert not router.phones.set_line(1, "ringing").channels[1].outgoing


@pytest.mark.parametrize(
    ("states", "outgoing", "answered"),
    [
        (("ringing",), False, False),
        (("ringing", "connected", "hold"), False, True),
        (("seize",), True, False),
        (("alerting",), True, False),
        (("seize", "alerting", "connected"), True, True),
        (("ringing", "seize"), True, False),
        (("ringing", "alerting", "ringing"), True, False),
        (("hold", "ringing"), False, True),
        (("seize", "idle", "ringing"), False, False),
    ],
)
def test_a_call_is_outgoing_or_answered_from_the_state_that_makes_it_so(
    states: tuple[str, ...], outgoing: bool, answered: bool
) -> None:
    router, _ = office()
    router.phones.register(1)
    for state in states:
        router.phones.set_line(1, state)
    call = _extension(router, 1).channels[1]
    assert (call.outgoing, call.answered) == (outgoing, answered)
    tally = router.phones.set_line(1, "idle").tally(1)
    earlier = states.count("idle")
    assert (tally.outgoing, tally.incoming) == (outgoing + earlier, not outgoing)
    assert (tally.outgoing_answered, tally.incoming_answered) == (outgoing and answered, answered and not outgoing)


def test_calls_end_with_the_registration() -> None:
    router, _ = office()
    router.phones.register(1)
    extension = router.phones.set_line(1, "connected")
    router.phones.decease(1)
    assert (extension.state, extension.calls) == ("idle", 0)


@pytest.mark.parametrize(
    ("tag", "state", "channel", "message"),
    [
        (9, "ringing", 1, "ephone-dn 9 is not configured"),
        (2, "ringing", 1, "ephone-dn 2 is down"),
        (3, "ringing", 2, "ephone-dn 3 has no channel 2"),
        (1, "asleep", 1, "a line is never asleep"),
    ],
)
def test_states_that_no_line_has(tag: int, state: str, channel: int, message: str) -> None:
    router, _ = office()
    router.phones.register(1)
    with pytest.raises(PhoneError, match=message):
        router.phones.set_line(tag, state, channel)


def test_do_not_disturb() -> None:
    router, _ = office()
    with pytest.raises(PhoneError, match="ephone 1 is not registered"):
        router.phones.set_dnd(1, on=True)
    router.phones.register(1)
    assert router.phones.set_dnd(1, on=True).dnd
    assert not router.phones.set_dnd(1, on=False).dnd


def test_sip_phones() -> None:
    router, time = office()
    time.passes(4)
    device = router.phones.register_pool(1, "10.1.1.121")
    assert (device.sip, device.status, device.port, device.peers) == (True, "registered", 5060, {"1": 40001})
    extension = router.phones.set_sip_line(1, "connected", peer="5001")
    assert (extension.up, extension.state) == (True, "connected")
    assert device.counters.successes == router.phones.sip_registrar.counters.successes == 1
    router.phones.unregister_pool(1)
    assert not extension.up
    assert (device.counters.unregisters, router.phones.sip.peak, router.phones.sip.peak_at) == (1, 1, 4)
    assert not list(router.phones.events)


def test_a_sip_phone_that_no_pool_has_is_refused() -> None:
    router, _ = office()
    for _ in range(2):
        assert router.phones.register_pool_mac("0011.2233.9999", "10.1.1.99") is None
    refused = list(router.phones.sip_attempts)
    assert [(each.mac, each.address, each.count) for each in refused] == [("0011.2233.9999", "10.1.1.99", 2)]
    assert router.phones.sip_registrar.counters.failures == 2


def test_extension_mobility() -> None:
    router, _ = office()
    configure(router, "voice logout-profile 1", "voice user-profile 3", "user ann password x", "ephone 1", "logout-profile 1")
    configure(router, "ephone 2", "logout-profile 1")
    device = router.phones.login("ann", 1)
    assert device.profile == "3"
    assert router.phones.user(3) is device
    router.phones.login("ann", 2)
    assert device.profile == ""
    router.phones.logout("ann")
    assert router.phones.user(3) is None
    with pytest.raises(PhoneError, match="ephone 3 has no logout-profile"):
        router.phones.login("ann", 3)
    with pytest.raises(PhoneError, match="no voice user-profile has the user bob"):
        router.phones.logout("bob")


def test_a_phone_that_is_removed_goes_down_and_is_forgotten() -> None:
    router, _ = office()
    router.phones.register_all()
    configure(router, "no ephone 1")
    assert router.phones.get(1) is None
    assert (_extension(router, 1).up, _extension(router, 3).up) == (False, True)
    assert router.phones.summary().registered == 2
    configure(router, "ephone 1", "mac-address 0011.2233.4401")
    assert _device(router, 1).changed_at == 0
    assert not _device(router, 1).registered


def test_another_mac_address_is_another_phone() -> None:
    router, _ = office()
    router.phones.register_all()
    configure(router, "ephone 1", "no mac-address", "mac-address 0011.2233.4409")
    assert (_device(router, 1).registered, router.phones.summary().registered) == (False, 2)
    configure(router, "ephone 2", "mac-address 0011.2233.4402")
    assert _device(router, 2).registered


def test_a_registered_ephone_keeps_its_mac_address() -> None:
    router, _ = office()
    router.phones.register(1)
    session = router.session()
    session.enter_configuration()
    session.run("ephone 1")
    result = session.run("mac-address 0011.2233.4409")
    assert not result.accepted
    assert result.output == "ephone slot is already registered with 0011.2233.4401\n\nCannot change MAC address.\n"
    assert "mac-address 0011.2233.4401" in router.running_config
    assert session.run("mac-address 0011.2233.4401").output == ""
    assert _device(router, 1).registered
    router.phones.unregister(1)
    assert session.run("mac-address 0011.2233.4409").accepted
    assert "mac-address 0011.2233.4409" in router.running_config


def test_what_a_transaction_removes_is_forgotten_too() -> None:
    router, _ = office()
    router.phones.register_all()
    router.config.drop(router.config.root, ("ephone", "1"))
    assert router.phones.summary().registered == 2
    assert not _extension(router, 1).up
    assert [device.tag for device in router.phones.sccp.registered()] == ["2", "3"]


def test_a_removed_line_is_forgotten() -> None:
    router, _ = office()
    router.phones.register(1)
    router.phones.set_line(1, "connected")
    configure(router, "no ephone-dn 1", "ephone-dn 1", "number 5001")
    assert (_extension(router, 1).up, _extension(router, 1).state) == (False, "idle")
    router.phones.unregister(1)


def test_without_telephony_service_no_phone_is_registered() -> None:
    router, _ = office()
    router.phones.register_all()
    router.phones.register_pool(1)
    configure(router, "no telephony-service")
    assert (router.phones.summary().registered, router.phones.sip.count("registered")) == (0, 1)
    assert not _extension(router, 1).up


def test_a_reload_forgets_everything() -> None:
    router, time = office()
    router.phones.register_all()
    time.passes(100)
    router.restart(router.running_config)
    assert (router.clock.uptime(), router.phones.summary().registered, len(list(router.phones.events))) == (0, 0, 0)
