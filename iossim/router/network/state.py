"""The state of the router's network beside its configuration: counters, resolved addresses, cleared leases."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config import Configuration
from iossim.router.clock import Clock
from iossim.router.links import Links
from iossim.router.phones import Phones


@dataclass(slots=True)
class Counters:
    """The traffic of one interface since its counters were cleared.

    Attributes:
        packets_in: packets received.
        bytes_in: bytes received.
        packets_out: packets sent.
        bytes_out: bytes sent.
        cleared_at: when they were cleared, in seconds since boot; None for never.
    """

    packets_in: int = 0
    bytes_in: int = 0
    packets_out: int = 0
    bytes_out: int = 0
    cleared_at: int | None = None


class Network:
    """The router in its IP network.

    Life: made with the configuration when it has been read.

    Args:
        config: the configuration.
        clock: the router's clock.
        links: the states of the interfaces.
        phones: the phones.

    Attributes:
        from_startup: the lines `ip address` that the startup-config had, by the name of the interface.
        resolved: the addresses that `ping` asked for, and when they were resolved, in seconds since boot.
        unresolved: the addresses that did not answer, and when they were asked for, in seconds since boot.
        arp_cleared_at: when the ARP table was cleared, in seconds since boot.
        leases_cleared: the addresses whose lease was cleared, and when, in seconds since boot.
    """

    def __init__(self, config: Configuration, clock: Clock, links: Links, phones: Phones) -> None:
        self.config = config
        self.clock = clock
        self.links = links
        self.phones = phones
        self.from_startup = {
            section.key[0]: command.text
            for section in config.root.any_sections("interface")
            if (command := section.get("ip_address")) is not None
        }
        self.resolved: dict[str, int] = {}
        self.unresolved: dict[str, int] = {}
        self.arp_cleared_at = 0
        self.leases_cleared: dict[str, int] = {}
        self._counters: dict[str, Counters] = {}

    def counters(self, name: str) -> Counters:
        """The counters of an interface."""
        return self._counters.setdefault(name, Counters())

    def clear_counters(self, name: str) -> None:
        """Sets the counters of an interface to 0."""
        self._counters[name] = Counters(cleared_at=self.clock.uptime())
