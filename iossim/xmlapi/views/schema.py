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
from functools import cache, partial
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

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
_Repetitions = Callable[[Item], Iterator[Item]]


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
    item = next((node for node in response.iter() if "each-section" in node.attrib), None)
    return view if item is None else _of_sections(view, response, item)


def _of_sections(view: View, response: Element, node: Element) -> View:
    """A view that lists sections: the element of an item stands alone in the list element."""
    wrapper = view.payload[0]
    if not isinstance(wrapper, Container) or node not in response[0]:
        raise ViewError("each-section stands on the element below the list element")
    item = wrapper.children[0]
    if not isinstance(item, Container) or not isinstance(item.children[0], Leaf):
        raise ViewError("an item begins with its key")
    return replace(view, prepared=Prepared(item.children), item=item, wrapper=wrapper, rule=node.attrib["each-section"])


def _selector(node: Element) -> Selector:
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


def _node(node: Element) -> Node:
    element = _leaf(node) if not len(node) else _container(node)
    repetitions = _repetitions(node)
    return element if repetitions is None else Repeated(element, repetitions)


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


def _repetitions(node: Element) -> _Repetitions | None:
    """The repetitions of an element; None for an element that stands once."""
    if (rule := node.get("each-command")) is not None:
        return _of_command(rule, node.get("order", "").split(), node.get("with", ""))
    if (path := node.get("each-value")) is not None:
        rule, _, field = path.partition(".")
        return _of_values(partial(_values, rule, field))
    if (name := node.get("each-runtime")) is not None:
        return _of_values(_list(name))
    return None


def _list(name: str) -> Callable[[Item], Iterable[Value]]:
    try:
        return LISTS[name]
    except KeyError:
        raise ViewError(f"no list is called {name!r}; there are: {', '.join(sorted(LISTS))}") from None


def _of_command(rule: str, order: list[str], field: str) -> _Repetitions:
    """One repetition for each entry of a command.

    Args:
        rule: the command.
        order: words of its key that come first, in this order.
        field: only entries that have this field; "": all.
    """

    def place(entry: Command) -> list[tuple[int, SortKey]]:
        key = entry.form.identity(entry.words)[1:]
        return [(order.index(word) if word in order else len(order), natural(word)) for word in key]

    def repetitions(item: Item) -> Iterator[Item]:
        entries = [entry for entry in item.commands(rule) if not field or field in entry.fields]
        for number, entry in enumerate(sorted(entries, key=place) if order else entries, start=1):
            yield item.repetition(number, entry=entry)

    return repetitions


def _values(rule: str, field: str, item: Item) -> list[str]:
    """The values of a field that is a list, or words with commas or blanks between them."""
    entry = item.command((rule,))
    value = entry.fields.get(field, "") if entry is not None and not entry.negative else ""
    return value if isinstance(value, list) else value.replace(",", " ").split()


def _of_values(values: Callable[[Item], Iterable[Value]]) -> _Repetitions:
    def repetitions(item: Item) -> Iterator[Item]:
        for number, value in enumerate(values(item), start=1):
            yield item.repetition(number, value=value)

    return repetitions
