"""What debugging tells of phones that register and whose lines change state."""

from __future__ import annotations

from tests.exec.support import session


def _told(*lines: str) -> list[str]:
    """What the log says, without the times and the messages that are always there."""
    user, _ = session(*lines)
    told = [line.partition(": ")[2] for line in user.router.log.buffer]
    return [line for line in told if not line.startswith("%")]


def test_a_registration() -> None:
    assert _told("debug ephone register", "simulate ephone 1 register 10.1.1.21", "simulate ephone 2 register 10.1.1.22") == [
        "New Skinny socket accepted [1] (1 active)",
        "ephone-(1)[1] StationRegisterMessage (0/4/12) from 10.1.1.21",
        "ephone-(1)[1] Register StationIdentifier DeviceName SEP001122334401",
        "ephone-1[1]:RegisterAck sent to ephone 1: keepalive period 30",
        "New Skinny socket accepted [2] (2 active)",
        "ephone-(2)[2] StationRegisterMessage (1/4/12) from 10.1.1.22",
        "ephone-(2)[2] Register StationIdentifier DeviceName SEP001122334402",
        "ephone-2[2]:RegisterAck sent to ephone 2: keepalive period 60",
    ]


def test_a_call() -> None:
    assert _told(
        "simulate ephone 1 register",
        "debug ephone state",
        "simulate ephone-dn 1 seize",
        "simulate ephone-dn 1 alerting 5003",
        "simulate ephone-dn 1 hold",
        "simulate ephone-dn 1 connected",
        "simulate ephone-dn 1 idle",
    ) == [
        "ephone-1[1]:OFFHOOK",
        "ephone-1[1]:SetCallState line 1 DN 1 TsOffHook",
        "ephone-1[1]:SetCallState line 1 DN 1 TsRingOut",
        "ephone-1[1]:Call Info DN 1 line 1 ref 1 called 5003 calling 5001",
        "ephone-1[1]:SetCallState line 1 DN 1 TsHold",
        "ephone-1[1]:Call Info DN 1 line 1 ref 1 called 5003 calling 5001",
        "ephone-1[1]:OFFHOOK",
        "ephone-1[1]:SetCallState line 1 DN 1 TsConnected",
        "ephone-1[1]:Call Info DN 1 line 1 ref 1 called 5003 calling 5001",
        "ephone-1[1]:SetCallState line 1 DN 1 TsOnHook",
        "ephone-1[1]:ONHOOK",
    ]


def test_a_shared_line_rings_on_all_phones_and_is_taken_by_one() -> None:
    assert _told(
        "simulate ephone 1 register",
        "simulate ephone 2 register",
        "debug ephone sccp-state",
        "simulate ephone-dn 2 channel 3 ringing 5003",
        "simulate ephone-dn 2 channel 3 connected",
    ) == [
        "ephone-1[1]:SetCallState line 2 DN 2(2) chan 3 ref 1 TsRingIn",
        "ephone-2[2]:SetCallState line 1 DN 2(2) chan 3 ref 1 TsRingIn",
        "ephone-1[1]:SetCallState line 2 DN 2(2) chan 3 ref 1 TsConnected",
    ]


def test_only_one_phone() -> None:
    option = "debug ephone sccp-state mac-address 0011.2233.4402"
    lines = ("simulate ephone 1 register", "simulate ephone 2 register", option, "simulate ephone-dn 2 ringing")
    assert _told(*lines) == ["ephone-2[2]:SetCallState line 1 DN 2(2) chan 1 ref 1 TsRingIn"]


def test_a_sip_phone() -> None:
    lines = ("simulate voice register pool 2 register 10.1.1.122", "simulate voice register pool 2 unregister") * 2
    told = _told("debug voice register events", *lines)
    assert told[:6] == [
        "VOICE_REG_POOL: Contact matches pool 2 number list 1",
        "VOICE_REG_POOL: key(7002) contact(10.1.1.122) add to contact table",
        "VOICE_REG_POOL: No entry for (7002) found in contact table",
        "VOICE_REG_POOL: Creating param container for dial-peer 40001.",
        "VOICE_REG_POOL: Created dial-peer entry of type 0",
        "VOICE_REG_POOL: Registration successful for 7002, registration id is 1",
    ]
    assert told[10:] == [
        "VOICE_REG_POOL: Created dial-peer entry of type 1",
        "VOICE_REG_POOL: Registration successful for 7002, registration id is 2",
    ]


def test_a_sip_phone_that_is_refused() -> None:
    user, _ = session("debug voice register errors")
    user.execute("simulate voice register mac 0011.2233.5599 register 10.1.1.150")
    assert [line.partition(": ")[2] for line in user.router.log.buffer] == [
        "VOICE_REG_POOL: Register request for (0011.2233.5599) from (10.1.1.150)",
        "VOICE_REG_POOL: Contact doesn't match any pools",
    ]


def test_nothing_is_told_while_nothing_is_on() -> None:
    assert _told("simulate ephone 1 register", "simulate ephone-dn 1 ringing", "simulate voice register pool 1 register") == []
