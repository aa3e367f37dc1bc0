"""What `?` prints and Tab completes, laid out as on the router."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session

#: The maximum without which the router takes no ephone-dn.
DNS = ("telephony-service", "max-dn 24", "exit")


@pytest.fixture
def session() -> Session:
    return Router().session()


def _configuration(session: Session, *lines: str) -> Session:
    for line in ("configure terminal", *lines):
        assert session.run(line).accepted
    return session


def test_alone_it_lists_the_mode_in_one_column(session: Session) -> None:
    heading, *lines = session.help("").split("\n")
    assert heading == "Exec commands:"
    assert lines[-2:] == ["", ""]
    words = [line.split()[0] for line in lines[:-2]]
    assert words == sorted(words, key=str.lower)
    width = max(map(len, words))
    assert all(line.startswith(f"  {word:{width}}  ") for line, word in zip(lines, words, strict=False))


def test_a_blank_before_it_asks_what_may_follow(session: Session) -> None:
    assert session.help("clock ") == (
        "  read-calendar    Read the hardware calendar into the clock\n"
        "  set              Set the time and date\n"
        "  update-calendar  Update the hardware calendar from the clock\n\n"
    )
    assert session.help("terminal length ") == "  <0-512>  Number of lines on screen (0 for no pausing)\n\n"


def test_the_title_names_the_mode(session: Session) -> None:
    assert session.help("").startswith("Exec commands:\n")
    for enter, title in (
        ("interface GigabitEthernet0/0", "Interface configuration"),
        ("interface GigabitEthernet0/0.5", "Interface configuration"),
        ("line con 0", "Line configuration"),
        ("router rip", "Router configuration"),
        ("hostname R1", "Configure"),
    ):
        _configuration(session, enter)
        assert session.help("").split("\n")[0] == f"{title} commands:"
        session.execute("end")


def test_a_wide_text_goes_on_below_itself(session: Session) -> None:
    session.execute("terminal width 40")
    assert session.help("terminal history ").split("\n")[:2] == ["  size  Set history buffer size", "  <cr>"]
    assert session.help("clock ").split("\n")[:2] == [
        "  read-calendar    Read the hardware",
        "                   calendar into the",
    ]
    assert all(len(line) <= 40 for line in session.help("clock ").split("\n"))
    session.execute("terminal width 0")
    assert session.help("clock ").split("\n")[0] == "  read-calendar    Read the hardware calendar into the clock"


def test_where_the_line_may_end_there_is_a_cr(session: Session) -> None:
    assert session.help("show version ") == "  |     Output modifiers\n  <cr>\n\n"
    assert session.help("exit ") == "  <cr>\n\n"
    _configuration(session, *DNS, "ephone-dn 1")
    assert session.help("number 6001 ").endswith("  <cr>\n\n")
    assert "<cr>" not in session.help("number ")


def test_a_word_before_it_asks_what_begins_so(session: Session) -> None:
    assert session.help("show priv") == "privilege\n\n"
    _configuration(session, *DNS, "ephone-dn 1")
    assert session.help("ca") == "call-forward  call-waiting  caller-id\n\n"
    assert session.help("no ca") == "call-forward  call-waiting  caller-id\n\n"
    assert session.help("CA") == session.help("ca")


def test_many_words_stand_in_columns(session: Session) -> None:
    text = session.help("show ")
    assert len(text.splitlines()) > 20
    _configuration(session)
    lines = session.help("i").rstrip("\n").split("\n")
    assert all(len(line) <= 80 for line in lines)
    assert "interface" in lines[0].split()


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("xyz ", "% Unrecognized command\n"),
        ("xyz", "% Unrecognized command\n"),
        ("show xyz ", "% Unrecognized command\n"),
        ("terminal length 513 ", "% Unrecognized command\n"),
        ("exit now ", "% Unrecognized command\n"),
        (" s ", '% Ambiguous command:  "s "\n'),
        ("  sh t ", '% Ambiguous command:  "sh t "\n'),
        (" s x", '% Ambiguous command:  "s "\n'),
        ("show privilege | xyz ", "% Unrecognized command\n"),
    ],
)
def test_where_there_is_no_help(line: str, text: str) -> None:
    session = Router().session()
    if line.startswith(" s "):
        session = Router().session()
        assert {"send", "show"} <= {each.split()[0] for each in session.help("").splitlines()[1:] if each}
    assert session.help(line) == text


def test_help_for_output_modifiers(session: Session) -> None:
    lines = session.help("show privilege | ").splitlines()
    words = [line.split()[0] for line in lines if line[2:3].strip()]
    assert words == ["append", "begin", "count", "exclude", "format", "include", "redirect", "section", "tee"]
    assert session.help("show privilege | inc") == "include\n\n"
    assert session.help("show privilege | include ") == "  LINE  Regular Expression\n\n"


def test_a_bound_that_another_command_sets_is_shown_as_it_is(session: Session) -> None:
    _configuration(session, "telephony-service", "max-dn 24", "voice register global", "max-dn 30", "exit")
    assert session.help("ephone-dn ").startswith("  <1-24>  ")
    assert session.help("no ephone-dn ").startswith("  <1-24>  ")
    assert session.help("default ephone-dn ").startswith("  <1-24>  ")
    assert session.help("voice register dn ").startswith("  <1-30>  ")
    assert session.help("no voice register dn ").startswith("  <1-30>  ")
    assert session.help("voice reg dn ").startswith("  <1-30>  ")


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("sh", "show "),
        ("show run", "show running-config "),
        ("  sh", "  show "),
        ("s", "s"),
        ("xyz", "xyz"),
        ("show ", "show "),
        ("", ""),
        ("show privilege | inc", "show privilege | include "),
        ("show privilege | e", "show privilege | exclude "),
        ("terminal length 10", "terminal length 10"),
    ],
)
def test_tab(session: Session, line: str, completed: str) -> None:
    assert session.complete(line) == completed


def test_help_and_tab_show_only_the_current_mode(session: Session) -> None:
    _configuration(session, *DNS, "ephone-dn 1")
    assert "hostname" not in session.help("")
    assert session.complete("hostn") == "hostn"
    assert session.help("hostn") == "% Unrecognized command\n"
    assert session.help("").startswith("Ephone DN configuration commands:\n")
    assert session.run("hostname Office").accepted


def test_help_describes_itself(session: Session) -> None:
    text = session.execute("help")
    assert text.startswith("Help may be requested at any point in a command by entering\na question mark '?'.")
    _configuration(session, "ephone 1")
    assert session.execute("help") == text
    assert session.prompt == "Router(config-ephone)#"
