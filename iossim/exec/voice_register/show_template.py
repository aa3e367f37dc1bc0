"""show voice register template: templates for SIP phones."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import sections_of, tag_of
from iossim.exec.text import enabled
from iossim.exec.voice_register.pool_text import conference_settings, paging_number
from iossim.router import RouterCore
from iossim.router.fields import field, is_set

_FLAGS = {
    "Attended Transfer": "transfer_attended",
    "Blind Transfer": "transfer_blind",
    "Semi-attended Transfer": "semi_attended_enable",
    "Conference": "conference",
    "Caller-ID block": "caller_id_block",
    "DnD control": "dnd_control",
    "Video": "video",
    "Camera": "camera",
    "Anonymous call block": "anonymous_block",
}


@exec_command
def show_voice_register_template(line: Line, tag: str = "") -> Iterator[str]:
    """A template for SIP phones, or all of them."""
    return template_texts(line.router, tag)


def template_texts(router: RouterCore, tag: str = "") -> Iterator[str]:
    """The templates for SIP phones; with a tag, one of them."""
    for section in sections_of(router, "voice_register_template", tag):
        yield from _template(router, section)


def _template(router: RouterCore, section: Section) -> Iterator[str]:
    yield f"Temp Tag {tag_of(section)}"
    yield "Config:"
    for title, rule in _FLAGS.items():
        yield f"  {title} is {enabled(is_set(section, rule))}"
    if target := field(section, "voicemail", "number"):
        yield f"  Voicemail is {target}, timeout {field(section, 'voicemail', 'seconds')}"
    yield from _softkeys(section)
    if tag := field(section, "voice_class_stun_usage", "tag"):
        yield f"  voice-class stun-usage is enabled. tag is {tag}"
    if location := field(section, "emergency_response_location", "tag"):
        yield f"  Emergency response location {location}"
    yield f"  Lpcor type {field(section, 'lpcor_type', 'lpcor_type') or 'none'}"
    for direction in ("incoming", "outgoing"):
        if group := field(section, f"lpcor_{direction}", "group"):
            yield f"  Lpcor {direction} {group}"
    yield f"  paging-dn {paging_number(section)}"
    yield from (f"  {text}" for text in conference_settings(section))
    for pool in router.config.sections("voice_register_pool"):
        if field(pool, "template", "tag") == tag_of(section):
            yield f"  Pool {tag_of(pool)} has this template configured"


def _softkeys(section: Section) -> Iterator[str]:
    for stage in ("connected", "hold", "idle", "seized"):
        command = section.effective(f"softkeys_{stage}")
        if command is not None and not command.negative:
            yield f"  softkey {stage}  {' '.join(command.words[2:])}"
