"""Sockets, refused phones, firmware and PINs."""

from __future__ import annotations

from tests.exec.support import session

BUSY = (
    "simulate ephone 1 register 10.1.1.21",
    "simulate ephone 3 register 10.1.1.23",
    "simulate ephone-dn 1 ringing 5003",
)


def test_sockets() -> None:
    user, _ = session("simulate ephone 1 register", "simulate ephone 3 register")
    lines = user.execute("show ephone socket").split("\n")
    assert lines[6:9] == ["skinny_open_sockets = 2:", "Phone 1, ", "skinny_sockets[0] fd = 1 "]
    assert lines[11:13] == ["Phone 3, ", "skinny_sockets[1] fd = 2 "]


def test_refused_phones() -> None:
    user, _ = session("configure terminal", "telephony-service", "no auto-reg-ephone", "end")
    user.execute("simulate ephone mac 0011.2233.4455 type anl register")
    assert user.execute("show ephone attempted-registrations") == (
        "Attempting Mac address:\n"
        "Num    Mac Address         DateTime                          DeviceType\n"
        "-----------------------------------------------------------------------------\n"
        "1      0011.2233.4455      12:00:00 UTC Mon Nov 23 2026      SCCP Gateway (AN) \n"
    )


def test_firmware_login_and_numbers() -> None:
    user, _ = session(*BUSY)
    assert "\nSEP001122334401   P00308010200                                  Initialized\n" in user.execute(
        "show ephone phone-load"
    )
    assert user.execute("show ephone login").split("\n")[:2] == [
        "ephone 1        Pin enabled:FALSE",
        "ephone 2        Pin enabled:LOCAL       Logged-in:FALSE",
    ]
    assert user.execute("show ephone dn 2") == (
        "Tag 2, Normal or Intercom dn \n"
        "ephone 1, mac-address 0011.2233.4401, line 2\nephone 2, mac-address 0011.2233.4402, line 1\n"
    )
    assert user.execute("show ephone telephone-number 5551001") == (
        "DP tag: 0, secondary\nTag 1, Normal or Intercom dn\n  ephone 1, mac-address 0011.2233.4401, line 1\n"
    )
    assert user.execute("show ephone telephone-number 999") == "No ephone in specified type/condition.\n"
