"""ping and traceroute at their edges; `tests/transcripts/network/ping.md` has their output."""

from __future__ import annotations

import pytest

from iossim.exec.network.ping import MOST
from tests.router.network.support import edge


def _rate(output: str) -> str:
    return next(line for line in output.split("\n") if line.startswith("Success rate"))


def test_a_ping_without_end_ends() -> None:
    router, _ = edge()
    output = router.session().execute("ping 10.1.1.1 repeat 2147483647")
    assert _rate(output).startswith(f"Success rate is 100 percent ({MOST}/{MOST})")


@pytest.mark.parametrize(
    ("line", "rate"),
    [
        ("ping 198.51.100.1 repeat 1", "Success rate is 0 percent (0/1)"),
        ("ping 198.51.100.1 repeat 3", "Success rate is 66 percent (2/3), round-trip min/avg/max = 1/1/4 ms"),
        ("ping 198.51.100.1 size 100 size 200 timeout 1 timeout 2", "Success rate is 80 percent (4/5), round-trip"),
        ("ping 198.51.100.1 repeat 3 repeat 4", "Success rate is 75 percent (3/4), round-trip min/avg/max = 1/1/4 ms"),
        ("ping ip 10.1.1.1 timeout 0 size 36 tos 255 data FFFF validate verbose", "Success rate is 100 percent (5/5), "),
        ("ping 10.1.1.1 source Loopback0", "Success rate is 100 percent (5/5), "),
        ("ping 255.255.255.255", "Success rate is 0 percent (0/5)"),
        ("ping 0.0.0.0", "Success rate is 0 percent (0/5)"),
        ("ping 198.51.100.1 size 1500 df-bit repeat 2", "Success rate is 50 percent (1/2), "),
        ("ping 198.51.100.1 size 1501 df-bit repeat 2", "Success rate is 0 percent (0/2)"),
    ],
)
def test_rates(line: str, rate: str) -> None:
    router, _ = edge()
    assert _rate(router.session().execute(line)).startswith(rate)


@pytest.mark.parametrize("line", ["ping 10.1.1.1 size 35", "ping 10.1.1.1 timeout 3601", "ping 10.1.1.1 repeat", "ping 10.1.1.1 x"])
def test_options_out_of_range(line: str) -> None:
    router, _ = edge()
    assert not router.session().run(line).accepted


def test_user_exec_may_ping() -> None:
    router, _ = edge()
    assert router.session(privilege=1).run("ping 10.1.1.1").accepted


def test_a_vrf_reaches_its_own_addresses_only() -> None:
    router, _ = edge("ip vrf BLUE", "interface Loopback5", " ip vrf forwarding BLUE", " ip address 10.5.5.5 255.255.255.255")
    user = router.session()
    assert "100 percent" in user.execute("ping vrf BLUE 10.5.5.5")
    assert "Success rate is 0 percent" in user.execute("ping vrf BLUE 10.1.1.1")
    assert "Success rate is 0 percent" in user.execute("ping 10.5.5.5")
    assert user.execute("ping vrf RED 10.5.5.5") == "% VRF RED does not exist\n"


def test_probes_of_a_traceroute_have_a_limit() -> None:
    router, _ = edge()
    output = router.session().execute("traceroute 10.1.1.77 probe 65535 ttl 0 255")
    assert len(output) < 100_000
    assert output.count("\n") == 3 + 255


@pytest.mark.parametrize(
    ("line", "received"),
    [
        ("ping 2001:db8:1::1", 5),
        ("ping ipv6 2001:DB8:1::1 repeat 3", 3),
        ("ping ipv6 FE80::1", 5),
        ("ping ipv6 2001:DB8:1::2", 0),
        ("ping 2001:DB8:2::1", 0),
    ],
)
def test_ipv6(line: str, received: int) -> None:
    """The last address is that of an interface that is down."""
    lines = (" ipv6 address 2001:DB8:1::1/64", " ipv6 address FE80::1 link-local")
    router, _ = edge("interface GigabitEthernet0/0", *lines, "interface GigabitEthernet0/2", " ipv6 address 2001:DB8:2::1/64")
    assert f"({received}/" in router.session().execute(line)
