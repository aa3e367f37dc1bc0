"""What an answer has to say, read from the view, a freshly parsed configuration and the phones: slowly, and in another way.

Nothing is prepared, indexed or kept: every element is looked up by itself, and every phone asked anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from iossim import Router
from iossim.config import Section
from iossim.language import Command
from iossim.xmlapi.item import Item
from iossim.xmlapi.values import LISTS, VALUES
from iossim.xmlapi.views import schema as loader

VIEWS = {
    str(root.get("method")): root for root in (etree.parse(file).getroot() for file in Path(loader.__file__).parent.glob("*.xml"))
}
Told = tuple[str, str]
Value = str | Mapping[str, str]
#: Commands whose entries stand in the order in which they were entered.
AS_ENTERED = ("auto_assign", "directory_entry")
_WORDS = {"bool": ("false", "true"), "yes-no": ("no", "yes"), "0-1": ("0", "1")}


@dataclass(frozen=True)
class Place:
    """Where an element is filled from.

    Attributes:
        live: the router, for what phones are now.
        fresh: a router that has read its running-config, for everything else.
        section: the section that commands are looked up in; template: what shows through it.
        command: the command that a repeated element stands for; value: what it stands for, where that is none.
        ordinal: its number.
    """

    live: Router
    fresh: Router
    section: Section | None = None
    template: Section | None = None
    command: Command | None = None
    value: Value = ""
    ordinal: int = 0

    def entered(self, rule: str, *key: str) -> Command | None:
        for section in (self.section, self.template):
            if section is not None and (found := section.get(rule, *key)) is not None:
                return found
        return None

    def every(self, rule: str) -> list[Command]:
        if self.section is None:
            return []
        found: dict[tuple[str, ...], Command] = {}
        for section in (self.template, self.section):
            for command in section.all(rule) if section is not None else []:
                found[command.form.identity(command.words)] = command
        if rule in AS_ENTERED:
            return [command for command in found.values() if not command.negative]
        return [found[key] for key in sorted(found, key=_in_order) if not found[key].negative]

    @property
    def tag(self) -> str:
        return self.section.key[0] if self.section is not None and self.section.key else ""

    def item(self) -> Item:
        return Item(self.fresh, self.section, {}, self.template, self.command, self.value, self.ordinal)


def _in_order(key: tuple[str, ...]) -> list[tuple[int, str]]:
    """Numbers by their size, then words."""
    return [(int(word), "") if word.isdigit() else (1 << 40, word) for word in key]


def single(method: str, live: Router, fresh: Router) -> list[Told]:
    """Every element of an answer about the whole router: its path, and its text where it has one."""
    response = VIEWS[method].find("response")
    assert response is not None
    place = Place(live, fresh)
    return [told for node in response for told in _elements(node, place, "")]


#: The command that names the template of a section; the templates are opened by the rule of the same name.
TEMPLATES = {"ephone": "ephone_template", "ephone_dn": "ephone_dn_template"}


def item(method: str, live: Router, fresh: Router, tag: int) -> list[Told]:
    """Every element of one item of a list."""
    node = VIEWS[method].find("response")
    assert node is not None
    listed = node[0][0]
    section = fresh.config.section(str(listed.get("each-section")), tag)
    assert section is not None
    rule = TEMPLATES.get(str(listed.get("each-section")))
    used = section.get(str(rule)) if rule else None
    template = fresh.config.section(str(rule), used.words[-1]) if used is not None else None
    place = Place(live, fresh, section, template)
    return [told for child in listed for told in _elements(child, place, "")]


def events(method: str, live: Router) -> list[Told]:
    """Every element of every event in the table, of one kind."""
    node = VIEWS[method].find("response")
    assert node is not None
    table = live.phones.events
    kinds = {"events.devices": table.devices, "events.extensions": table.extensions}
    found = []
    for event in kinds[str(node[0].get("each-runtime"))]():
        value = {"tag": event.tag, "name": event.name, "time": str(event.time), "status": event.status}
        place = Place(live, live, value=value | {"change": event.status.capitalize()})
        found.append((f"/{node[0].tag!s}", ""))
        found += [told for child in node[0] for told in _elements(child, place, f"/{node[0].tag!s}")]
    return found


def user(fresh: Router, name: str) -> tuple[str, str]:
    """Kind and tag of the first user of a name: on an ephone, in a logout-profile, in a user-profile."""
    for kind, rule, command in (
        ("1", "ephone", "username"),
        ("2", "voice_logout_profile", "user"),
        ("3", "voice_user_profile", "user"),
    ):
        for section in fresh.config.sections(rule):
            entry = section.get(command)
            if entry is not None and entry.fields["username"] == name:
                return kind, section.key[0]
    return "0", "0"


def listed_tags(method: str, fresh: Router) -> list[int]:
    """The tags of the items of a list."""
    node = VIEWS[method].find("response")
    assert node is not None
    return [int(section.key[0]) for section in fresh.config.sections(str(node[0][0].get("each-section")))]


def listing() -> list[str]:
    """The methods that answer with a list of items."""
    return sorted(name for name, root in VIEWS.items() if root.find("response/*/*[@each-section]") is not None)


def whole() -> list[str]:
    """The methods that answer about the whole router, and take no parameters."""
    return sorted(name for name, root in VIEWS.items() if root.find("parameter") is None)


def told(node: etree._Element, path: str = "") -> list[Told]:
    """The same of an answer: every element below a node."""
    found = []
    for child in node:
        here = f"{path}/{child.tag!s}"
        found.append((here, "" if len(child) else child.text or ""))
        found += told(child, here)
    return found


def _elements(node: etree._Element, place: Place, path: str) -> Iterator[Told]:
    for each in _repetitions(node, place):
        if len(node):
            inside = replace(each, section=_section(node, each), template=None) if node.get("section") else each
            yield f"{path}/{node.tag!s}", ""
            for child in node:
                yield from _elements(child, inside, f"{path}/{node.tag!s}")
            continue
        name = str(node.tag)
        text = _text(node, each) or str(node.get("default", ""))
        if node.get("named-by") is not None:
            assert not isinstance(each.value, str)
            name = each.value[str(node.get("named-by"))]
        if text or node.get("optional") is None:
            yield f"{path}/{name}", text


def _section(node: etree._Element, place: Place) -> Section | None:
    section: Section | None = place.fresh.config.root
    for rule in str(node.get("section")).split("/"):
        section = section if rule == "global" else section.section(rule) if section is not None else None
    return section


def _repetitions(node: etree._Element, place: Place) -> list[Place]:
    if (rule := node.get("each-command")) is not None:
        commands = place.every(str(rule))
        if (needed := node.get("with")) is not None:
            commands = [command for command in commands if needed in command.fields]
        if (order := node.get("order")) is not None:
            words = order.split()
            commands.sort(key=lambda command: [words.index(word) if word in words else int(word) for word in _key(command)])
        return [replace(place, command=command, ordinal=number) for number, command in enumerate(commands, 1)]
    values: list[Value] | None = None
    if (path := node.get("each-value")) is not None:
        name, _, field = path.partition(".")
        entered = place.entered(name)
        text = entered.fields.get(field, "") if entered is not None and not entered.negative else ""
        values = list(text) if isinstance(text, list) else list(text.replace(",", " ").split())
    elif (listed := node.get("each-runtime")) is not None:
        values = list(RUNTIME_LISTS[listed](place) if listed in RUNTIME_LISTS else LISTS[listed](place.item()))
    if values is None:
        return [place]
    return [replace(place, value=value, ordinal=number) for number, value in enumerate(values, 1)]


def _key(command: Command) -> tuple[str, ...]:
    return command.form.identity(command.words)[1:]


def _text(node: etree._Element, place: Place) -> str | None:
    """The first source, in the documented order, that has a text."""
    for kind, find in _SOURCES.items():
        if kind in node.attrib and (text := find(node, place)):
            return text
    repeats_values = node.get("each-value") is not None or node.get("each-runtime") is not None
    return str(place.value) if repeats_values else None


def _commands(node: etree._Element, place: Place) -> Command | None:
    written = node.get("command")
    if written is None:
        return place.command
    if written == "header":
        return place.section.header if place.section is not None else None
    if node.get("section") is not None:
        place = replace(place, section=_section(node, place), template=None)
    candidates = [place.entered(*each.split()) for each in written.split("|")]
    return next((each for each in candidates if each is not None), None)


def _of_command(node: etree._Element, place: Place) -> str | None:
    command = _commands(node, place)
    if command is None:
        return None
    if command.negative:
        if node.get("no") is not None:
            return node.get("no")
        return _flag(node, False) if node.get("field") is None and node.get("choice") is None else None
    for name in str(node.get("field", "")).replace("|", " ").split():
        if name in command.fields:
            text = command.fields[name]
            return " ".join(text) if isinstance(text, list) else text
    if (choices := node.get("choice")) is not None:
        pairs = [(word.partition("=")[0], word.partition("=")[2] or word) for word in choices.split()]
        return next((shown for word, shown in pairs if word in command.keywords), None)
    if node.get("field") is not None:
        return None
    keyword = node.get("keyword")
    return _flag(node, keyword is None or keyword in command.keywords)


def _flag(node: etree._Element, yes: bool) -> str:
    return _WORDS[str(node.get("type", "bool"))][yes]


def _present(node: etree._Element, place: Place) -> str | None:
    if node.get("section") is not None:
        place = replace(place, section=_section(node, place), template=None)
    for word in str(node.get("present")).split():
        rule, _, shown = word.partition("=")
        found = place.every(rule[:-1]) if rule.endswith("*") else [place.entered(rule)]
        if any(command is not None and not command.negative for command in found):
            return shown or word
    return None


def _runtime(node: etree._Element, place: Place) -> str | None:
    name = str(node.get("runtime"))
    return RUNTIME_VALUES[name](place) if name in RUNTIME_VALUES else VALUES[name](place.item())


def _value(node: etree._Element, place: Place) -> str | None:
    name = str(node.get("value"))
    return str(place.value) if isinstance(place.value, str) else place.value.get(name)


_SOURCES: dict[str, Callable[[etree._Element, Place], str | None]] = {
    "key": lambda node, place: place.tag,
    "value": _value,
    "ordinal": lambda node, place: str(place.ordinal),
    "command": _of_command,
    "field": _of_command,
    "choice": _of_command,
    "keyword": _of_command,
    "present": _present,
    "runtime": _runtime,
    "text": lambda node, place: str(node.get("text")).replace("{key}", place.tag),
}


# -- what phones are now -------------------------------------------------------------------------------------------------------


def _device(place: Place, name: str) -> str:
    device = place.live.phones.get(place.tag)
    assert device is not None
    return str(getattr(device, name))


def _extension(place: Place, name: str) -> str:
    extension = place.live.phones.extension(place.tag)
    assert extension is not None
    return str(getattr(extension, name))


def _user(place: Place, name: str) -> str:
    device = place.live.phones.user(place.tag)
    return "" if device is None else str(getattr(device, name))


def _summary(name: str) -> Callable[[Place], str]:
    return lambda place: str(getattr(place.live.phones.summary(), name))


def _type(place: Place) -> str:
    reported = _device(place, "reported")
    return f"IP Phone Telecaster {reported}" if reported in "7902 7905 7910 7912 7940 7960".split() else "Others"  # noqa: SIM905


def _peer(name: str) -> Callable[[Place], str]:
    """The pilot's number; for a pattern, the highest tag of all less one for each number of the hunt groups before it."""

    def peer(place: Place) -> str:
        tag = 2**31 - 1
        for group in place.fresh.config.sections("voice_hunt_group"):
            pilot = group.get("pilot")
            for field in ("number", "secondary"):
                number = str(pilot.fields.get(field, "")) if pilot is not None else ""
                if group.key == (place.tag,) and field == name:
                    return str(tag) if "." in number else number
                tag -= bool(number)
        raise AssertionError(place.tag)

    return peer


