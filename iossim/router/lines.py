"""The lines of phones change their states, as their users pick up, call and hang up."""

from __future__ import annotations

from iossim.errors import PhoneError
from iossim.router.calls import LINE_STATES, Call
from iossim.router.device import Extension
from iossim.router.phonebook import Phonebook
from iossim.router.registry import Extensions

#: Calls that a SIP line may have at once.
_SIP_CHANNELS = 50


class Lines(Phonebook):
    """The phonebook, and what changes the states of lines."""

    _calls = 0

    def set_line(self, tag: str | int, state: str, channel: int = 1, peer: str = "") -> Extension:
        """Puts a channel of an ephone-dn into a state.

        Args:
            tag: of the ephone-dn.
            state: idle, seize, alerting, ringing, connected or hold.
            channel: 1 to 8.
            peer: the number at the far end.

        Raises:
            PhoneError: no registered phone has it on a button, or it has no such channel.
        """
        return self._set(self.extensions, f"ephone-dn {tag}", tag, state, channel, peer)

    def set_sip_line(self, tag: str | int, state: str, channel: int = 1, peer: str = "") -> Extension:
        """Puts a channel of a voice register dn into a state.

        Raises:
            PhoneError: no registered phone has it.
        """
        return self._set(self.sip_extensions, f"voice register dn {tag}", tag, state, channel, peer)

    def _set(self, extensions: Extensions, name: str, tag: str | int, state: str, channel: int, peer: str) -> Extension:
        self.advance()
        extension = extensions.get(tag)
        if extension is None:
            raise PhoneError(f"{name} is not configured")
        if state not in LINE_STATES:
            raise PhoneError(f"a line is never {state}: {', '.join(LINE_STATES)}")
        if not extension.reachable:
            raise PhoneError(f"{name} is down: no registered phone has it on a button")
        if not 1 <= channel <= (extension.size if extensions is self.extensions else _SIP_CHANNELS):
            raise PhoneError(f"{name} has no channel {channel}")
        before, call = extension.channels.get(channel), None
        if state != "idle":
            self._calls += before is None
            call = Call.following(before, state, peer, self.uptime(), self._calls)
        extension.put(channel, call, self.uptime())
        extensions.keep(extension)
        self._trace(extension, channel, before, call)
        return extension

    def _trace(self, extension: Extension, channel: int, before: Call | None, call: Call | None) -> None:
        """A line that rings does so on every phone; a call is that of the phone that registered with the line first."""
        every = call is not None and call.state == "ringing"
        for tag in list(extension.carriers)[: None if every else 1] if extension.section.mode.name == "ephone_dn" else ():
            device = self.sccp.get(tag)
            if device is not None:
                self.traces.line(device, extension, channel, before, call)
