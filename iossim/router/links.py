"""Line and protocol state of the interfaces: the changes that `shutdown` causes, at their times, with their console messages.

A cable is in every port. A change of the configuration starts the steps; `advance` carries out the ones that are due. The line protocol
of a tunnel is up while its source is an interface that is up and has an address, and a destination is entered.
"""

from __future__ import annotations

import sched
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from iossim.config import Configuration, Section
from iossim.config.ipv4 import number
from iossim.config.networks import host_key
from iossim.config.ports import is_virtual, kind_of, main_of
from iossim.language import Identity
from iossim.router.clock import Clock
from iossim.router.log import Log

#: Seconds from `shutdown` or `no shutdown` to the message of the link, and from there to the one of the line protocol.
LINK_DELAY = 2
PROTOCOL_DELAY = 1

#: Status and protocol as `show ip interface brief` has them.
OFF = ("administratively down", "down")
UP = ("up", "up")
_DOWN = ("down", "down")
_LINK_ONLY = ("up", "down")
#: The kind of tunnels, and the commands that their line protocol depends on.
_KIND = "Tunnel"
_TUNNEL = (("tunnel_source",), ("tunnel_destination",), ("tunnel_mode",), ("ip_address",))


@dataclass(slots=True)
class _Link:
    """One interface: its administrative state, and its state on the way to it.

    Attributes:
        off: it has `shutdown`.
        state: status and protocol now.
        turn: number of changes so far; a step of an earlier change does nothing.
    """

    off: bool
    state: tuple[str, str]
    turn: int = 0


