"""Access lists with sequence numbers: places of entries, undoing, lines that are kept, what files say."""

from __future__ import annotations

import sys
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from iossim.config import Transaction, render
from iossim.config.sequences import resequence
from iossim.language import language
from tests.config.support import Typist, read

if TYPE_CHECKING:
    from _typeshed import TraceFunction

NUMBERED = "access-list 10 permit 10.0.0.1\naccess-list 10 deny   10.0.0.2\naccess-list 10 permit any"
NAMED = "ip access-list extended L\npermit ip host 10.0.0.1 any\nremark the rest\ndeny ip any any"


def _typist(text: str) -> Typist:
    return Typist(language()).types(text)


def _numbers(typist: Typist, name: str) -> list[tuple[int, str]]:
    section = typist.configuration.section("ip_access_list", name)
    assert section is not None
    return [(entry.number, entry.text) for entry in section.entries.values()]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("permit any", [10]),
        ("permit any\ndeny any", [10, 20]),
        ("7 permit any\ndeny any", [7, 17]),
        ("7 permit any\n5 deny any\npermit 10.0.0.0 0.0.0.3", [5, 7, 17]),
        ("permit any\npermit any", [10]),
        ("35 remark x\npermit any", [35, 35]),
        ("permit any\n30 permit any", [10]),
        ("20 permit any\npermit 10.0.0.0 0.0.0.3\nno 20\npermit 10.0.1.2", [30, 40]),
        ("20 permit any\nno 20\npermit 10.0.0.2", [10]),
        ("permit any\nno 20", [10]),
        ("permit any\nno 10 permit any", []),
        ("permit any\ndefault permit any", []),
        ("1 permit any\n2147483647 deny any", [1, 2147483647]),
    ],
)
def test_entries_have_these_numbers(typed: str, numbers: list[int]) -> None:
    typist = _typist(f"ip access-list standard L\n{typed}")
    assert [number for number, _ in _numbers(typist, "L")] == numbers


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("10 permit 10.0.0.9", "% Duplicate sequence number"),
        ("20 permit 10.0.0.9", "% Duplicate sequence number"),
        ("10 permit 10.1.0.0 0.0.255.255", ""),
        ("20 remark before the second", ""),
        ("15 permit 10.0.0.9", ""),
    ],
)
def test_a_number_belongs_to_one_entry(line: str, message: str) -> None:
    typist = _typist("ip access-list standard L\npermit 10.1.0.0 0.0.255.255\ndeny any")
    before = _numbers(typist, "L")
    assert typist.type(line).refused == message
    assert (_numbers(typist, "L") == before) is (message != "" or line.startswith("10 permit 10.1"))


@pytest.mark.parametrize(
    "change",
    [
        "access-list 10 permit 10.0.0.3",
        "no access-list 10",
        "no access-list 10 deny 10.0.0.2",
        "ip access-list standard 10\nno 20\n15 permit 10.0.0.7\n25 remark here",
        "ip access-list extended L\n5 permit esp any any\nno deny ip any any\nno remark the rest",
        "no ip access-list extended L\naccess-list 11 deny any",
        "ip access-list standard 10\n15 permit 10.0.0.7\n15 deny 10.0.0.8",
        "ip access-list standard 10\n5 permit 10.0.0.9\n3 deny 10.0.0.8\n12 permit 10.0.0.6\n1 permit 10.0.0.5\nno 10",
    ],
)
def test_an_abort_restores_numbers_and_order(change: str) -> None:
    typist = _typist(f"{NUMBERED}\n{NAMED}\nexit")
    before = list(render(typist.configuration.root)), _numbers(typist, "10"), _numbers(typist, "L")
    with Transaction(typist.configuration) as transaction:
        typist.section = typist.configuration.root
        for line in change.splitlines():
            typist.type(line)
        transaction.abort()
    assert (list(render(typist.configuration.root)), _numbers(typist, "10"), _numbers(typist, "L")) == before


