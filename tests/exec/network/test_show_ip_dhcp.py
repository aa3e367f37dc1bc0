"""show ip dhcp binding: the end of a lease in the time of the router."""

from __future__ import annotations

import pytest

from tests.router.network.support import edge


@pytest.mark.parametrize(
    ("zone", "ends"),
    [
        ((), "Nov 23 2026 02:00 PM"),
        (("clock timezone EST -5",), "Nov 23 2026 09:00 AM"),
        (("clock timezone IST 5 30",), "Nov 23 2026 07:30 PM"),
        (("clock timezone JST 10",), "Nov 24 2026 12:00 AM"),
        (("clock timezone AEST 10", "clock summer-time AEDT date 4 Oct 2026 2:00 4 Apr 2027 3:00"), "Nov 24 2026 01:00 AM"),
    ],
)
def test_the_end_of_a_lease_follows_the_time_zone(zone: tuple[str, ...], ends: str) -> None:
    router, _ = edge(*zone)
    router.phones.register(1, "10.1.1.21")
    rows = router.session().execute("show ip dhcp binding").splitlines()[4:]
    assert [row for row in rows if row.startswith("10.1.1.21 ")] == [
        f"10.1.1.21           0100.1122.3344.01       {ends}    Automatic"
    ]
    assert any(row.endswith("Infinite                Manual") for row in rows)
