"""The layouts of show ephone, compared with the catalogue's."""

from __future__ import annotations

import pytest

from tests.exec.support import session

BUSY = (
    "simulate ephone 1 register 10.1.1.21",
    "simulate ephone 3 register 10.1.1.23",
    "simulate ephone-dn 1 ringing 5003",
)


def test_one_phone() -> None:
    user, time = session(*BUSY, "simulate ephone-dn 2 connected 5003")
    time.passes(65)
    assert user.execute("show ephone 0011.2233.4401") == (
        "ephone-1[0] Mac:0011.2233.4401 TCP socket:[1] activeLine:2 whisperLine:0 REGISTERED in SCCP ver 17/17 max_streams=1\n"
        "mediaActive:1 whisper_mediaActive:0 startMedia:0 offhook:1 ringing:1 reset:0 reset_sent:0 paging 0 "
        "debug:0 caps:8 privacy:0\n"
        "IP:10.1.1.21 * 50001 Telecaster 7960  sub=3 keepalive 2 max_line 20 available_line 5\n"
        "button 1: cw:1 ccw:(0 0) \n"
        "  dn 1  number 5001 CH1   RINGING      CH2   IDLE         \n"
        "button 2: cw:1 ccw:(0 0 0 0 0 0 0 0) \n"
        "  dn 2  number 5002 CH1   CONNECTED    CH2   IDLE         CH3   IDLE         CH4   IDLE         CH5   IDLE         "
        "CH6   IDLE         CH7   IDLE         CH8   IDLE         overlay shared \n"
        "button 3: cw:1 ccw:(0) \n"
        "  dn 3  number 5003 CH1   IDLE         monitor-ring shared \n"
        "button 4: cw:1 ccw:(0) \n"
        "  dn 6  number A100  auto dial A200 CH1   IDLE         \n"
        "overlay 2: 2(5002) 3(5003) \n"
        "speed dial 1:5002 Mary Smith\n"
        "paging-dn 4\n"
        "1 feature buttons enabled: dnd\n"
        "Active Call on DN 2 chan 1 :5002 10.1.1.21 18004 to 10.1.1.1 2000 via 10.1.1.1\n"
        "G711Ulaw64k  160 bytes vad\n"
        "Tx Pkts 0 bytes 0 Rx Pkts 0 bytes 0 Lost 0\n"
        "Jitter 0 Latency 0 callingDn 3 calledDn -1 (media path callID 2 srcCallID 3)\n"
        "Preferred Codec: g711ulaw \n"
        "Lpcor Type: local Incoming: inside Outgoing: outside\n"
        "Username:frontdesk Password:*****\n\n"
    )


def test_the_older_layout() -> None:
    user, _ = session("simulate ephone 3 register 10.1.1.23", "simulate ephone-dn 3 ringing")
    assert user.execute("show ephone ringing") == (
        "ephone-3 Mac:0011.2233.4403 TCP socket:[1] activeLine:0 REGISTERED\n"
        "mediaActive:0 offhook:0 ringing:1 reset:0 reset_sent:0 paging 0 debug:0\n"
        "IP:10.1.1.23 50003 6941  keepalive 0 max_line 4\n"
        "button 1:dn 3  number 5003 CH1 RINGING   silent-ring shared\n\n"
    )


def test_a_phone_that_never_registered() -> None:
    user, _ = session("simulate ephone 1 register", "simulate ephone 2 register", "simulate ephone 3 register")
    assert user.execute("show ephone unregistered") == (
        "ephone-4 Mac:0000.0000.0000 TCP socket:[-1] activeLine:0 UNREGISTERED\n"
        "mediaActive:0 offhook:0 ringing:0 reset:0 reset_sent:0 paging 0 debug:0\n"
        "IP:0.0.0.0 0 Unknown 0  keepalive 0 max_line 0\n\n"
    )


@pytest.mark.parametrize(
    ("condition", "tags"),
    [
        ("cfa", [1]),
        ("dnd", []),
        ("offhook", []),
        ("overlay", [1]),
        ("registered", [1, 3]),
        ("remote", []),
        ("ringing", [1]),
        ("tapiclients", []),
        ("unregistered", [2, 4]),
        ("7941", [2]),
        ("0011.2233.4403", [3]),
        ("0000.0000.0001", []),
    ],
)
def test_who_meets_a_condition(condition: str, tags: list[int]) -> None:
    user, _ = session(*BUSY)
    text = user.execute(f"show ephone {condition}")
    shown = [int(line.partition(" ")[0].partition("[")[0].removeprefix("ephone-")) for line in text.split("\n") if "Mac:" in line]
    assert shown == tags
    assert tags or text == "No ephone in specified type/condition.\n"


def test_remote_phones_are_in_no_network_of_the_router() -> None:
    user, _ = session("simulate ephone 1 register 192.0.2.1", "simulate ephone 2 register")
    assert "Mac:0011.2233.4401" in user.execute("show ephone remote")
    assert "Mac:0011.2233.4402" not in user.execute("show ephone remote")


def test_a_shared_call_is_that_of_one_phone() -> None:
    user, _ = session("simulate ephone 2 register", "simulate ephone 1 register", "simulate ephone-dn 2 connected")
    assert [line for line in user.execute("show ephone offhook").split("\n") if "Mac:" in line] == [
        "ephone-2 Mac:0011.2233.4402 TCP socket:[1] activeLine:1 REGISTERED"
    ]


def test_a_phone_that_starts_again() -> None:
    user, _ = session("simulate ephone 3 register", "configure terminal", "ephone 3", "reset", "end")
    text = user.execute("show ephone 0011.2233.4403")
    assert "UNREGISTERED\n" in text
    assert "reset:0 reset_sent:1" in text
