"""Every form of every EXEC command, with odd answers to its questions, runs without a fault on a bare router and on an office."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.language import language
from iossim.language.check.drawing import Drawer
from iossim.language.check.opinion import typed
from iossim.language.rules import Rule
from tests.exec.support import session

MODE = language().mode("exec")
BUSY = ("simulate ephone all register", "simulate ephone-dn 1 ringing 5003", "simulate voice register pool all register")
#: Lines of a rule that are tried at most, beside the ones that its alternatives need.
LEAST = 2
#: Answers to questions: no answer, one that nobody expects, and yes.
ANSWERS = ("", "\x7f?", "yes")
#: Questions that are answered at most.
MOST_ANSWERS = 6


def lines(rule: Rule) -> list[str]:
    """Lines of a rule in which every alternative occurs."""
    drawn = [typed(MODE.root, symbols) for symbols in Drawer(MODE.tree.rules).lines(rule, LEAST)]
    return [" ".join(words) for words in drawn if words is not None]


@pytest.mark.parametrize("rule", MODE.commands, ids=lambda rule: rule.name)
def test_every_answer(rule: Rule) -> None:
    office, _ = session(*BUSY)
    assert lines(rule)
    for line in lines(rule):
        for answer in ANSWERS:
            for user in (office, Router().session()):
                output = user.run(line).output
                assert output == "" or output.endswith("\n")
                for _ in range(MOST_ANSWERS):
                    if user.asking:
                        user.run(answer)
                user.interrupt()
            if office.closed:
                office, _ = session(*BUSY)
