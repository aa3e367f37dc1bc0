"""One phone in the long layout (`show ephone`) and in the short ones of older commands (`show ephone cfa`, `dnd`, …)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iossim.config.phone_types import lines_of, shown_type
from iossim.exec.media import FarEnds, codec_of, port_of, preferred_codec, sccp_address
from iossim.exec.phones import Carrier, call_lines, channels, connected, is_paged, line_in_use, phone_buttons, rings
from iossim.router import RouterCore
from iossim.router.buttons import Button
from iossim.router.facts.button_signs import NORMAL, SIGNS
from iossim.router.fields import field, is_set
from iossim.router.phones import Call, Device, Extension
from iossim.router.templates import Commands, in_force

#: The answer of `show ephone …` if no phone fits.
NONE_SUCH = "No ephone in specified type/condition."


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a command that prints phones.

    Attributes:
        long: the layout of the newer commands.
        call_waiting: the line of a button has `cw:` and `ccw:`, and the directory number follows on the next line.
        gap: the text after the colon of `button 1:`.
        forwards: the target of `call-forward all` follows the number.
    """

    long: bool = False
    call_waiting: bool = False
    gap: str = " "
    forwards: bool = False


FULL = Layout(long=True, call_waiting=True)
LONG = Layout(long=True)
SHORT = Layout()
TIGHT = Layout(gap="")
FORWARDED = Layout(forwards=True)


def phone_lines_of(
    router: RouterCore, device: Device, layout: Layout, carriers: Mapping[str, list[Carrier]], far_ends: FarEnds
) -> Iterator[str]:
    """One phone and its buttons, with an empty line at the end.

    Args:
        router: the router.
        device: the phone.
        layout: the layout of the command.
        carriers: the ephones that have a directory number on a button, by its tag.
        far_ends: the far ends of calls.
    """
    commands = in_force(router.config, device.section)
    yield from _head(router, device, layout, commands)
    yield from _buttons(router, device, layout, carriers)
    yield from _settings(commands, layout)
    yield from _calls(router, device, far_ends)
    yield from _end(router, device, layout, commands)
    yield ""


def head_line(router: RouterCore, device: Device, long: bool = True) -> str:
    """The first line of a phone: tag, MAC address, socket and status."""
    index = f"[{int(device.tag) - 1}]" if long else ""
    line = f"ephone-{device.tag}{index} Mac:{device.mac or '0000.0000.0000'} TCP socket:[{device.socket}] "
    return line + f"activeLine:{line_in_use(router, device)} {'whisperLine:0 ' if long else ''}{device.status.upper()}"


def flags_line(router: RouterCore, device: Device, long: bool = True, paging: bool = True) -> str:
    """The second line of a phone: media, hook, ringing and reset."""
    paged = is_paged(router, device)
    media, ringing = int(connected(router, device) or paged), int(rings(router, device))
    whisper = "whisper_mediaActive:0 startMedia:0 " if long else ""
    waits = int(device.registered and bool(device.resetting))
    return (
        f"mediaActive:{media} {whisper}offhook:{int(line_in_use(router, device) > 0)} ringing:{ringing} "
        f"reset:{waits} reset_sent:{int(bool(device.resetting) and not device.registered)} "
        f"{f'paging {int(paged)} ' if paging else ''}debug:{int(router.debugging.includes_phone(device.mac))}"
    )


def _head(router: RouterCore, device: Device, layout: Layout, commands: Commands) -> Iterator[str]:
    tail = " in SCCP ver 17/17 max_streams=1" if layout.long and device.registered else ""
    yield head_line(router, device, layout.long) + tail
    caps = (" caps:8 privacy:0" if layout.call_waiting else " caps:8") if layout.long else ""
    yield flags_line(router, device, layout.long) + caps
    addons = tuple(field(commands, "type", name) for name in ("first_addon", "second_addon"))
    most = lines_of(device.reported, addons)
    kind = shown_type(device.reported) if device.reported else "Unknown 0"
    star = "* " if layout.long else ""
    modules = addons.count("7914")
    sub = f"sub={2 + modules} " if modules and device.reported else ""
    line = f"IP:{device.address or '0.0.0.0'} {star}{device.port} {kind}  {sub}keepalive {device.keepalives} max_line {most}"
    if layout.long:
        line += f" available_line {min(most, len(phone_buttons(device)) + len(commands.all('feature_button')))}"
    yield line + (" DnD" if device.dnd else "")


