"""Voice ports: the ports of the hardware, as the configuration names them, and the virtual ports of ephone-dns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration, Section
from iossim.config.section import natural
from iossim.router.fields import field, is_set
from iossim.router.hardware import is_outside
from iossim.router.phones import Call, Extension, Phones
from iossim.router.voice.calls import outside_calls
from iossim.router.voice.dial_peers import VIRTUAL_SLOT, configured_peers

FXS, FXO, EFXS, ISDN = "fxs", "fxo", "efxs", "isdn"
#: The channels of a voice port of an E1 (`0/0/0:15`) and of a T1 (`0/0/0:23`); the other one carries signaling.
_CHANNELS = {"15": (*range(1, 16), *range(17, 32)), "23": tuple(range(1, 24))}


@dataclass(frozen=True, slots=True)
class VoicePort:
    """A voice port, or one channel of it.

    Attributes:
        name: its number: `0/1/0`, `50/0/1`.
        kind: `fxs`, `fxo`, `isdn`, or `efxs`, the virtual port of an ephone-dn.
        signaling: `fxs-ls`, `fxo-gs`, …
        channel: its channel, from 1; 0 if it has none.
        administrative: it is not shut down.
        section: its configuration; None if there is none.
        extension: the directory number of a virtual port.
        call: the call on it, as the phone of Unified CME has it.
    """

    name: str
    kind: str
    signaling: str
    channel: int = 0
    administrative: bool = True
    section: Section | None = None
    extension: Extension | None = None
    call: Call | None = None

    @property
    def operational(self) -> bool:
        """True if it is in use: a registered phone has the number of a virtual port; a port of the hardware sleeps without a call."""
        in_use = self.extension.reachable if self.extension is not None else self.call is not None
        return self.administrative and in_use

    @property
    def ringing(self) -> bool:
        """True if the phone on it rings. A call on a port of the hardware goes the other way: its phone rings when another one calls."""
        if self.call is None or self.kind == FXO:
            return False
        return self.call.state == "ringing" if self.kind == EFXS else self.call.outgoing and not self.call.answered

    @property
    def off_hook(self) -> bool:
        """True if it has a call and does not ring."""
        return self.call is not None and not self.ringing


def all_ports(config: Configuration, phones: Phones) -> list[VoicePort]:
    """Return the ports of the hardware, then the channels of virtual ports."""
    return [*_physical_ports(config, outside_calls(config, phones)), *_virtual_ports(phones)]


def _physical_ports(config: Configuration, calls: dict[str, Call]) -> Iterator[VoicePort]:
    """The voice ports of the hardware in slot order: the ports with a section, and the ports that a dial peer names."""
    all_sections = {section.key[0]: section for section in config.root.any_sections("voice_port")}
    sections = {name: section for name, section in all_sections.items() if not name.startswith(VIRTUAL_SLOT)}
    outside = {peer.port for peer in configured_peers(config) if peer.physical and peer.pattern.endswith("T")}
    names = sorted({*sections, *(peer.port for peer in configured_peers(config) if peer.physical)}, key=natural)
    for name in names:
        yield from _physical(name, sections.get(name), name in outside, calls.get(name))


def _physical(name: str, section: Section | None, outside: bool, call: Call | None) -> Iterator[VoicePort]:
    administrative = not is_set(section, "shutdown")
    group = name.partition(":")[2]
    if group:
        for channel in _CHANNELS.get(group, (1,)):
            yield VoicePort(name, ISDN, "xcc-voice", channel, administrative, section)
        return
    kind = FXO if outside or (section is not None and is_outside(section)) else FXS
    ground = field(section, "signal", "signal_type").lower().replace("-", "") == "groundstart"
    yield VoicePort(name, kind, f"{kind}-{'gs' if ground else 'ls'}", 0, administrative, section, call=call)


def _virtual_ports(phones: Phones) -> Iterator[VoicePort]:
    for extension in phones.extensions.all():
        for channel in range(1, extension.size + 1):
            call = extension.channels.get(channel)
            yield VoicePort(f"{VIRTUAL_SLOT}{extension.tag}", EFXS, EFXS, channel, extension=extension, call=call)
