"""Lines of Unified CME and SRST as routers print them: their places by release, and lines that are printed although they are the default.

The places are those of printed running-configs of 2800, 3800 and 4400 routers with 12.4 and 16.7, and of the documents of the commands.
"""

from __future__ import annotations

import pytest

from iossim import Router

MARKERS = "boot-start-marker\nboot-end-marker"
COUNTER = f"{MARKERS}\nlogging message-counter syslog"
LOAD, MAXIMUM, FARM, ADDRESS = "load 7941 A", "max-ephones 4", "sdspfarm units 1", "ip source-address 10.0.0.1 port 2000"
CERTIFICATES, UDI = "crypto pki trustpoint A", "license udi pid A sn B"
EXCLUDED = "ip dhcp excluded-address 10.0.0.1"
MAIL, STAMP = "voicemail 7800", "create cnf-files version-stamp Jan 01 2002 00:00:00"


def _printed(text: str) -> str:
    return Router.from_text(f"{text}\nend\n").running_config


def _order(version: str, start: str, header: str, lines: list[str]) -> list[str]:
    """The given lines in the order in which they are printed, after they were read in the other order."""
    text = "\n".join([start, header, *(f" {line}" for line in reversed(lines))])
    printed = _printed(f"version {version}\n{text}").splitlines()
    return [line.strip() for line in printed if line.strip() in lines]


@pytest.mark.parametrize(
    ("version", "start", "lines"),
    [
        ("12.4", MARKERS, [LOAD, MAXIMUM, ADDRESS, FARM, MAIL, STAMP]),
        ("12.3", MARKERS, [LOAD, MAXIMUM, ADDRESS, FARM, STAMP, MAIL]),
        ("12.4", COUNTER, [FARM, MAXIMUM, ADDRESS, LOAD, MAIL, STAMP]),
        ("15.1", MARKERS, [FARM, MAXIMUM, ADDRESS, LOAD, MAIL, STAMP]),
    ],
)
def test_firmware_and_dsp_farms_stand_elsewhere_in_old_releases(version: str, start: str, lines: list[str]) -> None:
    assert _order(version, start, "telephony-service", lines) == lines


@pytest.mark.parametrize(
    ("version", "header", "lines"),
    [
        ("15.7", "voice service voip", ["gcid", "callmonitor", "allow-connections sip to sip"]),
        ("16.7", "voice service voip", ["allow-connections sip to sip", "srtp", "no supplementary-service sip refer"]),
        ("12.4", "voice service voip", ["gcid", "srtp fallback", "allow-connections sip to sip"]),
        (
            "16.7",
            "voice service voip",
            [
                "no supplementary-service sip refer",
                "supplementary-service media-renegotiate",
                "no supplementary-service sip handle-replaces",
            ],
        ),
        ("15.7", "dial-peer voice 1 pots", ["destination-pattern 9T", "direct-inward-dial", "no digit-strip", "port 0/0/0"]),
        ("12.4", "dial-peer voice 1 pots", ["destination-pattern 9T", "no digit-strip", "direct-inward-dial", "port 0/0/0"]),
        ("12.4", "dial-peer voice 1 voip", ["mailbox-selection last-redirect-num", "destination-pattern 78.."]),
        ("12.4", "dial-peer voice 1 voip", ["signaling forward none", "session protocol sipv2", "session target ipv4:10.0.0.1"]),
        ("15.1", "ephone-dn  1", ["number 10", "name A", "conference meetme", "preference 1", "no huntstop"]),
        ("15.1", "ephone  1", ["voice-class stun-usage 1", "device-security-mode none", "mac-address 0000.0000.0001", "mtp"]),
        ("15.7", "ephone  1", ["provision-tag 7", "mac-address 0000.0000.0001", "ephone-template 1"]),
        ("12.4", "ephone  1", ["ephone-template 1", "mac-address 0000.0000.0001"]),
        ("15.1", "ephone-template  1", ["voice-class stun-usage 1", "mtp"]),
        ("15.1", "telephony-service", ["srst mode auto-provision all", "srst ephone template 1", "srst dn line-mode dual", MAXIMUM]),
        ("17.6", "voice service voip", ["fax protocol t38", "trace", "sip"]),
        ("15.7", "capf-server", ["port 3804", "trustpoint-label A", "source-addr 10.0.0.1", "phone-key-size 512"]),
        ("16.5", "voice register global", ["no privacy", "timeouts interdigit 30", "max-dn 40", "voicemail 9000"]),
        ("16.5", "telephony-service", ["sdspfarm tag 1 A", "no privacy", "conference hardware", "no auto-reg-ephone", "max-dn 40"]),
        ("15.7", "call-manager-fallback", ["max-ephones 4", "call-park system application", "fac standard"]),
    ],
)  # fmt: skip
def test_the_order_of_a_section(version: str, header: str, lines: list[str]) -> None:
    assert _order(version, MARKERS, header, lines) == lines


