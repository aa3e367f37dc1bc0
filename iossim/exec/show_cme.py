"""show telephony-service: the settings of Unified CME as they are in force, and its numbers, phones and templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.config import Configuration, Section
from iossim.config.render import line as printed
from iossim.config.render import ordered
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.cme_phones import ephone_lines, template_lines
from iossim.exec.phone_state import tag_of
from iossim.language import Command, defaults_of
from iossim.router import RouterCore
from iossim.router.facts.dial_peers import of_dn
from iossim.router.facts.dscp import TRAFFIC, in_words
from iossim.router.facts.locales import DEFAULT, LOCALES, Locale
from iossim.router.facts.phone_types import USUAL
from iossim.router.fields import field, is_set, mac_of, name_of, number
from iossim.router.templates import in_force

_DOCUMENTS = "http://www.cisco.com/en/US/products/sw/voicesw/ps4625/tsd_products_support_series_home.html"
#: Commands that the head of the listing words in its own way.
_WORDED = {
    "ip_source_address", "ip_qos_dscp", "max_ephones", "max_dn", "max_conferences", "sdspfarm_units", "sdspfarm_transcode_sessions",
    "conference_hardware", "privacy", "privacy_on_hold", "hunt_group_report_delay_hours", "hunt_group_logout", "max_redirect",
    "cnf_file_location", "cnf_file", "load", "service_directed_pickup", "protocol_mode",
}  # fmt: skip


@exec_command
def show_telephony_service(line: Line, telephony_view: str = "") -> Result:
    """The settings as they are in force; or one part of what Unified CME has."""
    section = line.router.config.section("telephony_service")
    if section is None:
        return ""
    return "".join(f"{each}\n" for each in _VIEWS[telephony_view](line.router, section))


def _settings(router: RouterCore, section: Section) -> Iterator[str]:
    version = [f"CONFIG (Version={router.cme_version})", "=" * 21, f"Version {router.cme_version}"]
    yield from [*version, "Max phoneload sccp version 17", "Max dspfarm sccp version 18"]
    yield from ["Cisco Unified Communications Manager Express", "For on-line documentation please see:", _DOCUMENTS]
    yield f"protocol mode {' '.join(command.words[2:]) if (command := section.get('protocol_mode')) else 'default'}"
    if address := field(section, "ip_source_address", "address"):
        yield f"ip source-address {address} port {number(section, 'ip_source_address', 'port', 2000)}"
    yield "ip qos dscp:"
    for traffic, shown in TRAFFIC.items():
        yield f" {in_words(field(section, 'ip_qos_dscp', 'dscp', traffic))} for {shown}"
    yield "service directed-pickup" if is_set(section, "service_directed_pickup") else "no service directed-pickup"
    for command in section.all("load"):
        yield command.text
    yield from _figures(router.config, section)
    others = {
        identity: command
        for identity, command in {**defaults_of(section.mode), **section.entries}.items()
        if identity[0] not in _WORDED and (identity in section.entries or router.has(command))
    }
    for _, command in sorted(others.items(), key=lambda item: item[1].form.order):
        if not command.form.rule.secrets and not command.form.rule.hidden:
            yield command.text
    yield ""


def _figures(config: Configuration, section: Section) -> Iterator[str]:
    yield f"max-ephones {number(section, 'max_ephones', 'count', 0)}"
    yield f"max-dn {number(section, 'max_dn', 'count', 0)}"
    yield f"max-conferences {field(section, 'max_conferences', 'count')} gain {field(section, 'max_conferences', 'gain') or '-6'}"
    yield f"dspfarm units {number(section, 'sdspfarm_units', 'units', 0)}"
    yield f"dspfarm transcode sessions {number(section, 'sdspfarm_transcode_sessions', 'sessions', 0)}"
    yield f"conference {'hardware' if is_set(section, 'conference_hardware') else 'software'}"
    yield "privacy" if is_set(section, "privacy") else "no privacy"
    yield "privacy-on-hold" if is_set(section, "privacy_on_hold") else "no privacy-on-hold"
    delay = next((word for word in _words(section, "hunt_group_report_delay_hours") if word.isdigit()), "0")
    yield f"hunt-group report delay {delay} hours"
    yield f"Number of ephone hunt-group configured: {len(config.sections('ephone_hunt'))}"
    groups = [*config.sections("ephone_hunt"), *config.sections("voice_hunt_group")]
    yield f"# of hunt-group collect data: {sum(is_set(group, 'statistics_collect') for group in groups)}"
    yield f"hunt-group logout {field(section, 'hunt_group_logout', 'logout_key') or 'DND'}"
    yield f"max-redirect {field(section, 'max_redirect', 'count')}"
    yield f"cnf-file location: {' '.join(_words(section, 'cnf_file_location')[2:]) or 'system:'}"
    yield f"cnf-file option: {_OPTIONS.get(field(section, 'cnf_file', 'cnf_option'), 'PER-PHONE-TYPE')}"


_OPTIONS = {"perphone": "PER-PHONE"}


def _words(section: Section, rule: str) -> list[str]:
    command = section.effective(rule)
    return command.words if command is not None and not command.negative else []


def _all(router: RouterCore, section: Section) -> Iterator[str]:
    yield from _settings(router, section)
    for kind in ("ephone_dn", "ephone"):
        for each in router.config.sections(kind):
            assert each.header is not None
            yield f"{each.header.words[0]} {tag_of(each)}"
            yield from (text.strip() for text in safe_lines(each))
            yield "!"
    yield from _voice_ports(router, section)
    for dn in router.config.sections("ephone_dn"):
        if pattern := field(dn, "number", "number"):
            yield f"dial-peer voice {of_dn(tag_of(dn))} pots"
            yield from (f" destination-pattern {pattern}", *([" huntstop"] if is_set(dn, "huntstop") else []))
            yield f" port 50/0/{tag_of(dn)}"


def safe_lines(section: Section) -> list[str]:
    """The commands of a section as the running-config has them, but for its secrets: everybody may see this."""
    return [f" {printed(_masked(command))}" for _, command in ordered(section)]


def _masked(command: Command) -> Command:
    hidden = command.form.secret
    words = ["*****" if place in hidden else word for place, word in enumerate(command.words)]
    return Command(command.form, words, command.negative) if hidden else command


def _voice_ports(router: RouterCore, section: Section) -> Iterator[str]:
    for dn in router.config.sections("ephone_dn"):
        yield f"voice-port 50/0/{tag_of(dn)}"
        yield f" station-id number {field(dn, 'number', 'number')}"
        if name := field(dn, "name", "name"):
            yield f" station-id name {name}"
        if timeout := field(dn, "call_forward_noan", "timeout"):
            yield f" timeout ringing {timeout}"
        yield "!"


def _admin(router: RouterCore, section: Section) -> Iterator[str]:
    yield f"admin_username {field(section, 'web_admin_system', 'name') or 'Admin'}"
    yield f"admin_password {'*****' if is_set(section, 'web_admin_system') else ''}"
    for what, rule in (("DN", "dn_webedit"), ("TIME", "time_webedit")):
        yield f"edit {what} through Web: {'enabled' if is_set(section, rule) else 'disabled'}."


def _directory(router: RouterCore, section: Section) -> Iterator[str]:
    yield from (command.text for command in section.all("directory_entry"))


def _ephones(router: RouterCore, section: Section) -> Iterator[str]:
    figures = router.phones.summary()
    yield f"Number of Configured ephones {figures.configured} (Registered {figures.registered})"
    for phone in router.config.sections("ephone"):
        yield from ephone_lines(router.config, phone)


def _numbers(router: RouterCore, section: Section) -> Iterator[str]:
    for dn in router.config.sections("ephone_dn"):
        yield f"ephone-dn {tag_of(dn)}"
        lines = safe_lines(dn)
        if is_set(dn, "huntstop"):
            lines.insert(int(dn.get("number") is not None), " huntstop")
        yield from lines


def _sections(rule: str) -> Callable[[RouterCore, Section], Iterator[str]]:
    def listed(router: RouterCore, section: Section) -> Iterator[str]:
        for each in router.config.sections(rule):
            assert each.header is not None
            yield f"{each.header.words[0]} {tag_of(each)}"
            yield from safe_lines(each)

    return listed


def _templates(router: RouterCore, section: Section) -> Iterator[str]:
    for template in router.config.sections("ephone_template"):
        yield from template_lines(router.config, template)


def _bindings(router: RouterCore, section: Section) -> Iterator[str]:
    files = [
        "SEPDEFAULT.cnf",
        "SEPDEFAULT.cnf alias SEPDefault.cnf",
        "XMLDefault.cnf.xml alias XMLDefault.cnf.xml",
        "ATADefault.cnf.xml",
    ]
    yield from (f"tftp-server system:/its/{each}" for each in files)
    for phone in router.config.sections("ephone"):
        if mac_of(phone):
            kind = field(in_force(router.config, phone), "type", "phone_type") or USUAL
            yield f"tftp-server system:/its/XMLDefault{kind}.cnf.xml alias {name_of(phone)}.cnf.xml"
    language, country, _ = _locale(section, "user_locale")
    for name in ("7960-font.xml", "7960-dictionary.xml", "7960-kate.xml", "SCCP-dictionary.xml"):
        yield f"tftp-server system:/its/{country.lower()}/{name} alias {language}_{country}/{name}"
    country = _locale(section, "network_locale").country
    yield f"tftp-server system:/its/{country.lower()}/7960-tones.xml alias {country}/7960-tones.xml"


def _locale(section: Section, rule: str) -> Locale:
    return LOCALES.get(field(section, rule, "locale"), LOCALES[DEFAULT])


_VIEWS: dict[str, Callable[[RouterCore, Section], Iterator[str]]] = {
    "": _settings,
    "all": _all,
    "admin": _admin,
    "directory-entry": _directory,
    "ephone": _ephones,
    "ephone-dn": _numbers,
    "ephone-dn-template": _sections("ephone_dn_template"),
    "ephone-template": _templates,
    "tftp-bindings": _bindings,
    "voice-port": _voice_ports,
}
