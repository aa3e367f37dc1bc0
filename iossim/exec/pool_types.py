"""show voice register pool type: the SIP phones of a type, the types, and how many phones there are of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import configured_type
from iossim.exec.pool_tables import table
from iossim.router.facts.phone_types import addons_of, lines_of
from iossim.router.fields import field, is_set
from iossim.router.phones import Device

_UNKNOWN = "Unknown Phone type"
#: Types that are configured are numbered behind those that the router knows (command reference).
_FIRST_INDEX = 48
#: How the types of one family begin.
_RTL = ("69", "78")


@exec_command
def show_voice_register_pool_type(line: Line, phone_type: str = "", all: bool = False, summary: bool = False) -> Result:
    """The SIP phones of a type, or what a configured type is; every type in use; or how many phones there are of each."""
    router = line.router
    if not all and not summary and (found := _configured(router.config, phone_type)) is not None:
        return _text(_fast_track(*found))
    by_type: dict[str, list[Device]] = defaultdict(list)
    for device in router.phones.sip.all():
        by_type[configured_type(router, device) or _UNKNOWN].append(device)
    if summary:
        return _text(_summary(by_type))
    if all:
        return _text(_types(router.config, sorted(by_type)))
    return table(router, next((devices for kind, devices in by_type.items() if kind.lower() == phone_type.lower()), []))


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{each}\n" for each in lines)


def _configured(config: Configuration, name: str) -> tuple[int, Section] | None:
    """The place and the section of a type that is configured; None where it is not."""
    sections = enumerate(config.sections("voice_register_pool_type"))
    return next((each for each in sections if each[1].key[0].lower() == name.lower()), None)


def _types(config: Configuration, used: list[str]) -> Iterator[str]:
    for kind in used:
        if kind != _UNKNOWN and _configured(config, kind) is None:
            yield f"Builtin Phone Model : {kind}"
            yield f"Number of lines supported : {lines_of(kind)}"
            yield f"Number of addon modules supported : {addons_of(kind)}"
            yield "Default session transport : UDP"
            yield f"Description(helpstring) : Cisco IP Phone {kind}"
    for place, section in enumerate(config.sections("voice_register_pool_type")):
        yield from _fast_track(place, section)


def _fast_track(place: int, section: Section) -> Iterator[str]:
    """A configured type; what it does not say is that of the type that it refers to."""
    name, reference = section.key[0], field(section, "reference_pooltype", "reference")
    inherited = f" (inherited from {reference})" if reference else ""

    def told(own: str, otherwise: object) -> str:
        return own or f"{otherwise}{inherited}"

    def supports(rule: str, otherwise: str) -> str:
        return told("YES" if is_set(section, rule) else "", otherwise)

    yield f"FastTrack Phone Model : {name}"
    yield f"Pooltype(index) representing the phone model : {_FIRST_INDEX + place}"
    if reference:
        yield f"Reference pooltype to inherit the properties from : {reference}"
    yield f"Number of lines supported : {told(field(section, 'num_line', 'lines'), lines_of(reference) or 1)}"
    yield f"Number of addon modules supported : {told(field(section, 'addons', 'addons'), addons_of(reference))}"
    yield f"Default session transport : {told(field(section, 'transport', 'protocol').upper(), 'UDP')}"
    yield f"Description(helpstring) : {field(section, 'description', 'description').strip() or f'Cisco IP Phone {name}'}"
    yield f"Phone supports GSM : {supports('gsm_support', 'NO')}"
    yield f"Phone supports Telnet acess : {supports('telnet_support', 'NO')}"
    yield f"Phone supports firmware download from CME : {supports('phoneload_support', 'YES' if reference else 'NO')}"
    yield "Phone specific XML tags :"
    for command in section.all("xml_config"):
        setting = command.words[1]
        yield (
            str(command.fields["fragment"]) if "fragment" in command.fields else f"<{setting}>{command.fields['value']}</{setting}>"
        )
    if reference.startswith(_RTL):
        yield "Phone family : RTL_PHONES"


def _summary(by_type: dict[str, list[Device]]) -> Iterator[str]:
    ruler = "=" * 61
    counts = {kind: (len(devices), sum(each.registered for each in devices)) for kind, devices in sorted(by_type.items())}
    total = (sum(count for count, _ in counts.values()), sum(up for _, up in counts.values()))
    yield from (ruler, f"{'PhoneType':<21}{'Configured':<13}{'Registered':<13}Unregistered", ruler)
    for kind, (count, up) in counts.items():
        yield f"{kind:<21}{count:<13}{up:<13}{count - up}"
    yield from (ruler, f"{'Total Phones':<21}{total[0]:<13}{total[1]:<13}{total[0] - total[1]}", ruler)
