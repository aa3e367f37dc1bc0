"""Values that take more than one command to tell."""

import pytest

from iossim.session import Session
from tests.xmlapi.support import ask, office, texts


@pytest.mark.parametrize(
    ("line", "path", "expected"),
    [
        ("hostname a", "ISConfiguredDevice", ["2"]),
        ("hostname a", "ISConfiguredExtension", ["3"]),
        ("hostname Küche", "ISName", ["Küche"]),
        ("login clear 5:07", "login/clear", ["5:7"]),
        ("login timeout 5", "login/clear", ["24:0"]),
        ("em logout 8:00 12:30", "em/logout", ["08:00 12:30 00:-1"]),
        ("hostname a", "em/logout", ["-1:-1 -1:-1 -1:-1"]),
        ("hostname a", "fac/custom_list/custom_item", []),
        ("fac custom dnd **8", "fac/custom_list/custom_item/*", ["dnd", "**8", "0", ""]),
        ("fac custom ccw *55", "fac/custom_list/custom_item/*", ["cancel call waiting", "*55", "0", ""]),
        ("fac custom alias 3 **4 to **5", "fac/custom_list/custom_item/*", ["alias", "**4", "3", "**5"]),
        ("hostname a", "ip/qos/dscp_list/dscp_item/index", [str(index) for index in range(21)]),
        ("hostname a", "ip/qos/dscp_list/dscp_item[15]/*", ["14", "signal"]),
        ("hostname a", "ip/qos/dscp_list/dscp_item[11]/af42", ["media"]),
        ("hostname a", "ip/qos/dscp_list/dscp_item/default", ["service"]),
        ("ip qos dscp af42 video", "ip/qos/dscp_list/dscp_item[11]/*", ["10", "video"]),
        ("ip qos dscp af42 video", "ip/qos/dscp_list/dscp_item/af41", ["media"]),
        ("ip qos dscp 46 signaling", "ip/qos/dscp_list/dscp_item[21]/*", ["20", "signal"]),
        ("ip qos dscp 46 signaling", "ip/qos/dscp_list/dscp_item/cs3", ["media"]),
        ("ip qos dscp cs3 media", "ip/qos/dscp_list/dscp_item/cs3", ["signal"]),
        ("ip qos dscp 45 media", "ip/qos/dscp_list/dscp_item/ef", ["media"]),
        ("ip qos dscp 45 service\n no ip qos dscp 45 service", "ip/qos/dscp_list/dscp_item/default", ["service"]),
        ("auto assign 7 to 9\n auto assign 1 to 3", "auto/assign_list/assign_item/start_tag", ["7", "1"]),
        (
            "auto assign 7 to 9\n auto assign 1 to 3\n auto assign 7 to 9 type anl",
            "auto/assign_list/assign_item/start_tag",
            ["7", "1"],
        ),
        (
            "call-forward pattern 2\n call-forward pattern 1",
            "global-call-forward/pattern_list/pattern_item/*",
            ["1", "2", "2", "1"],
        ),
        ("max-dn 5", "max-dn/no-reg", ["secondary"]),
        ("max-dn 10 no-reg both", "max-dn/no-reg", ["both"]),
        ("sdspfarm unregister force", "sdspfarm/unregister/force", ["1"]),
        ("sdspfarm unregister force\n no sdspfarm unregister force", "sdspfarm/unregister/force", ["0"]),
        ("user-locale DE", "user-locale_list/user-locale_item[1]/*", ["0", "DE", "de", ""]),
        ("user-locale 2 FR", "user-locale_list/user-locale_item[3]/*", ["2", "FR", "fr", ""]),
        ("user-locale 2 FR", "user-locale_list/user-locale_item[1]/*", ["0", "US", "en", ""]),
        ("network-locale 4 GB", "network-locale_list/network-locale_item[5]/*", ["4", "GB"]),
        ("night-service day tue 9:00 17:00", "night-service/day_list/day_item/*", ["3", "Tue", "09:00", "17:00"]),
        ("night-service day tue 9:00 17:00", "night-service/option", ["day"]),
        ("no auto-reg-ephone", "auto-reg-ephone", ["false"]),
        ("no privacy", "privacy", ["false"]),
        ("url idle http://a/b idle-timeout 9", "ISUrlServices/*/ISUrlType", ["EPHONE_URL_IDLE"]),
    ],
)
def test_a_leaf_of_the_system(line: str, path: str, expected: list[str]) -> None:
    assert texts(ask(office(f"telephony-service\n {line}\n"), "ISgetGlobal"), f"ISGlobal/{path}") == expected


