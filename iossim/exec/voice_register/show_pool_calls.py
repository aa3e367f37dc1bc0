"""show voice register pool connected, on-hold and ringing: the calls of SIP phones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from iossim.exec.command import Line, exec_command
from iossim.exec.media import sip_address
from iossim.exec.phones import call_lines, extensions_by_number
from iossim.router import RouterCore
from iossim.router.facts.codecs import CODECS, DEFAULT, DTMF_PAYLOADS
from iossim.router.phones import Call, Device, Extension
from iossim.router.templates import in_force

_STATES = {
    "connected": ("STATE_ACTIVE (7)", "SUBSTATE_NONE (0)"),
    "hold": ("STATE_ACTIVE (7)", "SUBSTATE_NONE (0)"),
    "ringing": ("STATE_RECD_PROCEEDING (4)", "SUBSTATE_PROCEEDING_PROCEEDING (2)"),
}


class _LineCall(NamedTuple):
    """A call on a line of a SIP phone.

    Attributes:
        device: the phone.
        extension: the line.
        call: the call.
        held: the far end has put the call on hold.
    """

    device: Device
    extension: Extension
    call: Call
    held: bool

    @property
    def origin(self) -> str:
        """The ends that have put the call on hold; "" if none has."""
        local = self.call.state == "hold"
        return "Remote & Local" if local and self.held else "Local" if local else "Remote" if self.held else ""

    @property
    def state(self) -> str:
        """The state of the call: `on-hold` if an end has put it on hold."""
        return "on-hold" if self.origin else self.call.state


@exec_command
def show_voice_register_pool_calls(line: Line, pool_calls: str, brief: bool = False) -> Iterator[str]:
    """The calls in a state: the outbound calls of phones, then the inbound calls."""
    router = line.router
    calls = [line_call for line_call in _calls(router) if line_call.state == pool_calls]
    hold = pool_calls == "on-hold"
    outbound, inbound = ([part for part in calls if part.call.outgoing == outgoing] for outgoing in (True, False))
    if pool_calls != "ringing":
        yield "Outbound calls from SIP line phones: "
        yield from _table(outbound, hold) if brief else _texts(router, outbound)
        yield "Inbound calls to SIP line phones: "
    yield from _table(inbound, hold) if brief else _texts(router, inbound)


def _calls(router: RouterCore) -> Iterator[_LineCall]:
    extensions = extensions_by_number(router)
    for device in router.phones.sip.registered():
        for _, extension in call_lines(router, device):
            for call in extension.channels.values():
                far_calls = [far_call for far in extensions.get(call.peer, ()) for far_call in far.channels.values()]
                held = any(far_call.peer == extension.number and far_call.state == "hold" for far_call in far_calls)
                yield _LineCall(device, extension, call, held and call.state in ("connected", "hold"))


def _table(calls: list[_LineCall], hold: bool) -> Iterator[str]:
    yield f"Pool IP Address      Number               Remote Number{'        Hold Origin' if hold else ''}"
    yield f"==== =============== ==================== ===================={' ==============' if hold else ''}"
    for line_call in calls:
        device, extension, call, _ = line_call
        text = f"{device.tag:<4} {device.address:<15} {extension.number:<20} {call.peer:<20}"
        yield f"{text} {line_call.origin}" if line_call.origin else text


def _texts(router: RouterCore, calls: list[_LineCall]) -> Iterator[str]:
    for line_call in calls:
        yield from _call(router, line_call)


def _call(router: RouterCore, line_call: _LineCall) -> Iterator[str]:
    device, extension, call, held = line_call
    state, substate = _STATES[call.state]
    calling, called = (extension.number, call.peer) if call.outgoing else (call.peer, extension.number)
    yield f"Pool tag: {device.tag}"
    yield "=" * 14
    yield f" MAC Address    : {device.mac}"
    yield f" Contact IP     : {device.address}"
    yield f" Phone Number   : {extension.number}"
    yield f" Remote Number  : {call.peer}"
    if call.state == "hold":
        yield " Local Hold     : CALL HOLD Pressed on SIP Phone"
    if held:
        yield " Remote Hold    : SIP Phone has received CALL HOLD"
    yield f"Call {call.reference}"
    yield f"SIP Call ID                : {call.reference:08X}-{device.mac.replace('.', '')}@{sip_address(router)}"
    yield f"   State of the call       : {state}"
    yield f"   Substate of the call    : {substate}"
    yield f"   Calling Number          : {calling}"
    yield f"   Called Number           : {called}"
    if call.state != "ringing":
        yield from _media(router, device, call.reference)


def _media(router: RouterCore, device: Device, reference: int) -> Iterator[str]:
    contact, router_address = f"[{device.address}]:{device.port}", sip_address(router)
    yield "   Bit Flags               : 0xC0401C 0x100 0x4"
    yield f"   CC Call ID              : {reference}"
    yield f"   Source IP Address (Sig ): {router_address}"
    yield f"   Destn SIP Req Addr:Port : {contact}"
    yield f"   Destn SIP Resp Addr:Port: {contact}"
    yield f"   Destination Name        : {device.address}"
    yield "   Number of Media Streams : 1"
    yield "   Number of Active Streams: 1"
    yield "   RTP Fork Object         : 0x0"
    yield "   Media Mode              : flow-through"
    yield "   Media Stream 1"
    for title, value in _stream(router, device, reference):
        yield f"     {title:<25}: {value}"
    yield "Options-Ping    ENABLED:NO    ACTIVE:NO"


def _stream(router: RouterCore, device: Device, reference: int) -> Iterator[tuple[str, object]]:
    commands = in_force(router.config, device.section)
    command = commands.get("codec")
    codec = command.words[1] if command is not None and not command.negative else DEFAULT
    relay = commands.get("dtmf_relay")
    method = relay.words[1] if relay is not None and not relay.negative else "inband-voice"
    port = 16_384 + 2 * reference
    yield "State of the stream", "STREAM_ACTIVE"
    yield "Stream Call ID", reference
    yield "Stream Type", "voice-only (0)"
    yield "Stream Media Addr Type", "1"
    yield "Negotiated Codec", f"{codec} ({CODECS[codec].size} bytes)"
    yield "Codec Payload Type", CODECS[codec].payload
    yield "Negotiated Dtmf-relay", method
    yield "Dtmf-relay Payload Type", DTMF_PAYLOADS.get(method, 0)
    yield "QoS ID", "-1"
    yield "Local QoS Strength", "BestEffort"
    yield "Negotiated QoS Strength", "BestEffort"
    yield "Negotiated QoS Direction", "None"
    yield "Local QoS Status", "None"
    yield "Media Source IP Addr:Port", f"[{sip_address(router)}]:{port}"
    yield "Media Dest IP Addr:Port", f"[{device.address}]:{port + 1}"
