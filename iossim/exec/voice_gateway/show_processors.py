"""show voice dsp, show sccp, show dspfarm and show voice class codec. iossim simulates no signal processors."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import sections_of, tag_of
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, number

_DSP_HEADS = (
    "DSP  DSP                DSPWARE CURR  BOOT                         PAK     TX/RX",
    "TYPE NUM CH CODEC       VERSION STATE STATE   RST AI VOICEPORT TS ABORT  PACK COUNT",
    "==== === == ======== ========== ===== ======= === == ========= == ===== ============",
)
_FARM_HEAD = "SLOT DSP VERSION  STATUS CHNL USE   TYPE   RSC_ID BRIDGE_ID PKTS_TXED PKTS_RXED"
_SERVICES = {"conference": "CONFERENCING", "mtp": "MTP", "transcode": "TRANSCODING"}


@exec_command
def show_voice_dsp(line: Line) -> Iterator[str]:
    """The heads of the table of signal processors: there are none."""
    yield from _DSP_HEADS


@exec_command
def show_voice_dsp_group(line: Line, slot: str | bool = "") -> Iterator[str]:
    """The groups of signal processors of a slot: there are none."""
    yield f"DSP groups on slot {slot if isinstance(slot, str) and slot else '0'}:"
    yield "This command is not applicable to slot" if isinstance(slot, str) and slot not in ("", "0") else "No DSPs found"


@exec_command
def show_sccp(line: Line) -> Iterator[str]:
    """The state of the SCCP application of DSP farms, and its call managers."""
    config = line.router.config
    interface = field(config.root, "sccp_local", "interface")
    if not is_set(config.root, "sccp"):
        yield "SCCP Admin State: DOWN"
    else:
        yield "SCCP Admin State: UP"
    if not interface and not is_set(config.root, "sccp"):
        return
    yield f"Gateway Local Interface: {interface or 'NONE'}"
    if address := field(config.section("interface", interface), "ip_address", "address"):
        yield f"        IPv4 Address: {address}"
    yield f"        Port Number: {number(config.root, 'sccp_local', 'port', 2000)}"
    yield f"IP Precedence: {number(config.root, 'sccp_ip_precedence', 'precedence', 5)}"
    codecs = [str(command.fields["codec"]) for command in config.root.all("sccp_codec")]
    yield f"User Masked Codec list: {' '.join(codecs) or 'None'}"
    for command in config.root.all("sccp_ccm"):
        fields = command.fields
        yield f"Call Manager: {command.words[2]}, Port Number: {fields.get('port', '2000')}"
        priority, version = fields.get("priority", "N/A"), fields.get("version", "3.1")
        yield f"                Priority: {priority}, Version: {version}, Identifier: {fields['identifier']}"
        yield f"                Trustpoint: {fields.get('label', 'N/A')}"


@exec_command
def show_sccp_connections(line: Line) -> Iterator[str]:
    """The number of connections of DSP farms: none."""
    yield ""
    yield "Total number of active session(s) 0, and connection(s) 0"
    yield ""


@exec_command
def show_sccp_ccm_group(line: Line, group: str = "") -> Iterator[str]:
    """The groups of call managers, or one of them."""
    for section in sections_of(line.router, "sccp_ccm_group", group):
        yield from _ccm_group(section)


def _ccm_group(section: Section) -> Iterator[str]:
    yield ""
    yield f"CCM Group Identifier: {tag_of(section)}"
    yield f" Description: {field(section, 'description', 'description') or 'None'}"
    bind = section.get("bind_interface")
    yield f" Binded Interface: {bind.words[-1] if bind is not None and not bind.negative else 'NONE'}"
    for command in section.all("associate_ccm"):
        yield f" Associated CCM Id: {command.fields['identifier']}, Priority in this CCM Group: {command.fields['priority']}"
    for command in section.all("associate_profile"):
        yield f" Associated Profile: {command.fields['profile']}, Registration Name: {command.fields['device_name']}"
    retries, timeout = number(section, "registration_retries", "tries", 3), number(section, "registration_timeout", "seconds", 3)
    yield f" Registration Retries: {retries}, Registration Timeout: {timeout} sec"
    retries, timeout = number(section, "keepalive_retries", "tries", 3), number(section, "keepalive_timeout", "seconds", 30)
    yield f" Keepalive Retries: {retries}, Keepalive Timeout: {timeout} sec"
    retries, interval = number(section, "connect_retries", "tries", 3), number(section, "connect_interval", "seconds", 10)
    yield f" CCM Connect Retries: {retries}, CCM Connect Interval: {interval} sec"
    yield " Switchover Method: GRACEFUL, Switchback Method: GRACEFUL_GUARD"
    yield f" Switchback Interval: {number(section, 'switchback_interval', 'seconds', 10)} sec, Switchback Timeout: 7200 sec"


@exec_command
def show_dspfarm(line: Line) -> Iterator[str]:
    """The profiles of DSP farms, and their processors."""
    yield from _profiles(line.router, "")
    yield from _processors()


@exec_command
def show_dspfarm_profile(line: Line, profile: str | bool = "") -> Iterator[str]:
    """The profiles of DSP farms, or one of them."""
    return _profiles(line.router, profile if isinstance(profile, str) else "")


def _profiles(router: RouterCore, tag: str) -> Iterator[str]:
    sections = sections_of(router, "dspfarm_profile", tag)
    if sections:
        yield "Dspfarm Profile Configuration"
    for section in sections:
        yield ""
        yield from _profile(section)


def _profile(section: Section) -> Iterator[str]:
    assert section.header is not None
    service = str(section.header.fields.get("dspfarm_service", "")).split(" ", 1)[0]
    yield f" Profile ID = {tag_of(section)}, Service = {_SERVICES.get(service, 'UNKNOWN')}, Resource ID = {tag_of(section)}  "
    yield f" Profile Description : {field(section, 'description', 'description')} "
    yield " Profile Service Mode : Non Secure "
    off = section.get("shutdown")
    up = off is not None and off.negative
    yield f" Profile Admin State : {'UP' if up else 'DOWN'} "
    yield " Profile Operation State : DOWN "
    application = field(section, "associate_application", "application")
    yield f" Application : {application or 'None'}   Status : {'ASSOCIATION IN PROGRESS' if up and application else 'NOT ASSOCIATED'} "
    yield " Resource Provider : NONE   Status : NONE "
    sessions = number(section, "maximum_sessions", "sessions", 0)
    yield f" Number of Resource Configured : {sessions} "
    yield " Number of Resources Out of Service : 0 "
    yield " Number of Resources Active : 0 "
    codecs = section.all("codec")
    yield f" Codec Configuration: num_of_codecs:{len(codecs)} "
    for command in codecs:
        yield f" Codec : {command.words[1]}, Maximum Packetization Period : {60 if command.words[1].startswith('g729') else 30} "


@exec_command
def show_dspfarm_dsp(line: Line) -> Iterator[str]:
    """The processors of DSP farms: there are none."""
    return _processors()


def _processors() -> Iterator[str]:
    yield _FARM_HEAD
    yield ""
    yield ""
    yield "Total number of DSPFARM DSP channel(s) 0"
    yield ""


@exec_command
def show_voice_class_codec(line: Line, voice_class: str = "") -> Iterator[str]:
    """The lists of codecs, or one of them."""
    for section in sections_of(line.router, "voice_class_codec", voice_class):
        yield f"voice class codec {tag_of(section)}"
        yield from (f" {command.text}" for command in section.all("codec_preference"))
