"""Phones that tried to register and were refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

#: How many refused phones are kept if no command sets it.
SIZE = 500


@dataclass(slots=True)
class RefusedPhone:
    """A phone that was refused.

    Attributes:
        mac: its MAC address.
        address: the IP address that it came from; "" if not known.
        reported: the type that it reported.
        reason: why it was refused.
        first: the moment of its first attempt.
        latest: the moment of its last attempt.
        count: the number of its attempts.
    """

    mac: str
    address: str
    reported: str
    reason: str
    first: datetime
    latest: datetime
    count: int = 1


class RefusedPhones:
    """The refused phones, by MAC address, in the order of their first attempts.

    Args:
        size: returns how many phones are kept; those with the oldest last attempt are removed first.
    """

    def __init__(self, size: Callable[[], int] = lambda: SIZE) -> None:
        self._size = size
        self._phones: dict[str, RefusedPhone] = {}

    def note(self, mac: str, address: str, reported: str, reason: str, moment: datetime) -> None:
        """Records an attempt.

        Args:
            mac: the phone's MAC address.
            address: the IP address that it came from.
            reported: the type that it reported.
            reason: why it was refused.
            moment: the time of day.
        """
        phone = self._phones.get(mac)
        if phone is not None:
            phone.count += 1
            phone.address, phone.reported, phone.reason, phone.latest = address or phone.address, reported, reason, moment
            return
        self._phones[mac] = RefusedPhone(mac, address, reported, reason, moment, moment)
        self._shrink()

    def __iter__(self) -> Iterator[RefusedPhone]:
        """The refused phones."""
        self._shrink()
        return iter(tuple(self._phones.values()))

    def __len__(self) -> int:
        """The number of refused phones."""
        self._shrink()
        return len(self._phones)

    def clear(self, mac: str = "", address: str = "") -> None:
        """Removes one phone, by MAC address or IP address, or all."""
        for phone in list(self._phones.values()):
            if mac in ("", phone.mac) and address in ("", phone.address):
                del self._phones[phone.mac]

    def _shrink(self) -> None:
        surplus = len(self._phones) - self._size()
        if surplus > 0:
            for phone in sorted(self._phones.values(), key=lambda phone: phone.latest)[:surplus]:
                del self._phones[phone.mac]
