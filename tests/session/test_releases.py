"""Commands that a version of Unified CME refuses: as if they did not exist, in every door; before that version, they do."""

from __future__ import annotations

import pytest

from iossim import Router, validate
from iossim.session import Session

REFUSED = ("log password s3cret", "xmltest", "xmlschema http://a/b", "xmlthread 3")
VERSIONS = pytest.mark.parametrize(
    ("version", "refused"), [("3.3", False), ("8.6", False), ("12.5", False), ("12.6", True), ("14.1", True)]
)


def _session(version: str, *lines: str) -> Session:
    session = Router(cme_version=version).session()
    for line in ("configure terminal", "telephony-service", *lines):
        assert session.run(line).accepted, line
    return session


@VERSIONS
@pytest.mark.parametrize(
    "line", [*REFUSED, *(f"no {line}" for line in REFUSED), *(f"default {line}" for line in REFUSED), "xmltes"]
)
def test_a_line_is_refused_from_a_version_on(version: str, refused: bool, line: str) -> None:
    assert _session(version).run(line).accepted != refused


@pytest.mark.parametrize("line", REFUSED)
def test_before_that_version_a_line_is_stored_and_printed(line: str) -> None:
    session = _session("12.5", line)
    assert f" {line}\n" in session.router.running_config
    assert f" {line}\n" not in _session("12.5", line, f"no {line}").router.running_config


def test_the_caret_stands_in_the_first_word_that_does_not_exist() -> None:
    session = _session("14.1")
    assert session.execute("log password s3cret") == f"{' ' * len('Router(config-telephony)#log ')}^\n{_INVALID}"
    assert session.execute("xmltest") == f"{' ' * len('Router(config-telephony)#xml')}^\n{_INVALID}"


_INVALID = "% Invalid input detected at '^' marker.\n\n"


@VERSIONS
def test_help_and_tab_do_not_offer_it(version: str, refused: bool) -> None:
    session = _session(version)
    assert ("password" in session.help("log ")) != refused
    assert session.help("xml").split() == (["xml"] if refused else ["xml", "xmlschema", "xmltest", "xmlthread"])
    assert session.complete("log pa") == ("log pa" if refused else "log password ")


@VERSIONS
def test_an_abbreviation_means_what_is_left(version: str, refused: bool) -> None:
    session = _session(version)
    assert session.run("xm").message == ("% Incomplete command." if refused else '% Ambiguous command:  "xm"')
    assert session.run("xm user cisco password s3cret 15").accepted  # the words after it decide, whatever else `xm` begins
    assert "xml user cisco" in session.router.running_config


@VERSIONS
def test_a_default_is_shown_only_where_the_command_exists(version: str, refused: bool) -> None:
    session = _session(version)
    session.execute("end")
    for line in ("show telephony-service", "show running-config all"):
        assert ("xmlthread 2" in session.execute(line)) != refused, line
    assert "xmlthread" not in session.execute("show running-config")


def test_a_user_of_a_lower_level_is_refused_too() -> None:
    for version, accepted in (("12.5", True), ("12.6", False)):
        router = Router(cme_version=version)
        owner = router.session()
        for line in ("configure terminal", "privilege configure level 5 telephony-service", "privilege telephony level 5 xmltest"):
            owner.run(line)
        session = router.session(privilege=5)
        session.enter_configuration()
        assert session.run("telephony-service").accepted
        assert session.run("xmltest").accepted == accepted


def test_a_file_keeps_it_and_is_warned_of(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "telephony-service\n log password s3cret\n xmltest\n xmlschema http://a/b\n xmlthread 3\n dn-webedit\nend\n"
    assert all(f" {line}\n" in Router.from_text(text).running_config for line in REFUSED)
    path = tmp_path_factory.mktemp("old") / "old.cfg"
    path.write_text(text, encoding="utf-8")
    found = [(each.line, each.severity, each.message) for each in validate(path) if each.code == "removed-command"]
    names = ("log password", "xmltest", "xmlschema", "xmlthread")
    expected = [(line, "warning", f"{name} is refused from Unified CME 12.6 on") for line, name in enumerate(names, start=2)]
    assert found == [*expected, (6, "info", "dn-webedit was removed with Unified CME 12.6")]
    assert all("12.6" not in each.message for each in validate(path, cme_version="12.5"))


def test_the_commands_of_the_xml_infrastructure_came_with_4_0(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("new") / "new.cfg"
    lines = [
        "ixi transport http",
        " response size 8",
        " no shutdown",
        "ixi application cme",
        " response timeout 30",
        "telephony-service",
    ]
    path.write_text("\n".join([*lines, " xml user cisco password s3cret 15", "end", ""]), encoding="utf-8")
    found = [each.line for each in validate(path, cme_version="3.3") if each.code == "later-command"]
    assert found == [1, 2, 3, 4, 5, 7]
    assert not [each for each in validate(path, cme_version="4.0") if each.code == "later-command"]
