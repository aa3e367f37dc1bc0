"""clear telephony-service: conferences, refused phones and the event table of the XML API."""

from __future__ import annotations

from iossim.exec.command import Line, exec_command


@exec_command
def clear_telephony_service_conference(line: Line) -> None:
    """Ends hardware conferences; simulated phones hold none."""


@exec_command
def clear_telephony_service_ephone_attempted_registrations(line: Line) -> None:
    """Forgets the phones that were not allowed to register."""
    line.router.phones.attempts.clear()


@exec_command
def clear_telephony_service_xml_event_log(line: Line) -> None:
    """Empties the event table of the XML API."""
    line.router.phones.events.clear()
