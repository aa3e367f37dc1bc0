"""A view: one ISget method as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from iossim.xmlapi.method import Parameter
from iossim.xmlapi.views.prepared import Prepared
from iossim.xmlapi.views.render import Container, Leaf, Node
from iossim.xmlapi.views.sources import ViewError


@dataclass(frozen=True, slots=True)
class Selector(Parameter):
    """A parameter of an ISget method.

    Attributes:
        is_key: its value is a tag, or the index of an event.
        leaves: the leaves of the item that its value is compared with.
        leaf: a leaf outside the item that its value is compared with.
        as_mac: values are compared as MAC addresses, in any spelling.
        keywords: words it accepts, in small letters: `all`, `alltag`, `available`, or a leaf and the text it must have.
        part: for events: the key of the event that its value is compared with.
        answers: the method that answers in place of this one if the parameter is given.
    """

    is_key: bool = False
    leaves: tuple[str, ...] = ()
    leaf: Leaf | None = None
    as_mac: bool = False
    keywords: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    part: str = ""
    answers: str = ""

    @property
    def has_values(self) -> bool:
        """True if it accepts anything but keywords."""
        return bool(self.is_key or self.leaves or self.leaf is not None or self.part)


@dataclass(frozen=True, slots=True)
class View:
    """One ISget method.

    Attributes:
        method: its name.
        aliases: other spellings of its name.
        selectors: its parameters.
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
    payload: tuple[Node, ...]
    prepared: Prepared
    item: Container | None = None
    wrapper: Container | None = None
    rule: str = ""
    kind: str = ""
    highest: Leaf | None = None
    of: str = ""

    @property
    def answers(self) -> dict[str, str]:
        """The methods that answer in place of this one, by the parameter that asks for it."""
        return {selector.name: selector.answers for selector in self.selectors if selector.answers}

    def leaf(self, name: str) -> Leaf:
        """A leaf directly below the item."""
        for child in self.item.children if self.item is not None else ():
            if isinstance(child, Leaf) and child.name == name:
                return child
        raise ViewError(f"{self.method}: there is no leaf {name!r} in the item")
