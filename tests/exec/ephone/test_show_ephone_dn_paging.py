"""Pages to groups."""

from __future__ import annotations

from iossim import Router
from tests.exec.support import PAGING


def test_a_page_to_a_group() -> None:
    router = Router.from_text(PAGING)
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
