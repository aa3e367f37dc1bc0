"""Output modifiers: `show … | include REGEX`, exclude, begin, section, count, redirect, tee, append."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session
from iossim.session.modifiers import Filter
from iossim.session.regex import ios_regex

CONFIG = """hostname Office
interface GigabitEthernet0/0
 description uplink
 ip address 192.0.2.1 255.255.255.0
interface GigabitEthernet0/1
 shutdown
ip http server
line vty 0 4
 login
end"""

TEXT = "alpha one\n beta\n  gamma one\n delta\nepsilon\n zeta one\neta\n"


@pytest.fixture
def session() -> Session:
    return Router.from_text(CONFIG).session()


@pytest.mark.parametrize(
    ("name", "regex", "lines"),
    [
        ("include", "one", ["alpha one", "  gamma one", " zeta one"]),
        ("exclude", "one", [" beta", " delta", "epsilon", "eta"]),
        ("begin", "eps", ["epsilon", " zeta one", "eta"]),
        ("begin", "nothing", []),
        ("section", "alpha", ["alpha one", " beta", "  gamma one", " delta"]),
        ("section", "beta", [" beta", "  gamma one"]),
        ("section", "one", ["alpha one", " beta", "  gamma one", " delta", " zeta one"]),
        ("section", "ONE", []),
        ("count", "one", ["Number of lines which match regexp = 3"]),
        ("count", "nothing", ["Number of lines which match regexp = 0"]),
    ],
)
def test_what_a_filter_leaves(name: str, regex: str, lines: list[str]) -> None:
    assert Filter(name, ios_regex(regex)).apply(TEXT) == "".join(f"{line}\n" for line in lines)


def test_sections_may_be_excluded() -> None:
    assert Filter("section", ios_regex("alpha"), exclude=True).apply(TEXT) == "epsilon\n zeta one\neta\n"


@pytest.mark.parametrize("name", ["include", "exclude", "begin", "section"])
def test_a_filter_of_nothing_is_nothing(name: str) -> None:
    assert Filter(name, ios_regex("x")).apply("") == ""


@pytest.mark.parametrize(
    ("line", "output"),
    [
        ("show running-config | include hostname", "hostname Office\n"),
        ("show running-config | i ^ description", " description uplink\n"),
        ("sh run | inc (hostname|http) ", None),
        ("show running-config | section line vty", "line vty 0 4\n login\n"),
        ("show run | s interface", None),
        ("show run | count ^interface", "Number of lines which match regexp = 2\n"),
        ("show run | b line vty", "line vty 0 4\n login\n!\nend\n\n"),
        ("show privilege | exclude level", ""),
        ("show privilege | redirect flash:x", ""),
        ("show privilege | append flash:x", ""),
        ("show privilege | tee flash:x", "Current privilege level is 15\n"),
        ("show run | section exclude interface|line|ip http|hostname", None),
    ],
)
def test_filters_on_the_command_line(session: Session, line: str, output: str | None) -> None:
    result = session.run(line)
    assert result.accepted
    if output is not None:
        assert result.output == output
    elif "inc (" in line:
        assert result.output == "hostname Office\nip http server\n"
    elif "| s " in line:
        assert result.output.startswith("interface GigabitEthernet0/0\n description uplink\n")
        assert "interface GigabitEthernet0/1\n no ip address\n shutdown\n" in result.output
        assert "line vty" not in result.output
    else:
        assert "description" not in result.output
        assert "version 15.7\n" in result.output


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("show privilege | format", "% No spec file for this command"),
        ("show privilege | f", "% No spec file for this command"),
        ("show privilege | format flash:spec.odm", "%Error opening flash:/spec.odm (No such file or directory)"),
        ("show privilege | format tftp://10.0.0.1/spec.odm", "%Error opening tftp://10.0.0.1/spec.odm (Timed out)"),
        ("show privilege | format nvram:startup-config", "%Error opening nvram:/startup-config (No such file or directory)"),
        ("show privilege | format flash:../x", "%Error opening flash:/../x (No such file or directory)"),
        ("show privilege | format flash:", "%Error opening flash:/ (Is a directory)"),
    ],
)
def test_no_output_is_formatted_without_a_spec_file(session: Session, line: str, message: str) -> None:
    result = session.run(line)
    assert (result.accepted, result.output) == (False, f"{message}\n")


def test_a_spec_file_is_not_written() -> None:
    session = Router().session()
    session.run("show privilege | redirect flash:spec.odm")
    assert session.execute("show version | format flash:spec.odm") == "%Error reading flash:/spec.odm (Invalid spec file)\n"
    assert session.execute("more flash:spec.odm") == "Current privilege level is 15\n"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("show privilege | foo", "o"),
        ("show privilege | qux", "qux"),
        ("show privilege | format flash:a b", "b"),
        ("reload | format", "|"),
        ("show privilege | include *", "*"),
        ("show privilege | include (", "("),
        ("terminal length 0 | include x", "|"),
    ],
)
def test_the_caret_behind_the_bar(session: Session, line: str, word: str) -> None:
    column = len(session.prompt) + line.rindex(word)
    assert session.execute(line) == f"{' ' * column}^\n% Invalid input detected at '^' marker.\n\n"


@pytest.mark.parametrize("line", ["show privilege |", "show privilege | include", "show privilege | section include "])
def test_a_filter_that_is_not_whole(session: Session, line: str) -> None:
    assert session.execute(line) == "% Incomplete command.\n\n"


def test_an_ambiguous_filter(session: Session) -> None:
    assert session.execute("show privilege | e") != ""
    assert session.run("show privilege | e level").output == ""


def test_the_first_bar_counts(session: Session) -> None:
    assert session.execute("show run | include hostname|http") == "hostname Office\nip http server\n"


def test_filters_work_behind_do(session: Session) -> None:
    session.execute("configure terminal")
    assert session.execute("do show running-config | include hostname") == "hostname Office\n"
