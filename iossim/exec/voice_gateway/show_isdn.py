"""show isdn status and show isdn active: ISDN interfaces to which no cable is plugged in."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.config.number_lists import numbers_of
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, is_set

_RULE = "-" * 80
#: The bit of a mask of channels that is always set.
_VALID = 1 << 31
#: The timeslots of an E1 that have a bit in the mask.
_MOST_SLOTS = 31


@exec_command
def show_isdn_status(line: Line, serial: str = "") -> Iterator[str]:
    """The state of the ISDN interfaces: no cable is plugged in."""
    config = line.router.config
    interfaces = [section for section in config.sections("interface") if _is_isdn(section)]
    wanted = [section for section in interfaces if serial in ("", section.key[0])]
    if not wanted:
        yield "%No ISDN interfaces" if not serial else f"%{serial} is not an ISDN interface"
        return
    general = field(config.root, "isdn_switch_type", "switch_type") or "none"
    yield f"Global ISDN Switchtype = {general}"
    for section in wanted:
        yield from _isdn(config, section, interfaces.index(section), field(section, "isdn_switch_type", "switch_type") or general)
    yield "    Total Allocated ISDN CCBs = 0"


def _is_isdn(section: Section) -> bool:
    """True if an interface is the signaling channel of a T1 or an E1, or a basic rate interface."""
    name = section.key[0]
    return name.startswith("BRI") or (name.startswith("Serial") and name.endswith((":23", ":15")))


def _isdn(config: Configuration, section: Section, index: int, switch: str) -> Iterator[str]:
    yield f"ISDN {section.key[0]} interface"
    if field(section, "isdn_protocol_emulate", "emulate") == "network":
        yield "\t******* Network side configuration ******* "
    yield f"\tdsl {index}, interface ISDN Switchtype = {switch}"
    yield "    Layer 1 Status:"
    yield f"\t{'SHUTDOWN' if is_set(section, 'shutdown') else 'DEACTIVATED'}"
    yield "    Layer 2 Status:"
    yield "\tTEI = 0, Ces = 1, SAPI = 0, State = TEI_ASSIGNED"
    yield "    Layer 3 Status:"
    yield "\t0 Active Layer 3 Call(s)"
    yield f"    Active dsl {index} CCBs = 0"
    yield f"    The Free Channel Mask:  0x{_free_channels(config, section.key[0]):08X}"
    yield f"    Number of L2 Discards = 0, L2 Session ID = {index}"


def _free_channels(config: Configuration, name: str) -> int:
    """The free channels of an interface, one bit for each: the channels of the `pri-group` but the one for signaling, or two."""
    port, _, signaling = name.removeprefix("Serial").partition(":")
    if not signaling:
        return _VALID | 0b11
    controllers = [section for section in config.root.any_sections("controller") if section.key[-1] == port]
    groups = [field(section, "pri_group", "timeslots") for section in controllers]
    slots = [slot for group in groups for slot in numbers_of(group)] or range(1, int(signaling) + 2)
    return _VALID | sum(1 << (slot - 1) for slot in set(slots) if slot - 1 != int(signaling) and 1 <= slot <= _MOST_SLOTS)


@exec_command
def show_isdn_active(line: Line) -> Iterator[str]:
    """The active ISDN calls: there are none."""
    yield _RULE
    yield "                                ISDN ACTIVE CALLS"
    yield _RULE
    yield "Call    Calling      Called       Remote  Seconds Seconds Seconds Charges"
    yield "Type    Number       Number       Name    Used    Left    Idle    Units/Currency"
    yield _RULE
    yield _RULE
