"""Properties of the whole router: print and load, the CLI and the API, privilege."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from passlib.hash import cisco_type7

from iossim import Router
from iossim.files.load import Loader
from iossim.router import protect, secrets
from tests.in_force import in_force
from tests.properties.strategies import configuration
from tests.support import examples


@pytest.fixture(autouse=True, scope="module")
def _same_salts() -> Iterator[None]:
    """Secrets are hashed and hidden with random salts; here with the same, so that two routers may be compared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "_salt", "salt".ljust)
        patch.setattr(protect, "hide_type7", cisco_type7.using(salt=7).hash)
        yield


XML_USER = ["telephony-service", " xml user ann password secret 15"]


def _typed(lines: list[str], privilege: int = 15) -> tuple[Router, int]:
    """A router on which lines were typed up to the first that was refused; and how many were accepted."""
    router = Router()
    session = router.session(privilege=15)
    session.execute("configure terminal")
    for number, line in enumerate(lines):
        if not all(session.run(part).accepted for part in line.split("\n")):
            return router, number
    return router, len(lines)


@settings(max_examples=examples(200))
@given(configuration())
@example(["ip ftp password 0 0 0 0"])
@example(["aaa accounting 0", "ip ftp password 0 0", "object-group network 0"])
@example(["ip ssh rsa", "aaa accounting 0", "object-group network 0"])
@example(["ip access-list standard 0", " permit any log 0", " 1 deny any"])
@example(["ipv6 access-list 0", " remark abc", " sequence 1 remark abc"])
@example(["ipv6 access-list 0", " remark abc", " evaluate 00", " remark abc", " sequence 1 evaluate 0"])
def test_what_is_printed_comes_back(lines: list[str]) -> None:
    """Rendered text read into a fresh router gives the same text and the same configuration in force."""
    router, _ = _typed(lines)
    text = router.running_config
    again = Router.from_text(text)
    assert [finding for finding in again.findings if finding.severity == "error"] == []
    assert again.running_config == text
    assert in_force(again.config.root) == in_force(router.config.root)


@settings(max_examples=examples(200))
@given(configuration())
def test_the_cli_and_the_api_agree(lines: list[str]) -> None:
    """The same lines by CLI and by ISexecCLI: the same running-config, the same answers, and a failure at the same line."""
    typed = Router()
    session = typed.session()
    session.execute("configure terminal")
    for line in XML_USER:
        session.execute(line)
    session.execute("exit")
    posted = Router.from_text("\n".join([*XML_USER, "end"]))
    posted.restart(typed.running_config)
    failed = 0
    for number, line in enumerate(lines, 1):
        if not all(session.run(part).accepted for part in line.split("\n")):
            failed = number
            break
    request = "".join(f"<CLI>{escape(line)}</CLI>" for line in lines)
    answer = posted.xml(f"<request><ISexecCLI>{request}</ISexecCLI></request>", "ann", "secret").decode()
    assert f"<ISexecCLIResponse>{failed}</ISexecCLIResponse>" in answer
    assert posted.running_config == typed.running_config
    query = "<request><ISgetExtension><ISKeyword>all</ISKeyword></ISgetExtension></request>"
    user = posted.config.section("telephony_service")
    if user is not None and (entry := user.get("xml_user")) is not None and not entry.negative:
        name, password = str(entry.fields["user"]), str(entry.fields["password"])
        assert posted.xml(query, name, password) == typed.xml(query, name, password)


@settings(max_examples=examples(200))
@given(configuration(), st.integers(0, 30))
@example(["service password-encryption", "tacacs server 0", " key 0 0"], 3)
def test_a_failing_list_leaves_the_lines_before_it(lines: list[str], at: int) -> None:
    """An ISexecCLI list that fails at line k leaves exactly the first k-1."""
    at = min(at, len(lines))
    bad = [*lines[:at], "this is no command", *lines[at:]]
    router = Router.from_text("\n".join([*XML_USER, "end"]))
    request = "".join(f"<CLI>{escape(line)}</CLI>" for line in bad)
    answer = router.xml(f"<request><ISexecCLI>{request}</ISexecCLI></request>", "ann", "secret").decode()
    number = int(answer.split("<ISexecCLIResponse>")[1].split("<")[0])
    assert 1 <= number <= at + 1
    expected = Router.from_text("\n".join([*XML_USER, "end"]))
    session = expected.session()
    session.execute("configure terminal")
    for line in bad[: number - 1]:
        assert all(session.run(part).accepted for part in line.split("\n"))
    assert router.running_config == expected.running_config


@settings(max_examples=examples(200))
@given(st.lists(configuration(), min_size=1, max_size=2), st.integers(0, 14))
def test_no_line_above_the_level_runs_or_shows(texts: list[list[str]], level: int) -> None:
    """Below level 15 no configuration command exists: not in the shell, not in help, not in ISexecCLI."""
    router = Router.from_text(f"telephony-service\n xml user ann password secret {level}\nend")
    before = router.running_config
    session = router.session(privilege=level)
    assert "Invalid input" in session.execute("configure terminal")
    offered = {line.split()[0] for line in session.help("").splitlines()[1:] if line.strip()}
    assert not offered & {"configure", "write", "copy", "reload", "erase"}
    for lines in texts:
        request = "".join(f"<CLI>{escape(line)}</CLI>" for line in lines)
        answer = router.xml(f"<request><ISexecCLI>{request}</ISexecCLI></request>", "ann", "secret").decode()
        assert "<ISexecCLIResponse>1</ISexecCLIResponse>" in answer
    assert router.running_config == before


@settings(max_examples=examples(200))
@given(st.lists(st.text(max_size=60), max_size=30))
def test_no_file_crashes_the_loader(lines: list[str]) -> None:
    """Any text can be read, and every line of it is a command, kept, or told of."""
    router = Router()
    list(Loader(router.config).load(lines))
    assert router.running_config.endswith("end\n")
