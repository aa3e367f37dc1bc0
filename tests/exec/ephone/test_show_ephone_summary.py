"""Summaries and tables of phones."""

from __future__ import annotations

from tests.exec.support import session

BUSY = (
    "simulate ephone 1 register 10.1.1.21",
    "simulate ephone 3 register 10.1.1.23",
    "simulate ephone-dn 1 ringing 5003",
)


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
