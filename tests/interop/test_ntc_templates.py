"""The cisco_ios templates of ntc-templates as a whole: rows, or a reason, for every one of them."""

from __future__ import annotations

from pathlib import Path

import ntc_templates
from ntc_templates.parse import ParsingException, parse_output
from textfsm.parser import TextFSMError

from iossim import Router
from iossim.session import Session
from tests.interop import test_ntc_files, test_ntc_net, test_ntc_system, test_ntc_voice
from tests.interop.support import SAMPLES, lab

#: Templates of commands that a 2911 with Unified CME does not have: of switches, of other products, of later software.
ELSEWHERE = (
    *("access-session", "alert counters", "ap cdp neighbors", "ap summary", "authentication sessions"),
    *("authentication sessions method details", "capability feature routing", "controller t1", "cts credentials", "cts pacs"),
    *(
        "endpoint-tracker",
        "endpoint-tracker tracker-group",
        "hosts summary",
        "interface link",
        "interfaces status",
        "interfaces status err-disabled",
    ),
    *("interfaces switchport", "ip dhcp snooping binding", "ip source binding", "module online diag", "module status"),
    *("module submodule", "nve peers", "nve vni", "platform diag", "port-security interface interface", "power available"),
    *("power status", "power supplies", "power used", "rep topology", "sdwan bfd sessions table", "sdwan bfd summary"),
    *("sdwan control connections", "sdwan omp peers", "sdwan tunnel statistics table", "spanning-tree root", "stack-power"),
    *("switch detail", "switch detail stack ports", "switch virtual", "vlan", "vlan group", "wireless tag policy summary"),
)
#: What the templates below need in a configuration, beside that of a sample.
MORE = """lldp run
snmp-server community public RO
snmp-server group OPERATORS v3 priv
snmp-server user observer OPERATORS v3 auth sha secret12 priv aes 128 secret12
tacacs server T1
 address ipv4 10.0.0.9
 key secret
ip dhcp pool phones
 lease infinite
end
"""
#: Commands that are typed otherwise than their template is named.
TYPED = {"ping": "ping 127.0.0.1", "traceroute": "traceroute 10.1.1.1", "show ipv6 access-lists": "show ipv6 access-list"}
_NEEDED = 60


def _templates() -> list[str]:
    folder = Path(ntc_templates.__file__).parent / "templates"
    return sorted(file.stem.removeprefix("cisco_ios_").replace("_", " ") for file in folder.glob("cisco_ios_*.textfsm"))


def _reasons() -> set[str]:
    modules = (test_ntc_files, test_ntc_net, test_ntc_system, test_ntc_voice)
    named = {command for module in modules for command in module.REASONS}
    return named | {f"show {command}" for command in ELSEWHERE} | {"show running-config interface"}


def _has_rows(router: Router, command: str) -> bool:
    session = Session(router, 15, "admin", "console")
    try:
        result = session.run(command)
        return result.accepted and bool(parse_output("cisco_ios", command, result.output))
    except (TextFSMError, ParsingException):
        return False
    finally:
        session.close()


def _routers() -> list[Router]:
    """The three samples with the lines that the templates need, and all phones registered."""
    routers = [lab(name) for name in SAMPLES]
    for router in routers:
        router.load(MORE)
        session = router.session()
        for kind in ("ephone", "voice register pool"):
            assert session.run(f"simulate {kind} all register").accepted
    return routers


def test_every_template_has_rows_or_a_reason() -> None:
    routers = _routers()
    read = {name for name in _templates() if any(_has_rows(router, TYPED.get(name, name)) for router in routers)}
    assert sorted(set(_templates()) - read - _reasons()) == []
    assert len(read) >= _NEEDED, (len(read), sorted(read))


def test_no_reason_is_outdated() -> None:
    """The samples have no ISDN interface but for one; other reasons belong to templates that read nothing."""
    assert {command.split(" GigabitEthernet")[0] for command in _reasons()} - set(_templates()) == set()
