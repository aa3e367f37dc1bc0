"""One router: loading, starting anew, what counts as modified, the log, and the stamp of the last change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iossim import ConfigurationError, Router
from iossim.router import Clock, core

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _router(text: str | None = None) -> Router:
    clock = Clock(lambda: NOON)
    return Router(clock=clock) if text is None else Router.from_text(text, clock=clock)


def test_a_bare_router_has_a_configuration_that_reads_back_as_itself() -> None:
    bare = _router()
    assert bare.running_config.startswith("version 15.7\n")
    assert bare.running_config.endswith("!\nend\n")
    assert bare.hostname == "Router"
    assert bare.findings == []
    again = _router(bare.running_config)
    assert again.running_config == bare.running_config
    assert again.findings == []


def test_every_router_has_a_version_and_a_name() -> None:
    router = _router("ephone-dn 1\n number 5\nend")
    assert router.running_config == "version 15.7\n!\nhostname Router\n!\nephone-dn  1\n number 5\n!\nend\n"
    assert _router('hostname "My Office"\nend').hostname == "My Office"


def test_findings_tell_what_is_wrong_in_the_text_it_was_made_from() -> None:
    router = _router("hostname a\nephone 1\n type 7960\n buton 1:1\nend")
    assert [(finding.line, finding.severity) for finding in router.findings] == [(4, "error")]
    assert " buton 1:1\n" in router.running_config


def test_a_router_is_modified_from_a_change_until_it_is_saved() -> None:
    router = _router("hostname a\nend")
    assert not router.modified
    session = router.session()
    session.execute("configure terminal")
    session.execute("exit")
    before = router.modified
    session.execute("configure terminal")
    session.execute("hostname b")
    assert (before, router.modified) == (False, True)
    assert router.save().ok
    assert not router.modified
    assert router.nvram.read() == "!\n" + router.running_config


def test_starting_anew_forgets_what_was_not_saved() -> None:
    router = _router("hostname a\nend")
    router.save()
    session = router.session()
    for line in ("configure terminal", "hostname b", "end"):
        session.execute(line)
    assert router.last_change == "! Last configuration change at 12:00:00 UTC Mon Nov 23 2026"
    router.restart(router.nvram.read())
    assert (router.hostname, router.last_change, router.modified) == ("a", "", False)
    router.restart(None)
    assert router.running_config == _router().running_config


def test_a_router_with_a_text_does_not_start_bare_before(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    read: list[int] = []

    def bare(_ports: Iterable[str]) -> str:
        read.append(1)
        return "hostname Bare"

    monkeypatch.setattr(core, "bare_configuration", bare)
    path = tmp_path / "a.cfg"
    path.write_text("hostname a\nmystery\nend\n")
    for router in (Router.from_text(path.read_text()), Router.from_file(path), Router(text=path.read_text())):
        assert router.hostname == "a"
        assert [finding.code for finding in router.findings] == ["verbatim"]
        assert not router.modified
    assert read == []
    assert Router().hostname == "Bare"
    assert read == [1]


def test_a_text_is_read_on_top_of_what_is_there() -> None:
    router = _router("hostname a\nephone 1\n type 7960\nend")
    router.load("ephone 1\n mac-address 1.2.3\nno hostname")
    assert "ephone  1\n device-security-mode none\n mac-address 0001.0002.0003\n type 7960\n" in router.running_config
    assert router.hostname == "Router"


def test_the_log_stamps_its_messages_and_passes_them_to_listeners() -> None:
    router = _router()
    heard: list[str] = []
    silence = router.log.listen(heard.append)
    router.log("SYS", 5, "CONFIG_I", "Configured from console by console")
    line = "*Nov 23 12:00:00.000: %SYS-5-CONFIG_I: Configured from console by console"
    assert heard == [line]
    assert router.log.buffer[-1] == line
    silence()
    silence()
    router.log("SYS", 5, "RESTART", "again")
    assert heard == [line]


def test_a_file_becomes_a_router(tmp_path: Path) -> None:
    file = tmp_path / "a.cfg"
    file.write_bytes(b"\xef\xbb\xbfhostname a\r\nend\r\n")
    assert Router.from_file(file).hostname == "a"
    assert Router.from_file(str(file)).findings == []


@pytest.mark.parametrize(
    ("content", "message"), [(None, "No such file or directory"), (b"\x00\x01", "is not a text file"), ("folder", "Is a directory")]
)
def test_a_file_that_is_no_configuration_is_told_by_name(tmp_path: Path, content: bytes | str | None, message: str) -> None:
    file = tmp_path / "a.cfg"
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content is not None:
        file.mkdir()
    with pytest.raises(ConfigurationError) as caught:
        Router.from_file(file)
    assert message in str(caught.value)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("line", ["no hostname", "no hostname R1", "default hostname"])
def test_a_router_without_its_name_prints_the_first_one(line: str) -> None:
    router = Router.from_text("hostname R1\nend\n")
    session = router.session()
    for typed in ("configure terminal", line):
        assert session.run(typed).accepted
    assert session.prompt == "Router(config)#"
    assert "\nhostname Router\n" in router.running_config


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("no ip address", " no ip address\n"),
        ("no ip address 10.0.0.1 255.255.255.0", " no ip address\n"),
        ("no ip address 10.0.0.2 255.255.255.0", " ip address 10.0.0.1 255.255.255.0\n"),
        ("no ip address dhcp", " ip address 10.0.0.1 255.255.255.0\n"),
    ],
)
def test_only_the_address_that_is_there_is_removed(line: str, left: str) -> None:
    router = Router.from_text("hostname R1\ninterface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\nend\n")
    session = router.session()
    for typed in ("configure terminal", "interface GigabitEthernet0/0", line):
        assert session.run(typed).accepted
    assert f"interface GigabitEthernet0/0\n{left}" in router.running_config
