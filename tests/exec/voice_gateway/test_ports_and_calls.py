"""show voice port, show voice call, show call, and clear."""

from __future__ import annotations

from datetime import timedelta

import pytest

from iossim import Router
from tests.exec.support import session

COUNTERS = [
    "Telephony call-legs: 2",
    "SIP call-legs: 0",
    "H323 call-legs: 0",
    "Call agent controlled call-legs: 0",
    "SCCP call-legs: 0",
    "Multicast call-legs: 0",
    "Total call-legs: 2",
]
CALL = (
    "simulate ephone all register",
    "simulate ephone-dn 1 alerting 5002",
    "simulate ephone-dn 2 ringing 5001",
    "simulate ephone-dn 1 connected",
    "simulate ephone-dn 2 connected",
)


def test_a_row_for_each_port_and_channel() -> None:
    text = "voice-port 0/1/0\n shutdown\nvoice-port 0/1/1\n no echo-cancel enable\nephone-dn 1 dual-line\n number 1001\nend\n"
    shown = Router.from_text(text).session().execute("show voice port summary").splitlines()
    assert shown[3:7] == [
        "0/1/0           --  fxs-ls      down  down on-hook  idle     y",
        "0/1/1           --  fxs-ls      up    dorm on-hook  idle     n",
        "50/0/1          1      efxs     up    dorm on-hook  idle     y",
        "50/0/1          2      efxs     up    dorm on-hook  idle     y",
    ]
    assert shown[7:] == ["", "PWR FAILOVER PORT        PSTN FAILOVER PORT", "=================        =================="]


def test_a_phone_that_rings_and_one_that_talks() -> None:
    user, _ = session("simulate ephone all register", "simulate ephone-dn 1 ringing", "simulate ephone-dn 3 connected")
    rows = {row[:20].strip(): row for row in user.execute("show voice port summary").splitlines()[3:-3]}
    assert rows["50/0/1          1"].endswith("up    up   on-hook  ringing  y")
    assert rows["50/0/1          2"].endswith("up    up   on-hook  idle     y")
    assert rows["50/0/3          1"].endswith("up    up   off-hook idle     y")


def test_a_port_that_is_not_there() -> None:
    assert Router().session().execute("show voice port 9/9/9") == "% Voice port 9/9/9 not found\n"
    assert Router().session().execute("show voice call 9/9/9") == "% Voice port 9/9/9 not found\n"
    assert Router().session().execute("clear voice port 9/9/9") == "% Voice port 9/9/9 not found\n"
    assert Router().session().execute("show voice port") == ""


def test_the_settings_of_a_port() -> None:
    text = "voice-port 0/2/0\n description Lift\n cptone GB\n station-id number 199\n station-id name Lift\n input gain 6\nend\n"
    shown = Router.from_text(text).session().execute("show voice port 0/2/0")
    assert shown.startswith("\nForeign Exchange Station 0/2/0 Slot is 0, Sub-unit is 2, Port is 0\n Type of VoicePort is FXS ")
    for part in (
        "Description is Lift",
        "Region Tone is set for GB",
        "In Gain is Set to 6 dB",
        "Station name Lift, Station number 199",
    ):
        assert f" {part}\n" in shown


def test_the_channels_of_a_digital_port() -> None:
    shown = Router.from_text("voice-port 0/0/0:15\nend\n").session().execute("show voice port summary")
    assert shown.count("0/0/0:15") == 30
    assert "0/0/0:15        16" not in shown


def test_the_section_of_a_virtual_port_is_no_port_of_the_hardware() -> None:
    shown = Router.from_text("voice-port 50/0/1\nephone-dn 1\n number 1001\nend\n").session().execute("show voice port summary")
    assert shown.count("50/0/1") == 1


def test_the_brief_list_of_a_call() -> None:
    user, time = session(*CALL)
    time.passes(19)
    lines = user.execute("show call active voice brief").splitlines()
    assert lines[0].startswith("<ID>: <CallID> <start>ms.<index>")
    legs = lines[lines.index(COUNTERS[0]) :]
    assert legs == [
        *COUNTERS,
        "11E1 : 1 12:00:00.000 UTC Mon Nov 23 2026.1 +2000 pid:20001 Answer 5001 active",
        " dur 00:00:19 tx:950/152000 rx:950/152000 dscp:0 media:0",
        " Tele 50/0/1 (1) [50/0/1.0] tx:19000/19000/0ms g711ulaw noise:0 acom:0  i/0:0/0 dBm",
        "",
        "11E2 : 3 12:00:00.000 UTC Mon Nov 23 2026.1 +2000 pid:20002 Originate 5002 active",
        " dur 00:00:19 tx:950/152000 rx:950/152000 dscp:0 media:0",
        " Tele 50/0/2 (3) [50/0/2.0] tx:19000/19000/0ms g711ulaw noise:0 acom:0  i/0:0/0 dBm",
        "",
        *COUNTERS,
    ]


def test_other_views_of_a_call() -> None:
    user, time = session(*CALL)
    time.passes(19)
    assert user.execute("show call active voice summary").splitlines() == COUNTERS
    assert user.execute("show call active voice compact duration more 18").count("ORG") == 1
    assert user.execute("show call active voice compact duration less 18").count("ORG") == 0
    assert user.execute("show call active fax summary").endswith("Total call-legs: 0\n")
    assert user.execute("show call active voice compact session-id *").count("ORG") == 1
    assert user.execute("show call active voice compact session-id 4f*").count("ORG") == 0
    assert user.execute("show call active voice session-id") == "% Incomplete command.\n\n"
    assert (
        user.execute("show sccp connections rsvp")
        == user.execute("show sccp connections internal")
        == user.execute("show sccp connections")
    )
    assert user.execute("show call active voice compact").splitlines()[1:] == [
        "Total call-legs: 2",
        "         1 ANS     T19     g711ulaw    TELE        P5001",
        "         3 ORG     T19     g711ulaw    TELE        P5002",
    ]
    full = user.execute("show call active voice")
    assert full.count("GENERIC:\n") == 2
    assert "PeerAddress=5001\n" in full
    assert "CallDuration=00:00:19 sec\n" in full
    assert user.execute("show voice call status").endswith("2 active calls found\n")
    rows = user.execute("show voice call summary").splitlines()
    assert [row.split()[0] for row in rows if "S_CONNECT" in row] == ["50/0/1", "50/0/2"]


