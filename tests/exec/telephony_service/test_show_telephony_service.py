"""The layouts of show telephony-service, compared with the catalogue's."""

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
    ],
)
def test_parts(line: str, text: str) -> None:
    user, _ = session()
    assert user.execute(line) == text


def test_feature_access_codes() -> None:
    user, _ = session()
    assert user.execute("show telephony-service fac").startswith(
        "telephony-service fac standard\n  callfwd all **1\n  callfwd cancel **2\n"
    )
    assert user.execute("show telephony-service fac").endswith("\n  cancel call waiting *1\n  ephone-hunt unjoin #4\n")
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
        "telephony-service fac custom\n  dnd *54\n  cancel call waiting *55\n  alias 1 #1 to **4121\n"
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


def test_the_files_of_speed_dial_lists() -> None:
    user, _ = session(
        "configure terminal",
        "telephony-service",
        "bulk-speed-dial list 0 tftp://10.0.0.5/dir/a.csv",
        "ephone 2",
        "bulk-speed-dial list 6 tftp://10.0.0.5/dir/b.txt",
        "end",
    )
    assert user.execute("show telephony-service bulk-speed-dial summary") == (
        "List-id    Entries      Size    Reference  url\n"
        "      0          0         0    Global     tftp://10.0.0.5/dir/a.csv\n"
        "      6          0         0    ephone-2   tftp://10.0.0.5/dir/b.txt\n"
        "1 Global List(s) 1 Local List(s)\n"
    )
