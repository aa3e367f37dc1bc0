"""A session on a terminal that sends characters: echo, help, dialogues, pages and log messages, as they look on the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iossim import Router
from iossim.config.limits import LONGEST_LINE
from iossim.router import Clock
from iossim.session import LineResult, Session
from iossim.terminal.interaction import Interaction
from iossim.terminal.pager import ERASE, MORE
from tests.router.support import Time
from tests.terminal.screen import Screen


class Typist:
    """Types at a router, and keeps what is sent back and what the screen shows."""

    def __init__(self, *configuration: str, privilege: int = 15, line: str = "vty") -> None:
        text = "\n".join(("hostname R1", *configuration, "end"))
        self.router = Router.from_text(text, clock=Clock(Time()))
        self.session: Session = self.router.session(privilege, None, line)
        self.session.terminal.length = 0
        self.interaction = Interaction(self.session)
        self.screen = Screen()
        self.sent = ""
        self._keep(self.interaction.open())

    def __call__(self, text: str) -> str:
        """Types; returns the characters that came back."""
        return self._keep(self.interaction.feed(text))

    def hear(self) -> str:
        """Lets the log messages come out."""
        return self._keep(self.interaction.messages())

    def _keep(self, text: str) -> str:
        self.screen.write(text)
        self.sent += text
        return text


def test_a_command_is_echoed_and_answered() -> None:
    typist = Typist()
    assert typist.sent == "R1#"
    assert typist("show privilege\r") == "show privilege\r\nCurrent privilege level is 15\r\nR1#"


def test_every_key_is_echoed_at_once() -> None:
    typist = Typist()
    assert [typist(key) for key in "show"] == list("show")


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\r\0"])
def test_an_empty_line_is_a_new_prompt(end: str) -> None:
    typist = Typist()
    assert typist(end) == "\r\nR1#"
    assert typist(end * 2) == "\r\nR1#\r\nR1#"


def test_help_comes_without_enter_and_the_line_stays() -> None:
    typist = Typist()
    shown = typist("show priv?")
    assert shown.startswith("show priv?\r\n")
    assert shown.endswith("\r\nR1#show priv")
    assert typist("ilege\r").endswith("Current privilege level is 15\r\nR1#")


def test_help_in_the_middle_of_a_line() -> None:
    typist = Typist()
    typist("show clock" + "\x02" * 5)
    typist("?")
    assert typist.screen.line == "R1#show clock"
    assert typist.screen.column == len("R1#show ")


def test_a_question_mark_in_quotes_is_a_character() -> None:
    typist = Typist("telephony-service", " max-dn 5", "ephone-dn 1", " number 1001")
    typist('configure terminal\rephone-dn 1\rlabel "who?')
    assert typist.screen.line == 'R1(config-ephone-dn)#label "who?'


def test_ctrl_v_makes_a_question_mark_a_character() -> None:
    typist = Typist()
    assert typist("show \x16?") == "show ?"


def test_tab_completes_on_a_new_line() -> None:
    typist = Typist()
    assert typist("sh\t") == "sh\r\nR1#show "
    assert typist("priv\t\r").endswith("R1#show privilege \r\nCurrent privilege level is 15\r\nR1#")


def test_history() -> None:
    typist = Typist()
    typist("show privilege\rshow clock\r")
    typist("\x1b[A\x1b[A")
    assert typist.screen.line.rstrip() == "R1#show privilege"
    typist("\x1b[B\x1b[B")
    assert typist.screen.line.rstrip() == "R1#"


def test_ctrl_z_executes_and_leaves_configuration() -> None:
    typist = Typist()
    shown = typist("configure terminal\rhostname R2\x1a")
    assert shown.endswith("R1(config)#hostname R2^Z\r\nR2#")


def test_ctrl_z_on_an_empty_line() -> None:
    typist = Typist()
    assert typist("configure terminal\r\x1a").endswith("R1(config)#^Z\r\nR1#")


def test_ctrl_c_drops_the_line_and_leaves_configuration() -> None:
    typist = Typist()
    assert typist("configure terminal\rhostname R2\x03").endswith("R1(config)#hostname R2^C\r\nR1#")
    assert typist.router.hostname == "R1"


def test_ctrl_shift_6_drops_the_line_only() -> None:
    typist = Typist()
    assert typist("configure terminal\rhostname R2\x1e").endswith("R1(config)#hostname R2\r\nR1(config)#")


def test_a_password_is_not_shown() -> None:
    typist = Typist("enable secret 0 cisco", privilege=1)
    assert typist("enable\r") == "enable\r\nPassword: "
    assert typist("cixx\x08\x08sco\x01\x1b[A") == ""
    assert typist("\r") == "\r\nR1#"


def test_one_key_confirms() -> None:
    typist = Typist()
    assert typist("write erase\r").endswith("Continue? [confirm]")
    shown = typist("n")
    assert shown == "n\r\nR1#"
    typist("write erase\r")
    assert typist("\r").startswith("\r\n[OK]\r\nErase of nvram: complete\r\n")


@pytest.mark.parametrize("key", ["\x03", "\x1e", "\x1b[A"])
def test_another_key_does_not_confirm(key: str) -> None:
    typist = Typist()
    typist("write memory\r")
    typist("write erase\r" + key)
    assert typist.router.nvram.read() is not None
    assert typist.screen.line == "R1#"


def test_ctrl_c_gives_up_a_dialogue() -> None:
    typist = Typist()
    typist("copy running-config startup-config\rx\x03")
    assert typist.router.nvram.read() is None
    assert typist.screen.line == "R1#"


def test_ctrl_z_answers_no_question() -> None:
    typist = Typist()
    typist("copy running-config startup-config\r\x1a")
    assert typist.router.nvram.read() is None


def test_pages() -> None:
    typist = Typist()
    typist("terminal length 5\r")
    shown = typist("show running-config\r")
    assert shown.endswith(f"\r\n{MORE}")
    assert shown.count("\r\n") == 5
    page = typist(" ")
    assert page.startswith(ERASE)
    assert page.count("\r\n") == 4
    assert typist("\r").count("\r\n") == 1
    assert typist("q") == f"{ERASE}R1#"


LINES = ("line con 0", " exec-timeout 0 0", "line aux 0", "line vty 0 4", " no login")


def test_a_search_at_more() -> None:
    typist = Typist(*LINES)
    typist("terminal length 5\rshow running-config\r")
    shown = typist("/^lnie\x08\x08\x08ine con\r")
    assert shown.startswith(f"{ERASE}/^lnie")
    assert "\r\nfiltering...\r\nline con 0\r\n exec-timeout 0 0\r\n" in shown
    assert typist("/line vty\x03") == f"{ERASE}/line vty\r\nR1#"


def test_only_the_lines_that_match() -> None:
    typist = Typist(*LINES)
    typist("terminal length 5\rshow running-config\r")
    assert typist("+^line\r") == f"{ERASE}+^line\r\nfiltering...\r\nline con 0\r\nline aux 0\r\nline vty 0 4\r\nR1#"


def test_log_messages_leave_the_line_that_is_typed() -> None:
    typist = Typist()
    typist("terminal monitor\r")
    typist("show cl")
    typist.router.log("SYS", 5, "TEST", "Something happened")
    shown = typist.hear()
    assert shown.startswith("\r\n*Nov 23 12:00:00.000: ")
    assert shown.endswith("%SYS-5-TEST: Something happened\r\nR1#show cl")
    assert typist.hear() == ""


def test_log_messages_wait_for_the_end_of_the_pages() -> None:
    typist = Typist()
    typist("terminal monitor\rterminal length 5\rshow running-config\r")
    typist.router.log("SYS", 5, "TEST", "Something happened")
    assert typist.hear() == ""
    typist("q")
    assert "Something happened" in typist.hear()


def test_a_banner_of_several_lines() -> None:
    typist = Typist()
    shown = typist("configure terminal\rbanner motd #\rWelcome\rto R1 ?#\r")
    assert "Enter TEXT message.  End with the character '#'.\r\nWelcome\r\nto R1 ?#\r\nR1(config)#" in shown


def test_leaving_ends_it() -> None:
    typist = Typist()
    assert typist("exit\rshow clock\r") == "exit\r\n"
    assert typist.interaction.closed
    assert typist("more") == ""


def test_what_is_too_long_is_dropped() -> None:
    typist = Typist()
    typist("x" * 1_000_000)
    assert len(typist.sent) < LONGEST_LINE + 10
    assert "% Invalid input" in typist("\r")


def test_a_mistake_of_iossim_does_not_end_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    typist = Typist()

    def fail(line: str) -> LineResult:
        raise KeyError(line)

    with monkeypatch.context() as patch:
        patch.setattr(typist.session, "run", fail)
        assert "% This command failed because of a mistake in iossim" in typist("show clock\r")
    assert typist("show privilege\r").endswith("Current privilege level is 15\r\nR1#")


@given(st.text(st.sampled_from("sh ow?\r\n\t\x01\x02\x03\x08\x0b\x10\x14\x15\x17\x19\x1a\x1e\x1b[ABCDfbd/q\x7f|"), max_size=40))
def test_no_key_leaves_the_screen_in_disorder(text: str) -> None:
    typist = Typist()
    typist(text)
    if not typist.interaction.closed and not typist.screen.line.startswith(("Password", " --More--")):
        assert typist.screen.line.startswith("R1")
