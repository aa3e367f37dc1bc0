"""telnet, ssh and their like: hosts that refuse, that do not answer, that no route leads to, and names."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session
from tests.router.support import configure

UP = ("interface Loopback0", "ip address 10.0.0.1 255.255.255.0", "exit")


def user(*lines: str) -> Session:
    router = Router()
    configure(router, *UP, "ip host far 10.0.0.9", *lines)
    return router.session(line="console")


@pytest.mark.parametrize(
    ("address", "end"),
    [
        ("10.0.0.1", "% Connection refused by remote host"),
        ("10.0.0.9", "% Connection timed out; remote host not responding"),
        ("203.0.113.1", "% Destination unreachable; gateway or host down"),
    ],
)
def test_the_end_of_an_attempt(address: str, end: str) -> None:
    session = user()
    assert session.execute(f"telnet {address}") == f"Trying {address} ... \n{end}\n"
    assert session.execute(f"connect {address}") == session.execute(f"telnet {address}")
    assert session.execute(f"ssh -l bob {address}") == f"{end}\n"
    assert session.execute(address) == session.execute(f"telnet {address}")


def test_a_route_leads_to_silence() -> None:
    session = user("ip route 203.0.113.0 255.255.255.0 10.0.0.2")
    assert session.execute("telnet 203.0.113.1").endswith("% Connection timed out; remote host not responding\n")
    assert session.execute("telnet 203.0.114.1").endswith("% Destination unreachable; gateway or host down\n")


def test_a_phone_refuses() -> None:
    service = ("telephony-service", "max-ephones 2", "max-dn 2", "ip source-address 10.0.0.1 port 2000", "exit")
    session = user(*service, "ephone 1", "mac-address 0011.2233.4455")
    session.execute("simulate ephone 1 register 10.0.0.33")
    assert session.execute("telnet 10.0.0.33").endswith("% Connection refused by remote host\n")


def test_names() -> None:
    session = user("ip name-server 10.0.0.53")
    assert session.execute("telnet far 2001").startswith("Trying far (10.0.0.9, 2001) ... \n")
    assert session.execute("far") == session.execute("telnet far")
    assert session.execute("telnet nowhere") == (
        'Translating "nowhere"...domain server (10.0.0.53)\n'
        "% Unknown command or computer name, or unable to find computer address\n"
    )


def test_a_known_name_needs_no_server() -> None:
    session = user("no ip domain lookup")
    assert session.execute("far").startswith("Trying far (10.0.0.9) ... \n")
    assert "% Invalid input" in session.execute("nowhere")


def test_without_a_host_it_asks() -> None:
    session = user()
    session.execute("telnet")
    assert session.prompt == "Host: "
    assert session.execute("far") == session.execute("telnet far")
    session.execute("telnet")
    assert session.execute("") == ""


def test_ssh_needs_a_user() -> None:
    assert user().execute("ssh 10.0.0.9") == "% No user specified nor available for SSH client\n"
    router = Router()
    assert router.session(user="bob").execute("ssh 10.0.0.9") == "% Destination unreachable; gateway or host down\n"


@pytest.mark.parametrize("line", ["where", "w", "show sessions", "resume", "resume 1", "r"])
def test_no_connection_is_open(line: str) -> None:
    assert user().execute(line) == "% No connections open\n"
