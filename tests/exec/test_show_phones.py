"""The layouts of show ephone and its kin, against those of the catalogue."""

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
        "IP:10.1.1.21 * 50001 Telecaster 7960  sub=3 keepalive 2 max_line 20 available_line 19\n"
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


def test_the_summary() -> None:
    user, _ = session(*BUSY)
    text = user.execute("show ephone summary")
    assert text.startswith(
        "hairpin_block:\n"
        "ephone-1[0] Mac:0011.2233.4401 TCP socket:[1] activeLine:0 whisperLine:0 REGISTERED\n"
        "mediaActive:0 whisper_mediaActive:0 startMedia:0 offhook:0 ringing:1 reset:0 reset_sent:0 debug:0  primary_dn: 1*\n"
        "IP:10.1.1.21 * Telecaster 7960  keepalive 0   music 0  1:1  2:2  3:3  4:6\n"
    )
    assert "\nMax 12, Registered 2, Unregistered 2, Deceased 0, Sockets 2\nMax Conferences 8 with 0 active (8 allowed)\n" in text


def test_tables_of_phones() -> None:
    user, _ = session(*BUSY)
    assert user.execute("show ephone registered summary") == (
        "==================================================================================\n"
        "PhoneType Ephone MacAddress     IpAddress       Ln  Dn   Number      Status\n"
        "==================================================================================\n"
        "7960      1      0011.2233.4401 10.1.1.21       1   1    5001        Registered\n"
        "                                                2   2*   5002        Registered\n"
        "                                                3   3    5003        Registered\n"
        "                                                4   6    A100        Registered\n"
        "6941      3      0011.2233.4403 10.1.1.23       1   3    5003        Registered\n"
        "==================================================================================\n"
        "Total ephones configured   : 4\n"
        "Total ephones registered   : 2\n"
        "Total ephones unregistered : 1\n"
        "Total ephones deceased     : 0\n"
        "Ephones in unknown state   : 1\n"
    )
    assert "\n7941       2       0011.2233.4402                1    2    5002     Unregistered\n" in user.execute(
        "show ephone unregistered summary"
    )
    assert "\nUnknown Ephone  4                                                           Unknown\n" in user.execute(
        "show ephone summary brief"
    )
    assert "\n7960                  1           1           0             0         0\n" in user.execute(
        "show ephone summary types"
    )


def test_the_event_log() -> None:
    user, time = session("simulate ephone 3 register")
    time.passes(61)
    user.execute("simulate ephone 3 unregister")
    assert user.execute("show fb-its-log") == (
        "IP Keyswitch Logs:(12:01:01 UTC Mon Nov 23 2026)\n"
        "  ---- Current Period ---\n    extension events:2\n    device events: 2\n    overwrites:0\n    missed:0\n    deleted:0\n"
        " ---- History ------\n    overwrites:0\n    missed:0\n    deleted:0\n"
        "---- Threads ----\n    max xml threads:2\n    current thread:0\n    read in process:FALSE\n"
        "1  Time:12:00:00 UTC Mon Nov 23 2026\n    Event:IP Phone 3[SEP001122334403] registered\n"
        "2  Time:12:00:00 UTC Mon Nov 23 2026\n    Event:DN 3[5003] goes up\n"
        "3  Time:12:01:01 UTC Mon Nov 23 2026\n    Event:DN 3[5003] goes down\n"
        "4  Time:12:01:01 UTC Mon Nov 23 2026\n    Event:IP Phone 3[SEP001122334403] unregistered\n"
    )
    assert user.execute("show fb-its-log summary").endswith("    read in process:FALSE\n")


def test_refused_phones() -> None:
    user, _ = session("configure terminal", "telephony-service", "no auto-reg-ephone", "end")
    user.execute("simulate ephone mac 0011.2233.4455 type anl register")
    assert user.execute("show ephone attempted-registrations") == (
        "Attempting Mac address:\n"
        "Num    Mac Address         DateTime                          DeviceType\n"
        "-----------------------------------------------------------------------------\n"
        "1      0011.2233.4455      12:00:00 UTC Mon Nov 23 2026      SCCP Gateway (AN) \n"
    )