@pytest.mark.parametrize(
    ("line", "path", "expected"),
    [
        ("type 7960", "phone_type/addon_list/addon_item", []),
        ("type 7960 addon 1 7914 2 7914", "phone_type/addon_list/addon_item/*", ["1", "7914", "2", "7914"]),
        ("button 3b1", "ISDevLineButtons/ISDevLineButton[3]/*", ["3", "BEEP_RING"]),
        ("button 3o1,2", "ISPhoneLineList/ExtMapStatus[3]/ExtId", ["1"]),
        ("button 3o1,2", "ISPhoneLineList/ExtMapStatus[4]/*", ["3", "2", "6002", "false", "idle"]),
        ("auto-line 2", "auto-line/*", ["normal", "2"]),
        ("auto-line incoming", "auto-line/*", ["incoming", "0"]),
        ("no auto-line", "auto-line/*", ["none", "0"]),
        ("vm-device-id SEP1", "vm-device-id", ["SEP1"]),
        ("keypad-normalize", "vm-device-id", ["SEP000DBC80EB51"]),
        ("exclude", "exclude-services/*", ["true", "true", "true"]),
    ],
)
def test_a_leaf_of_a_phone(line: str, path: str, expected: list[str]) -> None:
    router = office(f"ephone 1\n {line}\n")
    assert texts(ask(router, "ISgetDevice", ("ISDevID", "1")), f"ISDevices/ISDevice/{path}") == expected


def test_there_may_be_three_profiles_for_a_phone() -> None:
    full = "".join(f"voice user-profile {tag}\n" for tag in range(1, 16))
    path = "ISUserProfiles/ISUserProfile/ISUserProfileID"
    assert texts(ask(office(), "ISgetUserProfile", ("ISKeyword", "available")), path) == ["1"]
    assert texts(ask(office(full), "ISgetUserProfile", ("ISKeyword", "available")), path) == []


def test_a_user_is_found_by_profile() -> None:
    router = office("voice user-profile 4\n user mary password secret\n number 6001,6002 type overlay\n")
    item = ask(router, "ISgetUserProfile", ("ISuserID", "mary")).find("ISUserProfiles/ISUserProfile")
    assert item is not None
    assert texts(item, "UserNumbers/UserNumber/ISExtNumber") == ["6001", "6002"]
    assert texts(item, "UserNumbers/UserNumber/ISExtMode") == ["OVERLAY", "OVERLAY"]


def test_a_pattern_keeps_its_number_when_another_one_is_removed() -> None:
    router = office("telephony-service\n call-forward pattern 1\n call-forward pattern 2\n")
    path = "ISGlobal/global-call-forward/pattern_list/pattern_item/*"

    def typed(line: str) -> list[str]:
        session = Session(router)
        for each in ("configure terminal", "telephony-service", line):
            session.execute(each)
        return texts(ask(router, "ISgetGlobal"), path)

    assert typed("no call-forward pattern 1") == ["2", "2"]
    assert typed("call-forward pattern 2") == ["2", "2"]
    assert typed("call-forward pattern 7") == ["1", "7", "2", "2"]
    assert typed("call-forward pattern 1") == ["1", "7", "2", "2", "3", "1"]
    assert " call-forward pattern 7\n call-forward pattern 2\n call-forward pattern 1\n" in router.running_config


@pytest.mark.parametrize(
    ("pilot", "expected"),
    [
        ("pilot 200", ["200", "-1"]),
        ("pilot 200 secondary 300", ["200", "300"]),
        ("pilot 20..", ["2147483647", "-1"]),
        ("pilot 20.. secondary 3..", ["2147483647", "2147483646"]),
        ("timeout 20", ["-1", "-1"]),
        ("pilot 200\n no pilot", ["-1", "-1"]),
    ],
)
def test_the_dial_peers_of_a_voice_hunt_group(pilot: str, expected: list[str]) -> None:
    answer = ask(office(f"voice hunt-group 1 parallel\n {pilot}\n"), "ISgetVoiceHuntGroup", ("ISVoiceHuntGroupID", "1"))
    names = ("ISVoiceHuntGroupPilotPeerTag", "ISVoiceHuntGroupSecPilotPeerTag")
    assert [texts(answer, f"ISVoiceHuntGroups/ISVoiceHuntGroup/{name}")[0] for name in names] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("features blocked PickUp Park GpickUp", "Pickup Park GPickup"),
        ("features blocked Trnsfer CFwdAll Confrn", "Trnsfer CFwdAll Confrn"),
        ("no features blocked", ""),
    ],
)
def test_blocked_features_are_spelt_as_documented(line: str, expected: str) -> None:
    answer = ask(office(f"hostname Office\nephone-template 1\n {line}\n"), "ISgetDeviceTemplate", ("ISDevTemplateID", "1"))
    assert texts(answer, ".//features_blocked") == [expected]