@pytest.mark.parametrize(("version", "first"), [("16.7", "crypto"), ("17.6", "crypto"), ("15.7", "crypto"), ("12.4", "voice")])
def test_certificates_stand_before_the_voice_service_in_newer_releases(version: str, first: str) -> None:
    text = f"version {version}\n{MARKERS}\nvoice service voip\n allow-connections sip to sip\ncrypto pki trustpoint A\n enrollment terminal"
    printed = _printed(text)
    assert (printed.index("crypto pki trustpoint A") < printed.index("voice service voip")) is (first == "crypto")


def test_servers_of_a_ctl_client_stand_as_entered_before_its_tokens() -> None:
    lines = ["server tftp 10.0.0.1 trustpoint A", "server cme 10.0.0.1 trustpoint A", "server capf 10.0.0.1 trustpoint A"]
    tokens = [" sast2 trustpoint A", " sast1 trustpoint A"]
    text = "\n".join(["crypto pki trustpoint A", "ctl-client", *tokens, *(f" {line}" for line in lines)])
    printed = [line.strip() for line in _printed(text).partition("ctl-client\n")[2].splitlines()]
    assert printed[:5] == [*lines, "sast1 trustpoint A", "sast2 trustpoint A"]


def test_the_xml_interface_stands_before_the_control_plane() -> None:
    printed = _printed("version 12.4\ncontrol-plane\nixi transport http\n no shutdown")
    assert printed.index("ixi transport http") < printed.index("control-plane")


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("ixi transport http", "request outstanding 1"),
        ("capf-server", "port 3804"),
        ("voice register session-server  1", "keepalive 300"),
        ("ixi application cme", "response timeout -1"),
    ],
)
def test_a_default_that_was_entered_is_printed(header: str, line: str) -> None:
    assert f"{header}\n {line}\n" in _printed(f"{header}\n {line}")
    assert line not in _printed(header)


@pytest.mark.parametrize("words", ["", " password cisco", " password 0 cisco"])
def test_the_user_of_a_phone_may_have_no_password(words: str) -> None:
    router = Router.from_text(f'ephone  1\n username "user1"{words}\n mac-address 0000.0000.0001\n type 7970\nend\n')
    assert [finding for finding in router.findings if finding.severity != "info"] == []
    section = next(one for one in router.config.root.sections.values() if one.key == ("1",))
    assert {name for name, *_ in section.entries} >= {"username", "mac_address", "type"}
    assert "ephone  1\n" in router.running_config


def test_the_user_of_a_phone_stands_before_its_address_in_old_releases() -> None:
    lines = ['username "user1"', "mac-address 0000.0000.0001"]
    assert _order("12.4", MARKERS, "ephone  1", lines) == lines
    assert _order("12.4", COUNTER, "ephone  1", lines) == lines[::-1]


class TestDefaultMode:
    """`default mode` of voice register global is the router's own setting for SRST, and is printed."""

    @pytest.mark.parametrize("version", ["15.5", "16.7"])
    def test_is_printed_first(self, version: str) -> None:
        lines = ["default mode", "no allow-hash-in-dn", "max-dn 40", "max-pool 40"]
        assert _order(version, MARKERS, "voice register global", lines) == lines

    def test_takes_the_place_of_another_mode(self) -> None:
        assert " mode cme\n" not in _printed("voice register global\n mode cme\n default mode")
        assert "default mode" not in _printed("voice register global\n default mode\n mode cme")
        assert "mode" not in _printed("voice register global\n default mode\n no mode\n max-dn 4").partition("register global")[2]

    def test_other_defaults_of_the_mode_are_set_back(self) -> None:
        printed = _printed("voice register global\n max-dn 40\n max-pool 40\n default max-pool")
        assert " max-dn 40\n" in printed
        assert "max-pool" not in printed

    def test_typed_it_is_stored(self) -> None:
        session = Router().session()
        for line in ("configure terminal", "voice register global", "mode cme", "default mode"):
            assert session.run(line).output == "" or line == "configure terminal"
        assert "voice register global\n default mode\n" in session.run("do show running-config | section voice register").output


def test_call_park_in_fallback_is_undone() -> None:
    assert "call-park" not in _printed("call-manager-fallback\n call-park system application\n no call-park system application")
    router = Router.from_text("call-manager-fallback\n call-park system\nend\n")
    assert [finding.code for finding in router.findings] == ["incomplete-command"]


