"""show sip-ua, signal processors, ISDN and the other protocols of a gateway, configured or not; debugging."""

from __future__ import annotations

import pytest

from iossim import Router
from tests.exec.support import session


def shown(line: str, text: str = "") -> str:
    """The output of a command on a router with a configuration."""
    router = Router.from_text(text + "end\n") if text else Router()
    output = router.session().execute(line)
    assert "% Invalid input" not in output
    return output


SIP = """interface GigabitEthernet0/0
 ip address 10.0.0.1 255.255.255.0
voice service voip
 sip
  bind control source-interface GigabitEthernet0/0
  min-se 120
sip-ua
 max-forwards 20
 no transport tcp
 no redirection
 disable-early-media 180
 presence enable
 srv version 1
 timers connect 700
 timers expires 60000
 retry invite 3
 set pstn-cause 17 sip-status 600
 registrar ipv4:10.0.0.9 expires 3600
dial-peer voice 1 pots
 destination-pattern 1001
 port 0/1/0
dial-peer voice 2 pots
 destination-pattern 1002
 port 0/1/1
 no sip-register
dial-peer voice 3 pots
 destination-pattern 9T
 port 0/1/2
"""


@pytest.mark.parametrize(
    ("plain", "configured"),
    [
        ("SIP User Agent for UDP : ENABLED", "SIP User Agent for UDP : ENABLED"),
        ("SIP User Agent for TCP : ENABLED", "SIP User Agent for TCP : DISABLED"),
        ("SIP User Agent bind status(signaling): DISABLED ", "SIP User Agent bind status(signaling): ENABLED 10.0.0.1"),
        ("SIP User Agent bind status(media): DISABLED ", "SIP User Agent bind status(media): DISABLED "),
        ("SIP early-media for 180 responses with SDP: ENABLED", "SIP early-media for 180 responses with SDP: DISABLED"),
        ("SIP max-forwards : 70", "SIP max-forwards : 20"),
        ("SIP DNS SRV version: 2 (rfc 2782)", "SIP DNS SRV version: 1 (rfc 2052)"),
        ("Redirection (3xx) message handling: ENABLED", "Redirection (3xx) message handling: DISABLED"),
        ("Presence support is DISABLED", "Presence support is ENABLED"),
    ],
)
def test_the_status_of_the_user_agent(plain: str, configured: str) -> None:
    assert f"{plain}\n" in shown("show sip-ua status")
    assert f"{configured}\n" in shown("show sip-ua status", SIP)


def test_timers_and_retries() -> None:
    assert shown("show sip-ua timers").splitlines()[1] == "trying 500, expires 180000, connect 500, disconnect 500"
    assert shown("show sip-ua timers", SIP).splitlines()[1] == "trying 500, expires 60000, connect 700, disconnect 500"
    assert shown("show sip-ua retry").splitlines()[1] == "invite retry count = 6          response retry count = 6"
    assert shown("show sip-ua retry", SIP).splitlines()[1] == "invite retry count = 3          response retry count = 6"
    assert shown("show sip-ua min-se", SIP).endswith("Min-SE: 120\n")
    assert shown("show sip-ua min-se").endswith("Min-SE: 90\n")


def test_the_map_of_causes() -> None:
    assert shown("show sip-ua map pstn-sip 17", SIP).splitlines()[-1] == "17              600              486"
    assert shown("show sip-ua map sip-pstn 486", SIP).splitlines()[-1] == "486             17               17"
    assert len(shown("show sip-ua map sip-pstn 699").splitlines()) == 3


def test_the_numbers_that_register() -> None:
    rows = shown("show sip-ua register status", SIP).splitlines()
    assert [row.split() for row in rows[2:]] == [["1001", "1", "0", "no"]]
    assert shown("show sip-ua register status") == ""
    assert shown("show sip-ua register status secondary", SIP) == ""


