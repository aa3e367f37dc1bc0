"""show ntp, snmp, ip http server, ip ssh, aaa, tacacs, crypto, license and their like: off, empty, and by the configuration."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.session import Session
from tests.router.support import Time, configure


def user(*lines: str) -> Session:
    """A session on a router, after some lines of configuration."""
    router = Router(clock=Clock(Time()))
    configure(router, *lines)
    return router.session()


@pytest.mark.parametrize("line", ["show ntp status", "show ntp associations", "show ntp associations detail", "show ntp config"])
def test_ntp_is_off(line: str) -> None:
    assert user().execute(line) == "%NTP is not enabled.\n"


@pytest.mark.parametrize("line", ["show snmp", "show snmp community", "show snmp group", "show snmp user", "show snmp host"])
def test_the_agent_is_off(line: str) -> None:
    assert user("snmp-server location Attic").execute(line) == "%SNMP agent not enabled\n"


@pytest.mark.parametrize(
    "line",
    [
        "show tacacs",
        "show aaa servers",
        "show crypto key mypubkey rsa",
        "show crypto pki certificates",
        "show crypto pki trustpoints",
    ],
)
def test_nothing_is_configured(line: str) -> None:
    assert user().execute(line) == ""


def test_a_server_never_answers() -> None:
    session = user("ntp server 192.0.2.1 prefer", "ntp peer 192.0.2.2")
    assert session.execute("show ntp status").startswith("Clock is unsynchronized, stratum 16, no reference clock\n")
    rows = session.execute("show ntp associations").split("\n")
    assert rows[2:4] == [
        " ~192.0.2.1       .INIT.          16      -     64     0  0.000   0.000 15937.",
        " ~192.0.2.2       .INIT.          16      -     64     0  0.000   0.000 15937.",
    ]


def test_the_own_clock() -> None:
    session = user("ntp master 3")
    assert session.execute("show ntp status").startswith("Clock is synchronized, stratum 3, reference is 127.127.1.1    \n")
    assert "*~127.127.1.1     .LOCL.           2 " in session.execute("show ntp associations")
    assert session.execute("show ntp config") == "\n ntp master 3\n"


def test_the_agent_by_the_configuration() -> None:
    session = user(
        "snmp-server community c1 RO", "snmp-server location Rack 3", "snmp-server chassis-id R3", "snmp-server packetsize 1400"
    )
    text = session.execute("show snmp")
    assert text.startswith("Chassis: R3\nLocation: Rack 3\n0 SNMP packets input\n")
    assert "    0 Too big errors (Maximum packet size 1400)\n" in text
    assert session.execute("show snmp chassis") == "R3\n"
    assert session.execute("show snmp location") == "Rack 3\n"
    assert session.execute("show snmp contact") == ""


def test_hosts_of_both_kinds() -> None:
    text = user("snmp-server host 192.0.2.5 version 2c c1", "snmp-server host 192.0.2.6 informs version 3 priv carol").execute(
        "show snmp host"
    )
    assert "Notification host: 192.0.2.5\tudp-port: 162\ttype: trap\nuser: c1\tsecurity model: v2c\n" in text
    assert "Notification host: 192.0.2.6\tudp-port: 162\ttype: inform\nuser: carol\tsecurity model: v3\n" in text


def test_the_web_server() -> None:
    session = user(
        "ip http server", "ip http port 8080", "ip http timeout-policy idle 60 life 120 requests 5", "ip http access-class 10"
    )
    text = session.execute("show ip http server status")
    for line in ("status: Enabled", "port: 8080", "access class: 10"):
        assert f"HTTP server {line}\n" in text
    assert "Server idle time-out: 60 seconds\nServer life time-out: 120 seconds\n" in text
    assert text in session.execute("show ip http server all")
    assert " Active " in session.execute("show ip http server session-module")
    assert " Active " not in user().execute("show ip http server session-module")


def test_ssh_needs_keys() -> None:
    session = user("ip ssh time-out 30", "hostname R1", "ip domain name example.net")
    text = session.execute("show ip ssh")
    assert text.startswith(
        "SSH Disabled - version 1.99\n%Please create RSA keys to enable SSH (and of atleast 768 bits for SSH v2).\n"
    )
    assert "Authentication timeout: 30 secs; Authentication retries: 3\n" in text
    assert text.endswith("base64 encoded): NONE\n")
    session.execute("configure terminal")
    session.execute("crypto key generate rsa modulus 1024")
    text = session.execute("do show ip ssh")
    assert text.startswith("SSH Enabled - version 1.99\n")
    assert "base64 encoded): R1.example.net\nssh-rsa AAAAB3" in text


def test_a_key_has_its_time_and_its_size() -> None:
    session = user("hostname R1", "ip domain name example.net", "clock timezone CET 1", "crypto key generate rsa modulus 512")
    text = session.execute("show crypto key mypubkey rsa")
    assert text.startswith("% Key pair was generated at: 13:00:00 CET Nov 23 2026\nKey name: R1.example.net\n")
    assert sum(len(word) for line in text.split(" Key Data:\n")[1].split("\n") for word in line.split()) == 512 // 4
    assert session.execute("show crypto key mypubkey rsa other") == ""


def test_sessions_of_ssh() -> None:
    session = user()
    assert session.execute("show ssh") == "%No SSHv2 server connections running.\n%No SSHv1 server connections running.\n"
    Session(session.router, user="carol", line="vty", address="192.0.2.9")
    text = session.execute("show ssh")
    assert "1          2.0     IN   aes256-ctr  hmac-sha1    Session started       carol\n" in text
    assert "No SSHv2" not in text


def test_both_spellings_of_a_server() -> None:
    text = user("aaa new-model", "tacacs-server host 192.0.2.7 port 50", "tacacs server T1", "address ipv4 192.0.2.8").execute(
        "show tacacs"
    )
    assert "            Server address: 192.0.2.7\n               Server port: 50\n" in text
    assert "               Server name: T1\n            Server address: 192.0.2.8\n               Server port: 49\n" in text


def test_the_processor_is_not_used_up() -> None:
    session = user()
    used, free = (int(session.execute("show processes memory").split(word)[1].split()[0]) for word in ("Used:", "Free:"))
    assert f" {used} " in session.execute("show memory statistics")
    assert "483328K" in session.execute("show version")
    assert used + free == 483_328 * 1024


def test_processes_in_the_order_of_their_time() -> None:
    time = Time()
    session = Router(clock=Clock(time)).session()
    time.passes(36_000)
    runtimes = [int(line.split()[1]) for line in session.execute("show processes cpu sorted").split("\n")[2:] if line]
    assert runtimes == sorted(runtimes, reverse=True)
    assert runtimes[0] > 0
    held = [int(line.split()[4]) for line in session.execute("show processes memory sorted").split("\n")[4:-2]]
    assert held == sorted(held, reverse=True)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("show environment temperature", {"TEMPERATURE"}),
        ("show environment power", {"SYSTEM POWER"}),
        ("show environment fans", {"FAN"}),
        ("show environment", {"TEMPERATURE", "SYSTEM POWER", "FAN", "BATTERY", "SUPPLY"}),
    ],
)
def test_parts_of_the_environment(line: str, shown: set[str]) -> None:
    text = user().execute(line)
    titles = [above for above, rule in zip(text.split("\n"), text.split("\n")[1:], strict=False) if rule.startswith("===")]
    assert len(titles) == len(shown)
    assert all(any(word in title for title in titles) for word in shown)


def test_other_services() -> None:
    session = user(
        "parser view OPS", "exit", "event manager applet NIGHT", "event none", "exit", "kron occurrence DAILY at 3:00 recurring"
    )
    assert session.execute("show parser view all") == "Views/SuperViews Present in System:\n OPS\n"
    assert session.execute("show parser view") == "No view is active ! Currently in Privilege Level Context\n"
    assert "NIGHT" in session.execute("show event manager policy registered")
    assert "DAILY inactive, will run at 3:00 recurring\n" in session.execute("show kron schedule")
