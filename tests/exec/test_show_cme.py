"""The layouts of show telephony-service, show voice register and what is around them, against those of the catalogue."""

from __future__ import annotations

import pytest

from tests.exec.support import session


def test_the_settings_in_force() -> None:
    user, _ = session()
    text = user.execute("show telephony-service")
    assert text.startswith("CONFIG (Version=14.1)\n=====================\nVersion 14.1\nMax phoneload sccp version 17\n")
    assert (
        "ip source-address 10.1.1.1 port 2000\nip qos dscp:\n"
        " ef (the MS 6 bits, 46, in ToS, 0xB8) for media\n"
        " cs3 (the MS 6 bits, 24, in ToS, 0x60) for signal\n"
        " af41 (the MS 6 bits, 34, in ToS, 0x88) for video\n"
        " default (the MS 6 bits, 0, in ToS, 0x0) for service\n"
        "service directed-pickup\nload 7960 P00308010200\nmax-ephones 12\nmax-dn 40\nmax-conferences 8 gain -6\n"
        "dspfarm units 0\ndspfarm transcode sessions 0\nconference software\nprivacy\nno privacy-on-hold\n"
        "hunt-group report delay 1 hours\nNumber of ephone hunt-group configured: 1\n# of hunt-group collect data: 1\n"
        "hunt-group logout DND\nmax-redirect 10\ncnf-file location: system:\ncnf-file option: PER-PHONE-TYPE\n"
    ) in text


def test_all_of_it() -> None:
    user, _ = session()
    text = user.execute("show telephony-service all")
    for part in (
        "\nephone-dn 3\nnumber 5003\n!\n",
        "\nmac-address 0011.2233.4401\n",
        "\nbutton  1:1 2o2,3 3m3 4:6\n",
        "\nvoice-port 50/0/3\n station-id number 5003\n!\n",
        "\ndial-peer voice 20003 pots\n destination-pattern 5003\n huntstop\n port 50/0/3\n",
        "\ndial-peer voice 20002 pots\n destination-pattern 5002\n port 50/0/2\n",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "show telephony-service admin",
            "admin_username admin\nadmin_password *****\nedit DN through Web: enabled.\nedit TIME through Web: disabled.\n",
        ),
        ("show telephony-service directory-entry", "directory entry 1 4085550123 name Smith, John\n"),
        (
            "show telephony-service security-info",
            "Skinny Server Trustpoint for TLS: \nTFTP Credentials Trustpoint: \nServer Security Mode: Non-Secure\n"
            "Global Device Security Mode: Non-Secure\n",
        ),
        (
            "show telephony-service bulk-speed-dial summary",
            "List-id    Entries      Size    Reference  url\n0 Global List(s) 0 Local List(s)\n",
        ),
        ("show voice emergency addresses", "1 First St,City,604,5550101\n"),
        ("show voice emergency zone", "EMERGENCY RESPONSE ZONES\n zone 90\n    location 1 priority 1\n"),
        (
            "show voice emergency",
            "EMERGENCY RESPONSE LOCATIONS\nERL               | ELIN 1     | ELIN2      | SUBNET 1        | SUBNET 2       \n"
            "1                 | 6045550101 | 6045550102 | 10.1.1.0        | 255.255.255.0 \n",
        ),
        ("show credentials", "Credentials IP: 0.0.0.0\nCredentials PORT: 2444\nTrustpoint: \n"),
        (
            "show presence global",
            "Presence Global Configuration Information:\n=============================================\n"
            "Presence feature enable            : TRUE\nPresence allow external watchers   : FALSE\n"
            "Presence max subscription allowed  : 150\nPresence number of subscriptions   : 0\n"
            "Presence allow external subscribe  : TRUE\nPresence call list enable          : FALSE\n"
            "Presence server IP address         : 0.0.0.0\nPresence sccp blfsd retry interval : 60\n"
            "Presence sccp blfsd retry limit    : 10\nPresence router mode               : CME mode\n",
        ),
    ],
)
def test_parts(line: str, text: str) -> None:
    user, _ = session()
    assert user.execute(line) == text


def test_feature_access_codes() -> None:
    user, _ = session()
    assert user.execute("show telephony-service fac").startswith(
        "telephony-service fac standard\n callfwd all **1\n callfwd cancel **2\n"
    )
    user.router.restart(None)
    assert session("configure terminal", "no telephony-service", "end")[0].execute("show telephony-service fac") == ""


