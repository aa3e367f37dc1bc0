"""The lines of a text that a running-config has not."""

from __future__ import annotations

import pytest

from iossim.exec.files.increments import increments

RUNNING = "hostname A\n!\ninterface Loopback0\n description x\n shutdown\n!\nline con 0\n!\nend\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (RUNNING, []),
        ("", []),
        ("hostname B", ["hostname B"]),
        ("interface Loopback0\n description x\nend", []),
        ("interface Loopback0\n description y", ["interface Loopback0", " description y"]),
        ("interface Loopback0\n no shutdown\n no ip address", ["interface Loopback0", " no shutdown"]),
        ("interface Loopback0\n no description", ["interface Loopback0", " no description"]),
        ("interface Loopback1", ["interface Loopback1"]),
        ("interface Loopback1\n shutdown\n mtu 9", ["interface Loopback1", " shutdown", " mtu 9"]),
        ("no hostname\nno hostname Q", ["no hostname"]),
        ("interface Loopback0\n mtu 9\nline con 0\n mtu 9", ["interface Loopback0", " mtu 9", "line con 0", " mtu 9"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert increments(text, RUNNING) == lines


def test_upper_and_lower_case() -> None:
    assert increments("HOSTNAME a", RUNNING) == ["HOSTNAME a"]
    assert increments("HOSTNAME a", RUNNING, ignore_case=True) == []
