"""The methods of the XML API for the generated pages and schemas: parameters, and the elements of the answer with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml import etree

from iossim.language import Mode, language
from iossim.language.bodies import leading_keywords
from iossim.router.facts import dscp
from iossim.xmlapi.methods import catalogue
from iossim.xmlapi.values import LISTS, VALUES
from iossim.xmlapi.views import schema as loader
from iossim.xmlapi.views.render import probe

VIEWS = Path(loader.__file__).parent

#: The answers of the methods without a view, in the notation of the views.
_SYSTEM = {
    "ISexecCLI": (
        "ISexecCLIResponse",
        '<ISexecCLIResponse type="int" default="0" says="number of the CLI element that was refused, from 1; 0 if all were accepted"/>'
        '<ISexecCLIError says="the message of the router, with a blank before it"/>',
    ),
    "ISSaveConfig": (
        "ISSaveConfig",
        '<ISSaveConfigResult type="enum" words="success fail delay" default="success"'
        ' says="success; fail: not saved, or not allowed at the level of the user; delay: saved later, a session is configuring"/>',
    ),
    "ISsetKeyPhones": (
        "ISsetKeyPhonesResponse",
        '<ISsetResult type="bool" default="true" each-runtime="" says="one for each phone; true if it exists and was changed"/>',
    ),
    "ISunsetKeyPhones": (
        "ISunsetKeyPhonesResponse",
        '<ISunsetResult type="bool" default="true" each-runtime="" says="one for each phone; true if it exists and was changed"/>',
    ),
    "ISupdateUser": (
        "ISupdateUserResponse",
        '<ISsetResult type="bool" default="true" says="true if the password was changed"/>'
        '<ISsetError optional="" says="the reason, if it was not"/>',
    ),
}
_PARAMETERS = {
    "CLI": "a line of configuration; the lines run in order",
    "ISPhoneName": "name, a MAC address in any notation, with or without `SEP`",
    "ISuserID": "name of the user; needed",
    "ISpassword": "the new password; needed",
}
_MEANINGS = {
    "ISexecCLI": "Runs configuration lines, up to the first line that is refused.",
    "ISSaveConfig": "Saves the running-config to the startup-config.",
    "ISsetKeyPhones": "Makes phones key phones.",
    "ISunsetKeyPhones": "Makes phones ordinary phones.",
    "ISupdateUser": "Gives a user another password.",
}


@dataclass(frozen=True)
class Parameter:
    """One parameter of a method.

    Attributes:
        name: its name.
        aliases: other spellings of its name.
        selects: the meaning of its value.
        keywords: the keywords that it takes.
        answers: the method that answers instead if the parameter is given; "" for none.
    """

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
        names: the words that are its names; () for an element with one name.
        attributes: the attributes of the element in the view.
        repeated: it may stand any number of times.
        is_item: it is an item of a list, which may also have its key only.
        source: its source, in words.
        mode: the mode of the commands that it comes from; "" if it is the mode of the element around it.
        children: the elements in it.
    """

    name: str
    attributes: dict[str, str]
    repeated: bool
    is_item: bool
    source: str
    mode: str = ""
    children: tuple[Element, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Skeleton:
    """One method: its name, meaning, `xsi:type`, parameters, answer, and other spellings of its name."""

    name: str
    meaning: str
    kind: str
    parameters: tuple[Parameter, ...]
    payload: tuple[Element, ...]
    aliases: tuple[str, ...] = ()


@dataclass
class _Place:
    """The mode of the commands of an element, and the command that a repeated element stands for."""

    mode: Mode | None
    repeated: str = ""
    names: dict[str, str] = field(default_factory=dict)


@cache
def skeletons() -> tuple[Skeleton, ...]:
    """Every method, in alphabetical order without regard to case."""
    methods = [_view(file) for file in VIEWS.glob("*.xml")]
    for name, (kind, shape) in _SYSTEM.items():
        method = catalogue().names.get(name.lower())
        assert method is not None
        parameters = tuple(Parameter(known.name, known.aliases, _PARAMETERS[known.name]) for known in method.parameters)
        payload = tuple(_elements(etree.fromstring(f"<response>{shape}</response>"), _Place(None)))
        methods.append(Skeleton(name, _MEANINGS[name], kind, parameters, payload))
    return tuple(sorted(methods, key=lambda skeleton: skeleton.name.lower()))


def _view(file: Path) -> Skeleton:
    document = etree.parse(file)
    root = document.getroot()
    comment = root.getprevious()
    meaning = " ".join(str(comment.text).split()).partition(": ")[2] if comment is not None else ""
    response = root.find("response")
    assert response is not None
    return Skeleton(
        str(root.get("method")),
        meaning[:1].upper() + meaning[1:],
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
            tuple(dscp.VALUES) if attributes.get("named-by") == "word" else (),
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
    names = [command.enters for command in mode.commands if command.base == rule] if mode is not None else []
    return language().mode(names[0]) if names and names[0] and language().has_mode(names[0]) else None


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
        return _runtime(name, inside.mode)
    if "parameter" in attributes:
        return "as in the request"
    if "ordinal" in attributes:
        return "its place in the list, from 1"
    commands = [text.split() for text in attributes.get("command", "").split("|") if text.strip()]
    commands += [[word.partition("=")[0].rstrip("*")] for word in attributes.get("present", "").split()]
    if not commands and attributes.keys() & {"field", "choice", "keyword"}:
        commands = [[inside.repeated]]
    return ", ".join(dict.fromkeys(_spelled(inside.mode, *words) for words in commands)) + _argument(attributes)


def _runtime(name: str, mode: Mode | None) -> str:
    """The meaning of a run-time value or list, and the commands that it comes from if it comes from nothing else."""
    value = VALUES.get(name) or (lambda item: str(list(LISTS[name](item))))
    meaning = str((VALUES.get(name) or LISTS[name]).__doc__).partition("\n")[0].rstrip(".")
    depends_on = probe(lambda item: value(item) or "")[1] or ()
    rules = ", ".join(_spelled(mode, rule) for rule in sorted(depends_on))
    return f"{meaning[:1].lower()}{meaning[1:]}{f' ({rules})' if rules else ''}"


def _argument(attributes: dict[str, str]) -> str:
    fields = attributes.get("field", "").replace("|", " ").split()
    words = [word.partition("=")[0] for word in attributes.get("choice", "").split()] or attributes.get("keyword", "").split()
    shown = [f"*{name}*" for name in fields] + [f"`{word}`" for word in words]
    return f" {' '.join(shown)}" if shown else ""


def _spelled(mode: Mode | None, name: str, *key: str) -> str:
    """The first keywords of a command, and the key if only one entry of the command is meant."""
    if mode is None or name == "header":
        return f"`{mode.name.replace('_', '-')}`" if mode is not None else ""
    rule = next((command for command in mode.commands if command.base == name), None)
    words = leading_keywords(rule.body) if rule is not None else []
    return f"`{' '.join([*(words or name.split('_')), *key])}`"
