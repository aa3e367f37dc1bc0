"""ISgetExtension: what is selected, and every leaf of an ephone-dn."""

from pathlib import Path

import pytest
from lxml import etree

from iossim.router import RouterCore
from tests.xmlapi.support import ask, error, office, texts

SAMPLE = etree.parse(Path(__file__).parent / "data" / "documented-answers" / "ISgetExtension.xml").getroot()


def extensions(router: RouterCore, *parameters: tuple[str, str]) -> list[str]:
    """The tags of the extensions that an answer describes, with a star where only the key is given."""
    items = ask(router, "ISgetExtension", *parameters).iterfind("ISExtensions/ISExtension")
    return [f"{item.findtext('ISExtID')}{'*' if len(item) == 1 else ''}" for item in items]


def leaf(router: RouterCore, path: str, tag: int = 1) -> str:
    return texts(ask(router, "ISgetExtension", ("ISExtID", str(tag))), f"ISExtensions/ISExtension/{path}")[0]


def test_a_bare_extension_has_every_element() -> None:
    router = RouterCore(text="ephone-dn 1\n")
    found = [str(each.tag) for each in ask(router, "ISgetExtension", ("ISExtID", "1")).iter()]
    assert found == [str(each.tag) for each in SAMPLE.iter() if each.tag not in ("ISSessionServerID", "ISDeviceID")]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ([("ISExtID", "1")], ["1"]),
        ([("ISExtID", "0010")], ["10"]),
        ([("ISExtNumber", "6002")], ["2"]),
        ([("ISExtNumber", "6111")], ["1"]),
        ([("ISKeyword", "all")], ["1", "2", "10"]),
        ([("ISKeyword", "ALL")], ["1", "2", "10"]),
        ([("ISKeyword", "allTag")], ["1*", "2*", "10*"]),
        ([("ISKeyword", "available")], ["3*"]),
        ([("ISExtNumber", "all")], ["1", "2", "10"]),
        ([("ISExtNumber", "allTag")], ["1*", "2*", "10*"]),
        ([("ISExtNumber", "allDown")], ["1", "2", "10"]),
        ([("ISExtNumber", "allUp")], []),
        ([("ISExtID", "10"), ("ISExtNumber", "6001"), ("ISExtID", "10")], ["1", "10"]),
        ([("ISKeyword", "allTag"), ("ISExtID", "2")], ["1*", "2", "10*"]),
        ([("ISExtID", "99"), ("ISKeyword", "allTag")], ["1*", "2*", "10*"]),
        ([("ISExtID", "99"), ("ISExtID", "2")], ["2"]),
        ([("ISExtID", "99"), ("ISExtNumber", "allUp")], []),
    ],
)
def test_items_are_selected(parameters: list[tuple[str, str]], expected: list[str]) -> None:
    assert extensions(office(), *parameters) == expected


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ([], ("3", "Missing or invalid parameter ISExtID")),
        ([("ISWhat", "1")], ("3", "Missing or invalid parameter ISExtID")),
        ([("ISExtID", "")], ("3", "Missing or invalid parameter ISExtID")),
        ([("ISExtID", "one")], ("3", "Missing or invalid parameter ISExtID")),
        ([("ISExtID", "-1")], ("3", "Missing or invalid parameter ISExtID")),
        ([("ISExtID", "1"), ("ISExtID", "9" * 10_000)], ("3", "Missing or invalid parameter ISExtID")),
        ([("ISExtNumber", "")], ("3", "Missing or invalid parameter ISExtNumber")),
        ([("ISKeyword", "everything")], ("3", "Missing or invalid parameter ISKeyword")),
        ([("ISExtID", "3")], ("4", "ISExtID 3 not found")),
        ([("ISExtNumber", "<&>")], ("4", "ISExtNumber <&> not found")),
        ([("ISExtID", "3"), ("ISExtNumber", "1")], ("4", "ISExtID 3 not found")),
    ],
)
def test_what_selects_nothing_is_an_error(parameters: list[tuple[str, str]], expected: tuple[str, str]) -> None:
    answer = ask(office(), "ISgetExtension", *parameters)
    assert error(answer) == expected
    assert answer.find("ISExtensions") is None