def test_a_call_that_was_cleared_is_in_the_history() -> None:
    user, time = session(*CALL)
    time.passes(60)
    assert user.execute("clear call voice causecode 16 id 1") == ""
    assert "5001 active" not in user.execute("show call active voice brief")
    assert "5002 active" in user.execute("show call active voice brief")
    history = user.execute("show call history voice brief")
    assert history.startswith("<ID>: <CallID> <start>ms.<index> (<start>) +<connect> +<disc> pid:")
    assert "11E1 : 1 12:00:00.000 UTC Mon Nov 23 2026.1 +2000 +60000 pid:20001 Answer 5001\n" in history
    assert " dur 00:01:00 tx:3000/480000 rx:3000/480000 10  (normal call clearing (16)) dscp:0 media:0\n" in history
    user.execute("clear voice port 50/0/2")
    assert user.execute("show call active voice summary").endswith("Total call-legs: 0\n")
    assert user.execute("show call history voice summary").endswith("Total call-legs: 2\n")
    assert user.execute("show call history voice last 1").count("GENERIC:") == 1
    time.now += timedelta(minutes=16)
    assert user.execute("show call history voice summary").endswith("Total call-legs: 0\n")


def test_a_call_that_nobody_answered() -> None:
    user, _ = session("simulate ephone all register", "simulate ephone-dn 1 ringing 5002")
    assert " +-1 pid:20001 Originate 5001 connecting" in user.execute("show call active voice brief")
    user.execute("clear voice port")
    assert " 13  (no user answer (19)) dscp:0" in user.execute("show call history voice brief")


def test_a_call_that_is_not_there() -> None:
    assert Router().session().execute("clear call voice causecode 16 id 5") == "% Call 5 not found\n"
    assert Router().session().execute("clear call voice causecode 16") == ""
    user, _ = session(*CALL)
    assert user.execute("clear call voice causecode 16 all") == ""
    assert user.execute("show call active voice summary").endswith("Total call-legs: 0\n")


def test_streams_of_sip_phones() -> None:
    user, _ = session("simulate voice register pool 1 register 10.1.1.60", "simulate voice register dn 1 connected 5001")
    shown = user.execute("show voip rtp connections")
    assert "Found 1 active RTP connections\n" in shown
    assert shown.splitlines()[-2].endswith("10.1.1.60")
    assert Router().session().execute("show voip rtp connections").endswith("No active connections found\n")


@pytest.mark.parametrize(
    ("line", "output"),
    [
        ("test voice translation-rule 1 9001", "Call blocked by rule 2\n"),
        ("test voice translation-rule 3", "<NULL> Didn't match with any of rules\n"),
        (
            "test voice translation-rule 4",
            "Matched with rule 1\nOriginal number: <NULL>\tTranslated number: 7\n"
            "Original number type: none\tTranslated number type: none\nOriginal number plan: none\tTranslated number plan: none\n\n",
        ),
        (
            "test voice translation-rule 3 9 type national",
            "Matched with rule 1\nOriginal number: 9\tTranslated number: <NULL>\n"
            "Original number type: national\tTranslated number type: national\n"
            "Original number plan: none\tTranslated number plan: none\n\n",
        ),
        ("test voice translation-rule 1 88", "88 Didn't match with any of rules\n"),
        ("test voice translation-rule 2 88", "Error: Ruleset 2 not found\n"),
        (
            "test voice translation-rule 1 95 type unknown plan isdn",
            "Matched with rule 1\nOriginal number: 95\tTranslated number: 5\nOriginal number type: unknown\tTranslated number type: "
            "national\nOriginal number plan: isdn\tTranslated number plan: isdn\n\n",
        ),
        ("show voice translation-rule 2", "Error: Ruleset 2 not found\n"),
        (
            "show voice translation-rule 1",
            "Translation-rule tag: 1\n        Rule 1:\n        Match pattern: ^95\n        Replace pattern: 5\n"
            "        Match type: any                 Replace type: national\n"
            "        Match plan: none                Replace plan: none\n"
            "        Rule 2:\n        Reject pattern: ^900\n        Match type: none                Replace type: none\n"
            "        Match plan: none                Replace plan: none\n",
        ),
        (
            "show voice translation-profile",
            "Translation Profile: IN\n        Rule for Calling number:\n        Rule for Called number: 1\n"
            "        Rule for Redirect number:\n        Rule for Redirect target number:\n        Rule for Callback number:\n",
        ),
        ("show voice translation-profile OUT", "Translation profile OUT not found\n"),
    ],
)
def test_translation(line: str, output: str) -> None:
    text = (
        "voice translation-rule 1\n rule 1 /^95/ /5/ type any national\n rule 2 reject /^900/\n"
        "voice translation-rule 3\n rule 1 /^9$/ //\nvoice translation-rule 4\n rule 1 /^$/ /7/\n"
        "voice translation-profile IN\n translate called 1\nend\n"
    )
    assert Router.from_text(text).session().execute(line) == output
