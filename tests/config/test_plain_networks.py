"""network of RIP, EIGRP and OSPF: what the router keeps of an address, its wildcard bits or its mask; and `network` elsewhere."""

from __future__ import annotations

import pytest

from iossim import Router


def kept(header: str, line: str) -> str:
    """The lines below a header after a line, in a file and typed; both must agree."""
    read = Router.from_text(f"{header}\n {line}\nend\n")
    typed = Router().session()
    for each in ("enable", "configure terminal", header, line):
        assert typed.run(each).accepted, each
    shown = [
        "\n".join(
            text.strip() for text in router.running_config.split(f"\n{header}\n")[1].splitlines() if text.startswith(" network")
        )
        for router in (read, typed.router)
    ]
    assert shown[0] == shown[1]
    return shown[0]


@pytest.mark.parametrize(
    ("header", "line", "expected"),
    [
        ("router rip", "network 10.255.255.255", "network 10.0.0.0"),
        ("router rip", "network 127.255.0.1", "network 127.0.0.0"),
        ("router rip", "network 128.1.2.3", "network 128.1.0.0"),
        ("router rip", "network 191.255.2.3", "network 191.255.0.0"),
        ("router rip", "network 192.0.2.3", "network 192.0.2.0"),
        ("router rip", "network 0.0.0.0", "network 0.0.0.0"),
        ("router eigrp 1", "network 172.16.1.1", "network 172.16.0.0"),
        ("router eigrp 1", "network 172.16.1.1 0.0.0.0", "network 172.16.1.1 0.0.0.0"),
        ("router eigrp 1", "network 172.16.1.1 0.0.3.255", "network 172.16.0.0 0.0.3.255"),
        ("router eigrp 1", "network 172.16.1.1 255.255.252.0", "network 172.16.0.0 0.0.3.255"),
        ("router eigrp 1", "network 172.16.1.1 0.0.0.5", "network 172.16.1.0 0.0.0.5"),
        ("router ospf 1", "network 10.9.8.7 255.255.255.252 area 3", "network 10.9.8.4 0.0.0.3 area 3"),
        ("router ospf 1", "network 10.9.8.7 255.255.255.255 area 3", "network 0.0.0.0 255.255.255.255 area 3"),
        ("router ospf 1", "network 10.9.8.7 0.0.0.0 area 3", "network 10.9.8.7 0.0.0.0 area 3"),
        ("router bgp 1", "network 172.16.1.0 mask 255.255.255.0", "network 172.16.1.0 mask 255.255.255.0"),
        ("ip dhcp pool A", "network 10.1.1.0 255.255.255.0", "network 10.1.1.0 255.255.255.0"),
    ],
)
def test_what_is_kept(header: str, line: str, expected: str) -> None:
    assert kept(header, line) == expected
    assert kept(header, expected) == expected


@pytest.mark.parametrize("bits", ["0.0.0.5", "255.0.255.0", "0.255.0.255"])
def test_ospf_refuses_bits_that_do_not_stand_together(bits: str) -> None:
    session = Router().session()
    for line in ("enable", "configure terminal", "router ospf 1"):
        session.run(line)
    message = "OSPF: Invalid address/mask combination (discontiguous mask)"
    assert session.run(f"network 10.0.0.0 {bits} area 0").message == message
    assert " network" not in session.router.running_config


def test_no_with_another_address_of_the_network_removes_it() -> None:
    session = Router().session()
    for line in (
        "enable",
        "configure terminal",
        "router ospf 1",
        "network 10.1.1.1 0.0.0.255 area 0",
        "no network 10.1.1.9 0.0.0.255 area 0",
    ):
        assert session.run(line).accepted
    assert " network" not in session.router.running_config
