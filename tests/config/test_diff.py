"""What turns one configuration into another: applied to the first, it gives the second."""

from __future__ import annotations

import pytest

from iossim.config import Configuration, difference, render
from iossim.config.diff import contextual
from iossim.files.load import read_lines
from iossim.language import Language, language
from tests.config.support import read

PHONES = "dn 1\ndn 2\ndn 3\n"

#: Two configurations, and the lines that turn the first into the second.
PAIRS = [
    ("", "", []),
    ("hostname a", "hostname b", ["hostname b"]),
    ("hostname a", "", ["no hostname a"]),
    ("no lookup", "", ["default lookup"]),
    ("", "no lookup", ["no lookup"]),
    ("feature", "no feature", ["no feature"]),
    ("dn 1\n number 5", "dn 1\n number 6", ["dn  1", " number 6"]),
    ("dn 1\n number 5\n order 3", "dn 1\n number 5", ["dn  1", " no order 3"]),
    ("dn 1\n number 5", "dn 1 dual-line\n number 5", ["dn  1  dual-line"]),
    ("dn 1 dual-line\n number 5", "dn 1\n number 5", ["no dn 1 dual-line", "dn  1", " number 5"]),
    ("dn 1\n number 5", "dn 2\n number 5", ["no dn 1", "dn  2", " number 5"]),
    (PHONES + "phone 1\n button 1:1 2:2", PHONES + "phone 1\n button 1:1", ["phone 1", " no button 2:2", " button  1:1"]),
    (PHONES + "phone 1\n button 1:1 2:2", PHONES + "phone 1\n button 2:2", None),
    (PHONES + "phone 1\n button 1:1", PHONES + "phone 1\n button 1:1 2:2", ["phone 1", " button  1:1 2:2"]),
    (PHONES + "phone 1\n button 1:1 2:2 3:3", PHONES + "phone 1\n button 1:3 3:1", None),
    (PHONES + "phone 1\n button 1:1 2:2", PHONES + "phone 1\n slow", None),
    ("phone 1\n fast 3", "phone 1\n slow", None),
    ("phone 1\n line 1\n  label a\n line 2", "phone 1\n line 1\n  label b", None),
    ("phone 1\n line 1\n  label a", "phone 2\n line 1\n  label a", None),
    ("phone 1\n mac 1.1.1\nphone 2\n mac 2.2.2", "phone 2\n mac 1.1.1", None),
    ("banner #one\ntwo#", "banner #two\nthree#", ["banner ^Ctwo\nthree^C"]),
    ("banner #one\ntwo#", "hostname a", ["no banner", "hostname a"]),
    ("hostname a", "banner #one\ntwo#", ["no hostname a", "banner ^Cone\ntwo^C"]),
    ("chain a\n certificate 01\n  AB CD\n  quit", "chain a", ["chain a", " no certificate 01"]),
    ("chain a", "chain a\n certificate 01\n  AB CD\n  quit", None),
    ("route 10.0.0.0 192.0.2.1\nroute 10.0.0.0 192.0.2.2", "route 10.0.0.0 192.0.2.2 dn 4", None),
    ("telephony-service\n max-dn 5\ndn 1\ndn 5", "telephony-service\n max-dn 20\ndn 1\ndn 20", None),
]


def _apply(configuration: Configuration, lines: list[str]) -> list[str]:
    read_lines(configuration, "\n".join([*lines, "end"]).split("\n"))
    return list(render(configuration.root))


@pytest.mark.parametrize(("old", "new", "expected"), PAIRS)
def test_the_difference_of_two_configurations(trees: Language, old: str, new: str, expected: list[str] | None) -> None:
    first, second = read(trees, old)[0], read(trees, new)[0]
    lines = list(difference(first.root, second.root))
    if expected is not None:
        assert lines == expected
    assert _apply(first, lines) == list(render(second.root))


@pytest.mark.parametrize(("new", "old", "expected"), PAIRS)
def test_and_back_again(trees: Language, new: str, old: str, expected: list[str] | None) -> None:
    first, second = read(trees, old)[0], read(trees, new)[0]
    assert _apply(first, list(difference(first.root, second.root))) == list(render(second.root))


@pytest.mark.parametrize(("old", "new", "expected"), PAIRS)
def test_nothing_differs_from_itself(trees: Language, old: str, new: str, expected: list[str] | None) -> None:
    for text in (old, new):
        configuration = read(trees, text)[0]
        assert list(difference(configuration.root, configuration.root)) == []


def test_what_is_removed_goes_before_what_it_needs(trees: Language) -> None:
    old = read(trees, PHONES + "phone 1\n button 1:1")[0]
    new = read(trees, "hostname a")[0]
    assert list(difference(old.root, new.root)) == ["no phone 1", "no dn 3", "no dn 2", "no dn 1", "hostname a"]


