"""What rules ask about a configuration: kinds of texts, commands by name, facts that are computed once."""

from __future__ import annotations

import pytest

from iossim.config import Configuration
from iossim.config.tree import Notes
from iossim.files.load import read_lines
from iossim.language import Command, match
from iossim.validate import check_text
from iossim.validate.facts import Facts, entered, facts_of, has_any


def configured(text: str) -> Configuration:
    """The configuration of a text, with notes as validation takes them."""
    configuration = Configuration()
    configuration.notes = Notes()
    read_lines(configuration, text.split("\n"))
    return configuration


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("version 15.7\nhostname a\n", True),
        ("!\n! a comment\nversion 15.7\n", True),
        ("hostname a\nversion 15.7\n", False),
        ("hostname a\n", False),
        ("", False),
    ],
)
def test_a_running_config_begins_with_version(text: str, whole: bool) -> None:
    assert facts_of(configured(text)).whole is whole


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("version 15.7\nhostname a\nversion 15.7\nhostname b\n", True),
        ("hostname a\nip cef\nhostname b\n", True),
        ("hostname a\nip cef\nhostname a\n", False),
        ("version 15.7\nhostname a\n", False),
    ],
)
def test_a_text_of_several_routers(text: str, several: bool) -> None:
    assert facts_of(configured(text)).several_routers is several


def test_findings_in_a_text_of_several_routers_are_infos() -> None:
    text = "hostname a\nline vty 0 4\n transport input telnet\n"
    assert [item.severity for item in check_text("a.cfg", text) if item.code == "telnet-on-vty"] == ["warning"]
    mixed = f"version 15.7\n{text}version 15.6\n"
    assert [item.severity for item in check_text("a.cfg", mixed) if item.code == "telnet-on-vty"] == ["info"]
    apart = f"{text}hostname b\n{text.partition(chr(10))[2]}"
    assert [item.severity for item in check_text("a.cfg", apart) if item.code == "telnet-on-vty"] == ["warning", "warning"]


def test_commands_by_name_and_mode_without_their_negative_forms() -> None:
    facts = facts_of(
        configured("telephony-service\n max-dn 5\nephone-dn 1\n number 1001\n no huntstop\nephone-dn 2\n number 1002\n")
    )
    assert [command.words[1] for _, command in facts.all("number", "ephone_dn")] == ["1001", "1002"]
    assert facts.all("number", "voice_register_dn") == ()
    assert facts.all("huntstop") == ()
    assert [section.key for section in facts.sections("ephone_dn")] == [("1",), ("2",)]
    assert facts.section("ephone") is None


def test_an_entry_of_a_section() -> None:
    facts = facts_of(configured("telephony-service\n max-dn 5\nephone-dn 1\n number 1001\n no huntstop\n"))
    section = facts.sections("ephone_dn")[0]
    number = entered(section, "number")
    assert number is not None
    assert number.text == "number 1001"
    assert entered(section, "huntstop") is None
    assert has_any(section, ("huntstop", "number"))
    assert not has_any(section, ("huntstop", "label"))


def test_a_fact_is_computed_once_until_the_configuration_changes() -> None:
    configuration = configured("telephony-service\n max-dn 5\n")
    calls: list[int] = []

    def count(facts: Facts) -> int:
        calls.append(1)
        return len(facts.all("hostname"))

    facts = facts_of(configuration)
    assert (facts.once(count), facts.once(count), len(calls)) == (0, 0, 1)
    command = match(configuration.root.mode, "hostname a")
    assert isinstance(command, Command)
    configuration.store(configuration.root, ("hostname",), command)
    assert facts_of(configuration) is facts
    assert (facts.once(count), len(calls)) == (1, 2)


@pytest.mark.parametrize(("text", "acted"), [(" create cnf-files\n", True), (" no create cnf-files\n", False), ("", False)])
def test_a_command_that_is_not_stored_is_noted(text: str, acted: bool) -> None:
    assert facts_of(configured(f"telephony-service\n max-dn 5\n{text}")).acted("create_cnf_files") is acted


def test_without_notes_every_command_may_have_been_carried_out() -> None:
    assert facts_of(Configuration()).acted("create_cnf_files")
