"""The ports of a router: those of its model or of its file; interfaces that commands make."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config.platforms import PLATFORMS
from iossim.config.ports import is_virtual, main_of, new_lines
from iossim.language.notations.interfaces import interface_name

CARET = "% Invalid input detected at '^' marker."


def refused(router: Router, line: str) -> str:
    """The message for a line of global configuration; "" if it is accepted."""
    session = router.session()
    session.execute("configure terminal")
    return session.run(line).message


@pytest.mark.parametrize("model", PLATFORMS, ids=lambda model: model.name)
def test_the_ports_of_a_model_are_full_names_of_ports(model) -> None:  # type: ignore[no-untyped-def]
    assert [interface_name(name) for name in model.ports] == list(model.ports)
    assert not any(is_virtual(name) for name in model.ports)


def test_a_router_has_the_ports_of_its_model() -> None:
    router = Router(platform="2811")
    assert router.running_config.count("\ninterface ") == 2
    assert refused(router, "interface FastEthernet0/1") == ""
    assert refused(router, "interface FastEthernet0/2") == CARET
    assert refused(router, "interface GigabitEthernet0/0") == CARET


def test_a_router_has_the_ports_of_its_file() -> None:
    router = Router(text="interface FastEthernet0/0\ninterface Serial0/1/0.5\ninterface Loopback3\nend\n")
    for name, message in {
        "FastEthernet0/0": "", "FastEthernet0/0.1": "", "Serial0/1/0": "", "Loopback9": "",
        "FastEthernet0/1": CARET, "GigabitEthernet0/0": CARET,
    }.items():  # fmt: skip
        assert refused(router, f"interface {name}") == message, name


def test_a_file_without_ports_leaves_those_of_the_model() -> None:
    router = Router(text="telephony-service\nend\n")
    assert "interface" not in router.running_config
    assert refused(router, "interface GigabitEthernet0/2") == ""
    assert refused(router, "interface GigabitEthernet0/3") == CARET


def test_a_model_and_a_file_have_the_ports_of_both() -> None:
    router = Router(platform="2811", text="interface Serial0/0/0\nend\n")
    assert [refused(router, f"interface {name}") for name in ("Serial0/0/0", "FastEthernet0/1", "FastEthernet0/2")] == [
        "",
        "",
        CARET,
    ]


def test_a_group_of_time_slots_makes_its_serial_interface() -> None:
    router = Router(text="controller T1 0/0/0\n pri-group timeslots 1-24\ninterface FastEthernet0/0\nend\n")
    assert refused(router, "interface Serial0/0/0:23") == ""
    assert refused(router, "no interface Serial0/0/0:23").startswith("% Removal of physical interfaces is not permitted")
    assert refused(router, "interface Serial0/0/0:22") == CARET
    assert refused(router, "interface Serial0/0/1:23") == CARET


def test_a_channel_without_its_group_can_be_removed() -> None:
    router = Router(text="controller T1 0/0/0\ninterface Serial0/0/0:23\nend\n")
    assert refused(router, "no interface Serial0/0/0:23") == ""
    assert refused(router, "interface Serial0/0/0:23") == CARET


def test_an_unknown_line_of_a_controller_may_be_a_group() -> None:
    router = Router(text="controller T1 0/0/0\n cas-group 2 timeslots 1-24 type e&m-fgb\ninterface FastEthernet0/0\nend\n")
    assert refused(router, "voice-port 0/0/0:2") == ""


def test_a_port_cannot_be_removed() -> None:
    router = Router()
    before = router.running_config
    for line in ("no interface gi0/0", "no interface range gi0/0 - 1"):
        assert refused(router, line).startswith("% Removal of physical interfaces is not permitted")
    assert router.running_config == before


def test_defaults_leave_the_section() -> None:
    router = Router(text="interface FastEthernet0/0\n description x\ninterface Loopback0\n description y\nend\n")
    session = router.session()
    session.execute("configure terminal")
    assert session.execute("default interface Fa0/0") == "Interface FastEthernet0/0 set to default configuration\n"
    session.execute("default interface Lo0")
    session.execute("default interface Lo1")
    port, loopback = router.config.section("interface", "FastEthernet0/0"), router.config.section("interface", "Loopback0")
    assert port is not None
    assert tuple(command.text for command in port.entries.values()) == new_lines("FastEthernet0/0")
    assert loopback is not None
    assert not loopback.entries
    assert router.config.section("interface", "Loopback1") is None


@pytest.mark.parametrize(
    ("name", "main", "virtual"),
    [
        ("GigabitEthernet0/0.10", "GigabitEthernet0/0", False),
        ("Loopback0", "Loopback0", True),
        ("Serial0/0/0:23", "Serial0/0/0:23", False),
        ("Port-channel1", "Port-channel1", True),
        ("Embedded-Service-Engine0/0", "Embedded-Service-Engine0/0", False),
    ],
)
def test_names(name: str, main: str, virtual: bool) -> None:
    assert (main_of(name), is_virtual(name)) == (main, virtual)


NAMING = [
    "ip nat inside source list 1 interface {} overload", "ip route 0.0.0.0 0.0.0.0 {} 10.1.1.1", "ip http client source-interface {}",
    "logging source-interface {}", "ntp source {}", "voice service voip\nsip\nbind control source-interface {}",
    "dial-peer voice 1 voip\nvoice-class sip bind media source-interface {}", "router ospf 1\npassive-interface {}",
    "interface Tunnel0\ntunnel source {}", "interface gi0/1\nip unnumbered {}", "sccp local {}", "route-map X\nmatch interface {}",
]  # fmt: skip


@pytest.mark.parametrize("lines", NAMING)
def test_a_command_that_names_an_interface(lines: str) -> None:
    *headers, line = lines.split("\n")
    for name, taken in {
        "gi0/0": True, "GigabitEthernet 0/0": True, "gi0/0.10": True, "Loopback9": True, "gi9/9": False, "gi0/3.1": False, "se0/0/0": False,
    }.items():  # fmt: skip
        session = Router().session()
        for typed in ("configure terminal", *headers):
            session.execute(typed)
        answer = session.execute(line.format(name))
        assert (CARET not in answer) is taken, name
        assert taken or answer.splitlines()[0].index("^") == len(session.prompt) + line.index("{}"), name


@pytest.mark.parametrize("lines", NAMING)
def test_a_file_names_interfaces_that_it_does_not_define(lines: str) -> None:
    text = lines.replace("\n", "\n ").format("Serial0/0/0")
    router = Router(text=f"{text}\nend\n")
    assert [found for found in router.findings if found.severity in ("error", "warning")] == []


def test_an_interface_that_the_file_defines_can_be_named() -> None:
    router = Router(text="interface Serial0/0/0\nend\n")
    assert refused(router, "ip http client source-interface Serial0/0/0") == ""
    assert refused(router, "ip http client source-interface Serial0/0/1") == CARET
    assert refused(router, "no ip http client source-interface") == ""


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("0/0/0", True), ("0/3/3", True), ("0/3/4", False), ("0/4/0", False), ("1/0/0", True), ("1/0/23", True), ("1/1/0", False),
        ("2/0/0", False), ("9/9/9", False), ("0/0/0:23", True), ("0/0/0:1", True), ("9/0/0:1", False), ("0/0", False), ("x", False),
    ],
)  # fmt: skip
def test_the_voice_ports_of_a_2911(name: str, taken: bool) -> None:
    assert refused(Router(), f"voice-port {name}") == ("" if taken else CARET)
    session = Router().session()
    session.execute("configure terminal")
    session.execute("dial-peer voice 1 pots")
    assert session.run(f"port {name}").message == ("" if taken else CARET)
    assert session.run("no port").message == ""


def test_voice_ports_of_a_file_and_of_a_model() -> None:
    text = "controller T1 0/1/0\n pri-group timeslots 1-24\nvoice-port 0/0/0\nvoice-port 9/9/9\nend\n"
    router = Router(text=text)
    assert router.findings == []
    for name, message in {"0/0/0": "", "9/9/9": "", "0/1/0:23": "", "0/0/1": CARET, "0/2/0:23": CARET}.items():
        assert refused(router, f"voice-port {name}") == message, name
    assert refused(Router(text=text, platform="2911"), "voice-port 0/0/1") == ""
    assert refused(Router(text="voice-port 0/0/0\nend\n", platform="2901"), "voice-port 1/0/0") == CARET
    assert refused(Router(platform="1760"), "voice-port 2/0") == ""


def test_a_vrf_must_be_configured_before_an_interface_joins_it() -> None:
    session = Router().session()
    for line in ("configure terminal", "vrf definition A", "ip vrf B", "interface gi0/0"):
        session.execute(line)
    assert session.execute("vrf forwarding C") == "% VRF C not configured.\n"
    assert session.execute("ip vrf forwarding C") == "% VRF C not configured.\n"
    assert session.execute("vrf forwarding A") == ""
    assert session.execute("ip vrf forwarding B") == ""
    assert session.execute("no vrf forwarding C") == ""
    assert Router(text="interface gi0/0\n vrf forwarding C\nend\n").findings == []
