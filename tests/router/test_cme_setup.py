"""telephony-service setup: the questions, wrong answers, and the commands that follow."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session

WITHOUT_DHCP = ["no", "yes", "10.1.0.1", "", "2", "no", "", "", "100", "no", "no", "no"]


def begin() -> Session:
    """A session on a new router, at the first question."""
    session = Router().session()
    session.enter_configuration()
    assert session.run("telephony-service setup").output == "\n  --- Cisco IOS Telephony Services Setup ---\n\n"
    assert session.prompt == "Do you want to setup DHCP service for your IP phones? [yes/no]: "
    return session


def configured(answers: list[str]) -> str:
    """The running-config after a dialogue."""
    session = begin()
    for answer in answers:
        assert session.asking
        session.execute(answer)
    assert not session.asking
    return session.router.running_config


def test_the_least_that_the_dialogue_configures() -> None:
    text = configured(WITHOUT_DHCP)
    for line in ("max-ephones 2", "max-dn 2", "ip source-address 10.1.0.1 port 2000", "auto assign 1 to 2"):
        assert f"\n {line}\n" in text
    assert "\nephone-dn  1\n number 100\n" in text
    assert "\nephone-dn  2\n number 101\n" in text
    assert "ip dhcp pool" not in text
    assert "locale" not in text
    assert "create cnf-files version-stamp" in text


def test_everything_that_the_dialogue_configures() -> None:
    pool = ["y", "10.1.0.0", "255.255.255.0", "10.1.0.1", "10.1.0.1"]
    text = configured(
        [*pool, "yes", "10.1.0.1", "2010", "1", "yes", "1", "9", "0500", "yes", "2015550500", "yes", "0600", "20", "no"]
    )
    assert "\nip dhcp pool ITS\n network 10.1.0.0 255.255.255.0\n option 150 ip 10.1.0.1 \n default-router 10.1.0.1 \n" in text
    for line in ("user-locale FR", "network-locale GB", "dialplan-pattern 1 201555.... extension-length 4", "voicemail 0600"):
        assert f"\n {line}\n" in text
    assert "\nephone-dn  1  dual-line\n number 0500\n call-forward busy 0600\n call-forward noan 0600 timeout 20\n" in text


@pytest.mark.parametrize(
    ("before", "wrong", "says"),
    [
        ([], "maybe", "% Please answer 'yes' or 'no'.\n"),
        ([], "", "% Please answer 'yes' or 'no'.\n"),
        (["yes"], "10.1.1", "% Bad IP address\n"),
        (WITHOUT_DHCP[:3], "99999", "% A decimal number between 2000 and 9999.\n"),
        (WITHOUT_DHCP[:4], "-1", "% A decimal number between 0 and 450.\n"),
        (WITHOUT_DHCP[:6], "11", "% A decimal number between 0 and 10.\n"),
        (WITHOUT_DHCP[:8], "5x", "% Digits only\n"),
    ],
)
def test_a_wrong_answer_is_asked_again(before: list[str], wrong: str, says: str) -> None:
    session = begin()
    for answer in before:
        session.execute(answer)
    prompt = session.prompt
    assert session.execute(wrong) == says
    assert session.prompt == prompt


def test_two_times_no_configures_nothing() -> None:
    before = Router().running_config
    assert configured(["no", "no"]) == before


def test_the_dialogue_begins_again_if_something_is_to_be_changed() -> None:
    text = configured([*WITHOUT_DHCP[:-1], "yes", *WITHOUT_DHCP[:8], "300", *WITHOUT_DHCP[9:]])
    assert "number 300" in text
    assert "number 100" not in text


def test_the_dialogue_can_be_left() -> None:
    session = begin()
    session.execute("yes")
    session.interrupt()
    assert not session.asking
    assert "ip dhcp pool" not in session.router.running_config


def test_a_router_that_is_set_up_already() -> None:
    session = Router.from_text("telephony-service\n max-dn 5\nend\n").session()
    session.enter_configuration()
    assert session.execute("telephony-service setup").startswith("telephony-service is already configured")
    assert not session.asking
