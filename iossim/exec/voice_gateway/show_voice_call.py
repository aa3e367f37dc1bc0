"""show voice call, show voip rtp connections and show call application: ports in calls, streams of voice, applications."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.exec.command import Line, exec_command
from iossim.router import RouterCore
from iossim.router.voice import EFXS, TELEPHONY, VoicePort, active_legs, all_ports

_RULE = "-" * 102
#: Applications of every router.
_APPLICATIONS = (
    ("DEFAULT", "C Script", "builtin:app_session_script.C"),
    ("fax_hop_on", "Tcl Script", "builtin:app_fax_hop_on_script.tcl"),
    ("clid_authen", "Tcl Script", "builtin:app_clid_authen_script.tcl"),
    ("clid_authen_collect", "Tcl Script", "builtin:app_clid_authen_collect_script.tcl"),
    ("default.c.old", "C Script", "builtin:session.C"),
    ("ipsla-testcall", "Tcl Script", "builtin:app_test_rcvr_script.tcl"),
)


@exec_command
def show_voice_call(line: Line, voice_port: str = "") -> Iterator[str]:
    """The state of each port in words of its signaling and its call."""
    for one in _ports(line.router, voice_port):
        if voice_port and one is None:
            yield f"% Voice port {voice_port} not found"
        elif one is not None:
            channel = f" - {one.channel}" if one.channel else ""
            state = f"vtsp level 0 state = {_call_state(one)}" if one.call is not None else "vtsp level 0 state = S_NONE"
            yield f"{one.name}{channel} {state}vpm level 1 state = {_port_state(one)}"
            yield "vpm level 0 state = S_UP"


def _ports(router: RouterCore, name: str) -> list[VoicePort | None]:
    ports = [port for port in all_ports(router.config, router.phones) if name in ("", port.name)]
    return [*ports] if ports or not name else [None]


@exec_command
def show_voice_call_view(line: Line, voice_call_view: str) -> Iterator[str]:
    """A line for each port, or for each call."""
    return _VIEWS[voice_call_view](line.router)


def _summary(router: RouterCore) -> Iterator[str]:
    yield "PORT           CODEC    VAD VTSP STATE            VPM STATE"
    yield "============== ======== === ==================== ======================"
    codecs = {(leg.port, leg.channel): leg.codec for leg in active_legs(router.config, router.phones, router.clock.uptime())}
    for port in all_ports(router.config, router.phones):
        name = f"{port.name:<8}.{port.channel}" if port.channel else port.name
        codec, vad = ("-", "-") if port.call is None or not port.call.answered else (codecs[port.name, port.channel or 1], "y")
        state = "-" if port.call is None else _call_state(port)
        yield f"{name:<14} {codec:<9} {vad:<2} {state:<21} {_port_state(port):<25}"


def _call_state(port: VoicePort) -> str:
    """The state of the call on a port."""
    assert port.call is not None
    states = {"seize": "S_DIGIT_COLLECT", "alerting": "S_ALERTING", "ringing": "S_ALERTING"}
    return states.get(port.call.state, "S_CONNECT")


def _port_state(port: VoicePort) -> str:
    """The state of a port's signaling."""
    name = "EFXS" if port.kind == EFXS else port.signaling.replace("-", "").upper()
    if port.call is None:
        return f"{name}_ONHOOK" if port.kind != "isdn" else "XCCTASK_IDLE"
    states = {"ringing": "RINGING", "seize": "WAIT_DIAL_DONE", "alerting": "WAIT_CONNECT"}
    return f"{name}_{states.get(port.call.state, 'CONNECT')}"


def _status(router: RouterCore) -> Iterator[str]:
    legs = [leg for leg in active_legs(router.config, router.phones, router.clock.uptime()) if leg.kind == TELEPHONY]
    if not legs:
        yield "No active calls found"
        return
    peers: dict[int, list[int]] = {}
    for leg in active_legs(router.config, router.phones, router.clock.uptime()):
        peers.setdefault(leg.reference, []).append(leg.peer)
    yield "CallID     CID  ccVdb      Port             Slot/DSP:Ch  Called #   Codec    MLPP Dial-peers"
    for leg in legs:
        pair = "/".join(map(str, peers[leg.reference]))
        called = "" if leg.answers else leg.address
        start = f"0x{leg.number:<8X} {leg.reference + 0x11E0:04X} 0x{leg.number:08X} {f'{leg.port}.{leg.channel - 1}':<16} {'0/0:0':>11}"
        yield f"{start}  {called:<10} {leg.codec:<12}  {pair}"
    yield f"{len(legs)} active call{'s' if len(legs) > 1 else ''} found"


_VIEWS: dict[str, Callable[[RouterCore], Iterator[str]]] = {"summary": _summary, "status": _status}


@exec_command
def show_voip_rtp_connections(line: Line, detail: bool = False) -> Iterator[str]:
    """The streams of voice over IP, of SIP phones and of IP dial peers."""
    router = line.router
    legs = [leg for leg in active_legs(router.config, router.phones, router.clock.uptime()) if leg.remote and leg.answered]
    yield "VoIP RTP Port Usage Information:"
    yield f"Max Ports Available: 8091, Ports Reserved: 101, Ports in Use: {len(legs)}"
    yield "Port range not configured, Min: 16384, Max: 32767"
    yield f"{'':<64}Ports       Ports       Ports"
    yield f"{'Media-Address Range':<60}Available    Reserved    In-use"
    yield _RULE
    yield f"{'Default Address-Range':<65}8091         101        {len(legs):>2}"
    yield _RULE
    if not legs:
        yield "No active connections found"
        return
    yield "VoIP RTP active connections :"
    yield "No. CallId     dstCallId  LocalRTP RmtRTP LocalIP         RemoteIP"
    for place, leg in enumerate(legs, 1):
        yield f"{place:<3} {leg.number:<10} {leg.number + 1:<10} {leg.udp:<8} {leg.udp:<6} {'0.0.0.0':<15} {leg.remote}"
    yield f"Found {len(legs)} active RTP connections"


@exec_command
def show_call_application_voice_summary(line: Line) -> Iterator[str]:
    """The applications of the router, and the applications that the configuration names."""
    yield "SERVICES (standalone applications):"
    yield ""
    yield "   name                         type             description"
    for name, kind, description in _APPLICATIONS:
        yield f"{name:<29}{kind:<17}{description}"
    application = line.router.config.section("application")
    for section in application.any_sections("service") if application is not None else ():
        yield f"{section.key[0]:<29}{'Tcl Script':<17}{section.key[-1] if len(section.key) > 1 else ''}".rstrip()
    yield ""
    yield "TCL Script Version 2.0 supported."
    yield "TCL Script Version 1.1 supported."
    yield "Voice Browser Version 2.0 supported."
