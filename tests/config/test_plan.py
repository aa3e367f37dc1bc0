"""Entry plans: which commands are nothing but stored."""

from __future__ import annotations

import pytest

from iossim.config import PLAIN, plan_of
from iossim.config.plan import EntryPlan
from iossim.language import Command, Language, match

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
    assert [name for name in EntryPlan.__slots__ if getattr(plan, name) != getattr(EntryPlan(), name)] == sorted(
        fields.split(), key=EntryPlan.__slots__.index
    )
    assert (plan_of(command.form) is PLAIN) == (not fields)