def _blocked(place: Place) -> str:
    command = place.entered("features_blocked")
    text = " ".join(command.words[2:]) if command is not None and not command.negative else ""
    return text.replace("GpickUp", "GPickup").replace("PickUp", "Pickup")


RUNTIME_VALUES: dict[str, Callable[[Place], str]] = {
    "device.type": _type,
    "hunt-group.pilot-peer": _peer("number"),
    "hunt-group.second-pilot-peer": _peer("secondary"),
    "template.blocked-features": _blocked,
    "device.address": lambda place: _device(place, "current_address"),
    "device.profile": lambda place: _device(place, "profile"),
    "device.status": lambda place: _device(place, "status"),
    "device.last-status": lambda place: _device(place, "last_status"),
    "device.changed": lambda place: _device(place, "changed_at"),
    "device.keepalives": lambda place: _device(place, "keepalives"),
    "device.dnd": lambda place: {"True": "yes", "False": "no"}[_device(place, "dnd")],
    "pool.address": lambda place: getattr(place.live.phones.pool(place.tag), "current_address", ""),
    "profile.phone-type": lambda place: _user(place, "reported"),
    "profile.phone": lambda place: _user(place, "tag"),
    "extension.status": lambda place: _extension(place, "status"),
    "extension.changed": lambda place: _extension(place, "changed_at"),
    "extension.calls": lambda place: _extension(place, "calls"),
    "extension.call-status": lambda place: _extension(place, "state").upper(),
    "phones.registered": _summary("registered"),
    "phones.peak": _summary("peak"),
    "phones.peak-time": _summary("peak_at"),
    "count.ephones": _summary("configured"),
    "count.extensions": lambda place: str(len(list(place.live.phones.extensions.all()))),
    "events.device-count": lambda place: str(len(place.live.phones.events.devices())),
    "events.extension-count": lambda place: str(len(place.live.phones.events.extensions())),
}


