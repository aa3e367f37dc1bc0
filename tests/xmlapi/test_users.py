"""The user of the API: encrypted passwords, and the commands that a level gives."""

from __future__ import annotations

import base64

import pytest

from iossim.router import RouterCore
from iossim.validate import check_text
from iossim.xmlapi import answer, answer_as_owner, answer_http
from iossim.xmlapi.server import missing
from tests.xmlapi.support import URL, commands, office, outcome, request, response, texts

BLOB = "TYVTRUVWKLE[NIPWQAAB"
PHONE = "SEP000DBC80EB51"


def encrypted(section: str) -> RouterCore:
    text = f"telephony-service\n no xml user\n{section}\n xml user cisco password 6 {BLOB[:19]} 15\n"
    return office(text)


def log(router: RouterCore) -> list[str]:
    return [line for line in router.log.buffer if "IXI" in line]


@pytest.mark.parametrize("section", ["telephony-service", "voice register global"])
def test_an_encrypted_password_lets_nobody_in(section: str) -> None:
    router = encrypted(section)
    for password in (BLOB[:19], "s3cret", "", f"6 {BLOB[:19]}"):
        assert answer(router, request("ISgetGlobal"), "cisco", password) == b"401 Unauthorized"
        header = {"Authorization": "Basic " + base64.b64encode(f"cisco:{password}".encode()).decode()}
        assert answer_http(router, "POST", URL, header, request("ISgetGlobal"))[0] == 401


def test_the_log_reports_an_encrypted_password_once() -> None:
    router = encrypted("telephony-service")
    assert log(router) == []
    for _ in range(3):
        answer(router, request("ISgetGlobal"), "cisco", "guess")
    reported = log(router)
    assert len(reported) == 1
    assert "xml user cisco is encrypted (type 6)" in reported[0]
    assert BLOB[:19] not in reported[0]
    answer_as_owner(router, commands("telephony-service", "xml user other password 6 ABC 15"))
    answer(router, request("ISgetGlobal"), "other", "ABC")
    assert len(log(router)) == 2


def test_a_password_in_clear_is_accepted_again() -> None:
    router = encrypted("telephony-service")
    answer_as_owner(router, commands("telephony-service", "xml user cisco password 0 s3cret 15"))
    assert answer(router, request("ISgetGlobal"), "cisco", "s3cret") != b"401 Unauthorized"
    assert log(router) == []


def test_a_password_that_is_the_digit_is_no_type() -> None:
    router = office("telephony-service\n xml user cisco password 0 6 15\n")
    assert answer(router, request("ISgetGlobal"), "cisco", "6") != b"401 Unauthorized"


@pytest.mark.parametrize("section", ["telephony-service", "voice register global"])
def test_validation_warns_of_an_encrypted_password(section: str) -> None:
    text = f"{section}\n xml user cisco password 6 {BLOB[:19]} 15\nend\n"
    (found,) = (each for each in check_text("a.cfg", text) if each.code == "encrypted-password")
    assert (found.line, found.column, found.severity) == (2, 26, "warning")
    assert "xml user cisco" in found.message
    assert BLOB[:19] not in f"{found.message} {found.text}"
    clear = text.replace("password 6", "password 0")
    assert not [each for each in check_text("a.cfg", clear) if each.code == "encrypted-password"]


def test_the_server_says_so_when_it_starts() -> None:
    assert not [line for line in missing(office()) if "xml user" in line]
    assert [line for line in missing(encrypted("telephony-service")) if "encrypted" in line]


# -- levels ----------------------------------------------------------------------------------------------------------------


def at_level(level: int, *more: str) -> RouterCore:
    lines = "".join(f"{line}\n" for line in more)
    return office(f"telephony-service\n xml user cisco password s3cret {level}\nephone 1\n username peter password old\n{lines}")


def ask(router: RouterCore, body: bytes, path: str) -> list[str]:
    return texts(response(answer(router, body, "cisco", "s3cret")), path)


SAVE = request("ISSaveConfig")
SET = request("ISsetKeyPhones", ("ISPhoneName", PHONE))
UNSET = request("ISunsetKeyPhones", ("ISPhoneName", PHONE))
UPDATE = request("ISupdateUser", ("ISuserID", "peter"), ("ISpassword", "new"))
REFUSED = "% Invalid input detected at '^' marker."


@pytest.mark.parametrize("level", [0, 1, 14])
def test_a_user_below_the_level_of_a_command_may_not_run_it(level: int) -> None:
    router = at_level(level)
    before = router.running_config
    assert ask(router, SAVE, "ISSaveConfigResult") == ["fail"]
    assert ask(router, SET, "ISsetResult") == ["false"]
    assert ask(router, UNSET, "ISunsetResult") == ["false"]
    assert ask(router, UPDATE, "*") == ["false", REFUSED]
    assert router.running_config == before
    assert router.nvram.read() is None
    assert not router.xml_options.save_pending
    assert ask(router, request("ISgetDevice", ("ISDevID", "1")), "ISDevices/ISDevice/ISDevName") == [PHONE]


def test_a_user_of_level_15_may() -> None:
    router = at_level(15)
    assert ask(router, SAVE, "ISSaveConfigResult") == ["success"]
    assert ask(router, SET, "ISsetResult") == ["true"]
    assert ask(router, UPDATE, "*") == ["true"]
    assert " keyphone\n" in router.running_config


def test_privilege_moves_the_commands_of_the_methods() -> None:
    moves = [
        "privilege exec level 3 write memory",
        "privilege configure level 3 ephone",
        "privilege ephone level 3 keyphone",
    ]
    router = at_level(3, *moves)
    assert ask(router, SAVE, "ISSaveConfigResult") == ["success"]
    assert ask(router, SET, "ISsetResult") == ["true"]
    assert ask(router, UNSET, "ISunsetResult") == ["true"]
    assert ask(router, UPDATE, "*") == ["false", REFUSED]
    assert ask(at_level(2, *moves), SAVE, "ISSaveConfigResult") == ["fail"]
    assert outcome(response(answer(router, commands("ephone 1", "keyphone"), "cisco", "s3cret"))) == ("0", "")


def test_the_owner_needs_no_level() -> None:
    router = at_level(0)
    assert texts(response(answer_as_owner(router, SAVE)), "ISSaveConfigResult") == ["success"]
    assert texts(response(answer_as_owner(router, UPDATE)), "*") == ["true"]
