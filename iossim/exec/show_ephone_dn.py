"""show ephone-dn: directory numbers of SCCP phones as virtual voice ports, and what is special about some of them."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.media import preferred_codec
from iossim.exec.phone_state import carriers, channels, shown_state, tag_of
from iossim.router import RouterCore
from iossim.router.buttons import buttons
from iossim.router.fields import field, is_set, number
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
 Digit Duration Timing is set to 100 ms
"""


def chosen(line: Line, dn: str) -> list[Extension]:
    """The extension of a tag, or all of them."""
    phones = line.router.phones
    if not dn:
        return list(phones.extensions.all())
    found = phones.extension(dn)
    return [found] if found is not None else []


@exec_command
def show_ephone_dn(line: Line, dn: str = "") -> Result:
    """The virtual voice port of a directory number, or of each of them."""
    return "\n".join(_port(line.router, extension) for extension in chosen(line, dn))


def _port(router: RouterCore, extension: Extension) -> str:
    section, tag = in_force(router.config, extension.section), extension.tag
    service = router.config.section("telephony_service")
    body = _PORT.format(
        operation="UP" if extension.number else "DORMANT",
        description=field(section, "description", "description") or "not set",
        interdigit=number(service, "timeouts_interdigit", "seconds", 10),
        ringing=number(service, "timeouts_ringing", "seconds", 180),
        region=field(service, "network_locale", "locale") or "US",
        name=field(section, "name", "name") or "None",
        number=extension.number or "None",
        incoming=field(section, "translation_profile", "profile", "incoming"),
        outgoing=field(section, "translation_profile", "profile", "outgoing"),
    )
    states = " ".join(channels(extension, wide=False).split())
    return f"50/0/{tag} {states} \nEFXS 50/0/{tag} Slot is 50, Sub-unit is 0, Port is {tag}\n{body}"


_PORT_STATES = {"IDLE": "EFXS_ONHOOK", "DOWN": "EFXS_ONHOOK", "RINGING": "EFXS_RINGING", "INVALID": "EFXS_INIT"}


@exec_command
def show_ephone_dn_summary(line: Line) -> Result:
    """One line a channel."""
    lines = [
        "PORT     DN STATE    CODEC    VAD VTSP STATE            VPM STATE",
        "======== ==========  ======== === ===================== =========",
    ]
    for extension in chosen(line, ""):
        for channel in range(1, extension.size + 1):
            state = shown_state(extension, channel)
            port = f"50/0/{extension.tag}" + (f" CH{channel}" if extension.size > 1 else "")
            codec, vad, call = (_codec(line.router, extension), "y", "S_CONNECT") if state == "CONNECTED" else ("-", "-", "-")
            lines += [f"{port:<8} {state:<12}{codec:<10}{vad:<3}{call:<22}{_PORT_STATES.get(state, 'EFXS_OFFHOOK'):<24}", " "]
    return "\n".join([*lines, ""])


def _codec(router: RouterCore, extension: Extension) -> str:
    phone = router.phones.sccp.get(next(iter(extension.carriers), ""))
    return preferred_codec(router, phone) if phone is not None else "g711ulaw"


@exec_command
def show_ephone_dn_statistics(line: Line, dn: str = "") -> Result:
    """Calls and voice quality; simulated calls leave no packets."""
    lines = []
    extensions = chosen(line, dn)
    if not dn:
        lines = [
            f"Total Calls {sum(_calls(extension) for extension in extensions)}",
            "Stats may appear to be inconsistent for conference or shared line cases",
        ]
    for extension in extensions:
        for channel in range(1, extension.size + 1):
            lines += _statistics(extension, channel)
    return "".join(f"{each}\n" for each in lines)


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


@exec_command
def show_ephone_dn_callback(line: Line) -> Result:
    """Pending callbacks, which simulated phones do not ask for."""
    return ""


