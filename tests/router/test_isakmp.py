"""The log messages about ISAKMP: a file that is read has none, and what a router has is not begun again."""

from __future__ import annotations

from iossim import Router

USED = "crypto map SITES 10 ipsec-isakmp\ninterface GigabitEthernet0/0\n crypto map SITES\n"


def messages(router: Router, *lines: str) -> list[str]:
    """The messages about ISAKMP after some lines of configuration."""
    session = router.session(line="console")
    session.execute("configure terminal")
    output = "".join(session.execute(line) for line in lines)
    return [line.partition(": ")[2] for line in output.splitlines() if "ISAKMP" in line]


def test_a_file_that_uses_it_is_read_without_a_message() -> None:
    router = Router.from_text(USED)
    assert messages(router) == []
    assert messages(router, "interface Tunnel0", "tunnel protection ipsec profile default", "no interface Tunnel0") == []
    assert messages(router, "interface GigabitEthernet0/0", "no crypto map") == ["%CRYPTO-6-ISAKMP_ON_OFF: ISAKMP is OFF"]


def test_it_ends_with_the_interface_that_used_it() -> None:
    router = Router.from_text("interface Tunnel0\n tunnel protection ipsec profile default\n")
    assert messages(router, "no interface Tunnel0") == ["%CRYPTO-6-ISAKMP_ON_OFF: ISAKMP is OFF"]
    assert messages(router, "interface Tunnel1", "tunnel protection ipsec profile default", "default interface Tunnel1") == [
        "%CRYPTO-6-ISAKMP_ON_OFF: ISAKMP is ON",
        "%CRYPTO-6-ISAKMP_ON_OFF: ISAKMP is OFF",
    ]
