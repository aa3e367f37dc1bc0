"""Phones that watch lines."""

from __future__ import annotations

from tests.exec.support import session

_WATCHERS = (
    "configure terminal",
    "ephone 1",
    'blf-speed-dial 1 7001 label "Studio" device',
    'blf-speed-dial 2 5002 label "May not be watched"',
    "voice register pool 2",
    'blf-speed-dial 1 5003 label "Desk"',
    "ephone-dn 3",
    "allow watch",
    "end",
    "simulate ephone all register",
    "simulate voice register pool 1 register 10.1.1.121",
    "simulate voice register pool 2 register 10.1.1.122",
    "simulate ephone-dn 3 ringing 5001",
)


def test_subscriptions() -> None:
    user, _ = session(*_WATCHERS)
    assert user.execute("show presence subscription summary") == (
        "Presence Active Subscription Records Summary: 2 subscription\n"
        "  Watcher                  Presentity               SubID  Expires SibID  Status\n"
        "========================== ======================== ====== ======= ====== ======\n"
        "D 5001@10.1.1.1            7001@10.1.1.1             1     3600    0      idle\n"
        "  7002@10.1.1.122          5003@10.1.1.1             2     3600    0      busy\n"
    )
    record = (
        " \nSubscription ID         : 2\n"
        "  Watcher               : 7002@10.1.1.122\n"
        "  Presentity            : 5003@10.1.1.1\n"
        "  Expires               : 3600 seconds\n"
        "  line status           : busy \n"
        "  watcher type          : local \n"
        "  presentity type       : local \n"
        "  Watcher phone type    : SIP Phone\n"
        "  subscription type     : Incoming Indication\n"
        "  retry limit           : 0\n"
        "  sibling subID         : 0\n"
        "  sdb                   : 0\n"
        "  dp                    : 20003\n"
        "  watcher dial peer tag : 40003\n"
    )
    head = f"Presence Active Subscription Records:\n{'=' * 45}\n"
    assert user.execute("show presence subscription subid 2") == head + record
    assert user.execute("show presence subscription presentity 5003") == head + record
    assert user.execute("show presence subscription").endswith(record)
    assert "Presence number of subscriptions   : 2\n" in user.execute("show presence global")


def test_a_device_is_busy_with_any_of_its_lines() -> None:
    user, _ = session(*_WATCHERS, "simulate voice register dn 2 connected 5001")
    assert user.execute("show presence subscription subid 1").count("  line status           : busy \n") == 1


def test_no_subscriptions_while_presence_is_off_or_the_watcher_is_away() -> None:
    user, _ = session(*_WATCHERS, "simulate ephone 1 unregister")
    assert user.execute("show presence subscription summary").startswith("Presence Active Subscription Records Summary: 1 ")
    for line in ("configure terminal", "sip-ua", "no presence enable", "end"):
        user.execute(line)
    assert user.execute("show presence subscription summary").startswith("Presence Active Subscription Records Summary: 0 ")
