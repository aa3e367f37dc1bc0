"""What the router refuses, in its words or with its caret: each reason with a sample that has it, and one that has not."""

from __future__ import annotations

import pytest

from iossim.config.constraints import live_bound
from iossim.language import language
from tests.config.support import Typist

#: What was typed before, the line that is refused, the message ("": the caret), the word under the caret.
REFUSED = [
    ("telephony-service\nmax-dn 10", "dn 11", "", 1),
    ("telephony-service\nmax-dn 3\nexit\ndn 1", "route 10.0.0.0 192.0.2.1 dn 4", "", 4),
    ("phone 1", "keys Hold Redial Hold", "", 3),
    ("phone 1", "keys Hold hold", "", 2),
    ("phone 1", "button 1:1", "invalid dn for button 1", 1),
    ("dn 1\nphone 1", "button 1:1 4o1,2", "invalid dn for button 4", 2),
    ("version 15.7", "no version", "", 0),
]

ACCEPTED = [
    ("telephony-service\nmax-dn 10", "dn 10"),
    ("", "dn 20"),
    ("phone 1", "keys Hold Redial Dnd"),
    ("dn 1\nphone 1", "button 1:1"),
    ("phone 1", "button 3x1"),
    ("phone 1\nmac 1.2.3", "mac 1.2.3"),
    ("phone 1\nmac 1.2.3\nno mac\nphone 2", "mac 1.2.3"),
    ("phone 1\nmac 1.2.3\nno phone 1\nphone 2", "mac 1.2.3"),
    ("phone 1\nmac 1.2.3\nphone 2", "mac 1.2.3"),
    ("dn 1", "caller Ann"),
    ("dn 1", "route 10.0.0.0 192.0.2.1 dn 2"),
]


@pytest.mark.parametrize(("before", "line", "message", "word"), REFUSED)
def test_a_line_that_is_refused_changes_nothing(typist: Typist, before: str, line: str, message: str, word: int) -> None:
    typist.types(before)
    snapshot, changes = typist.configuration.root.snapshot(), typist.configuration.changes
    applied = typist.type(line)
    assert not applied.accepted
    assert (applied.refused, applied.word) == (message, word)
    assert (typist.configuration.root.snapshot(), typist.configuration.changes) == (snapshot, changes)


@pytest.mark.parametrize(("before", "line"), ACCEPTED)
def test_a_line_that_nothing_speaks_against(typist: Typist, before: str, line: str) -> None:
    typist.types(before)
    assert typist.type(line).accepted


def test_a_bound_is_what_another_command_says_now(typist: Typist) -> None:
    configuration = typist.configuration
    assert live_bound(configuration, "max-dn") is None
    typist.types("telephony-service\nmax-dn 7")
    assert live_bound(configuration, "max-dn") == 7
    typist.types("max-dn 70")
    assert live_bound(configuration, "max-dn") == 70
    typist.types("no max-dn")
    assert live_bound(configuration, "max-dn") is None
    assert live_bound(configuration, "max-something") is None


def test_a_tag_may_be_a_multiple_of_a_maximum() -> None:
    typist = Typist(language()).types("telephony-service\nmax-ephones 10\nexit")
    assert typist.type("voice user-profile 30").accepted
    assert typist.type("voice user-profile 31").word == 2


def test_a_maximum_below_a_tag_in_use_is_refused(typist: Typist) -> None:
    typist.types("dn 9\nnumber 5\ntelephony-service")
    assert typist.type("max-dn 3").word == 1
    typist.types("max-dn 9")


@pytest.mark.parametrize(
    ("used", "maximum", "accepted"),
    [
        ("ephone-dn 9", "telephony-service\nmax-dn 3", False),
        ("ephone-dn 9", "voice register global\nmax-dn 3", True),
        ("voice register dn 9", "voice register global\nmax-dn 3", False),
        ("voice register dn 9", "telephony-service\nmax-dn 3", True),
        ("ephone 9", "telephony-service\nmax-dn 3", True),
        ("ephone 9", "telephony-service\nmax-ephones 3", True),
        ("voice register pool 9", "voice register global\nmax-pool 3", False),
        ("voice register pool 9", "telephony-service\nmax-ephones 3", True),
        ("voice user-profile 30", "telephony-service\nmax-ephones 10", True),
        ("voice user-profile 31", "telephony-service\nmax-ephones 10", False),
        ("ephone-dn 9\nno ephone-dn 9", "telephony-service\nmax-dn 3", True),
        ("ephone-dn 3", "telephony-service\nmax-dn 3", True),
        ("voice user-profile 9", "telephony-service\nmax-ephones 3", True),
        ("voice user-profile 9", "telephony-service\nmax-ephones 2", False),
    ],
)
def test_a_maximum_bounds_the_tags_of_its_own_kind(used: str, maximum: str, accepted: bool) -> None:
    header, line = maximum.split("\n")
    assert Typist(language()).types(f"{used}\n{header}").type(line).accepted == accepted
