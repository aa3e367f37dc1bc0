"""Families of EXEC commands: the folder, or the file, of iossim/exec/ in which a command stands."""

from __future__ import annotations

_VERBS = ("show_", "clear_", "debug_", "no_", "test_")
#: The family by the first words of a rule's name after its verb; the longest entry that fits decides.
_FAMILIES = {
    "simulate": "simulate",
    "ephone": "ephone",
    "telephony_service": "telephony_service",
    "emadmin": "telephony_service",
    "fb_its_log": "telephony_service",
    "ixi": "telephony_service",
    "voice_register": "voice_register",
    "voice": "voice_services",
    "capf_server": "voice_services",
    "credentials": "voice_services",
    "cti": "voice_services",
    "ctl_client": "voice_services",
    "hunt_group": "voice_services",
    "presence": "voice_services",
    "sdspfarm": "voice_services",
    "shared_line": "voice_services",
    **dict.fromkeys(
        (
            "call",
            "call_manager_fallback",
            "ccm_manager",
            "csim",
            "dial_peer",
            "dialplan",
            "dspfarm",
            "gatekeeper",
            "gateway",
            "h323",
            "isdn",
            "mgcp",
            "sccp",
            "sip",
            "sip_ua",
            "trunk",
            "voice_busyout",
            "voice_call",
            "voice_class",
            "voice_dsp",
            "voice_port",
            "voice_translation_profile",
            "voice_translation_rule",
            "voice_trunk_conditioning",
            "voip",
        ),
        "voice_gateway",
    ),
    "hosts": "network",
    "call_home": "system",
    "ip": "network",
    "ip_http": "system",
    "ip_ssh": "system",
    "archive": "files",
    "configure_confirm": "files",
    "configure_replace": "files",
    "configure_revert": "files",
    "configure_terminal_revert": "files",
    "boot": "files",
    "cd": "files",
    "copy": "files",
    "delete": "files",
    "dir": "files",
    "erase": "files",
    "file_systems": "files",
    "flash": "files",
    "format": "files",
    "mkdir": "files",
    "more": "files",
    "pwd": "files",
    "rename": "files",
    "rmdir": "files",
    "squeeze": "files",
    "verify": "files",
    "running_config": "files",
    "startup_config": "files",
    "write": "files",
}


def family_of(rule: str) -> str:
    """Return the family of an EXEC command; `system` if no other family fits.

    Args:
        rule: the name of its rule: `show_ephone_dn`, `copy_running_startup`.
    """
    verb = next((verb for verb in _VERBS if rule.startswith(verb)), "")
    words = rule.removeprefix(verb).split("_")
    prefixes = ("_".join(words[:count]) for count in range(len(words), 0, -1))
    return next((_FAMILIES[prefix] for prefix in prefixes if prefix in _FAMILIES), "system")
