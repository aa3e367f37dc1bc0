"""show sip-ua and show sip service: state, settings and counters of the SIP user agent."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.voice_gateway.sip_ua_text import CONNECTIONS, MAPS, STATUS_END, statistics
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, number
from iossim.router.voice import SIP, CallLeg, DialPeer, active_legs, all_peers

_REGISTER_HEADER = (
    "Line                             peer       expires(sec) registered P-Associ-URI",
    "================================ ========== ============ ========== ============",
)


@exec_command
def show_sip_service(line: Line) -> Iterator[str]:
    """The state of the SIP service."""
    return _service(line.router)


@exec_command
def show_sip_ua(line: Line, sip_ua_view: str) -> Iterator[str]:
    """One part of the SIP user agent."""
    return _VIEWS[sip_ua_view](line.router)


def _agent(router: RouterCore) -> Section | None:
    return router.config.section("sip_ua")


def _service_settings(router: RouterCore) -> Section | None:
    """The settings of SIP of the voice service."""
    voip = router.config.section("voice_service_voip")
    return voip.section("sip") if voip is not None else None


def _service(router: RouterCore) -> Iterator[str]:
    down = is_set(_service_settings(router), "call_service_stop")
    yield f"SIP Service is {'shutdown' if down else 'up'}"


def _status(router: RouterCore) -> Iterator[str]:
    agent = _agent(router)
    yield "SIP User Agent Status"
    for transport, rule in (("UDP", "transport_udp"), ("TCP", "transport_tcp"), ("TLS over TCP", "transport_tcp")):
        yield f"SIP User Agent for {transport} : {_on(agent, rule)}"
    for title, traffic in (("signaling", "control"), ("media", "media")):
        yield f"SIP User Agent bind status({title}): {_bind(router, traffic)}"
    early = "DISABLED" if is_set(agent, "disable_early_media_180") else "ENABLED"
    yield f"SIP early-media for 180 responses with SDP: {early}"
    yield f"SIP max-forwards : {number(agent, 'max_forwards', 'hops', 70)}"
    version = field(agent, "srv_version", "srv_format") or "2"
    yield f"SIP DNS SRV version: {version} (rfc {'2052' if version == '1' else '2782'})"
    yield "NAT Settings for the SIP-UA"
    role = agent.get("nat_symmetric_role") if agent is not None else None
    yield f"Role in SDP: {role.words[-1].upper() if role is not None and not role.negative else 'NONE'}"
    yield f"Check media source packets: {_off(agent, 'nat_symmetric_check_media_src')}"
    yield f"Maximum duration for a telephone-event in NOTIFYs: {number(agent, 'notify_telephone_event', 'milliseconds', 2000)} ms"
    yield f"SIP support for ISDN SUSPEND/RESUME: {_on(agent, 'suspend_resume')}"
    yield f"Redirection (3xx) message handling: {_on(agent, 'redirection')}"
    yield f"Reason Header will override Response/Request Codes: {_off(agent, 'reason_header_override')}"
    yield f"Out-of-dialog Refer: {_off(agent, 'refer_ood_enable')}"
    yield f"Presence support is {_off(agent, 'presence_enable')}"
    mode = agent.get("protocol_mode") if agent is not None else None
    yield f"protocol mode is {' '.join(mode.words[2:]) if mode is not None and not mode.negative else 'ipv4'}"
    yield ""
    yield from STATUS_END


def _on(section: Section | None, rule: str) -> str:
    """The state of a setting that is on by default."""
    command = section.get(rule) if section is not None else None
    return "DISABLED" if command is not None and command.negative else "ENABLED"


def _off(section: Section | None, rule: str) -> str:
    """The state of a setting that is off by default."""
    return "ENABLED" if is_set(section, rule) else "DISABLED"


def _bind(router: RouterCore, traffic: str) -> str:
    settings = _service_settings(router)
    for name in (traffic, "all"):
        command = settings.get("bind", name) if settings is not None else None
        if command is not None and not command.negative:
            interface = router.config.section("interface", str(command.fields.get("interface", "")))
            return f"ENABLED {field(interface, 'ip_address', 'address')}".rstrip()
    return "DISABLED "


def _timers(router: RouterCore) -> Iterator[str]:
    agent = _agent(router)

    def milliseconds(timer: str) -> int:
        return _timer(agent, timer, 500)

    expires = number(agent, "timers_expires", "milliseconds", 180_000)
    yield "SIP UA Timer Values (millisecs unless noted)"
    trying, connect, disconnect = (milliseconds(timer) for timer in ("trying", "connect", "disconnect"))
    yield f"trying {trying}, expires {expires}, connect {connect}, disconnect {disconnect}"
    prack, rel1xx, notify, update = (milliseconds(timer) for timer in ("prack", "rel1xx", "notify", "update"))
    yield f"prack {prack}, rel1xx {rel1xx}, notify {notify}, update {update}"
    refer, register, info, options = (milliseconds(timer) for timer in ("refer", "register", "info", "options"))
    hold = _timer(agent, "hold", 2880)
    yield f"refer {refer}, register {register}, info {info}, options {options}, hold {hold} minutes"


def _timer(agent: Section | None, timer: str, default: int) -> int:
    """The value of a timer, or `default` if it is not set."""
    value = field(agent, "timers", "milliseconds", timer) or field(agent, "timers", "value", timer)
    return int(value) if value.isdecimal() else default


def _retry(router: RouterCore) -> Iterator[str]:
    agent = _agent(router)

    def tries(message: str) -> str:
        return field(agent, "retry", "tries", message) or ("6" if message in ("invite", "response") else "10")

    yield "SIP UA Retry Values"
    for left, right in (
        ("invite", "response"), ("bye", "cancel"), ("prack", "update"), ("rel1xx", "notify"),
        ("refer", "register"), ("info", "subscribe"), ("options", "keepalive"),
    ):  # fmt: skip
        titles = ["reliable 1xx count" if name == "rel1xx" else f"{name} retry count" for name in (left, right)]
        yield f"{f'{titles[0]} = {tries(left)}':<32}{titles[1]} = {tries(right)}"


def _min_se(router: RouterCore) -> Iterator[str]:
    yield "SIP UA MIN-SE Value (seconds)"
    yield f"Min-SE: {number(_service_settings(router), 'min_se', 'seconds', 90)}"


def _mwi(router: RouterCore) -> Iterator[str]:
    server = field(_agent(router), "mwi_server", "address")
    yield "MWI type: 2"
    yield f"MWI server: {server}"
    yield "MWI expires: 3600"
    yield "MWI port: 5060"
    yield "MWI transport type: UDP"
    yield "MWI unsolicited"


def _statistics(router: RouterCore) -> Iterator[str]:
    counters = router.phones.sip_registrar.counters
    return statistics(counters.requests + counters.unregisters, counters.successes + counters.unregisters, counters.failures)


def _calls(router: RouterCore) -> Iterator[str]:
    legs = [leg for leg in active_legs(router.config, router.phones, router.clock.uptime()) if leg.kind == SIP]
    client = [leg for leg in legs if not leg.answers]
    server = [leg for leg in legs if leg.answers]
    yield f"Total SIP call legs:{len(legs)}, User Agent Client:{len(client)}, User Agent Server:{len(server)}"
    for short, title, group in (("UAC", "Client(UAC)", client), ("UAS", "Server(UAS)", server)):
        yield f"SIP {short} CALL INFO"
        for place, leg in enumerate(group, 1):
            yield from _call(place, leg)
        yield f"   Number of SIP User Agent {title} calls: {len(group)}"
        yield ""


def _call(place: int, leg: CallLeg) -> Iterator[str]:
    state = "STATE_ACTIVE (7)" if leg.answered else "STATE_RECD_PROCEEDING (4)"
    yield f"Call {place}"
    yield f"SIP Call ID                : {leg.reference:08X}@{leg.remote}"
    yield f"   State of the call       : {state}"
    yield "   Substate of the call    : SUBSTATE_NONE (0)"
    yield f"   Called Number           : {leg.address}"
    yield f"   CC Call ID              : {leg.number}"
    yield f"   Destination Name        : {leg.remote}"
    yield f"   Negotiated Codec        : {leg.codec}"


_VIEWS: dict[str, Callable[[RouterCore], Iterator[str]]] = {
    "calls": _calls,
    "min-se": _min_se,
    "mwi": _mwi,
    "retry": _retry,
    "service": _service,
    "statistics": _statistics,
    "status": _status,
    "timers": _timers,
}


@exec_command
def show_sip_ua_connections(line: Line, sip_transport: str, detail: bool = False) -> Iterator[str]:
    """The connections of a transport. Nothing is connected: simulated phones send no packets."""
    yield from CONNECTIONS
    if detail:
        yield ""
        yield "---------Printing Detailed Connection Report---------"
        yield "Note:"
        yield " ** Tuples with no matching socket entry"
        yield "    - Do 'clear sip <tcp[tls]/udp> conn t ipv4:<addr>:<port>'"
        yield "      to overcome this error condition"
        yield " ++ Tuples with mismatched address/port entry"
        yield "    - Do 'clear sip <tcp[tls]/udp> conn t ipv4:<addr>:<port> id <connid>'"
        yield "      to overcome this error condition"
    yield ""
    yield "-------------- SIP Transport Layer Listen Sockets ---------------"
    yield "  Conn-Id               Local-Address"
    yield " ===========    ============================="
    yield f"   0            [0.0.0.0]:{5061 if 'tls' in sip_transport else 5060}:"


@exec_command
def show_sip_ua_map(line: Line, map_direction: str, map_code: str = "") -> Iterator[str]:
    """Causes of the telephone network and the statuses of SIP for them, or the other way round."""
    agent = _agent(line.router)
    heads, rule, name, pairs = MAPS[map_direction]
    yield from heads
    for code, default in pairs.items():
        if map_code in ("", str(code)):
            yield f"{code:<16}{field(agent, rule, name, str(code)) or default:<17}{default}"


@exec_command
def show_sip_ua_register_status(line: Line, secondary: bool = False) -> Iterator[str]:
    """The numbers that register with a SIP registrar. There is none that answers, so no number is registered."""
    router = line.router
    agent = _agent(router)
    if agent is None or not any(rule == _registrar_rule(secondary) for rule, *_ in agent.entries):
        return
    yield from _REGISTER_HEADER
    for peer in all_peers(router.config, router.phones):
        pattern = peer.pattern.rstrip("$")
        if peer.kind == "pots" and pattern.isdecimal() and _registers(peer):
            yield f"{pattern:<32} {peer.tag:<10} {0:<12} no"


def _registers(peer: DialPeer) -> bool:
    """True if the number of a dial peer registers; `no-reg` of an ephone-dn is for its second number, for the first, or for both."""
    if peer.section is not None:
        return is_set(peer.section, "sip_register")
    command = peer.extension.section.get("number") if peer.extension is not None else None
    if command is None or "no-reg" not in command.words:
        return True
    option = field(peer.extension.section, "number", "no_reg_option") if peer.extension is not None else ""
    first = peer.extension is not None and peer.pattern == f"{peer.extension.number}$"
    return option != "both" and first == (option != "primary")


def _registrar_rule(secondary: bool) -> str:
    return "registrar_secondary" if secondary else "registrar"