def test_the_whole_cme_stands_before_dsp_farms_in_ios_xe() -> None:
    text = "dspfarm profile 1 conference\n shutdown\ntelephony-service\n max-ephones 4"
    for version, first in (("16.5", True), ("15.7", False)):
        printed = _printed(f"version {version}\n{text}")
        assert (printed.index("telephony-service") < printed.index("dspfarm profile")) is first


def test_threats_are_shown_before_the_interfaces_in_ios_xe() -> None:
    text = "interface GigabitEthernet0/0/0\n no ip address\nthreat-visibility"
    assert _printed(f"version 16.5\n{text}").index("threat-visibility") < _printed(f"version 16.5\n{text}").index("interface")


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("ephone  1", "fastdial 1 1002"),
        ("ephone  1", "fastdial 1 1002 name Bank"),
        ("ephone-template  1", "feature-button 1 Endcall"),
        ("interface Vif1", "ip address 10.0.0.1 255.255.255.252"),
        ("sip-ua ", "mwi-server dns:mail.example.com expires 60 port 5060 transport udp unsolicited"),
        ("voice class tenant 1", "timers buffer-invite 10000"),
    ],
)
def test_a_line_of_a_capture_is_taken_as_it_is(header: str, line: str) -> None:
    router = Router.from_text(f"{header}\n {line}\nend\n")
    assert [finding for finding in router.findings if finding.severity != "info"] == []
    assert f" {line}\n" in router.running_config


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("platform trace runtime slot R0 bay 0 process forwarding-manager module om level debug", True),
        ("platform trace runtime slot R0 bay 0 process forwarding-manager module om level loud", False),
        ("platform trace runtime slot R0", False),
    ],
)
def test_traces_of_processes(line: str, taken: bool) -> None:
    router = Router.from_text(f"{line}\nhostname A\nend\n")
    assert (router.findings == []) is taken
    assert f"{line}\n" in router.running_config


@pytest.mark.parametrize("line", ["expires 0", "expires 1000000"])
def test_a_subscription_has_limits(line: str) -> None:
    router = Router.from_text(f"sip-ua\n mwi-server ipv4:10.0.0.1 {line}\nend\n")
    assert [finding.severity for finding in router.findings] == ["error"]


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        (
            "12.4",
            [
                "aaa authentication password-prompt enter-it:",
                "aaa authentication username-prompt name:",
                "aaa authentication login A local",
            ],
        ),
        ("12.3", ["fax interface-type fax-mail", "controller T1 1/0", "translation-rule 100", "interface FastEthernet0"]),
        ("12.3", ["voice class codec 1", "no voice hpi capture buffer", "fax interface-type fax-mail"]),
        (
            "15.4",
            [
                "voice class codec 1",
                "voice translation-profile A",
                "media profile recorder 3",
                "media class 3",
                "dial-peer voice 1 pots",
            ],
        ),
        (
            "15.2",
            [
                "ip flow-cache timeout inactive 45",
                "ip flow-cache timeout active 5",
                "no ip domain lookup",
                "ip flow-export version 5",
            ],
        ),
        ("12.3", ["interface FastEthernet0", "no ip http server", "map-class dialer A", "dialer-list 1 protocol ip permit"]),
    ],
)
def test_the_order_of_global_lines(version: str, lines: list[str]) -> None:
    text = "\n".join((f"version {version}", MARKERS, "aaa new-model", *reversed(lines)))
    assert [line for line in _printed(text).splitlines() if line in lines] == lines


def test_more_than_the_documented_numbers() -> None:
    text = "sccp ccm group 123\nvoice hunt-group 1 parallel\n preference 5 secondary 9\n"
    assert Router.from_text(text).findings == []
    assert " preference 5 secondary 9" in _printed(text)
    assert [finding.severity for finding in Router.from_text("sccp ccm group 0\n").findings] == ["error"]


def test_soft_keys_and_kinds_of_addresses_are_spelt_as_routers_do() -> None:
    text = _printed("ephone-template 1\n softkeys seized MEETME callback\narp 10.0.0.1 0000.0000.0001 arpa\n")
    assert "softkeys seized  Meetme Callback\n" in text
    assert "arp 10.0.0.1 0000.0000.0001 ARPA\n" in text


def test_firmware_stands_as_it_was_entered() -> None:
    lines = ["load 7960-7940 A", "load 7920 B", "load 7912 C"]
    text = _printed("\n ".join(("version 12.4", MARKERS, "telephony-service", *lines)))
    assert [line.strip() for line in text.splitlines() if "load 79" in line] == lines