@pytest.mark.parametrize(
    ("line", "left"), [("no 10 remark -", [10, 20, 20]), ("no remark -", [10, 10, 20]), ("no 20 remark -", [10, 10, 20])]
)
def test_the_remark_with_the_number_goes(line: str, left: list[int]) -> None:
    typist = _typist("ip access-list standard L\nremark -\npermit 10.0.0.1\nremark -\npermit 10.0.0.2").types(line)
    assert [number for number, _ in _numbers(typist, "L")] == left


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("remark x\nremark x", 1),
        ("remark x\n5 remark x", 1),
        ("remark x\n12 remark x", 1),
        ("remark x\npermit 10.0.0.1\npermit 10.0.0.2\nremark x\npermit any\nno permit 10.0.0.1", 2),
        ("remark x\nremark y\nremark x", 1),
        ("remark x\npermit 10.0.0.1\nremark x", 2),
        ("remark x\npermit 10.0.0.1\nremark x\npermit any\nno permit 10.0.0.1", 1),
        ("remark x\npermit 10.0.0.1\nremark x\npermit any\nno permit any", 2),
        ("remark x\npermit 10.0.0.1\nremark y\nremark x\nno permit 10.0.0.1", 1),
    ],
)
def test_equal_remarks_before_one_entry_are_one(typed: str, count: int) -> None:
    typist = _typist(f"ip access-list standard L\n{typed}")
    assert [text for _, text in _numbers(typist, "L")].count("remark x") == count


@pytest.mark.parametrize(
    ("line", "remarks"),
    [
        ("10 remark new", ["one", "two", "new", "three"]),
        ("9 remark new", ["new", "one", "two", "three"]),
        ("20 remark new", ["one", "two", "three", "new"]),
        ("remark new", ["one", "two", "three", "new"]),
    ],
)
def test_remarks_of_one_number_stand_as_they_were_entered(line: str, remarks: list[str]) -> None:
    typist = _typist("ip access-list standard L\nremark one\nremark two\npermit 10.0.0.1\nremark three").types(line)
    assert [text.split()[-1] for _, text in _numbers(typist, "L") if text.startswith("remark")] == remarks
    typist.types("no remark two")
    assert [text.split()[-1] for _, text in _numbers(typist, "L") if text.startswith("remark")] == [
        word for word in remarks if word != "two"
    ]


def test_entries_are_numbered_anew() -> None:
    typist = _typist(f"{NAMED}\n15 permit esp any any")
    section = typist.configuration.section("ip_access_list", "L")
    assert section is not None
    resequence(typist.configuration, section, 100, 5)
    assert _numbers(typist, "L") == [
        (100, "permit ip host 10.0.0.1 any"), (105, "permit esp any any"), (110, "remark the rest"), (110, "deny ip any any"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        NUMBERED,
        "access-list 10 permit 10.0.0.1\nacces-lst 10 permit 10.0.0.2\naccess-list 10 permit any",
        "ip access-list standard 10\n permit 10.0.0.1\n permitt 10.0.0.2\n permit any",
        "access-list 10 remark -\naccess-list 10 permit 10.0.0.1\naccess-list 10 remark -\naccess-list 10 permit any",
        "access-list 10 remark one\naccess-list 10 remark two\naccess-list 10 remark three\naccess-list 10 permit any",
        "ip access-list extended L\n remark one\n remark two\n permit esp any any\n remark three\n remark four",
        "ip access-list standard 10",
        "ipv6 access-list SIX\n permit tcp any any\n remark the rest\n deny ipv6 any any\n sequence 35 permit udp any any",
        "ipv6 access-list SIX\n sequence 35 remark the first\n permit tcp any any\n permit udp any any",
        "ipv6 access-list SIX\n sequence 1 remark the first\n remark the second\n permit tcp any any\n sequence 35 evaluate A",
        "version 17.3\nip access-list standard 10\n 10 permit 10.0.0.1\n 15 permit any",
    ],
)
def test_a_list_reads_back_as_it_is_printed(text: str) -> None:
    printed = list(render(read(language(), text)[0].root))
    assert [line for line in printed if line not in ("!", "end")] == text.splitlines()
    assert list(render(read(language(), "\n".join(printed))[0].root)) == printed


