"""Every kind of bad file gets a clear message and loses nothing: in `validate`, and in a router that is started on it."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from iossim import ConfigurationError, Diagnostic, Router, validate
from iossim.cli import main
from tests.validate.support import of_reading

OFFICE = """version 15.7
hostname Office
telephony-service
 max-ephones 5
 max-dn 5
ephone-dn  1
 number 5001
ephone  1
 mac-address 0011.2233.4455
 button  1:1
end
"""
RENDERED = Router.from_text(OFFICE).running_config


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "router.cfg"


def _checked(file: Path, data: bytes | str) -> list[Diagnostic]:
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return of_reading(validate(file))


def _told(found: list[Diagnostic]) -> list[tuple[int, str, str]]:
    return [(each.line, each.severity, each.code) for each in found]


# -- Files that cannot be read: they are named, and nothing else is done ------------------------------------------------------------


def _missing(file: Path) -> None:
    pass


def _folder(file: Path) -> None:
    file.mkdir()
    (file / "inner.cfg").mkdir()


def _binary(file: Path) -> None:
    file.write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40)


def _compressed(file: Path) -> None:
    file.write_bytes(bytes.fromhex("1f8b0800000000000003cb48cdc9c95728cf2fca490100") + bytes(20))


def _device(file: Path) -> None:
    file.symlink_to(file)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_missing, "No such file or directory"),
        (_binary, "is not a text file: it holds NUL bytes"),
        (_compressed, "is not a text file: it holds NUL bytes"),
        (_device, "Too many levels of symbolic links"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    file: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None], message: str
) -> None:
    make(file)
    (diagnostic,) = validate(file)
    assert (diagnostic.path, diagnostic.severity, diagnostic.code) == (str(file), "error", "unreadable")
    assert message in diagnostic.message
    assert main(["validate", "--format", "concise", str(file)]) == 2
    assert f"{file}:" in capsys.readouterr().out
    with pytest.raises(ConfigurationError, match=r"router\.cfg") as caught:
        Router.from_file(file)
    assert message.split(":", maxsplit=1)[0] in str(caught.value)
    assert main(["shell", str(file)]) == 2
    assert capsys.readouterr().err.startswith("iossim: ")


def test_a_file_without_permission_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(OFFICE)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (diagnostic,) = validate(file)
    assert diagnostic.message == "cannot be read: Permission denied"
    with pytest.raises(ConfigurationError, match="Permission denied"):
        Router.from_file(file)


def test_a_folder_where_a_file_should_be(file: Path) -> None:
    _folder(file)
    (diagnostic,) = validate(file)
    assert (diagnostic.code, diagnostic.message) == ("unreadable", "holds no configuration file (.cfg, .conf, .txt, .ios)")
    assert main(["validate", "--format", "concise", str(file)]) == 2
    with pytest.raises(ConfigurationError, match="Is a directory"):
        Router.from_file(file)


# -- Files in other encodings, with other ends of lines: they are read as if nothing were ------------------------------------------

NAMED = OFFICE.replace("hostname Office", "hostname Office\nbanner motd #Grüß Gott#")

SPELT = [
    ("utf-8", NAMED.encode()),
    ("a byte-order mark", codecs.BOM_UTF8 + NAMED.encode()),
    ("UTF-16", codecs.BOM_UTF16_LE + NAMED.encode("utf-16-le")),
    ("UTF-16, big end first", codecs.BOM_UTF16_BE + NAMED.replace("\n", "\r\n").encode("utf-16-be")),
    ("CRLF", NAMED.replace("\n", "\r\n").encode()),
    ("CR CRLF", NAMED.replace("\n", "\r\r\n").encode()),
    ("tabs", NAMED.replace("\n ", "\n\t").replace(" ", "\t").replace("Grüß\tGott", "Grüß Gott").encode()),
    ("no newline at the end", NAMED.rstrip("\n").encode()),
    ("blanks at the ends", NAMED.replace("\n", "   \n").replace("#   ", "#").encode()),
    ("empty lines", NAMED.replace("\n", "\n\n\n").encode()),
]


@pytest.mark.parametrize(("name", "data"), SPELT, ids=[name for name, _ in SPELT])
def test_spelling_that_does_not_matter(file: Path, name: str, data: bytes) -> None:
    assert _checked(file, data) == []
    router = Router.from_file(file)
    assert router.findings == []
    assert router.running_config == Router.from_text(NAMED).running_config
    assert "banner motd ^CGrüß Gott^C\n" in router.running_config


def test_invalid_utf_8_is_read_and_told(file: Path) -> None:
    found = _checked(file, NAMED.encode("latin-1"))
    assert _told(found) == [(3, "warning", "encoding")]
    assert found[0].message == "is not UTF-8: read as Latin-1"
    assert Router.from_file(file).running_config == Router.from_text(NAMED).running_config


def test_control_characters_are_passed_over(file: Path) -> None:
    spoilt = "\x1b[2J" + OFFICE.replace("hostname", "hos\x07tname").replace("number", "nux\x08mber").replace("end\n", "end\x1a\n")
    assert _checked(file, spoilt) == []
    assert Router.from_file(file).running_config == RENDERED


# -- Files that are cut short, or hold more than a configuration -----------------------------------------------------------------


def test_a_file_without_end_is_told_and_read(file: Path) -> None:
    found = _checked(file, OFFICE.removesuffix("end\n"))
    assert _told(found) == [(10, "warning", "no-end")]
    assert Router.from_file(file).running_config == RENDERED


SESSION = """
User Access Verification

