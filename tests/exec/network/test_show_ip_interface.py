"""show ip interface brief and show hosts."""

from __future__ import annotations

from iossim import Router

CONFIG = """interface GigabitEthernet0/0
 ip address 10.10.0.1 255.255.255.0
interface GigabitEthernet0/1
 no ip address
 shutdown
interface GigabitEthernet0/2
end
"""


def test_interfaces() -> None:
    """Columns at 0, 27, 43, 47, 54 and 76, as routers have them; the last one is padded to eight characters."""
    user = Router.from_text(CONFIG).session()
    rows = user.execute("show ip interface brief").split("\n")
    assert rows[0] == "Interface                  IP-Address      OK? Method Status                Protocol"
    by_name = {row.split()[0]: row for row in rows[1:-1]}
    assert by_name["GigabitEthernet0/0"] == "GigabitEthernet0/0         10.10.0.1       YES NVRAM  up                    up      "
    down = "GigabitEthernet0/1         unassigned      YES NVRAM  administratively down down    "
    assert by_name["GigabitEthernet0/1"] == down
    assert by_name["GigabitEthernet0/2"] == "GigabitEthernet0/2         unassigned      YES unset  up                    up      "


def test_a_domain_name() -> None:
    user = Router.from_text("ip domain name example.com\nend\n").session()
    text = user.execute("show hosts")
    assert text.startswith("Default domain is example.com\n")
    assert "Name servers are 255.255.255.255\n" in text


def test_no_domain_name() -> None:
    assert Router().session().execute("show hosts").startswith("Default domain is not set\n")
