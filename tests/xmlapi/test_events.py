"""Events and the other methods of the 4.x generation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from iossim import Router
from iossim.router import Clock, RouterCore
from iossim.xmlapi import answer_as_owner
from tests.xmlapi.support import OFFICE, ask, error, request, response, texts

PHONE = "SEP000DBC80EB51"


@pytest.fixture
def now() -> list[datetime]:
    return [datetime(2026, 11, 23, 12, tzinfo=UTC)]


@pytest.fixture
def router(now: list[datetime]) -> RouterCore:
    """An office where phone 1 has come and gone, and phone 2 has fallen silent."""
    router = Router.from_text(OFFICE, clock=Clock(lambda: now[0]))
    phones = router.phones
    for action, tag in ((phones.register, 1), (phones.unregister, 1), (phones.register, 2), (phones.decease, 2)):
        now[0] += timedelta(seconds=10)
        action(tag)
    return router


def test_events_are_counted(router: RouterCore) -> None:
    assert texts(ask(router, "ISgetEvtCounts"), "*") == ["4", "8"]
    body = answer_as_owner(router, request("ISgetEvtCounts"))
    assert b'<response xsi:type="ISgetEvtCountsResponse">\n<ISDevEvtCount>4</ISDevEvtCount>' in body


def test_an_event_of_a_phone(router: RouterCore) -> None:
    answer = ask(router, "ISgetDevEvts", ("ISDevEvtID", "1"))
    assert texts(answer, "ISDevEvent/*") == ["1", PHONE, "10", "Device", "registered"]


def test_an_event_of_an_extension(router: RouterCore) -> None:
    answer = ask(router, "ISgetExtEvts", ("ISExtNumber", "6002"))
    assert texts(answer, "ISExtEvent/*") == ["2", "6002", "10", "Up", "2", "6002", "20", "Down"]


@pytest.mark.parametrize(
    ("parameters", "times"),
    [
        ([("ISDevName", "ALL")], ["10", "20", "30", "40"]),
        ([("ISDevName", "000d.bc80.eb51")], ["10", "20"]),
        ([("ISDevID", "02")], ["30", "40"]),
        ([("ISDevID", "2"), ("ISDevEvtID", "1")], ["10", "30", "40"]),
        ([("ISDevID", "2"), ("ISDevName", "SEP0")], ["30", "40"]),
    ],
)
def test_events_are_selected_by_index_tag_and_name(router: RouterCore, parameters: list[tuple[str, str]], times: list[str]) -> None:
    assert texts(ask(router, "ISgetDevEvts", *parameters), "ISDevEvent/ISDevEventTime") == times


@pytest.mark.parametrize(
    ("inside", "times"),
    [
        ("<IDDevName>all</IDDevName>", ["10", "20", "30", "40"]),
        ("<IDDevName>all</ISDevName>", ["10", "20", "30", "40"]),
        ("<ISDevID>2</ISDevID><IDDevName>all</ISDevName>", ["10", "20", "30", "40"]),
        ("<IDDevName>all</ISDevName><ISDevID>2</ISDevID>", ["10", "20", "30", "40"]),
        (f"<IDDevName>{PHONE}</IDDevName>", ["10", "20"]),
        (f"<iddevname>{PHONE}</iddevname>", ["10", "20"]),
    ],
)
def test_the_name_of_a_phone_in_the_spelling_of_the_older_guide(router: RouterCore, inside: str, times: list[str]) -> None:
    body = f"<request><ISgetDevEvts>{inside}</ISgetDevEvts></request>"
    assert texts(response(answer_as_owner(router, body.encode())), "ISDevEvent/ISDevEventTime") == times


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ([], ("3", "Missing or invalid parameter ISDevEvtID")),
        ([("ISDevName", "")], ("3", "Missing or invalid parameter ISDevName")),
        ([("ISDevID", "x")], ("3", "Missing or invalid parameter ISDevID")),
        ([("ISDevID", "9")], ("4", "ISDevID 9 not found")),
        ([("ISDevEvtID", "2")], ("4", "ISDevEvtID 2 not found")),
    ],
)
def test_what_no_event_answers_to(router: RouterCore, parameters: list[tuple[str, str]], expected: tuple[str, str]) -> None:
    assert error(ask(router, "ISgetDevEvts", *parameters)) == expected


@pytest.mark.parametrize("parameter", [("ISDevID", "1"), ("ISDevName", PHONE), ("ISExtID", "2"), ("ISExtNumber", "6002")])
def test_what_nothing_happened_to_has_no_events(router: RouterCore, parameter: tuple[str, str]) -> None:
    method = "ISgetDevEvts" if parameter[0].startswith("ISDev") else "ISgetExtEvts"
    router.phones.events.clear()
    assert list(ask(router, method, parameter)) == []


def test_an_empty_table(router: RouterCore) -> None:
    router.phones.events.clear()
    assert texts(ask(router, "ISgetEvtCounts"), "*") == ["0", "0"]
    assert list(ask(router, "ISgetExtEvts", ("ISExtNumber", "all"))) == []


def test_key_phones_are_set_and_unset_each_by_itself(router: RouterCore) -> None:
    names = [("ISPhoneName", name) for name in (PHONE, "SEP000000000000", "000d.bc80.eb52", "")]
    answer = ask(router, "ISsetKeyPhones", *names)
    assert texts(answer, "ISsetResult") == ["true", "false", "true", "false"]
    assert router.running_config.count(" keyphone\n") == 2
    answer = ask(router, "ISunsetKeyPhones", names[0], names[1])
    assert texts(answer, "ISunsetResult") == ["true", "false"]
    assert texts(ask(router, "ISgetDevice", ("ISDevName", "allKeyphone")), "ISDevices/ISDevice/ISDevID") == ["2"]
    assert error(ask(router, "ISsetKeyPhones")) == ("3", "Missing or invalid parameter ISPhoneName")


def test_the_type_of_the_answer_is_that_of_the_method(router: RouterCore) -> None:
    for method in ("ISsetKeyPhones", "ISunsetKeyPhones"):
        assert f'xsi:type="{method}Response"'.encode() in answer_as_owner(router, request(method, ("ISPhoneName", PHONE)))


@pytest.mark.parametrize(
    ("place", "command"),
    [("ephone 2", "username peter"), ("voice logout-profile 3", "user peter"), ("voice user-profile 3", "user peter")],
)
def test_a_user_gets_another_password_wherever_he_is(router: RouterCore, place: str, command: str) -> None:
    router.load(f"{place}\n {command} password old\n")
    answer = ask(router, "ISupdateUser", ("ISuserID", "peter"), ("ISpassword", "new"))
    assert texts(answer, "*") == ["true"]
    assert f" {command} password new\n" in router.running_config
    assert "password old" not in router.running_config


@pytest.mark.parametrize(
    ("user", "password", "message"),
    [
        ("paul", "new", "User paul does not exist"),
        ("peter", "two words", "Invalid password"),
        ("peter", "new\nhostname hacked", "Invalid password"),
    ],
)
def test_a_user_that_cannot_be_updated(router: RouterCore, user: str, password: str, message: str) -> None:
    router.load("ephone 2\n username peter password old\n")
    answer = ask(router, "ISupdateUser", ("ISuserID", user), ("ISpassword", password))
    assert texts(answer, "*") == ["false", message]
    assert "password old" in router.running_config


def test_a_user_has_to_be_named_and_his_password_given(router: RouterCore) -> None:
    assert error(ask(router, "ISupdateUser", ("ISpassword", "x"))) == ("3", "Missing or invalid parameter ISuserID")
    assert error(ask(router, "ISupdateUser", ("ISuserID", "x"))) == ("3", "Missing or invalid parameter ISpassword")
