"""Control characters never reach a terminal, a log or a diagnostic as they are."""

from __future__ import annotations

import io
import json
import unicodedata
from asyncio import run
from pathlib import Path

import pytest

from iossim import Diagnostic, Router
from iossim.escape import escaped, forbidden, invisible, without_forbidden
from iossim.shell.lines import LineTerminal, ReadyLines
from iossim.shell.terminal import LineRequest
from iossim.validate import Counts, check_text
from iossim.validate.output import write_json, write_text

#: The characters that Unicode calls controls, separators of lines or paragraphs, or formatting of direction.
_DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
CONTROLS = [
    character
    for character in map(chr, range(0x3000))
    if unicodedata.category(character) in ("Cc", "Zl", "Zp")
    or unicodedata.bidirectional(character) in _DIRECTIONS
    or character in ("\u200e", "\u200f", "\u061c")
]
TYPED = sorted({*CONTROLS} - {"\t", "\n", "\r", "\x03"})
HARMLESS = ["", "plain", "Müller", "\u20ac", "日本", "\u00a0", "\U0001f600"]


@pytest.mark.parametrize("character", [*CONTROLS, "\ud800"])
def test_a_control_character_is_escaped(character: str) -> None:
    shown = escaped(f"a{character}b")
    assert shown.isascii()
    assert shown.isprintable()
    assert shown.encode().decode("unicode_escape") == f"a{character}b"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_characters_stay(text: str) -> None:
    assert escaped(text) == without_forbidden(text) == text
    assert forbidden(text) == invisible(text) == -1


@pytest.mark.parametrize("character", TYPED)
def test_a_typed_line_with_a_control_character_is_refused(character: str) -> None:
    router = Router()
    session = router.session()
    session.execute("configure terminal")
    column = len("Router(config)#hostname a")
    assert session.execute(f"hostname a{character}b") == f"{' ' * column}^\n% Invalid input detected at '^' marker.\n\n"
    assert session.help(f"hostname a{character}") == "% Unrecognized command\n"
    assert session.complete(f"hostn{character}") == f"hostn{character}"
    assert router.hostname == "Router"
    assert session.history() == []


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_end_inside_a_line_is_refused(end: str) -> None:
    """It would be printed as two lines, the second of which may be any command."""
    router = Router.from_text("ephone 1\n")
    session = router.session()
    for line in ("configure terminal", "ephone 1"):
        session.execute(line)
    assert not session.run(f"description a{end}ephone 2").accepted
    assert "description" not in router.running_config
    assert session.run(f"description a{end}").accepted


@pytest.mark.parametrize("character", TYPED)
def test_a_text_of_several_lines_and_an_answer_lose_them(character: str) -> None:
    router = Router()
    session = router.session()
    for line in ("configure terminal", "banner motd #", f"Hello{character} you", "#", "enable secret 0 cisco", "end"):
        assert session.run(line).accepted
    assert "Hello you" in router.running_config
    session = router.session(privilege=1)
    session.execute("enable")
    session.execute(f"ci{character}sco")
    assert session.prompt == "Router#"


@pytest.mark.parametrize("character", TYPED)
def test_a_file_loses_them(character: str) -> None:
    text = f"hostname a{character}b\nbanner motd #c{character}d#\nephone 1\n description e{character}f\nend\n"
    router = Router.from_text(text)
    shown = router.running_config + router.session().prompt
    assert not [control for control in TYPED if control in shown]
    # What a terminal leaves is skipped without a word; nothing leaves the others.
    codes = [(finding.line, finding.code) for finding in router.findings]
    assert codes == ([] if character.isascii() else [(line, "control-character") for line in (1, 2, 4)])


def test_the_warning_names_the_character_and_its_place() -> None:
    [warning] = check_text("a.cfg", "hostname a\u202eb\n")
    assert str(warning) == "a.cfg:1:11: warning: control-character the line holds the control character U+202E: left out"
    assert warning.end_column == 12


def test_a_text_without_an_end_is_reported_once() -> None:
    codes = [diagnostic.code for diagnostic in check_text("", "banner motd #a\nb\u202ec\n\n")]
    assert codes.count("control-character") == 1


def test_a_file_of_the_host_is_shown_with_escapes(tmp_path: Path) -> None:
    text = "".join(f"description a{character}b\n" for character in TYPED if character != "\0")  # NUL is the sign of a binary file
    (tmp_path / "startup-config").write_bytes(f"hostname \u20ac\tx\n{text}end\n".encode())
    shown = Router(tmp_path).session().execute("show startup-config")
    assert not [character for character in TYPED if character in shown]
    assert "hostname \u20ac\tx\n" in shown
    assert shown.count("description a\\u") == len(TYPED) - 1


def test_a_log_message_is_one_line_of_plain_text() -> None:
    router = Router()
    router.log("SYS", 5, "TEST", "a\x1b[2Jb\n%SYS-5-CONFIG_I: forged\x9b\u202e\udcff")
    assert router.log.buffer[-1].endswith(r"a\u001b[2Jb\u000a%SYS-5-CONFIG_I: forged\u009b\u202e\udcff")


DIAGNOSTIC = Diagnostic("a\n::error::b\x1b\u202e\udcff.cfg", 1, 1, 2, "error", "code", "says \x9b", "text \u2028")


def test_a_diagnostic_is_one_line_whatever_the_name_of_its_file() -> None:
    out = io.StringIO()
    write_text([DIAGNOSTIC], Counts(), out)
    first, _, last = out.getvalue().split("\n")
    assert first == r"a\u000a::error::b\u001b\u202e\udcff.cfg:1:1: error: code says \u009b"
    assert last == ""


def test_json_escapes_them_and_loses_none() -> None:
    out = io.StringIO()
    write_json([DIAGNOSTIC], Counts(), out)
    assert not [control for control in TYPED if control in out.getvalue()]
    assert json.loads(out.getvalue())["diagnostics"] == [DIAGNOSTIC.as_dict()]


def test_the_echo_of_a_plain_terminal() -> None:
    out = io.StringIO()
    run(LineTerminal(ReadyLines(["a\x1b\x03\t\x9b\u202eé"]), out).read(LineRequest("Router#")))
    assert out.getvalue() == "Router#a^[^C\t\\u009b\\u202eé\n"
