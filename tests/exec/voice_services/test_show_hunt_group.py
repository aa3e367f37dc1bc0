"""Voice hunt-groups and ephone-hunt groups, and their agents."""

from __future__ import annotations

import pytest

from iossim import Router
from tests.exec.support import PAGING, session

BUSY = (
    "simulate ephone 1 register 10.1.1.21",
    "simulate ephone 3 register 10.1.1.23",
    "simulate ephone-dn 1 ringing 5003",
)


def test_hunt_groups() -> None:
    user, _ = session(*BUSY, "simulate voice register pool 1 register")
    assert user.execute("show voice hunt-group 1") == (
        "Group 1\n    type: parallel\n"
        "    pilot number: 5900, peer-tag 2147483647\n    secondary number: 5901, peer-tag 2147483646\n"
        "    list of numbers: \n"
        "         MEMBER         USED_BY         STATE     LOGIN/LOGOUT\n"
        "         =======        =======         ========  ============\n"
        "         5001           5001            UP        Login\n"
        "         7001           7001            UP        Login\n"
        "         *              -               -         -\n"
        "    preference: 0\n    preference (sec): 7\n    timeout: 12\n    final_number: 5999\n"
        "    stat collect: no\n    phone-display: No\n"
    )
    assert user.execute("show voice hunt-group brief").split("\n")[2:] == [
        "1   PAR  5900      5001, 7001, *",
        "         5901      5001, 7001, *",
        "2   LON  5910      6005106-, 5002, 5003, 5004, 5005,.....",
        "",
    ]
    assert user.execute("show voice hunt-group sequential") == "no voice hunt-groups configured\n"
    text = user.execute("show ephone-hunt 1")
    assert "        5002, aux-number A5950A0901, # peers 1, logout 0, down 0\n" in text
    assert "             [20002     2      0       login      up  ]\n" in text
    assert user.execute("show voice hunt-group 1 statistics start mon 2 to mon 4") == (
        "Mon 02:00 - 03:00\n    No info\nMon 03:00 - 04:00\n    No info\n"
    )


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


def test_sip_agents_and_do_not_disturb() -> None:
    user, _ = session("simulate voice register pool all register", "simulate voice register pool 1 dnd")
    assert "  DnD is enabled\n" in user.execute("show voice register pool 1")
    assert "         7001           7001            UP        Logout\n" in user.execute("show voice hunt-group 1")
    user.execute("simulate voice register pool all no-dnd")
    assert "  DnD is disabled\n" in user.execute("show voice register pool 1")
    assert "         7001           7001            UP        Login\n" in user.execute("show voice hunt-group 1")
    user.execute("simulate voice register pool 1 unregister")
    assert user.execute("simulate voice register pool 1 dnd") == "% voice register pool 1 is not registered\n"


def test_agents_of_one_tag_and_both_kinds_are_told_apart() -> None:
    router = Router.from_text(
        f"{PAGING}voice register dn 1\n number 1001\nvoice register pool 1\n id mac 0011.0000.0009\n number 1 dn 1\n"
        "ephone-hunt 1 sequential\n pilot 5000\n list 1001\nend\n"
    )
    user = router.session()
    for line in ("simulate ephone 2 register", "simulate voice register pool 1 register", "simulate ephone 2 dnd"):
        user.execute(line)
    text = user.execute("show ephone-hunt 1")
    assert "        1001, aux-number A5000A0900, # peers 2, logout 1, down 0\n" in text
    assert [line.split()[-3] for line in text.split("\n") if line.strip().startswith("[")] == ["logout", "login"]
    assert "all agents logout!" not in text


@pytest.mark.parametrize(
    ("number", "shown"),
    [("123456", "123456"), ("1234567", "1234567"), ("12345678", "1234567-"), ("123456789", "1234567-")],
)
def test_the_brief_table_cuts_numbers_of_more_than_seven_digits(number: str, shown: str) -> None:
    lines = (
        "configure terminal",
        "voice hunt-group 7 parallel",
        f"pilot {number} secondary {number}1",
        f"list {number},5001",
        "end",
    )
    user, _ = session(*lines)
    rows = user.execute("show voice hunt-group brief").split("\n")
    assert f"7   PAR  {shown:<10}{shown}, 5001" in rows
    second = shown if shown.endswith("-") else f"{number}1"[:7] + ("-" if len(number) == 7 else "")
    assert f"         {second:<10}{shown}, 5001" in rows


@pytest.mark.parametrize(("count", "dots"), [(4, ""), (5, ""), (6, ",.....")])
def test_the_brief_table_has_five_members(count: int, dots: str) -> None:
    numbers = [str(5001 + place) for place in range(count)]
    lines = ("configure terminal", "voice hunt-group 7 parallel", "pilot 5900", f"list {','.join(numbers)}", "end")
    user, _ = session(*lines)
    assert f"7   PAR  5900      {', '.join(numbers[:5])}{dots}" in user.execute("show voice hunt-group brief").split("\n")
