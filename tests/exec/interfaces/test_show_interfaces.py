"""show interfaces at its edges; `tests/transcripts/network/interfaces.md` has its output."""

from __future__ import annotations

import pytest

from iossim import Router
from tests.router.network.support import edge
from tests.router.support import configure


def _lines(router: Router, line: str) -> list[str]:
    return router.session().execute(line).rstrip("\n").split("\n")


def test_the_layout_of_a_port() -> None:
    """The lines of `show interfaces` of a 2911 in their order, by their first words."""
    router, _ = edge()
    lines = _lines(router, "show interfaces gi0/0")
    assert lines[0] == "GigabitEthernet0/0 is up, line protocol is up "
    assert lines[2] == "  Description: LAN"
    assert lines[3] == "  Internet address is 10.1.1.1/24"
    assert lines[4] == "  MTU 1500 bytes, BW 100000 Kbit/sec, DLY 100 usec, "
    assert "  Full Duplex, 100Mbps, media type is RJ45" in lines
    assert all(line.startswith(" ") for line in lines[1:])


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ((), "  Full Duplex, 100Mbps, media type is RJ45"),
        (("duplex half", "speed 10"), "  Half Duplex, 10Mbps, media type is RJ45"),
        (("shutdown",), "  Auto Duplex, 100Mbps, media type is RJ45"),
        (("shutdown", "speed auto"), "  Auto Duplex, Auto Speed, media type is RJ45"),
        (("speed auto",), "  Full Duplex, 1Gbps, media type is RJ45"),
    ],
)
def test_duplex_and_speed(lines: tuple[str, ...], shown: str) -> None:
    router, _ = edge()
    configure(router, "interface GigabitEthernet0/0", *lines)
    assert shown in _lines(router, "show interfaces gi0/0")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ip address dhcp", "  Internet address will be negotiated using DHCP"),
        ("ip unnumbered Loopback0", "  Interface is unnumbered. Using address of Loopback0 (192.0.2.1)"),
        ("keepalive 30", "  Keepalive set (30 sec)"),
        ("no keepalive", "  Keepalive not set"),
        ("load-interval 30", "  30 second input rate 0 bits/sec, 0 packets/sec"),
        ("load-interval 120", "  2 minute input rate 0 bits/sec, 0 packets/sec"),
        ("bandwidth 2048", "  MTU 1500 bytes, BW 2048 Kbit/sec, DLY 10 usec, "),
        ("arp timeout 300", "  ARP type: ARPA, ARP Timeout 00:05:00"),
        ("mtu 1400", "  MTU 1400 bytes, BW 1000000 Kbit/sec, DLY 10 usec, "),
    ],
)
def test_lines_that_a_command_changes(typed: str, shown: str) -> None:
    router, _ = edge("interface GigabitEthernet0/3")
    configure(router, "interface GigabitEthernet0/3", typed)
    assert shown in _lines(router, "show interfaces gi0/3")
    configure(router, "default interface GigabitEthernet0/3")
    assert shown not in _lines(router, "show interfaces gi0/3")


def test_counters_of_one_interface_are_cleared_after_the_question_only() -> None:
    router, time = edge()
    user = router.session(line="console")
    user.execute("ping 198.51.100.1")
    line = "show interfaces gi0/1.20 stats"
    before = user.execute(line)
    user.execute("clear counters gi0/0")
    user.execute("")
    assert user.execute(line) == before
    user.execute("clear counters gi0/1.20")
    user.execute("n")
    assert user.execute(line) == before
    user.execute("clear counters")
    assert "%CLEAR-5-COUNTERS: Clear counter on all interfaces by console" in user.execute("")
    assert user.execute(line) != before
    time.passes(90_000)
    assert '  Last clearing of "show interface" counters 1d01h' in router.session().execute("show interfaces gi0/0")


@pytest.mark.parametrize("name", ["gi0/9", "Loopback7", "Vlan1", "gi0/1.99", "gi 0/9"])
@pytest.mark.parametrize(
    "command", ["show interfaces", "show ip interface", "show running-config interface", "show ip arp", "clear interface"]
)
def test_an_interface_that_is_not_there(command: str, name: str) -> None:
    router, _ = edge()
    prompt = "Edge#"
    output = router.session().execute(f"{command} {name}")
    assert output == f"{' ' * (len(prompt) + len(command) + 1)}^\n% Invalid input detected at '^' marker.\n\n"


def test_do_puts_the_caret_below_the_name() -> None:
    router, _ = edge()
    user = router.session()
    user.enter_configuration()
    assert user.execute("do show interfaces gi0/9").split("\n")[0] == " " * len("Edge(config)#do show interfaces ") + "^"


@pytest.mark.parametrize(
    "command", ["show interfaces status", "show interfaces transceiver", "show vlan-switch", "show interfaces gi0/0 x"]
)
def test_what_a_router_without_switch_ports_has_not(command: str) -> None:
    router, _ = edge()
    assert not router.session().run(command).accepted


def test_another_platform_and_a_router_without_interfaces() -> None:
    small = Router(platform="2811").session()
    assert "FastEthernet0/1" in small.execute("show ip interface brief")
    assert "Hardware is Gt96k FE" in small.execute("show interfaces FastEthernet0/0")
    bare = Router.from_text("hostname Bare\nend\n").session()
    for command in ("show interfaces", "show ip interface", "show arp", "show controllers"):
        assert bare.run(command).accepted


def test_user_exec_looks_and_does_not_clear() -> None:
    router, _ = edge()
    user = router.session(privilege=1)
    assert user.run("show interfaces gi0/0").accepted
    assert not user.run("clear counters").accepted
    assert not user.run("show running-config interface gi0/0").accepted


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        (("interface Loopback55", " ip address 10.55.55.55 255.255.255.0", " logging event link-status"), 93),
        (("interface Loopback0", " ip address 1.1.1.1 255.255.255.0", " ip ospf network point-to-point"), 93),
    ],
)
def test_the_bytes_of_one_interface(lines: tuple[str, ...], size: int) -> None:
    """The numbers are those of two captures."""
    router = Router.from_text("\n".join([*lines, "end", ""]))
    shown = router.session().execute(f"show running-config {lines[0]}")
    assert shown.split("\n")[2] == f"Current configuration : {size} bytes"
    assert shown.split("\n")[3:] == ["!", *lines, "end", "", ""]