@exec_command
def show_ephone_dn_conference(line: Line, conference_kind: str = "", number: str = "") -> Result:
    """The conference numbers, by kind and number, with their directory numbers."""
    kind, _, video = conference_kind.partition(" ")
    groups: dict[tuple[str, str], list[Section]] = {}
    for section in line.router.config.sections("ephone_dn"):
        command = section.get("conference")
        own = field(section, "number", "number")
        if command is None or command.negative or number not in ("", own):
            continue
        words = set(command.keywords)
        found = "ad-hoc" if "ad-hoc" in words else "meetme"
        if kind in ("", found) and (not video or "video" in words):
            groups.setdefault((f"{found.capitalize()}{'-video' if 'video' in words else ''}", own), []).append(section)
    lines = (
        ["type            active  inactive        numbers", "=" * 48] if video else ["type   active inactive  numbers", "=" * 34]
    )
    for (title, own), sections in groups.items():
        lines += [
            f"{title:<{16 if video else 10}}0       {2 * len(sections):<7}{own}",
            f"DN tags: {', '.join(map(tag_of, sections))}",
        ]
        if title.startswith("Meetme"):
            lines.append("All DN tags unlocked.")
    return "\n".join([*lines, ""])


@exec_command
def show_ephone_dn_loopback(line: Line) -> Result:
    """The pairs of loopback numbers."""
    pairs = [section for section in line.router.config.sections("ephone_dn") if is_set(section, "loopback_dn")]
    if not pairs:
        return ""
    lines = [f"LOOPBACK DN status (min {tag_of(pairs[0])}, max {tag_of(pairs[-1])}):"]
    for section in pairs:
        part = {name: field(section, "loopback_dn", name) for name in ("dn", "forward", "strip", "prefix", "retry", "codec")}
        state = shown_state(line.router.phones.extension(tag_of(section)))
        codec = "G711alaw64k" if part["codec"] == "g711alaw" else "G711Ulaw64k"
        lines += [
            f"DN {tag_of(section)} {field(section, 'number', 'number')}  Loopback to DN {part['dn']} CH1 {state}",
            f"CallingDn -1 CalledDn -1 Called   Calling   {codec}",
            f"Strip {part['strip'] or 'NONE'}, Forward {part['forward'] or '0'}, prefix {part['prefix']} "
            f"retry {part['retry'] or '10'} Media 0.0.0.0 0",
            "callID 0 srcCallID 0 ssrc 0 vector 0",
        ]
    return "\n".join([*lines, ""])


@exec_command
def show_ephone_dn_park(line: Line) -> Result:
    """The slots for parked calls."""
    lines = []
    for section in line.router.config.sections("ephone_dn"):
        if is_set(section, "park_slot"):
            part = {name: field(section, "park_slot", name) for name in ("notify", "timeout", "limit")}
            lines += [
                f"DN {tag_of(section)} ({field(section, 'number', 'number')}) park-slot state IDLE",
                f"Notify to ({part['notify']}) timeout {part['timeout'] or '0'} limit {part['limit'] or '0'}",
            ]
    return "".join(f"{each}\n" for each in lines)


@exec_command
def show_ephone_dn_whisper(line: Line) -> Result:
    """The whisper intercom numbers."""
    config = line.router.config
    found = carriers(config, "ephone")
    lines = [
        "DN        DN NUMBER     LABEL         SPEED DIAL    DN STATE       PHONE         ",
        "==        =========     =====         ==========    ========       =====         ",
    ]
    for section in config.sections("ephone_dn"):
        if is_set(section, "whisper_intercom"):
            tag = tag_of(section)
            label, dial = (field(section, "whisper_intercom", name) or "-" for name in ("label", "speed_dial"))
            extension = line.router.phones.extension(tag)
            state = "WHISPER" if extension is not None and extension.calls else "IDLE"
            phones = " ".join(f"{_signs(phone, button)}{tag_of(phone)}" for phone, button in found.get(tag, ()))
            lines.append(f"{tag:<10}{field(section, 'number', 'number'):<14}{label:<14}{dial:<16}{state:<13}{phones} ")
    return "\n".join([*lines, ""])


def _signs(phone: Section, number: int) -> str:
    """What stands in front of a phone that only looks at the number: `w` or `m`."""
    return next((button.sign for button in buttons(phone) if button.number == number and button.sign in "wm"), "")
