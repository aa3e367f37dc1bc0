"""The phones that were refused: which are kept, and how attempts are counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from iossim.router.phones import RefusedPhones
from tests.router.support import configure, office

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _noted(phones: RefusedPhones, *macs: str) -> None:
    """Notes one attempt of a phone after the other, a second apart."""
    for place, mac in enumerate(macs):
        phones.note(mac, f"10.0.0.{place}", "7960", "refused", START + timedelta(seconds=place))


def test_the_phone_with_the_oldest_last_attempt_is_removed_first() -> None:
    phones = RefusedPhones(lambda: 2)
    _noted(phones, "a", "b", "a", "c")
    assert [phone.mac for phone in phones] == ["a", "c"], "a tried first, but b has not tried for longest"


def test_a_smaller_size_counts_at_once() -> None:
    size = 3
    phones = RefusedPhones(lambda: size)
    _noted(phones, "a", "b", "c", "a")
    size = 1
    assert len(phones) == 1
    assert [phone.mac for phone in phones] == ["a"]
    size = 0
    assert not list(phones)


def test_of_two_phones_of_the_same_moment_the_first_one_is_removed() -> None:
    phones = RefusedPhones(lambda: 1)
    for mac in ("a", "b"):
        phones.note(mac, "", "", "", START)
    assert [phone.mac for phone in phones] == ["b"]


def test_an_attempt_without_address_keeps_the_known_one() -> None:
    phones = RefusedPhones()
    _noted(phones, "a")
    phones.note("a", "", "7841", "again", START + timedelta(minutes=1))
    (phone,) = phones
    assert (phone.address, phone.reported, phone.reason, phone.count) == ("10.0.0.0", "7841", "again", 2)
    assert (phone.first, phone.latest) == (START, START + timedelta(minutes=1))


def test_one_phone_can_be_cleared_by_mac_or_by_ip_address() -> None:
    phones = RefusedPhones()
    _noted(phones, "a", "b", "c", "d")
    phones.clear(mac="a")
    phones.clear(address="10.0.0.1")
    phones.clear(mac="c", address="10.0.0.3")
    assert [phone.mac for phone in phones] == ["c", "d"]
    phones.clear()
    assert not len(phones)


def test_the_sip_size_is_configured_and_10_without_it() -> None:
    router, time = office()
    for number in range(12):
        router.phones.register_pool_mac(f"0011.2233.{number:04}")
        time.passes(1)
    assert [phone.mac[-2:] for phone in router.phones.sip_attempts] == [f"{number:02}" for number in range(2, 12)]
    configure(router, "voice register global", "attempted-registrations size 50")
    router.phones.register_pool_mac("0011.2233.9999")
    assert len(router.phones.sip_attempts) == 11
