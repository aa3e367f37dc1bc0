"""show capf-server, credentials and ctl-client: the certificates of phones and the servers that phones trust."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, mac_of, number

_AUTH_MODES = {"auth-string": "Auth-String", "null-string": "Null-String"}


@exec_command
def show_capf_server(line: Line, capf_view: str) -> Iterator[str]:
    """The server for the certificates of phones: its settings, its sessions, or the strings to be entered at phones."""
    match capf_view:
        case "auth-string":
            return _auth_strings(line.router.config)
        case "sessions":
            return iter(("Active CAPF Sessions", "Phone ID                State"))
        case _:
            return _capf_settings(line.router.config)


def _auth_strings(config: Configuration) -> Iterator[str]:
    yield "Authentication Strings for configured Ephones"
    yield "Mac-Addr        Auth-String"
    yield "--------        -----------"
    for phone in config.sections("ephone"):
        if string := field(phone, "capf_auth_str", "auth_string"):
            yield f"{mac_of(phone).replace('.', ''):<16}{string}"


def _capf_settings(config: Configuration) -> Iterator[str]:
    section = config.section("capf_server")
    mode = field(section, "auth_mode", "auth_mode_name") or "none"
    yield "CAPF Server Configuration Details"
    yield f"        Trustpoint for TLS With Phone: {field(section, 'trustpoint_label', 'trustpoint')}"
    yield f"        Trustpoint for CA operation: {field(section, 'cert_enroll_trustpoint', 'trustpoint')}"
    yield f"        Source Address: {field(section, 'source_addr', 'address') or '0.0.0.0'}"
    yield f"        Listening Port: {number(section, 'port', 'port', 3804)}"
    yield f"        Phone Key Size: {field(section, 'phone_key_size', 'key_size') or '1024'}"
    yield f"        Phone KeyGen Retries: {number(section, 'keygen_retry', 'retries', 3)}"
    yield f"        Phone KeyGen Timeout: {number(section, 'keygen_timeout', 'minutes', 30)} minutes"
    yield f"        Device Authentication Mode: {_AUTH_MODES.get(mode, mode)}"


@exec_command
def show_credentials(line: Line) -> Iterator[str]:
    """The credentials server."""
    section = line.router.config.section("credentials")
    yield f"Credentials IP: {field(section, 'ip_source_address', 'address') or '0.0.0.0'}"
    yield f"Credentials PORT: {number(section, 'ip_source_address', 'port', 2444)}"
    yield f"Trustpoint: {field(section, 'trustpoint', 'trustpoint')}"


@exec_command
def show_ctl_client(line: Line) -> Iterator[str]:
    """The list of trusted servers."""
    section = line.router.config.section("ctl_client")
    yield "CTL Client Information"
    yield "-" * 29
    for token in (1, 2):
        yield f"        SAST {token} Certificate Trustpoint: {field(section, f'sast{token}_trustpoint', 'trustpoint')}"
    yield "        List of Trusted Servers in the CTL"
    for command in section.all("server") if section is not None else ():
        function = str(command.fields["function"]).upper().removesuffix("-TFTP")
        yield f"                {function:<8}{command.fields['address']!s:<16}{command.fields.get('trustpoint', '')}"
