"""What `debug ephone …` and `debug voice register …` tell when phones register and their lines change state."""

from __future__ import annotations

from collections.abc import Callable

from iossim.router.calls import Call
from iossim.router.debugging import Debugging
from iossim.router.device import Device, Extension
from iossim.router.log import Log

#: The states of a line in the words of SCCP.
_STATES = {
    "idle": "TsOnHook",
    "seize": "TsOffHook",
    "alerting": "TsRingOut",
    "ringing": "TsRingIn",
    "connected": "TsConnected",
    "hold": "TsHold",
}
_OFF_HOOK = frozenset(("seize", "alerting", "connected"))


class Traces:
    """Tells what happens to phones, where the option for it is on.

    Args:
        debugging: the options that are on.
        log: takes the lines.
    """

    def __init__(self, debugging: Debugging, log: Log) -> None:
        self._debugging = debugging
        self._log = log

    def registered(self, device: Device, phones: Callable[[], tuple[int, int, int]], sockets: int) -> None:
        """An SCCP phone has registered.

        Args:
            device: the phone.
            phones: counts those that were registered before it, are configured, and may register.
            sockets: how many are open.
        """
        if self._debugging.is_on("ephone register", device.mac):
            tag, socket = device.tag, device.socket
            self._log.debug(f"New Skinny socket accepted [{socket}] ({sockets} active)")
            counts = "/".join(map(str, phones()))
            self._log.debug(f"ephone-({tag})[{socket}] StationRegisterMessage ({counts}) from {device.address}")
            self._log.debug(f"ephone-({tag})[{socket}] Register StationIdentifier DeviceName {device.name}")
            self._log.debug(f"ephone-{tag}[{socket}]:RegisterAck sent to ephone {tag}: keepalive period {device.interval}")

    def sip_line(self, device: Device, line: int, number: str, peer: int, known: bool, registration: int) -> None:
        """A line of a SIP phone has registered.

        Args:
            device: the phone.
            line: the place of the number in its list.
            number: the number.
            peer: the tag of its dial peer.
            known: the dial peer was there before.
            registration: the number of the registration.
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

    def sip_refused(self, name: str, address: str) -> None:
        """A SIP phone that no pool has wanted to register."""
        if self._debugging.is_on("voice register errors"):
            self._log.debug(f"VOICE_REG_POOL: Register request for ({name}) from ({address or '0.0.0.0'})")
            self._log.debug("VOICE_REG_POOL: Contact doesn't match any pools")

    def line(self, device: Device, extension: Extension, channel: int, before: Call | None, call: Call | None) -> None:
        """A channel of a line that is on a button of an SCCP phone has changed its state.

        Args:
            device: the phone.
            extension: the line.
            channel: the channel.
            before: the call as it was; None where there was none.
            call: as it is now; None where it is over.
        """
        latest = call or before
        button = next((each.number for each in device.lines if each.owns and extension.tag in each.dns), 0)
        if latest is None or not button:
            return
        name, tag = f"ephone-{device.tag}[{device.socket}]:", extension.tag
        state = _STATES[call.state if call is not None else "idle"]
        if self._debugging.is_on("ephone state", device.mac):
            was_off, is_off = (each is not None and each.state in _OFF_HOOK for each in (before, call))
            if is_off and not was_off:
                self._log.debug(f"{name}OFFHOOK")
            self._log.debug(f"{name}SetCallState line {button} DN {tag} {state}")
            if call is not None and call.peer:
                called, calling = (call.peer, extension.number) if call.outgoing else (extension.number, call.peer)
                self._log.debug(f"{name}Call Info DN {tag} line {button} ref {call.reference} called {called} calling {calling}")
            if was_off and call is None:
                self._log.debug(f"{name}ONHOOK")
        if self._debugging.is_on("ephone sccp-state", device.mac):
            self._log.debug(f"{name}SetCallState line {button} DN {tag}({tag}) chan {channel} ref {latest.reference} {state}")
