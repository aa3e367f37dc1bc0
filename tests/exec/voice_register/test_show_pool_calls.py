"""The calls of SIP phones."""

from __future__ import annotations

from tests.exec.support import session


def test_calls_of_sip_phones() -> None:
    user, _ = session("simulate voice register pool 1 register 10.1.1.121", "simulate voice register dn 1 alerting 5001")
    user.execute("simulate voice register dn 1 connected")
    assert user.execute("show voice register pool connected brief") == (
        "Outbound calls from SIP line phones: \n"
        "Pool IP Address      Number               Remote Number\n"
        "==== =============== ==================== ====================\n"
        "1    10.1.1.121      7001                 5001                \n"
        "Inbound calls to SIP line phones: \n"
        "Pool IP Address      Number               Remote Number\n"
        "==== =============== ==================== ====================\n"
    )
    assert "   Calling Number          : 7001\n   Called Number           : 5001\n" in user.execute(
        "show voice register pool connected"
    )
    user.execute("simulate voice register dn 1 hold")
    assert " Local Hold     : CALL HOLD Pressed on SIP Phone\n" in user.execute("show voice register pool on-hold")


def test_which_end_holds_a_sip_call() -> None:
    user, _ = session(
        "configure terminal",
        "voice register pool 1",
        "no number 2",
        "end",
        "simulate voice register pool all register",
        "simulate voice register dn 1 seize",
        "simulate voice register dn 1 connected 7002",
        "simulate voice register dn 2 ringing 7001",
        "simulate voice register dn 2 hold",
    )
    address = {int(device.tag): device.current_address for device in user.router.phones.sip.registered()}
    head = "Pool IP Address      Number               Remote Number        Hold Origin\n"
    ruler = "==== =============== ==================== ==================== ==============\n"

    def listed(first: str, second: str) -> str:
        return (
            f"Outbound calls from SIP line phones: \n{head}{ruler}"
            f"1    {address[1]:<15} 7001                 7002                 {first}\n"
            f"Inbound calls to SIP line phones: \n{head}{ruler}"
            f"2    {address[2]:<15} 7002                 7001                 {second}\n"
        )

    assert user.execute("show voice register pool on-hold brief") == listed("Remote", "Local")
    assert user.execute("show voice register pool connected brief").count("7001") == 0
    assert "\n Remote Hold    : SIP Phone has received CALL HOLD\nCall 1\n" in user.execute("show voice register pool on-hold")
    user.execute("simulate voice register dn 1 hold")
    assert user.execute("show voice register pool on-hold brief") == listed("Remote & Local", "Remote & Local")
