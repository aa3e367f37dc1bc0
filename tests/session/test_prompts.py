"""Prompts, modes and the ways out of them."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session

LONG = "Headquarters-Building-Seven"


def _session(text: str = "hostname Office\nend", privilege: int = 15) -> Session:
    return Router.from_text(text).session(privilege=privilege)


def _type(session: Session, *lines: str) -> Session:
    for line in lines:
        result = session.run(line)
        assert result.accepted, (line, result.output)
    return session


@pytest.mark.parametrize(("privilege", "prompt"), [(0, "Office>"), (1, "Office>"), (2, "Office#"), (15, "Office#")])
def test_the_sign_of_exec_tells_the_level(privilege: int, prompt: str) -> None:
    assert _session(privilege=privilege).prompt == prompt


@pytest.mark.parametrize(
    ("command", "suffix"),
    [
        ("telephony-service", "(config-telephony)#"),
        ("ephone 1", "(config-ephone)#"),
        ("ephone-template 1", "(config-ephone-template)#"),
        ("ephone-type 7000", "(config-ephone-type)#"),
        ("ephone-dn 1", "(config-ephone-dn)#"),
        ("ephone-dn-template 1", "(config-ephone-dn-template)#"),
        ("ephone-hunt 1 sequential", "(config-ephone-hunt)#"),
        ("voice register global", "(config-register-global)#"),
        ("voice register pool 1", "(config-register-pool)#"),
        ("voice register dn 1", "(config-register-dn)#"),
        ("voice register template 1", "(config-register-temp)#"),
        ("voice register dialplan 1", "(config-register-dialplan)#"),
        ("voice register session-server 1", "(config-register-fs)#"),
        ("voice hunt-group 1 parallel", "(config-voice-hunt-group)#"),
        ("voice user-profile 1", "(config-user-profile)#"),
        ("voice logout-profile 1", "(config-logout-profile)#"),
        ("presence", "(config-presence)#"),
        ("ixi transport http", "(conf-xml-trans)#"),
        ("ixi application cme", "(conf-xml-app)#"),
        ("interface GigabitEthernet0/0", "(config-if)#"),
        ("interface GigabitEthernet0/0.10", "(config-subif)#"),
        ("line vty 0 4", "(config-line)#"),
        ("dial-peer voice 1 voip", "(config-dial-peer)#"),
        ("voice-port 0/0/0", "(config-voiceport)#"),
        ("voice service voip", "(conf-voi-serv)#"),
        ("sip-ua", "(config-sip-ua)#"),
        ("ip dhcp pool phones", "(dhcp-config)#"),
        ("voice class codec 1", "(config-class)#"),
        ("router ospf 1", "(config-router)#"),
    ],
)
def test_the_prompt_of_a_mode(command: str, suffix: str) -> None:
    maxima = (
        "telephony-service",
        "max-ephones 1",
        "max-dn 1",
        "voice register global",
        "mode cme",
        "max-dn 1",
        "max-pool 1",
        "exit",
    )
    session = _type(_session(), "configure terminal", *maxima, command)
    assert session.prompt == f"Office{suffix}"


def test_a_mode_inside_a_mode() -> None:
    session = _type(_session(), "configure terminal", "voice service voip", "sip")
    assert session.prompt == "Office(conf-serv-sip)#"
    assert _type(session, "exit").prompt == "Office(conf-voi-serv)#"


def test_a_long_hostname_is_cut_in_configuration_prompts_only() -> None:
    session = _session(f"hostname {LONG}\nend")
    assert session.prompt == f"{LONG}#"
    _type(session, "configure terminal")
    assert session.prompt == f"{LONG[:20]}(config)#"
    assert len(session.prompt.split("(")[0]) == 20
    assert _type(session, "ephone 1").prompt == f"{LONG[:20]}(config-ephone)#"
    assert _type(session, "end").prompt == f"{LONG}#"


def test_a_new_hostname_shows_at_once() -> None:
    session = _type(_session(), "configure terminal", "hostname Home")
    assert session.prompt == "Home(config)#"


def test_exit_leaves_one_mode_end_leaves_them_all_and_then_the_session_ends() -> None:
    session = _type(_session(), "configure terminal", "ephone 1")
    inside = session.in_configuration
    assert _type(session, "exit").prompt == "Office(config)#"
    assert _type(session, "exit").prompt == "Office#"
    assert (inside, session.in_configuration) == (True, False)
    _type(session, "configure terminal", "ephone 1", "end")
    assert session.prompt == "Office#"
    assert not session.closed
    assert _type(session, "exit").closed


@pytest.mark.parametrize("line", ["exit", "quit", "logout", "ex"])
def test_a_session_ends(line: str) -> None:
    session = _session()
    router = session.router
    assert session in router.lines
    assert session.execute(line) == ""
    assert session.closed
    assert session not in router.lines


def test_configure_alone_asks_from_where() -> None:
    session = _session()
    assert session.execute("configure") == ""
    assert session.prompt == "Configuring from terminal, memory, or network [terminal]? "
    assert session.asking
    assert session.execute("") == "Enter configuration commands, one per line.  End with CNTL/Z.\n"
    assert session.prompt == "Office(config)#"
    session.execute("end")
    session.execute("configure")
    assert session.execute("moon") == '?Must be "terminal", "memory" or "network"\n'
    assert session.prompt == "Office#"


def test_ctrl_z_types_the_line_and_leaves() -> None:
    session = _type(_session(), "configure terminal", "telephony-service", "max-dn 1", "ephone-dn 1")
    assert session.end("number 5001") == ""
    assert session.prompt == "Office#"
    assert " number 5001\n" in session.router.running_config
    session = _type(_session(), "configure terminal")
    assert session.end("foo bar").endswith("% Invalid input detected at '^' marker.\n\n")
    assert session.prompt == "Office#"
    assert session.end("") == ""
    assert session.end("show privilege") == "Current privilege level is 15\n"


def test_ctrl_c_drops_what_is_open_and_leaves() -> None:
    session = _type(_session(), "configure terminal", "ephone 1")
    assert session.interrupt() == ""
    assert session.prompt == "Office#"
    session.execute("copy running-config startup-config")
    assert session.asking
    session.interrupt()
    assert (session.prompt, session.asking) == ("Office#", False)
    assert session.router.nvram.read() is None


@pytest.mark.parametrize("way_out", ["interrupt", "end"])
def test_leaving_in_the_middle_of_a_text_drops_it(way_out: str) -> None:
    session = _type(_session(), "configure terminal", "banner motd #", "half a text")
    assert (session.prompt, session.asking) == ("", True)
    if way_out == "interrupt":
        session.interrupt()
    else:
        session.end("more of it")
    assert (session.prompt, session.asking) == ("Office#", False)
    assert session.execute("show privilege") == "Current privilege level is 15\n"
    assert "banner" not in session.router.running_config


def test_ctrl_z_behind_the_beginning_of_a_text_drops_it() -> None:
    session = _type(_session(), "configure terminal")
    session.end("banner motd #")
    assert session.prompt == "Office#"
    assert session.execute("show privilege") == "Current privilege level is 15\n"


def test_texts_and_blocks_take_lines_as_they_stand() -> None:
    session = _type(_session(), "configure terminal")
    assert session.execute("banner motd #") == "Enter TEXT message.  End with the character '#'.\n"
    for line in ("  two blanks", "", "! no comment", "end", "there#"):
        assert session.execute(line) == ""
    assert session.prompt == "Office(config)#"
    assert "banner motd ^C\n  two blanks\n\n! no comment\nend\nthere^C\n" in session.router.running_config
    _type(session, "crypto pki certificate chain a", "certificate self-signed 01", "  30820229 30820192", "quit")
    assert session.prompt == "Office(config-cert-chain)#"
    assert " certificate self-signed 01\n  30820229 30820192\n  \tquit\n" in session.router.running_config


def test_empty_lines_and_comments_do_nothing() -> None:
    session = _session()
    for line in ("", "   ", "!", "  ! hostname x", "\r\n"):
        assert session.execute(line) == ""
    assert session.history() == []


def test_a_section_that_another_session_removes_is_left() -> None:
    session = _type(_session(), "configure terminal", "telephony-service", "max-dn 1", "ephone-dn 1")
    other = _type(Session(session.router), "configure terminal", "no ephone-dn 1")
    assert session.execute("number 5001").startswith(" ")
    assert session.prompt == "Office(config)#"
    assert other.prompt == "Office(config)#"
    assert "ephone-dn" not in session.router.running_config


def test_a_reload_under_a_session_leaves_it_in_exec() -> None:
    session = _type(_session(), "configure terminal", "banner motd #")
    session.router.restart(None)
    assert session.execute("show privilege") == "Current privilege level is 15\n"
    assert session.prompt == "Router#"


def test_a_macro_is_announced_and_a_certificate_is_not() -> None:
    session = Router().session()
    session.execute("configure terminal")
    assert session.execute("macro name desk") == "Enter macro commands one per line. End with the character '@'.\n"
    assert session.prompt == ""
    session.execute("interface GigabitEthernet0/0")
    assert session.execute("@") == ""
    assert session.prompt == "Router(config)#"
    session.execute("crypto pki certificate chain ROOT")
    assert session.execute("certificate ca 01") == ""
    session.execute("quit")
    assert session.prompt == "Router(config-cert-chain)#"