@pytest.mark.parametrize(
    ("number", "registered"),
    [
        ("5001 secondary 6001", ["5001", "6001"]),
        ("5001 secondary 6001 no-reg", ["5001"]),
        ("5001 secondary 6001 no-reg primary", ["6001"]),
        ("5001 secondary 6001 no-reg both", []),
        ("5001 no-reg", ["5001"]),
    ],
)
def test_the_numbers_of_an_extension_that_register(number: str, registered: list[str]) -> None:
    text = f"sip-ua\n registrar ipv4:10.0.0.9\nephone-dn 1\n number {number}\n"
    assert [row.split()[0] for row in shown("show sip-ua register status", text).splitlines()[2:]] == registered


def test_registrations_of_sip_phones_are_counted() -> None:
    user, _ = session("simulate voice register pool all register", "simulate voice register pool 1 unregister")
    statistics = user.execute("show sip-ua statistics")
    assert "OkRegister 0/3," in statistics
    assert "      Register 3/0\n" in statistics
    assert "OkRegister 0/0," in shown("show sip-ua statistics")


def test_the_calls_of_sip_phones() -> None:
    user, _ = session("simulate voice register pool 1 register 10.1.1.60", "simulate voice register dn 1 ringing 5001")
    calls = user.execute("show sip-ua calls")
    assert calls.startswith("Total SIP call legs:1, User Agent Client:1, User Agent Server:0\nSIP UAC CALL INFO\nCall 1\n")
    assert "   Destination Name        : 10.1.1.60\n" in calls
    assert "Total SIP call legs:0" in shown("show sip-ua calls")


def test_the_state_of_the_service() -> None:
    assert shown("show sip service") == "SIP Service is up\n"
    assert shown("show sip service", "voice service voip\n sip\n  call service stop\n") == "SIP Service is shutdown\n"


DSP_FARM = """interface GigabitEthernet0/0
 ip address 10.0.0.1 255.255.255.0
sccp local GigabitEthernet0/0
sccp ccm 10.0.0.1 identifier 1 version 7.0
sccp
sccp ccm group 1
 associate ccm 1 priority 1
 associate profile 5 register CFB1
dspfarm profile 5 conference
 description Meetings
 codec g711ulaw
 codec g729r8
 maximum sessions 4
 associate application SCCP
 no shutdown
"""


def test_a_dsp_farm() -> None:
    assert shown("show sccp") == "SCCP Admin State: DOWN\n"
    state = shown("show sccp", DSP_FARM)
    assert state.startswith("SCCP Admin State: UP\nGateway Local Interface: GigabitEthernet0/0\n        IPv4 Address: 10.0.0.1\n")
    assert "Call Manager: 10.0.0.1, Port Number: 2000\n" in state
    assert "Version: 7.0, Identifier: 1\n" in state
    group = shown("show sccp ccm group 1", DSP_FARM)
    assert " Associated Profile: 5, Registration Name: CFB1\n" in group
    assert shown("show sccp ccm group 2", DSP_FARM) == ""
    profile = shown("show dspfarm profile 5", DSP_FARM)
    assert " Profile ID = 5, Service = CONFERENCING, Resource ID = 5  \n" in profile
    assert " Profile Admin State : UP \n" in profile
    assert " Number of Resource Configured : 4 \n" in profile
    assert " Codec Configuration: num_of_codecs:2 \n" in profile
    assert shown("show dspfarm profile 6", DSP_FARM) == ""
    assert "Admin State : DOWN" in shown("show dspfarm profile", DSP_FARM.replace(" no shutdown\n", ""))
    assert shown("show dspfarm dsp all").endswith("Total number of DSPFARM DSP channel(s) 0\n\n")
    assert shown("show sccp connections").strip() == "Total number of active session(s) 0, and connection(s) 0"


