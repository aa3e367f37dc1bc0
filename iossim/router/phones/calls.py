"""Changes the states of lines, as users pick up, call and hang up."""

from __future__ import annotations

from iossim.errors import PhoneError
from iossim.router.phones.call import LINE_STATES, Call
from iossim.router.phones.extension import Extension
from iossim.router.phones.state import State

#: The calls that a SIP line may have at one time.
_SIP_CHANNELS = 50


class Calls:
    """The calls on the lines of a router.

    Args:
        state: the phones.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._references = 0

    def set_line(self, tag: str | int, line_state: str, channel: int, peer: str) -> Extension:
        """Sets the state of a channel of an ephone-dn.

        Args:
            tag: the tag of the ephone-dn.
            line_state: one of LINE_STATES.
            channel: 1 to the number of its channels.
            peer: the number of the far end; "" keeps the one known before.

        Raises:
            PhoneError: the ephone-dn is not configured, is on no registered phone, or has no such channel or state.
        """
        extension = self._reachable(f"ephone-dn {tag}", self._state.sccp.extensions.get(tag), line_state)
        if not 1 <= channel <= extension.size:
            raise PhoneError(f"ephone-dn {tag} has no channel {channel}")
        before = extension.channels.get(channel)
        call = self._set(extension, line_state, channel, peer)
        self._state.sccp.extensions.keep(extension)
        self._trace(extension, channel, before, call)
        return extension

    def set_sip_line(self, tag: str | int, line_state: str, channel: int, peer: str) -> Extension:
        """Sets the state of a channel of a voice register dn.

        Args:
            tag: the tag of the voice register dn.
            line_state: one of LINE_STATES.
            channel: 1 to 50.
            peer: the number of the far end; "" keeps the one known before.

        Raises:
            PhoneError: the voice register dn is not configured, is on no registered phone, or has no such channel or state.
        """
        extension = self._reachable(f"voice register dn {tag}", self._state.sip.extensions.get(tag), line_state)
        if not 1 <= channel <= _SIP_CHANNELS:
            raise PhoneError(f"voice register dn {tag} has no channel {channel}")
        self._set(extension, line_state, channel, peer)
        self._state.sip.extensions.keep(extension)
        return extension

    # -- inside ---------------------------------------------------------------------------------------------------------------

    def _reachable(self, name: str, extension: Extension | None, line_state: str) -> Extension:
        if extension is None:
            raise PhoneError(f"{name} is not configured")
        if line_state not in LINE_STATES:
            raise PhoneError(f"a line is never {line_state}: {', '.join(LINE_STATES)}")
        if not extension.reachable:
            raise PhoneError(f"{name} is down: no registered phone has it on a button")
        return extension

    def _set(self, extension: Extension, line_state: str, channel: int, peer: str) -> Call | None:
        before, call, now = extension.channels.get(channel), None, self._state.uptime()
        if line_state != "idle":
            self._references += before is None
            call = Call.following(before, line_state, peer, now, self._references)
        extension.put(channel, call, now)
        return call

    def _trace(self, extension: Extension, channel: int, before: Call | None, call: Call | None) -> None:
        """Writes debug lines: a ringing line rings on every phone, a call is on the phone that registered with the line first."""
        rings = call is not None and call.state == "ringing"
        for tag in list(extension.carriers)[: None if rings else 1]:
            device = self._state.sccp.devices.get(tag)
            if device is not None:
                self._state.traces.line(device, extension, channel, before, call)
