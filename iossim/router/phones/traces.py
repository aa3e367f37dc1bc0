"""The lines of `debug ephone …` and `debug voice register …` when phones register and lines change their state."""

from __future__ import annotations

from typing import NamedTuple

from iossim.router.debugging import Debugging
from iossim.router.facts.line_states import OFF_HOOK
from iossim.router.log import Log
from iossim.router.phones.call import Call
from iossim.router.phones.device import Device
from iossim.router.phones.extension import Extension

#: The states of a line in the words of SCCP.
_STATES = {
    "idle": "TsOnHook",
    "seize": "TsOffHook",
    "alerting": "TsRingOut",
    "ringing": "TsRingIn",
    "connected": "TsConnected",
    "hold": "TsHold",
}


class RegistrationCounts(NamedTuple):
    """The numbers of SCCP phones in a StationRegisterMessage.

    Attributes:
        registered: phones that were registered before.
        configured: phones that are configured.
        maximum: phones that may register (`max-ephones`).
    """

    registered: int
    configured: int
    maximum: int


class Traces:
    """Writes debug lines to the log if their option is on.

    Args:
        debugging: the options that are on.
        log: the router's log.
    """

    def __init__(self, debugging: Debugging, log: Log) -> None:
        self._debugging = debugging
        self._log = log

    def registered(self, device: Device, counts: RegistrationCounts, sockets: int) -> None:
        """An SCCP phone has registered.

        Args:
            device: the phone.
            counts: the numbers of phones.
            sockets: the number of open sockets.
        """
        if self._debugging.is_on("ephone register", device.mac):
            tag, socket = device.tag, device.socket
            self._log.debug(f"New Skinny socket accepted [{socket}] ({sockets} active)")
            numbers = "/".join(map(str, counts))
            self._log.debug(f"ephone-({tag})[{socket}] StationRegisterMessage ({numbers}) from {device.address}")
            self._log.debug(f"ephone-({tag})[{socket}] Register StationIdentifier DeviceName {device.name}")
            self._log.debug(f"ephone-{tag}[{socket}]:RegisterAck sent to ephone {tag}: keepalive period {device.interval}")

    def sip_line(self, device: Device, line: int, number: str, peer: int, known: bool, registration: int) -> None:
        """A line of a SIP phone has registered.

        Args:
            device: the phone.
            line: the position of the number in the pool's list, from 1.
            number: the number.
            peer: the tag of its dial peer.
            known: the dial peer existed before.
            registration: the number of the registration, from 1 since boot.
        """
        if self._debugging.is_on("voice register events"):
            for text in (
                f"Contact matches pool {device.tag} number list {line}",
                f"key({number}) contact({device.address}) add to contact table",
                f"No entry for ({number}) found in contact table",
                f"Creating param container for dial-peer {peer}.",
                f"Created dial-peer entry of type {int(known)}",
                f"Registration successful for {number}, registration id is {registration}",
            ):
                self._log.debug(f"VOICE_REG_POOL: {text}")

    def sip_refused(self, mac: str, address: str) -> None:
        """A SIP phone was refused.

        Args:
            mac: its MAC address.
            address: its IP address; "" if not known.
        """
        if self._debugging.is_on("voice register errors"):
            self._log.debug(f"VOICE_REG_POOL: Register request for ({mac}) from ({address or '0.0.0.0'})")
            self._log.debug("VOICE_REG_POOL: Contact doesn't match any pools")

    def line(self, device: Device, extension: Extension, channel: int, before: Call | None, call: Call | None) -> None:
        """A channel of an extension on a button of an SCCP phone has changed its state.

        Args:
            device: the phone.
            extension: the extension.
            channel: the channel, from 1.
            before: the call until now; None if there was none.
            call: the call in its new state; None if it is over.
        """
        latest = call or before
        position = next((button.number for button in device.lines if button.owns and extension.tag in button.dns), 0)
        if latest is None or not position:
            return
        name, tag = f"ephone-{device.tag}[{device.socket}]:", extension.tag
        state = _STATES[call.state if call is not None else "idle"]
        if self._debugging.is_on("ephone state", device.mac):
            was_off, is_off = _off_hook(before), _off_hook(call)
            if is_off and not was_off:
                self._log.debug(f"{name}OFFHOOK")
            self._log.debug(f"{name}SetCallState line {position} DN {tag} {state}")
            if call is not None and call.peer:
                called, calling = (call.peer, extension.number) if call.outgoing else (extension.number, call.peer)
                self._log.debug(f"{name}Call Info DN {tag} line {position} ref {call.reference} called {called} calling {calling}")
            if was_off and call is None:
                self._log.debug(f"{name}ONHOOK")
        if self._debugging.is_on("ephone sccp-state", device.mac):
            self._log.debug(f"{name}SetCallState line {position} DN {tag}({tag}) chan {channel} ref {latest.reference} {state}")


def _off_hook(call: Call | None) -> bool:
    return call is not None and call.state in OFF_HOOK
