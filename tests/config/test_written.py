"""Entries of lists as a router writes them, and the neighbours that stay as they are."""

from __future__ import annotations

import pytest

from iossim.config import render
from iossim.language import language
from tests.config.support import Typist

CASES = [
    ("access-list 1 permit 10.0.0.1", "access-list 1 permit 10.0.0.1"),
    ("access-list 1 permit host 10.0.0.1 log", "access-list 1 permit 10.0.0.1 log"),
    ("access-list 1 permit 10.0.0.1 log", "access-list 1 permit 10.0.0.1 log"),
    ("access-list 1 deny any", "access-list 1 deny   any"),
    ("access-list 1 deny 10.9.9.9 255.0.0.255", "access-list 1 deny   0.9.9.0 255.0.0.255"),
    ("access-list 1 remark host 10.0.0.1", "access-list 1 remark host 10.0.0.1"),
    ("access-list 1300 permit host 10.0.0.1", "access-list 1300 permit 10.0.0.1"),
    ("access-list 100 permit ip host 10.0.0.1 any", "access-list 100 permit ip host 10.0.0.1 any"),
    ("access-list 100 permit 17 any any", "access-list 100 permit udp any any"),
    ("access-list 100 permit 88 any any", "access-list 100 permit eigrp any any"),
    ("access-list 100 permit 200 any any", "access-list 100 permit 200 any any"),
    ("access-list 100 permit tcp any eq 80 any", "access-list 100 permit tcp any eq www any"),
    ("access-list 100 permit tcp any any eq 69", "access-list 100 permit tcp any any eq 69"),
    ("access-list 100 permit udp any any eq 69", "access-list 100 permit udp any any eq tftp"),
    ("access-list 100 permit tcp any any gt 23 log", "access-list 100 permit tcp any any gt telnet log"),
    ("access-list 100 permit tcp any any neq 22 25 443", "access-list 100 permit tcp any any neq 22 smtp 443"),
    ("access-list 100 permit ip any 10.1.2.3 0.0.255.255 dscp 46", "access-list 100 permit ip any 10.1.0.0 0.0.255.255 dscp ef"),
    ("access-list 100 permit ip any any dscp 45", "access-list 100 permit ip any any dscp 45"),
    ("access-list 100 permit ip any any precedence 5 log", "access-list 100 permit ip any any precedence critical log"),
    ("access-list 100 permit icmp any any 8", "access-list 100 permit icmp any any echo"),
    ("access-list 100 permit icmp any any 8 log", "access-list 100 permit icmp any any echo log"),
    ("access-list 100 permit icmp any any 3 4", "access-list 100 permit icmp any any 3 4"),
    ("access-list 100 permit icmp any any 7", "access-list 100 permit icmp any any 7"),
    ("access-list 100 permit ip any any ttl eq 80", "access-list 100 permit ip any any ttl eq 80"),
    ("access-list 100 permit object-group S any any", "access-list 100 permit object-group S any any"),
    ("access-list 100 dynamic D permit ip 10.0.0.1 0.0.0.0 any", "access-list 100 dynamic D permit ip 10.0.0.1 0.0.0.0 any"),
    ("ip prefix-list A seq 9 permit 10.1.1.1/8 le 24", "ip prefix-list A seq 9 permit 10.0.0.0/8 le 24"),
    ("ip prefix-list A permit 0.0.0.0/0", "ip prefix-list A seq 5 permit 0.0.0.0/0"),
    ("ipv6 prefix-list A permit 2001:DB8::/32", "ipv6 prefix-list A seq 5 permit 2001:DB8::/32"),
]

#: Lines outside of lists, with names in place of numbers, and with the words that the router fills in.
OTHER_CASES = [
    ("logging trap 7", "logging trap debugging"),
    ("logging buffered 8192 4", "logging buffered 8192 warnings"),
    ("logging buffered 5000", "logging buffered 5000"),
    ("snmp-server community lab", "snmp-server community lab RO"),
    ("snmp-server community lab view ALL 10", "snmp-server community lab view ALL RO 10"),
    ("snmp-server community lab RW", "snmp-server community lab RW"),
    ("username ann privilege 1 nopassword", "username ann nopassword"),
    ("username ann privilege 2 nopassword", "username ann privilege 2 nopassword"),
    ("exec-timeout 5", " exec-timeout 5 0"),
    ("exec-timeout 10", ""),
    ("tunnel mode gre ip", ""),
    ("match ip dscp 46", " match ip dscp ef "),
    ("match ip precedence 5", " match ip precedence 5 "),
    ("set dscp 46", "  set dscp ef"),
]


@pytest.mark.parametrize(("typed", "printed"), CASES)
def test_a_line_is_printed_as_a_router_writes_it(typed: str, printed: str) -> None:
    typist = Typist(language()).types(typed)
    assert list(render(typist.configuration.root)) == [printed, "!", "end"]


@pytest.mark.parametrize(("typed", "printed"), CASES)
def test_both_spellings_are_one_entry(typed: str, printed: str) -> None:
    typist = Typist(language()).types(f"{typed}\n{printed}")
    assert list(render(typist.configuration.root)) == [printed, "!", "end"]
    typist.types(f"no {typed}")
    assert list(render(typist.configuration.root)) == ["end"]


@pytest.mark.parametrize(("typed", "printed"), OTHER_CASES)
def test_a_line_of_any_mode_is_printed_as_a_router_writes_it(typed: str, printed: str) -> None:
    headers = {
        "exec-timeout": "line con 0", "tunnel": "interface Tunnel0", "match": "class-map A",
        "set": "class-map A\npolicy-map P\nclass A",
    }.get(typed.split(maxsplit=1)[0])  # fmt: skip
    typist = Typist(language()).types(f"{headers}\n{typed}" if headers else typed)
    lines = list(render(typist.configuration.root))
    assert printed in lines if printed else not any(typed.split(maxsplit=1)[0] in line for line in lines)


def test_a_route_map_has_entries_with_numbers() -> None:
    typist = Typist(language()).types(
        "route-map A\nset metric 1\nroute-map A deny\nset metric 2\nroute-map B deny\nroute-map B permit 20"
    )
    lines = ["route-map A deny 10", " set metric 2", "!", "route-map B deny 10", "!", "route-map B permit 20", "!", "end"]
    assert list(render(typist.configuration.root)) == lines
    assert typist.type("route-map B").refused == "% Please specify the entry by its sequence"
    typist.types("no route-map B\nno route-map A deny 10")
    assert list(render(typist.configuration.root)) == ["end"]
