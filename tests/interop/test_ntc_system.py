"""ntc-templates reads what the system commands print, and the rows agree with the configuration."""

from __future__ import annotations

import re

import pytest
from ntc_templates.parse import parse_output
from textfsm.parser import TextFSMError

from iossim import Router
from iossim.router import Clock
from tests.interop.support import SAMPLES, output, rows, sample
from tests.router.support import Time, configure

#: Templates of system commands without rows, by the reason.
REASONS = {
    "show processes memory sorted": "the template refuses the I/O line that every router of this class prints",
    "show crypto pki certificates": "no sample has a certificate chain",
    "show redundancy": "one processor: no standby, whose lines the template demands",
    "show module": "a 2911 has no modules of this kind; the command is absent",
    "show license status": "the template is for smart licences",
    "show platform": "a 2911 has no such table; the command is absent",
    "show environment temperature": "the template is for switches",
    "show environment power all": "the template is for switches",
}
SERVICES = (
    "snmp-server community readers RO 10",
    "snmp-server community writers RW",
    "snmp-server group admins v3 priv read all",
    "snmp-server user carol admins v3 auth sha A-Long-Secret priv aes 128 A-Long-Secret",
    "aaa new-model",
    "tacacs server T1",
    "address ipv4 192.0.2.49",
    "port 4949",
    "exit",
    "alias exec sb show ip interface brief",
    "alias exec cpu show processes cpu",
)


def served(name: str) -> Router:
    """A router with a sample configuration and some services."""
    router = sample(name)
    configure(router, *SERVICES)
    return router


def text_of(router: Router, pattern: str) -> list[tuple[str, ...]]:
    """The parts of the lines of the running-config that match a pattern."""
    return [match.groups() for line in router.running_config.split("\n") if (match := re.fullmatch(pattern, line))]


@pytest.mark.parametrize("name", SAMPLES)
def test_show_version_counts_the_ports(name: str) -> None:
    router = sample(name)
    (row,) = rows(router, "show version")
    assert list(row["hardware"]) == ["CISCO2911/K9"]
    assert row["running_image"].startswith("c2900-universalk9-mz")
    ports = text_of(router, r"interface (GigabitEthernet[0-9/]+)")
    assert f"\n{len(ports)} Gigabit Ethernet interfaces\n" in output(router, "show version")


def test_show_version_after_a_reload() -> None:
    time = Time()
    router = Router(clock=Clock(time))
    (row,) = rows(router, "show version")
    assert (row["reload_reason"], row["restarted"], row["uptime"]) == ("power-on", "", "0 minutes")
    user = router.session()
    user.execute("clock set 08:00:00 4 may 2027")
    time.passes(90_000)
    router.restart(None)
    time.passes(3 * 86_400 + 7_260)
    user = router.session()
    (row,) = rows(router, "show version")
    assert "reload at 09:00:00 UTC Wed May 5 2027" in output(router, "show version")
    assert (row["uptime_days"], row["uptime_hours"], row["uptime_minutes"]) == ("3", "2", "1")
    assert row["restarted"] == ""
    user.execute("clock set 12:00:00 9 may 2027")
    (row,) = rows(router, "show version")
    assert row["restarted"] == "09:59:00 UTC Thu May 6 2027"


@pytest.mark.parametrize("name", SAMPLES)
def test_show_inventory(name: str) -> None:
    router = sample(name)
    parsed = rows(router, "show inventory")
    (version,) = rows(router, "show version")
    assert (parsed[0]["pid"], parsed[0]["sn"]) == ("CISCO2911/K9", version["serial"][0])
    slots = {"/".join(port.split("/")[:2]) for (port,) in text_of(router, r"voice-port (\d+/\d+/\d+)")}
    slots |= {"/".join(port.split("/")[:2]) for (port,) in text_of(router, r"controller \S+ (\S+)")}
    cards = [re.search(r"on Slot (\d) SubSlot (\d)$", row["name"]) for row in parsed]
    assert {f"{card[1]}/{card[2]}" for card in cards if card} - {"0/4"} == slots
    assert len({row["sn"] for row in parsed}) == len(parsed)


def test_the_licence_of_the_configuration_names_the_chassis() -> None:
    router = Router()
    configure(router, "license udi pid CISCO2921/K9 sn FTX9999A1B2")
    assert rows(router, "show inventory")[0]["sn"] == "FTX9999A1B2"
    (row,) = rows(router, "show version")
    assert (list(row["serial"]), list(row["hardware"])) == (["FTX9999A1B2"], ["CISCO2921/K9"])


