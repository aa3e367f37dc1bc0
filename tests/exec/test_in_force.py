"""What phones show of their templates: each value is the phone's own, else its template's, else the router's."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session

_OFFICE = """telephony-service
 max-ephones 10
 max-dn 20
 ip source-address 10.0.0.1 port 2000
 keepalive 45
 user-locale DE
 fac custom callfwd all #45
 fac custom alias 0 #44 to #451111
ephone-template 1
 type 7965
 codec g729r8
 keepalive 60
 max-calls-per-button 3
 mtp
 privacy off
 paging-dn 5
 feature-button 1 Dnd
 button-layout 1 line
 speed-dial 1 999 label "Out"
 lpcor type remote
ephone-dn-template 1
 description from the template
 call-forward all 7777
ephone-dn 1
 number 1001
 ephone-dn-template 1
 call-forward noan 1002 timeout 9
ephone-dn 2
 number 1002
ephone-dn 5
 number 1005
 paging ip 239.0.0.1 port 20480
ephone 1
 mac-address 0011.0000.0001
 ephone-template 1
 button 1:1
ephone 2
 mac-address 0011.0000.0002
 type 7960 addon 1 7914 2 7914
 ephone-template 1
 codec g711ulaw
 paging-dn 6
 button 1:2
voice register global
 mode cme
 source-address 10.0.0.1 port 5060
 max-dn 5
 max-pool 5
voice register template 3
 conference admin
 paging-dn 7 unicast
 lpcor type local
 feature-button 2 MeetMe
voice register dn 1
 number 2001
voice register pool 1
 id mac 0022.0000.0001
 type 7841
 template 3
 number 1 dn 1
 codec g729r8 20
voice register pool 2
 id mac 0022.0000.0002
 type 7841
 template 3
 paging-dn 8
 number 1 dn 1