class Links:
    """The states of all interfaces of one router. Subinterfaces follow their interface, without messages.

    Life: made with the configuration when it has been read, and watches it from then on.

    Args:
        config: the configuration.
        clock: the router's clock.
        log: the router's log.
    """

    def __init__(self, config: Configuration, clock: Clock, log: Log) -> None:
        self._config = config
        self._clock = clock
        self._log = log
        self._links = {section.key[0]: _new(section) for section in config.root.any_sections("interface")}
        self._timers = sched.scheduler(self._seconds, lambda _: None)
        for name, link in self._tunnels():
            link.state = UP if self._resolves(name) else _LINK_ONLY
        config.watchers.append(self._changed)

    def state(self, section: Section) -> tuple[str, str]:
        """Status and protocol of an interface or subinterface, as `show ip interface brief` has them."""
        self.advance()
        name = section.key[0]
        main = self._links.get(main_of(name))
        if _is_off(section) or (main is not None and main.off):
            return OFF
        return main.state if main is not None else UP

    def advance(self) -> None:
        """Carries out the steps that are due, each as of its own time."""
        if not self._timers.empty():
            self._timers.run(blocking=False)

    def _seconds(self) -> float:
        """Seconds since boot."""
        return (self._clock.now() - self._clock.boot).total_seconds()

    def _changed(self, section: Section, identity: Identity) -> None:
        """Starts the steps of a change of the configuration."""
        if section.parent is None and identity[:1] == ("interface",):
            self._opened_or_removed(identity[1])
        elif identity == ("shutdown",) and section.key and section.key[0] in self._links:
            link = self._links[section.key[0]]
            if section.stands and link.off != _is_off(section):
                self._switch(section.key[0], link, not link.off)
        elif identity[:1] in _TUNNEL and section.stands:
            self._check_tunnels(self._seconds())

    def _opened_or_removed(self, name: str) -> None:
        section, link = self._config.root.section("interface", name), self._links.get(name)
        if section is None and link is not None and is_virtual(name) and not link.off:
            self._switch(name, link, True)
            self._at(self._seconds() + LINK_DELAY + PROTOCOL_DELAY, link, lambda: self._forget(name))
        elif section is not None and link is not None and is_virtual(name) and link.off:
            link.off, link.state, link.turn = False, _LINK_ONLY if kind_of(name) == _KIND else UP, link.turn + 1
        elif section is not None and link is None and "." not in name:
            tunnel = kind_of(name) == _KIND
            self._links[name] = _Link(False, _LINK_ONLY if tunnel else UP)
            if tunnel or kind_of(name) == "Loopback":
                self._report_protocol(name, "down" if tunnel else "up", self._seconds())

    def _forget(self, name: str) -> None:
        del self._links[name]

    def _tunnels(self) -> list[tuple[str, _Link]]:
        """The tunnels that have no `shutdown`."""
        return [(name, link) for name, link in self._links.items() if kind_of(name) == _KIND and not link.off]

    def _check_tunnels(self, at: float) -> None:
        """Brings the line protocol of tunnels up or down, after a change of their commands or of another interface."""
        for name, link in self._tunnels():
            up = self._resolves(name)
            if link.state in (UP, _LINK_ONLY) and up != (link.state == UP):
                link.state = UP if up else _LINK_ONLY
                self._report_protocol(name, "up" if up else "down", at)

    def _resolves(self, name: str) -> bool:
        """True if a tunnel has a source that is up, and a destination or none to have (`tunnel mode gre multipoint`)."""
        section = self._config.root.section("interface", name)
        source = section.get("tunnel_source") if section is not None else None
        if section is None or source is None:
            return False
        mode = section.get("tunnel_mode")
        if section.get("tunnel_destination") is None and (mode is None or "multipoint" not in mode.text):
            return False
        word = source.words[-1]
        if word.count(".") == 3 and word[0].isdigit():
            return any(self._is_up(owner) for owner in self._config.values.at(host_key(number(word))))
        owner = self._config.root.section("interface", word)
        address = owner.get("ip_address") if owner is not None else None
        return owner is not None and address is not None and not address.negative and self._is_up(owner)

    def _is_up(self, section: Section) -> bool:
        main = self._links.get(main_of(section.key[0]))
        return not _is_off(section) and main is not None and main.state == UP

    def _switch(self, name: str, link: _Link, off: bool) -> None:
        """Starts the steps down, or up."""
        was_up = link.state == UP
        link.off, link.turn = off, link.turn + 1
        link.state = OFF if off else _DOWN
        at = self._seconds() + LINK_DELAY
        if off:
            self._at(at, link, lambda: self._report_link(name, "5-CHANGED", "administratively down", at))
            if was_up:
                self._at(at + PROTOCOL_DELAY, link, lambda: self._report_protocol(name, "down", at + PROTOCOL_DELAY))
            if kind_of(name) != _KIND:
                self._at(at + PROTOCOL_DELAY, link, lambda: self._check_tunnels(at + PROTOCOL_DELAY))
        else:
            self._at(at, link, lambda: self._link_up(name, link, at))
            self._at(at + PROTOCOL_DELAY, link, lambda: self._protocol_up(name, link, at + PROTOCOL_DELAY))

    def _at(self, due: float, link: _Link, step: Callable[[], None]) -> None:
        turn = link.turn
        self._timers.enterabs(due, 0, lambda: step() if link.turn == turn else None)

    def _link_up(self, name: str, link: _Link, at: float) -> None:
        link.state = _LINK_ONLY
        self._report_link(name, "3-UPDOWN", "up", at)

    def _protocol_up(self, name: str, link: _Link, at: float) -> None:
        if kind_of(name) == _KIND:
            self._check_tunnels(at)
            return
        link.state = UP
        self._report_protocol(name, "up", at)
        self._check_tunnels(at)

    def _report_link(self, name: str, message: str, state: str, at: float) -> None:
        severity, mnemonic = message.split("-")
        text = f"Interface {name}, changed state to {state}"
        self._log("LINK", int(severity), mnemonic, text, self._clock.boot + timedelta(seconds=at))

    def _report_protocol(self, name: str, state: str, at: float) -> None:
        text = f"Line protocol on Interface {name}, changed state to {state}"
        self._log("LINEPROTO", 5, "UPDOWN", text, self._clock.boot + timedelta(seconds=at))


def _is_off(section: Section) -> bool:
    command = section.get("shutdown")
    return command is not None and not command.negative


def _new(section: Section) -> _Link:
    off = _is_off(section)
    return _Link(off, OFF if off else UP)
