"""The dial peers of a router, and the order in which a dialed number matches them."""

from __future__ import annotations

from iossim import Router
from iossim.router.voice import all_peers, expanded, matches
from tests.router.support import office

PEERS = """
dial-peer voice 5 voip
 destination-pattern 5...
 session target ipv4:10.0.0.5
dial-peer voice 3 pots
 destination-pattern 51..
 preference 2
 port 0/0/0
dial-peer voice 4 voip
 destination-pattern 51..
 preference 1
 session target ipv4:10.0.0.4
dial-peer voice 6 voip
 destination-pattern 51..
 preference 1
 session target ipv4:10.0.0.6
dial-peer voice 7 voip
 destination-pattern 512.
dial-peer voice 8 voip
 destination-pattern 512.
 session target ipv4:10.0.0.8
 shutdown
dial-peer voice 9 voip
 incoming called-number .
dial-peer voice 10 voip
 destination-pattern 512.
 session target ipv4:10.0.0.9
 permission orig
num-exp 7.. 51..
end
"""


def tags(router: Router, number: str) -> list[int]:
    """The tags of the dial peers that take a number, in their order."""
    return [match.peer.tag for match in matches(router.config, router.phones, number)]


def test_most_digits_then_preference_then_the_order_of_entry() -> None:
    router = Router.from_text(PEERS)
    assert tags(router, "5123") == [4, 6, 3, 5]
    assert tags(router, "5999") == [5]
    assert tags(router, "6999") == []
    assert tags(router, "") == []


def test_the_state_of_configured_peers() -> None:
    router = Router.from_text(PEERS)
    states = {peer.tag: (peer.administrative, peer.operational) for peer in all_peers(router.config, router.phones)}
    assert states[5] == (True, True)
    assert states[7] == (True, False)
    assert states[8] == (False, False)
    assert states[9] == (True, True)


def test_maps_of_patterns() -> None:
    router = Router.from_text(
        "voice class e164-pattern-map 7\n e164 55..\n e164 551.\n e164 9T\n"
        "dial-peer voice 1 voip\n destination e164-pattern-map 7\n session target ipv4:10.0.0.1\n"
        "dial-peer voice 2 voip\n destination-pattern 55..\n session target ipv4:10.0.0.2\n"
        "dial-peer voice 3 voip\n destination e164-pattern-map 8\n session target ipv4:10.0.0.3\nend\n"
    )
    assert [(match.peer.tag, match.digits) for match in matches(router.config, router.phones, "5512")] == [(1, 3), (2, 2)]
    assert tags(router, "5599") == [1, 2]
    assert tags(router, "91") == [1]
    assert tags(router, "8") == []
    assert "map:7" in router.session().execute("show dial-peer voice summary")


def test_other_destinations_and_ways() -> None:
    router = Router.from_text(
        "dial-peer voice 1 pots\n destination-pattern 1\n trunkgroup PSTN\n"
        "dial-peer voice 2 voip\n destination-pattern 1\n session server-group 1\n"
        "dial-peer voice 3 voip\n destination uri X\n session target sip-server\n"
        "dial-peer voice 4 voip\n incoming uri via X\n"
        "dial-peer voice 5 pots\n destination-pattern 1\n session target ipv4:10.0.0.1\n"
        "dial-peer voice 6 voip\n incoming uri via X\n destination-pattern 1\nend\n"
    )
    assert [peer.operational for peer in all_peers(router.config, router.phones)] == [True, True, True, True, False, True]
    assert tags(router, "1") == [1, 2]


def test_peers_stand_in_the_order_of_their_entry() -> None:
    router = Router.from_text(PEERS)
    assert [peer.tag for peer in all_peers(router.config, router.phones)] == [5, 3, 4, 6, 7, 8, 9, 10]


def test_num_exp_expands_an_extension_of_as_many_digits() -> None:
    router = Router.from_text(PEERS)
    assert expanded(router.config, "723") == "5123"
    assert expanded(router.config, "7234") == "7234"
    assert expanded(router.config, "823") == "823"


def test_peers_of_phones_come_and_go_with_their_registration() -> None:
    router, _ = office()
    assert tags(router, "5002") == []
    router.phones.register(2)
    router.phones.register_pool(1)
    assert tags(router, "5002") == [20_002]
    assert tags(router, "50021") == []
    assert tags(router, "7001") == [40_001]
    router.phones.unregister(2)
    router.phones.unregister_pool(1)
    assert tags(router, "5002") == []
    assert [peer.tag for peer in all_peers(router.config, router.phones)] == [20_001, 20_002, 20_003]


def test_second_numbers_and_pilots_have_peers() -> None:
    router, _ = office(
        "ephone-dn 1\n number 5001 secondary 6001\nephone-dn 4\n number 5004 secondary 6004\n"
        "ephone-hunt 2 peer\n pilot 5900 secondary 6900\n list 5001, 5004\n"
        "voice hunt-group 1 parallel\n pilot 5800\n list 5001,5004\n"
    )
    peers = [(peer.tag, peer.pattern, peer.preference) for peer in all_peers(router.config, router.phones)]
    assert peers == [
        (20_001, "5001$", 0),
        (20_005, "6001$", 9),
        (20_004, "5004$", 0),
        (20_006, "6004$", 9),
        (25_004, "5900$", 0),
        (25_005, "6900$", 0),
        (2_147_483_647, "5800$", 0),
    ]
