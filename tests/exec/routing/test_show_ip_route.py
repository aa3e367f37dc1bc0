"""show ip route at its edges; `tests/transcripts/network/routes.md` has its output."""

from __future__ import annotations

import pytest

from iossim import Router
from tests.router.network.support import edge
from tests.router.support import configure

STATIC = ("ip route 10.7.0.0 255.255.0.0 10.1.1.9", "ip route 10.7.1.0 255.255.255.0 10.1.1.8 20 tag 77")


def _rows(router: Router, line: str = "show ip route") -> list[str]:
    lines = router.session().execute(line).rstrip("\n").split("\n")
    return lines[lines.index(next(line for line in lines if line.startswith("Gateway"))) + 2 :]


def test_columns() -> None:
    """A route with a mask of its own begins in column 9, a classful one and the default in column 6."""
    router, _ = edge(*STATIC, "ip route 192.168.5.0 255.255.255.0 10.1.1.9", "ip route 10.0.0.0 255.0.0.0 Null0")
    rows = _rows(router)
    assert rows[0] == "S*    0.0.0.0/0 [1/0] via 198.51.100.1"
    assert rows[1] == "      10.0.0.0/8 is variably subnetted, 7 subnets, 4 masks"
    assert "S        10.0.0.0/8 is directly connected, Null0" in rows
    assert "S        10.7.1.0/24 [20/0] via 10.1.1.8" in rows
    assert "S     192.168.5.0/24 [1/0] via 10.1.1.9" in rows
    assert "C        192.0.2.1 is directly connected, Loopback0" in rows


def test_no_gateway_and_no_routes() -> None:
    router, _ = edge("no ip route 0.0.0.0 0.0.0.0 198.51.100.1")
    assert "Gateway of last resort is not set" in router.session().execute("show ip route")
    empty = Router.from_text("hostname Bare\nend\n")
    assert empty.session().execute("show ip route").endswith("Gateway of last resort is not set\n\n")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("show ip route 10.7.9.9", "Routing entry for 10.7.0.0/16"),
        ("show ip route 10.7.1.9", "Routing entry for 10.7.1.0/24"),
        ("show ip route 10.7.0.0 255.255.0.0", "Routing entry for 10.7.0.0/16"),
        ("show ip route 10.7.0.0 255.255.255.0", "% Subnet not in table"),
        ("show ip route 10.8.0.0", "% Subnet not in table"),
        ("show ip route 11.0.0.0", "% Network not in table"),
        ("show ip route 10.1.1.1", "Routing entry for 10.1.1.1/32"),
        ("show ip route 0.0.0.0 0.0.0.0", "Routing entry for 0.0.0.0/0, supernet"),
        ("show ip route 10.7.1.0 255.0.255.0", "% Network not in table"),
        ("show ip route vrf RED", "% IP routing table RED does not exist"),
    ],
)
def test_one_network(line: str, shown: str) -> None:
    router, _ = edge(*STATIC)
    assert router.session().execute(line).split("\n")[0] == shown


def test_a_tag_is_shown() -> None:
    router, _ = edge(*STATIC)
    output = router.session().execute("show ip route 10.7.1.0")
    assert '  Known via "static", distance 20, metric 0' in output
    assert "      Route tag 77" in output


def test_a_part_counts_all_subnets() -> None:
    router, _ = edge(*STATIC)
    rows = _rows(router, "show ip route static")
    assert rows[1] == "      10.0.0.0/8 is variably subnetted, 6 subnets, 3 masks"
    assert len(rows) == 4
    assert _rows(router, "show ip route ospf") == []


def test_the_summary_counts_what_the_table_has() -> None:
    router, _ = edge(*STATIC, "router ospf 1")
    rows = {line[:16].strip(): line[16:].split() for line in router.session().execute("show ip route summary").split("\n")[3:]}
    assert rows["connected"][:2] == ["0", "7"]
    assert rows["static"][:2] == ["1", "2"]
    assert rows["ospf 1"][:2] == ["0", "0"]
    assert int(rows["Total"][1]) == 9


def test_a_route_goes_with_its_line() -> None:
    router, _ = edge(*STATIC)
    before = _rows(router)
    configure(router, "no ip route 10.7.0.0 255.255.0.0 10.1.1.9")
    assert not [row for row in _rows(router) if "10.7.0.0" in row]
    configure(router, "ip route 10.7.0.0 255.255.0.0 10.1.1.9")
    assert _rows(router) == before
