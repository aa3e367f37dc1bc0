"""The network commands in lines made from their grammar, on routers with everything and with nothing: no fault, and whole lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from iossim import Router
from iossim.language import language
from iossim.language.check.drawing import Drawer
from iossim.language.check.opinion import typed
from iossim.language.grammars import grammar_folder
from iossim.language.reading import read, sources
from iossim.language.rules import Rule
from iossim.router import Clock
from tests.exec.support import OFFICE
from tests.router.support import Time

_FILES = ("reaching", "interfaces", "routes", "neighbours", "filters", "routing", "ipv6", "switching", "unused")
_RULES = sorted(
    rule.name for rule in language().mode("exec").commands if rule.file.removeprefix("exec/").removesuffix(".lark") in _FILES
)
#: Lines of each command at least; more follow until every alternative has been typed.
_LEAST = 3
#: Lines beside the office that use what the commands show.
_LAB = OFFICE.parents[1] / "interop" / "lab.cfg"


@cache
def _routers() -> list[Router]:
    office = OFFICE.read_text(encoding="utf-8").removesuffix("end\n")
    full = Router.from_text(f"{office}{_LAB.read_text(encoding='utf-8')}end\n", clock=Clock(Time()))
    full.session().execute("simulate ephone all register")
    return [full, Router(clock=Clock(Time())), Router.from_text("hostname Nothing\nend\n"), Router(platform="4331")]


@cache
def _rules() -> Mapping[str, Rule]:
    space, mistakes = read("exec", sources(grammar_folder())["exec"])
    assert not mistakes
    return space.rules


def _lines(name: str) -> list[str]:
    """Lines of a command, so that each alternative of it occurs."""
    root = language().mode("exec").root
    words = [typed(root, line) for line in Drawer(_rules()).lines(_rules()[name], _LEAST)]
    return list(dict.fromkeys(" ".join(line) for line in words if line is not None))


def test_there_are_rules() -> None:
    assert len(_RULES) > 100


@pytest.mark.parametrize("name", _RULES)
def test_every_form(name: str) -> None:
    lines = _lines(name)
    assert lines
    for line in lines:
        for router in _routers():
            user = router.session()
            output = user.execute(line)
            for answer in ("10.1.1.1", "x" * 300, "-1", "y"):
                if user.asking:
                    user.execute(answer)
            assert output == "" or output.endswith("\n") or user.asking, line
            user.close()
