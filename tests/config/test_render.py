"""The running-config as the router prints it: order, blanks, separators, defaults, and what a reader may see."""

from __future__ import annotations

import pytest

from iossim.config import Transaction, line, render, section_lines
from iossim.config.render import Printing
from iossim.language import Command, Language, language, match
from tests.config.support import Typist, entry, read


def test_commands_stand_in_the_order_of_the_grammar_then_of_their_keys(typist: Typist) -> None:
    typist.types("phone 10\nphone 9\nroute 10.0.0.0 192.0.2.1\ndn 2\ndn 1\nhostname a\nversion 15.7")
    assert typist.lines() == [
        "version 15.7", "hostname a", "dn  1", "dn  2", "phone 9", "phone 10", "route 10.0.0.0 192.0.2.1", "end",
    ]  # fmt: skip


def test_some_commands_stand_as_they_were_entered(typist: Typist) -> None:
    assert typist.types("rule 3\nrule 1\nrule 2").lines() == ["rule 3", "rule 1", "rule 2", "end"]
    assert typist.types("rule 3").lines() == ["rule 3", "rule 1", "rule 2", "end"]
    assert typist.types("no rule 3\nrule 3").lines() == ["rule 1", "rule 2", "rule 3", "end"]


def test_some_commands_stand_in_the_order_of_one_key_then_as_they_were_entered(typist: Typist) -> None:
    typist.types("access 20 d\naccess 3 c\naccess 20 b\naccess 3 a\naccess 100 e")
    lines = ["access 3 c", "access 3 a", "access 20 d", "access 20 b", "access 100 e", "end"]
    assert typist.lines() == lines
    assert typist.types("access 20 d").lines() == lines
    with Transaction(typist.configuration) as transaction:
        assert typist.types("no access 20 d\naccess 20 d").lines()[2:4] == ["access 20 b", "access 20 d"]
        transaction.abort()
    assert typist.lines() == lines


def test_sections_are_separated_and_subcommands_indented(typist: Typist) -> None:
    typist.types("version 15.7\nhostname a\nphone 1\nslow\nline 1\nlabel x\nphone 2\nroute 10.0.0.0 192.0.2.1")
    assert list(render(typist.configuration.root)) == [
        "version 15.7", "!", "hostname a", "!", "phone 1", " slow", " line 1", "  label x", "!", "phone 2", "!",
        "route 10.0.0.0 192.0.2.1", "!", "end",
    ]  # fmt: skip


def test_commands_of_one_kind_are_not_separated(typist: Typist) -> None:
    typist.types("route 10.0.0.0 192.0.2.1\nroute 10.0.0.0 192.0.2.2\nhostname a")
    assert list(render(typist.configuration.root)) == [
        "hostname a", "!", "route 10.0.0.0 192.0.2.1", "route 10.0.0.0 192.0.2.2", "!", "end",
    ]  # fmt: skip


def test_an_empty_configuration_is_its_end(typist: Typist) -> None:
    assert list(render(typist.configuration.root)) == ["end"]


@pytest.mark.parametrize(
    ("mode", "typed", "printed"),
    [
        ("global", "dn 3", "dn  3"),
        ("global", "dn 3 dual-line", "dn  3  dual-line"),
        ("global", "no lookup", "no lookup"),
        ("global", "phone 3", "phone 3"),
        ("phone", "button 1:1", "button  1:1"),
        ("phone", "button 1:1 2:2", "button  1:1 2:2"),
        ("phone", "mac 1.2.3", "mac 0001.0002.0003"),
        ("phone", "keys h d", "keys Hold Dnd"),
    ],
)
def test_a_command_is_printed_with_the_router_s_own_blanks(trees: Language, mode: str, typed: str, printed: str) -> None:
    command = match(trees.mode(mode), typed)
    assert isinstance(command, Command)
    assert line(command) == printed


@pytest.mark.parametrize(
    ("mode", "typed", "printed"),
    [
        ("global", "ephone 1", "ephone  1"),
        ("global", "ephone-dn 1 octo-line", "ephone-dn  1  octo-line"),
        ("ephone", "button 1:1", "button  1:1"),
        ("ephone_template", "softkeys idle redial", "softkeys idle  Redial"),
        ("global", "voice register pool 1", "voice register pool  1"),
    ],
)
def test_the_known_irregular_blanks_of_the_real_language(mode: str, typed: str, printed: str) -> None:
    command = match(language().mode(mode), typed)
    assert isinstance(command, Command)
    assert line(command) == printed


def test_what_is_printed_reads_back_as_the_same(trees: Language) -> None:
    typed = "no lookup\nbanner #a\nb#\ndn 1 dual-line\nnumber 5\nphone 1\nbutton 1:1\nkeys Hold\nline 3\nlabel a  b\nrule 2\nrule 1"
    configuration, _ = read(trees, typed)
    text = "\n".join(render(configuration.root))
    again, found = read(trees, text)
    assert found == []
    assert "\n".join(render(again.root)) == text
    assert again.root.snapshot() == configuration.root.snapshot()


def test_defaults_show_only_when_they_are_asked_for(typist: Typist) -> None:
    typist.types("dn 1\nnumber 5\ndn 2\nno huntstop\norder 3\ntelephony-service")
    shown = list(render(typist.configuration.root, Printing(everything=True)))
    assert shown == [
        "lookup", "!", "telephony-service", " max-redirect 5", "!", "dn  1", " number 5", " huntstop", " order 0", "!", "dn  2",
        " no huntstop", " order 3", "!", "end",
    ]  # fmt: skip
    assert "lookup" not in render(typist.configuration.root)


def test_a_reader_sees_what_he_may_configure_and_no_line_that_is_unknown(trees: Language) -> None:
    configuration, _ = read(trees, "hostname a\nmystery 1\nphone 1\n slow\n enigma\n keys Hold\ndn 1\n number 5\nend")
    shown = list(render(configuration.root, Printing(lambda command: command.name in ("phone", "going_slow", "hostname"))))
    assert shown == ["hostname a", "!", "phone 1", " slow", "!", "end"]


def test_the_lines_of_one_section(typist: Typist) -> None:
    typist.types("phone 1\nslow\nline 1\nlabel x")
    phone = typist.configuration.section("phone", 1)
    assert phone is not None
    assert section_lines(phone) == [" slow", " line 1", "  label x"]
    assert section_lines(phone, "") == ["slow", "line 1", " label x"]


def test_a_text_of_several_lines_is_one_command(typist: Typist) -> None:
    command = entry(typist.configuration.root, "banner #one\n two#")
    assert line(command) == "banner #one\n two#"
