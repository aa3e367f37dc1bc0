"""clear voice register attempted-registrations: forget SIP phones that were refused."""

from __future__ import annotations

from iossim.exec.command import Line, Reply, ask, exec_command
from iossim.exec.text import is_yes
from iossim.router.phones import RefusedPhones


@exec_command
def clear_voice_register_attempted_registrations(line: Line, ip: str | bool = "", mac: str | bool = "") -> Reply:
    """Forgets a SIP phone that was refused; without an address, all of them after a question."""
    attempts = line.router.phones.sip_attempts
    if ip or mac:
        attempts.clear(str(mac or ""), str(ip or ""))
        return None
    question = "This will clear all the entries. Proceed? Yes/No? [no]: "
    return ask(question, lambda answer: _clear_all(attempts, answer), default="no")


def _clear_all(attempts: RefusedPhones, answer: str) -> None:
    if is_yes(answer):
        attempts.clear()
