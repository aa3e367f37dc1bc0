"""show voice register pool type: the SIP phones of a type, the types in use, and the number of phones of every type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.config.phone_types import addons_of, lines_of
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import configured_type
from iossim.exec.voice_register.pool_table import table
from iossim.router.fields import field, is_set
from iossim.router.phones import Device

_UNKNOWN = "Unknown Phone type"
#: Configured types are numbered from here, after the types that the router knows (command reference).
_FIRST_INDEX = 48
#: The first digits of the types of the family RTL_PHONES.
_RTL = ("69", "78")


@exec_command
def show_voice_register_pool_type(line: Line, phone_type: str = "", all: bool = False, summary: bool = False) -> Iterator[str]:
    """A configured type, or the SIP phones of a type; every type in use; or the number of phones of every type."""
    router = line.router
    by_type: dict[str, list[Device]] = defaultdict(list)
    for device in router.phones.sip.all():
        by_type[configured_type(router, device) or _UNKNOWN].append(device)
    if summary:
        return _summary(by_type)
    if all:
        return _types(router.config, sorted(by_type))
    if (configured := _configured(router.config, phone_type)) is not None:
        return _configured_type(*configured)
    return table(router, next((devices for kind, devices in by_type.items() if kind.lower() == phone_type.lower()), []))


def _configured(config: Configuration, name: str) -> tuple[int, Section] | None:
    """The place and the section of a configured type; None if it is not configured."""
    sections = enumerate(config.sections("voice_register_pool_type"))
    return next(((place, section) for place, section in sections if section.key[0].lower() == name.lower()), None)


def _types(config: Configuration, kinds: list[str]) -> Iterator[str]:
    for kind in kinds:
        if kind != _UNKNOWN and _configured(config, kind) is None:
            yield f"Builtin Phone Model : {kind}"
            yield f"Number of lines supported : {lines_of(kind)}"
            yield f"Number of addon modules supported : {addons_of(kind)}"
            yield "Default session transport : UDP"
            yield f"Description(helpstring) : Cisco IP Phone {kind}"
    for place, section in enumerate(config.sections("voice_register_pool_type")):
        yield from _configured_type(place, section)


def _configured_type(place: int, section: Section) -> Iterator[str]:
    """A configured type; it inherits all that it does not say itself from the type that it refers to."""
    name, reference = section.key[0], field(section, "reference_pooltype", "reference")
    inherited = f" (inherited from {reference})" if reference else ""

    def setting(own: str, default: object) -> str:
        return own or f"{default}{inherited}"

    def supports(rule: str, default: str) -> str:
        return setting("YES" if is_set(section, rule) else "", default)

    yield f"FastTrack Phone Model : {name}"
    yield f"Pooltype(index) representing the phone model : {_FIRST_INDEX + place}"
    if reference:
        yield f"Reference pooltype to inherit the properties from : {reference}"
    yield f"Number of lines supported : {setting(field(section, 'num_line', 'lines'), lines_of(reference) or 1)}"
    yield f"Number of addon modules supported : {setting(field(section, 'addons', 'addons'), addons_of(reference))}"
    yield f"Default session transport : {setting(field(section, 'transport', 'protocol').upper(), 'UDP')}"
    yield f"Description(helpstring) : {field(section, 'description', 'description').strip() or f'Cisco IP Phone {name}'}"
    yield f"Phone supports GSM : {supports('gsm_support', 'NO')}"
    yield f"Phone supports Telnet acess : {supports('telnet_support', 'NO')}"
    yield f"Phone supports firmware download from CME : {supports('phoneload_support', 'YES' if reference else 'NO')}"
    yield "Phone specific XML tags :"
    for command in section.all("xml_config"):
        tag, fields = command.words[1], command.fields
        yield str(fields["fragment"]) if "fragment" in fields else f"<{tag}>{fields['value']}</{tag}>"
    if reference.startswith(_RTL):
        yield "Phone family : RTL_PHONES"


def _summary(by_type: dict[str, list[Device]]) -> Iterator[str]:
    ruler = "=" * 61
    counts = {kind: (len(devices), sum(device.registered for device in devices)) for kind, devices in sorted(by_type.items())}
    yield ruler
    yield f"{'PhoneType':<21}{'Configured':<13}{'Registered':<13}Unregistered"
    yield ruler
    yield from (_figures(kind, *figures) for kind, figures in counts.items())
    yield ruler
    yield _figures("Total Phones", sum(count for count, _ in counts.values()), sum(up for _, up in counts.values()))
    yield ruler


def _figures(kind: str, configured: int, registered: int) -> str:
    return f"{kind:<21}{configured:<13}{registered:<13}{configured - registered}"
