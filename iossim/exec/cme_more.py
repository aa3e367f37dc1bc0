"""show telephony-service: feature access codes, security, speed-dial lists and conferences."""

from __future__ import annotations

from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import tag_of
from iossim.router.facts.fac import in_force
from iossim.router.fields import field, is_set

_SERVER = {"secure": "Secure", "erase": "Erase"}
_DEVICES = {"authenticated": "Authenticated", "encrypted": "Encrypted"}


@exec_command
def show_telephony_service_fac(line: Line) -> Result:
    """The feature access codes in force."""
    section = line.router.config.section("telephony_service")
    if section is None:
        return ""
    custom = [(str(command.fields["feature"]), str(command.fields["code"])) for command in section.all("fac_custom")]
    standard = is_set(section, "fac_standard")
    aliases = [
        f" alias {command.fields['alias_tag']} {command.fields['code']} to {command.fields['target']}"
        for command in section.all("fac_custom_alias")
    ]
    if not standard and not custom and not aliases:
        return ""
    codes = in_force(standard, custom)
    head = f"telephony-service fac {'standard' if standard else 'custom'}"
    return "\n".join([head, *[f" {feature} {code}" for feature, code in codes.items()], *aliases, ""])


@exec_command
def show_telephony_service_security_info(line: Line) -> Result:
    """The trustpoints and security modes."""
    section = line.router.config.section("telephony_service")
    server = field(section, "server_security_mode", "server_mode")
    return "\n".join(
        [
            f"Skinny Server Trustpoint for TLS: {field(section, 'secure_signaling_trustpoint', 'trustpoint')}",
            f"TFTP Credentials Trustpoint: {field(section, 'tftp_server_credentials_trustpoint', 'trustpoint')}",
            f"Server Security Mode: {_SERVER.get(server, 'Non-Secure')}",
            f"Global Device Security Mode: {_DEVICES.get(field(section, 'device_security_mode', 'device_mode'), 'Non-Secure')}",
            "",
        ]
    )


@exec_command
def show_telephony_service_bulk_speed_dial(line: Line, summary: bool = False) -> Result:
    """The files of the speed-dial lists; the simulated router does not read them, so that no list has an entry."""
    config = line.router.config
    service = config.section("telephony_service")
    own = [(phone, command) for phone in config.sections("ephone") for command in phone.all("bulk_speed_dial_list")]
    everywhere = service.all("bulk_speed_dial_list") if service is not None else []
    if not summary:
        return ""
    rows = [("Global", command) for command in everywhere] + [(f"ephone-{tag_of(phone)}", command) for phone, command in own]
    lines = ["List-id    Entries      Size    Reference  url"]
    lines += [f"{command.fields['list']:>7}{0:>11}{0:>10}    {whose:<11}{command.fields['url']}" for whose, command in rows]
    return "\n".join([*lines, f"{len(everywhere)} Global List(s) {len(own)} Local List(s)", ""])


@exec_command
def show_telephony_service_conference_hardware(line: Line) -> Result:
    """The hardware conferences, of which simulated phones hold none."""
    head = "Conference   Type              Active  Max  Peak    Host         HostPhone   Last"
    return f"{head}\n{'cur(initial) ':>80}\n{'=' * 93}\n"
