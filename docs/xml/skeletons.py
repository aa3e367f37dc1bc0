"""The methods of the XML API as the generated pages need them: parameters, and the skeleton of the answer with its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml import etree

from iossim.language import Mode, language
from iossim.language.bodies import leading_keywords
from iossim.xmlapi.methods import catalogue
from iossim.xmlapi.values import LISTS, VALUES
from iossim.xmlapi.views import schema as loader
from iossim.xmlapi.views.render import probe

VIEWS = Path(loader.__file__).parent

#: What the methods that are no views answer with, in the notation of the views.
_SYSTEM = {
    "ISexecCLI": (
        "ISexecCLIResponse",
        '<ISexecCLIResponse type="int" default="0" says="number of the CLI element that was refused, from 1; 0: none"/>'
        '<ISexecCLIError says="its message, with a blank before it"/>',
    ),
    "ISSaveConfig": (
        "ISSaveConfig",
        '<ISSaveConfigResult type="enum" words="success fail delay" default="success"'
        ' says="delay: somebody is configuring; it is saved once he is done"/>',
    ),
    "ISsetKeyPhones": (
        "ISsetKeyPhonesResponse",
        '<ISsetResult type="bool" default="true" each-runtime="" says="one a phone: whether there is such a phone"/>',
    ),
    "ISunsetKeyPhones": (
        "ISunsetKeyPhonesResponse",
        '<ISunsetResult type="bool" default="true" each-runtime="" says="one a phone: whether there is such a phone"/>',
    ),
    "ISupdateUser": (
        "ISupdateUserResponse",
        '<ISsetResult type="bool" default="true" says="whether it was done"/><ISsetError optional="" says="why not"/>',
    ),
}
_PARAMETERS = {
    "CLI": "a line of configuration; all are typed in order",
    "ISPhoneName": "name, a MAC address in any notation, with or without `SEP`",
    "ISuserID": "name of the user; needed",
    "ISpassword": "the new password; needed",
}
_SAYS = {
    "ISexecCLI": "Runs configuration lines up to the first that is refused.",
    "ISSaveConfig": "Saves the running-config to the startup-config.",
    "ISsetKeyPhones": "Makes phones key phones.",
    "ISunsetKeyPhones": "Makes phones ordinary ones again.",
    "ISupdateUser": "Gives a user another password.",
}


@dataclass(frozen=True)
class Parameter:
    """One parameter: its name, other spellings, what it selects, the keywords that it takes, and who answers when it is given."""

    name: str
    aliases: tuple[str, ...] = ()
    selects: str = ""
    keywords: tuple[str, ...] = ()
    answers: str = ""


@dataclass(frozen=True)
class Element:
    """One element of an answer.

    Attributes:
        name: its name; "" where the router's words are the names.
        attributes: as in the view.
        repeated: it stands once for each of several things.
        is_item: it is an item of a list, which may also hold nothing but its key.
        source: where it comes from, in words.
        mode: the mode whose commands fill what is in it; "" where it is the same as outside.
        children: the elements in it.
    """

    name: str
    attributes: dict[str, str]
    repeated: bool
    is_item: bool
    source: str
    mode: str = ""
    children: tuple[Element, ...] = ()


@dataclass(frozen=True)
class Skeleton:
    """One method."""

    name: str
    says: str
    kind: str
    parameters: tuple[Parameter, ...]
    payload: tuple[Element, ...]
    aliases: tuple[str, ...] = ()


@dataclass
class _Place:
    """Where commands are looked up on the way through a skeleton."""

    mode: Mode | None
    repeated: str = ""
    names: dict[str, str] = field(default_factory=dict)


@cache
def skeletons() -> tuple[Skeleton, ...]:
    """Every method, in alphabetical order whatever the case."""
    found = [_view(file) for file in VIEWS.glob("*.xml")]
    for name, (kind, shape) in _SYSTEM.items():
        method = catalogue().names.get(name.lower())
        assert method is not None
        parameters = tuple(Parameter(each.name, each.aliases, _PARAMETERS[each.name]) for each in method.parameters)
        payload = tuple(_elements(etree.fromstring(f"<response>{shape}</response>"), _Place(None)))
        found.append(Skeleton(name, _SAYS[name], kind, parameters, payload))
    return tuple(sorted(found, key=lambda each: each.name.lower()))


def _view(file: Path) -> Skeleton:
    document = etree.parse(file)
    root = document.getroot()
    comment = root.getprevious()
    says = " ".join(str(comment.text).split()).partition(": ")[2] if comment is not None else ""
    response = root.find("response")
    assert response is not None
    return Skeleton(
        str(root.get("method")),
        says[:1].upper() + says[1:],
        str(root.get("kind", "")),
        tuple(map(_parameter, root.findall("parameter"))),
        tuple(_elements(response, _Place(language().mode("global")))),
        tuple(str(root.get("aliases", "")).split()),
    )


def _parameter(node: etree._Element) -> Parameter:
    leaves = str(node.get("leaves", "")).split()
    selects = "tag" if "key" in node.attrib else " or ".join(f"`{name}`" for name in leaves)
    if "part" in node.attrib:
        name = "name" if "as-mac" in node.attrib else "number of the extension"
        selects = {"index": "number of the event", "tag": "tag", "name": name}[str(node.get("part"))]
    elif "command" in node.attrib:
        selects = f"the argument of `{str(node.get('command')).replace('_', ' ')}`"
    if "as-mac" in node.attrib:
        selects += ", a MAC address in any notation, with or without `SEP`"
    if node.get("name") == "ISuserID" and not leaves:
        selects = _PARAMETERS["ISuserID"]
    keywords = tuple(word.partition("=")[0] for word in str(node.get("keywords", "")).split())
    return Parameter(
        str(node.get("name")), tuple(str(node.get("aliases", "")).split()), selects, keywords, str(node.get("answers", ""))
    )


def _elements(parent: etree._Element, place: _Place) -> Iterator[Element]:
    for node in parent:
        attributes = {str(name): str(value) for name, value in node.attrib.items()}
        inside = _inside(attributes, place)
        yield Element(
            "" if "named-by" in attributes else str(node.tag),
            attributes,
            any(name.startswith("each-") for name in attributes),
            "each-section" in attributes,
            _source(attributes, place, inside),
            inside.mode.name if inside.mode not in (None, place.mode) else "",
            tuple(_elements(node, inside)),
        )


def _inside(attributes: dict[str, str], place: _Place) -> _Place:
    mode = place.mode
    if "each-section" in attributes:
        mode = _entered(mode, attributes["each-section"])
    if "section" in attributes:
        mode = language().mode("global")
        for step in attributes["section"].split("/"):
            mode = mode if step == "global" else _entered(mode, step)
    return _Place(mode, attributes.get("each-command", place.repeated))


def _entered(mode: Mode | None, rule: str) -> Mode | None:
    found = [each.enters for each in mode.commands if each.base == rule] if mode is not None else []
    return language().mode(found[0]) if found and found[0] and language().has_mode(found[0]) else None


def _source(attributes: dict[str, str], place: _Place, inside: _Place) -> str:
    if "says" in attributes:
        return attributes["says"]
    if "key" in attributes:
        return "tag"
    if "each-section" in attributes:
        return f"each {_spelled(place.mode, attributes['each-section'])}"
    if "each-command" in attributes:
        return f"each {_spelled(inside.mode, attributes['each-command'])}"
    if "each-value" in attributes:
        return f"each value of {_spelled(inside.mode, attributes['each-value'].partition('.')[0])}"
    if name := attributes.get("each-runtime", attributes.get("runtime", "")):
        return _told(name, inside.mode)
    if "parameter" in attributes:
        return "as in the request"
    if "ordinal" in attributes:
        return "its place in the list, from 1"
    commands = [each.split() for each in attributes.get("command", "").split("|") if each.strip()]
    commands += [[word.partition("=")[0].rstrip("*")] for word in attributes.get("present", "").split()]
    if not commands and attributes.keys() & {"field", "choice", "keyword"}:
        commands = [[inside.repeated]]
    return ", ".join(dict.fromkeys(_spelled(inside.mode, *words) for words in commands)) + _argument(attributes)


def _told(name: str, mode: Mode | None) -> str:
    """What a value or list of the run time is, and the commands that alone it comes from."""
    value = VALUES.get(name) or (lambda item: str(list(LISTS[name](item))))
    says = str((VALUES.get(name) or LISTS[name]).__doc__).partition("\n")[0].rstrip(".")
    depends_on = probe(lambda item: value(item) or "")[1] or ()
    rules = ", ".join(_spelled(mode, rule) for rule in sorted(depends_on))
    return f"{says[:1].lower()}{says[1:]}{f' ({rules})' if rules else ''}"


def _argument(attributes: dict[str, str]) -> str:
    fields = attributes.get("field", "").replace("|", " ").split()
    words = [word.partition("=")[0] for word in attributes.get("choice", "").split()] or attributes.get("keyword", "").split()
    shown = [f"*{name}*" for name in fields] + [f"`{word}`" for word in words]
    return f" {' '.join(shown)}" if shown else ""


def _spelled(mode: Mode | None, name: str, *key: str) -> str:
    """A command's leading keywords, with its key where only one is meant."""
    if mode is None or name == "header":
        return f"`{mode.name.replace('_', '-')}`" if mode is not None else ""
    rule = next((each for each in mode.commands if each.base == name), None)
    words = leading_keywords(rule.body) if rule is not None else []
    return f"`{' '.join([*(words or name.split('_')), *key])}`"
