"""show telephony-service security-info: the trustpoints and security modes."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import field

_SERVER = {"secure": "Secure", "erase": "Erase"}
_DEVICES = {"authenticated": "Authenticated", "encrypted": "Encrypted"}


@exec_command
def show_telephony_service_security_info(line: Line) -> Iterator[str]:
    """The trustpoints and security modes."""
    section = line.router.config.section("telephony_service")
    server = field(section, "server_security_mode", "server_mode")
    devices = field(section, "device_security_mode", "device_mode")
    yield f"Skinny Server Trustpoint for TLS: {field(section, 'secure_signaling_trustpoint', 'trustpoint')}"
    yield f"TFTP Credentials Trustpoint: {field(section, 'tftp_server_credentials_trustpoint', 'trustpoint')}"
    yield f"Server Security Mode: {_SERVER.get(server, 'Non-Secure')}"
    yield f"Global Device Security Mode: {_DEVICES.get(devices, 'Non-Secure')}"
