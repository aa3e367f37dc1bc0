"""Tests of the client: with the fixtures of iossim, every test has a router of its own on a free port."""

from __future__ import annotations

import pytest
from provision import Provisioner, ProvisioningError

from iossim import Router
from iossim.testing import Server

OFFICE = """
hostname Office
ip http server
ixi transport http
 no shutdown
ixi application cme
 no shutdown
telephony-service
 max-ephones 5
 max-dn 5
 ip source-address 10.1.1.1 port 2000
 log table retain-timer 10
"""
MAC = "0011.2233.4455"

pytestmark = pytest.mark.iossim(OFFICE)


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def client(iossim_server: Server, waits: list[float]) -> Provisioner:
    return Provisioner(iossim_server.url, iossim_server.user, iossim_server.password, waits.append)


def test_a_phone_is_added_and_registers(client: Provisioner, iossim_router: Router) -> None:
    client.add_phone(1, MAC, "5001")
    assert client.registered() == set()

    session = iossim_router.session()
    assert "number 5001" in session.execute("show running-config | section ephone-dn")
    session.execute("simulate ephone 1 register")
    assert client.registered() == {1}


def test_events_are_kept_for_the_retain_time(client: Provisioner, iossim_router: Router) -> None:
    client.add_phone(1, MAC, "5001")
    session = iossim_router.session()
    session.execute("simulate ephone 1 register")
    iossim_router.clock.advance(minutes=9)
    session.execute("simulate ephone 1 decease")
    assert client.events(1) == ["registered", "deceased"]
    iossim_router.clock.advance(minutes=2)  # the timer of the configuration is ten minutes
    assert client.events(1) == ["deceased"]


def test_the_routers_refusal_is_passed_on(client: Provisioner, iossim_router: Router) -> None:
    with pytest.raises(ProvisioningError, match="mac-address banana"):
        client.add_phone(1, "banana", "5001")
    assert "number 5001" in iossim_router.running_config  # the lines before it stay, as on a router


def test_a_busy_router_is_asked_again(client: Provisioner, iossim_router: Router, waits: list[float]) -> None:
    iossim_router.faults.add("http status", 503, times=2)
    assert client.registered() == set()
    assert waits == [1.0, 1.0]


@pytest.mark.parametrize(("fault", "message"), [("xml malformed", "no XML"), ("xml error", "Simulated error")])
def test_wrong_answers_are_reported(client: Provisioner, iossim_router: Router, fault: str, message: str) -> None:
    iossim_router.faults.add(fault)
    with pytest.raises(ProvisioningError, match=message):
        client.registered()


def test_the_router_saves_later_while_somebody_configures(client: Provisioner, iossim_router: Router) -> None:
    assert client.save()
    session = iossim_router.session(line="console")
    session.execute("configure terminal")
    assert not client.save()
    session.execute("hostname Changed")
    session.execute("end")
    client.registered()  # the next request finds the configuration free
    assert "hostname Changed" in session.execute("show startup-config | include hostname")