def _lines(place: Place) -> Iterator[Value]:
    """The lines on the buttons of a phone, in the order of the buttons."""
    for command in place.every("button"):
        number, _, tags = command.words[-1].partition(next(sign for sign in command.words[-1] if not sign.isdigit()))
        for tag in tags.split(","):
            extension = place.live.phones.extension(tag)
            section = place.fresh.config.section("ephone_dn", tag)
            if extension is None or section is None:
                continue
            called = section.get("number")
            yield {
                "button": number,
                "extension": tag,
                "number": str(called.fields["number"]) if called is not None else "",
                "up": "true" if extension.up else "false",
                "state": extension.state,
            }


def _pool_lines(place: Place) -> Iterator[Value]:
    for command in place.every("number"):
        tag = str(command.fields["dn"])
        section = place.fresh.config.section("voice_register_dn", tag)
        called = section.get("number") if section is not None else None
        extension = place.live.phones.sip_extension(tag)
        yield {
            "line": str(command.fields["tag"]),
            "extension": tag,
            "number": str(called.fields["number"]) if called is not None else "",
            "state": extension.state if extension is not None else "",
        }


def _carriers(place: Place) -> list[Value]:
    """The phones that have an extension on a button: every phone is looked at."""
    phones = place.fresh.config.sections("ephone")
    texts = {phone.key[0]: [command.words[-1] for command in phone.all("button")] for phone in phones}
    return [tag for tag, buttons in texts.items() if any(place.tag in text.lstrip("0123456789")[1:].split(",") for text in buttons)]


