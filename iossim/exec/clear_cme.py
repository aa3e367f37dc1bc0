"""clear commands of Unified CME, and extension mobility by the administrator."""

from __future__ import annotations

from iossim.exec.base import COMMANDS, Line, Result, exec_command


@exec_command
def clear_telephony_service_ephone_attempted_registrations(line: Line) -> Result:
    """Forgets the phones that were not allowed to register."""
    line.router.phones.attempts.clear()
    return ""


@exec_command
def clear_telephony_service_xml_event_log(line: Line) -> Result:
    """Empties the event table of the XML API."""
    line.router.phones.events.clear()
    return ""


@exec_command
def clear_voice_moh_group_statistics(line: Line) -> Result:
    """Clears the statistics of music on hold groups, in which there are none."""
    return "All moh group stats are cleared\n"


def nothing(line: Line) -> Result:
    """Clears what the simulated router does not count or have: failed calls, CTI sessions, conferences."""
    return ""


for _name in ("cti_session", "telephony_service_conference", "voice_fac_statistics", "voice_lpcor_statistics"):
    COMMANDS[f"clear_{_name}"] = nothing


@exec_command
def emadmin_login(line: Line, user: str, ephone: str) -> Result:
    """Logs a user of extension mobility in on a phone."""
    line.router.phones.login(user, ephone)
    return ""


@exec_command
def emadmin_logout(line: Line, user: str) -> Result:
    """Logs a user of extension mobility out."""
    line.router.phones.logout(user)
    return ""
