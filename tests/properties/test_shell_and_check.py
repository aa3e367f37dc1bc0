"""The shell and `iossim validate` judge every line alike: what one refuses, the other reports."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from iossim import Router
from iossim.session import Session
from iossim.validate import Diagnostic, check_text
from tests.properties.strategies import configuration
from tests.properties.test_files import lines as sample_lines
from tests.support import examples

#: Words of the hardware: a router refuses what it does not have, and a file may be one of another router.
_HARDWARE = ("interface", "voice-port", "controller", "voice-card", "line", "port")
#: A line may look like the rest of the line before it, cut where a terminal was full; nobody types such a line.
_WRAPPED = "wrapped-line"


class Typist:
    """Types lines into a router, and remembers those that it accepted.

    Attributes:
        accepted: the lines that were accepted, as they stand in a file.
        session: the session, in configuration.
    """

    def __init__(self) -> None:
        self.accepted: list[str] = []
        self.session = Session(Router())
        self.session.execute("configure terminal")

    def type(self, line: str) -> bool:
        """Types a line, after the sections that are deeper than its indentation are left; returns True if it was accepted."""
        indent = len(line) - len(line.lstrip(" "))
        while self.session.section is not None and self._depth() > indent:
            self.session.execute("exit")
        accepted = self.session.run(line.strip()).accepted
        while self.session.prompt.rstrip().endswith("[confirm]"):
            self.session.execute("")
        if accepted:
            self.accepted.append(line)
        return accepted

    def _depth(self) -> int:
        depth, section = 0, self.session.section
        while section is not None and section.parent is not None:
            depth, section = depth + 1, section.parent
        return depth


def _mutated(numbers: random.Random, line: str) -> str:
    """A line with a letter or a word changed, doubled or left out."""
    words = line.split(" ")
    at = numbers.randrange(len(words))
    word = words[at]
    spot = numbers.randint(0, len(word))
    longer, shorter = word[:spot] + numbers.choice("0x9.z") + word[spot:], word[:spot] + word[spot + 1 :]
    words[at] = numbers.choice((longer, shorter, f"{word} {word}", "", "x"))
    return " ".join(words).rstrip()


def compare(lines: list[str]) -> None:
    """Types lines one by one, and compares with the check of a file of the accepted lines and this one."""
    typist = Typist()
    refused: int | None = None
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or (refused is not None and indent > refused):
            continue
        refused = None
        before = list(typist.accepted)
        number = len(before) + 1
        found = [each for each in check_text("a.cfg", "\n".join([*before, line])) if each.line == number or each.code == _WRAPPED]
        accepted = typist.type(line)
        errors = [each for each in found if each.severity == "error"]
        if accepted:
            assert errors == [] or _is_of_another_version(errors), (before, line, errors)
        else:
            refused = indent
            hardware = line.removeprefix("no ").split()[0] in _HARDWARE
            assert found or hardware, (before, line, "the shell refuses it, and the check says nothing")


def _is_of_another_version(errors: list[Diagnostic]) -> bool:
    """True if an abbreviation is ambiguous only because the check, without a version, knows commands that were removed."""
    return all(each.code == "ambiguous-command" and "xmlschema" in each.message for each in errors)


def _with_mistakes(numbers: random.Random, lines: list[str], count: int) -> list[str]:
    """Lines, some of them with a mistake."""
    changed = list(lines)
    for _ in range(count if lines else 0):
        at = numbers.randrange(len(changed))
        text = changed[at].lstrip(" ")
        changed[at] = changed[at][: len(changed[at]) - len(text)] + _mutated(numbers, text)
    return changed


@settings(max_examples=examples(60))
@given(configuration(), st.randoms(use_true_random=False), st.integers(0, 3))
def test_they_agree_on_generated_lines(lines: list[str], numbers: random.Random, mistakes: int) -> None:
    """Lines drawn from the grammars."""
    compare(_with_mistakes(numbers, [line for line in lines if "\n" not in line], mistakes))


#: Words that open a text of several lines, or close the file.
_TEXTS = ("banner", "certificate", "end", "!")


@settings(max_examples=examples(60))
@given(st.integers(0, len(sample_lines()) - 1), st.integers(3, 30), st.randoms(use_true_random=False), st.integers(0, 4))
def test_they_agree_on_lines_of_samples(start: int, count: int, numbers: random.Random, mistakes: int) -> None:
    """Lines of sample files, from the beginning of a section on."""
    lines = sample_lines()
    while lines[start].startswith(" "):
        start -= 1
    part = [line for line in lines[start : start + count] if line.strip() and not line.lstrip().startswith(_TEXTS)]
    compare(_with_mistakes(numbers, part, mistakes))