def _dscp(place: Place) -> Iterator[Value]:
    """Class by class: 10 is af11, 8 is cs1."""
    classes = [f"af{high}{low}" for high in range(1, 5) for low in range(1, 4)]
    numbers = {word: 8 * int(word[2]) + 2 * int(word[3]) for word in classes}
    numbers |= {f"cs{high}": 8 * high for high in range(1, 8)} | {"default": 0, "ef": 46}
    marks = {"media": "ef", "signaling": "cs3", "video": "af41", "service": "default"}
    for command in place.every("ip_qos_dscp"):
        marks[command.words[-1]] = command.words[3]
    for index, (word, number) in enumerate(numbers.items()):
        users = [kind for kind, mark in marks.items() if mark in (word, str(number))]
        yield {"index": str(index), "word": word, "traffic": users[-1].replace("signaling", "signal") if users else "media"}


def _patterns(place: Place) -> list[Value]:
    """A new router numbers the patterns anew: the numbers are those of the router that is asked."""
    section = place.live.config.section("telephony_service")
    entered = (
        [command for command in section.entries.values() if command.name == "call_forward_pattern"] if section is not None else []
    )
    return [
        {"index": str(command.number), "pattern": command.words[-1]}
        for command in sorted(entered, key=lambda command: command.number)
    ]


RUNTIME_LISTS: dict[str, Callable[[Place], Iterator[Value] | list[Value]]] = {
    "device.lines": _lines,
    "dscp.words": _dscp,
    "call-forward.patterns": _patterns,
    "pool.lines": _pool_lines,
    "extension.devices": _carriers,
}
