"""Views: the ISget methods as data, read from the XML files of this folder.

    <view method="ISgetExtension" aliases="ISExtension">       the method, other spellings of its name, `kind`: xsi:type, `of`: see `View`
      <parameter name="ISExtID" aliases="ISVExtID" key=""/>    selects the item with that tag
      <parameter name="ISExtNumber" leaves="ISExtNumber ISExtSecNumber" keywords="all allUp=ISExtStatus:up"/>
      <parameter name="ISKeyword" keywords="all allTag available"/>
      <parameter name="ISVoiceRegDNID" answers="ISgetSipExtension"/>   if it is given, that method answers
      <parameter name="ISDevEvtID" part="index" key=""/>       compares a part of the values of `each-runtime`
      (a parameter with `command` and `field` is compared with that argument)
      <highest section="telephony_service" command="max_dn" field="count"/>    the highest tag, as a leaf
      <response>
        <ISExtensions>
          <ISExtension each-section="ephone_dn">               one element for each section
            <ISExtID key=""/>                                  its key comes first
            <ISExtNumber command="number" field="number"/>     leaves: sources.py
            <ISDevList>
              <ISDeviceID each-runtime="extension.devices"/>

The skeleton is the documented response, in its order. An element repeats by `each-section` (only the item
itself), `each-command` (every entry of a command with a key; `order` puts the words of its key in another order than
the alphabet's, `with` takes only the entries that have a field), `each-value` (every value of a list, `RULE.FIELD`) or
`each-runtime` (a list of values/). A leaf that repeats by values shows the value. On any element, `section` is the section
whose commands are read inside it; `optional` leaves an unset leaf out; `named-by` names a leaf by one part of the value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from iossim.xmlapi.method import Parameter
from iossim.xmlapi.views.render import Container, Leaf, NamedLeaf, Node, Prepared, Repeated
from iossim.xmlapi.views.sources import ATTRIBUTES, TYPES, ViewError, repetitions, section_at, source, words

_LEAF = ATTRIBUTES | {"default", "type", "words", "optional", "named-by"}
_EACH = {"each-command", "each-value", "each-runtime", "order", "with"}
_ITEM = {"each-section"}
_PARAMETER = {"name", "aliases", "key", "leaves", "as-mac", "keywords", "answers", "part"}


@dataclass(frozen=True, slots=True)
class Selector(Parameter):
    """A parameter of an ISget method. One without key, leaves and part accepts nothing but keywords.

    Attributes:
        is_key: its value is a tag, or the index of an event.
        leaves: the leaves that its value is compared with.
        as_mac: values are compared as MAC addresses, in any spelling.
        keywords: words it accepts, in small letters: `all`, `alltag`, `available`, or a leaf and the text it must have.
        part: for events: the key of the event that its value is compared with.
        answers: the method that answers in place of this one if the parameter is given.
    """

    is_key: bool = False
    leaves: tuple[Leaf, ...] = ()
    as_mac: bool = False
    keywords: dict[str, tuple[Leaf, str] | None] = field(default_factory=dict)
    part: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One ISget method.

    Attributes:
        method: its name.
        aliases: other spellings of its name.
        selectors: its parameters.
        answers: the methods that answer in place of this one, by the parameter that asks for them.
        payload: the elements below `<response>`.
        prepared: the payload, or the inside of one item of a list, prepared.
        item: the element of one item, for a method that lists sections.
        wrapper: the element around the items.
        rule: the command that opens an item's section.
        kind: the `xsi:type` of the response; "" for none.
        highest: the last tag that an item may have.
        of: for events, the ISget method whose items they belong to; an item without events gives an empty answer.
    """

    method: str
    aliases: tuple[str, ...]
    selectors: tuple[Selector, ...]
    answers: dict[str, str]
    payload: tuple[Node, ...]
    prepared: Prepared
    item: Container | None = None
    wrapper: Container | None = None
    rule: str = ""
    kind: str = ""
    highest: Leaf | None = None
    of: str = ""


@cache
def views() -> tuple[View, ...]:
    """Every view that came with iossim."""
    return tuple(load(file) for file in sorted(Path(__file__).parent.glob("*.xml")))


def view_of(method: str) -> View:
    """The view of a method that has one."""
    return next(view for view in views() if view.method == method)


