"""The functions of the action commands (`//@ action NAME`). Their `no` form does nothing unless the documents describe it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from iossim.config import Configuration, Section
from iossim.config.applied import Applied
from iossim.config.refusal import Asking
from iossim.config.sequences import resequence
from iossim.language import Command, match
from iossim.router.clock import Clock
from iossim.router.cme_setup import telephony_service_setup
from iossim.router.fields import mac_of
from iossim.router.keys import KeyOwner, generate_key, zeroize_key
from iossim.router.phones import DOWN, INTERVAL, Device, Phones


class Router(KeyOwner, Protocol):
    """The parts of a router that the actions use."""

    config: Configuration
    clock: Clock
    phones: Phones

    def apply(self, section: Section, command: Command) -> Applied:
        """Applies a command."""


ActionFunction = Callable[[Router, Section, Command], str | Asking]

#: The stamp of phone files built before the clock was set (CME documentation, `create cnf-files version-stamp`).
_STAMP = "Jan 01 2002 00:00:00"
#: The mode whose `reset` and `restart` concern all SIP phones, one after the other at a fixed interval.
_ALL_SIP = "voice_register_global"
#: The name of the sequence that `reset cancel` cancels.
_SEQUENCE = "all phones"


def create_cnf_files(router: Router, section: Section, command: Command) -> str:
    """Creates the phones' files: stores their stamp in the configuration, the time if the user has set it. `no` removes it."""
    _stamp(router, section, f"create cnf-files version-stamp {_time_of_files(router.clock)}", command.negative)
    if command.negative:
        return ""
    if router.clock.is_set:
        return "Creating CNF files\n"
    return "CNF-FILES: Clock is not set or synchronized, retaining old versionStamps\nCNF files updating complete\n"


def _time_of_files(clock: Clock) -> str:
    if not clock.is_set:
        return _STAMP
    time, _, _, month, day, year = clock.stamp().split()
    return f"{month} {int(day):02} {year} {time}"


def create_profile(router: Router, section: Section, command: Command) -> str:
    """Creates the files of SIP phones: stores their version number, milliseconds since 1970, in the configuration."""
    _stamp(router, section, f"create profile sync {int(router.clock.now().timestamp() * 1000):016}", command.negative)
    return ""


def _stamp(router: Router, section: Section, line: str, gone: bool) -> None:
    """Stores or removes the command that shows the version of created files."""
    stamp = match(section.mode, line)
    assert isinstance(stamp, Command)
    identity = stamp.form.identity(stamp.words)
    if gone:
        router.config.drop(section, identity)
    else:
        router.config.store(section, identity, stamp)


def reset(router: Router, section: Section, command: Command) -> str:
    """Restarts phones completely, with DHCP and TFTP: one phone, the phones of a profile, or all phones of a protocol."""
    return _start(router, section, command, "reset") + _named(section, command, "resetting")


def restart(router: Router, section: Section, command: Command) -> str:
    """Restarts phones quickly, without DHCP and TFTP."""
    return _start(router, section, command, "restart") + _named(section, command, "restarting")


def _named(section: Section, command: Command, verb: str) -> str:
    """The line with the MAC address of one ephone that starts again; "" for other phones, and without a MAC address."""
    mac = mac_of(section) if section.mode.name == "ephone" and not command.negative else ""
    return f"{verb} {mac}\n" if mac else ""


def _start(router: Router, section: Section, command: Command, kind: str) -> str:
    every = "all" in command.keywords or "sequence-all" in command.keywords
    if command.negative or "cancel" in command.keywords:
        if every or not command.negative:
            router.phones.cancel(_SEQUENCE)
        return ""
    router.phones.reset(_concerned(router, section, command, every), kind, _interval(section, command, kind), _SEQUENCE)
    return ""


def _concerned(router: Router, section: Section, command: Command, every: bool) -> list[Device]:
    """The phones that a command concerns, by the section that it stands in."""
    phones = router.phones
    mode = section.mode.name
    if mode == _ALL_SIP:
        return phones.sip.registered()
    if every:
        return phones.sccp.registered()
    if mode in ("voice_user_profile", "voice_logout_profile"):
        return [device for device in phones.sccp.registered() if _uses(device, mode, section.key[0])]
    if mode == "voice_register_pool":
        device = phones.pool(section.key[0])
    elif mode == "ephone":
        device = phones.get(section.key[0])
    else:
        device = phones.find(str(command.fields.get("mac_address", "")))
    return [device] if device is not None else []


def _uses(device: Device, mode: str, tag: str) -> bool:
    """True if a phone uses a profile now."""
    if mode == "voice_user_profile":
        return device.profile == tag
    command = device.section.get("logout_profile")
    return not device.profile and command is not None and command.fields.get("profile") == tag


def _interval(section: Section, command: Command, kind: str) -> int:
    """Seconds from one phone to the next; with `sequence-all` a phone waits until the one before it is registered again."""
    if "sequence-all" in command.keywords:
        return DOWN[kind]
    delay = str(command.fields.get("delay", ""))
    if delay:
        return int(delay)
    return INTERVAL if "all" in command.keywords or section.mode.name == _ALL_SIP else 0


def clear_directory_entries(router: Router, section: Section, command: Command) -> str:
    """Removes every `directory entry`."""
    if not command.negative:
        for identity in [identity for identity in section.entries if identity[0] == "directory_entry"]:
            router.config.drop(section, identity)
    return ""


def resequence_access_list(router: Router, section: Section, command: Command) -> str:
    """Numbers the entries of an access list anew (`ip access-list resequence 101 10 10`); an unknown list is passed over."""
    listed = section.section("ip_access_list", str(command.fields["name"]))
    if listed is not None:
        resequence(router.config, listed, int(str(command.fields["start"])), int(str(command.fields["step"])))
    return ""


def nothing(router: Router, section: Section, command: Command) -> str:  # noqa: ARG001
    """Does nothing: the simulated router has no certificates, TAPI clients, DSP farms or files."""
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
    "copy_key": nothing,
    "create_profile": create_profile,
    "enroll_trustpoint": nothing,
    "import_certificate": nothing,
    "regenerate_ctl_file": nothing,
    "resequence_access_list": resequence_access_list,
    "reset_tapi": nothing,
    "set_config_key": nothing,
    "switchport_host": nothing,
    "telephony_service_setup": telephony_service_setup,
    "upgrade_vrf": nothing,
    "zeroize_key": zeroize_key,
}
