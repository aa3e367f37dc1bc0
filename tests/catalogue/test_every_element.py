"""Every element of every tree: as it is documented, and filled from the command that is said to set it.

Nothing is listed by hand but what differs: the elements come from tests/data/xml-mapping.yaml, the lines to type from the
command catalogue (tests/data/catalogue).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest
from lxml import etree

from iossim.language import Command, language, match
from iossim.language.help import choices
from iossim.router import RouterCore
from iossim.xmlapi.views import schema as loader
from tests.catalogue.elements import BED, EMPTY, HEADERS, MORE, Texts, lines_of, router_with, same_command, texts
from tests.catalogue.entries import entries
from tests.catalogue.mapping import Element, Tree, trees

#: What opens one of each item, and is refused by nothing.
SECTIONS = [
    "ephone-template 1",
    "ephone-dn-template 1",
    "ephone-dn 1",
    "ephone 1",
    "voice user-profile 1",
    "voice register dn 1",
    "voice register pool 1",
    "voice register session-server 1",
    "voice hunt-group 1 longest-idle",
]
#: Elements that no command of a mode changes, each with the reason.
FIXED = {
    "telephony_service": {
        "network-locale_item/index": "there always are the five items 0 to 4",
        "user-locale_item/index": "there always are the five items 0 to 4",
        "conference_options/hardware": "no document shows the command",
    },
    "ephone_dn": {
        "queueing-dn/mode": "no document shows the command's words",
        "queueing-dn/timeout": "no document shows the command's words",
        "queueing-dn/transfer_number": "no document shows the command's words",
    },
}
#: Elements whose text is another word than the one that is typed, or that of another command's section.
SPELT_OTHERWISE = {
    "ExtNumber",
    "ISDevLineButtonMode",
    "ISDevName",
    "ISExtLineMode",
    "ISUrlType",
    "ISDeviceID",
    "ISPoolID",
    "vm-device-id",
    # All words show on a router without settings: a line changes the kind of its word.
    "DSCP-WORD",
}
#: What an element shows that nothing was entered for, where that is another text than the tree's, or the tree has a formula;
#: by its name, or by its name and that of the element around it.
SHOWN_UNSET = {
    # By default `ef` marks media, `cs3` signaling, `af41` video and `default` service.
    "dscp_item/DSCP-WORD": ["media", "service", "signal", "video"],
    # The documented word, which no form of the command sets.
    "max-dn/no-reg": ["secondary"],
    # On a plain router `show telephony-service` says that it is enabled.
    "name-only": ["true"],
    "system_message": ["Cisco Unified Communications Manager Express"],
    "index": ["0", "1", "2", "3", "4"],
    "ISExtPortName": ["EFXS 50/0/1"],
    "ISVersion": [RouterCore().cme_version],
    "ISVoiceHuntGroupHops": ["0"],
    "vm-device-id": [""],
}
#: Keywords of so few letters may be the end of a name by chance.
_SHORT = 3
TREES = pytest.mark.parametrize("tree", trees(), ids=lambda tree: tree.item)


# -- the shape -------------------------------------------------------------------------------------------------------------


@cache
def view(method: str) -> etree._Element:
    files = Path(loader.__file__).parent.glob("*.xml")
    return next(root for root in map(_root, files) if root.get("method") == method)


def _root(file: Path) -> etree._Element:
    return etree.parse(file, etree.XMLParser(remove_comments=True)).getroot()


def nodes(node: etree._Element, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], etree._Element]]:
    for child in node:
        path = (*above, str(child.tag))
        yield path, child
        yield from nodes(child, path)


def shown_unset(path: tuple[str, ...]) -> list[str] | None:
    return SHOWN_UNSET.get("/".join(path[-2:]), SHOWN_UNSET.get(path[-1]))


@TREES
def test_a_view_has_the_documented_elements_in_their_order(tree: Tree) -> None:
    item = view(tree.method).find(f"response//{tree.item}")
    assert item is not None
    found = list(nodes(item))
    assert [path for path, _ in found] == [element.path for element in tree.elements]
    for (path, node), element in zip(found, tree.elements, strict=True):
        if element.type:
            assert node.get("type", "text") == element.type, path
            assert ("optional" in node.attrib) == element.optional, path
            assert tuple(node.get("words", "").split()) == tuple(filter(None, element.words)), path
            assert element.default is None or shown_unset(path) or node.get("default", "") == element.default, path


@TREES
def test_an_element_that_nothing_was_entered_for_shows_its_default(tree: Tree) -> None:
    found = texts(router_with(EMPTY, *SECTIONS) if tree.key else RouterCore(), {tree.item})
    unset = [leaf for leaf in tree.leaves if leaf.default is not None and leaf.mode != "global" and (tree.item, leaf.path) in found]
    assert {leaf.path: sorted(set(found[tree.item, leaf.path])) for leaf in unset} == {
        leaf.path: shown_unset(leaf.path) or [leaf.default or ""] for leaf in unset
    }


# -- what fills it ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", HEADERS)
def test_a_command_shows_in_the_elements_that_it_is_documented_for(mode: str) -> None:
    waiting = configured_in(mode)
    bed = EMPTY if mode == "global" else BED
    items = {element.item for element in waiting}
    before = texts(router_with(bed, HEADERS[mode]), items)
    for line in lines_for(mode, waiting):
        related = [element for element in waiting if same_command(line, element)]
        router = router_with(bed, HEADERS[mode], *line.split("\n")) if related else None
        if router is None:
            continue
        after = texts(router, {element.item for element in related})
        shown = {element for element in related if shows(element, line, before, after)}
        waiting = [element for element in waiting if element not in shown]
    assert {"/".join(element.path[-2:]) for element in waiting} == set(FIXED.get(mode, ()))


def test_every_mode_that_the_trees_name_is_looked_at() -> None:
    assert {leaf.mode for tree in trees() for leaf in tree.leaves if leaf.source} == HEADERS.keys()


def configured_in(mode: str) -> list[Element]:
    """The elements that commands of a mode set."""
    return [leaf for tree in trees() for leaf in tree.leaves if leaf.source and leaf.mode == mode]


def lines_for(mode: str, wanted: list[Element]) -> Iterator[str]:
    """Lines of the commands that elements name, as they are and negated."""
    loads = [f"load {leaf.path[-1].removeprefix('phone_')} FIRMWARE" for leaf in wanted if leaf.path[0] == "load_list"]
    yield from (*MORE.get(mode, ()), *loads)
    for entry in entries():
        if entry.mode == mode and any(same_command(entry.command, element) for element in wanted):
            for line in dict.fromkeys(lines_of(entry)):
                yield line
                yield f"no {line}"


def shows(element: Element, line: str, before: Texts, after: Texts) -> bool:
    """Whether a line changed the text of an element, into what was typed."""
    place = element.item, element.path
    new = [text for text in after.get(place, []) if text not in before.get(place, [])]
    if element.type in ("bool", "0-1", "yes-no") or element.path[-1] in SPELT_OTHERWISE:
        return after.get(place, []) != before.get(place, [])
    named = argument(line, element)
    if named is not None:
        return any(text and f"{spelling(named)} ".startswith(f"{spelling(text)} ") for text in new)
    return any(text and spelling(text) in spelling(line) for text in new)


def argument(line: str, element: Element) -> str | None:
    """What a line says behind the keyword that an element is named after (`SNRtimeout`: timeout); None without one."""
    words = line.split()
    leading = len(list(takewhile(str.islower, element.command.split())))
    name = element.path[-1].lower()
    places = [at for at, word in enumerate(words[:-1]) if at >= leading and len(word) > _SHORT and name.endswith(word.lower())]
    return " ".join(words[places[0] + 1 :]) if places else None


def spelling(text: str) -> str:
    """A text without the differences between what is typed and what is shown: capitals, and zeros before times."""
    return re.sub(r"\b0(?=\d)", "", text.lower().replace("signaling", "signal"))


# -- templates, and commands without a document ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "item", "item_of_template", "template"),
    [
        ("ephone", "ISDevice", "ISDeviceTemplate", "ephone-template 1"),
        ("ephone_dn", "ISExtension", "ISExtensionTemplate", "ephone-dn-template 1"),
    ],
)
def test_a_template_shows_as_the_same_line_on_the_device_itself(mode: str, item: str, item_of_template: str, template: str) -> None:
    header = HEADERS[mode]
    before = texts(router_with(BED, header, template), {item})
    changed: set[tuple[str, ...]] = set()
    for line in template_lines(f"{mode}_template"):
        own = router_with(BED, header, line, template)
        shared = router_with(BED, template, line, header, template)
        if own is not None and shared is not None:
            shown = texts(own, {item})
            assert texts(shared, {item}) == shown, line
            changed |= {path for (_, path), text in shown.items() if text != before.get((item, path))}
    settings = {tree.item: {leaf.path for leaf in tree.leaves if leaf.source} for tree in trees()}
    assert settings[item] & settings[item_of_template] <= changed


def template_lines(mode: str) -> Iterator[str]:
    """Lines for each command of a template."""
    yield from MORE.get(mode, ())
    for entry in entries():
        if entry.mode == mode:
            yield from dict.fromkeys(lines_of(entry))


@pytest.mark.parametrize("leaf", [leaf for tree in trees() for leaf in tree.leaves if leaf.unlisted], ids=lambda leaf: leaf.source)
def test_a_command_that_no_reference_lists_is_accepted(leaf: Element) -> None:
    known = [entry for entry in entries() if entry.mode == leaf.mode and same_command(entry.command, leaf)]
    mode = language().mode(leaf.mode)
    assert known
    assert any(isinstance(match(mode, line), Command) for entry in known for line in lines_of(entry))


def test_a_command_known_from_the_sample_answers_alone_is_not_shown_in_help() -> None:
    known = [entry for entry in entries() if entry.source == "cme-xml-sample"]
    assert known
    for entry in known:
        *before, last = entry.command.split()
        found = choices(language().mode(entry.mode), "".join(f"{word} " for word in before))
        assert not isinstance(found, tuple) or last not in {shown for shown, _ in found[0]}, entry
