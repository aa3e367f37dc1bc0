"""show voice register pool connected, on-hold and ringing: the calls of SIP phones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import by_number, own_calls
from iossim.router import RouterCore
from iossim.router.facts.codecs import CODECS, DEFAULT, DTMF_PAYLOADS
from iossim.router.fields import field
from iossim.router.phones import Call, Device, Extension
from iossim.router.templates import in_force

_STATES = {
    "connected": ("STATE_ACTIVE (7)", "SUBSTATE_NONE (0)"),
    "hold": ("STATE_ACTIVE (7)", "SUBSTATE_NONE (0)"),
    "ringing": ("STATE_RECD_PROCEEDING (4)", "SUBSTATE_PROCEEDING_PROCEEDING (2)"),
}


class OneCall(NamedTuple):
    """A call, the line that it is on, its phone, and whether the far end has put it on hold."""

    device: Device
    extension: Extension
    call: Call
    held: bool

    @property
    def origin(self) -> str:
        """Which end has put the call on hold; "" for none."""
        local = self.call.state == "hold"
        return "Remote & Local" if local and self.held else "Local" if local else "Remote" if self.held else ""


@exec_command
def show_voice_register_pool_calls(line: Line, pool_calls: str, brief: bool = False) -> Result:
    """The calls in a state: those that phones make, then those that they receive."""
    router = line.router
    calls = [each for each in _calls(router) if _state(each) == pool_calls]
    hold = pool_calls == "on-hold"

    def listed(outgoing: bool) -> Iterator[str]:
        if brief:
            yield f"Pool IP Address      Number               Remote Number{'        Hold Origin' if hold else ''}"
            yield f"==== =============== ==================== ===================={' ==============' if hold else ''}"
        for each in calls:
            if each.call.outgoing == outgoing:
                yield from [_brief(each)] if brief else _full(router, each)

    lines = [*listed(outgoing=False)]
    if pool_calls != "ringing":
        lines = ["Outbound calls from SIP line phones: ", *listed(outgoing=True), "Inbound calls to SIP line phones: ", *lines]
    return "".join(f"{each}\n" for each in lines)


def _calls(router: RouterCore) -> Iterator[OneCall]:
    numbers = by_number(router)
    for device in router.phones.sip.registered():
        for _, _, extension in own_calls(router, device):
            for call in extension.channels.values():
                far = [each for line in numbers.get(call.peer, ()) for each in line.channels.values()]
                held = any(each.peer == extension.number and each.state == "hold" for each in far)
                yield OneCall(device, extension, call, held and call.state in ("connected", "hold"))


def _state(each: OneCall) -> str:
    return "on-hold" if each.origin else each.call.state


def _brief(each: OneCall) -> str:
    text = f"{each.device.tag:<4} {each.device.address:<15} {each.extension.number:<20} {each.call.peer:<20}"
    return f"{text} {each.origin}" if each.origin else text


def _full(router: RouterCore, each: OneCall) -> Iterator[str]:
    device, extension, call, held = each
    state, substate = _STATES[call.state]
    here = field(router.config.section("voice_register_global"), "source_address", "address") or "0.0.0.0"
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
    yield f"SIP Call ID                : {call.reference:08X}-{device.mac.replace('.', '')}@{here}"
    yield f"   State of the call       : {state}"
    yield f"   Substate of the call    : {substate}"
    yield f"   Calling Number          : {calling}"
    yield f"   Called Number           : {called}"
    if call.state != "ringing":
        yield from _media(router, each, here)


def _media(router: RouterCore, each: OneCall, here: str) -> Iterator[str]:
    address, port, reference = each.device.address, each.device.port, each.call.reference
    media = 16_384 + 2 * reference
    own = in_force(router.config, each.device.section)
    codec = (command.words[1] if (command := own.get("codec")) is not None and not command.negative else "") or DEFAULT
    _, size, payload = CODECS[codec]
    methods = command.words[1:] if (command := own.get("dtmf_relay")) is not None and not command.negative else ["inband-voice"]
    yield "   Bit Flags               : 0xC0401C 0x100 0x4"
    yield f"   CC Call ID              : {reference}"
    yield f"   Source IP Address (Sig ): {here}"
    yield f"   Destn SIP Req Addr:Port : [{address}]:{port}"
    yield f"   Destn SIP Resp Addr:Port: [{address}]:{port}"
    yield f"   Destination Name        : {address}"
    yield "   Number of Media Streams : 1"
    yield "   Number of Active Streams: 1"
    yield "   RTP Fork Object         : 0x0"
    yield "   Media Mode              : flow-through"
    yield "   Media Stream 1"
    for title, value in (
        ("State of the stream", "STREAM_ACTIVE"),
        ("Stream Call ID", str(reference)),
        ("Stream Type", "voice-only (0)"),
        ("Stream Media Addr Type", "1"),
        ("Negotiated Codec", f"{codec} ({size} bytes)"),
        ("Codec Payload Type", str(payload)),
        ("Negotiated Dtmf-relay", methods[0]),
        ("Dtmf-relay Payload Type", str(DTMF_PAYLOADS.get(methods[0], 0))),
        ("QoS ID", "-1"),
        ("Local QoS Strength", "BestEffort"),
        ("Negotiated QoS Strength", "BestEffort"),
        ("Negotiated QoS Direction", "None"),
        ("Local QoS Status", "None"),
        ("Media Source IP Addr:Port", f"[{here}]:{media}"),
        ("Media Dest IP Addr:Port", f"[{address}]:{media + 1}"),
    ):
        yield f"     {title:<25}: {value}"
    yield "Options-Ping    ENABLED:NO    ACTIVE:NO"
