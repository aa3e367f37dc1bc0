"""show voice register dialplan: dial plans of SIP phones."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import sections_of, tag_of
from iossim.router import RouterCore
from iossim.router.fields import field


@exec_command
def show_voice_register_dialplan(line: Line, tag: str = "") -> Iterator[str]:
    """A dial plan of SIP phones, or all of them."""
    return dialplan_texts(line.router, tag)


def dialplan_texts(router: RouterCore, tag: str = "") -> Iterator[str]:
    """The dial plans of SIP phones; with a tag, one of them."""
    for section in sections_of(router, "voice_register_dialplan", tag):
        yield from _dialplan(router, section)


def _dialplan(router: RouterCore, section: Section) -> Iterator[str]:
    yield f"Dialplan Tag {tag_of(section)}"
    yield "Config:"
    if kind := field(section, "type", "phones"):
        yield f"  Type is {kind}"
    for command in section.all("pattern"):
        fields = command.fields
        yield (
            f"  Pattern {fields['tag']} is {fields['pattern']}, timeout is {fields.get('seconds', '0')}, "
            f"user option is {fields.get('user', 'phone')}, button is {fields.get('button', 'default')}"
        )
    for rule, title in (("voice_register_template", "Template"), ("voice_register_pool", "Pool")):
        for user in router.config.sections(rule):
            if field(user, "dialplan", "tag") == tag_of(section):
                yield f"  {title} {tag_of(user)} has this dialplan configured"
