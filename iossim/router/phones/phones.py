"""`router.phones`: reads and changes the phones of a router at run time; for the library, EXEC, the XML views and scenarios.

Reading. A tag may be an int or a str; the result is None if nothing is configured. Every look-up takes the same time however many
phones there are.

    get(tag), pool(tag)                       Device: status, last_status, changed_at, keepalives, address,
                                              current_address ("" while not registered), port, socket, reported (the type;
                                              "" if it never registered), dnd, profile, name, mac, registered
    extension(tag), sip_extension(tag)        Extension: status and up, changed_at, state (of the line: idle seize alerting
                                              ringing connected hold), calls (channels in use), channel(n), number, size
    find(mac or device name)                  Device, by `AAAA.BBBB.CCCC`, `SEPAAAABBBBCCCC` or the digits alone
    user(profile tag)                         Device on which a voice user-profile is logged in
    summary()                                 Summary: configured, registered, unregistered, deceased, peak, peak_at, sockets
    sccp, sip                                 Registry: all(), registered(), count(status), configured(), peak, peak_at
    extensions, sip_extensions                Extensions: all()
    events                                    EventTable: devices(), extensions(), current, history, clear()
    attempts, sip_attempts                    RefusedPhones: the phones that were refused
    registrar, sip_registrar                  Registrar: sockets, counters

Times are seconds since boot (`router.clock.uptime()`). Changing (PhoneError if it is not possible):

    register(tag, address, type)              unregister(tag), decease(tag), set_dnd(tag, on)
    register_mac(mac, type, address)          a phone that need not be configured (`auto-reg-ephone`)
    register_all()                            every ephone that can register
    register_pool(tag, address), unregister_pool(tag), set_pool_dnd(tag, on)
    register_pool_mac(mac, address, type)     a SIP phone that need not be configured (`auto-register`)
    set_line(tag, state, channel, peer), set_sip_line(tag, state, channel, peer)
    reset(devices, kind, interval)            down and, after a delay, up again
    login(user, tag), logout(user)            extension mobility

Resets end when their time has come, without a thread: every access to `Phones` first runs the timers that are due. Only a program
that waits without an access calls `advance()`, so that log messages appear in time.
"""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config import Configuration, Section
from iossim.errors import PhoneError
from iossim.language import Command
from iossim.router.clock import Clock
from iossim.router.debugging import Debugging
from iossim.router.log import Log
from iossim.router.phones.autoreg import Apply
from iossim.router.phones.calls import Calls
from iossim.router.phones.device import DECEASED, REGISTERED, UNREGISTERED, Device
from iossim.router.phones.events import EventTable
from iossim.router.phones.extension import Extension
from iossim.router.phones.lookup import find
from iossim.router.phones.mobility import Mobility
from iossim.router.phones.refused import RefusedPhones
from iossim.router.phones.registrar import Registrar
from iossim.router.phones.registration import Registration, configured
from iossim.router.phones.registry import Extensions, Registry
from iossim.router.phones.removals import prepare, refusal
from iossim.router.phones.resets import Resets
from iossim.router.phones.state import State


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of SCCP phones.

    Attributes:
        configured: phones that are configured.
        registered: phones with this status.
        unregistered: phones with this status.
        deceased: phones with this status.
        peak: the most phones that were registered at one time.
        peak_at: when that was, in seconds since boot.
        sockets: open sockets.
    """

    configured: int
    registered: int
    unregistered: int
    deceased: int
    peak: int
    peak_at: int
    sockets: int


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of `Phones`, all of which work on one state."""

    state: State
    registration: Registration
    resets: Resets
    calls: Calls
    mobility: Mobility


