"""Voice ports, and the legs of simulated calls."""

from __future__ import annotations

from iossim import Router
from iossim.router.voice import active_legs, all_ports, ended_legs
from tests.router.support import OFFICE, Time, office

OUTSIDE = """
dial-peer voice 9 pots
 destination-pattern 9T
 port 0/0/0
dial-peer voice 8 voip
 destination-pattern 8...
 session protocol sipv2
 session target ipv4:10.9.9.9
dial-peer voice 7 voip
 destination-pattern 7...
 session target ipv4:10.7.7.7
"""


def busy() -> tuple[Router, Time]:
    """The office, with dial peers to the outside; all phones are registered."""
    router, time = office(OUTSIDE + OFFICE)
    router.phones.register_all()
    router.phones.register_pool(1)
    return router, time


def legs(router: Router) -> list[tuple[str, int, str, bool]]:
    """The kinds, peers and numbers of the active legs, and if the leg answers."""
    active = active_legs(router.config, router.phones, router.clock.uptime())
    return [(leg.kind, leg.peer, leg.address, leg.answers) for leg in active]


def test_two_phones_have_one_leg_each() -> None:
    router, time = busy()
    router.phones.set_line(1, "alerting", peer="5002")
    router.phones.set_line(2, "ringing", peer="5001")
    router.phones.set_line(1, "connected")
    router.phones.set_line(2, "connected")
    time.passes(10)
    assert legs(router) == [("telephony", 20_001, "5001", True), ("telephony", 20_002, "5002", False)]
    first = active_legs(router.config, router.phones, router.clock.uptime())[0]
    assert (first.seconds, first.packets, first.octets, first.port) == (10, 500, 80_000, "50/0/1")


def test_a_call_to_the_outside_has_the_leg_of_its_dial_peer() -> None:
    router, _ = busy()
    router.phones.set_line(1, "alerting", peer="95551234")
    assert legs(router) == [("telephony", 20_001, "5001", True), ("telephony", 9, "95551234", False)]
    router.phones.set_line(2, "alerting", peer="8123")
    router.phones.set_line(3, "alerting", peer="7123")
    assert [leg[0] for leg in legs(router)[2:]] == ["telephony", "sip", "telephony", "h323"]


def test_a_call_from_the_outside_answers_on_its_dial_peer() -> None:
    router, _ = busy()
    router.phones.set_line(1, "ringing", peer="8123")
    assert legs(router) == [("telephony", 20_001, "5001", False), ("sip", 8, "8123", True)]


def test_a_number_without_a_peer_has_no_leg() -> None:
    router, _ = busy()
    router.phones.set_line(1, "ringing", peer="4711")
    router.phones.set_sip_line(1, "ringing")
    assert legs(router) == [("telephony", 20_001, "5001", False), ("sip", 40_001, "7001", False)]


def test_a_call_that_is_over_is_kept_for_fifteen_minutes() -> None:
    router, time = busy()
    router.phones.set_line(1, "connected", peer="5002")
    time.passes(20)
    router.phones.set_line(1, "idle")
    assert legs(router) == []
    (leg,) = ended_legs(router.config, router.phones, router.clock.uptime())
    assert (leg.seconds, leg.answered, leg.ended - leg.since) == (20, True, 20)
    time.passes(900)
    assert len(ended_legs(router.config, router.phones, router.clock.uptime())) == 1
    time.passes(1)
    assert ended_legs(router.config, router.phones, router.clock.uptime()) == []


def test_every_call_of_the_last_minutes_is_kept_with_its_far_end() -> None:
    router, time = busy()
    for peer in ("95550001", "5002", "95550003"):
        router.phones.set_line(1, "alerting", peer=peer)
        time.passes(60)
        router.phones.set_line(1, "idle")
    legs = ended_legs(router.config, router.phones, router.clock.uptime())
    assert [(leg.peer, leg.address) for leg in legs] == [
        (20_001, "5001"),
        (9, "95550001"),
        (20_001, "5001"),
        (20_001, "5001"),
        (9, "95550003"),
    ]
    assert {leg.ended - leg.since for leg in legs} == {60}


def test_a_call_of_a_phone_that_unregisters_is_over() -> None:
    router, time = busy()
    router.phones.set_line(1, "connected", peer="5002")
    time.passes(30)
    router.phones.unregister(1)
    assert [leg.seconds for leg in ended_legs(router.config, router.phones, router.clock.uptime())] == [30]


def test_ports_of_the_hardware_then_channels_of_phones() -> None:
    router, _ = busy()
    router.phones.set_line(1, "ringing", channel=2)
    router.phones.set_line(2, "hold")
    ports = [
        (port.name, port.channel, port.signaling, port.operational, port.off_hook)
        for port in all_ports(router.config, router.phones)
    ]
    assert ports == [
        ("0/0/0", 0, "fxo-ls", False, False),
        ("50/0/1", 1, "efxs", True, False),
        ("50/0/1", 2, "efxs", True, False),
        ("50/0/2", 1, "efxs", True, True),
        ("50/0/3", 1, "efxs", True, False),
    ]


def test_the_kinds_of_analog_and_digital_ports() -> None:
    router = Router.from_text(
        "voice-port 0/1/10\nvoice-port 0/1/2\n signal groundStart\n shutdown\nvoice-port 0/1/3\n connection plar 100\n"
        "voice-port 0/0/0:15\nend\n"
    )
    ports = all_ports(router.config, router.phones)
    assert [port.channel for port in ports if port.kind == "isdn"] == [*range(1, 16), *range(17, 32)]
    analog = [(port.name, port.signaling, port.administrative) for port in ports if port.kind != "isdn"]
    assert analog == [("0/1/2", "fxs-gs", False), ("0/1/3", "fxo-ls", True), ("0/1/10", "fxs-ls", True)]


def test_a_port_of_the_hardware_has_the_calls_to_the_outside() -> None:
    router, _ = busy()
    router.phones.set_line(1, "alerting", peer="95551234")
    port = all_ports(router.config, router.phones)[0]
    assert (port.name, port.operational, port.off_hook, port.ringing) == ("0/0/0", True, True, False)
    router.phones.set_line(1, "idle")
    assert not all_ports(router.config, router.phones)[0].operational


def test_an_analog_phone_rings_until_it_answers() -> None:
    router, _ = office("dial-peer voice 199 pots\n destination-pattern 199\n port 0/2/0\n" + OFFICE)
    router.phones.register_all()
    router.phones.set_line(1, "alerting", peer="199")
    assert all_ports(router.config, router.phones)[0].ringing
    router.phones.set_line(1, "connected")
    port = all_ports(router.config, router.phones)[0]
    assert (port.ringing, port.off_hook) == (False, True)
