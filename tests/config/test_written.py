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
    ("access-list 100 permit ip any 10.1.2.3 0.0.255.255 dscp 46", "access-list 100 permit ip any 10.1.0.0 0.0.255.255 dscp 46"),
    ("access-list 100 permit ip any any ttl eq 80", "access-list 100 permit ip any any ttl eq 80"),
    ("access-list 100 permit object-group S any any", "access-list 100 permit object-group S any any"),
    ("access-list 100 dynamic D permit ip 10.0.0.1 0.0.0.0 any", "access-list 100 dynamic D permit ip 10.0.0.1 0.0.0.0 any"),
    ("ip prefix-list A seq 9 permit 10.1.1.1/8 le 24", "ip prefix-list A seq 9 permit 10.0.0.0/8 le 24"),
    ("ip prefix-list A permit 0.0.0.0/0", "ip prefix-list A seq 5 permit 0.0.0.0/0"),
    ("ipv6 prefix-list A permit 2001:DB8::/32", "ipv6 prefix-list A seq 5 permit 2001:DB8::/32"),
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