def test_firmware_login_and_numbers() -> None:
    user, _ = session(*BUSY)
    assert "\nSEP001122334401   P00308010200                                  Initialized\n" in user.execute(
        "show ephone phone-load"
    )
    assert user.execute("show ephone login").split("\n")[:2] == [
        "ephone 1        Pin enabled:FALSE",
        "ephone 2        Pin enabled:LOCAL       Logged-in:FALSE",
    ]
    assert user.execute("show ephone dn 2") == (
        "Tag 2, Normal or Intercom dn \n"
        "ephone 1, mac-address 0011.2233.4401, line 2\nephone 2, mac-address 0011.2233.4402, line 1\n"
    )
    assert user.execute("show ephone telephone-number 5551001") == (
        "DP tag: 0, secondary\nTag 1, Normal or Intercom dn\n  ephone 1, mac-address 0011.2233.4401, line 1\n"
    )
    assert user.execute("show ephone telephone-number 999") == "No ephone in specified type/condition.\n"


def test_rtp_connections() -> None:
    user, _ = session(
        "simulate ephone 3 register 10.1.1.23",
        "simulate ephone 1 register 10.1.1.21",
        "simulate ephone-dn 1 connected 5003",
        "simulate ephone-dn 3 connected 5001",
    )
    assert user.execute("show ephone rtp connections") == (
        "Ephone RTP active connections :\n"
        "Ephone    Line  DN Chan  SrcCallID  DstCallID             Codec (xcoded?)\n"
        "    SrcNum DstNum  LocalIP               RemoteIP\n"
        "ephone-1     1   1    1          0          0       G711Ulaw64k (N) \n"
        "    5001  5003  [10.1.1.21]:18002  [10.1.1.23]:18004\n"
        "ephone-3     1   3    1          0          0       G711Ulaw64k (N) \n"
        "    5003  5001  [10.1.1.23]:18004  [10.1.1.21]:18002\n"
        "Found 2 active ephone RTP connections\n"
    )


def test_a_connection_with_the_outside_goes_through_the_router() -> None:
    user, _ = session("simulate ephone 1 register 10.1.1.21", "simulate ephone-dn 1 connected 6045550101")
    assert user.execute("show ephone rtp connections").split("\n")[3:5] == [
        "ephone-1     1   1    1          1          2       G711Ulaw64k (N) ",
        "    5001  6045550101  [10.1.1.21]:18002  [10.1.1.1]:2000",
    ]


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


def test_hunt_groups() -> None:
    user, _ = session(*BUSY, "simulate voice register pool 1 register")
    assert user.execute("show voice hunt-group 1") == (
        "Group 1\n    type: parallel\n"
        "    pilot number: 5900, peer-tag 2147483647\n    secondary number: 5901, peer-tag 2147483646\n"
        "    list of numbers: \n"
        "         MEMBER         USED_BY         STATE     LOGIN/LOGOUT\n"
        "         =======        =======         ========  ============\n"
        "         5001           5001            UP        Login\n"
        "         7001           7001            UP        Login\n"
        "         *              -               -         -\n"
        "    preference: 0\n    preference (sec): 7\n    timeout: 12\n    final_number: 5999\n"
        "    stat collect: no\n    phone-display: No\n"
    )
    assert user.execute("show voice hunt-group brief").split("\n")[2:] == [
        "1   PAR  5900      5001, 7001, *",
        "         5901      5001, 7001, *",
        "2   LON  5910      6005106-, 5002, 5003, 5004, 5005,.....",
        "",
    ]
    assert user.execute("show voice hunt-group sequential") == "no voice hunt-groups configured\n"
    text = user.execute("show ephone-hunt 1")
    assert "        5002, aux-number A5950A0901, # peers 1, logout 0, down 0\n" in text
    assert "             [20002     2      0       login      up  ]\n" in text
    assert user.execute("show voice hunt-group 1 statistics start mon 2 to mon 4") == (
        "Mon 02:00 - 03:00\n    No info\nMon 03:00 - 04:00\n    No info\n"
    )


def test_marks_of_sip_phones_are_those_of_the_configuration() -> None:
    user, _ = session("configure terminal", "voice register global", "ip qos dscp 47 media", "ip qos dscp af31 video", "end")
    lines = user.execute("show voice register global").split("\n")
    start = lines.index("  IP QoS DSCP:") + 1
    assert lines[start : start + 4] == [
        "   47 (the MS 6 bits, 47, in ToS, 0xBC) for media",
        "   cs3 (the MS 6 bits, 24, in ToS, 0x60) for signal",
        "   af31 (the MS 6 bits, 26, in ToS, 0x68) for video",
        "   default (the MS 6 bits, 0, in ToS, 0x0) for service",
    ]
