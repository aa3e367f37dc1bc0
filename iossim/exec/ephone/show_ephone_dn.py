"""show ephone-dn [TAG], show ephone-dn summary and statistics: directory numbers of SCCP phones as virtual voice ports."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.media import preferred_codec
from iossim.exec.phones import channels, shown_state
from iossim.router import RouterCore
from iossim.router.facts.codecs import DEFAULT
from iossim.router.fields import field, number
from iossim.router.phones import Extension
from iossim.router.templates import in_force

_PORT = """ Type of VoicePort is EFXS
 Operation State is {operation}
 Administrative State is UP
 No Interface Down Failure
 Description is {description}
 Noise Regeneration is enabled
 Non Linear Processing is enabled
 Non Linear Mute is disabled
 Non Linear Threshold is -21 dB
 Music On Hold Threshold is Set to -38 dBm
 In Gain is Set to 0 dB
 Out Attenuation is Set to 0 dB
 Echo Cancellation is enabled
 Echo Cancellation NLP mute is disabled
 Echo Cancellation NLP threshold is -21 dB
 Echo Cancel Coverage is set to 8 ms
 Playout-delay Mode is set to adaptive
 Playout-delay Nominal is set to 60 ms
 Playout-delay Maximum is set to 200 ms
 Playout-delay Minimum mode is set to default, value 40 ms\x20
 Playout-delay Fax is set to 300 ms
 Connection Mode is normal
 Connection Number is not set
 Initial Time Out is set to 10 s
 Interdigit Time Out is set to {interdigit} s
 Call Disconnect Time Out is set to 60 s
 Ringing Time Out is set to {ringing} s
 Wait Release Time Out is set to 30 s
 Companding Type is u-law
 Region Tone is set for {region}
 Station name {name}, Station number {number}
 Caller ID Info Follows:
 Standard BELLCORE
 Translation profile (Incoming): {incoming}
 Translation profile (Outgoing): {outgoing}
 Digit Duration Timing is set to 100 ms"""
#: The state of the port by the state of the line; any other line state is off the hook.
_PORT_STATES = {"IDLE": "EFXS_ONHOOK", "DOWN": "EFXS_ONHOOK", "RINGING": "EFXS_RINGING", "INVALID": "EFXS_INIT"}


def _extensions(line: Line, dn: str) -> list[Extension]:
    """The extension with a tag; all extensions if the tag is ""."""
    phones = line.router.phones
    if not dn:
        return list(phones.extensions.all())
    extension = phones.extension(dn)
    return [extension] if extension is not None else []


@exec_command
def show_ephone_dn(line: Line, dn: str = "") -> Iterator[str]:
    """The virtual voice port of a directory number; without a tag, all ports."""
    for place, extension in enumerate(_extensions(line, dn)):
        if place:
            yield ""
        yield from _port(line.router, extension)


def _port(router: RouterCore, extension: Extension) -> Iterator[str]:
    commands, tag = in_force(router.config, extension.section), extension.tag
    service = router.config.section("telephony_service")
    states = " ".join(channels(extension, wide=False).split())
    yield f"50/0/{tag} {states} "
    yield f"EFXS 50/0/{tag} Slot is 50, Sub-unit is 0, Port is {tag}"
    text = _PORT.format(
        operation="UP" if extension.number else "DORMANT",
        description=field(commands, "description", "description") or "not set",
        interdigit=number(service, "timeouts_interdigit", "seconds", 10),
        ringing=number(service, "timeouts_ringing", "seconds", 180),
        region=field(service, "network_locale", "locale") or "US",
        name=field(commands, "name", "name") or "None",
        number=extension.number or "None",
        incoming=field(commands, "translation_profile", "profile", "incoming"),
        outgoing=field(commands, "translation_profile", "profile", "outgoing"),
    )
    yield from text.split("\n")


@exec_command
def show_ephone_dn_summary(line: Line) -> Iterator[str]:
    """One line a channel."""
    yield "PORT     DN STATE    CODEC    VAD VTSP STATE            VPM STATE"
    yield "======== ==========  ======== === ===================== ========="
    for extension in _extensions(line, ""):
        for channel in range(1, extension.size + 1):
            state = shown_state(extension, channel)
            port = f"50/0/{extension.tag}" + (f" CH{channel}" if extension.size > 1 else "")
            codec, vad, call = (_codec(line.router, extension), "y", "S_CONNECT") if state == "CONNECTED" else ("-", "-", "-")
            yield f"{port:<8} {state:<12}{codec:<10}{vad:<3}{call:<22}{_PORT_STATES.get(state, 'EFXS_OFFHOOK'):<24}"
            yield " "


def _codec(router: RouterCore, extension: Extension) -> str:
    phone = router.phones.sccp.get(next(iter(extension.carriers), ""))
    return preferred_codec(router, phone) if phone is not None else DEFAULT


@exec_command
def show_ephone_dn_statistics(line: Line, dn: str = "") -> Iterator[str]:
    """Calls and voice quality; simulated calls leave no packets."""
    extensions = _extensions(line, dn)
    if not dn:
        yield f"Total Calls {sum(map(_calls, extensions))}"
        yield "Stats may appear to be inconsistent for conference or shared line cases"
    for extension in extensions:
        for channel in range(1, extension.size + 1):
            yield from _statistics(extension, channel)


def _calls(extension: Extension) -> int:
    tallies = [extension.tally(channel) for channel in range(1, extension.size + 1)]
    return sum(tally.incoming + tally.outgoing for tally in tallies)


def _statistics(extension: Extension, channel: int) -> Iterator[str]:
    tag, tally, call = extension.tag, extension.tally(channel), extension.channels.get(channel)
    yield (
        f"DN {tag} chan {channel} incoming {tally.incoming} answered {tally.incoming_answered} "
        f"outgoing {tally.outgoing} answered {tally.outgoing_answered} busy 0"
    )
    yield "Far-end disconnect at:connect 0 alert 0 hold 0 ring 0"
    yield "Last 64 far-end disconnect cause codes"
    yield from [" ".join(["0"] * 16)] * 4
    if call is None:
        yield "local phone on-hook"
    shown = call or tally.last
    if shown is None:
        return
    called, calling = (shown.peer, extension.number) if shown.outgoing else (extension.number, shown.peer)
    yield f"DN {tag} chan {channel} ({extension.number}) voice quality statistics for {'current' if call else 'last'} call"
    yield f"Call Ref {shown.reference} called {called} calling {calling}"
    yield f"{'Current' if call else 'Total'} Tx Pkts 0 bytes 0 Rx Pkts 0 bytes 0 Lost 0"
    if call is not None:
        yield "Jitter 0 Latency 0"
        yield "Worst Jitter 0 Worst Latency 0"
    else:
        yield "Final Jitter 0 Latency 0 Lost 0"
    yield "Signal Level to phone 0 (-78 dB) peak 0 (-78 dB)"
    yield "Packets counted by router 0"
