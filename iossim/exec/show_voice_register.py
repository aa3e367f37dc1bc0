"""show voice register: global settings, directory numbers, templates, dial plans, and all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from iossim.config import Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import carriers, tag_of
from iossim.exec.show_pool import pool_text
from iossim.exec.sip_statistics import overall
from iossim.router import RouterCore
from iossim.router.facts.dscp import TRAFFIC, in_words
from iossim.router.fields import field, is_set, number

_Text = Callable[[RouterCore, list[Section]], Iterator[str]]


def _enabled(yes: bool) -> str:
    return "enabled" if yes else "disabled"


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{each}\n" for each in lines)


@exec_command
def show_voice_register_global(line: Line) -> Result:
    """The settings of all SIP phones, and their registrations."""
    return _joined(_global(line.router, line.router.config.section("voice_register_global")))


def _global(router: RouterCore, section: Section | None) -> Iterator[str]:
    yield f"CONFIG [Version={router.cme_version}]"
    yield "=" * 24
    yield f"  Version {router.cme_version}"
    settings = _settings if field(section, "mode", "operation") else _srst
    yield from (f"  {each}" for each in settings(section))
    for kind in ("network", "user"):
        for tag in range(5):
            code = _locale(section, kind, tag)
            default = f"    (This is the default {kind} locale for this box)" if tag == 0 else ""
            yield f"  {kind}-locale[{tag}] {code}{default}"
    yield from overall(router)


def _srst(section: Section | None) -> Iterator[str]:
    """What counts also where the router only stands in for another call agent."""
    yield from _limits(section)
    yield f"timeout interdigit {number(section, 'timeouts_interdigit', 'seconds', 10)}"


def _limits(section: Section | None) -> Iterator[str]:
    yield f"Mode is {field(section, 'mode', 'operation') or 'srst'}"
    yield f"Max-pool is {number(section, 'max_pool', 'count', 0)}"
    yield f"Max-dn is {number(section, 'max_dn', 'count', 0)}"
    proxy = section is None or is_set(section, "outbound_proxy_system")
    yield "Outbound-proxy is enabled and will use global configured value" if proxy else "Outbound-proxy is disabled"
    yield f"Security Policy: {'SECURE' if is_set(section, 'security_policy_secure') else 'DEVICE-DEFAULT'}"


def _settings(section: Section | None) -> Iterator[str]:
    yield from _limits(section)
    if is_set(section, "fac_refer"):
        yield "Forced Authorization Code Refer is enabled"
    address = field(section, "source_address", "address") or "0.0.0.0"
    yield f"Source-address is {address} port {number(section, 'source_address', 'port', 5060)}"
    for command in section.all("load") if section is not None else ():
        yield f"Load {command.fields['phone_type']} is {command.fields['firmware']}"
    yield f"Time-format is {field(section, 'time_format', 'hours') or '12'}"
    yield f"Date-format is {(field(section, 'date_format', 'format') or 'm/d/y').upper()}"
    yield f"Time-zone is {number(section, 'timezone', 'zone', 5)}"
    yield f"Hold-alert is {_enabled(is_set(section, 'hold_alert'))}"
    yield f"Mwi stutter is {_enabled(is_set(section, 'mwi_stutter'))}"
    yield f"Mwi registration for full E.164 is {_enabled(is_set(section, 'mwi_reg_e164'))}"
    yield f"Forwarding local is {_enabled(is_set(section, 'forwarding_local'))}"
    for title, rule in (("Video", "video"), ("Camera", "camera")):
        if is_set(section, rule):
            yield f"{title} is enabled"
    yield f"Privacy is {_enabled(is_set(section, 'privacy'))}"
    yield f"Privacy-on-hold is {_enabled(is_set(section, 'privacy_on_hold'))}"
    if is_set(section, "conference_hardware"):
        yield "Conference hardware is enabled"
    yield f"Dst auto adjust is {_enabled(is_set(section, 'dst_auto_adjust'))}"
    for boundary, title in (("start", "start"), ("stop", "stop ")):
        if text := _change(section, boundary):
            yield f"  {title} at {text}"
    yield f"Max redirect number is {number(section, 'phone_redirect_limit', 'limit', 5)}"
    yield "IP QoS DSCP:"
    for traffic, shown in TRAFFIC.items():
        yield f" {in_words(field(section, 'ip_qos_dscp', 'dscp', traffic))} for {shown}"
    yield f"Telnet Level: {number(section, 'telnet_level', 'level', 0)}"
    yield f"Tftp path is {field(section, 'tftp_path', 'path') or 'system:'}"
    yield f"Generate text file is {_enabled(is_set(section, 'file_text'))}"
    if stamp := field(section, "create_profile_sync", "stamp"):
        yield f"Tftp files are created, current syncinfo {stamp}"
    yield "OS79XX.TXT is not created"
    yield f"timeout interdigit {number(section, 'timeouts_interdigit', 'seconds', 10)}"


def _change(section: Section | None, boundary: str) -> str:
    """When daylight saving time begins or ends: `Apr week 1 day Sun time 02:00`."""
    command = section.effective("dst", boundary) if section is not None else None
    if command is None or command.negative:
        return ""
    return " ".join(
        word.capitalize() if word in (command.words[2], command.fields.get("weekday")) else word for word in command.words[2:]
    )


def _locale(section: Section | None, kind: str, tag: int) -> str:
    if section is None:
        return "US"
    command = section.effective(f"{kind}_locale", tag) or (section.effective(f"{kind}_locale") if tag == 0 else None)
    return str(command.fields.get("country", "US")) if command is not None and not command.negative else "US"


def _dns(router: RouterCore, sections: list[Section]) -> Iterator[str]:
    found = carriers(router.config, "voice_register_pool")
    for section in sections:
        yield from _dn(section, found.get(tag_of(section), []))


def _dn(section: Section, pools: list[tuple[Section, int]]) -> Iterator[str]:
    yield f"Dn Tag {tag_of(section)}"
    yield "Config:"
    if number_ := field(section, "number", "number"):
        yield f"  Number is {number_}"
        yield f"  Preference is {number(section, 'preference', 'preference', 0)}"
        yield f"  Huntstop is {_enabled(is_set(section, 'huntstop'))}"
    for direction in ("incoming", "outgoing"):
        if profile := field(section, "translation_profile", "profile", direction):
            yield f"  Translation-profile {direction} {profile}"
    if is_set(section, "allow_watch"):
        yield "  Allow watch is enabled"
    yield f"  Auto answer is {_enabled(is_set(section, 'auto_answer'))}"
    for kind in ("all", "busy", "mailbox", "noan"):
        command = section.get(f"call_forward_b2bua_{kind}")
        if command is not None and not command.negative:
            yield f"  {command.text}"
    if is_set(section, "after_hour_exempt"):
        yield "  after-hour exempt"
    for pool, lines in groupby(pools, lambda each: tag_of(each[0])):
        yield f"  Pool {pool:<4} has this DN configured for line {', '.join(str(line) for _, line in lines)}"


def _templates(router: RouterCore, sections: list[Section]) -> Iterator[str]:
    for section in sections:
        yield from _template(router, section)


def _template(router: RouterCore, section: Section) -> Iterator[str]:
    yield f"Temp Tag {tag_of(section)}"
    yield "Config:"
    for title, rule in _TEMPLATE_FLAGS:
        yield f"  {title} is {_enabled(is_set(section, rule))}"
    if target := field(section, "voicemail", "number"):
        yield f"  Voicemail is {target}, timeout {field(section, 'voicemail', 'seconds')}"
    yield from _softkeys(section)
    if tag := field(section, "voice_class_stun_usage", "tag"):
        yield f"  voice-class stun-usage is enabled. tag is {tag}"
    if erl := field(section, "emergency_response_location", "tag"):
        yield f"  Emergency response location {erl}"
    yield f"  Lpcor type {field(section, 'lpcor_type', 'lpcor_type') or 'none'}"
    for way in ("incoming", "outgoing"):
        if group := field(section, f"lpcor_{way}", "group"):
            yield f"  Lpcor {way} {group}"
    yield f"  paging-dn {field(section, 'paging_dn', 'tag') or '0'} [{field(section, 'paging_dn', 'paging_mode') or 'multicast'}]"
    yield f"  conference admin: {'yes' if is_set(section, 'conference_admin') else 'no'}"
    yield f"  conference add mode: {'creator' if is_set(section, 'conference_add_mode') else 'all'}"
    yield f"  conference drop mode: {field(section, 'conference_drop_mode', 'drop_mode') or 'never'}"
    for pool in router.config.sections("voice_register_pool"):
        if field(pool, "template", "tag") == tag_of(section):
            yield f"  Pool {tag_of(pool)} has this template configured"


def _softkeys(section: Section) -> Iterator[str]:
    for stage in ("connected", "hold", "idle", "seized"):
        command = section.effective(f"softkeys_{stage}")
        if command is not None and not command.negative:
            yield f"  softkey {stage}  {' '.join(command.words[2:])}"


_TEMPLATE_FLAGS = (
    ("Attended Transfer", "transfer_attended"),
    ("Blind Transfer", "transfer_blind"),
    ("Semi-attended Transfer", "semi_attended_enable"),
    ("Conference", "conference"),
    ("Caller-ID block", "caller_id_block"),
    ("DnD control", "dnd_control"),
    ("Video", "video"),
    ("Camera", "camera"),
    ("Anonymous call block", "anonymous_block"),
)


def _dialplans(router: RouterCore, sections: list[Section]) -> Iterator[str]:
    for section in sections:
        yield from _dialplan(router, section)


def _dialplan(router: RouterCore, section: Section) -> Iterator[str]:
    yield f"Dialplan Tag {tag_of(section)}"
    yield "Config:"
    if kind := field(section, "type", "phones"):
        yield f"  Type is {kind}"
    for command in section.all("pattern"):
        fields = command.fields
        yield (
            f"  Pattern {fields['tag']} is {fields['pattern']}, timeout is {fields.get('seconds', '0')}, "
            f"user option is {fields.get('user', 'phone')}, button is {fields.get('button', 'default')}"
        )
    for rule, title in (("voice_register_template", "Template"), ("voice_register_pool", "Pool")):
        for user in router.config.sections(rule):
            if field(user, "dialplan", "tag") == tag_of(section):
                yield f"  {title} {tag_of(user)} has this dialplan configured"


def _chosen(line: Line, rule: str, tag: str, text: _Text) -> str:
    config = line.router.config
    one = config.section(rule, tag) if tag else None
    sections = ([one] if one is not None else []) if tag else config.sections(rule)
    return _joined(text(line.router, sections))


@exec_command
def show_voice_register_dn(line: Line, dn: str | bool = "", all: bool = False) -> Result:
    """A directory number of SIP phones, or all of them."""
    return _chosen(line, "voice_register_dn", "" if all else str(dn), _dns)


@exec_command
def show_voice_register_template(line: Line, tag: str = "") -> Result:
    """A template for SIP phones, or all of them."""
    return _chosen(line, "voice_register_template", tag, _templates)


@exec_command
def show_voice_register_dialplan(line: Line, tag: str = "") -> Result:
    """A dial plan of SIP phones, or all of them."""
    return _chosen(line, "voice_register_dialplan", tag, _dialplans)


@exec_command
def show_voice_register_all(line: Line) -> Result:
    """All about SIP phones, under headings; what is not configured is left out."""
    router = line.router
    lines = ["VOICE REGISTER GLOBAL", "=" * 21, *_global(router, router.config.section("voice_register_global"))]
    parts: tuple[tuple[str, str, _Text], ...] = (
        ("DN", "dn", _dns),
        ("TEMPLATE", "template", _templates),
        ("DIALPLAN", "dialplan", _dialplans),
    )
    for title, rule, text in parts:
        sections = router.config.sections(f"voice_register_{rule}")
        if sections:
            heading = f"VOICE REGISTER {title}"
            lines += [heading, "=" * len(heading), *text(router, sections)]
    pools = list(router.phones.sip.all())
    if pools:
        lines += ["VOICE REGISTER POOL", "=" * 19, *(each for device in pools for each in pool_text(router, device))]
    return "\n".join([*lines, ""])
