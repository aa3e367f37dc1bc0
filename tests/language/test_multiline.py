"""Commands that go on over several lines: texts between delimiters, and blocks up to a word."""

from __future__ import annotations

import pytest

from iossim.language import Command, Unfinished, language, match, unfinished
from iossim.language.multiline import canonical_text, delimiter


def _command(mode: str, line: str) -> Command:
    command = match(language().mode(mode), line)
    assert isinstance(command, Command)
    return command


def _open(mode: str, line: str) -> Unfinished:
    pending = unfinished(_command(mode, line))
    assert pending is not None
    return pending


@pytest.mark.parametrize(
    "line",
    [
        "banner motd #Hello#",
        "banner motd ^CHello^C",
        'banner motd "Hello"',
        "banner motd xHellox rest",
        "banner motd #Hello# and # more",
    ],
)
def test_a_text_on_one_line_is_whole_and_gets_the_saved_delimiter(line: str) -> None:
    command = _command("global", line)
    assert unfinished(command) is None
    assert command.words[-1] == "^CHello^C"


def test_an_empty_text_is_whole() -> None:
    for line in ("banner motd ##", "banner motd ^C^C"):
        command = _command("global", line)
        assert unfinished(command) is None
        assert command.words[-1] == "^C^C"


@pytest.mark.parametrize(("first", "last"), [("#", "#"), ("^C", "^C"), ("^CHello", "there^C"), ("%", "end% and more")])
def test_a_text_goes_on_up_to_its_delimiter(first: str, last: str) -> None:
    pending = _open("global", f"banner motd {first}")
    assert not pending.block
    assert pending.feed("  keeps   its blanks ") is None
    assert pending.feed("") is None
    assert pending.feed("! no comment") is None
    command = pending.feed(last)
    assert command is not None
    start = first.removeprefix("^C") if first.startswith("^C") else first[1:]
    end = last.split("^C" if first.startswith("^C") else first[0], maxsplit=1)[0]
    assert command.words[-1] == f"^C{start}\n  keeps   its blanks \n\n! no comment\n{end}^C"


def test_a_text_that_holds_the_saved_delimiter_keeps_its_own() -> None:
    assert canonical_text("#press ^C now#") == "#press ^C now#"
    assert canonical_text("#press \x03 now#") == "#press \x03 now#"
    assert canonical_text("\x03Hello\x03") == "^CHello^C"
    assert canonical_text("#Hello#") == "^CHello^C"
    assert (delimiter("^Cx"), delimiter("^x"), delimiter("#x"), delimiter("")) == ("^C", "^", "#", "")


def test_a_block_goes_on_up_to_its_word() -> None:
    chain = "certificate self-signed 01"
    pending = _open("crypto_pki_certificate_chain", chain)
    assert pending.block
    assert pending.feed("  30820229 30820192") is None
    assert pending.feed("\t864886F7") is None
    command = pending.feed("  \tQUIT")
    assert command is not None
    assert command.text == f"{chain} \n  30820229 30820192 \n  864886F7\n  \tquit"


def test_a_block_with_a_prompt_keeps_its_lines_and_waits_for_the_last() -> None:
    pending = _open("ssh_pubkey_user", "key-string")
    assert (pending.block, pending.waits, pending.prompt) == (True, True, "(conf-ssh-pubkey-data)#")
    assert pending.feed("ssh-rsa AAAA") is None
    assert pending.feed(" bob") is None
    command = pending.feed(" EXIT ")
    assert command is not None
    assert command.words == ["key-string", "ssh-rsa AAAA bob"]
    assert unfinished(command) is None
    assert not _open("crypto_pki_certificate_chain", "certificate self-signed 01").waits
    assert _open("global", "banner motd #").waits


@pytest.mark.parametrize("line", ["no banner motd", "default banner motd", "hostname a", "ip route 0.0.0.0 0.0.0.0 192.0.2.1"])
def test_nothing_is_missing_from_other_commands(line: str) -> None:
    assert unfinished(_command("global", line)) is None


@pytest.mark.parametrize("line", ["certificate self-signed 01 nvram:IOS-Self-Sig#1.cer", "certificate 02 nvram:ca#2.cer"])
def test_a_certificate_in_a_file_has_no_further_lines(line: str) -> None:
    command = _command("crypto_pki_certificate_chain", line)
    assert unfinished(command) is None
    assert command.text == line


@pytest.mark.parametrize("line", ["no certificate 02", "default certificate 02"])
def test_a_block_that_is_negated_has_no_further_lines(line: str) -> None:
    assert unfinished(_command("crypto_pki_certificate_chain", line)) is None


def test_the_lines_of_a_macro_stay_as_they_are() -> None:
    pending = _open("global", "macro name desk")
    assert (pending.block, pending.verbatim) == (True, True)
    for line in ("switchport", "  a   b  ", "", "@@", "x @"):
        assert pending.feed(line) is None
    command = pending.feed(" @ ")
    assert command is not None
    assert command.text == "macro name desk \nswitchport\n  a   b  \n\n@@\nx @\n@"


def test_a_macro_that_is_given_up_has_no_lines() -> None:
    pending = _open("global", "macro name desk")
    pending.feed("switchport")
    pending.give_up()
    assert pending.command.text == "macro name desk \n@"