def _buttons(router: RouterCore, device: Device, layout: Layout, carriers: Mapping[str, list[Carrier]]) -> Iterator[str]:
    overlays = []
    for button in phone_buttons(device):
        if button.dns:
            yield from _button(router, button, layout, shared=len(carriers.get(button.dns[0], ())) > 1)
        if button.overlay:
            overlays.append(f"overlay {button.number}: " + "".join(f"{tag}({_number(router, tag)}) " for tag in button.dns))
    yield from overlays


def _button(router: RouterCore, button: Button, layout: Layout, shared: bool) -> Iterator[str]:
    tag = button.dns[0]
    extension = router.phones.extensions.get(tag)
    number = f"number {_number(router, tag)}"
    dial = field(extension.section, "intercom", "target") if extension is not None else ""
    commands = in_force(router.config, extension.section) if extension is not None else None
    target = field(commands, "call_forward_all", "target")
    text = f"dn {tag:<2} {number} "
    if layout.forwards and target:
        text += f"cfa {target} "
    text += (f" auto dial {dial} " if dial else "") + channels(extension, layout.long)
    ring = SIGNS.get(button.sign, NORMAL).ring
    text += (f"{ring} " if ring else "") + ("shared " if shared else "")
    if not layout.long:
        yield f"button {button.number}:{layout.gap}{text}".rstrip()
    elif not layout.call_waiting:
        yield f"button {button.number}: cw:1 {text}".rstrip()
    else:
        zeros = " ".join("0" * (extension.size if extension is not None else 1))
        yield f"button {button.number}: cw:1 ccw:({zeros}) "
        yield f"  {text}"


def _number(router: RouterCore, tag: str) -> str:
    extension = router.phones.extensions.get(tag)
    return extension.number if extension is not None else ""


def _settings(commands: Commands, layout: Layout) -> Iterator[str]:
    for command in commands.all("speed_dial"):
        fields = command.fields
        yield f"speed dial {fields['tag']}:{fields['number']} {str(fields.get('label', '')).strip()}".rstrip()
    if paging := field(commands, "paging_dn", "dn"):
        yield f"paging-dn {paging}"
    features = [str(command.fields["feature"]).lower() for command in commands.all("feature_button")]
    if features and layout.long:
        yield f"{len(features)} feature buttons enabled: {' '.join(features)}"


def _calls(router: RouterCore, device: Device, far_ends: FarEnds) -> Iterator[str]:
    for _, extension in call_lines(router, device):
        for channel, call in sorted(extension.channels.items()):
            if call.state != "ringing":
                yield from _call(router, device, extension, channel, call, far_ends)


def _call(router: RouterCore, device: Device, extension: Extension, channel: int, call: Call, far_ends: FarEnds) -> Iterator[str]:
    codec = codec_of(router, device)
    media = call.state in ("connected", "hold")
    near = f"{device.address} {port_of(call)}" if media else "0.0.0.0 0"
    address, port = far_ends.address(call, extension.number) if media else ("0.0.0.0", 2000)
    name = f"DN {extension.tag} chan {channel} :{extension.number}"
    yield f"Active Call on {name} {near} to {address} {port} via {sccp_address(router)}"
    yield f"{codec.shown}  {codec.size} bytes vad"
    yield "Tx Pkts 0 bytes 0 Rx Pkts 0 bytes 0 Lost 0"
    ids = f" (media path callID {call.reference} srcCallID {call.reference + 1})" if media else ""
    far = far_ends.extension(call)
    calling, called = ("-1" if far is None or call.outgoing == outgoing else far.tag for outgoing in (True, False))
    yield f"Jitter 0 Latency 0 callingDn {calling} calledDn {called}{ids}"


def _end(router: RouterCore, device: Device, layout: Layout, commands: Commands) -> Iterator[str]:
    if layout.long:
        yield f"Preferred Codec: {preferred_codec(router, device)} "
        yield _lpcor(commands)
        if is_set(commands, "voice_class_stun_usage"):
            yield "voice-class stun is enabled"
    if user := field(commands, "username", "username"):
        # The password is printed by the running-config and the XML answers only, so that a user below level 15 does not see it.
        yield f"Username:{user} Password:*****"


def _lpcor(commands: Commands) -> str:
    kind = field(commands, "lpcor_type", "phone_location") or "none"
    groups = [(word, field(commands, f"lpcor_{word.lower()}", "lpcor")) for word in ("Incoming", "Outgoing")]
    return f"Lpcor Type: {kind}" + "".join(f" {word}: {group}" for word, group in groups if group)