"""


@pytest.fixture
def user() -> Session:
    router = Router.from_text(_OFFICE)
    router.phones.register_all()
    router.phones.register_pool(1, "10.0.0.121")
    return router.session(privilege=15)


def _block(text: str, start: str) -> list[str]:
    lines = text.split("\n")
    return lines[lines.index(start) :]


def test_an_ephone_in_the_settings(user: Session) -> None:
    text = user.execute("show telephony-service ephone")
    first = _block(text, "ephone 1")
    assert first[: first.index("!") + 1] == [
        "ephone 1",
        "Device Security Mode: Non-Secure",
        "mac-address 0011.0000.0001",
        "type 7965",
        "button  1:1",
        'speed-dial 1 999 label "Out"',
        "keepalive 60 auxiliary 30",
        "multicast-moh",
        "max-calls-per-button 3",
        "busy-trigger-per-button 0",
        "Always send media packets to this router: Yes",
        "Preferred codec: g729r8",
        "conference drop-mode never",
        "conference add-mode all",
        "conference admin: No",
        "privacy: No",
        "feature-button 1 Dnd",
        "user-locale DE",
        "network-locale US",
        "lpcor type: remote",
        "lpcor (incoming):   (outgoing): ",
        "!",
    ]
    second = _block(text, "ephone 2")
    assert {"type 7960 addon 1 7914 2 7914", "Preferred codec: g711ulaw", "max-calls-per-button 3"} <= set(second)


def test_a_registered_ephone(user: Session) -> None:
    first, second = user.execute("show ephone").split("\n\n")[:2]
    assert "\nIP:10.0.0.21 * 50001 7965  keepalive 0 max_line 6 available_line 2\n" in first
    assert first.split("\n")[5:] == [
        "speed dial 1:999 Out",
        "paging-dn 5",
        "1 feature buttons enabled: dnd",
        "Preferred Codec: g729r8 ",
        "Lpcor Type: remote",
    ]
    assert "\nIP:10.0.0.22 * 50002 Telecaster 7960  sub=4 keepalive 0 max_line 34 available_line 2\n" in second
    assert "\npaging-dn 6\n" in second
    assert "\nPreferred Codec: g711ulaw \n" in second


def test_a_call_uses_the_codec_in_force(user: Session) -> None:
    user.execute("simulate ephone-dn 1 connected 1002")
    assert "\nG729  20 bytes vad\n" in user.execute("show ephone offhook")
    assert user.execute("show ephone-dn summary").split("\n")[2].split() == [
        "50/0/1",
        "CONNECTED",
        "g729r8",
        "y",
        "S_CONNECT",
        "EFXS_OFFHOOK",
    ]


def test_a_directory_number(user: Session) -> None:
    assert "\nbutton 1: dn 1  number 1001 cfa 7777 CH1 IDLE\n" in user.execute("show ephone cfa")
    assert "\n Description is from the template\n" in user.execute("show ephone-dn 1")
    assert user.execute("show telephony-service ephone-dn").split("\n")[:5] == [
        "ephone-dn 1",
        " number 1001",
        " huntstop",
        " ephone-dn-template 1",
        " call-forward noan 1002 timeout 9",
    ]


def test_who_listens_to_pages(user: Session) -> None:
    assert "   ephone-1[0]          paging-dn 5(OFF) \n" in user.execute("show ephone-dn paging")


def test_a_template_by_itself(user: Session) -> None:
    lines = user.execute("show telephony-service ephone-template").split("\n")
    at = lines.index("privacy off")
    assert lines[at + 1 : at + 3] == ["feature-button 1 Dnd", "button-layout 1 line"]


def test_pools(user: Session) -> None:
    first, second = (user.execute(f"show voice register pool {tag}").split("\n") for tag in (1, 2))
    expected = {
        "  template is 3",
        "  feature-button 2 MeetMe",
        "  Lpcor Type is local",
        "  conference admin: yes",
        "  paging-dn: config 0 [multicast]  effective 7 [unicast]",
        "  Phone SIS Version:  5.0.0",
        " codec  g729r8 bytes 20",
    }
    assert expected <= set(first)
    assert "  paging-dn: config 8 [multicast]  effective 8 [multicast]" in second
    assert "  Phone SIS Version:  5.0.0" not in second


def test_dial_peers_of_a_pool(user: Session) -> None:
    assert user.execute("show voice register dial-peers pool 1") == (
        "Dial-peers for Pool 1:\n"
        "dial-peer voice 40001 voip\n"
        " destination-pattern 2001\n"
        " session target ipv4:10.0.0.121:5060\n"
        " session protocol sipv2\n"
        " digit collect kpml\n"
        " codec  g729r8 bytes 20\n"
        "  after-hours-exempt   FALSE          \n"
    )


def test_the_pools_of_a_directory_number(user: Session) -> None:
    assert user.execute("show voice register dn 1").endswith(
        "  Pool 1    has this DN configured for line 1\n  Pool 2    has this DN configured for line 1\n"
    )


def test_feature_access_codes_and_files(user: Session) -> None:
    assert user.execute("show telephony-service fac") == (
        "telephony-service fac custom\n  callfwd all #45\n  alias 0 #44 to #451111\n"
    )
    files = user.execute("show telephony-service tftp-bindings").split("\n")
    assert files[4:8:3] == [
        "tftp-server system:/its/XMLDefault7965.cnf.xml alias SEP001100000001.cnf.xml",
        "tftp-server system:/its/germany/7960-dictionary.xml alias German_Germany/7960-dictionary.xml",
    ]
    assert files[-2] == "tftp-server system:/its/united_states/7960-tones.xml alias United_States/7960-tones.xml"


def test_without_a_mode_only_what_counts_for_a_stand_in() -> None:
    user = Router.from_text("voice register global\n max-pool 3\n max-dn 4\n").session(privilege=15)
    lines = user.execute("show voice register global").split("\n")
    assert lines[2:10] == [
        "  Version 14.1",
        "  Mode is srst",
        "  Max-pool is 3",
        "  Max-dn is 4",
        "  Outbound-proxy is enabled and will use global configured value",
        "  Security Policy: DEVICE-DEFAULT",
        "  timeout interdigit 10",
        "  network-locale[0] US    (This is the default network locale for this box)",
    ]


def test_a_sip_call_uses_the_codec_of_its_phone(user: Session) -> None:
    user.execute("simulate voice register dn 1 connected 1001")
    lines = user.execute("show voice register pool connected").split("\n")
    assert "     Negotiated Codec         : g729r8 (20 bytes)" in lines
    assert "     Codec Payload Type       : 18" in lines


def test_a_type_that_is_configured(user: Session) -> None:
    for line in (
        "configure terminal",
        "voice register pool-type 7899",
        "reference-pooltype 6921",
        "num-line 3",
        "telnet-support",
        "xml-config maxNumCalls 3",
        "xml-config busyTrigger 2",
        "end",
    ):
        user.execute(line)
    block = (
        "FastTrack Phone Model : 7899\n"
        "Pooltype(index) representing the phone model : 48\n"
        "Reference pooltype to inherit the properties from : 6921\n"
        "Number of lines supported : 3\n"
        "Number of addon modules supported : 0 (inherited from 6921)\n"
        "Default session transport : UDP (inherited from 6921)\n"
        "Description(helpstring) : Cisco IP Phone 7899\n"
        "Phone supports GSM : NO (inherited from 6921)\n"
        "Phone supports Telnet acess : YES\n"
        "Phone supports firmware download from CME : YES (inherited from 6921)\n"
        "Phone specific XML tags :\n"
        "<busyTrigger>2</busyTrigger>\n"
        "<maxNumCalls>3</maxNumCalls>\n"
        "Phone family : RTL_PHONES\n"
    )
    assert user.execute("show voice register pool type 7899") == block
    assert user.execute("show voice register pool type all") == (
        "Builtin Phone Model : 7841\n"
        "Number of lines supported : 4\n"
        "Number of addon modules supported : 0\n"
        "Default session transport : UDP\n"
        "Description(helpstring) : Cisco IP Phone 7841\n" + block
    )
