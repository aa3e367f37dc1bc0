"""Directory numbers and the calls on them."""

from __future__ import annotations

from tests.exec.support import session

BUSY = (
    "simulate ephone 1 register 10.1.1.21",
    "simulate ephone 3 register 10.1.1.23",
    "simulate ephone-dn 1 ringing 5003",
)


def test_the_calls_of_a_line() -> None:
    user, _ = session("simulate ephone 1 register", "simulate ephone 3 register")
    for state in ("seize", "alerting 5003", "connected", "idle", "ringing 5003", "idle"):
        assert user.execute(f"simulate ephone-dn 1 {state}") == ""
    user.execute("simulate ephone-dn 2 ringing 5003")
    user.execute("simulate ephone-dn 2 connected")
    zeros = (" ".join(["0"] * 16) + "\n") * 4
    assert user.execute("show ephone-dn 1 statistics").startswith(
        "DN 1 chan 1 incoming 1 answered 0 outgoing 1 answered 1 busy 0\n"
        "Far-end disconnect at:connect 0 alert 0 hold 0 ring 0\n"
        f"Last 64 far-end disconnect cause codes\n{zeros}"
        "local phone on-hook\n"
        "DN 1 chan 1 (5001) voice quality statistics for last call\n"
        "Call Ref 2 called 5001 calling 5003\n"
        "Total Tx Pkts 0 bytes 0 Rx Pkts 0 bytes 0 Lost 0\n"
        "Final Jitter 0 Latency 0 Lost 0\n"
        "Signal Level to phone 0 (-78 dB) peak 0 (-78 dB)\n"
        "Packets counted by router 0\n"
        "DN 1 chan 2 incoming 0 answered 0 outgoing 0 answered 0 busy 0\n"
    )
    text = user.execute("show ephone-dn statistics")
    assert text.startswith("Total Calls 3\n")
    assert "\nDN 2 chan 1 (5002) voice quality statistics for current call\nCall Ref 3 called 5002 calling 5003\n" in text


def test_the_end_of_a_registration_ends_its_calls() -> None:
    user, _ = session("simulate ephone 1 register", "simulate ephone-dn 1 connected 5003", "simulate ephone 1 unregister")
    assert user.execute("show ephone-dn 1 statistics").startswith("DN 1 chan 1 incoming 1 answered 1 outgoing 0 ")


def test_directory_numbers() -> None:
    user, _ = session(*BUSY)
    text = user.execute("show ephone-dn 1")
    assert text.startswith(
        "50/0/1 CH1 RINGING CH2 IDLE \nEFXS 50/0/1 Slot is 50, Sub-unit is 0, Port is 1\n Type of VoicePort is EFXS\n"
    )
    assert " Station name Front Desk, Station number 5001\n" in text
    summary = user.execute("show ephone-dn summary").split("\n \n")
    assert summary[0].split("\n")[-1] == "50/0/1 CH1 RINGING     -         -  -                     EFXS_RINGING            "
    assert "50/0/4   IDLE        -         -  -                     EFXS_ONHOOK             " in summary
    assert "50/0/20  DOWN        -         -  -                     EFXS_ONHOOK             " in summary
    assert "50/0/8   INVALID     -         -  -                     EFXS_INIT               " in summary
    assert user.execute("show ephone-dn park") == "DN 5 (5005) park-slot state IDLE\nNotify to () timeout 15 limit 20\n"
    assert user.execute("show ephone-dn loopback").startswith(
        "LOOPBACK DN status (min 11, max 12):\nDN 11 51...  Loopback to DN 12 CH1 IDLE\n"
    )
    assert "   ephone-1[0]          paging-dn 4(OFF) \n" in user.execute("show ephone-dn paging")
    assert "\n7         8881          wi_8881       -               IDLE          \n" in user.execute("show ephone-dn whisper")
    assert user.execute("show ephone-dn conference ad-hoc").endswith("Ad-hoc    0       2      7777\nDN tags: 9\n")
    assert user.execute("show ephone-dn conference meetme").endswith("==================================\n")
