"""A view: one ISget method as data, read from a file of views/.

    <view method="ISgetExtension" aliases="ISExtension">       the method, and other spellings of its name
      <parameter name="ISExtID" aliases="ISVExtID" key=""/>    selects the item with that tag
      <parameter name="ISExtNumber" leaves="ISExtNumber ISExtSecNumber" keywords="all allUp=ISExtStatus:up"/>
      <parameter name="ISKeyword" keywords="all allTag available"/>
      <highest section="telephony_service" command="max_dn" field="count"/>    the last tag there can be, as a leaf
      <response>
        <ISExtensions>
          <ISExtension each-section="ephone_dn" template="ephone_dn_template">  one element a section
            <ISExtID key=""/>                                  its key comes first
            <ISExtNumber command="number" field="number"/>     leaves: sources.py
            <ISDevList>
              <ISDeviceID each-runtime="extension.devices"/>

The skeleton is the response as it is documented, in its order. An element repeats by `each-section` (only the item
itself), `each-command` (every entry of a command with a key), `each-value` (every value of a list, `RULE.FIELD`) or
`each-runtime` (a list of runtime.py). A leaf that repeats by values shows the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml import etree

from iossim.xmlapi.catalogue import Parameter
from iossim.xmlapi.item import Item
from iossim.xmlapi.render import Container, Leaf, Node, Repeated
from iossim.xmlapi.runtime import LISTS
from iossim.xmlapi.sources import TYPES, ViewError, source, words

_SOURCES = {"key", "value", "ordinal", "text", "runtime", "present", "command", "field", "keyword", "choice", "section"}
_LEAF = _SOURCES | {"default", "type", "words", "optional"}
_EACH = {"each-command", "each-value", "each-runtime"}
_ITEM = {"each-section", "template"}


@dataclass(frozen=True, slots=True)
class Selector(Parameter):
    """A parameter that selects items.

    Attributes:
        is_key: its value is a tag.
        leaves: the leaves that its value is compared with.
        keywords: words it accepts, in small letters: `all`, `alltag`, `available`, or a leaf and the text it must have.
    """

    is_key: bool = False
    leaves: tuple[str, ...] = ()
    keywords: dict[str, tuple[str, str] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """One ISget method.

    Attributes:
        method: its name.
        aliases: other spellings of its name.
        selectors: its parameters.
        payload: what stands below `<response>`.
        item: the element of one item, where the method answers with a list.
        wrapper: the element around the items.
        rule: the command that opens an item's section.
        template: the command of a section that names the template it uses.
        highest: the last tag that an item may have.
    """

    method: str
    aliases: tuple[str, ...]
    selectors: tuple[Selector, ...]
    payload: tuple[Node, ...]
    item: Container | None = None
    wrapper: Container | None = None
    rule: str = ""
    template: str = ""
    highest: Leaf | None = None

    def leaf(self, name: str) -> Leaf:
        """A leaf directly below the item."""
        for child in self.item.children if self.item is not None else ():
            if isinstance(child, Leaf) and child.name == name:
                return child
        raise ViewError(f"{self.method}: there is no leaf {name!r} in the item")


@cache
def views() -> tuple[View, ...]:
    """Every view that came with iossim."""
    return tuple(load(file) for file in sorted((Path(__file__).parent / "views").glob("*.xml")))


def load(file: Path) -> View:
    """Reads the view in a file.

    Raises:
        ViewError: a fault in the file.
    """
    root = etree.fromstring(file.read_bytes(), etree.XMLParser(remove_comments=True, resolve_entities=False))
    try:
        return _view(root)
    except ViewError as error:
        raise ViewError(f"{file.name}: {error}") from None


def _view(root: etree._Element) -> View:
    attributes = _attributes(root, {"method", "aliases"})
    response = root.find("response")
    highest = root.find("highest")
    if root.tag != "view" or response is None:
        raise ViewError("a view is <view method=…> with a <response> in it")
    view = View(
        method=attributes["method"],
        aliases=tuple(attributes.get("aliases", "").split()),
        selectors=tuple(_selector(node) for node in root.findall("parameter")),
        payload=tuple(_node(child) for child in response),
        highest=_leaf(highest) if highest is not None else None,
    )
    listed = next((node for node in response.iter() if "each-section" in node.attrib), None)
    return view if listed is None else _list(view, response, listed)


def _list(view: View, response: etree._Element, listed: etree._Element) -> View:
    wrapper = view.payload[0]
    if not isinstance(wrapper, Container) or listed.getparent() is not response[0]:
        raise ViewError("each-section stands on the element below the list element")
    item = wrapper.children[0]
    if not isinstance(item, Container) or not isinstance(item.children[0], Leaf):
        raise ViewError("an item begins with its key")
    return View(
        view.method,
        view.aliases,
        view.selectors,
        view.payload,
        item,
        wrapper,
        rule=listed.attrib["each-section"],
        template=listed.attrib.get("template", ""),
        highest=view.highest,
    )


def _selector(node: etree._Element) -> Selector:
    attributes = _attributes(node, {"name", "aliases", "key", "leaves", "keywords"})
    keywords = {
        word.lower(): _condition(condition) if condition != word else None
        for word, condition in words(attributes.get("keywords", "")).items()
    }
    return Selector(
        attributes["name"],
        tuple(attributes.get("aliases", "").split()),
        is_key="key" in attributes,
        leaves=tuple(attributes.get("leaves", "").split()),
        keywords=keywords,
    )


def _condition(text: str) -> tuple[str, str]:
    leaf, _, wanted = text.partition(":")
    return leaf, wanted


def _node(node: etree._Element) -> Node:
    made = _container(node) if len(node) or not _is_leaf(node) else _leaf(node)
    each = _each(node)
    return made if each is None else Repeated(made, each)


def _is_leaf(node: etree._Element) -> bool:
    return any(name != "section" for name in node.attrib)


def _container(node: etree._Element) -> Container:
    attributes = _attributes(node, _EACH | _ITEM | {"section"})
    return Container(str(node.tag), [_node(child) for child in node], attributes.get("section", ""))


def _leaf(node: etree._Element) -> Leaf:
    attributes = _attributes(node, _LEAF | _EACH)
    type_ = attributes.get("type", "text")
    if type_ not in TYPES:
        raise ViewError(f"{node.tag!s}: no type is called {type_!r}; there are: {', '.join(sorted(TYPES))}")
    repeats_values = bool(attributes.keys() & {"each-value", "each-runtime"})
    return Leaf(str(node.tag), source({"value": ""} if repeats_values else attributes), attributes)


def _attributes(node: etree._Element, known: set[str]) -> dict[str, str]:
    attributes = {str(name): str(value) for name, value in node.attrib.items()}
    unknown = attributes.keys() - known
    if unknown:
        raise ViewError(f"{node.tag!s}: unknown {', '.join(sorted(unknown))}; there are: {', '.join(sorted(known))}")
    return attributes


def _each(node: etree._Element) -> Callable[[Item], Iterable[Item]] | None:
    if (rule := node.attrib.get("each-command")) is not None:
        return _each_command(str(rule))
    if (path := node.attrib.get("each-value")) is not None:
        return _each_value(*str(path).split("."))
    if (name := node.attrib.get("each-runtime")) is not None:
        return _each_text(_list_called(str(name)))
    return None


def _list_called(name: str) -> Callable[[Item], Iterable[str]]:
    try:
        return LISTS[name]
    except KeyError:
        raise ViewError(f"no run-time list is called {name!r}; there are: {', '.join(sorted(LISTS))}") from None


def _each_command(rule: str) -> Callable[[Item], Iterator[Item]]:
    def each(item: Item) -> Iterator[Item]:
        for number, entry in enumerate(item.commands(rule), start=1):
            yield item.each(number, entry=entry)

    return each


def _each_value(rule: str, name: str) -> Callable[[Item], Iterator[Item]]:
    def listed(item: Item) -> list[str]:
        entry = item.command((rule,))
        value = entry.fields.get(name, "") if entry is not None and not entry.negative else ""
        return value if isinstance(value, list) else [part for part in value.replace(",", " ").split() if part]

    return _each_text(listed)


def _each_text(listed: Callable[[Item], Iterable[str]]) -> Callable[[Item], Iterator[Item]]:
    def each(item: Item) -> Iterator[Item]:
        for number, value in enumerate(listed(item), start=1):
            yield item.each(number, value=value)

    return each
