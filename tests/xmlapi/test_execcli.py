"""ISexecCLI: the documented samples, line numbers, modes, privilege, and what may stand in a CLI element."""

from xml.sax.saxutils import escape

import pytest

from iossim import Router
from iossim.router import RouterCore
from iossim.xmlapi import answer_as_owner, answer_http
from tests.xmlapi.support import CREDENTIALS, URL, ask, commands, error, office, outcome, response

SAMPLE = """\
<SOAP-ENV:Envelope>
<SOAP-ENV:Body>
<axl>
<request xsi:type="ISexecCLI">
<ISexecCLI>
<CLI>ephone 4</CLI>
<CLI>mac-address 000D.BC80.EB54</CLI>
<CLI>type 7960</CLI>
<CLI>button 1:{dn}</CLI>
</ISexecCLI>
</request>
</axl>
</SOAP-ENV:Body>
</SOAP-ENV:Envelope>
"""
INVALID = " % Invalid input detected at '^' marker."


def run(router: RouterCore, *lines: str) -> tuple[str, str]:
    return outcome(ask(router, "ISexecCLI", *(("CLI", line) for line in lines)))


def section(router: RouterCore, header: str) -> list[str]:
    """The lines below a header in the running-config."""
    lines = router.running_config.split("\n")
    found = lines[lines.index(header) + 1 :]
    return [line.strip() for line in found[: next(i for i, line in enumerate(found) if not line.startswith(" "))]]


def test_the_documented_sample_succeeds() -> None:
    router = office()
    body = answer_as_owner(router, SAMPLE.format(dn=1).encode())
    assert b'<response xsi:type="ISexecCLIResponse">\n<ISexecCLIResponse>0</ISexecCLIResponse>\n' in body
    assert b"<ISexecCLIError></ISexecCLIError>\n</response>" in body
    assert {"mac-address 000D.BC80.EB54", "type 7960"} <= set(section(router, "ephone  4"))


def test_the_documented_sample_fails_at_its_fourth_line() -> None:
    router = office()
    body = answer_as_owner(router, SAMPLE.format(dn=3).encode())
    assert b"<ISexecCLIResponse>4</ISexecCLIResponse>\n" in body
    assert b"<ISexecCLIError> invalid input dn parameter for button 1</ISexecCLIError>\n" in body
    assert {"mac-address 000D.BC80.EB54", "type 7960"} <= set(section(router, "ephone  4"))
    assert not [line for line in section(router, "ephone  4") if line.startswith("button")]


def test_in_a_default_namespace_the_result_is_wrapped() -> None:
    body = answer_as_owner(office(), b'<request xmlns="u"><ISexecCLI><CLI>hostname a</CLI></ISexecCLI></request>')
    assert [node.tag for node in response(body).iter()] == [
        f"{{u}}{name}" for name in ("response", "ISexecCLIResult", "ISexecCLIResponse", "ISexecCLIError")
    ]


def test_no_lines_at_all_succeed() -> None:
    assert run(office()) == ("0", "")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["bogus"], ("1", INVALID)),
        (["hostname a", "", "  ", "bogus"], ("4", INVALID)),
        (["hostname a\nhostname b\n\nbogus", "hostname c"], ("1", INVALID)),
        (["ephone"], ("1", " % Incomplete command.")),
        (["ephone-dn 5", "numb 1", "call-forward"], ("3", " % Incomplete command.")),
        (["show version"], ("1", INVALID)),
        (["do show version", "do bogus"], ("2", INVALID)),
        (["hostname a\x07"], ("1", INVALID)),
        (["! a comment"], ("0", "")),
    ],
)
def test_the_number_is_that_of_the_element_that_failed(lines: list[str], expected: tuple[str, str]) -> None:
    router = office()
    body = b"<request><ISexecCLI>%s</ISexecCLI></request>" % b"".join(b"<CLI>%s</CLI>" % each.encode() for each in lines)
    assert outcome(response(answer_as_owner(router, body))) == expected


def test_the_mode_moves_as_in_a_pasted_configuration() -> None:
    router = office()
    assert run(
        router,
        "ephone-dn 3",
        "number 6003",
        "ephone-dn 4",
        "number 6004",
        "hostname Mixed",
        "ephone 3",
        "mac-address 000D.BC80.EB53",
    ) == ("0", "")
    assert section(router, "ephone-dn  4") == ["number 6004"]
    assert "hostname Mixed" in router.running_config