class Phones:
    """Every phone and extension of a router, at run time.

    Life: made at every boot together with the configuration.

    Args:
        config: the configuration.
        clock: the router's clock.
        log: the router's log.
        debugging: the debugging options that are on.
        apply: applies a command to a section.
    """

    def __init__(self, config: Configuration, clock: Clock, log: Log, debugging: Debugging, apply: Apply) -> None:
        state = State(config, clock, log, debugging, apply)
        mobility = Mobility(config, state.sccp.devices)
        self._overdue = _Parts(state, Registration(state), Resets(state), Calls(state), mobility)

    @property
    def _parts(self) -> _Parts:
        """The parts, after the timers that are due have run. Every method reaches the parts through this property."""
        self._overdue.state.run_due()
        return self._overdue

    # -- reading --------------------------------------------------------------------------------------------------------------

    @property
    def sccp(self) -> Registry:
        """The ephones."""
        return self._parts.state.sccp.devices

    @property
    def sip(self) -> Registry:
        """The phones of voice register pools."""
        return self._parts.state.sip.devices

    @property
    def extensions(self) -> Extensions:
        """The ephone-dns."""
        return self._parts.state.sccp.extensions

    @property
    def sip_extensions(self) -> Extensions:
        """The voice register dns."""
        return self._parts.state.sip.extensions

    @property
    def registrar(self) -> Registrar:
        """The registrar of SCCP phones."""
        return self._parts.state.sccp.registrar

    @property
    def sip_registrar(self) -> Registrar:
        """The registrar of SIP phones."""
        return self._parts.state.sip.registrar

    @property
    def attempts(self) -> RefusedPhones:
        """The SCCP phones that were refused."""
        return self._parts.state.sccp.refused

    @property
    def sip_attempts(self) -> RefusedPhones:
        """The SIP phones that were refused."""
        return self._parts.state.sip.refused

    @property
    def events(self) -> EventTable:
        """The XML event table."""
        return self._parts.state.events

    def get(self, tag: str | int) -> Device | None:
        """An ephone by its tag; None if it is not configured."""
        return self._parts.state.sccp.devices.get(tag)

    def pool(self, tag: str | int) -> Device | None:
        """The phone of a voice register pool by its tag; None if it is not configured."""
        return self._parts.state.sip.devices.get(tag)

    def extension(self, tag: str | int) -> Extension | None:
        """An ephone-dn by its tag; None if it is not configured."""
        return self._parts.state.sccp.extensions.get(tag)

    def sip_extension(self, tag: str | int) -> Extension | None:
        """A voice register dn by its tag; None if it is not configured."""
        return self._parts.state.sip.extensions.get(tag)

    def find(self, name: str) -> Device | None:
        """The first ephone, else the first pool, with a MAC address; None if no phone has it.

        Args:
            name: the MAC address (`AAAA.BBBB.CCCC`, or with `:` or `-`, or the digits alone), or the device name `SEPAAAABBBBCCCC`.
        """
        return find(self._parts.state, name)

    def user(self, profile: str | int) -> Device | None:
        """The phone on which a voice user-profile is logged in; None if it is not logged in."""
        return self._parts.mobility.device(profile)

    def summary(self) -> Summary:
        """The numbers of SCCP phones."""
        sccp = self._parts.state.sccp
        devices = sccp.devices
        registered, unregistered, deceased = (devices.count(status) for status in (REGISTERED, UNREGISTERED, DECEASED))
        return Summary(
            devices.configured(), registered, unregistered, deceased, devices.peak, devices.peak_at, sccp.registrar.sockets
        )

    # -- registration ---------------------------------------------------------------------------------------------------------

    def register(self, tag: str | int, address: str = "", type: str = "") -> Device:
        """Registers an ephone; nothing changes if it is registered with this address and type already.

        Args:
            tag: the tag of the ephone.
            address: its IP address; by default its last address, or one of the router's network.
            type: the type that it reports; by default its last type, or the configured one.

        Raises:
            PhoneError: it cannot register.
        """
        return self._parts.registration.ephone(tag, address, type)

    def register_mac(self, mac: str, type: str = "", address: str = "") -> Device | None:
        """Registers an SCCP phone by its MAC address; a phone that is not configured becomes the next free ephone (`auto assign`).

        Args:
            mac: `AAAA.BBBB.CCCC`.
            type: the type that it reports.
            address: its IP address.

        Returns:
            The phone; None if it was refused (`no auto-reg-ephone`) and is now in `attempts`.

        Raises:
            PhoneError: it cannot register.
        """
        return self._parts.registration.ephone_by_mac(mac, address, type)

    def register_all(self) -> int:
        """Registers every ephone that has a MAC address and is not registered; returns their number.

        Raises:
            PhoneError: `max-ephones` is reached; the phones before it are registered.
        """
        return self._parts.registration.every_ephone()

    def unregister(self, tag: str | int) -> Device:
        """Ends the registration of an ephone normally; nothing changes if it is not registered.

        Raises:
            PhoneError: it is not configured.
        """
        return self._parts.registration.end_ephone(tag, UNREGISTERED, "CM-closed-TCP")

    def decease(self, tag: str | int) -> Device:
        """Ends the registration of an ephone as if three keepalives were missing.

        Raises:
            PhoneError: it is not configured.
        """
        return self._parts.registration.end_ephone(tag, DECEASED, "TCP-timeout")

    def register_pool(self, tag: str | int, address: str = "", type: str = "") -> Device:
        """Registers the phone of a voice register pool; nothing changes if it is registered with this address and type already.

        Args:
            tag: the tag of the pool.
            address: its IP address; by default its last address, or that of its pool.
            type: the type that it reports; by default its last type, or the configured one.

        Raises:
            PhoneError: it cannot register.
        """
        return self._parts.registration.pool(tag, address, type)

    def register_pool_mac(self, mac: str, address: str = "", type: str = "") -> Device | None:
        """Registers a SIP phone by its MAC address; a phone without a pool becomes the next free pool (`auto-register`).

        Args:
            mac: `AAAA.BBBB.CCCC`.
            address: its IP address.
            type: the type that it reports.

        Returns:
            The phone; None if it was refused and is now in `sip_attempts`.

        Raises:
            PhoneError: it cannot register.
        """
        return self._parts.registration.pool_by_mac(mac, address, type)

    def unregister_pool(self, tag: str | int) -> Device:
        """Ends the registration of the phone of a voice register pool; nothing changes if it is not registered.

        Raises:
            PhoneError: it is not configured.
        """
        return self._parts.registration.end_pool(tag)

    def refusal(self, section: Section, command: Command) -> str:
        """The router's refusal of another MAC address for a registered ephone; "" if it takes the command."""
        return refusal(self._parts.state, section, command)

    def prepare(self, section: Section, command: Command) -> None:
        """Takes down the phones that a command is about to remove or to change.

        Args:
            section: the section to which the command will be applied.
            command: the command.
        """
        prepare(self._parts.state, section, command)

    # -- resets ---------------------------------------------------------------------------------------------------------------

    def reset(self, devices: list[Device], kind: str = "reset", interval: int = 0, sequence: str = "") -> None:
        """Takes registered phones down, and up again after a delay.

        Args:
            devices: the phones; a phone that is not registered is left out.
            kind: `reset`, or `restart`, which is quicker.
            interval: seconds from one phone to the next.
            sequence: the name by which the phones that are still waiting can be cancelled.
        """
        self._parts.resets.begin(devices, kind, interval, sequence)

    def cancel(self, sequence: str) -> None:
        """Cancels the phones of a sequence that have not gone down yet."""
        self._parts.resets.cancel(sequence)

    def advance(self) -> None:
        """Runs the timers that are due, for a program that waits without another access."""
        self._overdue.state.run_due()

    # -- users ----------------------------------------------------------------------------------------------------------------

    def set_line(self, tag: str | int, state: str, channel: int = 1, peer: str = "") -> Extension:
        """Sets the state of a channel of an ephone-dn.

        Args:
            tag: the tag of the ephone-dn.
            state: idle, seize, alerting, ringing, connected or hold.
            channel: 1 to 8.
            peer: the number of the far end.

        Raises:
            PhoneError: no registered phone has it on a button, or it has no such channel.
        """
        return self._parts.calls.set_line(tag, state, channel, peer)

    def set_sip_line(self, tag: str | int, state: str, channel: int = 1, peer: str = "") -> Extension:
        """Sets the state of a channel of a voice register dn.

        Args:
            tag: the tag of the voice register dn.
            state: idle, seize, alerting, ringing, connected or hold.
            channel: 1 to 50.
            peer: the number of the far end.

        Raises:
            PhoneError: no registered phone has it.
        """
        return self._parts.calls.set_sip_line(tag, state, channel, peer)

    def set_dnd(self, tag: str | int, on: bool) -> Device:
        """Turns do-not-disturb of an ephone on or off.

        Raises:
            PhoneError: it is not registered.
        """
        return _set_dnd(self.sccp, tag, on)

    def set_pool_dnd(self, tag: str | int, on: bool) -> Device:
        """Turns do-not-disturb of the phone of a voice register pool on or off.

        Raises:
            PhoneError: it is not registered.
        """
        return _set_dnd(self.sip, tag, on)

    def login(self, user: str, tag: str | int) -> Device:
        """Logs a user of extension mobility in on an ephone, and out on any other phone.

        Raises:
            PhoneError: no profile has this user, or the phone has no extension mobility.
        """
        device = configured(self.sccp, tag)
        self._parts.mobility.login(user, device)
        return device

    def logout(self, user: str) -> None:
        """Logs a user of extension mobility out.

        Raises:
            PhoneError: no profile has this user.
        """
        self._parts.mobility.logout(user)


def _set_dnd(devices: Registry, tag: str | int, on: bool) -> Device:
    device = configured(devices, tag)
    if not device.registered:
        raise PhoneError(f"{devices.rule.replace('_', ' ')} {tag} is not registered")
    device.dnd = on
    return device
