"""What phones are at run time shows in every answer that speaks of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from iossim import Router
from iossim.router import Clock
from tests.xmlapi.support import OFFICE, ask, texts

MORE = """\
voice user-profile 4
 user mary password secret
voice logout-profile 2
 number 6002
ephone 1
 logout-profile 2
voice register global
 mode cme
 source-address 10.1.1.1
 max-dn 9
 max-pool 9
voice register dn 3
 number 903
voice register pool 5
 id mac 0013.1978.3CA5
 number 1 dn 3
"""


@pytest.fixture
def now() -> list[datetime]:
    return [datetime(2026, 11, 23, 12, tzinfo=UTC)]


@pytest.fixture
def router(now: list[datetime]) -> Router:
    return Router.from_text(OFFICE + MORE, clock=Clock(lambda: now[0]))


def leaves(router: Router, method: str, parameter: tuple[str, str], item: str, *names: str) -> list[str]:
    found = ask(router, method, parameter).find(item)
    assert found is not None
    return [found.findtext(name) or "" for name in names]


def phone(router: Router, *names: str) -> list[str]:
    return leaves(router, "ISgetDevice", ("ISDevID", "1"), "ISDevices/ISDevice", *names)


def line(router: Router, *names: str) -> list[str]:
    return leaves(router, "ISgetExtension", ("ISExtID", "1"), "ISExtensions/ISExtension", *names)


STATE = ("ISDevType", "ISDevAddr/Xipv4Address", "ISDevStatus", "ISDevLastStatus", "ISDevChangeTime", "ISDevKeepAlives", "ISDevDND")


def test_a_phone_that_never_registered(router: Router) -> None:
    assert phone(router, *STATE) == ["Others", "0.0.0.0", "unregistered", "unregistered", "0", "0", "no"]
    assert line(router, "ISExtStatus", "ISExtChangeTime", "ISExtUsage", "ISExtCallStatus") == ["down", "0", "0", "IDLE"]


def test_a_phone_comes_and_goes(router: Router, now: list[datetime]) -> None:
    now[0] += timedelta(seconds=100)
    router.phones.register(1, "10.1.1.21", "7960")
    router.phones.set_dnd(1, True)
    now[0] += timedelta(seconds=95)
    assert phone(router, *STATE) == ["IP Phone Telecaster 7960", "10.1.1.21", "registered", "unregistered", "100", "3", "yes"]
    assert line(router, "ISExtStatus", "ISExtChangeTime") == ["up", "100"]
    router.phones.decease(1)
    assert phone(router, *STATE[:5]) == ["IP Phone Telecaster 7960", "0.0.0.0", "deceased", "registered", "195"]
    assert line(router, "ISExtStatus", "ISExtChangeTime") == ["down", "195"]


def test_a_deceased_phone_becomes_unregistered(router: Router, now: list[datetime]) -> None:
    router.phones.register(1, "10.1.1.21", "7960")
    now[0] += timedelta(seconds=40)
    router.phones.decease(1)
    now[0] += timedelta(seconds=60)
    assert router.session().execute("simulate ephone 1 unregister") == ""
    assert phone(router, *STATE[2:6]) == ["unregistered", "deceased", "100", "1"]
    assert (router.phones.summary().deceased, router.phones.summary().unregistered) == (0, 2)
    now[0] += timedelta(seconds=10)
    router.phones.unregister(1)
    assert phone(router, *STATE[2:5]) == ["unregistered", "deceased", "100"]
    router.phones.decease(1)
    assert phone(router, *STATE[2:5]) == ["unregistered", "deceased", "100"]
    found = ask(router, "ISgetDevEvts", ("ISDevID", "1"))
    assert texts(found, "ISDevEvent/ISDevStatus") == ["registered", "deceased", "unregistered"]
    router.phones.register(1)
    assert phone(router, "ISDevStatus", "ISDevLastStatus") == ["registered", "unregistered"]


@pytest.mark.parametrize(
    ("reported", "shown"),
    [("7960", "IP Phone Telecaster 7960"), ("7902", "IP Phone Telecaster 7902"), ("7911", "Others"), ("ata", "Others")],
)
def test_the_type_of_a_phone_has_an_old_name(router: Router, reported: str, shown: str) -> None:
    router.phones.register(1, "", reported)
    router.phones.unregister(1)
    assert phone(router, "ISDevType") == [shown]


def test_a_call_shows_on_the_line_and_on_the_phones_that_carry_it(router: Router) -> None:
    router.phones.register(2)
    router.phones.set_line(1, "connected")
    router.phones.set_line(1, "hold", 2)
    assert line(router, "ISExtUsage", "ISExtCallStatus") == ["2", "CONNECTED"]
    found = ask(router, "ISgetDevice", ("ISKeyword", "all"))
    states = texts(found, "ISDevices/ISDevice/ISPhoneLineList/ExtMapStatus/LineState")
    up = texts(found, "ISDevices/ISDevice/ISPhoneLineList/ExtMapStatus/ExtStatus")
    assert states == ["connected", "idle", "connected", "idle"]
    assert up == ["true", "false", "true", "true"]


@pytest.mark.parametrize(
    ("method", "name", "keyword", "tags"),
    [
        ("ISgetDevice", "ISDevName", "allRegistered", ["2"]),
        ("ISgetDevice", "ISDevName", "allUnregistered", ["1"]),
        ("ISgetExtension", "ISExtNumber", "allUp", ["1", "10"]),
        ("ISgetExtension", "ISExtNumber", "allDown", ["2"]),
    ],
)
def test_keywords_that_ask_for_a_state(router: Router, method: str, name: str, keyword: str, tags: list[str]) -> None:
    router.phones.register(2)
    found = ask(router, method, (name, keyword))
    assert [item[0].text for item in found[0]] == tags


def test_a_state_that_nothing_has_is_the_empty_list(router: Router) -> None:
    found = ask(router, "ISgetDevice", ("ISDevName", "allRegistered"))
    assert [str(node.tag) for node in found.iter()] == ["response", "ISDevices"]


def test_the_office_in_figures(router: Router, now: list[datetime]) -> None:
    names = ("ISDeviceRegistered", "ISPeakDeviceRegistered", "ISPeakDeviceRegisteredTime")
    assert leaves(router, "ISgetGlobal", ("a", ""), "ISGlobal", *names) == ["0", "0", "0"]
    now[0] += timedelta(seconds=7)
    router.phones.register_all()
    router.phones.unregister(1)
    assert leaves(router, "ISgetGlobal", ("a", ""), "ISGlobal", *names) == ["1", "2", "7"]


def test_a_user_who_is_logged_in_shows_on_his_profile_and_on_his_phone(router: Router) -> None:
    names = ("ISuserCurrentPhone/CurrentPhoneType", "ISuserCurrentPhone/CurrentPhoneID")
    path = "ISUserProfiles/ISUserProfile"
    assert leaves(router, "ISgetUserProfile", ("ISUserProfileID", "4"), path, *names) == ["Unknown", "0"]
    router.phones.register(1, "", "7965")
    router.phones.login("mary", 1)
    assert leaves(router, "ISgetUserProfile", ("ISUserProfileID", "4"), path, *names) == ["7965", "1"]
    assert phone(router, "ISUserProfileID") == ["4"]


def test_a_sip_phone(router: Router) -> None:
    names = ("ISDevAddr/Xipv4Address", "ISSipPhoneLineList/ExtMapStatus/LineState")
    path = "ISSipDevices/ISSipDevice"
    assert leaves(router, "ISgetSipDevice", ("ISPoolID", "5"), path, *names) == ["0", "idle"]
    router.phones.register_pool(5, "10.1.1.99")
    router.phones.set_sip_line(3, "ringing")
    assert leaves(router, "ISgetSipDevice", ("ISPoolID", "5"), path, *names) == ["10.1.1.99", "ringing"]


def test_the_version_is_that_of_the_router() -> None:
    router = Router.from_text(OFFICE + MORE, cme_version="8.6")
    assert leaves(router, "ISgetGlobal", ("a", ""), "ISGlobal", "ISVersion") == ["8.6"]
    assert leaves(router, "ISgetVoiceRegGlobal", ("a", ""), "ISSipGlobal", "ISVersion") == ["8.6"]
