"""Voice connections of SCCP phones."""

from __future__ import annotations

from tests.exec.support import session


def test_rtp_connections() -> None:
    user, _ = session(
        "simulate ephone 3 register 10.1.1.23",
        "simulate ephone 1 register 10.1.1.21",
        "simulate ephone-dn 1 connected 5003",
        "simulate ephone-dn 3 connected 5001",
    )
    assert user.execute("show ephone rtp connections") == (
        "Ephone RTP active connections :\n"
        "Ephone    Line  DN Chan  SrcCallID  DstCallID             Codec (xcoded?)\n"
        "    SrcNum DstNum  LocalIP               RemoteIP\n"
        "ephone-1     1   1    1          0          0       G711Ulaw64k (N) \n"
        "    5001  5003  [10.1.1.21]:18002  [10.1.1.23]:18004\n"
        "ephone-3     1   3    1          0          0       G711Ulaw64k (N) \n"
        "    5003  5001  [10.1.1.23]:18004  [10.1.1.21]:18002\n"
        "Found 2 active ephone RTP connections\n"
    )


def test_a_connection_with_the_outside_goes_through_the_router() -> None:
    user, _ = session("simulate ephone 1 register 10.1.1.21", "simulate ephone-dn 1 connected 6045550101")
    assert user.execute("show ephone rtp connections").split("\n")[3:5] == [
        "ephone-1     1   1    1          1          2       G711Ulaw64k (N) ",
        "    5001  6045550101  [10.1.1.21]:18002  [10.1.1.1]:2000",
    ]