def test_a_whole_office_and_back() -> None:
    small = "hostname a\ntelephony-service\n max-ephones 5\n max-dn 5\nephone-dn 1\n number 1\nend"
    large = (
        "hostname b\nno ip domain lookup\ninterface GigabitEthernet0/0\n ip address 192.0.2.1 255.255.255.0\n"
        "banner motd #hello\nthere#\ntelephony-service\n max-ephones 9\n max-dn 9\n max-redirect 8\nephone-dn 1 dual-line\n number 1\n"
        " no huntstop\nephone-dn 2\n number 2\nephone 1\n mac-address 1.2.3\n button 1:1 2:2\nend"
    )
    for old, new in ((small, large), (large, small)):
        first, second = read(language(), old)[0], read(language(), new)[0]
        assert _apply(first, list(difference(first.root, second.root))) == list(render(second.root))


@pytest.mark.parametrize(
    ("old", "new", "removed"),
    [
        ("ephone-dn 1 dual-line\n number 5", "ephone-dn 1 octo-line\n number 5", True),
        ("ephone-dn 1 dual-line\n number 5", "ephone-dn 1\n number 5", True),
        ("ephone-dn 1\n number 5", "ephone-dn 1 octo-line\n number 5", False),
        ("ephone-dn 1 octo-line\n number 5", "ephone-dn 1 octo-line\n number 6", False),
    ],
)
def test_a_section_is_opened_anew_where_its_header_cannot_be_typed_over(old: str, new: str, removed: bool) -> None:
    first, second = read(language(), old)[0], read(language(), new)[0]
    lines = list(difference(first.root, second.root))
    assert any(line.startswith("no ephone-dn 1") for line in lines) == removed
    assert _apply(first, lines) == list(render(second.root))


def test_lines_that_a_router_joins_do_not_differ_from_themselves(trees: Language) -> None:
    text = PHONES + "phone 1\n button 1:1 2:2"
    assert list(contextual(read(trees, text)[0].root, read(trees, text)[0].root)) == []
    shorter = read(trees, PHONES + "phone 1\n button 1:1")[0].root
    assert list(contextual(read(trees, text)[0].root, shorter)) == ["phone 1", " +button  1:1", "phone 1", " -button  1:1 2:2"]


AS_PATH = "ip as-path access-list 1"
LISTS = [
    (
        "ip access-list extended L\n permit ip host 10.0.0.1 any\n deny ip any any",
        "ip access-list extended L\n permit ip host 10.0.0.1 any\n permit ip host 10.0.0.2 any\n deny ip any any",
        ["ip access-list extended L", " no deny ip any any", " permit ip host 10.0.0.2 any", " deny   ip any any"],
    ),
    (
        "access-list 10 permit 10.0.0.1\naccess-list 10 deny any",
        "access-list 10 permit 10.0.0.1\naccess-list 10 deny any\naccess-list 10 permit 10.0.0.0 0.0.0.3",
        ["ip access-list standard 10", " permit 10.0.0.0 0.0.0.3"],
    ),
    (
        "access-list 10 permit 10.0.0.0 0.0.0.3\naccess-list 10 deny any",
        "access-list 10 deny any\naccess-list 10 permit 10.0.0.0 0.0.0.3",
        None,
    ),
    ("access-list 10 permit any", "", ["no ip access-list standard 10"]),
    (
        "policy-map P\n class A\n  bandwidth 10\n class class-default\n  fair-queue",
        "policy-map P\n class B\n  bandwidth 20\n class A\n  bandwidth 10\n class class-default\n  fair-queue",
        ["policy-map P", " no class A", " class B", "  bandwidth 20", " class A", "  bandwidth 10"],
    ),
    ("boot system a", "boot system b\nboot system a", ["no boot system a", "boot system b", "boot system a"]),
    ("ip as-path access-list 1 permit ^1$\nip as-path access-list 1 deny .*", f"{AS_PATH} deny .*\n{AS_PATH} permit ^1$", None),
    ("aaa group server radius G\n server name B", "aaa group server radius G\n server name A\n server name B", None),
    (
        "ip access-list standard L\n remark -\n permit 10.0.0.1\n remark -\n deny any",
        "ip access-list standard L\n deny any\n remark -",
        None,
    ),
    # The order of these means nothing: a new one is entered after the others.
    ("ntp server 10.0.0.2", "ntp server 10.0.0.1\nntp server 10.0.0.2", ["ntp server 10.0.0.1"]),
    ("dial-peer voice 2 voip", "dial-peer voice 1 voip\ndial-peer voice 2 voip", ["dial-peer voice 1 voip"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), [*LISTS, *((new, old, None) for old, new, _ in LISTS[:9])])
def test_entries_whose_order_has_a_meaning_stand_in_that_order(old: str, new: str, expected: list[str] | None) -> None:
    first, second = read(language(), old)[0], read(language(), new)[0]
    lines = list(difference(first.root, second.root))
    if expected is not None:
        assert lines == expected
    applied = _apply(first, lines)
    if expected is None or "access-list" in old or "class" in old or "boot" in old:
        assert applied == list(render(second.root))
