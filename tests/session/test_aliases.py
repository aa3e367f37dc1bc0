"""Aliases: arguments, help, Tab, carets, the built-in ones, and the modes that they belong to."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session
from tests.router.support import configure


def user(*lines: str) -> Session:
    router = Router()
    configure(router, *lines)
    return router.session()


def test_an_alias_with_arguments() -> None:
    session = user("alias exec sr show running-config")
    assert session.execute("sr all") == session.execute("show running-config all")
    assert session.execute("sr | include hostname") == "hostname Router\n"


def test_an_alias_with_a_modifier() -> None:
    assert user("alias exec name show running-config | include ^hostname").execute("name") == "hostname Router\n"


def test_an_alias_is_no_abbreviation() -> None:
    session = user("alias exec shrun show running-config")
    assert not session.run("shru").accepted
    assert session.run("shrun").accepted


def test_a_blank_asks_for_the_command_of_this_name() -> None:
    session = user("alias exec clock show version")
    assert session.execute("clock").startswith("Cisco IOS Software")
    assert session.execute(" clock") == "% Incomplete command.\n\n"


def test_an_alias_does_not_stand_for_another_alias() -> None:
    session = user("alias exec a b", "alias exec b show clock")
    assert not session.run("a").accepted


def test_an_alias_of_itself_comes_to_an_end() -> None:
    assert "UTC" in user("alias exec show show clock").execute("show")


@pytest.mark.parametrize(
    ("alias", "enter", "typed", "stored"),
    [
        ("alias configure hn hostname", "", "hn R9", "hostname R9"),
        ("alias interface dn description", "interface Loopback0", "dn a text", " description a text"),
        ("alias line et exec-timeout", "line con 0", "et 3 4", " exec-timeout 3 4"),
        ("alias ephone-dn nu number", "ephone-dn 1", "nu 5001", " number 5001"),
        ("alias router nw network", "router rip", "nw 10.0.0.0", " network 10.0.0.0"),
    ],
)
def test_the_modes_of_configuration(alias: str, enter: str, typed: str, stored: str) -> None:
    session = user("telephony-service", "max-dn 1", "exit", alias)
    session.enter_configuration()
    if enter:
        session.execute(enter)
    assert session.execute(typed) == ""
    assert stored in session.router.running_config.split("\n")


def test_an_alias_of_another_mode_is_none() -> None:
    session = user("alias interface hn hostname")
    session.enter_configuration()
    assert not session.run("hn R9").accepted


def test_an_alias_after_do() -> None:
    session = user("alias exec sc show privilege")
    session.enter_configuration()
    assert session.execute("do sc") == session.execute("do show privilege") != ""


@pytest.mark.parametrize(
    ("typed", "column"),
    [("sv foo", 3), ("sv  foo", 4), ("do sv foo", 6)],
)
def test_the_caret_stands_under_the_typed_word(typed: str, column: int) -> None:
    session = user("alias exec sv show version")
    if typed.startswith("do"):
        session.enter_configuration()
    assert session.execute(typed).split("\n")[0] == " " * (len(session.prompt) + column) + "^"


def test_the_caret_of_a_wrong_alias_stands_under_its_name() -> None:
    session = user("alias exec bad show nonsense")
    assert session.execute("bad").split("\n")[0] == " " * len(session.prompt) + "^"


def test_a_removed_alias() -> None:
    session = user("alias exec sc show clock", "no alias exec sc")
    assert not session.run("sc").accepted


def test_a_configured_alias_takes_the_place_of_a_built_in_one() -> None:
    session = user("alias exec h show privilege")
    assert session.execute("h") == session.execute("show privilege") != ""
    assert "  h                     show privilege\n" in session.execute("show aliases")


def test_help_and_tab() -> None:
    session = user("alias exec sv show ver", "alias exec svx show clock")
    assert session.help("sv ") == session.help("show version ")
    assert session.help("sv") == "*sv=show ver     *svx=show clock\n\n"
    assert session.help(" sv") == "% Unrecognized command\n"
    assert session.complete("s ver") == "s version "
    assert session.complete("s v") == "s v"
    assert session.complete("sv") == "sv"


def test_the_built_in_ones() -> None:
    session = user()
    assert session.execute("h") == session.execute("help")
    assert session.execute("un all") == session.execute("undebug all")
    assert session.execute("show aliases").split("\n")[:2] == ["Exec mode aliases:", "  h                     help"]
    assert session.execute("show aliases configure") == ""
    session.execute("lo")
    assert session.closed
