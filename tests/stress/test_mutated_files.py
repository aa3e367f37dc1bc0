"""Configuration files with random mistakes: they are read to their end, whatever is in them.

The gate uses the same random numbers on every run; IOSSIM_LONG=1 uses many more, and new ones.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import iossim
from iossim import Diagnostic, Router
from iossim.escape import forbidden
from tests.support import LONG, examples

FILES = [
    path.read_bytes().decode("latin-1").split("\n")
    for path in sorted(Path("sample-configs").rglob("*.cfg"))
    if path.stat().st_size < 100_000
]
LINES = [line for lines in FILES for line in lines if line.strip()]
WORDS = sorted({word for line in LINES for word in line.split()})
#: Characters that have a meaning somewhere: to the language, to a terminal, to a reader of files.
JUNK = ' \t!"#%?^|/:.-0a\x00\x03\x07\x08\r\x0c\x1a\x1b\x7f\x85\x9b\xa0é\u2028\u202e\u20ac\ufeff\U0001f600\ud800\udcff'
#: Seconds of processor time for one file of 40 lines; the usual time is a few milliseconds.
LONGEST_TIME = 10

Mutation = Callable[[random.Random, list[str], int], None]


def _delete(_: random.Random, lines: list[str], at: int) -> None:
    del lines[at]


def _insert(numbers: random.Random, lines: list[str], at: int) -> None:
    lines.insert(at, numbers.choice(LINES))


def _repeat(numbers: random.Random, lines: list[str], at: int) -> None:
    lines[at:at] = [lines[at]] * numbers.randint(1, 5)


def _swap(numbers: random.Random, lines: list[str], at: int) -> None:
    other = numbers.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _indent(numbers: random.Random, lines: list[str], at: int) -> None:
    lines[at] = " " * numbers.randint(0, 4) + lines[at].lstrip()


def _cut(numbers: random.Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at][: numbers.randint(0, len(lines[at]))]


def _add_junk(numbers: random.Random, lines: list[str], at: int) -> None:
    start = numbers.randint(0, len(lines[at]))
    junk = "".join(numbers.choices(JUNK, k=numbers.randint(1, 4)))
    lines[at] = lines[at][:start] + junk + lines[at][start + numbers.randint(0, 2) :]


def _replace_word(numbers: random.Random, lines: list[str], at: int) -> None:
    words = lines[at].split(" ")
    words[numbers.randrange(len(words))] = numbers.choice(WORDS)
    lines[at] = " ".join(words)


def _abbreviate(numbers: random.Random, lines: list[str], at: int) -> None:
    lines[at] = " ".join(word[: max(1, numbers.randint(0, len(word)))] for word in lines[at].split(" "))


def _join(_: random.Random, lines: list[str], at: int) -> None:
    lines[at : at + 2] = [" ".join(lines[at : at + 2])]


def _negate(numbers: random.Random, lines: list[str], at: int) -> None:
    lines[at] = numbers.choice(("no ", "default ", "do ", "R(config)#", "% ", " --More-- ", "! ")) + lines[at]


def _lengthen(numbers: random.Random, lines: list[str], at: int) -> None:
    lines[at] += numbers.choice((" a", "x", " !", " 1:1", "\x1b[0m", " \x08")) * numbers.choice((10, 500, 5_000))


MUTATIONS: tuple[Mutation, ...] = (
    _delete, _insert, _repeat, _swap, _indent, _cut, _add_junk, _replace_word, _abbreviate, _join, _negate, _lengthen,
)  # fmt: skip


def mutated(numbers: random.Random) -> str:
    """A part of a sample file with one to eight mistakes."""
    lines = numbers.choice(FILES)
    start = numbers.randrange(len(lines))
    lines = lines[start : start + numbers.randint(1, 40)]
    for _ in range(numbers.randint(1, 8)):
        lines = lines or [""]
        numbers.choice(MUTATIONS)(numbers, lines, numbers.randrange(len(lines)))
    return "\n".join(lines)


def _random_numbers(part: int) -> random.Random:
    return random.Random() if LONG else random.Random(part)


@pytest.mark.parametrize("part", range(4))
def test_a_file_with_mistakes_is_read(part: int) -> None:
    numbers = _random_numbers(part)
    for _ in range(examples(150)):
        text = mutated(numbers)
        started = time.process_time()
        router = Router.from_text(text)
        shown = router.running_config
        again = Router.from_text(shown).running_config
        assert time.process_time() - started < LONGEST_TIME, text
        assert not [line for line in shown.split("\n") if forbidden(line) >= 0], text
        assert shown.endswith("end\n"), text
        assert len(shown) < 30 * len(text) + 10_000, text
        assert again.startswith(shown[:8]), text
        check(text, router.findings)


@pytest.mark.parametrize("part", range(4))
def test_a_file_with_mistakes_is_validated(part: int, tmp_path: Path) -> None:
    numbers, path = _random_numbers(part + 100), tmp_path / "a.cfg"
    for _ in range(examples(100)):
        text = mutated(numbers)
        encoding = numbers.choice(("utf-8", "utf-16", "latin-1"))
        path.write_bytes(text.encode(encoding, errors="replace"))
        started = time.process_time()
        diagnostics = list(iossim.validate(path))
        assert time.process_time() - started < LONGEST_TIME, text
        check(path.read_bytes().decode(encoding), diagnostics)


def check(text: str, diagnostics: list[Diagnostic]) -> None:
    """Every diagnostic has a place in the file, and is one line of text."""
    count = text.replace("\r", "\n").count("\n") + 1
    for diagnostic in diagnostics:
        assert 0 <= diagnostic.line <= count, (text, diagnostic)
        assert 1 <= diagnostic.column <= diagnostic.end_column, (text, diagnostic)
        assert forbidden(str(diagnostic)) == -1, (text, diagnostic)
        assert diagnostic.code
        assert len(str(diagnostic)) < 2_000, (text, diagnostic)
