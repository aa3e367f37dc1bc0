"""show telephony-service [VIEW]: the settings of Unified CME, or one part of its configuration; a larger view has its own file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.telephony_service.show_admin import admin, directory
from iossim.exec.telephony_service.show_all import dial_peers, everything, voice_ports
from iossim.exec.telephony_service.show_ephone import ephones, templates
from iossim.exec.telephony_service.show_ephone_dn import dn_templates, dns
from iossim.exec.telephony_service.show_settings import settings
from iossim.exec.telephony_service.show_tftp_bindings import bindings
from iossim.router import RouterCore

_VIEWS: dict[str, Callable[[RouterCore, Section], Iterator[str]]] = {
    "": settings,
    "admin": admin,
    "all": everything,
    "dial-peer": dial_peers,
    "directory-entry": directory,
    "ephone": ephones,
    "ephone-dn": dns,
    "ephone-dn-template": dn_templates,
    "ephone-template": templates,
    "tftp-bindings": bindings,
    "voice-port": voice_ports,
}


@exec_command
def show_telephony_service(line: Line, telephony_view: str = "") -> Iterator[str]:
    """The settings in force, or one part of the configuration of Unified CME."""
    section = line.router.config.section("telephony_service")
    if section is not None:
        yield from _VIEWS[telephony_view](line.router, section)
