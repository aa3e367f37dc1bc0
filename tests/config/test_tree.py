"""Reading the tree: sections, entries, defaults that show through, and keys in their order."""

from __future__ import annotations

import pytest

from iossim.config import Configuration, section_lines
from iossim.config.tree import natural
from iossim.language import Language, language
from tests.config.support import Typist, entry, read

TEXT = """telephony-service
max-dn 10
dn 2
dn 10
number 6010 secondary 7010
dn 1
phone 1
mac 1.2.3
button 2:1 1:2
speed 9 900
speed 2 200
line 1
label Front desk
exit"""


def test_sections_and_entries_are_found_by_rule_and_key(typist: Typist) -> None:
    configuration = typist.types(TEXT).configuration
    dn = configuration.section("dn", 10)
    assert dn is not None
    assert dn is configuration.section("dn", "10")
    assert (dn.key, dn.identity, dn.parent) == (("10",), ("dn", "10"), configuration.root)
    assert configuration.section("dn", 3) is None
    assert [each.key[0] for each in configuration.sections("dn")] == ["1", "2", "10"]
    number = dn.get("number")
    assert number is not None
    assert number.fields == {"number": "6010", "secondary": "7010"}
    assert dn.get("caller") is None


def test_entries_of_a_rule_come_in_the_order_of_their_keys(typist: Typist) -> None:
    phone = typist.types(TEXT).configuration.section("phone", 1)
    assert phone is not None
    assert [each.text for each in phone.all("speed")] == ["speed 2 200", "speed 9 900"]
    assert [each.text for each in phone.all("button")] == ["button 1:2", "button 2:1"]
    assert phone.get("speed", 9) is phone.get("speed", "9")


def test_entries_with_two_keys_come_in_the_order_of_both(typist: Typist) -> None:
    root = typist.types("route 10.0.0.0 192.0.2.10\nroute 9.0.0.0 192.0.2.3\nroute 10.0.0.0 192.0.2.9").configuration.root
    assert [each.words[1:] for each in root.all("route")] == [
        ["9.0.0.0", "192.0.2.3"], ["10.0.0.0", "192.0.2.9"], ["10.0.0.0", "192.0.2.10"],
    ]  # fmt: skip


def test_sections_of_one_rule_as_they_were_entered(typist: Typist) -> None:
    root = typist.types("dn 2\nphone 1\ndn 10\ndn 1").configuration.root
    assert [section.identity for section in root.any_sections("dn")] == [("dn", "2"), ("dn", "10"), ("dn", "1")]
    assert (root.identity, root.key) == ((), ())


def test_a_section_may_stand_in_another(typist: Typist) -> None:
    phone = typist.types(TEXT).configuration.section("phone", 1)
    assert phone is not None
    line = phone.section("line", 1)
    assert line is not None
    assert line.parent is phone
    label = line.get("label")
    assert label is not None
    assert label.fields == {"label": "Front desk"}
    assert [each.mode.name for each in phone.walk()] == ["phone", "line"]


def test_what_is_not_entered_shows_its_default(typist: Typist) -> None:
    dn = typist.types(TEXT).configuration.section("dn", 2)
    assert dn is not None
    assert dn.get("order") is None
    order, huntstop = dn.effective("order"), dn.effective("huntstop")
    assert order is not None
    assert huntstop is not None
    assert (order.text, huntstop.negative) == ("order 0", False)
    typist.types("dn 2\norder 4\nno huntstop")
    order, huntstop = dn.effective("order"), dn.effective("huntstop")
    assert order is not None
    assert huntstop is not None
    assert (order.text, huntstop.negative) == ("order 4", True)
    assert dn.effective("number") is None


def test_the_tree_as_plain_values(typist: Typist) -> None:
    typist.types("hostname a\nno lookup\nphone 1\nslow")
    assert typist.configuration.root.snapshot() == {
        "entries": {("hostname",): "hostname a", ("lookup",): "no lookup", ("phone", "1"): "phone 1"},
        "sections": {("phone", "1"): {"entries": {("going_slow",): "slow"}, "sections": {}, "kept": {}}},
        "kept": {},
    }


