"""The drawing of the office: phones with their buttons, whose lamps show the states of the lines, as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import chain, islice

from iossim.router import RouterCore
from iossim.router.buttons import Button, buttons
from iossim.router.fields import field, name_of
from iossim.router.phones.device import Device
from iossim.router.phones.extension import Extension

#: The most phones of one drawing, and the phones in a row.
MOST = 24
_IN_ROW = 6
_WIDTH, _HEIGHT, _GAP = 190, 130, 14
_BUTTONS = 4
#: The rules of the drawing; the colours are readable on white and on black.
STYLE = """
.office { max-width: 100%; height: auto; }
.office text { font: 12px system-ui, sans-serif; fill: currentColor; }
.office .phone rect.body { fill: transparent; stroke: #888; stroke-width: 1.5; }
.office .registered rect.body { stroke: #2e9e5b; stroke-width: 3; }
.office .phone { cursor: pointer; } .office .phone:focus rect.body { stroke-dasharray: 6 3; }
.office .lamp { fill: #8884; stroke: #888; }
.office .up { fill: #2e9e5b55; } .office .ringing { fill: #f5a623; } .office .connected { fill: #2e9e5b; }
.office .hold { fill: #d0463b; } .office .seize, .office .alerting { fill: #3b82d0; }
.office .name { font-weight: 600; } .office .small { font-size: 10px; opacity: .75; }
"""


def draw(router: RouterCore, first: int = 0, most: int = MOST) -> str:
    """The drawing of some phones.

    Args:
        router: the router.
        first: the number of phones to leave out.
        most: the most phones to draw.
    """
    phones = list(islice(_phones(router), first, first + most))
    columns = min(len(phones), _IN_ROW) or 1
    lines = (len(phones) + _IN_ROW - 1) // _IN_ROW or 1
    width, height = columns * (_WIDTH + _GAP) + _GAP, lines * (_HEIGHT + _GAP) + _GAP
    boxes = "".join(_phone(router, device, place) for place, device in enumerate(phones))
    empty = "" if phones else '<text x="14" y="30">No phone is configured.</text>'
    width = max(width, 2 * _WIDTH)
    box = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg class="office" {box} role="group" aria-label="The phones of the office">{boxes}{empty}</svg>'


def _phones(router: RouterCore) -> Iterator[Device]:
    return chain(router.phones.sccp.all(), router.phones.sip.all())


def _phone(router: RouterCore, device: Device, place: int) -> str:
    x, y = (_WIDTH + _GAP) * (place % _IN_ROW) + _GAP, (_HEIGHT + _GAP) * (place // _IN_ROW) + _GAP
    key = f"{'pool' if device.sip else 'ephone'} {device.tag}"
    state = "registered" if device.registered else device.status
    title = field(device.section, "description", "description") or name_of(device.section) or "no MAC address"
    lamps = "".join(_lamp(router, device, button, line) for line, button in enumerate(buttons(device.section)[:_BUTTONS]))
    dnd = " DND" if device.dnd else ""
    return (
        f'<g class="phone {state}" data-phone="{escape(key)}" tabindex="0" role="button" transform="translate({x},{y})"'
        f' aria-label="{escape(f"{key}, {state}")}"><title>{escape(f"{key}: {title}")}</title>'
        f'<rect class="body" width="{_WIDTH}" height="{_HEIGHT}" rx="10"/>'
        f'<text class="name" x="10" y="20">{escape(key)}</text>'
        f'<text class="small" x="{_WIDTH - 10}" y="20" text-anchor="end">{escape(state + dnd)}</text>'
        f'<text class="small" x="10" y="35">{escape(_short(title, 30))}</text>{lamps}</g>'
    )


def _lamp(router: RouterCore, device: Device, button: Button, line: int) -> str:
    extensions = router.phones.sip_extensions if device.sip else router.phones.extensions
    found = [extension for tag in button.dns if (extension := extensions.get(tag)) is not None]
    state = _state(device, found)
    names = [extension.number for extension in found if extension.number]
    label = _short(f"{' '.join(names) or 'no number'}{'' if state in ('up', 'idle') else f' {state}'}", 26)
    y = 44 + 20 * line
    return (
        f'<rect class="lamp {state}" x="10" y="{y}" width="22" height="14" rx="3"/><text x="38" y="{y + 11}">{escape(label)}</text>'
    )


def _state(device: Device, extensions: list[Extension]) -> str:
    """The state of a lamp: that of the first line in use; else `up` if the phone shows its lines, and `idle` if not."""
    if not device.registered:
        return "idle"
    return next((extension.state for extension in extensions if extension.state != "idle"), "up")


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
