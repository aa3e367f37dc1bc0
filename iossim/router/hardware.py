"""The hardware of the router, as far as the configuration names it: the chassis, its ports, and the cards in its slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration, Section
from iossim.config.platforms import Platform
from iossim.config.ports import kind_of
from iossim.router.facts.chassis import PRODUCT, SERIAL

#: Commands that only a voice port towards the telephone network has. The configuration does not name the kind of a port's card.
_FXO_COMMANDS = ("ring_number", "supervisory_disconnect", "supervisory_disconnect_lcfo", "connection", "caller_id_enable")
#: Models whose product number is `CISCO2911/K9` and the like.
_FAMILIES = ("19", "29", "39")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the inventory.

    Attributes:
        name: its name, with its place.
        description: its kind.
        product: its product number.
        version: its version.
        serial: its serial number; "" if it has none.
    """

    name: str
    description: str
    product: str
    version: str
    serial: str


def product(config: Configuration, model: Platform | None) -> str:
    """The product number of the chassis: the one of `license udi`, else that of the model.

    Args:
        config: the configuration.
        model: the router model; None for the usual one.
    """
    licensed = config.root.get("license_udi_pid")
    if licensed is not None and not licensed.negative:
        return str(licensed.fields["pid"])
    return f"CISCO{model.name}/K9" if model is not None and model.name.startswith(_FAMILIES) else PRODUCT


def serial(config: Configuration) -> str:
    """The serial number of the chassis: the one of `license udi`, else that of the simulated router."""
    licensed = config.root.get("license_udi_pid")
    return str(licensed.fields["serial"]) if licensed is not None and not licensed.negative else SERIAL


def port_counts(config: Configuration) -> Counter[str]:
    """The number of ports by kind (`GigabitEthernet`); a channel of a controller (`Serial0/0/0:23`) is none."""
    names = config.ports.names if config.ports is not None else ()
    return Counter(kind_of(name) for name in names if ":" not in name)


def voice_port_counts(config: Configuration) -> Counter[str]:
    """The number of voice ports by kind: FXS or FXO. A channel of a controller is none."""
    return Counter(_voice_kind(section) for section in config.sections("voice_port") if ":" not in section.key[0])


def parts(config: Configuration, model: Platform | None) -> Iterator[Part]:
    """The parts of the inventory: chassis, cards by their slots, signal processors, power supply."""
    number = product(config, model)
    chassis = f"{number} chassis, Hw Serial#: {serial(config)}, Hw Revision: 1.0"
    yield Part(number, chassis, number, "V07", serial(config))
    for place, (name, card) in sorted(_cards(config).items()):
        slot, subslot = place
        yield Part(f"{name} on Slot {slot} SubSlot {subslot}", name, card, "V01", f"FOC1840C{slot}{subslot}0")
    if _has_processors(config):
        card = "PVDM3 DSP DIMM with 32 Channels"
        yield Part(f"{card} on Slot 0 SubSlot 4", card, "PVDM3-32", "V01", "FOC1840P040")
    name = "".join(letter for letter in number.partition("/")[0] if letter.isdigit()) or "2911"
    yield Part(f"C{name} AC Power Supply", f"C{name} AC Power Supply", f"PWR-{name}-AC", "V03", "DCA1840K0E0")


def _cards(config: Configuration) -> dict[tuple[int, int], tuple[str, str]]:
    """The cards: name and product number, by slot and subslot."""
    cards: dict[tuple[int, int], tuple[str, str]] = {}
    for section in config.sections("voice_port"):
        place = _place(section.key[0])
        if place is not None and ":" not in section.key[0]:
            fxs = ("VIC3-4FXS/DID Voice daughter card", "VIC3-4FXS/DID")
            cards[place] = fxs if _voice_kind(section) == "FXS" else ("VIC2-4FXO Voice daughter card", "VIC2-4FXO")
    for name in config.ports.names if config.ports is not None else ():
        place = _place(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"))
        if place is not None and kind_of(name) == "Serial" and ":" not in name:
            cards[place] = ("WAN Interface Card - Serial (2T)", "HWIC-2T")
    for section in config.sections("controller"):
        place = _place(section.key[-1])
        if place is not None:
            cards[place] = ("VWIC3-1MFT-T1/E1 - 1-Port RJ-48 Multiflex Trunk - T1/E1", "VWIC3-1MFT-T1/E1")
    return cards


def _place(name: str) -> tuple[int, int] | None:
    """Slot and subslot of a port with three numbers; None of others, which are on the board."""
    numbers = name.partition(":")[0].split("/")
    return (int(numbers[0]), int(numbers[1])) if len(numbers) == 3 and all(map(str.isdecimal, numbers)) else None


def _voice_kind(section: Section) -> str:
    return "FXO" if is_outside(section) else "FXS"


def is_outside(section: Section) -> bool:
    """True if a voice port has a command that only one towards the telephone network has."""
    return any(section.get(rule) is not None for rule in _FXO_COMMANDS)


def _has_processors(config: Configuration) -> bool:
    return any(config.sections(rule) for rule in ("voice_port", "controller", "dspfarm_profile"))
