"""show telephony-service ephone-dn and ephone-dn-template: directory numbers and their templates as they are configured."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.config.render import line as printed
from iossim.config.render import ordered
from iossim.exec.phones import tag_of
from iossim.language import Command
from iossim.router import RouterCore
from iossim.router.fields import is_set


def dns(router: RouterCore, section: Section) -> Iterator[str]:
    """The directory numbers; `huntstop` is printed although it is the default."""
    for dn in router.config.sections("ephone_dn"):
        yield f"ephone-dn {tag_of(dn)}"
        lines = safe_lines(dn)
        if is_set(dn, "huntstop"):
            lines.insert(int(dn.get("number") is not None), " huntstop")
        yield from lines


def dn_templates(router: RouterCore, section: Section) -> Iterator[str]:
    """The templates of directory numbers."""
    for template in router.config.sections("ephone_dn_template"):
        yield f"ephone-dn-template {tag_of(template)}"
        yield from safe_lines(template)


def safe_lines(section: Section) -> list[str]:
    """The commands of a section as the running-config prints them, with stars for secrets: any user may read them."""
    return [f" {printed(_masked(command))}" for _, command in ordered(section)]


def _masked(command: Command) -> Command:
    secret = command.form.secret
    words = ["*****" if place in secret else word for place, word in enumerate(command.words)]
    return Command(command.form, words, command.negative) if secret else command
