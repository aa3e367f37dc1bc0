"""The end of a serial cable: a port with a clock rate is the DCE."""

from __future__ import annotations

from tests.router.support import office

PORT = "interface Serial0/0/0\n ip address 10.1.1.1 255.255.255.252\n no shutdown\nend\n"


def test_the_clock_rate_makes_it_the_dce() -> None:
    router, _ = office(PORT)
    user = router.session()
    assert " DTE V.35 TX and RX clocks detected.\n" in user.execute("show controllers serial 0/0/0")
    for line in ("configure terminal", "interface serial 0/0/0", "clock rate 64000"):
        user.execute(line)
    assert " DCE V.35, clock rate 64000\n" in user.execute("do show controllers serial 0/0/0")
    user.execute("no clock rate")
    assert " DTE V.35 TX and RX clocks detected.\n" in user.execute("do show controllers serial 0/0/0")
