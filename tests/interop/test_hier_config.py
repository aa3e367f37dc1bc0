"""hier_config's remediation from configuration A to B, typed into a router that runs A, gives B."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from hier_config import Platform, WorkflowRemediation, get_hconfig

from iossim import Router
from tests.interop.support import sample

NAMES = ("small-office.cfg", "sccp-office.cfg", "hotel.cfg", "sip-office.cfg", "call-centre.cfg", "night-service.cfg")
PAIRS = list(permutations(NAMES, 2))

#: Lines that hier_config leaves different, and the reason; the pattern fits the line with its sign, and with its header before it.
REASONS = {
    r"\+ephone \d+: button .*": "removing an ephone-dn takes its buttons along; hier_config does not type unchanged lines again",
    r"-: no logging buffered": "hier_config negates the line with its words; what stays is the `no` form, which a router prints",
    r"-: no network-clock-participate wic 0": "the same",
    r"-line \S.*: no (exec-timeout|login)": "the same",
    r"-voice-card 0: no dspfarm": "the same",
    r"-voice-port \S+: .*": "the lines below a voice port that the router refuses go to the section before",
    r"\+(: voice-port \S+|voice-port \S+: .*|dial-peer voice \d+ pots: port \S+)": "the router has no such voice port",
    r"[-+]: version \S+": "hier_config never types `version`, which is no command of a user",
    r"-: logging console debugging": "hier_config types this line in place of `logging console`, and it stays",
    r"-: ip source-route": "hier_config types the positive form of `no ip source-route`, which stays",
}


def remediation(running: Router, wanted: Router) -> list[str]:
    """The lines to type, as hier_config finds them."""
    configs = (get_hconfig(Platform.CISCO_IOS, router.running_config) for router in (running, wanted))
    entries = WorkflowRemediation(*configs).remediation_config.all_children_sorted()
    return [line for entry in entries for line in entry.cisco_style_text().split("\n")]  # a banner has several lines


def lines(router: Router) -> set[str]:
    """The lines of the running-config, each with the header that it stands below."""
    found: set[str] = set()
    header = ""
    for line in router.running_config.split("\n"):
        if line.startswith(" "):
            found.add(f"{header}: {line.strip()}")
        elif line not in ("", "!", "end"):
            header = line
            found.add(f": {line}")
    return {" ".join(line.split()) for line in found}  # ephone  3, button  1:3: blanks that a router prints


@pytest.fixture(scope="module")
def left() -> dict[tuple[str, str], set[str]]:
    """The lines that differ after the remediation, with a sign, for each pair of configurations."""
    differences: dict[tuple[str, str], set[str]] = {}
    for first, second in PAIRS:
        running, wanted = sample(first), sample(second)
        user = running.session()
        user.execute("configure terminal")
        for line in remediation(running, wanted):
            user.run(line)
            if user.prompt.endswith("[confirm]"):
                user.run("")
        user.execute("end")
        is_now, should_be = lines(running), lines(wanted)
        differences[first, second] = {f"-{line}" for line in is_now - should_be} | {f"+{line}" for line in should_be - is_now}
    return differences


@pytest.mark.parametrize("pair", PAIRS, ids=" to ".join)
def test_the_remediation_gives_the_wanted_configuration(left: dict[tuple[str, str], set[str]], pair: tuple[str, str]) -> None:
    assert [line for line in sorted(left[pair]) if not any(re.fullmatch(pattern, line) for pattern in REASONS)] == []


def test_every_reason_is_needed(left: dict[tuple[str, str], set[str]]) -> None:
    everything = set().union(*left.values())
    assert [pattern for pattern in REASONS if not any(re.fullmatch(pattern, line) for line in everything)] == []


def test_some_pairs_differ_in_nothing_but_the_version(left: dict[tuple[str, str], set[str]]) -> None:
    assert sum(all(": version " in line for line in differences) for differences in left.values()) > 5


def test_a_remediation_is_more_than_nothing() -> None:
    assert len(remediation(sample("small-office.cfg"), sample("sccp-office.cfg"))) > 200
