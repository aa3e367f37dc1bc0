"""Legs of calls: one for the phone of a simulated call, and one for the dial peer that the call goes to or comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.router.facts.codecs import CODECS, DEFAULT, Codec
from iossim.router.facts.dial_peers import of_dn
from iossim.router.fields import field
from iossim.router.phones import RETAINED, Call, Device, Extension, Phones
from iossim.router.templates import in_force
from iossim.router.voice.dial_peers import VIRTUAL_SLOT, DialPeer, configured_peers
from iossim.router.voice.dialplan import matching
from iossim.router.voice.patterns import pattern_of

#: Packets of voice in a second.
_PACKETS = 50
#: The first UDP port of calls.
_FIRST_PORT = 16_384
TELEPHONY, SIP, H323 = "telephony", "sip", "h323"


@dataclass(frozen=True, slots=True)
class CallLeg:
    """One leg of a call: between the router and a phone, or between the router and the target of a dial peer.

    Attributes:
        kind: `telephony`, `sip` or `h323`.
        reference: the number of the call; both legs have it.
        number: the leg's own number.
        peer: the tag of its dial peer.
        address: the number of the phone at this end.
        answers: the call came in on this leg; else the router made it.
        state: the state of the line: `ringing`, `connected`, …
        since: when it began, in seconds since boot.
        seconds: the time that it has been, or was, connected.
        codec: the codec.
        port: the voice port of a telephony leg.
        channel: the channel of the voice port, from 1.
        remote: the IP address of a SIP or H.323 leg.
        udp: the UDP port of its voice.
        answered: the call was answered.
        ended: when it ended, in seconds since boot; -1 while it lasts.
    """

    kind: str
    reference: int
    number: int
    peer: int
    address: str
    answers: bool
    state: str
    since: int
    seconds: int
    codec: str
    port: str = ""
    channel: int = 1
    remote: str = ""
    udp: int = 0
    answered: bool = True
    ended: int = -1

    @property
    def packets(self) -> int:
        """The packets of voice in one direction."""
        return self.seconds * _PACKETS

    @property
    def octets(self) -> int:
        """The bytes of voice in one direction."""
        return self.packets * _codec(self.codec).size


def active_legs(config: Configuration, phones: Phones, uptime: int) -> list[CallLeg]:
    """Return the legs of the calls in progress, in the order in which the calls began.

    Args:
        config: the configuration.
        phones: the router's phones.
        uptime: seconds since boot.
    """
    builder, legs = _Legs(config, phones), list[CallLeg]()
    for extension, channel, call in _calls(phones):
        legs += builder.legs(extension, channel, call, uptime - call.since if call.answered else 0)
    return sorted(legs, key=lambda leg: leg.number)


def ended_legs(config: Configuration, phones: Phones, uptime: int) -> list[CallLeg]:
    """Return the legs of the calls that ended within the time that a router keeps them; the first ended first."""
    builder, legs = _Legs(config, phones), list[CallLeg]()
    for extension in _extensions(phones):
        for past in extension.past:
            if uptime - past.ended_at <= RETAINED:
                call, seconds = past.call, past.ended_at - past.call.since if past.call.answered else 0
                legs += builder.legs(extension, past.channel, call, seconds, past.ended_at)
    return sorted(legs, key=lambda leg: (leg.ended, leg.number))


def outside_calls(config: Configuration, phones: Phones) -> dict[str, Call]:
    """Return the calls in progress that go through ports of the hardware, by the port."""
    builder = _Legs(config, phones)
    peers = [(builder.far_peer(extension, call), call) for extension, _, call in _calls(phones)]
    return {peer.port: call for peer, call in peers if peer is not None and peer.physical}


def _extensions(phones: Phones) -> Iterator[Extension]:
    yield from phones.extensions.all()
    yield from phones.sip_extensions.all()


def _calls(phones: Phones) -> Iterator[tuple[Extension, int, Call]]:
    for extension in _extensions(phones):
        for channel, call in extension.channels.items():
            yield extension, channel, call


class _Legs:
    """Makes the legs of calls.

    Args:
        config: the configuration.
        phones: the router's phones; the numbers that take calls are read once.
    """

    def __init__(self, config: Configuration, phones: Phones) -> None:
        self._config = config
        self._phones = phones
        self._peers = configured_peers(config)
        self._own = {extension.number for extension in _extensions(phones) if extension.reachable}

    def legs(self, extension: Extension, channel: int, call: Call, seconds: int, ended: int = -1) -> Iterator[CallLeg]:
        """The leg of a phone, and the leg of the far end if it is no phone of the router.

        Args:
            extension: the line of the phone.
            channel: its channel, from 1.
            call: the call.
            seconds: the time that it has been, or was, connected.
            ended: when it ended, in seconds since boot; -1 while it lasts.
        """
        sip = extension.section.mode.name == "voice_register_dn"
        registry = self._phones.sip if sip else self._phones.sccp
        device = registry.get(next(iter(extension.carriers), ""))
        codec = _codec_name(self._config, device)
        number = 2 * call.reference - 1
        yield CallLeg(
            kind=SIP if sip else TELEPHONY,
            reference=call.reference,
            number=number,
            peer=device.peers.get(extension.tag, 0) if sip and device is not None else of_dn(extension.tag),
            address=extension.number,
            answers=call.outgoing,
            state=call.state,
            since=call.since,
            seconds=seconds,
            codec=codec,
            port="" if sip else f"{VIRTUAL_SLOT}{extension.tag}",
            channel=channel,
            remote=device.address if sip and device is not None else "",
            udp=_FIRST_PORT + 2 * number,
            answered=call.answered,
            ended=ended,
        )
        peer = self.far_peer(extension, call)
        if peer is not None:
            yield _far_leg(peer, call, number + 1, seconds, codec, ended)

    def far_peer(self, extension: Extension, call: Call) -> DialPeer | None:
        """The configured dial peer that a call goes to or comes from; None if the far end is a phone of the router, or not known."""
        if not call.peer or call.peer in self._own:
            return None
        if call.outgoing:
            return next((match.peer for match in matching(self._peers, call.peer)), None)
        for rule, digits in (
            ("incoming_called_number", extension.number),
            ("answer_address", call.peer),
            ("destination_pattern", call.peer),
        ):
            for peer in self._peers:
                text = field(peer.section, rule, "pattern")
                pattern = pattern_of(text) if text and peer.operational else None
                if pattern is not None and pattern.match(digits) is not None:
                    return peer
        return None


def _far_leg(peer: DialPeer, call: Call, number: int, seconds: int, codec: str, ended: int) -> CallLeg:
    sip = field(peer.section, "session_protocol", "protocol") == "sipv2"
    return CallLeg(
        kind=TELEPHONY if peer.kind == "pots" else SIP if sip else H323,
        reference=call.reference,
        number=number,
        peer=peer.tag,
        address=call.peer,
        answers=not call.outgoing,
        state=call.state,
        since=call.since,
        seconds=seconds,
        codec=codec,
        port=peer.port,
        remote=peer.target.removeprefix("ipv4:").partition(":")[0],
        udp=_FIRST_PORT + 2 * number,
        answered=call.answered,
        ended=ended,
    )


def _codec_name(config: Configuration, device: Device | None) -> str:
    if device is None:
        return DEFAULT
    commands = in_force(config, device.section)
    command = commands.get("codec")
    if device.sip:
        return command.words[1] if command is not None and not command.negative else DEFAULT
    return field(commands, "codec", "codec_name") or DEFAULT


def _codec(name: str) -> Codec:
    return CODECS.get(name, CODECS[DEFAULT])
