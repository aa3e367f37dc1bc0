"""The lines that clicks on phones and lines type."""

from __future__ import annotations

#: The actions on a phone: the word of the line, and the title of the button.
PHONE = {"register": "Register", "unregister": "Unregister", "decease": "Fall silent", "dnd": "DND on", "no-dnd": "DND off"}
#: The actions on a line: the state that it gets, and the title of the button.
LINE = {"ringing": "Ring", "connected": "Answer", "hold": "Hold", "alerting": "Call", "idle": "Hang up"}
_PHONES = {"ephone": "simulate ephone {0} {1}", "pool": "simulate voice register pool {0} {1}"}
_LINES = {"dn": "simulate ephone-dn {0} {1}", "sip-dn": "simulate voice register dn {0} {1}"}
#: The actions that SIP phones do not have.
_SCCP_ONLY = frozenset({"decease"})


def phone_line(phone: str, action: str) -> str:
    """The line for an action on a phone; "" if the phone has no such action.

    Args:
        phone: its `id` in the tables: `ephone 3`, `pool 2`.
        action: a key of `PHONE`.
    """
    kind, _, tag = phone.partition(" ")
    return "" if kind == "pool" and action in _SCCP_ONLY else _PHONES[kind].format(tag, action)


def line_line(extension: str, state: str, far_end: str = "") -> str:
    """The line that puts an extension into a state.

    Args:
        extension: its `id` in the tables: `dn 3`, `sip-dn 2`.
        state: a key of `LINE`.
        far_end: the number at the far end; "" for none.
    """
    kind, _, tag = extension.partition(" ")
    return f"{_LINES[kind].format(tag, state)} {''.join(far_end.split())}".rstrip()
