"""What show commands tell of calls that are over, of pages, of hunt groups' agents and of who watches whom."""

from __future__ import annotations

from iossim import Router
from tests.exec.support import session

_PAGING = """telephony-service
 max-ephones 5
 max-dn 10
 ip source-address 10.0.0.1 port 2000
voice register global
 mode cme
 source-address 10.0.0.1 port 5060
 max-dn 5
 max-pool 5
ephone-dn 1
 number 1001
ephone-dn 5
 number 7770
 paging ip 239.0.0.1 port 20480
 paging group 6
ephone-dn 6
 number 7771
 paging ip 239.0.0.2 port 20480
ephone 2
 mac-address 0011.0000.0002
 button 1:1
 paging-dn 5
ephone 3
 mac-address 0011.0000.0003
 paging-dn 6
voice register dn 1
 number 2001
voice register pool 1
 id mac 0022.0000.0001
 number 1 dn 1
 paging-dn 6
"""


def test_a_page_to_a_group() -> None:
    router = Router.from_text(_PAGING)
    user = router.session(privilege=15)
    for line in ("ephone 2 register 10.0.0.12", "voice register pool 1 register 10.0.0.21", "ephone-dn 5 connected 1001"):
        assert user.execute(f"simulate {line}") == ""
    assert user.execute("show ephone-dn paging") == (
        "Paging Configuration\n"
        "ephone-dn 5 (ACTIVE)\n"
        " number 7770\n"
        " paging ip 239.0.0.1 port 20480\n"
        "   ephone-2[1]          paging-dn 5(ON ) \n"
        " paging group 6\n"
        "   ephone-3[2]          pagingGrp 6(OFF) \n"
        "   voice reg pool 1     pagingGrp 6(ON ) \n"
        "ephone-dn 6 ( IDLE )\n"
        " number 7771\n"
        " paging ip 239.0.0.2 port 20480\n"
        "   ephone-3[2]          paging-dn 6(OFF) \n"
        "   voice reg pool 1     paging-dn 6(OFF) \n"
        "        Paging Control Info\n"
        "skinnyPC[0] ephone-paging-dn 5          (ACTIVE) count 2\n"
        "                phone           ip address      port\n"
        "ephone#[phone]  2[1]            239.0.0.1       20480\n"
        "sccp(ephone#[phone]): 2[1](mcast)\n"
        " group 6        (ephone#[phone]): None\n"
        "sip (pool[peer tag]): None\n"
        " group 6        (pool[peer tag]): 1[40001](mcast)\n"
        "skinnyPC[1] ephone-paging-dn 6          ( IDLE ) count 0\n"
    )
    assert "mediaActive:1 offhook:0 ringing:0 reset:0 reset_sent:0 paging 1 debug:0" in user.execute("show ephone remote")
    user.execute("simulate ephone-dn 5 idle")
    assert "paging 0 " in user.execute("show ephone remote")


def test_the_calls_of_a_line() -> None:
    user, _ = session("simulate ephone 1 register", "simulate ephone 3 register")
    for state in ("seize", "alerting 5003", "connected", "idle", "ringing 5003", "idle"):
        assert user.execute(f"simulate ephone-dn 1 {state}") == ""
    user.execute("simulate ephone-dn 2 ringing 5003")
    user.execute("simulate ephone-dn 2 connected")
    zeros = (" ".join(["0"] * 16) + "\n") * 4
    assert user.execute("show ephone-dn 1 statistics").startswith(
        "DN 1 chan 1 incoming 1 answered 0 outgoing 1 answered 1 busy 0\n"
        "Far-end disconnect at:connect 0 alert 0 hold 0 ring 0\n"
        f"Last 64 far-end disconnect cause codes\n{zeros}"
        "local phone on-hook\n"
        "DN 1 chan 1 (5001) voice quality statistics for last call\n"
        "Call Ref 2 called 5001 calling 5003\n"
        "Total Tx Pkts 0 bytes 0 Rx Pkts 0 bytes 0 Lost 0\n"
        "Final Jitter 0 Latency 0 Lost 0\n"
        "Signal Level to phone 0 (-78 dB) peak 0 (-78 dB)\n"
        "Packets counted by router 0\n"
        "DN 1 chan 2 incoming 0 answered 0 outgoing 0 answered 0 busy 0\n"
    )
    text = user.execute("show ephone-dn statistics")
    assert text.startswith("Total Calls 3\n")
    assert "\nDN 2 chan 1 (5002) voice quality statistics for current call\nCall Ref 3 called 5002 calling 5003\n" in text


def test_the_end_of_a_registration_ends_its_calls() -> None:
    user, _ = session("simulate ephone 1 register", "simulate ephone-dn 1 connected 5003", "simulate ephone 1 unregister")
    assert user.execute("show ephone-dn 1 statistics").startswith("DN 1 chan 1 incoming 1 answered 1 outgoing 0 ")


