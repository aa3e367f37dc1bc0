"""show telephony-service fac: feature access codes."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.facts.fac import ONLY_SHOWN, in_force
from iossim.router.fields import is_set


@exec_command
def show_telephony_service_fac(line: Line) -> Iterator[str]:
    """The feature access codes in force."""
    section = line.router.config.section("telephony_service")
    if section is None:
        return
    custom = [(str(command.fields["feature"]), str(command.fields["code"])) for command in section.all("fac_custom")]
    standard = is_set(section, "fac_standard")
    aliases = section.all("fac_custom_alias")
    if not standard and not custom and not aliases:
        return
    yield f"telephony-service fac {'standard' if standard else 'custom'}"
    yield from (f"  {feature} {code}" for feature, code in in_force(standard, custom).items())
    if standard:
        yield from (f"  {feature} {code}" for feature, code in ONLY_SHOWN.items())
    for command in aliases:
        yield f"  alias {command.fields['alias_tag']} {command.fields['code']} to {command.fields['target']}"
