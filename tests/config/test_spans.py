"""Ranges of terminal lines in files: a range divides others, and what is printed reads back to itself."""

from __future__ import annotations

import random

import pytest

from iossim.config import Configuration
from iossim.files.load import read_lines
from iossim.validate import check_text
from tests.files.support import printed


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["line vty 0 15", " login local"], ["line vty 0 15", " login local"]),
        (
            ["line vty 0 4", " login local", "line vty 0 15", " transport input ssh"],
            ["line vty 0 4", " login local", " transport input ssh", "line vty 5 15", " transport input ssh"],
        ),
        (
            ["line vty 0 15", " login local", "line vty 0 4", " password one"],
            ["line vty 0 4", " password one", " login local", "line vty 5 15", " login local"],
        ),
        (["line vty 0 4", " login local", "line con 0", "line aux 0"], ["line con 0", "line aux 0", "line vty 0 4", " login local"]),
        (["line vty 0 4", " mystery", "line vty 2", " login local"], [
            "line vty 0 1", " mystery", "line vty 2", " mystery", " login local", "line vty 3 4", " mystery",
        ]),
    ],
)  # fmt: skip
def test_a_range_of_a_file_divides_the_ranges_before_it(lines: list[str], expected: list[str]) -> None:
    assert printed(*lines) == expected
    assert printed(*expected) == expected


def test_each_part_has_all_lines_of_the_whole_where_they_stood_in_the_file() -> None:
    lines = ["line vty 0 4", " transport input telnet", " mystery", " no exec", "line vty 4", " password one"]
    body = [" no exec", " transport input telnet", " mystery"]
    assert printed(*lines) == ["line vty 0 3", *body, "line vty 4", " password one", *body]
    found = [item.line for item in check_text("", "\n".join(["version 15.7", *lines, "end"])) if item.code == "telnet-on-vty"]
    assert found == [3, 3]


@pytest.mark.parametrize("seed", range(10))
def test_every_line_has_the_settings_of_the_last_range_with_it(seed: int) -> None:
    chance = random.Random(seed)
    configuration, minutes = Configuration(), dict[int, int]()
    for minute in range(11, 25):
        first = chance.randrange(12)
        last = first + chance.randrange(1, 6)
        read_lines(configuration, [f"line vty {first} {last}", f" exec-timeout {minute} 0"])
        minutes |= dict.fromkeys(range(first, last + 1), minute)
    found = {}
    for section in configuration.root.any_sections("line"):
        numbers = [int(number) for number in section.key[1:]]
        timeout = section.get("exec_timeout")
        assert timeout is not None
        for number in range(numbers[0], numbers[-1] + 1):
            assert number not in found
            found[number] = int(timeout.words[1])
    assert found == minutes
