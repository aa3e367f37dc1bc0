"""show voice register profile, tftp-bind, hfs and credential: the files that SIP phones fetch, and their server."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, is_set, mac_of, name_of, number
from iossim.router.templates import template_of

#: The types that have a text profile, and the beginning of the name of its file.
_TEXT_FILES = {"7905": "Id", "7912": "gk", "ATA": "ata"}
_HFS_PORT = 6970


@exec_command
def show_voice_register_profile(line: Line, tag: str) -> Iterator[str]:
    """The text profile of a phone of a type that has one."""
    config = line.router.config
    pool = config.section("voice_register_pool", tag)
    if pool is None or field(pool, "type", "phone_type") not in _TEXT_FILES:
        return
    if not is_set(config.section("voice_register_global"), "file_text"):
        return
    template = template_of(config, pool)
    flags = {
        "CallWaiting": is_set(pool, "call_waiting"),
        "CallForwardNumber": False,
        "Conference": template is None or is_set(template, "conference"),
        "AttendedTransfer": template is None or is_set(template, "transfer_attended"),
        "BlindTransfer": template is None or is_set(template, "transfer_blind"),
        "SIPRegOn": True,
        "UseTftp": True,
        "UseLoginID": False,
        "UIPassword": False,
    }
    dns = [str(command.fields.get("dn", "")) for command in pool.all("number")]
    numbers = [field(config.section("voice_register_dn", dn), "number", "number") for dn in dns]
    yield from (f"Pool Tag: {tag}", "#txt", " AutoLookUp:0", " DirectoriesUrl:0")
    yield from (f" {name}:{int(on)}" for name, on in flags.items())
    yield " NTPIP:0.0.0.0"
    yield f" UID:{next(filter(None, numbers), '0')}"


@exec_command
def show_voice_register_tftp_bind(line: Line) -> Iterator[str]:
    """The files that phones fetch, and their places."""
    names = [name for pool in line.router.config.sections("voice_register_pool") for name in _files(pool)]
    for name in ("SIPDefault.cnf", "syncinfo.xml", *names) if names else ():
        yield f" tftp-server {name} url system:/cme/sipphone/{name}"


def _files(pool: Section) -> Iterator[str]:
    mac, kind = mac_of(pool).replace(".", ""), field(pool, "type", "phone_type")
    if not mac:
        return
    if kind in _TEXT_FILES:
        yield f"{_TEXT_FILES[kind]}{mac}"
        yield f"{_TEXT_FILES[kind]}{mac}.txt"
    elif kind in ("7940", "7960", ""):
        yield f"SIP{mac}.cnf"
    else:
        yield f"SEP{mac}.cnf.xml"


@exec_command
def show_voice_register_hfs(line: Line) -> Iterator[str]:
    """The HTTP server for the files of phones."""
    config = line.router.config
    service = config.section("telephony_service")
    on = is_set(service, "hfs_enable")
    port = number(service, "hfs_enable", "port", _HFS_PORT)
    files = sum(1 for pool in config.sections("voice_register_pool") if name_of(pool))
    yield f"Fetch Service Enabled = {'Y' if on else 'N'}"
    yield f"   App enabled port = {port if on else 0}"
    yield f"   Use default port = {'Y' if port == _HFS_PORT else 'N'}"
    yield f"   Registered session-id = {19 if on else 0}"
    yield " "
    yield f"Default home path = {field(service, 'hfs_home_path', 'path') or 'flash:/'}"
    yield "   Ongoing fetches from home = 0"
    yield " "
    yield "HTTP File Server Bindings"
    yield f"   No. of bindings = {files}"
    yield f"   No. of url table entries = {files}"
    yield f"   No. of alias table entries = {files}"


@exec_command
def show_voice_register_credential(line: Line) -> Iterator[str]:
    """The credential files; the simulated router does not read them, so that it lists no user of them."""
    section = line.router.config.section("voice_register_global")
    for command in section.all("authenticate_credential") if section is not None else ():
        yield f"file index {command.fields['tag']}, url {command.fields['url']}"
