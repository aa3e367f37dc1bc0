"""show telephony-service: the settings in force."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.language import defaults_of
from iossim.router import RouterCore
from iossim.router.facts.dscp import TRAFFIC, in_words
from iossim.router.fields import field, is_set, number

_DOCUMENTS = "http://www.cisco.com/en/US/products/sw/voicesw/ps4625/tsd_products_support_series_home.html"
#: Commands that the head of the listing prints in other words; all others follow as they are configured.
_IN_HEAD = {
    "ip_source_address", "ip_qos_dscp", "max_ephones", "max_dn", "max_conferences", "sdspfarm_units", "sdspfarm_transcode_sessions",
    "conference_hardware", "privacy", "privacy_on_hold", "hunt_group_report_delay_hours", "hunt_group_logout", "max_redirect",
    "cnf_file_location", "cnf_file", "load", "service_directed_pickup", "protocol_mode",
}  # fmt: skip
_CNF_OPTIONS = {"perphone": "PER-PHONE"}


def settings(router: RouterCore, section: Section) -> Iterator[str]:
    """The settings in force: a head in the words of the listing, then all other commands."""
    yield f"CONFIG (Version={router.cme_version})"
    yield "=" * 21
    yield f"Version {router.cme_version}"
    yield "Max phoneload sccp version 17"
    yield "Max dspfarm sccp version 18"
    yield "Cisco Unified Communications Manager Express"
    yield "For on-line documentation please see:"
    yield _DOCUMENTS
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
    yield from _others(router, section)
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
    yield f"cnf-file option: {_CNF_OPTIONS.get(field(section, 'cnf_file', 'cnf_option'), 'PER-PHONE-TYPE')}"


def _words(section: Section, rule: str) -> list[str]:
    command = section.effective(rule)
    return command.words if command is not None and not command.negative else []


def _others(router: RouterCore, section: Section) -> Iterator[str]:
    """All other commands: entered ones, and the defaults of commands that the version of the router has."""
    defaults = {identity: command for identity, command in defaults_of(section.mode).items() if router.has(command)}
    others = [command for identity, command in {**defaults, **section.entries}.items() if identity[0] not in _IN_HEAD]
    for command in sorted(others, key=lambda command: command.form.order):
        if not command.form.rule.secrets and not command.form.rule.hidden:
            yield command.text
