"""Entry plans: which commands are nothing but stored."""

from __future__ import annotations

import dataclasses

import pytest

from iossim.config import PLAIN, plan_of
from iossim.config.checks import Check
from iossim.config.checks.names import pattern
from iossim.config.plan import EntryPlan
from iossim.language import Command, Language, language, match

#: A command of the small language, and what its plan has; nothing: it is plain.
PLANS = [
    ("global", "version 15.7", ""),
    ("global", "hostname a", ""),
    ("global", "feature", ""),
    ("global", "route 10.0.0.0 192.0.2.1", ""),
    ("global", "route 10.0.0.0 192.0.2.1 dn 1", "checks"),
    ("global", "rule permit", ""),
    ("global", "lookup", "restores"),
    ("global", "banner #x#", "multiline"),
    ("global", "end", "session action"),
    ("global", "telephony-service", "enters"),
    ("global", "dn 1", "checks enters"),
    ("global", "phone 1", "enters"),
    ("chain", "certificate 01", "multiline block"),
    ("dn", "number 5", ""),
    ("dn", "huntstop", "restores"),
    ("dn", "order 3", ""),
    ("dn", "caller x", ""),
    ("phone", "mac 1.2.3", "unique"),
    ("phone", "button 1:1", "checks merges"),
    ("phone", "keys Hold", "checks"),
    ("phone", "fast 3", "conflicts message"),
    ("phone", "slow", "conflicts"),
    ("phone", "reset", "action"),
    ("phone", "speed 1 5", ""),
    ("telephony_service", "max-dn 3", "checks"),
    ("telephony_service", "max-redirect 5", ""),
]


@pytest.mark.parametrize(("mode", "line", "fields"), PLANS, ids=[line for _, line, _ in PLANS])
def test_the_plan_of_a_form(trees: Language, mode: str, line: str, fields: str) -> None:
    command = match(trees.mode(mode), line)
    assert isinstance(command, Command)
    plan = plan_of(command.form)
    names = [field.name for field in dataclasses.fields(EntryPlan) if field.init]
    assert [name for name in names if getattr(plan, name) != getattr(EntryPlan(), name)] == sorted(fields.split(), key=names.index)
    assert (plan_of(command.form) is PLAIN) == (not fields)


@pytest.mark.parametrize(
    ("mode", "line", "silent"),
    [
        ("global", "version 15.7", True),
        ("global", "dn 1", True),
        ("phone", "button 1:1", True),
        ("phone", "slow", True),
        ("phone", "fast 3", False),  # the router says something
        ("phone", "reset", False),  # an action
        ("global", "end", False),
        ("global", "banner #x#", False),  # lines follow
        ("chain", "certificate 01", False),
    ],
)
def test_a_silent_command_is_entered_without_a_word(trees: Language, mode: str, line: str, silent: bool) -> None:
    command = match(trees.mode(mode), line)
    assert isinstance(command, Command)
    assert plan_of(command.form).silent == silent


@pytest.mark.parametrize(
    ("mode", "line", "checks"),
    [
        ("global", "interface GigabitEthernet0/0", ()),  # which ports a router has is not asked while a file is read
        ("line", "login", ()),
        ("global", "enable secret 0 b", ()),
        ("ephone_dn", "number 2001", (pattern,)),
    ],
)
def test_a_check_of_the_router_itself_is_not_asked_while_a_file_is_read(mode: str, line: str, checks: tuple[Check, ...]) -> None:
    command = match(language().mode(mode), line)
    assert isinstance(command, Command)
    plan = plan_of(command.form)
    assert plan.reading_checks == checks
    assert plan.named_checks
