"""show voice register global: the settings of all SIP phones, and their registrations."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.text import enabled
from iossim.exec.voice_register.show_statistics import total_statistics
from iossim.router import RouterCore
from iossim.router.facts.dscp import TRAFFIC, in_words
from iossim.router.fields import field, is_set, number

#: The number of network locales, and of user locales.
_LOCALES = 5


@exec_command
def show_voice_register_global(line: Line) -> Iterator[str]:
    """The settings of all SIP phones, and their registrations."""
    return global_text(line.router)


def global_text(router: RouterCore) -> Iterator[str]:
    """The lines of `show voice register global`."""
    section = router.config.section("voice_register_global")
    yield f"CONFIG [Version={router.cme_version}]"
    yield "=" * 24
    yield f"  Version {router.cme_version}"
    settings = _cme(section) if section is not None and field(section, "mode", "operation") else _srst(section)
    yield from (f"  {text}" for text in settings)
    for kind in ("network", "user"):
        for tag in range(_LOCALES):
            default = f"    (This is the default {kind} locale for this box)" if tag == 0 else ""
            yield f"  {kind}-locale[{tag}] {_locale(section, kind, tag)}{default}"
    yield from total_statistics(router)


def _srst(section: Section | None) -> Iterator[str]:
    """The settings that are also in force if the router only stands in for another call agent."""
    yield from _limits(section)
    yield _interdigit(section)


def _limits(section: Section | None) -> Iterator[str]:
    yield f"Mode is {field(section, 'mode', 'operation') or 'srst'}"
    yield f"Max-pool is {number(section, 'max_pool', 'count', 0)}"
    yield f"Max-dn is {number(section, 'max_dn', 'count', 0)}"
    proxy = section is None or is_set(section, "outbound_proxy_system")
    yield "Outbound-proxy is enabled and will use global configured value" if proxy else "Outbound-proxy is disabled"
    yield f"Security Policy: {'SECURE' if is_set(section, 'security_policy_secure') else 'DEVICE-DEFAULT'}"


def _interdigit(section: Section | None) -> str:
    return f"timeout interdigit {number(section, 'timeouts_interdigit', 'seconds', 10)}"


def _cme(section: Section) -> Iterator[str]:
    yield from _limits(section)
    if is_set(section, "fac_refer"):
        yield "Forced Authorization Code Refer is enabled"
    address = field(section, "source_address", "address") or "0.0.0.0"
    yield f"Source-address is {address} port {number(section, 'source_address', 'port', 5060)}"
    for command in section.all("load"):
        yield f"Load {command.fields['phone_type']} is {command.fields['firmware']}"
    yield f"Time-format is {field(section, 'time_format', 'hours') or '12'}"
    yield f"Date-format is {(field(section, 'date_format', 'format') or 'm/d/y').upper()}"
    yield f"Time-zone is {number(section, 'timezone', 'zone', 5)}"
    yield f"Hold-alert is {enabled(is_set(section, 'hold_alert'))}"
    yield f"Mwi stutter is {enabled(is_set(section, 'mwi_stutter'))}"
    yield f"Mwi registration for full E.164 is {enabled(is_set(section, 'mwi_reg_e164'))}"
    yield f"Forwarding local is {enabled(is_set(section, 'forwarding_local'))}"
    for title, rule in (("Video", "video"), ("Camera", "camera")):
        if is_set(section, rule):
            yield f"{title} is enabled"
    yield f"Privacy is {enabled(is_set(section, 'privacy'))}"
    yield f"Privacy-on-hold is {enabled(is_set(section, 'privacy_on_hold'))}"
    if is_set(section, "conference_hardware"):
        yield "Conference hardware is enabled"
    yield f"Dst auto adjust is {enabled(is_set(section, 'dst_auto_adjust'))}"
    for boundary, title in (("start", "start"), ("stop", "stop ")):
        if text := _daylight_saving(section, boundary):
            yield f"  {title} at {text}"
    yield f"Max redirect number is {number(section, 'phone_redirect_limit', 'limit', 5)}"
    yield "IP QoS DSCP:"
    for traffic, shown in TRAFFIC.items():
        yield f" {in_words(field(section, 'ip_qos_dscp', 'dscp', traffic))} for {shown}"
    yield f"Telnet Level: {number(section, 'telnet_level', 'level', 0)}"
    yield from _files(section)
    yield _interdigit(section)


def _files(section: Section) -> Iterator[str]:
    yield f"Tftp path is {field(section, 'tftp_path', 'path') or 'system:'}"
    yield f"Generate text file is {enabled(is_set(section, 'file_text'))}"
    if stamp := field(section, "create_profile_sync", "stamp"):
        yield f"Tftp files are created, current syncinfo {stamp}"
    yield "OS79XX.TXT is not created"


def _daylight_saving(section: Section, boundary: str) -> str:
    """The beginning (`start`) or the end (`stop`) of daylight saving time: `Apr week 1 day Sun time 02:00`."""
    command = section.effective("dst", boundary)
    if command is None or command.negative:
        return ""
    capital = (command.words[2], command.fields.get("weekday"))
    return " ".join(word.capitalize() if word in capital else word for word in command.words[2:])


def _locale(section: Section | None, kind: str, tag: int) -> str:
    if section is None:
        return "US"
    command = section.effective(f"{kind}_locale", tag) or (section.effective(f"{kind}_locale") if tag == 0 else None)
    return str(command.fields.get("country", "US")) if command is not None and not command.negative else "US"
