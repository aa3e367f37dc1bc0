"""Scenario files: what they say, and what is wrong with them."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from iossim.errors import ScenarioError
from iossim.router.scenario import parse_scenario, read_scenario
from iossim.router.scenario_steps import Churn
from tests.router.support import office

OFFICE = """
seed: 7
events:
  - do: simulate ephone all register
  - at: 60
    every: 30
    times: 2
    do: [simulate ephone-dn 1 ringing, simulate ephone-dn 1 idle]
  - at: 90
    do: simulate ephone 1 unregister
"""

CHURN = """
events:
  - at: 10
    until: 100
    churn: {every: 5, ephones: "1-3,7", do: [register, decease]}
"""


def test_lines_come_in_the_order_of_their_times() -> None:
    assert list(parse_scenario(OFFICE).steps()) == [
        (0, "simulate ephone all register"),
        (60, "simulate ephone-dn 1 ringing"),
        (60, "simulate ephone-dn 1 idle"),
        (90, "simulate ephone-dn 1 ringing"),
        (90, "simulate ephone-dn 1 idle"),
        (90, "simulate ephone 1 unregister"),
    ]


def test_without_times_it_goes_on_for_ever() -> None:
    steps = parse_scenario("events: [{every: 10, do: show clock}]").steps()
    assert list(islice(steps, 3)) == [(0, "show clock"), (10, "show clock"), (20, "show clock")]


def test_churn_is_the_same_for_the_same_seed() -> None:
    once, again = (list(parse_scenario(CHURN).steps()) for _ in range(2))
    assert once == again
    assert once != list(parse_scenario("seed: 2" + CHURN).steps())
    assert all(10 < time < 100 for time, _ in once)
    assert [time for time, _ in once] == sorted(time for time, _ in once)
    lines = {line for _, line in once}
    assert lines <= {f"simulate ephone {tag} {action}" for tag in (1, 2, 3, 7) for action in ("register", "decease")}


def test_two_churns_are_not_alike() -> None:
    text = "events: [{churn: {every: 1, ephones: 1-9}}, {churn: {every: 1, ephones: 1-9}}]"
    one, two = parse_scenario(text).parts
    assert list(islice(one.steps(), 5)) != list(islice(two.steps(), 5))


def test_every_line_of_a_churn_is_one_that_the_router_takes() -> None:
    router, _ = office()
    session = router.session()
    text = "events: [{churn: {every: 1, ephones: 1-3, do: [register, unregister, decease]}}]"
    for _, line in islice(parse_scenario(text).steps(), 50):
        assert session.run(line).accepted


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[", "no YAML: "),
        ("just words", "a scenario is a mapping with events, seed"),
        ("seed: 1", "a scenario needs `events`, a list of at least one event"),
        ("events: []", "events is a list of at least one event, not []"),
        ("seed: x\nevents: [{do: a}]", "seed is a whole number, not 'x'"),
        ("events: [{do: a}]\nphones: 3", "a scenario has no 'phones'; it has events, seed"),
        ("events: [a]", "event 1 is a mapping with at, churn, do, every, times, until"),
        ("events: [{do: a}, {at: 5}]", "event 2: either `do` or `churn`"),
        ("events: [{do: a, churn: {every: 1, ephones: 1}}]", "event 1: either `do` or `churn`"),
        ("events: [{when: 5, do: a}]", "event 1 has no 'when'"),
        ("events: [{at: soon, do: a}]", "event 1: at is a number of seconds from 0 to 1000000000, not 'soon'"),
        ("events: [{at: -1, do: a}]", "event 1: at is a number of seconds from 0 to 1000000000, not -1"),
        ("events: [{every: 0, do: a}]", "event 1: every is a number of seconds from 0.001 to 1000000000, not 0"),
        ("events: [{times: 2, do: a}]", "event 1: `times` needs `every`"),
        ("events: [{every: 1, times: 0, do: a}]", "event 1: times is a whole number from 1 to 1000000000, not 0"),
        ("events: [{until: 5, do: a}]", "event 1: `until` goes with `churn`; give `times`"),
        ("events: [{do: []}]", "event 1: do is an EXEC line, or a list of EXEC lines, not []"),
        ("events: [{do: [a, 5]}]", "event 1: do is an EXEC line, or a list of EXEC lines, not 5"),
        ("events: [{every: 1, churn: {every: 1, ephones: 1}}]", "event 1: every does not go with `churn`"),
        ("events: [{churn: {ephones: 1}}]", "event 1: churn needs `every`, a number of seconds from 0.001 to 1000000000"),
        ("events: [{churn: {every: 1}}]", "event 1: churn needs `ephones`, tags from 1 to 65535, as 1-20,25"),
        ("events: [{churn: {every: 1, ephones: 5-2}}]", "event 1: ephones is tags from 1 to 65535, as 1-20,25, not '5-2'"),
        (
            "events: [{churn: {every: 1, ephones: 1, do: [dance]}}]",
            "event 1: churn: do is one or more of register, unregister, decease, dnd, no-dnd, not 'dance'",
        ),
        ("events: [{at: true, do: a}]", "event 1: at is a number of seconds from 0 to 1000000000, not True"),
        ("events: [{at: .nan, do: a}]", "event 1: at is a number of seconds from 0 to 1000000000, not nan"),
        ("events: [{at: .inf, do: a}]", "event 1: at is a number of seconds from 0 to 1000000000, not inf"),
        ("events: [{every: .nan, do: a}]", "event 1: every is a number of seconds from 0.001 to 1000000000, not nan"),
        ("events: [{every: 1.0e-300, do: a}]", "event 1: every is a number of seconds from 0.001 to 1000000000, not 1e-300"),
        ("events: [{at: 1" + "0" * 400 + ", do: a}]", "event 1: at is a number of seconds from 0 to 1000000000, not 1000"),
        ("events: [{at: 1" + "0" * 5000 + ", do: a}]", "no YAML: Exceeds the limit"),
        ("events: [{at: 2001-99-99, do: a}]", "no YAML: month must be in 1..12"),
        ("events: [{churn: {every: 1, ephones: 1-1000000000}}]", "event 1: ephones is tags from 1 to 65535"),
        ("events: [{churn: {every: 1, ephones: 1-65536}}]", "event 1: ephones is tags from 1 to 65535"),
        ("events: [{churn: {every: 1, ephones: 0}}]", "event 1: ephones is tags from 1 to 65535"),
        ('events: [{churn: {every: 1, ephones: "\u00b2"}}]', "event 1: ephones is tags from 1 to 65535, as 1-20,25, not '\u00b2'"),
        ('events: [{churn: {every: 1, ephones: "1' + "0" * 5000 + '"}}]', "event 1: ephones is tags from 1 to 65535"),
        ("events: [{churn: {every: 1, ephones: 1" + "0" * 4000 + "}}]", "event 1: ephones is tags from 1 to 65535"),
        ("events: [{churn: {every: 1, ephones: 1, often: 2}}]", "event 1: churn has no 'often'; it has do, ephones, every"),
        ("events: [{churn: 5}]", "event 1: churn is a mapping with do, ephones, every"),
        ("events: [{1: 2}]", "event 1 is a mapping with at, churn, do, every, times, until"),
        ('events: [{do: "send log a\\ud800b"}]', "event 1: do is an EXEC line, or a list of EXEC lines, not 'send log a\\ud800b'"),
        ('events: [{do: "a\\x1bb"}]', "event 1: do is an EXEC line, or a list of EXEC lines, not"),
        ("[" * 3000 + "]" * 3000, "no YAML: more than 10 lists and mappings in each other"),
        ("events: " + "{a: " * 3000 + "}" * 3000, "no YAML: more than 10 lists and mappings in each other"),
        ("events: [{do: a}]#" + "x" * 1_000_000, "a scenario has at most 1000000 characters"),
        ("events: &a [{do: *a}]", "event 1: do is an EXEC line, or a list of EXEC lines"),
    ],
)
def test_what_no_scenario_says(text: str, message: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(text)
    assert str(caught.value).startswith(message)


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_text(OFFICE, encoding="utf-8")
    assert read_scenario(path) == parse_scenario(OFFICE)
    path.write_text("events: 3", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"office\.yaml: events is a list of at least one event, not 3"):
        read_scenario(path)
    with pytest.raises(ScenarioError, match=r"cannot read .*missing\.yaml: No such file"):
        read_scenario(tmp_path / "missing.yaml")


def test_the_bounds_themselves_are_allowed() -> None:
    text = (
        "events: [{at: 1000000000, every: 0.001, times: 1, do: a}, {until: 0, churn: {every: 1000000000, ephones: '65535,1-2,2'}}]"
    )
    lines, churn = parse_scenario(text).parts
    assert list(lines.steps()) == [(1_000_000_000, "a")]
    assert list(churn.steps()) == []
    assert churn == Churn(0, 0, 1_000_000_000, (65535, 1, 2), ("register", "unregister"), "1/2")


@pytest.mark.parametrize(
    "text", ["[" * 3000, "events: [{churn: {every: 1, ephones: 1-1000000000}}]", 'events: [{do: "a\\ud800b"}]']
)
def test_serve_refuses_a_file_with_one_line_and_status_2(tmp_path: Path, text: str) -> None:
    path = tmp_path / "day.yaml"
    path.write_text(text)
    ended = subprocess.run(
        [sys.executable, "-m", "iossim", "serve", "--scenario", str(path)], capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"iossim: {path}: ")
    assert ended.stderr.count("\n") == 1
