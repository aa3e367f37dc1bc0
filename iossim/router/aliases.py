"""Aliases of commands: the ones that every router has, and the ones of the configuration."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.language import Command

#: The aliases of EXEC that a router has from the start.
BUILT_IN = {
    "h": "help",
    "lo": "logout",
    "p": "ping",
    "r": "resume",
    "s": "show",
    "u": "undebug",
    "un": "undebug",
    "w": "where",
}
#: The title of the modes in `show aliases`, by their names in `alias MODE`.
TITLES = {
    "exec": "Exec mode",
    "configure": "Global configuration mode",
    "interface": "Interface configuration mode",
    "subinterface": "Subinterface configuration mode",
    "line": "Line configuration mode",
    "router": "Router configuration mode",
    "dhcp": "DHCP pool configuration mode",
    "dial-peer": "Dial peer configuration mode",
    "ephone": "Ephone configuration mode",
    "ephone-dn": "Ephone-dn configuration mode",
    "telephony-service": "Telephony-service configuration mode",
    "voice-port": "Voice port configuration mode",
}
_NAMES = {
    "global": "configure",
    "interface_range": "interface",
    "ip_dhcp_pool": "dhcp",
    "router_bgp": "router",
    "router_eigrp": "router",
    "router_odr": "router",
    "router_ospf": "router",
    "router_rip": "router",
}


def aliases(root: Section, mode: str) -> dict[str, str]:
    """The aliases of a mode, and the commands that they stand for: first the ones that every router has.

    Args:
        root: the configuration.
        mode: the name of the mode in `alias MODE`.
    """
    configured = {str(command.fields["name"]): command.words[-1] for command in _configured(root, mode)}
    return {**(BUILT_IN if mode == "exec" else {}), **configured}


def _configured(root: Section, mode: str) -> Iterator[Command]:
    for command in root.all("alias"):
        if command.fields["alias_mode"] == mode and not command.negative:
            yield command


def command_of(root: Section, mode: str, name: str) -> str:
    """The command that an alias stands for; "" if a mode has no alias with a name.

    Args:
        root: the configuration.
        mode: the name of the mode in `alias MODE`.
        name: the alias.
    """
    entry = root.get("alias", mode, name)
    if entry is not None and not entry.negative:
        return entry.words[-1]
    return BUILT_IN.get(name, "") if mode == "exec" else ""


def alias_mode(mode: str) -> str:
    """The name that `alias` has for a mode of the grammar: `configure` for `global`."""
    return _NAMES.get(mode, mode.replace("_", "-"))
