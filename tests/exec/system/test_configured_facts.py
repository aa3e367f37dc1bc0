"""Facts of show commands that follow lines of the configuration: SNMP notifications, the configuration register."""

from __future__ import annotations

import pytest

from iossim import Router


@pytest.mark.parametrize(
    ("line", "state"),
    [("", "disabled"), ("snmp-server enable traps", "enabled"), ("snmp-server enable traps syslog", "enabled")],
)
def test_snmp_notifications(line: str, state: str) -> None:
    router = Router.from_text(f"snmp-server community public RO\n{line}\nend\n")
    assert f"SNMP global trap: {state}\n" in router.session().execute("show snmp")


def test_show_version_and_show_boot_have_the_same_register() -> None:
    router = Router()
    session = router.session()
    for line in ("configure terminal", "config-register 0x2142", "end"):
        assert session.run(line).accepted
    text = "Configuration register is 0x2102 (will be 0x2142 at next reload)\n"
    assert text in session.execute("show version")
    assert text in session.execute("show boot")
    router.restart(router.running_config)
    for command in ("show version", "show boot"):
        assert "Configuration register is 0x2142\n" in router.session().execute(command)
