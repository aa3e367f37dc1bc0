"""Commands whose entry changes other entries: `privilege` moves the words before a command, `username` keeps its options."""

from __future__ import annotations

import pytest

from iossim.config import render
from iossim.language import language
from tests.config.support import Typist


def _privileges(text: str) -> list[str]:
    typist = Typist(language()).types(text)
    return [line for line in render(typist.configuration.root) if line.startswith("privilege")]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("privilege exec level 5 show clock", ["privilege exec level 5 show clock", "privilege exec level 5 show"]),
        ("privilege exec level 5 sh ru", ["privilege exec level 5 show running-config", "privilege exec level 5 show"]),
        ("privilege configure level 7 ephone", ["privilege configure level 7 ephone"]),
        ("privilege ephone level 7 butt", ["privilege ephone level 7 button"]),
        ("privilege exec level 3 show\nprivilege exec level 5 show clock",
         ["privilege exec level 5 show clock", "privilege exec level 3 show"]),
        ("privilege interface level 5 no shut", ["privilege interface level 5 no shutdown", "privilege interface level 5 no"]),
        ("privilege configure level 5 ip nonesuch a b", ["privilege configure level 5 ip nonesuch a b", "privilege configure level 5 ip"]),
        ("privilege configure level 5 nonesuch a b", ["privilege configure level 5 nonesuch a b"]),
        ("privilege router level 5 network a b", ["privilege router level 5 network a b"]),
        ("privilege router level 5 network a b\nno privilege router level 5 network a b", []),
    ],
)  # fmt: skip
def test_moving_a_command_moves_the_words_before_it(typed: str, shown: list[str]) -> None:
    assert sorted(_privileges(typed)) == sorted(shown)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("privilege exec level 5 no such command", 5),
        ("privilege exec level 5 nonesuch", 4),
        ("privilege exec level 5 show show", 5),
        ("privilege exec all level 5 show nonesuch clock", 6),
        ("privilege exec reset show nonesuch", 4),
        ("no privilege exec level 5 show nonesuch", 5),
        ("privilege ephone level 5 button 1:1", 5),
        ("privilege exec level 5 c", 4),
    ],
)
def test_words_that_are_no_command_of_the_mode_are_refused(typed: str, word: int) -> None:
    typist = Typist(language())
    applied = typist.type(typed)
    assert (applied.accepted, applied.refused, applied.word) == (False, "", word)
    assert typist.configuration.root.entries == {}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("privilege exec level 5 show clock\nno privilege exec level 5 show clock", []),
        ("privilege exec level 5 show clock\nprivilege exec level 5 show version\nno privilege exec level 5 show clock",
         ["privilege exec level 5 show", "privilege exec level 5 show version"]),
        ("privilege exec level 3 show\nprivilege exec level 5 show clock\nno privilege exec level 5 show clock",
         ["privilege exec level 3 show"]),
    ],
)  # fmt: skip
def test_taking_it_back_takes_those_back_that_nothing_else_needs(typed: str, shown: list[str]) -> None:
    assert sorted(_privileges(typed)) == sorted(shown)


def _users(text: str) -> list[str]:
    typist = Typist(language()).types(text)
    return [line for line in render(typist.configuration.root) if line.startswith("username")]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("username ann privilege 15\nusername ann secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0",
         ["username ann privilege 15 secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0"]),
        ("username ann password 0 a\nusername ann privilege 5", ["username ann privilege 5 password 0 a"]),
        ("username ann password 0 a\nusername ann password 0 b", ["username ann password 0 b"]),
        ("username ann privilege 5\nusername bob privilege 6", ["username ann privilege 5", "username bob privilege 6"]),
        ("username ann privilege 5\nno username ann", []),
    ],
)  # fmt: skip
def test_what_was_said_of_a_user_before_stays(typed: str, shown: list[str]) -> None:
    assert _users(typed) == shown
