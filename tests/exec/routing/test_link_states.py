"""The checksums of link states are those of routers: the numbers here were printed by one."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network

import pytest

from iossim.router.network.ospf import EXTERNAL, SUMMARY, LinkState, age_of, sequence_of

ROUTER = IPv4Address("11.11.11.11")


@pytest.mark.parametrize(
    ("network", "metric", "options", "checksum"),
    [("10.1.1.0/24", 10, 0x22, 0xE603), ("10.0.0.0/30", 10, 0x20, 0x0AE6), ("0.0.0.0/0", 1, 0x20, 0x44BC)],
)
def test_a_summary(network: str, metric: int, options: int, checksum: int) -> None:
    state = LinkState(SUMMARY, "0", IPv4Network(network), ROUTER, metric, options=options)
    assert state.checksum(0x80000012) == checksum
    assert state.length == 28


def test_an_external_network() -> None:
    router = IPv4Address("33.33.33.11")
    state = LinkState(EXTERNAL, "", IPv4Network("0.0.0.0/0"), router, 1, metric_type=1, tag=1, options=0x20)
    assert state.checksum(0x80000012) == 0x387B
    assert state.length == 36


def test_it_is_sent_again_after_half_an_hour() -> None:
    assert (sequence_of(1799), age_of(1799)) == (0x80000001, 1799)
    assert (sequence_of(1800), age_of(1800)) == (0x80000002, 0)
