"""One phone as `show ephone` and its kin print it. The older commands print it in the layout of their day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iossim.config import Section
from iossim.exec.media import FarEnds, codec_of, here, port_of, preferred_codec
from iossim.exec.phone_state import channels, connected, is_paged, line_in_use, own_calls, phone_buttons, rings
from iossim.router import RouterCore
from iossim.router.buttons import Button
from iossim.router.facts.button_signs import NORMAL, SIGNS
from iossim.router.facts.phone_types import lines_of, shown_type
from iossim.router.fields import field, is_set
from iossim.router.phones import Device
from iossim.router.templates import Commands, in_force

Shared = Mapping[str, list[tuple[Section, int]]]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a command prints phones.

    Attributes:
        long: the layout of the newer commands.
        call_waiting: `cw:` and `ccw:` before each line, on a line of their own.
        gap: what stands behind the colon of `button 1:`.
        forwards: the target of `call-forward all` behind the number.
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


def phone_text(router: RouterCore, device: Device, layout: Layout, shared: Shared, far_ends: FarEnds) -> str:
    """One phone and its buttons, with an empty line behind it.

    Args:
        router: the router.
        device: the phone.
        layout: how.
        shared: who has which directory number on a button.
        far_ends: who is at the far ends of calls.
    """
    own = in_force(router.config, device.section)
    lines = [
        *_head(router, device, layout, own),
        *_buttons(router, device, layout, shared),
        *_more(router, device, layout, own, far_ends),
    ]
    return "\n".join([*lines, "", ""])


def head_line(router: RouterCore, device: Device, long: bool = True) -> str:
    """The first line: tag, MAC address, socket and status."""
    index = f"[{int(device.tag) - 1}]" if long else ""
    line = f"ephone-{device.tag}{index} Mac:{device.mac or '0000.0000.0000'} TCP socket:[{device.socket}] "
    return line + f"activeLine:{line_in_use(router, device)} {'whisperLine:0 ' if long else ''}{device.status.upper()}"


def flags_line(router: RouterCore, device: Device, long: bool = True, paging: bool = True) -> str:
    """The second line: what goes on at the phone."""
    paged = is_paged(router, device)
    media, ringing = int(connected(router, device) or paged), int(rings(router, device))
    whisper = "whisper_mediaActive:0 startMedia:0 " if long else ""
    waits = int(device.registered and bool(device.resetting))
    return (
        f"mediaActive:{media} {whisper}offhook:{int(line_in_use(router, device) > 0)} ringing:{ringing} "
        f"reset:{waits} reset_sent:{int(bool(device.resetting) and not device.registered)} "
        f"{f'paging {int(paged)} ' if paging else ''}debug:{int(router.debugging.speaks_of(device.mac))}"
    )


def _head(router: RouterCore, device: Device, layout: Layout, own: Commands) -> Iterator[str]:
    tail = " in SCCP ver 17/17 max_streams=1" if layout.long and device.registered else ""
    yield head_line(router, device, layout.long) + tail
    caps = (" caps:8 privacy:0" if layout.call_waiting else " caps:8") if layout.long else ""
    yield flags_line(router, device, layout.long) + caps
    addons = tuple(field(own, "type", name) for name in ("first_addon", "second_addon"))
    most = lines_of(device.reported, addons)
    kind = shown_type(device.reported) if device.reported else "Unknown 0"
    star = "* " if layout.long else ""
    modules = addons.count("7914")
    sub = f"sub={2 + modules} " if modules and device.reported else ""
    line = f"IP:{device.address or '0.0.0.0'} {star}{device.port} {kind}  {sub}keepalive {device.keepalives} max_line {most}"
    if layout.long:
        line += f" available_line {max(0, most - len(own.all('feature_button')))}"
    yield line + (" DnD" if device.dnd else "")


def _buttons(router: RouterCore, device: Device, layout: Layout, shared: Shared) -> Iterator[str]:
    overlays = []
    for button in phone_buttons(device):
        if button.dns:
            yield _button(router, button, layout, shared)
        if button.overlay:
            overlays.append(f"overlay {button.number}: " + "".join(f"{tag}({_number(router, tag)}) " for tag in button.dns))
    yield from overlays


def _button(router: RouterCore, button: Button, layout: Layout, shared: Shared) -> str:
    tag = button.dns[0]
    extension = router.phones.extensions.get(tag)
    number = f"number {_number(router, tag)}"
    dial = field(extension.section, "intercom", "target") if extension is not None else ""
    lines = in_force(router.config, extension.section) if extension is not None else None
    target = field(lines, "call_forward_all", "target")
    text = f"dn {tag:<2} {number} "
    if layout.forwards and target:
        text += f"cfa {target} "
    text += (f" auto dial {dial} " if dial else "") + channels(extension, layout.long)
    text += "".join(f"{word} " for word in _words(button, len(shared.get(tag, ())) > 1))
    if not layout.long:
        return f"button {button.number}:{layout.gap}{text}".rstrip()
    if not layout.call_waiting:
        return f"button {button.number}: cw:1 {text}".rstrip()
    zeros = " ".join("0" * (extension.size if extension is not None else 1))
    return f"button {button.number}: cw:1 ccw:({zeros}) \n  {text}"


def _words(button: Button, shared: bool) -> Iterator[str]:
    if ring := SIGNS.get(button.sign, NORMAL).ring:
        yield ring
    if shared:
        yield "shared"


def _number(router: RouterCore, tag: str) -> str:
    extension = router.phones.extensions.get(tag)
    return extension.number if extension is not None else ""


def _more(router: RouterCore, device: Device, layout: Layout, own: Commands, far_ends: FarEnds) -> Iterator[str]:
    for command in own.all("speed_dial"):
        fields = command.fields
        yield f"speed dial {fields['tag']}:{fields['number']} {str(fields.get('label', '')).strip()}".rstrip()
    if paging := field(own, "paging_dn", "dn"):
        yield f"paging-dn {paging}"
    features = [str(command.fields["feature"]).lower() for command in own.all("feature_button")]
    if features and layout.long:
        yield f"{len(features)} feature buttons enabled: {' '.join(features)}"
    yield from _calls(router, device, far_ends)
    if layout.long:
        yield f"Preferred Codec: {preferred_codec(router, device)} "
        yield _lpcor(own)
        if is_set(own, "voice_class_stun_usage"):
            yield "voice-class stun is enabled"
    if user := field(own, "username", "username"):
        # The password is printed by the running-config and the XML answers only, so that a user below level 15 does not see it.
        yield f"Username:{user} Password:*****"


def _lpcor(section: Commands) -> str:
    kind = field(section, "lpcor_type", "phone_location") or "none"
    groups = [(word, field(section, f"lpcor_{word.lower()}", "lpcor")) for word in ("Incoming", "Outgoing")]
    return f"Lpcor Type: {kind}" + "".join(f" {word}: {group}" for word, group in groups if group)


def _calls(router: RouterCore, device: Device, far_ends: FarEnds) -> Iterator[str]:
    codec, size = codec_of(router, device)
    for _, tag, extension in own_calls(router, device):
        for channel, call in sorted(extension.channels.items()):
            if call.state == "ringing":
                continue
            media = call.state in ("connected", "hold")
            near = f"{device.address} {port_of(call)}" if media else "0.0.0.0 0"
            address, port = far_ends.address(call, extension.number) if media else ("0.0.0.0", 2000)
            yield f"Active Call on DN {tag} chan {channel} :{extension.number} {near} to {address} {port} via {here(router)}"
            yield f"{codec}  {size} bytes vad"
            yield "Tx Pkts 0 bytes 0 Rx Pkts 0 bytes 0 Lost 0"
            ids = f" (media path callID {call.reference} srcCallID {call.reference + 1})" if media else ""
            far = far_ends.extension(call)
            calling, called = ("-1" if far is None or call.outgoing == out else far.tag for out in (True, False))
            yield f"Jitter 0 Latency 0 callingDn {calling} calledDn {called}{ids}"
