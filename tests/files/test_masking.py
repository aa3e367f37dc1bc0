"""Secrets in lines: by the grammar, by the word before them, in lines that no grammar accepts."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.files.masking import beginning, masked
from iossim.language import Language, language
from iossim.validate import check_text
from tests.small_language import global_language


@pytest.mark.parametrize(
    ("mode", "line", "shown"),
    [
        ("global", "enable secret 5 $1$abc", "enable secret 5 ******"),
        ("global", "hostname secret", "hostname secret"),
        ("global", "username ann privilege 15 password 0 hidden", "username ann privilege 15 password 0 ******"),
        ("global", "username ann pasword 0 hidden", "username ann pasword 0 ******"),
        ("global", "snmp-server community hidden RO", "snmp-server community ****** RO"),
        ("global", "mystery key 7 hidden more", "mystery key 7 ****** more"),
        ("global", "mystery PASSWORDS hidden", "mystery PASSWORDS ******"),
        ("subinterface", "enryption key 1 size 40bit 0 hidden transmit-key", "enryption key 1 ****** 40bit 0 ****** transmit-key"),
        ("global", "mystery key hidden1 password hidden23", "mystery key ****** password ******"),
        ("global", "monkey hidden", "monkey hidden"),
        ("telephony_service", "url services http://ann:hidden@192.0.2.1/x", "url services http://ann:******@192.0.2.1/x"),
        ("global", "mystery ftp://ann:hidden@192.0.2.1/x ftp://bob:other@host", "mystery ftp://ann:******@192.0.2.1/x ftp://bob:******@host"),
        ("global", f"mystery ftp://ann:{'hidden' * 40}@host", "mystery ftp://ann:******@host"),
        ("global", "mystery http://ann@192.0.2.1/", "mystery http://ann@192.0.2.1/"),
    ],
)  # fmt: skip
def test_a_line_without_its_secrets(mode: str, line: str, shown: str) -> None:
    assert masked(language().chain(mode), line) == shown


#: A command with a secret after a word that does not say so.
BADGE = """
//@ prompt (config)#
mode_global: _every_mode | badge
//@ secret CODE
//? badge  Badge
//? NAME   Name
//? code   Code
//? CODE   Four digits
//? floor  Floor
//? FLOOR  Number
badge: "badge" NAME "code" CODE ["floor" FLOOR]
NAME: "WORD"
CODE: "DIGITS(4)"
FLOOR: "<1-9>"
"""


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("badge ann code 1234 floor 3", "badge ann code ****** floor 3"),
        ("badge ann cod 1234", "badge ann cod ******"),
        ("badge ann code 1234 floor 10", "badge ann code ****** ****** ******"),
        ("badge ann code 12x4 floor 3", "badge ann code ****** ****** ******"),
        ("badge ann coed 1234", "badge ann coed ******"),
        ("bagde ann coed 1234", "bagde ann coed ******"),
        ("bagde ann coed 12x4 floor", "bagde ann coed ****** ******"),
        ("badge ann level 1234", "badge ann level 1234"),
    ],
)
def test_a_secret_that_only_the_grammar_knows(tmp_path: Path, line: str, shown: str) -> None:
    assert masked(global_language(tmp_path, BADGE).chain("global"), line) == shown


@pytest.mark.parametrize(
    ("mode", "line", "shown"),
    [
        ("ephone", "description hidden 1", "description ****** ******"),
        ("ephone", "desc hidden", "desc ******"),
        ("global", "description hidden", "description ******"),
        ("global", "desc hidden", "desc hidden"),
    ],
)
def test_the_modes_around_a_line_and_all_others_are_asked(trees: Language, mode: str, line: str, shown: str) -> None:
    assert masked(trees.chain(mode), line, trees) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [("x" * 300, "…"), ("x " + "y" * 300, "x …"), ("x y z " + "y" * 300, "x y z …"), ("x" * 190 + " y " + "z" * 9, "x" * 190 + " y …")],
)  # fmt: skip
def test_the_beginning_of_a_very_long_line_cuts_no_word(line: str, shown: str) -> None:
    assert beginning(line) == shown


def test_a_line_in_the_wrong_place_hides_the_secret_of_its_own_mode() -> None:
    line = "pin 4711"
    assert masked(language().chain("global"), line, language()) == "pin ******"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ephone 1\n pin hidden1 hidden2", "`******` does not fit here; expected WORD"),
        ("telephony-service\n xml user ann password hidden1 15 hidden2", "`******` is more than the command takes"),
    ],
)
def test_a_message_does_not_show_a_secret(text: str, message: str) -> None:
    errors = [
        each for each in check_text("a.cfg", text + "\nend\n") if each.code in ("invalid-input", "out-of-range", "wrong-value")
    ]
    assert len(errors) == 1
    assert errors[0].message == message
    assert "hidden" not in errors[0].message + errors[0].text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ip bgp-community new-format", "ip bgp-community new-format"),
        ("set community 65000:1", "set community 65000:1"),
        ("snmp-server community Sesame RO", "snmp-server community ****** RO"),
        ("show crypto key mypubkey rsa", "show crypto key mypubkey rsa"),
        ("crypto key generate rsa modulus 2048", "crypto key generate rsa modulus 2048"),
        ("security passwords min-length 8", "security passwords min-length 8"),
        ("encr aes 256", "encr aes 256"),
        ("unknown transform esp-aes 256 esp-sha-hmac", "unknown transform esp-aes 256 esp-sha-hmac"),
        ("standby 1 authentication md5 key-string Sesame", "standby 1 authentication md5 key-string ******"),
        (
            "snmp-server user u g v3 auth md5 Sesame priv aes 128 Sesame",
            "snmp-server user u g v3 auth md5 ****** priv aes 128 ******",
        ),
        ("unknown key Sesame", "unknown key ******"),
        ("unknown community Sesame", "unknown community ******"),
        ("neighbor 192.0.2.1 password 7 Sesame", "neighbor 192.0.2.1 password 7 ******"),
    ],
)
def test_only_secrets_are_hidden(text: str, shown: str) -> None:
    assert masked(language().chain("global"), text) == shown
