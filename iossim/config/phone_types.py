"""Types of phones: their names in show commands, their line buttons and expansion modules."""

from __future__ import annotations

#: The type that a simulated phone reports if neither its configuration nor the command names one.
USUAL = "7960"
UNKNOWN = "Unknown"

_TELECASTER = frozenset(("7902", "7905", "7910", "7912", "7940", "7960"))
_NAMES = {"anl": "SCCP Gateway (AN)", "bri": "SCCP Gateway (BRI)", "ata": "ATA Phone emulation", "12SP": "12SP+"}
_LINES = {
    "12SP": 12, "3905": 1, "6901": 1, "6911": 1, "6921": 2, "6941": 4, "6945": 4, "6961": 12, "7811": 1, "7821": 2, "7832": 1,
    "7841": 4, "7861": 16, "7902": 1, "7905": 1, "7906": 1, "7910": 1, "7911": 1, "7912": 1, "7920": 6, "7921": 6, "7925": 6,
    "7926": 6, "7931": 24, "7935": 1, "7936": 1, "7937": 1, "7940": 2, "7941": 2, "7941GE": 2, "7942": 2, "7945": 2, "7960": 6,
    "7961": 6, "7961GE": 6, "7962": 6, "7965": 6, "7970": 8, "7971": 8, "7975": 8, "7985": 1, "8811": 10, "8831": 1, "8841": 10,
    "8845": 10, "8851": 10, "8861": 10, "8865": 10, "8941": 4, "8945": 4, "8961": 5, "9951": 5, "9971": 6, "anl": 1, "ata": 1,
    "bri": 1, "CIPC": 8, "vgc-phone": 1,
}  # fmt: skip
#: The number of expansion modules that a type takes; a type that is not in the table takes none.
_MODULES = {
    "7960": 2, "7961": 2, "7961GE": 2, "7962": 2, "7965": 2, "7970": 2, "7971": 2, "7975": 2, "8851": 2, "8861": 3, "8865": 3,
    "8961": 1, "9951": 2, "9971": 3,
}  # fmt: skip
_ADDON = {"7914": 14, "7915-12": 12, "7915-24": 24, "7916-12": 12, "7916-24": 24, "CKEM": 36}


def shown_type(reported: str) -> str:
    """Return a type as `show ephone` names it: `Telecaster 7960`, `6941`; `Unknown` for a phone that never registered."""
    if reported in _TELECASTER:
        return f"Telecaster {reported}"
    return _NAMES.get(reported, reported) or UNKNOWN


def lines_of(reported: str, addons: tuple[str, ...] = ()) -> int:
    """Return the number of line buttons of a phone with its expansion modules; 0 for a phone that never registered."""
    if not reported:
        return 0
    return _LINES.get(reported, 6) + sum(_ADDON.get(addon, 0) for addon in addons)


def known_lines(phone_type: str) -> int | None:
    """Return the number of line buttons of a type without modules; None for a type that is not in the table."""
    return _LINES.get(phone_type)


def addons_of(reported: str) -> int:
    """Return the number of expansion modules that a type takes."""
    return _MODULES.get(reported, 0)
