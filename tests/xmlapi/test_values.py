"""Values that take more than one command to tell."""

import pytest

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
        ("ip qos dscp 46 signaling", "ip/qos/dscp_list/dscp_item/*", ["20", "signal"]),
        ("ip qos dscp 45 media", "ip/qos/dscp_list/dscp_item/*", []),
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
