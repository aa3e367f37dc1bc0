"""simulate, debug, clear and emadmin, as typed."""

from __future__ import annotations

import pytest

from iossim.exec.command import Question
from tests.exec.support import session


def test_simulated_phones_make_the_router_talk() -> None:
    user, time = session("simulate ephone 1 register 10.1.1.21")
    time.passes(30)
    for line in ("simulate ephone 1 dnd", "simulate ephone-dn 1 channel 2 connected 5003"):
        assert user.execute(line) == ""
    device, extension = user.router.phones.get(1), user.router.phones.extension(1)
    assert device is not None
    assert extension is not None
    assert (device.address, device.dnd, device.keepalives) == ("10.1.1.21", True, 1)
    assert (extension.channel(2), extension.channels[2].peer) == ("connected", "5003")
    user.execute("simulate ephone 1 no-dnd")
    user.execute("simulate ephone 1 decease")
    assert (device.status, device.dnd) == ("deceased", False)


def test_all_phones_at_once() -> None:
    user, _ = session("simulate ephone all register")
    phones = user.router.phones
    assert [device.tag for device in phones.sccp.registered()] == ["1", "2", "3"]
    user.execute("simulate ephone all decease")
    assert phones.summary().deceased == 3
    user.execute("simulate voice register pool all register")
    assert [device.tag for device in phones.sip.registered()] == ["1", "2"]
    user.execute("simulate voice register pool 2 unregister")
    assert [device.tag for device in phones.sip.registered()] == ["1"]


def test_phones_by_mac_address() -> None:
    user, _ = session(
        "simulate ephone mac 0011.2233.4402 register", "simulate voice register mac 0011.2233.5501 register 10.1.1.99"
    )
    assert [device.tag for device in user.router.phones.sccp.registered()] == ["2"]
    assert [device.address for device in user.router.phones.sip.registered()] == ["10.1.1.99"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("simulate ephone 9 register", "% ephone 9 is not configured\n"),
        ("simulate ephone 4 register", "% ephone 4 has no mac-address\n"),
        ("simulate ephone 1 dnd", "% ephone 1 is not registered\n"),
        ("simulate ephone-dn 1 ringing", "% ephone-dn 1 is down: no registered phone has it on a button\n"),
        ("simulate voice register pool 9 register", "% voice register pool 9 is not configured\n"),
        ("simulate voice register mac 0000.0000.0001 register", "% 0000.0000.0001 was not allowed to register\n"),
        ("emadmin login nobody 1", "% no voice user-profile has the user nobody\n"),
        ("emadmin login user204 2", "% ephone 2 has no logout-profile\n"),
    ],
)
def test_what_cannot_be_done(line: str, message: str) -> None:
    user, _ = session()
    result = user.run(line)
    assert (result.accepted, result.output) == (False, message)


def test_extension_mobility() -> None:
    user, _ = session("emadmin login user204 1")
    device = user.router.phones.user(1)
    assert device is not None
    assert device.tag == "1"
    assert user.execute("emadmin logout user204") == ""
    assert user.router.phones.user(1) is None


def test_every_simulate_command_says_that_it_is_ours() -> None:
    user, _ = session()
    assert "simulate" in user.help("")
    assert all("(iossim)" in line for line in user.help("simulate ").strip().split("\n"))
    assert "(iossim)" in user.help("simulate ephone 1 ")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("debug cme-xml", "CME XML debugging is on\n"),
        ("no debug cme-xml", "CME XML debugging is off\n"),
        ("debug credentials", "Credentials server debugging is enabled\n"),
        ("debug cti core", "Core CTI debug flags are on\n"),
        ("debug ephone blf", "EPHONE BLF debugging is enabled\n"),
        ("debug ephone detail", "Ephone detail debugging is enabled\n"),
        ("debug ephone error mac-address 0030.94c3.8724", "EPHONE error debugging is enabled for phone 0030.94C3.8724\n"),
        ("debug ephone keepalive mac-address 0030.94c3.E1A8", "EPHONE keepalive debugging is enabled for phone 0030.94C3.E1A8\n"),
        ("debug ephone message", "EPHONE skinny message debugging is enabled\n"),
        ("no debug ephone message", "EPHONE skinny message debugging is disabled\n"),
        ("debug ephone message detail", "EPHONE skinny message debugging is enabled\n"),
        ("debug ephone register", "Ephone registration debugging is enabled\n"),
        (
            "debug ephone sccp-state mac-address 678B.AEF9.DAB5",
            "EPHONE SCCP state message debugging is enabled\n  for ephones 678B.AEF9.DAB5\n",
        ),
        ("debug mwi relay errors", "mwi-relay error info debugging is on\n"),
        ("undebug all", "All possible debugging has been turned off\n"),
        ("undebug ip http appinout", "ip http appinout debugging is off\n"),
    ],
)
def test_debugging_is_confirmed(line: str, says: str) -> None:
    user, _ = session()
    assert user.execute(line) == says


def test_show_debugging() -> None:
    user, _ = session("debug ephone state", "debug cme-xml", "debug ephone register mac-address 0011.2233.4401")
    assert user.execute("show debugging") == (
        "\nEPHONE:\n  EPHONE state debugging is enabled\n  Ephone registration debugging is enabled for phone 0011.2233.4401\n"
        "\nCME XML:\n  CME XML debugging is on\n"
    )
    assert user.router.debugging.is_on("cme-xml")
    assert user.router.debugging.is_on("ephone register", "0011.2233.4401")
    assert not user.router.debugging.is_on("ephone register", "0011.2233.4402")
    user.execute("debug ephone error")
    assert not user.router.debugging.is_on("ephone state")
    user.execute("no debug all")
    assert user.execute("show debugging") == ""


def test_debug_all_asks() -> None:
    user, _ = session()
    user.execute("debug all")
    assert user.prompt == "This may severely impact network performance. Continue? (yes/[no]): "
    assert user.execute("") == ""
    user.execute("debug all")
    assert user.execute("yes") == "All possible debugging has been turned on\n"


def test_debugging_ends_with_a_reload() -> None:
    user, _ = session("debug cme-xml")
    user.router.restart(None)
    assert not user.router.debugging.is_on("cme-xml")


def test_the_event_table_can_be_cleared() -> None:
    user, _ = session("simulate ephone 2 register", "clear telephony-service xml-event-log")
    assert not list(user.router.phones.events)
    assert user.router.phones.events.current.deleted == 2


def test_refused_sip_phones_are_cleared_after_asking() -> None:
    user, _ = session()
    for place in range(3):
        user.execute(f"simulate voice register mac 0000.0000.000{place} register 10.1.1.{place}")
    assert user.execute("clear voice register attempted-registrations mac 0000.0000.0000") == ""
    assert user.execute("clear voice register attempted-registrations ip 10.1.1.1") == ""
    assert len(user.router.phones.sip_attempts) == 1
    user.execute("clear voice register attempted-registrations")
    assert user.prompt == "This will clear all the entries. Proceed? Yes/No? [no]: "
    user.execute("")
    assert len(user.router.phones.sip_attempts) == 1
    user.execute("clear voice register attempted-registrations")
    user.execute("Yes")
    assert user.execute("show voice register pool attempted-registrations") == (
        " Phones that have attempted registrations and have failed: NONE\n"
    )


def test_a_question_is_answered_for_programs() -> None:
    assert Question("?", lambda _: "").default == ""