def test_sockets() -> None:
    user, _ = session("simulate ephone 1 register", "simulate ephone 3 register")
    lines = user.execute("show ephone socket").split("\n")
    assert lines[6:9] == ["skinny_open_sockets = 2:", "Phone 1, ", "skinny_sockets[0] fd = 1 "]
    assert lines[11:13] == ["Phone 3, ", "skinny_sockets[1] fd = 2 "]


def test_agents_that_do_not_want_to_be_disturbed_are_logged_out() -> None:
    user, _ = session("simulate ephone 1 register", "simulate ephone 2 register", "simulate ephone 1 dnd")
    text = user.execute("show ephone-hunt 1")
    assert "        5001, aux-number A5950A0900, # peers 1, logout 1, down 0\n" in text
    assert "             [20001     1      0       logout     up  ]\n" in text
    assert "        5002, aux-number A5950A0901, # peers 1, logout 0, down 0\n" in text
    assert "         5001           5001            UP        Logout\n" in user.execute("show voice hunt-group 1")
    user.execute("simulate ephone 2 dnd")
    assert "    all agents logout!\n" in user.execute("show ephone-hunt 1")
    for line in ("configure terminal", "telephony-service", "hunt-group logout HLog", "end"):
        user.execute(line)
    assert "         5001           5001            UP        Login\n" in user.execute("show voice hunt-group 1")


def test_when_agents_were_last_on_the_phone() -> None:
    user, time = session("configure terminal", "ephone-hunt 2 longest-idle", "pilot 5960", "list 5001, 5003", "end")
    user.execute("simulate ephone all register")

    def stamps() -> list[str]:
        return [line.strip() for line in user.execute("show ephone-hunt 2").split("\n") if "on-hook" in line]

    user.execute("simulate ephone-dn 1 connected")
    user.execute("simulate ephone-dn 3 ringing")
    time.passes(75)
    user.execute("simulate ephone-dn 1 idle")
    assert stamps() == ["on-hook time stamp 75, off-hook agents=0", "on-hook time stamp 0, off-hook agents=1"]
    user.execute("simulate ephone-dn 3 idle")
    assert stamps()[1] == "on-hook time stamp 0, off-hook agents=0"
    for line in ("configure terminal", "ephone-hunt 2", "from-ring", "end"):
        user.execute(line)
    assert stamps()[1] == "on-hook time stamp 75, off-hook agents=0"


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


def test_sip_agents_and_do_not_disturb() -> None:
    user, _ = session("simulate voice register pool all register", "simulate voice register pool 1 dnd")
    assert "  DnD is enabled\n" in user.execute("show voice register pool 1")
    assert "         7001           7001            UP        Logout\n" in user.execute("show voice hunt-group 1")
    user.execute("simulate voice register pool all no-dnd")
    assert "  DnD is disabled\n" in user.execute("show voice register pool 1")
    assert "         7001           7001            UP        Login\n" in user.execute("show voice hunt-group 1")
    user.execute("simulate voice register pool 1 unregister")
    assert user.execute("simulate voice register pool 1 dnd") == "% voice register pool 1 is not registered\n"


def test_the_files_of_sip_phones() -> None:
    user, _ = session()
    assert "\n  Generate text file is disabled\n  OS79XX.TXT is not created\n" in user.execute("show voice register global")
    for line in ("configure terminal", "voice register global", "create profile", "end"):
        user.execute(line)
    stamp = "0001795435200000"
    assert f"\n  Tftp files are created, current syncinfo {stamp}\n" in user.execute("show voice register global")
    assert f"\n create profile sync {stamp}\n" in user.router.running_config
    for line in ("configure terminal", "voice register global", "no create profile", "end"):
        user.execute(line)
    assert "create profile" not in user.router.running_config


def test_agents_of_one_tag_and_both_kinds_are_told_apart() -> None:
    router = Router.from_text(
        f"{_PAGING}voice register dn 1\n number 1001\nvoice register pool 1\n id mac 0011.0000.0009\n number 1 dn 1\n"
        "ephone-hunt 1 sequential\n pilot 5000\n list 1001\nend\n"
    )
    user = router.session()
    for line in ("simulate ephone 2 register", "simulate voice register pool 1 register", "simulate ephone 2 dnd"):
        user.execute(line)
    text = user.execute("show ephone-hunt 1")
    assert "        1001, aux-number A5000A0900, # peers 2, logout 1, down 0\n" in text
    assert [line.split()[-3] for line in text.split("\n") if line.strip().startswith("[")] == ["logout", "login"]
    assert "all agents logout!" not in text


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