@pytest.mark.parametrize("name", SAMPLES)
def test_show_clock(name: str) -> None:
    router = sample(name)
    (row,) = rows(router, "show clock")
    zones = [zone for (zone,) in text_of(router, r"clock timezone (\S+) .*")] or ["UTC"]
    assert row["timezone"] == zones[0]
    assert (row["month"], row["day"], row["year"]) == ("Nov", "23", "2026")


@pytest.mark.parametrize("name", SAMPLES)
def test_show_users(name: str) -> None:
    router = sample(name)
    user = router.session(user="carol", line="console")
    (row,) = parse_output("cisco_ios", "show users", user.execute("show users"))
    assert (row["user"], row["hosts"], row["idle"]) == ("carol", "idle", "00:00:00")
    assert row["line"].split() == ["*", "0", "con", "0"]


@pytest.mark.parametrize("name", SAMPLES)
def test_show_logging(name: str) -> None:
    router = sample(name)
    configure(router, "logging buffered 8192", "hostname Newname")
    parsed = rows(router, "show logging")
    assert [(row["facility"], row["severity"], row["mnemonic"]) for row in parsed][-1] == ("SYS", "5", "CONFIG_I")


@pytest.mark.parametrize("name", SAMPLES)
def test_show_aliases(name: str) -> None:
    router = served(name)
    named = {(row["alias"], row["command"]) for row in rows(router, "show aliases")}
    assert set(text_of(router, r"alias exec (\S+) (.*)")) <= named
    assert ("s", "show") in named


@pytest.mark.parametrize("name", SAMPLES)
def test_show_http_server(name: str) -> None:
    router = sample(name)
    (row,) = rows(router, "show ip http server status")
    text = router.running_config
    assert row["server_status"] == ("Enabled" if "\nip http server\n" in text else "Disabled")
    assert row["secure_server_status"] == ("Enabled" if "\nip http secure-server\n" in text else "Disabled")
    methods = [method for (method,) in text_of(router, r"ip http authentication (\S+)")] or ["enable"]
    assert row["auth_method"] == methods[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_show_snmp(name: str) -> None:
    router = served(name)
    communities = {row["name"]: row["access_list_number"] for row in rows(router, "show snmp community") if row["name"]}
    assert communities == {"readers": "10", "writers": ""}
    groups = [(row["groupname"], row["security_model"].strip(), row["readview"].strip()) for row in rows(router, "show snmp group")]
    assert ("admins", "v3 priv", "all") in groups
    assert ("writers", "v2c", "v1default") in groups
    (row,) = rows(router, "show snmp user")
    assert (row["user_name"], row["group_name"]) == ("carol", "admins")
    assert (row["authentication_protocol"], row["privacy_protocol"]) == ("SHA", "AES128")


@pytest.mark.parametrize("name", SAMPLES)
def test_show_tacacs(name: str) -> None:
    (row,) = [row for row in rows(served(name), "show tacacs") if row["tacacs_server"]]
    assert (row["tacacs_server_name"], row["tacacs_server"], row["server_port"]) == ("T1", "192.0.2.49", "4949")


@pytest.mark.parametrize("name", SAMPLES)
def test_show_license(name: str) -> None:
    licences = {row["feature"]: row["license_state"] for row in rows(sample(name), "show license") if row["feature"]}
    assert licences["uck9"] == "Active, In Use"  # Unified CME needs it
    assert not licences["datak9"].startswith("Active")


@pytest.mark.parametrize("name", SAMPLES)
def test_show_processes_cpu(name: str) -> None:
    parsed = rows(sample(name), "show processes cpu")
    assert {row["cpu_usage_1_min"] for row in parsed} == {"1"}
    assert {"Chunk Manager", "IP Input"} <= {row["process_name"].strip() for row in parsed}


def test_the_template_of_memory_refuses_the_line_of_packets() -> None:
    with pytest.raises(TextFSMError):
        rows(sample(SAMPLES[0]), "show processes memory sorted")


@pytest.mark.parametrize("line", ["show module", "show platform"])
def test_what_a_2911_has_not(line: str) -> None:
    assert line in REASONS
    assert not sample(SAMPLES[0]).session().run(line).accepted