@pytest.mark.parametrize(
    "change", ["no access-list 10", "ip access-list standard 10\nno permit 10.0.0.1", "no ip access-list standard 10"]
)
def test_a_line_that_was_kept_after_an_entry_stays_when_the_entry_goes(change: str) -> None:
    text = "access-list 10 permit 10.0.0.1\nacces-lst 10 permit 10.0.0.2\naccess-list 10 permit any"
    configuration = read(language(), f"{text}\n{change}")[0]
    assert "acces-lst 10 permit 10.0.0.2" in list(render(configuration.root))


def test_a_long_list_is_read_without_a_walk_over_it_for_each_entry() -> None:
    typist = Typist(language())
    typist.types("ip access-list standard L\n" + "\n".join(f"permit 10.0.{i // 250}.{i % 250}" for i in range(2_000)))
    numbers = [number for number, _ in _numbers(typist, "L")]
    assert numbers == list(range(10, 20_010, 10))


@pytest.mark.parametrize("step", [-1, 7, 499])
def test_entries_stand_in_the_order_of_their_numbers_however_they_were_entered(step: int) -> None:
    numbers = [(place * step) % 1_000 + 1 for place in range(1_000)]
    typist = _typist(
        "ip access-list extended L\nremark first\n" + "\n".join(f"{number} permit tcp any any eq {number}" for number in numbers)
    )
    assert [number for number, _ in _numbers(typist, "L")] == sorted([*numbers, 10])
    assert typist.type("500 permit esp any any").refused == "% Duplicate sequence number"


def test_a_new_first_entry_of_a_list_is_entered_without_a_look_at_the_others() -> None:
    def steps(count: int) -> int:
        typist = _typist("ip access-list extended L")
        typist.types("\n".join(f"{number} permit tcp any any eq {number}" for number in range(count, 1, -1)))
        made = 0

        def count_lines(frame: FrameType, event: str, argument: object) -> TraceFunction:
            nonlocal made
            made += event == "line"
            return count_lines

        before = sys.gettrace()
        sys.settrace(count_lines)
        try:
            typist.type("1 permit esp any any")
        finally:
            sys.settrace(before)
        return made

    steps(10)  # what is read from the grammar once, is read
    assert steps(1_000) < steps(100) + 300


def test_a_prefix_list_counts_on_after_other_changes() -> None:
    typist = _typist("ip prefix-list A permit 1.0.0.0/8\nip prefix-list B permit 1.0.0.0/8\nip prefix-list A permit 2.0.0.0/8")
    typist.types("ip prefix-list A seq 12 permit 3.0.0.0/8\nip prefix-list A permit 4.0.0.0/8\nno ip prefix-list A seq 15")
    typist.types("ip prefix-list A permit 5.0.0.0/8\nip prefix-list A permit 5.0.0.0/8\nno ip prefix-list A permit 1.0.0.0/8")
    with Transaction(typist.configuration) as transaction:
        typist.types("ip prefix-list A permit 6.0.0.0/8")
        transaction.abort()
    typist.types("ip prefix-list A permit 7.0.0.0/8\nip prefix-list A permit 1.0.0.0/8")
    assert [line for line in render(typist.configuration.root) if " A " in line] == [
        f"ip prefix-list A seq {number} permit {first}.0.0.0/8" for number, first in ((10, 2), (12, 3), (15, 5), (20, 7), (25, 1))
    ]


def test_a_prefix_list_goes_as_a_whole() -> None:
    typist = _typist(
        "ip prefix-list A seq 9 permit 1.0.0.0/8\nip prefix-list A seq 5 permit 1.0.0.0/8\nip prefix-list A permit 2.0.0.0/8"
    )
    assert " seq 10 permit 2.0.0.0/8" in "".join(render(typist.configuration.root))
    assert list(render(typist.types("no ip prefix-list A").configuration.root)) == ["end"]