def test_isdn() -> None:
    assert shown("show isdn status") == "%No ISDN interfaces\n"
    text = (
        "isdn switch-type primary-ni\ncontroller T1 0/0/0\n pri-group timeslots 1-24\n"
        "interface Serial0/0/0:23\n no ip address\ninterface GigabitEthernet0/0\n"
    )
    status = shown("show isdn status", text)
    assert status.startswith(
        "Global ISDN Switchtype = primary-ni\nISDN Serial0/0/0:23 interface\n\tdsl 0, interface ISDN Switchtype ="
    )
    assert shown("show isdn status Serial0/0/0:23", text) == status
    assert shown("show isdn status GigabitEthernet0/0", text) == "%GigabitEthernet0/0 is not an ISDN interface\n"
    assert "ISDN ACTIVE CALLS" in shown("show isdn active")


def test_an_isdn_interface_that_plays_the_network() -> None:
    text = "controller E1 0/0/0\n pri-group timeslots 1-31\ninterface Serial0/0/0:15\n isdn protocol-emulate {}\n"
    line = "ISDN Serial0/0/0:15 interface\n\t******* Network side configuration ******* \n\tdsl 0"
    assert line in shown("show isdn status", text.format("network"))
    assert "Network side" not in shown("show isdn status", text.format("user"))


GATEKEEPER = "gatekeeper\n zone local HQ example.net\n no shutdown\n"
MGCP = "mgcp\nmgcp call-agent 10.0.0.9 service-type mgcp\n"
CODECS = "voice class codec 3\n codec preference 1 g729r8\n"
BUSYOUT = "voice-port 0/1/0\n busyout monitor GigabitEthernet0/0\n"


@pytest.mark.parametrize(
    ("line", "plain", "text", "configured"),
    [
        ("show gateway", " H.323 service is down\n", "gateway\n", " H.323 service is up\n"),
        ("show gatekeeper status", "Gatekeeper State: DOWN\n", GATEKEEPER, "    Zone Name: HQ\n"),
        ("show mgcp", "MGCP Admin State DOWN, Oper State DOWN", MGCP, "MGCP Admin State UP"),
        ("show ccm-manager", "% Call Manager Application is not enabled\n", "ccm-manager mgcp\n", "MGCP Domain Name: Router\n"),
        ("show trunk group", "", "trunk group PSTN\n hunt-scheme round-robin\n", "        Hunt Scheme is round-robin\n"),
        ("show voice class codec", "", CODECS, CODECS),
        ("show voice busyout", "busyout state\n", BUSYOUT, "GigabitEthernet0/0\n"),
        ("show call-manager-fallback all", "", "call-manager-fallback\n max-ephones 5\n", " max-ephones 5\n"),
        ("show voice dsp", "TYPE NUM CH CODEC", "voice-port 0/1/0\n", "TYPE NUM CH CODEC"),
    ],
)
def test_configured_or_not(line: str, plain: str, text: str, configured: str) -> None:
    assert plain in shown(line)
    assert configured in shown(line, text)
    if not plain:
        assert shown(line) == ""


def test_a_trunk_group_that_is_not_there() -> None:
    assert shown("show trunk group X") == "% Trunk group X not found\n"


def test_a_gatekeeper_that_is_shut_down() -> None:
    assert shown("show gatekeeper status", "gatekeeper\n zone local HQ example.net\n shutdown\n") == "Gatekeeper State: DOWN\n"


def test_the_agent_of_mgcp() -> None:
    assert "MGCP call-agent: 10.0.0.9 Initial protocol service is MGCP 0.1\n" in shown("show mgcp", MGCP)


def test_debugging_of_everything_in_sip_must_be_confirmed() -> None:
    user = Router().session()
    assert user.execute("debug ccsip all") == ""
    assert user.prompt == "This may severely impact system performance. Continue? [confirm]"
    assert user.execute("n") == ""
    assert user.execute("show debugging") == ""
    user.execute("debug ccsip all")
    assert user.execute("") == "All SIP Call tracing is enabled\n"
    assert "All SIP Call tracing is enabled" in user.execute("show debugging")
    assert user.execute("undebug all") == "All possible debugging has been turned off\n"
    assert user.execute("show debugging") == ""
