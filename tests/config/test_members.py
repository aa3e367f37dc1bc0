"""`interface range`: the names of its members, typed and in files."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.language.notations.interfaces import names_in

GIGABIT = "GigabitEthernet0/"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("gi0/0 - 2", [f"{GIGABIT}0", f"{GIGABIT}1", f"{GIGABIT}2"]),
        ("gi0/0-1", [f"{GIGABIT}0", f"{GIGABIT}1"]),
        ("gi 0/0 - 1", [f"{GIGABIT}0", f"{GIGABIT}1"]),
        ("gi0/0 , lo0 - 1", [f"{GIGABIT}0", "Loopback0", "Loopback1"]),
        ("gi0/1 - gi0/2", [f"{GIGABIT}1", f"{GIGABIT}2"]),
        ("gi0/1 , gi0/1", [f"{GIGABIT}1"]),
        ("vlan 9 - 10", ["Vlan9", "Vlan10"]),
        ("gi0/2 - 1", []),
        ("gi0/0 -", []),
        ("gi0/0 ,", []),
        ("gi0/0 - lo3", []),
        ("lo0 - 99999999", []),
        ("x0 - 1", []),
        ("", []),
    ],
)
def test_the_members_of_a_range(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_a_range_of_a_file_is_read_into_its_members() -> None:
    text = "interface FastEthernet0/1\n description one\ninterface range FastEthernet0/1 - 2\n switchport voice vlan 20\n mystery\nend\n"
    router = Router(text=text)
    lines = router.running_config.split("\n")
    begin = lines.index("interface FastEthernet0/1")
    one = {"interface FastEthernet0/1", " description one", " switchport voice vlan 20", " mystery"}
    assert set(lines[begin : begin + 4]) == one
    begin = lines.index("interface FastEthernet0/2")
    assert set(lines[begin : begin + 3]) == {"interface FastEthernet0/2", " switchport voice vlan 20", " mystery"}
    assert "range" not in router.running_config
    assert Router(text=router.running_config).running_config == router.running_config


def test_the_line_after_a_range_is_global_again() -> None:
    router = Router(text="interface range FastEthernet0/1 - 2\n shutdown\nhostname After\nend\n")
    assert router.hostname == "After"


def test_a_range_is_left_where_a_member_is_removed() -> None:
    router = Router()
    one, other = router.session(), router.session()
    for line in ("configure terminal", "interface range Loopback0 - 1"):
        one.execute(line)
    assert one.prompt == "Router(config-if-range)#"
    for line in ("configure terminal", "no interface Loopback1"):
        other.execute(line)
    one.execute("")
    assert one.prompt == "Router(config)#"


def test_a_refusal_keeps_no_member_from_the_line() -> None:
    router = Router()
    session = router.session()
    session.execute("configure terminal")
    session.execute("interface range gi0/0 - 1")
    assert session.execute("ip address 10.0.0.1 255.255.255.0").startswith("% 10.0.0.0 overlaps with GigabitEthernet0/0")
    assert router.running_config.count("10.0.0.1") == 1