def test_exit_and_end_and_configure_terminal_are_harmless() -> None:
    router = office()
    assert run(router, "configure terminal", "conf t", "ephone-dn 3", "number 6003", "end", "hostname a", "exit") == (
        "0",
        "",
    )
    assert run(router, "hostname a", "co t") == ("2", ' % Ambiguous command:  "co"')
    assert run(router, "con t")[0] == "1"
    assert run(router, "ephone-dn 4", "exit", "hostname b", "exit", "exit", "hostname c") == ("0", "")
    assert "hostname c" in router.running_config


def test_every_request_starts_in_global_configuration() -> None:
    router = office()
    run(router, "ephone-dn 1")
    assert run(router, "number 6003") == ("1", INVALID)


def test_what_a_command_asks_is_answered_with_its_default() -> None:
    router = office()
    assert run(router, "do copy running-config startup-config", "hostname a") == ("0", "")
    assert router.nvram.read() is not None


def test_a_text_of_several_lines_may_span_elements() -> None:
    router = office()
    assert run(router, "banner motd #Welcome\n\n  here#", "banner login #one", "", " two#", "hostname a") == ("0", "")
    assert "Welcome\n\n  here" in router.running_config
    assert "hostname a" in router.running_config


def test_a_text_without_its_end_fails_where_it_begins() -> None:
    router = office()
    before = router.running_config
    assert run(router, "! first", "banner motd #Welcome", "hostname a") == ("2", " % Incomplete command.")
    assert router.running_config == before


def user(level: int, extra: str = "") -> RouterCore:
    return office(f"{extra}telephony-service\n xml user cisco password s3cret {level}\n")


def posted(router: RouterCore, *lines: str) -> tuple[str, str]:
    return outcome(response(answer_http(router, "POST", URL, CREDENTIALS, commands(*lines))[2]))


def test_a_command_above_the_level_of_the_user_does_not_exist() -> None:
    router = user(5, "privilege configure level 5 ephone-dn\nprivilege ephone-dn level 5 number\n")
    assert posted(router, "ephone-dn 3", "number 6003", "name Secret") == ("3", INVALID)
    assert section(router, "ephone-dn  3") == ["number 6003"]
    assert posted(router, "hostname a") == ("1", INVALID)
    assert posted(user(15), "hostname a") == ("0", "")


def test_a_change_is_logged_with_user_and_address() -> None:
    router = user(15)
    posted(router, "hostname a")
    assert [line for line in router.log.buffer if line.endswith("%SYS-5-CONFIG_I: Configured from http by cisco on 127.0.0.1")]
    assert not [line for line in router.log.buffer if "s3cret" in line]


def test_a_long_list_and_a_long_line() -> None:
    router = office()
    body = b"<ISexecCLI>" + b"<CLI/>" * 15_000 + b"<CLI>bogus</CLI></ISexecCLI>"
    assert outcome(response(answer_as_owner(router, body))) == ("15001", INVALID)
    assert run(router, "hostname a", "hostname " + "a " * 500_000) == ("2", INVALID)


@pytest.mark.parametrize("end", [b"</ISexecCLI>", b"<CLI></ISexecCLI>"], ids=["well-formed", "malformed"])
def test_a_list_beyond_all_measure_is_refused_whole(end: bytes) -> None:
    router = office()
    before = router.running_config
    answer = response(answer_as_owner(router, b"<ISexecCLI>" + b"<CLI>hostname a</CLI>" * 30_000 + end))
    assert error(answer) == ("3", "Missing or invalid parameter CLI: more than 20000 elements in one request")
    assert router.running_config == before


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_in_one_element_are_counted_too(end: str) -> None:
    router = office()
    before = router.running_config
    text = escape(f"hostname changed{end}" * 20_000, {"\r": "&#13;"})
    answer = response(answer_as_owner(router, f"<ISexecCLI><CLI>{text}</CLI><CLI>hostname b</CLI></ISexecCLI>".encode()))
    assert error(answer) == ("3", "Missing or invalid parameter CLI: more than 20000 lines in one request")
    assert router.running_config == before


@pytest.mark.parametrize(("version", "expected"), [("12.5", ("0", "")), ("12.6", ("2", INVALID)), ("14.1", ("2", INVALID))])
@pytest.mark.parametrize("line", ["log password s3cret", "xmltest", "xmlschema http://a/b", "xmlthread 3"])
def test_a_command_that_the_version_no_longer_has_is_refused(line: str, version: str, expected: tuple[str, str]) -> None:
    router = Router.from_text("telephony-service\n max-dn 5\nend\n", cme_version=version)
    assert outcome(response(answer_as_owner(router, commands("telephony-service", line, "max-dn 7")))) == expected
    assert (f" {line}\n" in router.running_config) == (expected[0] == "0")
