"""The wording of outcomes, and where the caret stands."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session

INVALID = "% Invalid input detected at '^' marker."


@pytest.fixture
def session() -> Session:
    return Router.from_text("no ip domain lookup\nend").session()


def _configuration(session: Session, *lines: str) -> Session:
    for line in ("configure terminal", *lines):
        assert session.run(line).accepted
    return session


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("show vresion", "esion"),
        ("show VRESION", "ESION"),
        ("show versionx", "x"),
        ("  show   vresion", "esion"),
        ("show zzz", "zz"),
        ("terminal length 513", "513"),
        ("terminal length 10 20", "20"),
        ("foo", "o"),
        ("foo bar", "o bar"),
        ("show version\tx", "x"),
    ],
)
def test_the_caret_stands_under_the_first_letter_that_no_keyword_has(session: Session, line: str, rest: str) -> None:
    column = len(session.prompt) + line.rindex(rest)
    assert session.run(line).output == f"{' ' * column}^\n{INVALID}\n\n"
    assert session.run(line).message == INVALID


@pytest.mark.parametrize(
    ("opening", "line", "rest"),
    [
        ("telephony-service", "max-redirect 21", "21"),
        ("telephony-service", "no max-rediret", "t"),
        ("telephony-service", "max-redirections 5", "ions 5"),
        ("telephony-service; max-dn 1; ephone-dn 1", "number 6001 nor-reg", "r-reg"),
        ("ephone 1", "do show vresion", "esion"),
        ("ephone 1", "  do   show  vresion", "esion"),
        ("ephone 1", "button x", "x"),
        ("telephony-service; max-dn 1; ephone-dn 1", "default fooo", "oo"),
    ],
)
def test_the_caret_in_configuration(session: Session, opening: str, line: str, rest: str) -> None:
    _configuration(session, *opening.split("; "))
    column = len(session.prompt) + line.rindex(rest)
    assert session.execute(line) == f"{' ' * column}^\n{INVALID}\n\n"


def test_the_caret_under_a_number_that_another_command_bounds(session: Session) -> None:
    _configuration(session, "telephony-service", "max-dn 5", "exit")
    assert session.execute("ephone-dn 6") == " " * (len("Router(config)#ephone-dn ")) + f"^\n{INVALID}\n\n"
    assert session.execute("ephone-dn  6 dual-line") == " " * (len("Router(config)#ephone-dn  ")) + f"^\n{INVALID}\n\n"
    assert session.prompt == "Router(config)#"


@pytest.mark.parametrize(
    ("line", "word"), [("show", "show"), (" sh ", "show"), ("SHOW", "show"), ("s", "show"), ("clear", "clear"), ("cle", "clear")]
)
def test_show_and_clear_alone_name_their_help(session: Session, line: str, word: str) -> None:
    says = f'% Type "{word} ?" for a list of subcommands'
    assert session.execute(line) == f"{says}\n"
    assert session.run(line).message == says
    _configuration(session)
    assert session.execute(f"do {line}") == f"{says}\n"
    assert session.execute("show") == f"{' ' * len('Router(config)#sh')}^\n{INVALID}\n\n"


@pytest.mark.parametrize("line", ["show ip", "debug", "terminal length", "show ephone re ", "clock set 10:00:00"])
def test_an_incomplete_command(session: Session, line: str) -> None:
    result = session.run(line)
    if line.startswith("show ephone"):
        assert result.accepted
    else:
        assert (result.output, result.message) == ("% Incomplete command.\n\n", "% Incomplete command.")


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("sh t", "sh t"),
        ("  show  t ", "show  t"),
        ("te l", None),
        ("do", None),
        ("c", "c"),
        ("c t", "c"),
        ("conf t", None),
        ("show t x", None),
    ],
)
def test_an_ambiguous_command_quotes_the_line_up_to_the_word(session: Session, line: str, quoted: str | None) -> None:
    result = session.run(line)
    if quoted is None:
        assert "Ambiguous" not in result.output
    else:
        assert result.output == f'% Ambiguous command:  "{quoted}"\n'
        assert result.message == f'% Ambiguous command:  "{quoted}"'


def test_one_unknown_word_is_looked_up_as_a_name() -> None:
    session = Router().session()
    assert session.execute(" foo ") == (
        'Translating "foo"...domain server (255.255.255.255)\n'
        "% Unknown command or computer name, or unable to find computer address\n"
    )
    assert session.execute("foo bar").endswith(f"^\n{INVALID}\n\n")
    assert session.execute("show vresion").endswith(f"^\n{INVALID}\n\n")
    assert session.run("foo").message == "% Unknown command or computer name, or unable to find computer address"


@pytest.mark.parametrize("line", ["no ip domain lookup", "no ip domain-lookup"])
def test_without_name_look_up_it_is_invalid_input(line: str) -> None:
    session = Router.from_text(f"{line}\nend").session()
    assert session.execute("foo") == f"         ^\n{INVALID}\n\n"


def test_programs_are_never_told_of_names() -> None:
    session = Router().session(line="http")
    assert session.run("foo").message == INVALID


def test_the_router_s_own_refusal_is_a_line_of_its_own(session: Session) -> None:
    _configuration(session, "ephone 1")
    result = session.run("button 1:1")
    assert not result.accepted
    assert result.output == "invalid input dn parameter for button 1\n"
    assert result.message == "invalid input dn parameter for button 1"


def test_what_is_accepted_is_silent_unless_the_router_speaks(session: Session) -> None:
    _configuration(session)
    assert session.run("telephony-service").output == ""
    assert session.run("fac standard").output == "fac standard is set!\n"


def test_the_submode_decides_first_and_global_configuration_next(session: Session) -> None:
    _configuration(session, "telephony-service", "max-dn 2", "ephone-dn 1", "ephone-dn 2")
    assert session.prompt == "Router(config-ephone-dn)#"
    assert session.section is not None
    assert session.section.key == ("2",)
    assert session.run("ephone-dn-template 3").accepted
    assert session.prompt == "Router(config-ephone-dn)#"
    for line in ("ephone 1", "presence"):
        assert session.run(line).accepted
    assert session.prompt == "Router(config-presence)#"
    assert "ephone-dn  2\n ephone-dn-template 3\n" in session.router.running_config


@pytest.mark.parametrize(
    "line", ["\x00", "é", "?", "|", "show |", "show clock | |", "a" * 4_000, "show " * 800, '"', "do", "no", "default"]
)
def test_no_line_is_too_odd(session: Session, line: str) -> None:
    assert not session.run(line).accepted
    _configuration(session)
    assert not session.run(line).accepted or line == "?"
    assert session.help(line)
    assert session.complete(line)
