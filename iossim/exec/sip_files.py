"""show voice register profile and tftp-bind: the files that SIP phones fetch."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.base import Line, Result, exec_command
from iossim.router.fields import field, is_set, mac_of
from iossim.router.templates import template_of

#: Phones whose profile is text, and how the name of their file begins.
_TEXT_FILES = {"7905": "Id", "7912": "gk", "ATA": "ata"}


@exec_command
def show_voice_register_profile(line: Line, tag: str) -> Result:
    """The text profile of a phone of the kinds that have one."""
    config = line.router.config
    pool = config.section("voice_register_pool", tag)
    if (
        pool is None
        or field(pool, "type", "phone_type") not in _TEXT_FILES
        or not is_set(config.section("voice_register_global"), "file_text")
    ):
        return ""
    template = template_of(config, pool)
    flags = (
        ("CallWaiting", is_set(pool, "call_waiting")),
        ("CallForwardNumber", False),
        ("Conference", template is None or is_set(template, "conference")),
        ("AttendedTransfer", template is None or is_set(template, "transfer_attended")),
        ("BlindTransfer", template is None or is_set(template, "transfer_blind")),
        ("SIPRegOn", True),
        ("UseTftp", True),
        ("UseLoginID", False),
        ("UIPassword", False),
    )
    numbers = [
        field(config.section("voice_register_dn", str(each.fields.get("dn", ""))), "number", "number")
        for each in pool.all("number")
    ]
    lines = [f"Pool Tag: {tag}", "#txt", " AutoLookUp:0", " DirectoriesUrl:0", *[f" {name}:{int(on)}" for name, on in flags]]
    return "\n".join([*lines, " NTPIP:0.0.0.0", f" UID:{next(filter(None, numbers), '0')}", ""])


@exec_command
def show_voice_register_tftp_bind(line: Line) -> Result:
    """The files that phones fetch, and where they are."""
    names = [each for pool in line.router.config.sections("voice_register_pool") for each in _files(pool)]
    usual = ["SIPDefault.cnf", "syncinfo.xml"] if names else []
    return "".join(f" tftp-server {name} url system:/cme/sipphone/{name}\n" for name in (*usual, *names))


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
