"""show dial-peer voice, show dialplan number, num-exp and csim."""

from __future__ import annotations

import pytest

from iossim import Router
from tests.exec.support import session


def rows(text: str) -> list[str]:
    """The rows of the summary of dial peers of a configuration."""
    return Router.from_text(text + "end\n").session().execute("show dial-peer voice summary").splitlines()[3:]


def test_the_columns_of_the_summary() -> None:
    text = (
        "dial-peer voice 1 voip\n destination-pattern 9T\n session target ipv4:198.51.100.9\n"
        "dial-peer voice 10 pots\n destination-pattern 5550100\n prefix 91\n preference 2\n port 0/1/0\n"
        "dial-peer voice 3927582 voip\n destination-pattern .T\n session target ipv4:198.51.100.10\n"
    )
    assert rows(text) == [
        "1      voip  up   up             9T                 0  syst ipv4:198.51.100.9",
        "10     pots  up   up   91        5550100            2                      up   0/1/0",
        "39275- voip  up   up             .T                 0  syst ipv4:198.51.100.10",
        "82     ",
    ]


def test_a_peer_that_is_shut_down_or_goes_nowhere() -> None:
    text = (
        "dial-peer voice 1 pots\n destination-pattern 1\n port 0/1/0\n shutdown\ndial-peer voice 2 voip\n destination-pattern 2\n"
        "dial-peer voice 3 voip\n incoming called-number .\n"
    )
    assert [row.split()[2:4] for row in rows(text)] == [["down", "down"], ["up", "down"], ["up", "up"]]


def test_keepalives_and_long_patterns() -> None:
    text = (
        "dial-peer voice 1 voip\n destination-pattern [2-9]..[2-9].......\n session target ipv4:10.0.0.1\n"
        " voice-class sip options-keepalive\n"
    )
    first, second = rows(text)
    assert (first[33:52], first[60:].split(), second.strip()) == (
        "[2-9]..[2-9]..... ".replace(" ", "- "),
        ["ipv4:10.0.0.1", "active"],
        "..",
    )
    assert first.index("active") == 88
    assert second.index("..") == 33


def test_no_dial_peers() -> None:
    router = Router()
    assert router.session().execute("show dial-peer voice summary").splitlines() == [
        "dial-peer hunt 0",
        "             AD                                    PRE PASS                OUT",
        "TAG    TYPE  MIN  OPER PREFIX    DEST-PATTERN      FER THRU SESS-TARGET    STAT PORT    KEEPALIVE",
    ]
    assert router.session().execute("show dial-peer voice") == ""


def test_the_settings_of_a_voip_peer() -> None:
    text = (
        "dial-peer voice 7 voip\n description West\n destination-pattern 7...\n session protocol sipv2\n session target ipv4:10.0.0.7\n"
        " session transport tcp\n codec g711ulaw\n dtmf-relay rtp-nte\n no vad\n huntstop\n max-conn 4\n"
        " translation-profile outgoing OUT\nend\n"
    )
    shown = Router.from_text(text).session().execute("show dial-peer voice 7")
    assert shown.startswith("VoiceOverIpPeer7\n        peer type = voice, system default peer = FALSE, information type = voice,\n")
    for part in (
        "description = `West',",
        "tag = 7, destination-pattern = `7...',",
        "connections/maximum = 0/4,",
        "DTMF Relay = enabled,",
        "huntstop = enabled,",
        "Translation profile (Outgoing): OUT",
        "type = voip, session-target = `ipv4:10.0.0.7',",
        "session-protocol = sipv2, session-transport = tcp,",
        "codec = g711ulaw,   payload size =  160 bytes,",
        "VAD = disabled,",
    ):
        assert f"        {part}" in shown or f" {part}\n" in shown, part


def test_a_codec_that_nobody_chose_is_g729() -> None:
    shown = Router.from_text("dial-peer voice 7 voip\nend\n").session().execute("show dial-peer voice 7")
    assert "        codec = g729r8,   payload size =  20 bytes,\n" in shown
    assert "        session-protocol = cisco, session-transport = system,\n" in shown


def test_the_peer_of_a_phone() -> None:
    user, _ = session("simulate ephone 2 register")
    shown = user.execute("show dial-peer voice 20002")
    assert "destination-pattern = `5002$'," in shown
    assert "huntstop = disabled," in shown
    assert "voice-port = `50/0/2'," in shown


@pytest.mark.parametrize("tag", ["99", "2147483647"])
def test_a_peer_that_is_not_there(tag: str) -> None:
    assert Router().session().execute(f"show dial-peer voice {tag}") == f"% Dial peer {tag} not found\n"


def test_the_dial_peers_of_a_number() -> None:
    text = (
        "num-exp 1.. 91..\ndial-peer voice 1 pots\n destination-pattern 9T\n huntstop\n port 0/1/0\n"
        "dial-peer voice 2 voip\n destination-pattern .T\n session target ipv4:10.0.0.2\nend\n"
    )
    user = Router.from_text(text).session()
    lines = user.execute("show dialplan number 123").splitlines()
    assert lines[:3] == ["Macro Exp.: 9123", "", "VoiceEncapPeer1"]
    assert [line for line in lines if line.startswith(("Matched", "Target"))] == [
        "Matched: 9123   Digits: 1",
        "Target: ",
        "Matched: 9123   Digits: 0",
        "Target: ipv4:10.0.0.2",
    ]
    assert user.execute("show dialplan number 123 huntstop").count("Matched") == 1


def test_a_number_without_a_dial_peer() -> None:
    assert Router().session().execute("show dialplan number 5") == "Macro Exp.: 5\nNo match, result=-1(NO_MATCH)\n"


def test_csim() -> None:
    assert Router().session().execute("csim start 1002").splitlines() == [
        "csim: called number = 1002, loop count = 1 ping count = 0",
        "",
        "csim err csimDisconnected recvd DISC cid(28)",
        "csim: loop = 1, failed = 1",
        "csim: call attempted = 1, setup failed = 1, tone failed = 0",
        "",
    ]


def test_csim_lets_a_phone_ring_for_a_moment() -> None:
    user, _ = session("simulate ephone all register", "simulate voice register pool all register", "debug ephone state")
    output = user.execute("csim start 5002")
    assert "csim: call attempted = 1, setup failed = 1" in output
    assert " DN 2 TsRingIn" in user.execute("show logging")
    user.execute("csim start 7001")
    assert user.execute("show call active voice summary").endswith("Total call-legs: 0\n")
    history = user.execute("show call history voice brief")
    assert "pid:20002 Originate 5002\n" in history
    assert "Originate 7001\n" in history
    assert history.count(" 13  (no user answer (19))") == 2


def test_csim_to_a_line_that_is_busy_or_a_number_that_nobody_has() -> None:
    user, _ = session("simulate ephone all register", "simulate ephone-dn 3 connected 5001")
    for number in ("5003", "4711"):
        assert user.execute(f"csim start {number}").startswith(f"csim: called number = {number},")
    assert user.execute("show call history voice summary").endswith("Total call-legs: 0\n")
    assert "5003 active" in user.execute("show call active voice brief")


@pytest.mark.parametrize("line", ["show dialplan number 1", "test voice translation-rule 1 2", "csim start 1", "clear voice port"])
def test_what_user_exec_may_not(line: str) -> None:
    assert "% Invalid input" in Router().session(privilege=1).execute(line)


@pytest.mark.parametrize("line", ["show dial-peer voice summary", "show voice port summary", "show call active voice brief"])
def test_what_user_exec_may(line: str) -> None:
    assert Router().session(privilege=1).run(line).accepted
