"""The vty line that a connection gets."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.remote.vty import free_line, takes

LINES = """access-list 10 permit 10.0.0.0 0.0.0.255
access-list 10 deny any
line vty 0 1
 access-class 10 in
 transport input ssh
 exec-timeout 5 30
line vty 2
 transport input telnet
line vty 3 5
 transport input all
 exec-timeout 0
end
"""


def router(text: str = LINES) -> Router:
    return Router.from_text(text)


@pytest.mark.parametrize(
    ("protocol", "address", "taken", "number"),
    [
        ("ssh", "10.0.0.7", set(), 0),
        ("ssh", "10.0.0.7", {0}, 1),
        ("ssh", "10.0.0.7", {0, 1}, 3),
        ("ssh", "::ffff:10.0.0.7", set(), 0),
        ("ssh", "192.0.2.1", set(), 3),
        ("telnet", "10.0.0.7", set(), 2),
        ("telnet", "10.0.0.7", {2}, 3),
        ("telnet", "10.0.0.7", {2, 3, 4, 5}, None),
        ("ssh", "10.0.0.7", {0, 1, 3, 4, 5}, None),
    ],
)
def test_the_first_free_line_that_takes_the_connection(protocol: str, address: str, taken: set[int], number: int | None) -> None:
    assert free_line(router(), protocol, address, taken) == number


def test_without_lines_there_are_five() -> None:
    assert free_line(router("hostname R1\nend"), "ssh", "10.0.0.1", {0, 1, 2, 3}) == 4
    assert free_line(router("hostname R1\nend"), "ssh", "10.0.0.1", {0, 1, 2, 3, 4}) is None


def test_lines_added_later_count() -> None:
    session = (changed := router()).session()
    assert free_line(changed, "telnet", "10.0.0.1", set(range(6))) is None
    for line in ("configure terminal", "line vty 6 15", "transport input telnet", "end"):
        session.run(line)
    assert free_line(changed, "telnet", "10.0.0.1", set(range(6))) == 6


@pytest.mark.parametrize(("number", "protocols"), [(0, ["ssh"]), (2, ["telnet"]), (4, ["ssh", "telnet"]), (9, ["ssh", "telnet"])])
def test_protocols(number: int, protocols: list[str]) -> None:
    assert [protocol for protocol in ("ssh", "telnet") if takes(router(), number, protocol)] == protocols