@pytest.mark.parametrize(
    ("line", "refused"), [("100", False), ("2000 close-connection", False), ("99", True), ("2001", True), ("many", True)]
)
def test_the_retries_of_a_connection_have_limits(line: str, refused: bool) -> None:
    session = Router().session()
    for typed in ("configure terminal", "sip-ua"):
        session.execute(typed)
    assert ("Invalid input" in session.execute(f"tcp-retry {line}")) == refused


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("15.1", ["dot11 syslog", "voice-card 0", CERTIFICATES, UDI]),
        ("15.1", ["multilink bundle-name authenticated", CERTIFICATES, "voice-card 0", UDI]),
        ("15.2", [CERTIFICATES, "ip cef", "multilink bundle-name authenticated", "voice-card 0", UDI]),
        ("15.2", ["ip cef", "multilink bundle-name authenticated", CERTIFICATES, "voice-card 0"]),
        ("15.4", ["multilink bundle-name authenticated", CERTIFICATES, "voice-card 0", UDI]),
        ("16.9", [CERTIFICATES, "voice service pots", UDI]),
        ("16.9", ["ip host a 10.0.0.1", "ip domain name a.example", EXCLUDED, "subscriber templating"]),
        ("15.2", ["ip wccp source-interface Loopback0", "ip wccp 61", "ip wccp 62"]),
    ],
)
def test_the_place_of_certificates_and_addresses_by_release(version: str, lines: list[str]) -> None:
    text = "\n".join((f"version {version}", MARKERS, *reversed(lines)))
    assert [line for line in _printed(text).splitlines() if line in lines] == lines


def test_the_tone_on_an_alert_stands_before_the_target() -> None:
    lines = ["tone ringback alert-no-PI", "description A", "huntstop", "destination-pattern 9T"]
    assert _order("15.2", MARKERS, "dial-peer voice 1 pots", lines) == lines


@pytest.mark.parametrize(
    ("header", "line", "refused"),
    [
        ("telephony-service", "mode esrst", False),
        ("telephony-service", "mode srst", True),
        ("call-manager-fallback", "mode esrst", True),
        ("voice service voip\nh323", "encoding h450 call-identity itu", False),
        ("voice service voip\nsip", "encoding h450 call-identity itu", True),
        ("voice service pots", "supplementary-service qsig call-forward", False),
        ("voice service pots", "supplementary-service h450.2", True),
        ("controller t1 0/0/0\npri-group timeslots 1-24\ninterface Serial0/0/0:23", "isdn channel-id invert extend-bit", False),
        ("interface GigabitEthernet0/0", "isdn channel-id invert extend-bit", True),
        ("ephone 1", "cert-oper upgrade auth-mode null-string", False),
        ("ephone 1", "cert-oper upgrade auth-mode none", True),
        ("ephone 1", "cert-oper upgrade all", True),
        ("capf-server", "cert-oper upgrade auth-mode LSC", True),
        ("telephony-service", "night-service code *1234", False),
        ("telephony-service", "night-service code 1234", True),
    ],
)
def test_words_of_one_mode(header: str, line: str, refused: bool) -> None:
    session = Router().session()
    for typed in ("configure terminal", *header.split("\n")):
        session.execute(typed)
    assert ("Invalid input" in session.execute(line)) == refused
    assert (line in Router.from_text(f"{header}\n{line}\n").running_config) or refused


def test_the_certificate_of_a_phone_stands_before_its_address() -> None:
    operation, address = "cert-oper fetch auth-mode LSC", "mac-address 0011.2111.6BDD"
    lines = ["device-security-mode encrypted", "capf-auth-str 2476", operation, address, "type 7970"]
    assert _order("12.4", MARKERS, "ephone 1", lines) == lines


def test_a_class_of_uris_has_ten_hosts() -> None:
    session = Router().session()
    for line in ("configure terminal", "voice class uri A sip", *(f"host dns:a{number}.example" for number in range(10))):
        assert "Error" not in session.execute(line)
    assert session.execute("host dns:a10.example") == "Error:Maximum of 10 hosts can only be configured.\n"
    assert session.execute("host dns:a3.example") == ""
    assert session.execute("no host dns:a3.example") == ""
    assert session.execute("host dns:a10.example") == ""
    hosts = "".join(f" host ipv4:10.0.0.{number}\n" for number in range(1, 12))
    findings = Router.from_text(f"voice class uri A sip\n{hosts}").findings
    assert [finding.line for finding in findings if finding.severity == "error"] == [12]