Password:
Office>enable
Password:
Office#terminal length 0
Office#show running-config
Building configuration...

Current configuration : 3781 bytes
!
version 15.7
hostname Office
*Nov 23 12:00:00.123: %SYS-5-CONFIG_I: Configured from console by console
telephony-service
 max-ephones 5
 --More-- \x08\x08\x08\x08\x08\x08\x08\x08\x08         \x08\x08\x08\x08\x08\x08\x08\x08\x08 max-dn 5
ephone-dn  1
 number 5001
%IPPHONE-6-REGISTER: ephone-1:SEP001122334455 IP:10.1.1.11 has registered.
!
end

Office#configure terminal
Enter configuration commands, one per line.  End with CNTL/Z.
Office(config)#ephone  1
Office(config-ephone)#mac-address 0011.2233.4455
Office(config-ephone)#button  1:1
Office(config-ephone)#end
Office#write memory
Building configuration...
[OK]
Office#
"""


def test_a_pasted_session_is_read_as_what_it_did(file: Path) -> None:
    found = _checked(file, SESSION)
    assert [each for each in found if each.severity != "info"] == []
    assert {each.code for each in found} <= {"not-configuration", "pasted-prompt", "exec-command"}
    assert Router.from_file(file).running_config == RENDERED


@pytest.mark.parametrize("delimiter", ["#", "^C", "\x03", '"'])
def test_an_unterminated_banner_takes_nothing_with_it(file: Path, delimiter: str) -> None:
    text = OFFICE.replace("telephony-service", f"banner motd {delimiter}\nAuthorised users only.\ntelephony-service")
    found = _checked(file, text)
    assert (3, "error", "unterminated-text") in _told(found)
    assert "this text has no end" in next(each.message for each in found if each.code == "unterminated-text")
    running = Router.from_file(file).running_config
    for line in (*OFFICE.splitlines(), "Authorised users only."):
        assert line in running.splitlines(), line
    assert "banner motd" in running


def test_an_unterminated_certificate_takes_nothing_with_it(file: Path) -> None:
    block = "crypto pki certificate chain a\n certificate self-signed 01\n  30820229 30820192\n"
    found = _checked(file, OFFICE.replace("telephony-service\n", f"{block}telephony-service\n"))
    assert (4, "error", "unterminated-text") in _told(found)
    running = Router.from_file(file).running_config.splitlines()
    for line in (*OFFICE.splitlines(), "  30820229 30820192"):
        assert line in running, line


@pytest.mark.parametrize("text", ["", "\n", "!\n", "end\n", "\ufeff", " \t \n"])
def test_a_file_with_nothing_in_it(file: Path, text: str) -> None:
    assert _checked(file, text) == []
    assert Router.from_file(file).running_config == "version 15.7\n!\nhostname Router\n!\nend\n"


def test_what_is_not_known_is_kept_where_it_stands(file: Path) -> None:
    text = OFFICE.replace("telephony-service", "new-feature 1\n sub-feature 2\ntelephony-service").replace(
        " button", " bouton 1\n button"
    )
    found = _checked(file, text)
    assert [(each.line, each.severity) for each in found] == [(3, "info"), (4, "info"), (12, "error")]
    running = Router.from_file(file).running_config
    assert "new-feature 1\n sub-feature 2\n" in running
    assert " bouton 1\n" in running
    assert Router.from_text(running).running_config == running


def test_standard_input_may_be_bad_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for data, status in ((b"\x00\x01", 2), (b"\xff\xfe\xff", 0), (b"", 0)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert main(["validate", "-"]) == status
        assert "Traceback" not in capsys.readouterr().err
