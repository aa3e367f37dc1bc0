"""The leases of the router's DHCP server."""

from __future__ import annotations

from datetime import timedelta

from iossim.router import RouterCore
from iossim.router.network.leases import clear, client_id, leases
from tests.router.network.support import edge
from tests.router.support import configure


def _given(router: RouterCore) -> dict[str, tuple[str, bool]]:
    return {str(lease.address): (lease.client, lease.manual) for lease in leases(router.network)}


PRINTER = {"10.1.1.200": ("0011.2233.4499", True)}


def test_a_phone_has_a_lease_and_a_kept_address_is_manual() -> None:
    router, _ = edge()
    assert _given(router) == PRINTER
    router.phones.register("1", "10.1.1.50")
    assert _given(router) == PRINTER | {"10.1.1.50": ("0100.1122.3344.01", False)}
    router.phones.unregister("1")
    assert _given(router) == PRINTER


def test_an_address_outside_the_pool_or_excluded_from_it_was_not_leased() -> None:
    router, _ = edge()
    router.phones.register("1", "10.1.9.50")
    router.phones.register("2", "10.1.1.20")
    assert _given(router) == PRINTER


def test_a_lease_of_two_hours_is_renewed_every_hour() -> None:
    router, time = edge()
    router.phones.register("1", "10.1.1.50")
    start = time.now
    for minutes, ends in ((0, 120), (59, 120), (60, 180), (119, 180), (120, 240)):
        time.now = start + timedelta(minutes=minutes)
        assert [lease.ends for lease in leases(router.network) if not lease.manual] == [start + timedelta(minutes=ends)]


def test_a_lease_without_end_and_one_of_a_day() -> None:
    router, time = edge()
    router.phones.register("1", "10.1.1.50")
    configure(router, "ip dhcp pool PHONES", "lease infinite")
    assert [lease.ends for lease in leases(router.network) if not lease.manual] == [None]
    configure(router, "ip dhcp pool PHONES", "no lease")
    assert [lease.ends for lease in leases(router.network) if not lease.manual] == [time.now + timedelta(days=1)]


def test_a_cleared_lease_is_back_when_the_phone_renews_it() -> None:
    router, time = edge()
    router.phones.register("1", "10.1.1.50")
    time.passes(10)
    assert not clear(router.network, "10.1.1.51")
    assert not clear(router.network, "10.1.1.200")
    assert clear(router.network, "10.1.1.50")
    assert _given(router) == PRINTER
    time.passes(3600)
    assert "10.1.1.50" in _given(router)
    assert clear(router.network)
    assert _given(router) == PRINTER


def test_a_client_identifier() -> None:
    assert client_id("0200.5E00.5301") == "0102.005e.0053.01"