def test_nothing_configured_is_an_empty_list() -> None:
    answer = ask(RouterCore(), "ISgetExtension", ("ISKeyword", "all"))
    assert [each.tag for each in answer.iter()] == ["response", "ISExtensions"]


def test_nothing_is_available_beyond_max_dn() -> None:
    router = office("".join(f"ephone-dn {tag}\n" for tag in range(3, 10)))
    assert extensions(router, ("ISKeyword", "available")) == []
    assert extensions(RouterCore(), ("ISKeyword", "available")) == []


@pytest.mark.parametrize(
    ("lines", "path", "expected"),
    [
        ("name Lee", "lastName", "Lee"),
        ("name Peter Lee", "firstName", "Peter"),
        ("name Peter van  der Lee", "lastName", "van  der Lee"),
        ("name a & b < c", "name", "a & b < c"),
        ("intercom A5001 label Door", "ISExtType", "intercom"),
        ("intercom A5001 label Door", "intercom/no-mute", "false"),
        ("paging ip 239.0.0.1 port 2000", "ISExtType", "paging"),
        ("paging ip 239.0.0.1 port 2000", "paging/port", "2000"),
        ("feed ip 239.0.0.1 port 2000", "ISExtType", "moh"),
        ("park-slot timeout 10 limit 5 notify 6002 only", "park-slot/only", "true"),
        ("park-slot timeout 10 limit 5 notify 6002 only", "park-slot/recall", "false"),
        ("no forward local-calls", "fwd-local-calls", "false"),
        ("no call-waiting beep", "call-waiting/cw_beep/accept", "false"),
        ("no call-waiting beep accept", "call-waiting/cw_beep/accept", "false"),
        ("no call-waiting beep accept", "call-waiting/cw_beep/generate", "true"),
        ("preference 3", "dn_preference/order", "3"),
        ("preference 3", "dn_preference/secondary", "9"),
        ("number 6001 no-reg both", "telephony_number/no-reg_option", "both"),
        ("corlist incoming staff", "corlist/incoming", "staff"),
        ("session-server 1,3", "ISSessionServerIDs/ISSessionServerID[2]", "3"),
    ],
)
def test_a_leaf_shows_its_command(lines: str, path: str, expected: str) -> None:
    assert leaf(office(f"ephone-dn 1\n {lines}\n"), path) == expected


def test_the_directory_may_put_last_names_first() -> None:
    assert leaf(office("telephony-service\n directory last-name-first\n"), "firstName") == "Lee"


@pytest.mark.parametrize(("tag", "expected"), [(1, "DUAL_LINE"), (2, "SINGLE_LINE"), (10, "OCTO_LINE")])
def test_the_line_mode_is_in_the_header(tag: int, expected: str) -> None:
    assert leaf(office(), "ISExtLineMode", tag) == expected


def test_the_phones_that_carry_an_extension_are_listed() -> None:
    answer = ask(office("ephone 3\n button 3m1\n"), "ISgetExtension", ("ISKeyword", "all"))
    carried = [texts(item, "ISDevList/ISDeviceID") for item in answer.iterfind("ISExtensions/ISExtension")]
    assert carried == [["1", "2", "3"], ["1"], ["2"]]


def test_a_template_shows_on_the_extension_that_uses_it() -> None:
    template = (
        "ephone-dn-template 3\n call-forward busy 7000\n call-forward all 7001\n no call-waiting beep\n"
        "ephone-dn 1\n ephone-dn-template 3\n"
    )
    router = office(template)
    assert leaf(router, "call-forward/all/number") == "7001"
    assert leaf(router, "call-forward/busy/number") == "9000"
    assert leaf(router, "call-waiting/cw_beep/generate") == "false"
    assert leaf(router, "ephone-dn-template") == "3"
    assert leaf(router, "call-forward/all/number", 2) == ""
