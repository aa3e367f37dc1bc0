"""Macros in files: read as they stand, printed as they were read, and reported where their end is missing."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.validate import check_text

MACRO = "macro name desk\nswitchport mode access\n switchport access vlan $VLAN\n\n! kept\n# kept\nshutdown  \nend\n@\n"


def test_a_macro_reads_back_to_itself() -> None:
    router = Router.from_text(f"hostname A\n{MACRO}ip http server\nend\n")
    assert router.findings == []
    assert f"!\n{MACRO}!\n" in router.running_config
    assert "ip http server\n" in router.running_config
    again = Router.from_text(router.running_config)
    assert again.findings == []
    assert again.running_config == router.running_config


@pytest.mark.parametrize("end", ["", "ip http server\n", "ip http server\nend\n"])
def test_the_lines_after_a_macro_without_an_end_are_commands(end: str) -> None:
    text = f"hostname A\nmacro name desk\nno shutdown everything\ninterface Loopback1\n description x\n{end}"
    found = [(finding.line, finding.code) for finding in check_text("a.cfg", text) if finding.severity == "error"]
    assert found[0] == (2, "unterminated-text")
    printed = Router.from_text(text).running_config
    assert "interface Loopback1\n description x\n" in printed
    assert "macro name desk\n@\n" in printed
    assert ("ip http server\n" in printed) == bool(end)


def test_an_empty_macro_and_one_that_comes_again() -> None:
    router = Router.from_text("macro name a\n@\nmacro name b\nx\n@\nmacro name a\ny\n@\nend\n")
    assert router.findings == []
    assert "macro name a\ny\n@\nmacro name b\nx\n@\n" in router.running_config


def test_a_certificate_is_printed_as_before() -> None:
    text = "crypto pki certificate chain a\n certificate ca 01\n  3082 0229 \n  864886F7\n  \tquit\n"
    assert text in Router.from_text(f"{text}end\n").running_config


def test_a_macro_goes_through_copy() -> None:
    router = Router.from_text(f"hostname A\n{MACRO}end\n")
    user = router.session()
    user.execute("copy running-config flash:a.cfg")
    user.execute("")
    for line in ("configure terminal", "no macro name desk", "end", "copy flash:a.cfg running-config", ""):
        user.execute(line)
    assert MACRO in router.running_config
