"""show voice port and show voice port summary: the ports of the hardware, and the virtual ports of ephone-dns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from iossim.exec.command import Line, exec_command
from iossim.router import RouterCore
from iossim.router.fields import field, number
from iossim.router.voice import EFXS, VoicePort, all_ports

_HEADER = (
    "                                           IN       OUT",
    "PORT            CH   SIG-TYPE   ADMIN OPER STATUS   STATUS   EC",
    "=============== == ============ ===== ==== ======== ======== ==",
)
_FOOTER = (
    "",
    "PWR FAILOVER PORT        PSTN FAILOVER PORT",
    "=================        ==================",
)
_KINDS = {"fxs": "Foreign Exchange Station", "fxo": "Foreign Exchange Office", "efxs": "Foreign Exchange Station"}
#: The cards that iossim supposes in the slots: the configuration does not name them.
_CARDS = {"fxs": "VIC3-4FXS/DID", "fxo": "VIC2-4FXO", "efxs": "Virtual"}


@exec_command
def show_voice_port_summary(line: Line) -> Iterator[str]:
    """One line for each port, or for each of its channels."""
    yield from _HEADER
    for port in all_ports(line.router.config, line.router.phones):
        channel = str(port.channel) if port.channel else "--"
        signaling = f"   {port.signaling}" if port.kind == EFXS else port.signaling
        administrative, operational = "up" if port.administrative else "down", _operational(port)
        incoming, outgoing = statuses(port)
        text = f"{port.name:<15} {channel:<2}  {signaling:<11} {administrative:<5} {operational:<4} {incoming:<8} {outgoing:<8} "
        yield f"{text}{'y' if _cancels_echo(port) else 'n'}"
    yield from _FOOTER


def _operational(port: VoicePort) -> str:
    if not port.administrative:
        return "down"
    return "up" if port.operational else "dorm"


def statuses(port: VoicePort) -> tuple[str, str]:
    """The status of a port towards the phone and from the phone, as a summary shows them."""
    if port.kind == "isdn":
        return "none", "none"
    hook = "off-hook" if port.off_hook else "on-hook"
    if port.kind == "fxo":
        return "idle", hook
    return hook, "ringing" if port.ringing else "idle"


def _cancels_echo(port: VoicePort) -> bool:
    command = port.section.get("echo_cancel_enable") if port.section is not None else None
    return command is None or not command.negative


@exec_command
def show_voice_port(line: Line, voice_port: str = "") -> Iterator[str]:
    """All settings of a port, or of all ports."""
    router = line.router
    ports = [one for one in all_ports(router.config, router.phones) if voice_port in ("", one.name)]
    if voice_port and not ports:
        yield f"% Voice port {voice_port} not found"
    for _, channels in groupby(ports, key=lambda one: one.name):
        yield from _port(router, next(channels))


def _port(router: RouterCore, port: VoicePort) -> Iterator[str]:
    yield ""
    slot, unit, position = [*port.name.partition(":")[0].split("/"), "0", "0"][:3]
    if port.kind == "isdn":
        yield f"ISDN {port.name} Slot is {slot}, Sub-unit is {unit}, Port is {position}"
        yield " Type of VoicePort is ISDN-VOICE"
    else:
        yield f"{_KINDS[port.kind]} {port.name} Slot is {slot}, Sub-unit is {unit}, Port is {position}"
        yield f" Type of VoicePort is {'EFXS' if port.kind == EFXS else port.kind.upper() + '  ' + _CARDS[port.kind]} "
    yield f" Operation State is {'UP' if port.operational else 'DORMANT' if port.administrative else 'DOWN'}"
    yield f" Administrative State is {'UP' if port.administrative else 'DOWN'}"
    yield " No Interface Down Failure"
    description = field(port.section, "description", "description")
    yield f" Description is {description or 'not set'}"
    yield from _audio(port)
    yield from _connection(port)
    yield from _times(router, port)
    if port.kind in ("fxs", "fxo"):
        yield from _analog(port)


def _audio(port: VoicePort) -> Iterator[str]:
    section = port.section
    noise, non_linear = (not _is_off(port, rule) for rule in ("comfort_noise", "non_linear"))
    yield f" Noise Regeneration is {'enabled' if noise else 'disabled'}"
    yield f" Non Linear Processing is {'enabled' if non_linear else 'disabled'}"
    yield f" Music On Hold Threshold is Set to {field(section, 'music_threshold', 'music_level') or '-38'} dBm"
    yield f" In Gain is Set to {number(section, 'input_gain', 'decibels', 0)} dB"
    yield f" Out Attenuation is Set to {number(section, 'output_attenuation', 'decibels', 3)} dB"
    yield f" Echo Cancellation is {'enabled' if _cancels_echo(port) else 'disabled'}"
    yield f" Echo Cancel Coverage is set to {number(section, 'echo_cancel_coverage', 'coverage', 64)} ms"


def _is_off(port: VoicePort, rule: str) -> bool:
    command = port.section.get(rule) if port.section is not None else None
    return command is not None and command.negative


def _connection(port: VoicePort) -> Iterator[str]:
    digits = field(port.section, "connection", "digits")
    command = port.section.get("connection") if port.section is not None else None
    kind = command.words[1] if digits and command is not None else "normal"
    yield f" Connection Mode is {kind}"
    yield f" Connection Number is {digits or 'not set'}"


def _times(router: RouterCore, port: VoicePort) -> Iterator[str]:
    section = port.section
    ringing = field(section, "timeouts_ringing", "seconds") or field(
        router.config.section("telephony_service"), "timeouts_ringing", "seconds"
    )
    yield f" Initial Time Out is set to {number(section, 'timeouts_initial', 'seconds', 10)} s"
    yield f" Interdigit Time Out is set to {number(section, 'timeouts_interdigit', 'seconds', 10)} s"
    yield f" Call Disconnect Time Out is set to {number(section, 'timeouts_call_disconnect', 'seconds', 60)} s"
    yield f" Ringing Time Out is set to {ringing or 180} s"
    yield f" Region Tone is set for {field(section, 'cptone', 'locale') or 'US'}"


def _analog(port: VoicePort) -> Iterator[str]:
    section = port.section
    yield ""
    yield " Analog Info Follows:"
    yield " Currently processing none"
    yield " Maintenance Mode Set to None (not in mtc mode)"
    yield " Number of signaling protocol errors are 0"
    yield f" Impedance is set to {field(section, 'impedance', 'ohms') or '600r'} Ohm"
    yield f" Station name {field(section, 'station_id_name', 'name') or 'None'}, Station number {_station(port)}"
    yield ""
    yield " Voice card specific Info Follows:"
    yield f" Signal Type is {'groundStart' if port.signaling.endswith('gs') else 'loopStart'}"
    if port.kind == "fxs":
        yield f" Ring Frequency is {number(section, 'ring_frequency', 'hertz', 25)} Hz"
        yield " Hook Status is On Hook"
        yield " Ring Active Status is inactive"
        yield " Ring Ground Status is inactive"
        yield " Tip Ground Status is inactive"
        yield " Digit Duration Timing is set to 100 ms"
        yield " InterDigit Duration Timing is set to 100 ms"
        return
    yield f" Number Of Rings is set to {number(section, 'ring_number', 'rings', 1)}"
    yield f" Supervisory Disconnect {'is inactive' if _is_off(port, 'supervisory_disconnect') else 'active'}"
    yield " Hook Status is On Hook"
    yield " Ring Detect Status is inactive"
    yield " Ring Ground Status is inactive"
    yield " Tip Ground Status is inactive"
    yield f" Dial Type is {field(section, 'dial_type', 'dialing') or 'dtmf'}"


def _station(port: VoicePort) -> str:
    return field(port.section, "station_id_number", "number") or "None"
