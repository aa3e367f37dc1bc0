"""The methods beside ISexecCLI and ISgetExtension, and what becomes of a mistake of ours."""

import logging
from pathlib import Path

import pytest

from iossim import Router
from iossim.router import RouterCore
from iossim.session import Session
from iossim.xmlapi import answer, answer_as_owner
from iossim.xmlapi.method import Catalogue, Method
from iossim.xmlapi.methods.save import save_config
from tests.xmlapi.support import ask, error, office, request, response, texts

USERS = """\
ephone 3
 username peter password secret
voice logout-profile 2
 user paul password secret
voice user-profile 7
 user mary password secret
"""
POOLS = """\
voice register global
 mode cme
 max-pool 3
voice register pool 2
 id mac 0013.1978.3CA5
"""


def tags(router: RouterCore, method: str, path: str, *parameters: tuple[str, str]) -> list[str]:
    return texts(ask(router, method, *parameters), path)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("peter", ["peter", "1", "3"]),
        ("paul", ["paul", "2", "2"]),
        ("mary", ["mary", "3", "7"]),
        ("Mary", ["Mary", "0", "0"]),
        ("<&>", ["<&>", "0", "0"]),
    ],
)
def test_a_user_is_told_by_kind_and_tag(name: str, expected: list[str]) -> None:
    assert tags(office(USERS), "ISgetUser", "ISuser/*", ("ISuserID", name)) == expected


@pytest.mark.parametrize("parameters", [[], [("ISuserID", "")], [("ISuser", "a")]])
def test_a_user_has_to_be_named(parameters: list[tuple[str, str]]) -> None:
    assert error(ask(office(), "ISgetUser", *parameters)) == ("3", "Missing or invalid parameter ISuserID")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("SEP000DBC80EB51", ["1"]),
        ("sep000dbc80eb51", ["1"]),
        ("000d.bc80.eb52", ["2"]),
        ("00:0D:BC:80:EB:52", ["2"]),
        ("all", ["1", "2"]),
        ("allTag", ["1", "2"]),
        ("allUnregistered", ["1", "2"]),
        ("allRegistered", []),
        ("allKeyphone", ["2"]),
    ],
)
def test_a_phone_is_found_by_name(value: str, expected: list[str]) -> None:
    router = office("ephone 2\n keyphone\n")
    assert tags(router, "ISgetDevice", "ISDevices/ISDevice/ISDevID", ("ISDevName", value)) == expected


def test_an_unknown_phone_is_an_error() -> None:
    assert error(ask(office(), "ISgetDevice", ("ISDevName", "SEP0"))) == ("4", "ISDevName SEP0 not found")


def test_a_template_shows_on_the_phone_that_uses_it() -> None:
    router = office(
        "hostname Office\nephone-template 2\n speed-dial 1 100 label One\n speed-dial 2 200 label Two\n speed-dial 4 400 label Four\n"
        " keepalive 60\nephone 1\n ephone-template 2\n speed-dial 2 222 label Own\n"
    )
    item = ask(router, "ISgetDevice", ("ISDevID", "1")).find("ISDevices/ISDevice")
    assert item is not None
    assert texts(item, "speed-dial_list/speed-dial_item/phone_number") == ["100", "222", "400"]
    assert texts(item, "keepalive/timeout") == ["60"]


def test_the_older_parameters_of_a_sip_phone_have_its_method_answer() -> None:
    router = office(POOLS)
    answer_ = ask(router, "ISgetDevice", ("ISPoolName", "0013.1978.3ca5"))
    assert texts(answer_, "ISSipDevices/ISSipDevice/ISPoolID") == ["2"]
    assert tags(router, "ISgetSipDevice", "ISSipDevices/*/ISPoolID", ("ISKeyword", "available")) == ["1"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("max registrations 5", "g729r8"), ("codec ilbc", "ilbc"), ("voice-class codec 3", "voice-class codec 3")],
)
def test_the_codec_of_a_sip_phone(line: str, expected: str) -> None:
    router = office(f"{POOLS} {line}\n")
    assert tags(router, "ISgetSipDevice", "ISSipDevices/*/ISDevCodec", ("ISPoolID", "2")) == [expected]


