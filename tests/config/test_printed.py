"""Defaults that are hidden, defaults that are always printed, parts that the router fills in, and the order of the entries."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config.render import Printing, render
from iossim.language import language
from iossim.language.notations.interfaces import interface_place
from tests.config.support import Typist
from tests.in_force import in_force

CME = "telephony-service"


def _printed(typed: str, version: str = "14.1") -> list[str]:
    """The lines of the running-config after some lines were typed, without separators and `end`."""
    typist = Typist(language()).types(typed)
    printed = render(typist.configuration.root, Printing(version=version))
    return [line for line in printed if line.strip() != "!"][:-1]


@pytest.mark.parametrize(
    ("header", "default", "other"),
    [
        (CME, "keepalive 30", "keepalive 31"),
        ("dial-peer voice 1 voip", "codec g729r8", "codec g711ulaw"),
        ("dial-peer voice 1 pots", "preference 0", "preference 1"),
        ("line vty 0 4", "exec-timeout 10 0", "exec-timeout 10 1"),
        ("sip-ua", "retry invite 6", "retry invite 5"),
    ],
)
def test_a_line_that_equals_its_default_is_not_printed(header: str, default: str, other: str) -> None:
    assert f" {default}" not in _printed(f"{header}\n{default}")
    assert f" {other}" in _printed(f"{header}\n{default}\n{other}")
    assert f" {default}" not in _printed(f"{header}\n{other}\n{default}")


def test_a_hidden_line_stays_entered_and_all_prints_it() -> None:
    typist = Typist(language()).types(f"{CME}\nkeepalive 30")
    assert typist.section.get("keepalive") is not None
    shown = list(render(typist.configuration.root, Printing(everything=True)))
    assert " keepalive 30" in shown
    assert " max-redirect 10" in shown


def test_a_line_after_which_an_unknown_line_was_kept_is_printed() -> None:
    text = Router.from_text(f"{CME}\n keepalive 30\n mystery 7\nend").running_config
    assert " keepalive 30\n mystery 7\n" in text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("clock timezone UTC 0 0", "clock timezone UTC 0 0"),
        ("gateway\ntimer receive-rtp 1200", " timer receive-rtp 1200"),
        ("voice service voip\nfax protocol t38", " fax protocol t38"),
    ],
)
def test_some_lines_are_printed_if_they_were_entered(typed: str, printed: str) -> None:
    assert printed in _printed(typed)
    assert printed not in _printed(typed.splitlines()[0] if "\n" in typed else "hostname a")


@pytest.mark.parametrize("header", [CME, "call-manager-fallback"])
def test_some_defaults_are_always_printed(header: str) -> None:
    assert _printed(header) == [header, " max-conferences 8 gain -6", " transfer-system full-consult"]
    assert " transfer-system full-blind" in _printed(f"{header}\ntransfer-system full-blind")
    assert " transfer-system full-consult" not in _printed(f"{header}\ntransfer-system full-blind")
    assert _printed(f"{header}\ntransfer-system full-blind\nno transfer-system")[2:] == [" transfer-system full-consult"]


def test_the_security_mode_stands_beside_a_mac_address_from_a_version_on() -> None:
    mode = " device-security-mode none"
    assert mode not in _printed("ephone 1\ndescription a")
    assert _printed("ephone 1\nmac-address 1.2.3")[1:] == [mode, " mac-address 0001.0002.0003"]
    assert mode not in _printed("ephone 1\nmac-address 1.2.3\nno mac-address")
    assert mode not in _printed("ephone 1\nmac-address 1.2.3", version="7.1")
    assert mode in _printed("ephone 1\nmac-address 1.2.3", version="8.0")


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("12.3", []),
        ("12.4", [" max-conferences 8 gain -6", " transfer-system full-consult"]),
        ("15.7", [" max-conferences 8 gain -6", " transfer-system full-consult", " device-security-mode none"]),
        ("17.9", [" max-conferences 8 gain -6", " transfer-system full-consult", " device-security-mode none"]),
    ],
)
def test_old_releases_print_fewer_defaults(version: str, lines: list[str]) -> None:
    printed = _printed(f"version {version}\n{CME}\nmax-ephones 5\nephone 1\nmac-address 1.2.3")
    assert [line for line in printed if line.startswith((" max-conf", " transfer-system", " device-"))] == lines


@pytest.mark.parametrize(
    "line", ["max-conferences 8", "max-conferences 4", "transfer-system full-consult", "device-security-mode none"]
)
def test_a_line_of_an_old_release_stays_as_it_was_entered(line: str) -> None:
    header = "ephone 1\nmac-address 1.2.3" if line.startswith("device") else CME
    assert f" {line}" in _printed(f"version 12.3\n{header}\n{line}")


def test_an_interface_without_an_address_says_so() -> None:
    assert _printed("interface Loopback7")[1:] == [" no ip address"]
    assert _printed("interface Loopback7\nip address 10.0.0.1 255.0.0.0")[1:] == [" ip address 10.0.0.1 255.0.0.0"]
    assert _printed("interface Loopback7\nip address 10.0.0.1 255.0.0.0\nno ip address")[1:] == [" no ip address"]
    assert _printed("interface Serial0/0/0\nip unnumbered Loopback0")[1:] == [" ip unnumbered Loopback0"]
    assert _printed("interface GigabitEthernet0/0.5\nencapsulation dot1Q 5")[1:] == [" encapsulation dot1Q 5"]


@pytest.mark.parametrize(
    ("header", "typed", "printed"),
    [
        (CME, "max-conferences 4", "max-conferences 4 gain -6"),
        (CME, "max-conferences 4 gain 3", "max-conferences 4 gain 3"),
        (CME, "ip source-address 10.0.0.1", "ip source-address 10.0.0.1 port 2000"),
        (CME, "ip source-address 10.0.0.1 port 2001", "ip source-address 10.0.0.1 port 2001"),
        (CME, "ip source-address 10.0.0.1 strict-match", "ip source-address 10.0.0.1 port 2000 strict-match"),
        (CME, "ip source-address 10.0.0.1 secondary 10.0.0.2", "ip source-address 10.0.0.1 port 2000 secondary 10.0.0.2"),
        ("call-manager-fallback", "ip source-address 10.0.0.1", "ip source-address 10.0.0.1 port 2000"),
        ("voice register global", "source-address 10.0.0.1", "source-address 10.0.0.1 port 5060"),
    ],
)
def test_the_router_fills_in_parts_that_were_left_out(header: str, typed: str, printed: str) -> None:
    assert f" {printed}" in _printed(f"{header}\n{typed}")
    assert f" {printed}" in _printed(f"{header}\n{printed}")


def test_a_line_beside_a_template_is_printed_since_the_template_says_otherwise() -> None:
    template = "ephone-template 1\nkeepalive 60\n"
    assert " keepalive 30" in _printed(f"{template}ephone 1\nkeepalive 30\nephone-template 1")
    assert " keepalive 30" not in _printed(f"{template}ephone 1\nkeepalive 30")


def test_users_stand_as_they_were_entered_with_the_type_of_the_password() -> None:
    typed = "username zoe password x y\nusername adam privilege 15 password 0 z\nusername bob nopassword\nusername eve privilege 5"
    assert _printed(typed) == [
        "username zoe password 0 x y", "username adam privilege 15 password 0 z", "username bob nopassword",
        "username eve privilege 5",
    ]  # fmt: skip


def test_dial_peers_stand_as_they_were_entered() -> None:
    typed = (
        "dial-peer voice 20 voip\ndial-peer voice 3 pots\ndial-peer voice 20 voip\nno dial-peer voice 3\ndial-peer voice 1 voip\n"
    )
    assert _printed(typed + "dial-peer voice 3 voip") == [f"dial-peer voice {tag} voip" for tag in (20, 1, 3)]


def test_the_order_of_interfaces() -> None:
    names = [
        "Loopback0", "Loopback1", "Loopback10", "Tunnel2", "Embedded-Service-Engine0/0", "GigabitEthernet0/0", "GigabitEthernet0/0.5",
        "GigabitEthernet0/0.10", "GigabitEthernet0/1", "GigabitEthernet0/0/0", "Serial0/0/0", "Serial0/2/0:0", "Serial0/3/0:23",
        "FastEthernet1/0", "GigabitEthernet0", "Async0/1/0", "Cellular0/2/0", "Vlan1", "Vlan20", "Virtual-Template1", "Dialer0", "BVI1",
    ]  # fmt: skip
    assert sorted(set(names), key=interface_place) == names


@pytest.mark.parametrize(
    "names",
    [
        ["FastEthernet0/1", "FastEthernet0/2", "FastEthernet0/24", "GigabitEthernet0/1", "GigabitEthernet0/2"],
        ["GigabitEthernet1/1/1", "GigabitEthernet1/1/2", "TenGigabitEthernet1/1/1", "TenGigabitEthernet1/1/2"],
        ["FastEthernet0/0", "Serial0/0", "FastEthernet0/1", "Serial0/1"],
        ["GigabitEthernet0/0/0", "Service-Engine0/1/0", "GigabitEthernet0", "BRI0/1/0:0", "BRI0/1/1:0"],
    ],
)
def test_the_order_of_ports_of_one_slot(names: list[str]) -> None:
    assert sorted(set(names), key=interface_place) == names


def test_a_port_of_a_printed_text_has_no_address_line_of_its_own() -> None:
    ports = "interface FastEthernet0/1\nexit\ninterface FastEthernet0/2\nno ip address\nexit\ninterface Vlan1\n"
    router = Router.from_text(f"version 15.0\n{ports}end\n")
    shown = [line for line in router.running_config.split("\n") if line.startswith(("interface", " no ip address"))]
    assert shown == [
        "interface FastEthernet0/1", "interface FastEthernet0/2", " no ip address", "interface Vlan1", " no ip address",
    ]  # fmt: skip
    assert Router.from_text(ports).running_config.count(" no ip address") == 3


def test_a_channel_of_a_printed_text_has_an_address_line() -> None:
    router = Router.from_text("version 15.0\ninterface Serial0/0/0:23\n isdn switch-type primary-ni\nend\n")
    assert "interface Serial0/0/0:23\n no ip address\n" in router.running_config


def test_a_port_that_is_entered_later_has_an_address_line() -> None:
    router = Router.from_text("version 15.0\ninterface FastEthernet0/1\nend\n")
    session = router.session()
    for line in ("configure terminal", "interface FastEthernet0/1", "ip address 192.0.2.1 255.255.255.0", "no ip address", "end"):
        assert session.run(line).accepted
    assert "interface FastEthernet0/1\n no ip address\n" in router.running_config


def test_a_port_whose_address_is_reset_has_an_address_line() -> None:
    router = Router.from_text("version 15.0\ninterface FastEthernet0/1\n ip address 192.0.2.1 255.255.255.0\nend\n")
    session = router.session()
    for line in ("configure terminal", "interface FastEthernet0/1", "default ip address", "end"):
        assert session.run(line).accepted
    assert "interface FastEthernet0/1\n no ip address\n" in router.running_config


def test_the_first_words_of_an_access_list_have_one_width() -> None:
    named = "ip access-list extended A\ndeny ip any any\npermit ip any any"
    typed = f"access-list 7 deny any\naccess-list 7 permit any\naccess-list 7 remark deny\n{named}"
    assert _printed(typed) == [
        "ip access-list extended A", " deny   ip any any", " permit ip any any", "access-list 7 deny   any", "access-list 7 permit any",
        "access-list 7 remark deny",
    ]  # fmt: skip


def test_a_number_stands_before_the_first_words() -> None:
    typed = (
        "ip access-list extended A\n10 permit ip any any\n20 deny ip any any\nip access-list standard B\n10 deny any\n20 permit any"
    )
    assert _printed(f"version 17.3\n{typed}") == [
        "version 17.3", "ip access-list standard B", " 10 deny   any", " 20 permit any",
        "ip access-list extended A", " 10 permit ip any any", " 20 deny   ip any any",
    ]  # fmt: skip


def test_an_address_family_ends_at_the_margin_of_its_header() -> None:
    assert _printed("vrf definition A\naddress-family ipv4") == ["vrf definition A", " address-family ipv4", " exit-address-family"]
    lines = list(render(Typist(language()).types("vrf definition A\naddress-family ipv4").configuration.root))
    assert lines == ["vrf definition A", " !", " address-family ipv4", " exit-address-family", "!", "end"]


@pytest.mark.parametrize(
    "name", ["ephone 1\n keepalive 30\n mac-address 1.2.3", "telephony-service\n max-conferences 4\n keepalive 30"]
)
def test_the_printed_text_has_the_same_effect(name: str) -> None:
    router = Router.from_text(name + "\nend")
    assert in_force(Router.from_text(router.running_config).config.root) == in_force(router.config.root)