def test_unique_values_are_indexed_while_they_are_there(typist: Typist) -> None:
    configuration = typist.types("phone 1\nmac 1.2.3").configuration
    key = ("mac", "0001.0002.0003")
    assert configuration.owners(*key) == [configuration.section("phone", 1)]
    typist.types("mac 1.2.4")
    assert configuration.owners(*key) == []
    typist.types("mac 1.2.3\nno phone 1")
    assert configuration.values.unique == {}


def test_changes_are_counted(trees: Language) -> None:
    configuration = Configuration(trees)
    root = configuration.root
    hostname = entry(root, "hostname a")
    before = configuration.changes
    configuration.store(root, ("hostname",), hostname)
    entered = configuration.changes
    configuration.drop(root, ("hostname",))
    removed = configuration.changes
    configuration.drop(root, ("hostname",))
    assert before < entered < removed == configuration.changes


def test_whoever_watches_is_told_where_something_changed(trees: Language) -> None:
    configuration = Configuration(trees)
    seen: list[tuple[str, tuple[str, ...]]] = []
    configuration.watchers.append(lambda section, identity: seen.append((section.mode.name, identity)))
    configuration.store(configuration.root, ("hostname",), entry(configuration.root, "hostname a"))
    configuration.drop(configuration.root, ("hostname",))
    assert seen == [("global", ("hostname",)), ("global", ("hostname",))]


@pytest.mark.parametrize(
    "words",
    [["1", "2", "10"], ["9", "a"], ["GigabitEthernet0/2", "GigabitEthernet0/10"], ["1", "9" * 19, "a"], ["x", "x1", "x1a", "x2"]],
)
def test_numbers_sort_as_numbers_and_before_words(words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(backwards, key=natural) == words


def test_any_words_can_be_sorted_together() -> None:
    words = ["", "٣", "9" * 5000, "a" * 5000, "a" + "9" * 5000, "1a", "²", "a²", "-1"]
    assert len(sorted(words, key=natural)) == len(words)


def test_lines_kept_after_a_command_outlive_it(typist: Typist) -> None:
    configuration = typist.types("hostname a\nphone 1").configuration
    configuration.keep(configuration.root, ("hostname",), "mystery 1")
    configuration.keep(configuration.root, ("hostname",), "mystery 2")
    configuration.keep(configuration.root, None, "first")
    typist.types("no hostname")
    assert configuration.root.kept == {None: ["first", "mystery 1", "mystery 2"]}
    assert typist.lines() == ["first", "mystery 1", "mystery 2", "phone 1", "end"]


def test_a_line_kept_after_entries_on_one_line_belongs_to_the_first_of_them(trees: Language) -> None:
    text = "dn 1\ndn 2\nphone 1\n button 1:1 2:2\n mystery 1\n slow"
    for removed, lines in [
        (("2",), ["button  1:1", " mystery 1", "slow"]),
        (("1",), [" mystery 1", "button  2:2", "slow"]),
        (("1", "2"), [" mystery 1", "slow"]),
    ]:
        configuration, _ = read(trees, text)
        phone = configuration.sections("phone")[0]
        assert section_lines(phone, "") == ["button  1:1 2:2", " mystery 1", "slow"]
        for key in removed:
            configuration.drop(phone, ("button", key))
        assert section_lines(phone, "") == lines


def test_a_section_entered_again_counts_no_change(typist: Typist) -> None:
    configuration = typist.types("dn 1 dual-line\nnumber 5").configuration
    changes = configuration.changes
    typist.types("dn 1\ndn 1 dual-line")
    assert configuration.changes == changes
    typist.types("number 5")
    assert configuration.changes == changes + 1


def test_a_header_of_the_same_length_does_not_take_the_place_of_another() -> None:
    typist = Typist(language()).types("ephone-dn 1 dual-line\nnumber 5\nephone-dn 1 octo-line")
    assert typist.lines() == ["ephone-dn  1  dual-line", " number 5", "end"]


def test_watchers_are_called_once_for_many_changes_in_one_piece(typist: Typist) -> None:
    seen: list[tuple[str, tuple[str, ...]]] = []
    typist.configuration.watchers.append(lambda section, identity: seen.append((section.mode.name, identity)))
    with typist.configuration.unwatched():
        typist.types("hostname a\nphone 1\nslow")
        assert seen == []
    assert seen == [("global", ())]
    typist.types("hostname b")
    assert seen[1:] == [("global", ("hostname",))]