def load(file: Path) -> View:
    """Reads the view in a file.

    Raises:
        ViewError: a fault in the file.
    """
    root = fromstring(file.read_bytes())
    try:
        return _view(root)
    except ViewError as error:
        raise ViewError(f"{file.name}: {error}") from None


def _view(root: Element) -> View:
    attributes = _attributes(root, {"method", "aliases", "kind", "of"})
    response = root.find("response")
    highest = root.find("highest")
    if root.tag != "view" or response is None:
        raise ViewError("a view is <view method=…> with a <response> in it")
    payload = tuple(_node(child) for child in response)
    rule = next((node.attrib["each-section"] for node in response.iter() if "each-section" in node.attrib), "")
    wrapper, item = _list(response, payload) if rule else (None, None)
    selectors = tuple(_selector(node, item) for node in root.findall("parameter"))
    return View(
        method=attributes["method"],
        aliases=tuple(attributes.get("aliases", "").split()),
        selectors=selectors,
        answers={selector.name: selector.answers for selector in selectors if selector.answers},
        payload=payload,
        prepared=Prepared(payload if item is None else item.children),
        item=item,
        wrapper=wrapper,
        rule=rule,
        kind=attributes.get("kind", ""),
        highest=_leaf(highest) if highest is not None else None,
        of=attributes.get("of", ""),
    )


def _list(response: Element, payload: tuple[Node, ...]) -> tuple[Container, Container]:
    """The list element of a view, and the element of one item in it."""
    wrapper = payload[0]
    if not isinstance(wrapper, Container) or not any("each-section" in node.attrib for node in response[0]):
        raise ViewError("each-section stands on the element below the list element")
    item = wrapper.children[0]
    if not isinstance(item, Container) or not isinstance(item.children[0], Leaf):
        raise ViewError("an item begins with its key")
    return wrapper, item


def _selector(node: Element, item: Container | None) -> Selector:
    attributes = _attributes(node, _PARAMETER | {"command", "field"})
    own = {name: text for name, text in attributes.items() if name not in _PARAMETER}
    leaves = [_leaf_of(item, name) for name in attributes.get("leaves", "").split()]
    leaves += [Leaf(attributes["name"], source(own), own)] if own else []
    keywords = {
        word.lower(): _condition(item, condition) if condition != word else None
        for word, condition in words(attributes.get("keywords", "")).items()
    }
    return Selector(
        attributes["name"],
        tuple(attributes.get("aliases", "").split()),
        is_key="key" in attributes,
        leaves=tuple(leaves),
        as_mac="as-mac" in attributes,
        keywords=keywords,
        part=attributes.get("part", ""),
        answers=attributes.get("answers", ""),
    )


def _condition(item: Container | None, text: str) -> tuple[Leaf, str]:
    leaf, _, wanted = text.partition(":")
    return _leaf_of(item, leaf), wanted


def _leaf_of(item: Container | None, name: str) -> Leaf:
    """A leaf directly below the item."""
    leaf = next((child for child in item.children if child.name == name), None) if item is not None else None
    if not isinstance(leaf, Leaf):
        raise ViewError(f"there is no leaf {name!r} in the item")
    return leaf


def _node(node: Element) -> Node:
    element = _leaf(node) if not len(node) else _container(node)
    items = repetitions(node.attrib)
    return element if items is None else Repeated(element, items)


def _container(node: Element) -> Container:
    attributes = _attributes(node, _EACH | _ITEM | {"section"})
    path = attributes.get("section")
    enter = (lambda item: item.at(section_at(item.router, path))) if path is not None else None
    return Container(node.tag, [_node(child) for child in node], enter)


def _leaf(node: Element) -> Leaf:
    attributes = _attributes(node, _LEAF | _EACH)
    type_ = attributes.get("type", "text")
    if type_ not in TYPES:
        raise ViewError(f"{node.tag}: no type is called {type_!r}; there are: {', '.join(sorted(TYPES))}")
    repeats_values = bool(attributes.keys() & {"each-value", "each-runtime"})
    find = source({"value": ""} if repeats_values else attributes)
    return (NamedLeaf if "named-by" in attributes else Leaf)(node.tag, find, attributes)


def _attributes(node: Element, known: Iterable[str]) -> dict[str, str]:
    attributes = dict(node.attrib)
    unknown = attributes.keys() - known
    if unknown:
        raise ViewError(f"{node.tag}: unknown {', '.join(sorted(unknown))}; there are: {', '.join(sorted(known))}")
    return attributes