def test_custom_feature_access_codes_have_the_names_and_the_order_of_the_standard_ones() -> None:
    lines = (
        "configure terminal",
        "telephony-service",
        "fac custom ccw *55",
        "fac custom dnd *54",
        "fac custom alias 1 #1 to **4121",
    )
    user, _ = session(*lines, "end")
    assert user.execute("show telephony-service fac") == (
        "telephony-service fac custom\n dnd *54\n cancel call waiting *55\n alias 1 #1 to **4121\n"
    )


def test_phones_and_templates() -> None:
    user, _ = session("simulate ephone 1 register")
    text = user.execute("show telephony-service ephone")
    assert text.startswith(
        "Number of Configured ephones 4 (Registered 1)\nephone 1\nDevice Security Mode: Non-Secure\nmac-address 0011.2233.4401\n"
        'type 7960 addon 1 7914\nbutton  1:1 2o2,3 3m3 4:6\nspeed-dial 1 5002 label "Mary Smith"\nkeepalive 30 auxiliary 30\n'
    )
    assert "lpcor type: local\nlpcor (incoming): inside  (outgoing): outside\n!\n" in text
    assert user.execute("show telephony-service ephone-template").startswith("ephone-template 1\nsoftkey idle  Redial Newcall\n")
    assert user.execute("show telephony-service ephone-dn").startswith("ephone-dn 1\n number 5001 secondary 5551001\n")


def test_files_for_the_phones() -> None:
    user, _ = session()
    lines = user.execute("show telephony-service tftp-bindings").split("\n")
    assert lines[0] == "tftp-server system:/its/SEPDEFAULT.cnf"
    assert "tftp-server system:/its/XMLDefault7960.cnf.xml alias SEP001122334401.cnf.xml" in lines
    assert " tftp-server gk001122335502.txt url system:/cme/sipphone/gk001122335502.txt\n" in user.execute(
        "show voice register tftp-bind"
    )


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
        "1    0011.2233.5501  10.1.1.121      1  1   7001                 REGISTERED\n"
        "                                     2  2   7002                 REGISTERED\n"
    )
    assert user.execute("show voice register pool ip 10.1.1.121") == head + rows
    assert user.execute("show voice register pool type 7960") == head + rows
    other = "2    0011.2233.5502                  1  2   7002                 UNREGISTERED\n"
    assert user.execute("show voice register pool mac 0011.2233.5502") == head + other
    assert user.execute("show voice register pool telephone-number 7002") == (
        head + "1    0011.2233.5501  10.1.1.121      2  2   7002                 REGISTERED\n" + other
    )
    assert user.execute("show voice register pool cfa").endswith("2    1  2   7002                 5001\n")
    assert "\n7912                 1            0            1\n" in user.execute("show voice register pool type summary")


def test_calls_of_sip_phones() -> None:
    user, _ = session("simulate voice register pool 1 register 10.1.1.121", "simulate voice register dn 1 alerting 5001")
    user.execute("simulate voice register dn 1 connected")
    assert user.execute("show voice register pool connected brief") == (
        "Outbound calls from SIP line phones: \n"
        "Pool IP Address      Number               Remote Number\n"
        "==== =============== ==================== ====================\n"
        "1    10.1.1.121      7001                 5001                \n"
        "Inbound calls to SIP line phones: \n"
        "Pool IP Address      Number               Remote Number\n"
        "==== =============== ==================== ====================\n"
    )
    assert "   Calling Number          : 7001\n   Called Number           : 5001\n" in user.execute(
        "show voice register pool connected"
    )
    user.execute("simulate voice register dn 1 hold")
    assert " Local Hold     : CALL HOLD Pressed on SIP Phone\n" in user.execute("show voice register pool on-hold")


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


def test_shared_lines() -> None:
    user, _ = session("simulate voice register pool all register", "simulate voice register dn 2 connected 5001")
    assert user.execute("show shared-line call").endswith(
        "7002             7002@10.1.1.121              5001              5001@10.1.1.1         1\n"
    )
    assert "Shared-Line: '7002',  subscribed users: 2,  max calls limit: 4\n" in user.execute("show shared-line summary")
    assert "Subscriptions to: '7002',   total subscriptions: 2\n" in user.execute("show shared-line subscription")
