"""Commands of a file in the tree: into a running router, once more at the end of the file, and those that each port has."""

import pytest

from iossim import Router
from iossim.validate import check_text


def test_a_running_router_checks_what_it_reads_as_it_checks_what_is_typed() -> None:
    router = Router()
    assert any("GigabitEthernet5/0" in finding.message for finding in router.load("interface GigabitEthernet5/0"))
    assert any("max-dn is 3" in finding.message for finding in router.load("telephony-service\n max-dn 3\nephone-dn 5\nend"))
    assert router.config.section("ephone_dn", "5") is None
    assert router.config.root.get("ephone_dn", "5") is None
    findings = router.load("telephony-service\n max-dn 9\nephone-dn 5\ntelephony-service\n max-dn 3\nend")
    assert [(finding.line, finding.code) for finding in findings] == [(5, "refused")]
    service = router.config.section("telephony_service")
    assert service is not None
    assert service.effective("max_dn").text == "max-dn 9"  # type: ignore[union-attr]


def test_a_file_may_have_its_lines_in_any_order() -> None:
    router = Router.from_text("ephone-dn 5\n number 1005\ntelephony-service\n max-dn 9\nend")
    assert router.findings == []
    assert router.config.section("ephone_dn", "5") is not None


_BUTTONS = """ephone 1
 unheard-of thing
 mac-address 0000.0000.0001
 button 1:1
telephony-service
 max-ephones 5
 max-dn 5
ephone-dn 1
 number 1001
end
"""


def test_a_line_whose_definition_stands_further_down_is_entered_at_the_end() -> None:
    printed = Router.from_text(_BUTTONS).running_config
    phone = printed[printed.index("ephone  1") :]
    assert phone.count(" button  1:1\n") == 1
    assert " button 1:1\n" not in phone
    assert phone.count(" unheard-of thing\n") == 1


def test_a_line_that_lacks_no_definition_is_not_entered_later() -> None:
    router = Router.from_text("username ann password one\nusername ann secret two\nno username ann\nend\n")
    assert [finding.line for finding in router.findings if finding.severity == "error"] == [2]
    assert router.config.root.all("username") == []


@pytest.mark.parametrize(
    ("lines", "first"),
    [("no shutdown\n ip address dhcp", "no shutdown"), ("ip address dhcp\n shutdown ! closed", "ip address dhcp")],
)
def test_only_a_negative_form_stands_first_in_each_port(lines: str, first: str) -> None:
    text = f"version 15.2\nboot-start-marker\nboot-end-marker\ninterface GigabitEthernet0/0\n {lines}\nend\n"
    printed = Router.from_text(text).running_config
    assert f"interface GigabitEthernet0/0\n {first}\n" in printed


def test_a_refusal_in_a_range_is_reported_though_the_line_is_taken() -> None:
    findings = check_text("", "interface range Loopback0 - 1\n ip address 192.0.2.1 255.255.255.0\nend\n")
    assert [(finding.line, finding.severity) for finding in findings] == [(2, "error")]


def test_a_number_that_was_removed_may_be_of_another_kind() -> None:
    findings = check_text("", "dial-peer voice 1 voip\nno dial-peer voice 1 voip\ndial-peer voice 1 pots\nend\n")
    assert [finding.code for finding in findings if finding.severity == "error"] == []
