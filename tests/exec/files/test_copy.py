"""copy running-config startup-config and back."""

from __future__ import annotations

from pathlib import Path

from tests.exec.files.support import BROKEN, break_nvram, configure, console


def test_running_to_startup(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname Kept")
    assert user.execute("copy running-config startup-config") == ""
    assert user.prompt == "Destination filename [startup-config]? "
    assert user.execute("") == "Building configuration...\n[OK]\n"
    assert "hostname Kept\n" in (tmp_path / "startup-config").read_text()
    assert not router.modified


def test_nvram_keeps_only_the_startup_config(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    user.run("copy running-config startup-config")
    result = user.run("other")
    assert not result.accepted
    assert result.output == "%Error opening nvram:other (only startup-config is kept there)\n"
    assert not (tmp_path / "startup-config").exists()


def test_startup_to_running_adds_its_lines(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    text = "hostname Kept\n"
    (tmp_path / "startup-config").write_text(text)
    configure(user, "hostname Lost", "ip domain name example.com")
    user.run("copy startup-config running-config")
    assert user.prompt == "Destination filename [running-config]? "
    assert user.execute("") == f"{len(text)} bytes copied in 0.100 secs\n"
    assert router.hostname == "Kept"
    assert "ip domain name example.com\n" in router.running_config


def test_startup_to_running_without_a_startup_config(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    user.run("copy startup-config running-config")
    assert user.execute("") == "%% Non-volatile configuration memory is not present\n"


def test_a_startup_config_that_cannot_be_read(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    break_nvram(tmp_path)
    before = router.running_config
    user.run("copy startup-config running-config")
    assert user.execute("") == BROKEN
    assert router.running_config == before
