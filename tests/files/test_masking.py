"""Secrets in lines: by the grammar, by the word before them, in lines that no grammar accepts."""

from __future__ import annotations

import pytest

from iossim.files.masking import masked
from iossim.language import language
from iossim.validate import check_text


@pytest.mark.parametrize(
    ("mode", "line", "shown"),
    [
        ("global", "enable secret 5 $1$abc", "enable secret 5 ******"),
        ("global", "hostname secret", "hostname secret"),
        ("global", "username ann privilege 15 password 0 hidden", "username ann privilege 15 password 0 ******"),
        ("global", "username ann pasword 0 hidden", "username ann pasword 0 ******"),
        ("global", "snmp-server community hidden RO", "snmp-server community ****** RO"),
        ("global", "mystery key 7 hidden more", "mystery key 7 ****** more"),
        ("global", "monkey hidden", "monkey hidden"),
        ("telephony_service", "url services http://ann:hidden@192.0.2.1/x", "url services http://ann:******@192.0.2.1/x"),
        ("global", "mystery ftp://ann:hidden@192.0.2.1/x ftp://bob:other@host", "mystery ftp://ann:******@192.0.2.1/x ftp://bob:******@host"),
        ("global", "mystery http://ann@192.0.2.1/", "mystery http://ann@192.0.2.1/"),
    ],
)  # fmt: skip
def test_a_line_without_its_secrets(mode: str, line: str, shown: str) -> None:
    assert masked(language().chain(mode), line) == shown


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
