"""The layouts of show voice register, compared with the catalogue's."""

from __future__ import annotations

import pytest

from tests.exec.support import session


def test_one_sip_phone() -> None:
    user, _ = session("simulate voice register pool 1 register 10.1.1.121")
    text = user.execute("show voice register pool 1")
    assert text.startswith("Pool Tag 1\nConfig:\n  Mac address is 0011.2233.5501\n  Type is 7960\n  Number list 1 : DN 1\n")
    assert "  active primary line is: 7001\n  contact IP address: 10.1.1.121 port 5060\n" in text
    assert (
        "Dialpeers created:\nDial-peers for Pool 1:\ndial-peer voice 40001 voip\n destination-pattern 7001\n"
        " session target ipv4:10.1.1.121:5060\n session protocol sipv2\n dtmf-relay rtp-nte\n"
    ) in text
    assert "Statistics:\n  Active registrations  : 1\n" in text
    assert "  Reason for unregistered state: \n         No registration request" in user.execute("show voice register pool 2")


def test_tables_of_sip_phones() -> None:
    user, _ = session("simulate voice register pool 1 register 10.1.1.121")
    head = (
        "Pool ID              IP Address      Ln DN  Number               State\n"
        "==== =============== =============== == === ==================== ============\n"
    )
    rows = (
        "1    0011.2233.5501  10.1.1.121      1  1   7001$                REGISTERED\n"
        "                                     2  2   7002$                REGISTERED\n"
    )
    assert user.execute("show voice register pool ip 10.1.1.121") == head + rows
    assert user.execute("show voice register pool type 7960") == head + rows
    other = "2    0011.2233.5502                  1  2   7002                 UNREGISTERED\n"
    assert user.execute("show voice register pool mac 0011.2233.5502") == head + other
    assert user.execute("show voice register pool telephone-number 7002") == (
        head + "1    0011.2233.5501  10.1.1.121      2  2   7002$                REGISTERED\n" + other
    )
    assert user.execute("show voice register pool cfa").endswith("2    1  2   7002                 5001\n")
    assert "\n7912                 1            0            1\n" in user.execute("show voice register pool type summary")


def test_all_about_sip_phones() -> None:
    user, _ = session()
    text = user.execute("show voice register all")
    for title in ("GLOBAL", "DN", "TEMPLATE", "DIALPLAN", "POOL"):
        heading = f"VOICE REGISTER {title}"
        assert f"{heading}\n{'=' * len(heading)}\n" in text
    assert (
        "Dialplan Tag 1\nConfig:\n  Type is 7940-7960-others\n"
        "  Pattern 1 is 52.., timeout is 3, user option is phone, button is default\n  Template 1 has this dialplan configured\n"
    ) in text
    assert user.execute("show voice register dn 1") in text
    assert user.execute("show voice register template 1") in text


def test_statistics_of_sip_phones() -> None:
    user, time = session("simulate voice register pool 1 register")
    time.passes(60)
    user.execute("simulate voice register mac 0011.2233.9999 register 10.1.1.99")
    user.execute("simulate voice register pool 1 unregister")
    assert user.execute("show voice register statistics pool 1") == (
        "Pool 1 Statistics: \n  Active registrations  : 0\n  Total SIP phones registered: 0\n  Total Registration Statistics\n"
        "    Registration requests  : 1\n    Registration success   : 1\n    Registration failed    : 0\n"
        "    unRegister requests    : 1\n    unRegister success     : 1\n    unRegister failed      : 0\n"
        "    Attempts to register \n    after last unregister        : 0 \n"
        "    Last register request time   : *12:00:00.000 UTC Mon Nov 23 2026 \n"
        "    Last unregister request time : *12:01:00.000 UTC Mon Nov 23 2026 \n"
        "    Register success time        : *12:00:00.000 UTC Mon Nov 23 2026 \n"
        "    Unregister success time      : *12:01:00.000 UTC Mon Nov 23 2026 \n"
        "  Reason for unregistered state: \n         No registration request since last reboot/unregister\n"
    )
    assert user.execute("show voice register statistics global").endswith(
        " Phones that have attempted registrations and have failed:\n MAC address: 0011.2233.9999 \n IP address : 10.1.1.99 \n"
        " Attempts   : 1\n Time of first attempt : *12:01:00.000 UTC Mon Nov 23 2026\n"
        " Time of latest attempt: *12:01:00.000 UTC Mon Nov 23 2026\n Reason for failure    : \n"
        "         No pool match for the registration request\n"
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


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("id ip 10.1.1.9 mask 255.255.255.255", "Ip address is 10.1.1.9, Mask is 255.255.255.255"),
        ("id network 10.2.0.0 mask 255.255.0.0", "Network address is 10.2.0.0, Mask is 255.255.0.0"),
        ("id mac 0011.2233.5509", "Mac address is 0011.2233.5509"),
    ],
)
def test_the_id_of_a_pool(line: str, text: str) -> None:
    user, _ = session("configure terminal", "voice register pool 9", line, "end")
    assert user.execute("show voice register pool 9").split("\n")[:3] == ["Pool Tag 9", "Config:", f"  {text}"]


def test_settings_that_a_pool_shows_only_if_they_are_configured() -> None:
    lines = ("configure terminal", "voice register pool 1", "username anna password geheim", "call-forward b2bua all 999", "end")
    plain, _ = session()
    user, _ = session(*lines)
    before = plain.execute("show voice register pool 1").split("\n")
    after = user.execute("show voice register pool 1").split("\n")
    assert [line for line in after if line not in before] == ["  call-forward b2bua all 999", "  username anna password *****"]
