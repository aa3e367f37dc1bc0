"""The limits of router models: numbers that the command reference leaves to the platform.

If sources differ, the larger number counts, so that no line that a router accepts is refused. A number that no source gives
is unlimited (None).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: The sources, by the letters in the last column of the table.
SOURCES = {
    "c": "Cisco Unified CME Command Reference and SRST Command Reference, max-conferences",
    "b": "Cisco Press, CCNA Voice Official Certification Guide, table of the platforms of Unified CME",
    "g": "Cisco Unified CME System Administrator Guide, configuration of a 3845 and the largest max-ephones in an example",
    "p": "help of the Cisco 2811 of Packet Tracer; unconfirmed",
    "u": "general knowledge of the data sheets; unconfirmed",
}


@dataclass(frozen=True, slots=True)
class Platform:
    """A router model.

    Attributes:
        name: its number.
        phones: maximum of phones, and so the highest max-ephones and max-pool.
        dns: highest max-dn.
        conferences: highest max-conferences.
        sources: letters of `SOURCES`.
        ports: the full names of the ports on its board; modules in slots are not among them.
        modules: number of service module slots (slot 1 and up), whose cards have voice ports; None: the slots are not known.
    """

    name: str
    phones: int | None
    dns: int | None
    conferences: int | None
    sources: str
    ports: tuple[str, ...]
    modules: int | None = None

    def has_voice_port(self, name: str) -> bool:
        """True if a card in a slot of this model may have a voice port; models whose slots are not known have all.

        Args:
            name: slot, subslot and port, such as `0/1/3`, or `0/0/0:23` for a group of channels.
        """
        match = _VOICE_PORT(name)
        if match is None or self.modules is None:
            return self.modules is None
        slot, subslot, port = int(match["slot"]), int(match["subslot"]), int(match["port"])
        if slot == 0:
            return subslot < _CARDS and port < _PORTS_OF_CARD
        return slot <= self.modules and subslot == 0 and port < _PORTS_OF_MODULE

    @property
    def first_vty(self) -> int:
        """The number of the line `vty 0` among all lines (388 on a 2911; unconfirmed on models that no capture shows)."""
        return 322 if self.name == "2811" else 388

    def bound(self, name: str) -> int | None:
        """The highest number that an argument may be on this platform; None where it is not known.

        Args:
            name: the name in the argument's notation: `platform-phones`, `platform-ephones` (tags of phones), `platform-dns`,
                `platform-conferences`; `platform` alone stands for a limit that no source gives.
        """
        match name.removeprefix("platform-"):
            case "phones":
                return self.phones
            case "ephones":
                return _EPHONE_TAGS
            case "dns":
                return self.dns
            case "conferences":
                return self.conferences
        return None


#: The highest tag of an ephone, on every model (Unified CME 4.3 and later).
_EPHONE_TAGS = 1000
#: Slots for interface cards in slot 0; ports of such a card, and of a card in a slot for service modules.
_CARDS, _PORTS_OF_CARD, _PORTS_OF_MODULE = 4, 4, 24
_VOICE_PORT = re.compile(r"(?P<slot>\d{1,2})/(?P<subslot>\d{1,2})/(?P<port>\d{1,2})(:\d{1,2})?").fullmatch

_ONE_FAST = ("FastEthernet0/0",)
_FAST = (*_ONE_FAST, "FastEthernet0/1")
_GIGABIT = ("GigabitEthernet0/0", "GigabitEthernet0/1")
_G2_TWO = ("Embedded-Service-Engine0/0", *_GIGABIT)
_G2 = (*_G2_TWO, "GigabitEthernet0/2")
_G2_FOUR = (*_G2, "GigabitEthernet0/3")
_ISR4_TWO = ("GigabitEthernet0/0/0", "GigabitEthernet0/0/1", "GigabitEthernet0")
_ISR4 = (*_ISR4_TWO, "GigabitEthernet0/0/2")
_ISR4_FOUR = (*_ISR4, "GigabitEthernet0/0/3")

#: The models, in the order of their generations.
PLATFORMS = (
    Platform("1751", None, None, 8, "c", _ONE_FAST),
    Platform("1760", None, None, 8, "c", _ONE_FAST),
    Platform("2600", None, None, 8, "c", _ONE_FAST),
    Platform("2600XM", None, None, 8, "c", _FAST),
    Platform("3640", None, None, 16, "c", ()),
    Platform("3660", None, None, 16, "c", _FAST),
    Platform("3725", 144, None, 16, "bc", _FAST),
    Platform("3745", None, None, 16, "c", _FAST),
    Platform("IAD2430", 24, None, None, "b", _FAST),
    Platform("1861", 15, None, None, "u", _ONE_FAST),
    Platform("2801", 25, None, 8, "uc", _FAST, 0),
    Platform("2811", 42, 144, 16, "pc", _FAST, 1),
    Platform("2821", 50, None, 16, "bc", _GIGABIT, 1),
    Platform("2851", 100, None, 16, "bc", _GIGABIT, 1),
    Platform("3825", 175, None, 24, "uc", _GIGABIT, 2),
    Platform("3845", 262, 720, 24, "gc", _GIGABIT, 4),
    Platform("3250", 10, None, None, "b", _ONE_FAST),
    Platform("3270", 50, None, None, "b", _ONE_FAST),
    Platform("2901", 35, None, None, "u", _G2_TWO, 0),
    Platform("2911", 50, None, None, "u", _G2, 1),
    Platform("2921", 100, None, None, "u", _G2, 1),
    Platform("2951", 150, None, None, "u", _G2, 2),
    Platform("3925", 250, None, None, "u", _G2, 2),
    Platform("3925E", 400, None, None, "u", _G2_FOUR, 2),
    Platform("3945", 350, None, None, "u", _G2, 4),
    Platform("3945E", 450, None, None, "u", _G2_FOUR, 4),
    Platform("4321", 50, None, None, "u", _ISR4_TWO),
    Platform("4331", 100, None, None, "u", _ISR4),
    Platform("4351", 250, None, None, "u", _ISR4),
    Platform("4431", 350, None, None, "u", _ISR4_FOUR),
    Platform("4451", 450, None, None, "u", _ISR4_FOUR),
)

#: The model of `show version`, whose ports a router has that was not given a model.
USUAL = "2911"

_BY_NAME = {model.name: model for model in PLATFORMS}
#: The number inside a product number of an inventory: `CISCO2811/K9`, `ISR4331/K9`, `ISR4451-X/K9`, `C1861`.
_PRODUCT = re.compile(r"(?:CISCO|ISR|C)?[ -]?(.*?)(?:-X)?(?:/K9)?").fullmatch


def platform(name: str) -> Platform:
    """The platform with a name.

    Args:
        name: the model's number, or the product number of an inventory (`CISCO2811/K9`).

    Raises:
        ValueError: it is not in the table.
    """
    match = _PRODUCT(name.upper())
    model = _BY_NAME.get(match[1]) if match else None
    if model is None:
        raise ValueError(f"unknown platform {name!r}; known platforms: {', '.join(_BY_NAME)}")
    return model