def test_a_sip_extension_is_found_by_number_and_name() -> None:
    router = office(POOLS + "voice register global\n max-dn 9\nvoice register dn 4\n number 901\n name Henry Mann\n")
    path = "ISSipExtensions/ISSipExtension/ISVoiceRegDNID"
    for method, name, value in [
        ("ISgetSipExtension", "ISVoiceRegNumber", "901"),
        ("ISgetSipExtension", "ISVoiceRegDNName", "Henry Mann"),
        ("ISgetSipExtension", "ISVoiceRegDNName", "all"),
        ("ISgetExtension", "ISVoiceRegDNID", "4"),
    ]:
        assert tags(router, method, path, (name, value)) == ["4"]


def test_the_empty_list_of_every_method() -> None:
    for method, wrapper in [
        ("ISgetDevice", "ISDevices"),
        ("ISgetDeviceTemplate", "ISDeviceTemplates"),
        ("ISgetExtensionTemplate", "ISExtensionTemplates"),
        ("ISgetUserProfile", "ISUserProfiles"),
        ("ISgetSipDevice", "ISSipDevices"),
        ("ISgetSipExtension", "ISSipExtensions"),
        ("ISgetSessionServer", "ISSessionServers"),
        ("ISgetVoiceHuntGroup", "ISVoiceHuntGroups"),
    ]:
        for keyword in ("all", "allTag"):
            found = ask(RouterCore(), method, ("ISKeyword", keyword))
            assert [node.tag for node in found.iter()] == ["response", wrapper]


def save(router: RouterCore) -> list[str]:
    return tags(router, "ISSaveConfig", "ISSaveConfigResult")


def test_saving_succeeds_and_fails(tmp_path: Path) -> None:
    router = Router(nvram=tmp_path)
    assert save(router) == ["success"]
    assert "hostname Router" in (tmp_path / "startup-config").read_text()
    (tmp_path / "startup-config").unlink()
    (tmp_path / "startup-config").mkdir()
    assert save(router) == ["fail"]


def test_saving_waits_for_whoever_is_configuring() -> None:
    router = office()
    console = Session(router, line="console")
    assert save(router) == ["success"]
    console.execute("configure terminal")
    assert save(router) == ["delay"]
    console.execute("end")
    assert save(router) == ["success"]


def test_credentials_count_without_http_too() -> None:
    router = office()
    body = request("ISSaveConfig")
    assert answer(router, body, "cisco", "wrong") == b"401 Unauthorized"
    assert texts(response(answer(router, body, "cisco", "s3cret")), "ISSaveConfigResult") == ["success"]


def test_an_answer_that_does_not_fit_into_the_buffer_is_an_error() -> None:
    router = office()
    router.xml_options.buffer = 1024
    for method, parameters in [("ISgetGlobal", []), ("ISgetDevice", [("ISDevID", "1")]), ("ISgetDevice", [("ISKeyword", "all")])]:
        assert error(ask(router, method, *parameters)) == ("5", "Response exceeds buffer size")
    assert tags(router, "ISgetDevice", "ISDevices/ISDevice/ISDevID", ("ISKeyword", "allTag")) == ["1", "2"]


def test_a_mistake_of_ours_is_told_and_logged(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(router: RouterCore) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(RouterCore, "save", broken)
    with caplog.at_level(logging.ERROR):
        assert error(response(answer_as_owner(office(), request("ISSaveConfig")))) == ("6", "Internal error")
    assert "ISSaveConfig failed" in caplog.text


def test_two_methods_cannot_share_a_name() -> None:
    with pytest.raises(ValueError, match="two methods are called a"):
        Catalogue([Method("A", save_config), Method("B", save_config, aliases=("a",))])
