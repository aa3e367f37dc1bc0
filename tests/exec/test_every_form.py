"""Every EXEC command in lines made from its grammar, on a router without configuration and in an office: no fault, and whole lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from iossim import Router
from iossim.language import language
from iossim.language.check.drawing import Drawer
from iossim.language.check.opinion import typed
from iossim.language.grammars import grammar_folder
from iossim.language.reading import read, sources
from iossim.language.space import Space
from iossim.router import Clock
from iossim.session import Session
from tests.exec.support import OFFICE
from tests.router.support import Time

#: Lines of each command at least; more follow until every alternative has been typed.
_LEAST = 3
_RULES = sorted(rule.name for rule in language().mode("exec").commands)
_BUSY = ("simulate ephone all register", "simulate ephone-dn 1 connected 5002", "simulate ephone-dn 2 ringing 5001")


@cache
def _space() -> Space:
    space, mistakes = read("exec", sources(grammar_folder())["exec"])
    assert not mistakes
    return space


def _lines(name: str) -> list[str]:
    """Lines of a command, so that each alternative of it occurs."""
    mode, rules = language().mode("exec"), _space().rules
    words = [typed(mode.root, line) for line in Drawer(rules).lines(rules[name], _LEAST)]
    return list(dict.fromkeys(" ".join(line) for line in words if line is not None))


def _bare() -> Session:
    return Router(clock=Clock(Time())).session()


def _office() -> Session:
    session = Router.from_text(OFFICE.read_text(encoding="utf-8"), clock=Clock(Time())).session()
    for line in _BUSY:
        assert session.run(line).accepted
    return session


@pytest.mark.parametrize("make", [_bare, _office])
@pytest.mark.parametrize("name", _RULES)
def test_every_form(name: str, make: Callable[[], Session]) -> None:
    lines = _lines(name)
    assert lines
    for line in lines:
        session = make()
        result = session.run(line)
        assert "% Invalid input" not in result.output, line
        while session.asking:
            session.interrupt()
        assert result.output == "" or result.output.endswith("\n") or session.closed, line
