"""show gateway, show h323, show gatekeeper, show mgcp, show ccm-manager, show trunk group, show voice busyout.

iossim carries out none of these protocols: the texts are as on a router on which they are configured and have no partner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import sections_of, tag_of
from iossim.router import RouterCore
from iossim.router.fields import field, is_set

_H225 = (
    "Setup", "Setup confirm", "Alert", "Progress", "Call proceeding", "Notify", "Info", "User Info", "Facility", "Release", "Reject",
    "Passthrough",
)  # fmt: skip
_RAS = ("GRQ/GCF", "RRQ/RCF", "URQ/UCF", "ARQ/ACF", "BRQ/BCF", "LRQ/LCF", "DRQ/DCF", "IRQ/IRR")
_MGCP_END = (
    "MGCP validate call-agent source-ipaddr DISABLED",
    "MGCP validate domain name DISABLED",
    "MGCP block-newcalls DISABLED",
    "MGCP send SGCP RSIP: forced/restart/graceful/disconnected DISABLED",
    "MGCP quarantine mode discard/step",
    "MGCP quarantine of persistent events is ENABLED",
    "MGCP dtmf-relay for VoIP disabled for all codec types",
    "MGCP dtmf-relay for VoAAL2 disabled for all codec types",
    "MGCP voip modem passthrough disabled",
    "MGCP TSE payload: 100",
    "MGCP T.38 Named Signalling Event (NSE) response timer: 200",
    "MGCP Network (IP/AAL2) Continuity Test timer: 200",
    "MGCP 'RTP stream loss' timer: 5",
    "MGCP request timeout 500",
    "MGCP maximum exponential request timeout 4000",
    "MGCP gateway port: 2427, MGCP maximum waiting delay 3000",
    "MGCP restart delay 0, MGCP vad DISABLED",
    "MGCP rtrcac DISABLED",
    "MGCP system resource check DISABLED",
    "MGCP xpc-codec: DISABLED, MGCP persistent hookflash: DISABLED",
    "MGCP persistent offhook: ENABLED, MGCP persistent onhook: DISABLED",
    "MGCP piggyback msg ENABLED, MGCP endpoint offset DISABLED",
    "MGCP simple-sdp DISABLED",
    "MGCP undotted-notation DISABLED",
    "MGCP codec type g711ulaw, MGCP packetization period 20",
    "MGCP JB threshold lwm 30, MGCP JB threshold hwm 150",
    "MGCP LAT threshold lwm 150, MGCP LAT threshold hwm 300",
    "MGCP PL threshold lwm 1000, MGCP PL threshold hwm 10000",
    "MGCP CL threshold lwm 1000, MGCP CL threshold hwm 10000",
    "MGCP playout mode is adaptive 60, 40, 1000 in msec",
    "MGCP Fax Playout Buffer is 300 in msec",
    "MGCP media (RTP) dscp: ef, MGCP signaling dscp: af31",
    "MGCP default package: line-package",
    "MGCP supported packages: gm-package dtmf-package trunk-package line-package",
    "                         hs-package rtp-package script-package ms-package",
    "                         dt-package mo-package mt-package sst-package fxr-package",
    "                         pre-package md-package",
)


@exec_command
def show_gateway(line: Line) -> Iterator[str]:
    """The state of the H.323 gateway."""
    up = line.router.config.section("gateway") is not None
    yield "H.323 ITU-T Version: 4.0   H323 Stack Version: 0.1 "
    yield ""
    yield f" H.323 service is {'up' if up else 'down'}"
    yield " This gateway is not registered to any gatekeeper" if up else " Gateway is not enabled"
    yield ""
    yield "Alias list (CLI configured) is empty"
    yield "Alias list (last RCF) is empty"
    yield ""
    yield " H323 resource thresholding is Disabled"


@exec_command
def show_h323_gateway(line: Line, h323_counters: str = "") -> Iterator[str]:
    """The counters of the H.323 gateway, all 0."""
    if h323_counters == "cause-code":
        yield "CAUSE CODES FROM PSTN       TO PSTN"
        return
    if h323_counters != "ras":
        yield "H.225 REQUESTS         SENT           RECEIVED       FAILED"
        yield from (f"{name:<27}  0              0              0" for name in _H225)
        yield ""
        yield "H225 establish timeout 0"
        yield "RAS failed 0"
        yield "H245 failed 0"
    if h323_counters != "h225":
        yield ""
        yield "RAS MESSAGE          REQUESTS SENT  CONFIRMS RCVD  REJECTS RCVD"
        yield from (f"{name:<27}  0              0              0" for name in _RAS)


@exec_command
def show_gatekeeper_status(line: Line) -> Iterator[str]:
    """The state of the gatekeeper, which is up with a zone and `no shutdown`."""
    section = line.router.config.section("gatekeeper")
    off = section.get("shutdown") if section is not None else None
    zones = section.all("zone_local") if section is not None else []
    if off is None or not off.negative or not zones:
        yield "Gatekeeper State: DOWN"
        return
    yield "Gatekeeper State: UP"
    yield "    Load Balancing: DISABLED"
    yield "    Flow Control: DISABLED"
    for zone in zones:
        yield f"    Zone Name: {zone.fields['name']}"
    for title in ("Accounting", "Endpoint Throttling", "Security"):
        yield f"    {title}: DISABLED"
    yield "    Maximum Remote Bandwidth: unlimited"
    yield "    Current Remote Bandwidth: 0 kbps"
    yield "    Current Remote Bandwidth (w/ Alt GKs): 0 kbps"


@exec_command
def show_mgcp(line: Line, mgcp_view: str = "") -> Iterator[str]:
    """The state of MGCP, or one part of it: no call agent answers."""
    return _MGCP_VIEWS[mgcp_view](line.router)


def _mgcp(router: RouterCore) -> Iterator[str]:
    root = router.config.root
    agent = field(root, "mgcp_call_agent", "host") or "none"
    yield f"MGCP Admin State {'UP' if is_set(root, 'mgcp') else 'DOWN'}, Oper State DOWN - Cause Code NONE"
    yield f"MGCP call-agent: {agent} Initial protocol service is MGCP 0.1"
    yield from _MGCP_END


def _mgcp_connections(router: RouterCore) -> Iterator[str]:
    yield "Endpoint   Call_ID(C) Conn_ID(I) (P)ort (M)ode (S)tate (CO)dec (E)vent[SIFL] (R)esult[EA] (ME)dia"


def _mgcp_endpoints(router: RouterCore) -> Iterator[str]:
    yield "Interface"


def _mgcp_profiles(router: RouterCore) -> Iterator[str]:
    yield from (f"MGCP Profile {tag_of(section)}" for section in sections_of(router, "mgcp_profile"))


def _mgcp_statistics(router: RouterCore) -> Iterator[str]:
    yield " UDP pkts rx 0, tx 0"
    yield " Unrecognized rx pkts 0, MGCP message parsing errors 0"
    yield " Duplicate MGCP ack tx 0, Invalid versions count 0"
    yield " CreateConn rx 0, successful 0, failed 0"
    yield " DeleteConn rx 0, successful 0, failed 0"


_MGCP_VIEWS: dict[str, Callable[[RouterCore], Iterator[str]]] = {
    "": _mgcp,
    "connection": _mgcp_connections,
    "endpoint": _mgcp_endpoints,
    "profile": _mgcp_profiles,
    "statistics": _mgcp_statistics,
}


@exec_command
def show_ccm_manager(line: Line, hosts: bool = False) -> Iterator[str]:
    """The call managers of MGCP: none answers."""
    config = line.router.config
    commands = [command.text for command in config.root.all("ccm_manager") if not command.negative]
    if not commands:
        yield "% Call Manager Application is not enabled"
        return
    if not hosts:
        yield f"MGCP Domain Name: {line.router.hostname}"
    yield "Priority        Status                   Host"
    yield "=" * 60
    yield "Primary         Down                     None"
    yield "First Backup    None"
    yield "Second Backup   None"
    yield ""
    if not hosts:
        yield "Current active Call Manager:    None"
        yield "Backhaul/Redundant link port:   2428"
        yield "Failover Interval:              30 seconds"
        yield "Keepalive Interval:             15 seconds"


@exec_command
def show_trunk_group(line: Line, trunk: str | bool = "") -> Iterator[str]:
    """The trunk groups, or one of them."""
    name = trunk if isinstance(trunk, str) else ""
    sections = sections_of(line.router, "trunk_group", name)
    if name and not sections:
        yield f"% Trunk group {name} not found"
    for section in sections:
        yield from _trunk_group(section)


def _trunk_group(section: Section) -> Iterator[str]:
    incoming, outgoing = (field(section, "translation_profile", "name", direction) for direction in ("incoming", "outgoing"))
    yield f"Trunk group: {tag_of(section)}"
    yield f"        Description: {field(section, 'description', 'description')}"
    yield f"        trunk group label: {tag_of(section)}"
    yield ""
    yield f"        Translation profile (Incoming): {incoming}"
    yield f"        Translation profile (Outgoing): {outgoing}"
    yield ""
    yield f"        Preemption is {'enabled' if is_set(section, 'preemption_enable') else 'disabled'}"
    yield ""
    yield f"        Hunt Scheme is {field(section, 'hunt_scheme', 'scheme') or 'least-used'}"
    yield "        Max Calls (Incoming):   NOT-SET (Any)   NOT-SET (Voice) NOT-SET (Data)"
    yield "        Max Calls (Outgoing):   NOT-SET (Any)   NOT-SET (Voice) NOT-SET (Data)"
    yield f"        Retries: {field(section, 'max_retry', 'retries') or 0}"
    yield ""


@exec_command
def show_voice_busyout(line: Line) -> Iterator[str]:
    """The interfaces that voice ports watch, and the ports that are out of service."""
    router = line.router
    yield "If following network interfaces are down, voice port will be put into busyout state"
    yield from dict.fromkeys(_watched(router))
    yield "The following voice ports are in busyout state"


def _watched(router: RouterCore) -> Iterator[str]:
    for section in router.config.sections("voice_port"):
        for command in section.all("busyout_monitor"):
            yield command.words[2]


@exec_command
def show_voice_trunk_conditioning(line: Line) -> None:
    """The state of permanent trunks: iossim has none, so nothing is printed."""
