"""Every EXEC command has a function, and every form that the catalogue knows of one prints something without a fault."""

from __future__ import annotations

import pytest

from iossim.exec import COMMANDS
from iossim.language import language
from tests.catalogue.entries import Entry, entries
from tests.catalogue.paths import paths
from tests.catalogue.samples import typed
from tests.exec.support import session

EXEC = [entry for entry in entries() if not entry.configures]
#: Lines that end with another message than silence or text: there is no such user.
REFUSED = ("emadmin login", "emadmin logout")
BUSY = (
    "simulate ephone all register",
    "simulate ephone-dn 1 ringing 5003",
    "simulate ephone-dn 2 channel 3 connected 5001",
    "simulate voice register pool all register",
    "simulate voice register dn 1 connected 5001",
    "simulate voice register dn 2 hold 5001",
)


def _forms(entry: Entry) -> list[str]:
    mode = language().mode("exec")
    more = tuple(dict.fromkeys(word for line in entry.examples for word in line.split()))
    return [typed(mode, entry.graph, path, {}, more).text for path in paths(entry.graph)]


def test_commands_and_functions_are_the_same() -> None:
    assert {rule.base for rule in language().mode("exec").commands} == set(COMMANDS)


def test_the_catalogue_is_whole() -> None:
    assert len(EXEC) == 143


@pytest.mark.parametrize("entry", EXEC, ids=lambda entry: entry.command)
def test_every_form(entry: Entry) -> None:
    for lines in ((), BUSY):
        user, _ = session(*lines)
        for line in _forms(entry):
            result = user.run(line)
            if user.asking:
                user.interrupt()
            assert result.accepted or line.startswith(REFUSED), result.output
            assert result.output == "" or result.output.endswith("\n")


def test_nothing_shows_a_secret() -> None:
    user, _ = session(*BUSY)
    shown = "".join(user.execute(line) for entry in EXEC if entry.command.startswith("show") for line in _forms(entry))
    assert not [secret for secret in ("4711", "secret1", "3Rs92uzQ") if secret in shown]


@pytest.mark.parametrize("line", ["show ephone", "show telephony-service", "show presence global", "show voice emergency"])
def test_what_user_exec_may_see(line: str) -> None:
    user, _ = session()
    user.level = 1
    assert user.run(line).accepted


@pytest.mark.parametrize("line", ["show ephone-dn summary", "simulate ephone 1 register", "debug cme-xml", "show fb-its-log"])
def test_what_user_exec_may_not(line: str) -> None:
    user, _ = session()
    user.level = 1
    assert not user.run(line).accepted
