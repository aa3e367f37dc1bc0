"""NAPALM's getters about the router itself, fed through a stub of its transport, agree with the configuration."""

from __future__ import annotations

import re

import pytest

from iossim import Router
from iossim.router import Clock
from tests.interop.napalm_stub import driver
from tests.interop.support import SAMPLES, sample
from tests.router.support import Time, configure


def lines_of(router: Router, pattern: str) -> list[re.Match[str]]:
    """The lines of the running-config that match a pattern."""
    return [match for line in router.running_config.split("\n") if (match := re.fullmatch(pattern, line))]


@pytest.mark.parametrize("name", SAMPLES)
def test_get_facts(name: str) -> None:
    router = sample(name)
    facts = driver(router).get_facts()
    assert facts["hostname"] == router.hostname
    assert facts["vendor"] == "Cisco"
    assert facts["model"] == "CISCO2911/K9"
    assert facts["uptime"] == 0
    assert facts["os_version"].startswith("C2900 Software (C2900-UNIVERSALK9-M), Version 15.7(3)M8")
    domains = [match[1] for match in lines_of(router, r"ip domain name (\S+)")] or ["not set"]
    assert facts["fqdn"] == f"{router.hostname}.{domains[0]}" or facts["fqdn"] in ("not set", router.hostname)
    assert {port for port in facts["interface_list"] if "Ethernet" in port} == {
        match[1] for match in lines_of(router, r"interface (\S*Ethernet\S+)")
    }


def test_get_facts_after_some_time() -> None:
    time = Time()
    router = Router(clock=Clock(time))
    configure(router, "license udi pid CISCO2911/K9 sn FTX0001A2B3")
    time.passes(8 * 86_400 + 3_660)
    facts = driver(router).get_facts()
    assert facts["uptime"] == 8 * 86_400 + 3_660
    assert facts["serial_number"] == "FTX0001A2B3"


@pytest.mark.parametrize("name", SAMPLES)
def test_get_environment(name: str) -> None:
    read = driver(sample(name)).get_environment()
    assert read["cpu"] == {0: {"%usage": 1.0}}
    memory = read["memory"]
    assert 0 < memory["used_ram"] < memory["available_ram"]
    assert memory["available_ram"] == (483_328 + 40_960) * 1024  # NAPALM takes the total for it
    assert read["temperature"]["invalid"]["temperature"] == -1.0  # a router has no `show environment temperature status`


@pytest.mark.parametrize("name", SAMPLES)
def test_get_ntp_servers(name: str) -> None:
    router = sample(name)
    servers = [match[1] for match in lines_of(router, r"ntp server (\S+).*")]
    assert list(driver(router).get_ntp_servers()) == servers


@pytest.mark.parametrize("name", SAMPLES)
def test_get_ntp_stats(name: str) -> None:
    router = sample(name)
    servers = {match[1] for match in lines_of(router, r"ntp server (\S+).*")}
    read = driver(router).get_ntp_stats()
    assert {entry["remote"] for entry in read} == servers
    assert all(entry["stratum"] == 16 and not entry["synchronized"] and entry["reachability"] == 0 for entry in read)


@pytest.mark.parametrize("name", SAMPLES)
def test_get_snmp_information(name: str) -> None:
    router = sample(name)
    configure(router, "snmp-server community readers RO 10", "snmp-server contact desk@example.net", "snmp-server location Cellar")
    read = driver(router).get_snmp_information()
    assert read["community"]["readers"] == {"acl": "10", "mode": "ro"}
    assert (read["contact"], read["location"]) == ("desk@example.net", "Cellar")
    assert read["chassis_id"] == driver(router).get_facts()["serial_number"]


@pytest.mark.parametrize("name", SAMPLES)
def test_get_users(name: str) -> None:
    router = sample(name)
    configure(router, "username carol privilege 7 secret A-Long-Secret", "username dave password plain")
    users = {match[1]: match[2] for match in lines_of(router, r"username (\S+)(?: privilege (\d+))? (?:secret|password) \d \S+")}
    read = driver(router).get_users()
    assert {user: facts["level"] for user, facts in read.items()} == {user: int(level or 1) for user, level in users.items()}
    assert read["carol"]["password"].startswith("$1$")
