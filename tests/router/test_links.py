"""Line and protocol state of interfaces, and the console messages of their changes, at their times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.session import Session

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Console:
    """A router with a clock that the test drives, and its console."""

    def __init__(self, text: str | None = None) -> None:
        self._now = START
        self.router = Router(clock=Clock(lambda: self._now), text=text)
        self.session: Session = self.router.session(line="console")
        self.session.execute("configure terminal")

    def type(self, *lines: str) -> str:
        """The output of some lines."""
        return "".join(self.session.execute(line) for line in lines)

    def wait(self, seconds: float) -> list[str]:
        """The messages of some seconds, without their dates."""
        self._now += timedelta(seconds=seconds)
        self.router.advance()
        return [message.removeprefix("*Nov 23 ") for message in self.session.messages().splitlines()]

    def state(self, name: str) -> tuple[str, str]:
        """Status and protocol in `show ip interface brief`."""
        line = next(line for line in self.type("do show ip interface brief").splitlines() if line.startswith(f"{name} "))
        return line[54:75].strip(), line[75:].strip()


@pytest.fixture
def console() -> Console:
    """A new router."""
    return Console()


def test_no_shutdown_brings_the_link_up_and_then_the_protocol(console: Console) -> None:
    assert console.type("interface gi0/0", "no shutdown") == ""
    assert console.state("GigabitEthernet0/0") == ("down", "down")
    assert console.wait(1.999) == []
    assert console.wait(0.001) == ["12:00:02.000: %LINK-3-UPDOWN: Interface GigabitEthernet0/0, changed state to up"]
    assert console.state("GigabitEthernet0/0") == ("up", "down")
    up = "12:00:03.000: %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0, changed state to up"
    assert console.wait(1) == [up]
    assert console.state("GigabitEthernet0/0") == ("up", "up")
    console.type("no shutdown")
    assert console.wait(10) == []


def test_shutdown_takes_both_down(console: Console) -> None:
    console.type("interface gi0/0", "no shutdown")
    console.wait(10)
    console.type("shutdown")
    assert console.state("GigabitEthernet0/0") == ("administratively down", "down")
    assert console.wait(10) == [
        "12:00:12.000: %LINK-5-CHANGED: Interface GigabitEthernet0/0, changed state to administratively down",
        "12:00:13.000: %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0, changed state to down",
    ]
    console.type("shutdown")
    assert console.wait(10) == []


def test_a_protocol_that_was_not_up_does_not_go_down(console: Console) -> None:
    console.type("interface gi0/0", "no shutdown")
    assert console.wait(1) == []
    console.type("shutdown")
    changed = "12:00:03.000: %LINK-5-CHANGED: Interface GigabitEthernet0/0, changed state to administratively down"
    assert console.wait(10) == [changed]


def test_two_interfaces_report_in_the_order_of_their_times(console: Console) -> None:
    console.type("interface gi0/0", "no shutdown", "interface gi0/1", "no shutdown")
    assert [message[14:].split(":")[0] + message[-3:] for message in console.wait(5)] == [
        "%LINK-3-UPDOWN up", "%LINK-3-UPDOWN up", "%LINEPROTO-5-UPDOWN up", "%LINEPROTO-5-UPDOWN up",
    ]  # fmt: skip


def test_a_loopback_is_up_at_once(console: Console) -> None:
    message = "%LINEPROTO-5-UPDOWN: Line protocol on Interface Loopback0, changed state to up"
    assert console.type("interface Loopback0") == f"*Nov 23 12:00:00.000: {message}\n"
    assert console.type("exit", "interface Loopback0", "description again") == ""
    assert console.state("Loopback0") == ("up", "up")
    console.type("exit", "no interface Loopback0")
    assert [line[14:] for line in console.wait(5)] == [
        "%LINK-5-CHANGED: Interface Loopback0, changed state to administratively down",
        "%LINEPROTO-5-UPDOWN: Line protocol on Interface Loopback0, changed state to down",
    ]
    assert message in console.type("interface Loopback0")


def test_a_loopback_that_is_set_to_its_defaults_stays_up(console: Console) -> None:
    console.type("interface Loopback0", "description x", "default interface Loopback0")
    assert console.wait(10) == []
    assert console.state("Loopback0") == ("up", "up")


def test_default_interface_shuts_a_port(console: Console) -> None:
    console.type("interface gi0/0", "no shutdown")
    console.wait(10)
    console.type("default interface gi0/0")
    assert len(console.wait(10)) == 2
    assert console.state("GigabitEthernet0/0") == ("administratively down", "down")


def test_a_subinterface_follows_its_interface_without_messages(console: Console) -> None:
    console.type("interface gi0/0.10", "encapsulation dot1Q 10")
    assert console.state("GigabitEthernet0/0.10") == ("administratively down", "down")
    console.type("interface gi0/0", "no shutdown")
    assert len(console.wait(10)) == 2
    assert console.state("GigabitEthernet0/0.10") == ("up", "up")
    console.type("interface gi0/0.10", "shutdown")
    assert console.wait(10) == []
    assert console.state("GigabitEthernet0/0.10") == ("administratively down", "down")


def test_the_interfaces_of_a_file_are_up_from_the_start() -> None:
    console = Console("interface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\ninterface Loopback0\nend\n")
    assert console.wait(10) == []
    assert console.state("GigabitEthernet0/0") == ("up", "up")


def test_a_range_changes_all_members(console: Console) -> None:
    console.type("interface range gi0/0 - 2", "no shutdown")
    assert len(console.wait(10)) == 6


def _tunnel(state: str) -> str:
    return f"%LINEPROTO-5-UPDOWN: Line protocol on Interface Tunnel0, changed state to {state}"


def test_a_tunnel_comes_up_with_its_source_and_destination(console: Console) -> None:
    console.type("interface Loopback0", "ip address 10.0.0.1 255.255.255.255")
    assert _tunnel("down") in console.type("interface Tunnel0")
    assert console.state("Tunnel0") == ("up", "down")
    assert console.type("tunnel source Loopback0") == ""
    assert _tunnel("up") in console.type("tunnel destination 10.9.9.9")
    assert console.state("Tunnel0") == ("up", "up")
    assert console.type("tunnel destination 10.9.9.8", "tunnel source 10.0.0.1") == ""
    assert _tunnel("down") in console.type("tunnel source 10.0.0.2")
    assert _tunnel("up") in console.type("tunnel source lo0")
    assert _tunnel("down") in console.type("no tunnel destination")
    assert _tunnel("up") in console.type("tunnel mode gre multipoint")


def test_a_tunnel_follows_the_interface_that_is_its_source(console: Console) -> None:
    console.type("interface gi0/0", "ip address 10.0.0.1 255.255.255.0")
    assert _tunnel("up") not in console.type("interface Tunnel0", "tunnel source gi0/0", "tunnel destination 10.9.9.9")
    console.type("interface gi0/0", "no shutdown")
    assert [line[14:] for line in console.wait(5)][-1] == _tunnel("up")
    console.type("interface gi0/0", "shutdown")
    assert [line[14:] for line in console.wait(5)][-1] == _tunnel("down")
    console.type("no shutdown")
    console.wait(5)
    assert _tunnel("down") in console.type("no ip address")
    assert _tunnel("up") in console.type("ip address 10.0.0.2 255.255.255.0")


def test_a_tunnel_with_shutdown_stays_down(console: Console) -> None:
    console.type("interface Loopback0", "ip address 10.0.0.1 255.255.255.255", "interface Tunnel0", "shutdown")
    console.wait(5)
    assert console.type("tunnel source Loopback0", "tunnel destination 10.9.9.9") == ""
    assert console.state("Tunnel0") == ("administratively down", "down")
    console.type("no shutdown")
    assert [line[14:] for line in console.wait(5)][-1] == _tunnel("up")


def test_the_tunnels_of_a_file() -> None:
    loopback = "interface Loopback0\n ip address 10.0.0.1 255.255.255.255\n"
    for lines, state in (
        (" tunnel source Loopback0\n tunnel destination 10.9.9.9\n", "up"),
        (" tunnel source Loopback0\n", "down"),
    ):
        console = Console(f"{loopback}interface Tunnel0\n{lines}end\n")
        assert console.wait(5) == []
        assert console.state("Tunnel0") == ("up", state)
