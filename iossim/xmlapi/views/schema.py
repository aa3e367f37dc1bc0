"""Reads the files of views/.

    <view method="ISgetExtension" aliases="ISExtension">       the method, other spellings of its name, `kind`: xsi:type, `of`: view.py
      <parameter name="ISExtID" aliases="ISVExtID" key=""/>    selects the item with that tag
      <parameter name="ISExtNumber" leaves="ISExtNumber ISExtSecNumber" keywords="all allUp=ISExtStatus:up"/>
      <parameter name="ISKeyword" keywords="all allTag available"/>
      <parameter name="ISVoiceRegDNID" answers="ISgetSipExtension"/>   given, it makes that method answer
      <parameter name="ISDevEvtID" part="index" key=""/>       compares a part of what `each-runtime` lists
      (a parameter with `command` and `field` is compared with that argument)
      <highest section="telephony_service" command="max_dn" field="count"/>    the last tag there can be, as a leaf
      <response>
        <ISExtensions>
          <ISExtension each-section="ephone_dn">  one element a section
            <ISExtID key=""/>                                  its key comes first
            <ISExtNumber command="number" field="number"/>     leaves: sources.py
            <ISDevList>
              <ISDeviceID each-runtime="extension.devices"/>

The skeleton is the response as it is documented, in its order. An element repeats by `each-section` (only the item
itself), `each-command` (every entry of a command with a key; `order` puts the words of its key in another order than
the alphabet's, `with` takes only the entries that have a field), `each-value` (every value of a list, `RULE.FIELD`) or
`each-runtime` (a list of runtime/). A leaf that repeats by values shows the value. On any element `section` says where
commands inside it are looked up; `optional` leaves an unset leaf out; `named-by` names a leaf by one part of the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from lxml import etree

from iossim.config.tree import SortKey, natural
from iossim.language import Command
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.values import LISTS
from iossim.xmlapi.views.prepared import Prepared
from iossim.xmlapi.views.render import Container, Leaf, NamedLeaf, Node, Repeated
from iossim.xmlapi.views.sources import ATTRIBUTES, TYPES, ViewError, section_at, source, words
from iossim.xmlapi.views.view import Selector, View

_LEAF = ATTRIBUTES | {"default", "type", "words", "optional", "named-by"}
_EACH = {"each-command", "each-value", "each-runtime", "order", "with"}
_ITEM = {"each-section"}
_PARAMETER = {"name", "aliases", "key", "leaves", "as-mac", "keywords", "answers", "part"}
_Each = Callable[[Item], Iterator[Item]]


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
    root = etree.fromstring(file.read_bytes(), etree.XMLParser(remove_comments=True, resolve_entities=False))
    try:
        return _view(root)
    except ViewError as error:
        raise ViewError(f"{file.name}: {error}") from None


def _view(root: etree._Element) -> View:
    attributes = _attributes(root, {"method", "aliases", "kind", "of"})
    response = root.find("response")
    highest = root.find("highest")
    if root.tag != "view" or response is None:
        raise ViewError("a view is <view method=…> with a <response> in it")
    payload = tuple(_node(child) for child in response)
    view = View(
        method=attributes["method"],
        aliases=tuple(attributes.get("aliases", "").split()),
        selectors=tuple(_selector(node) for node in root.findall("parameter")),
        payload=payload,
        prepared=Prepared(payload),
        kind=attributes.get("kind", ""),
        highest=_leaf(highest) if highest is not None else None,
        of=attributes.get("of", ""),
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
    return replace(view, prepared=Prepared(item.children), item=item, wrapper=wrapper, rule=str(listed.attrib["each-section"]))


def _selector(node: etree._Element) -> Selector:
    attributes = _attributes(node, _PARAMETER | {"command", "field"})
    own = {name: text for name, text in attributes.items() if name not in _PARAMETER}
    keywords = {
        word.lower(): _condition(condition) if condition != word else None
        for word, condition in words(attributes.get("keywords", "")).items()
    }
    return Selector(
        attributes["name"],
        tuple(attributes.get("aliases", "").split()),
        is_key="key" in attributes,
        leaves=tuple(attributes.get("leaves", "").split()),
        leaf=Leaf(attributes["name"], source(own), own) if own else None,
        as_mac="as-mac" in attributes,
        keywords=keywords,
        part=attributes.get("part", ""),
        answers=attributes.get("answers", ""),
    )


def _condition(text: str) -> tuple[str, str]:
    leaf, _, wanted = text.partition(":")
    return leaf, wanted


def _node(node: etree._Element) -> Node:
    made = _leaf(node) if not len(node) else _container(node)
    each = _each(node)
    return made if each is None else Repeated(made, each)


def _container(node: etree._Element) -> Container:
    attributes = _attributes(node, _EACH | _ITEM | {"section"})
    path = attributes.get("section")
    enter = (lambda item: item.at(section_at(item.router, path))) if path is not None else None
    return Container(str(node.tag), [_node(child) for child in node], enter)


def _leaf(node: etree._Element) -> Leaf:
    attributes = _attributes(node, _LEAF | _EACH)
    type_ = attributes.get("type", "text")
    if type_ not in TYPES:
        raise ViewError(f"{node.tag!s}: no type is called {type_!r}; there are: {', '.join(sorted(TYPES))}")
    repeats_values = bool(attributes.keys() & {"each-value", "each-runtime"})
    find = source({"value": ""} if repeats_values else attributes)
    return (NamedLeaf if "named-by" in attributes else Leaf)(str(node.tag), find, attributes)


def _attributes(node: etree._Element, known: Iterable[str]) -> dict[str, str]:
    attributes = {str(name): str(value) for name, value in node.attrib.items()}
    unknown = attributes.keys() - known
    if unknown:
        raise ViewError(f"{node.tag!s}: unknown {', '.join(sorted(unknown))}; there are: {', '.join(sorted(known))}")
    return attributes


def _each(node: etree._Element) -> _Each | None:
    if (rule := node.attrib.get("each-command")) is not None:
        return _each_command(str(rule), str(node.attrib.get("order", "")).split(), str(node.attrib.get("with", "")))
    if (path := node.attrib.get("each-value")) is not None:
        return _each_value(*str(path).split("."))
    if (name := node.attrib.get("each-runtime")) is not None:
        return _each_of(_list_called(str(name)))
    return None


def _list_called(name: str) -> Callable[[Item], Iterable[Value]]:
    try:
        return LISTS[name]
    except KeyError:
        raise ViewError(f"no run-time list is called {name!r}; there are: {', '.join(sorted(LISTS))}") from None


def _each_command(rule: str, order: list[str], with_: str) -> _Each:
    def place(entry: Command) -> list[tuple[int, SortKey]]:
        key = entry.form.identity(entry.words)[1:]
        return [(order.index(word) if word in order else len(order), natural(word)) for word in key]

    def each(item: Item) -> Iterator[Item]:
        found = [entry for entry in item.commands(rule) if not with_ or with_ in entry.fields]
        for number, entry in enumerate(sorted(found, key=place) if order else found, start=1):
            yield item.repetition(number, entry=entry)

    return each


def _each_value(rule: str, name: str) -> _Each:
    def listed(item: Item) -> list[str]:
        entry = item.command((rule,))
        value = entry.fields.get(name, "") if entry is not None and not entry.negative else ""
        return value if isinstance(value, list) else value.replace(",", " ").split()

    return _each_of(listed)


def _each_of(listed: Callable[[Item], Iterable[Value]]) -> _Each:
    def each(item: Item) -> Iterator[Item]:
        for number, value in enumerate(listed(item), start=1):
            yield item.repetition(number, value=value)

    return each
