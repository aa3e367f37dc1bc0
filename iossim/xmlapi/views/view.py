"""A view: one ISget method as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from iossim.xmlapi.method import Parameter
from iossim.xmlapi.views.prepared import Plan
from iossim.xmlapi.views.render import Container, Leaf, Node
from iossim.xmlapi.views.sources import ViewError


@dataclass(frozen=True, slots=True)
class Selector(Parameter):
    """A parameter of an ISget method.

    Attributes:
        is_key: its value is a tag.
        leaves: the leaves that its value is compared with.
        leaf: what its value is compared with, where that is no leaf of the item.
        as_mac: values are compared as MAC addresses, however they are written.
        keywords: words it accepts, in small letters: `all`, `alltag`, `available`, or a leaf and the text it must have.
        part: the part of what is listed that its value is compared with, where no sections are listed.
        answers: the method that answers in place of this one when the parameter is given.
    """

    is_key: bool = False
    leaves: tuple[str, ...] = ()
    leaf: Leaf | None = None
    as_mac: bool = False
    keywords: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    part: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One ISget method.

    Attributes:
        method: its name.
        aliases: other spellings of its name.
        selectors: its parameters.
        payload: what stands below `<response>`.
        plan: the payload, or the inside of one item of a list, made ready.
        item: the element of one item, where the method answers with a list.
        wrapper: the element around the items.
        rule: the command that opens an item's section.
        template: the command of a section that names the template it uses.
        kind: the `xsi:type` of the response; empty for none.
        highest: the last tag that an item may have.
        of: the method of what is spoken of here, which is there although nothing is said of it.
    """

    method: str
    aliases: tuple[str, ...]
    selectors: tuple[Selector, ...]
    payload: tuple[Node, ...]
    plan: Plan
    item: Container | None = None
    wrapper: Container | None = None
    rule: str = ""
    template: str = ""
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
