"""CDP and LLDP at their edges; `tests/transcripts/network/neighbours.md` has their output."""

from __future__ import annotations

from iossim import Router
from tests.router.network.support import edge
from tests.router.support import configure


def _names(router: Router, line: str = "show cdp neighbors") -> list[str]:
    return [row.split()[0] for row in router.session().execute(line).split("\n") if row.startswith("SEP")]


def test_a_phone_is_a_neighbour_while_it_is_registered() -> None:
    router, _ = edge()
    router.phones.register("1", "10.1.1.50")
    router.phones.register("2", "203.0.113.9")
    assert _names(router) == ["SEP001122334401"]
    router.phones.unregister("1")
    assert _names(router) == []


def test_a_phone_in_the_network_of_a_subinterface_is_at_the_main_one() -> None:
    router, _ = edge("interface GigabitEthernet0/1.30", " encapsulation dot1Q 30", " ip address 10.30.0.1 255.255.255.0")
    router.phones.register("1", "10.30.0.50")
    row = next(row for row in router.session().execute("show cdp neighbors").split("\n") if row.startswith("SEP"))
    assert row == "SEP001122334401  Gig 0/1           180             H P M  IP Phone  Port 1"


def test_an_interface_that_does_not_listen() -> None:
    router, _ = edge()
    router.phones.register("1", "10.1.1.50")
    configure(router, "interface GigabitEthernet0/0", "no cdp enable")
    assert _names(router) == []
    assert "GigabitEthernet0/0" not in router.session().execute("show cdp interface")
    configure(router, "interface GigabitEthernet0/0", "cdp enable")
    assert _names(router) == ["SEP001122334401"]


def test_the_hold_time_runs_down_until_the_next_announcement() -> None:
    router, time = edge()
    router.phones.register("1", "10.1.1.50")
    shown = []
    for seconds in (0, 59, 1):
        time.passes(seconds)
        row = next(row for row in router.session().execute("show cdp neighbors").split("\n") if row.startswith("SEP"))
        shown.append(row.split()[3])
    assert shown == ["180", "121", "180"]


def test_one_entry_or_none() -> None:
    router, _ = edge()
    router.phones.register("1", "10.1.1.50")
    assert "Device ID: SEP001122334401" in router.session().execute("show cdp entry *")
    assert router.session().execute("show cdp entry SW1") == ""


def test_off_is_one_line_for_every_command() -> None:
    router, _ = edge("no cdp run")
    for line in (
        "show cdp",
        "show cdp neighbors",
        "show cdp neighbors detail",
        "show cdp interface",
        "show cdp entry *",
        "show cdp traffic",
    ):
        assert router.session().execute(line) == "% CDP is not enabled\n"
    for line in ("show lldp", "show lldp neighbors", "show lldp neighbors detail", "show lldp interface", "show lldp traffic"):
        assert router.session().execute(line) == "% LLDP is not enabled\n"
