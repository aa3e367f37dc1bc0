"""What the action commands of the grammars do (`//@ action NAME`). `no` does nothing, except where the documents say what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from iossim.config import Section
from iossim.language import Command, match
from iossim.router.device import Device
from iossim.router.resets import DOWN, INTERVAL

if TYPE_CHECKING:
    from iossim.router.core import RouterCore

ActionFunction = Callable[["RouterCore", Section, Command], str]

#: The stamp of phone files built while the clock has never been set (CME documentation, `create cnf-files version-stamp`).
_STAMP = "Jan 01 2002 00:00:00"
#: Sections whose `reset` and `restart` speak of all SIP phones, which follow each other at a fixed distance.
_ALL_SIP = "voice_register_global"
_SEQUENCE = "all phones"


def create_cnf_files(router: RouterCore, section: Section, command: Command) -> str:
    """Builds the phones' files; the running-config then shows their stamp. `no` deletes them."""
    _stamp(router, section, f"create cnf-files version-stamp {_STAMP}", command.negative)
    if command.negative:
        return ""
    return "CNF-FILES: Clock is not set or synchronized, retaining old versionStamps\nCNF files updating complete\n"


def create_profile(router: RouterCore, section: Section, command: Command) -> str:
    """Builds the files of SIP phones; the running-config then shows the number by which phones tell them from older ones."""
    _stamp(router, section, f"create profile sync {int(router.clock.now().timestamp() * 1000):016}", command.negative)
    return ""


def _stamp(router: RouterCore, section: Section, line: str, gone: bool) -> None:
    """Enters the line that the router prints of files that were built, or takes it away with them."""
    stamp = match(section.mode, line)
    assert isinstance(stamp, Command)
    identity = stamp.form.identity(stamp.words)
    if gone:
        router.config.drop(section, identity)
    else:
        router.config.store(section, identity, stamp)


def reset(router: RouterCore, section: Section, command: Command) -> str:
    """Starts phones anew, with a new address and new files: one, those of a profile, or all of a kind."""
    return _start(router, section, command, "reset")


def restart(router: RouterCore, section: Section, command: Command) -> str:
    """Starts phones anew quickly."""
    return _start(router, section, command, "restart")


def _start(router: RouterCore, section: Section, command: Command, kind: str) -> str:
    every = "all" in command.keywords or "sequence-all" in command.keywords
    if command.negative or "cancel" in command.keywords:
        if every or not command.negative:
            router.phones.cancel(_SEQUENCE)
        return ""
    router.phones.reset(_meant(router, section, command, every), kind, _interval(section, command, kind), _SEQUENCE)
    return ""


def _meant(router: RouterCore, section: Section, command: Command, every: bool) -> list[Device]:
    """The phones that a command speaks of, by the section that it stands in."""
    phones = router.phones
    mode = section.mode.name
    if mode == _ALL_SIP:
        return phones.sip.registered()
    if every:
        return phones.sccp.registered()
    if mode in ("voice_user_profile", "voice_logout_profile"):
        return [device for device in phones.sccp.registered() if _shows(device, mode, section.key[0])]
    if mode == "voice_register_pool":
        found = phones.pool(section.key[0])
    elif mode == "ephone":
        found = phones.get(section.key[0])
    else:
        found = phones.find(str(command.fields.get("mac_address", "")))
    return [found] if found is not None else []


def _shows(device: Device, mode: str, tag: str) -> bool:
    """True if a profile is downloaded on a phone."""
    if mode == "voice_user_profile":
        return device.profile == tag
    command = device.section.get("logout_profile")
    return not device.profile and command is not None and command.fields.get("profile") == tag


def _interval(section: Section, command: Command, kind: str) -> int:
    """Seconds between two phones; in sequence, each waits until the one before it is back."""
    if "sequence-all" in command.keywords:
        return DOWN[kind]
    delay = str(command.fields.get("delay", ""))
    if delay:
        return int(delay)
    return INTERVAL if "all" in command.keywords or section.mode.name == _ALL_SIP else 0


def clear_directory_entries(router: RouterCore, section: Section, command: Command) -> str:
    """Removes every `directory entry`."""
    if not command.negative:
        for identity in [identity for identity in section.entries if identity[0] == "directory_entry"]:
            router.config.drop(section, identity)
    return ""


def generate_key(router: RouterCore, section: Section, command: Command) -> str:  # noqa: ARG001 (an action like any other)
    """Makes a pair of keys, of which the simulated router has no use."""
    if command.negative:
        return ""
    fields = command.fields
    label = str(fields.get("label") or router.hostname)
    bits = next((word for word in command.words if word.isdigit()), "1024")
    kind = "EC" if "ec" in command.keywords else "RSA"
    return f"The name for the keys will be: {label}\n% Generating {bits} bit {kind} keys, keys will be non-exportable...[OK]\n"


def nothing(router: RouterCore, section: Section, command: Command) -> str:  # noqa: ARG001
    """What acts on things that the simulated router does not have: certificates, TAPI clients, DSP farms, files."""
    return ""


ACTIONS: dict[str, ActionFunction] = {
    "create_cnf_files": create_cnf_files,
    "reset": reset,
    "restart": restart,
    "clear_directory_entries": clear_directory_entries,
    "generate_key": generate_key,
    "apply_config": nothing,
    "authenticate_trustpoint": nothing,
    "capf_auth_string": nothing,
    "create_profile": create_profile,
    "enroll_trustpoint": nothing,
    "regenerate_ctl_file": nothing,
    "resequence_access_list": nothing,
    "reset_tapi": nothing,
    "set_config_key": nothing,
    "switchport_host": nothing,
    "telephony_service_setup": nothing,
    "unregister_dspfarm": nothing,
    "zeroize_key": nothing,
}
