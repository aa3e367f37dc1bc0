"""write erase, erase startup-config and write terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exec.files.support import configure, console


@pytest.mark.parametrize("line", ["write erase", "erase startup-config"])
@pytest.mark.parametrize("answer", ["", "y", "ye", "yes", "Y"])
def test_erase(tmp_path: Path, line: str, answer: str) -> None:
    router, user = console(tmp_path)
    user.run("write memory")
    user.run(line)
    assert user.prompt == "Erasing the nvram filesystem will remove all configuration files! Continue? [confirm]"
    assert user.execute(answer) == "[OK]\nErase of nvram: complete\n"
    assert not (tmp_path / "startup-config").exists()
    assert router.log.buffer[-1].endswith("%SYS-7-NV_BLOCK_INIT: Initialized the geometry of nvram")


@pytest.mark.parametrize("answer", ["n", "no", "yess", "x"])
def test_no_erase(tmp_path: Path, answer: str) -> None:
    _, user = console(tmp_path)
    user.run("write memory")
    user.run("erase startup-config")
    assert user.execute(answer) == ""
    assert (tmp_path / "startup-config").exists()


def test_a_startup_config_that_cannot_be_erased(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    (tmp_path / "startup-config").mkdir()
    user.run("erase startup-config")
    result = user.run("")
    assert not result.accepted
    assert result.output.startswith("%Error opening nvram:/startup-config (")
    assert not router.log.buffer or "NV_BLOCK_INIT" not in router.log.buffer[-1]


def test_write_terminal_is_show_running_config(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    configure(user, "hostname Here")
    text = user.execute("write terminal")
    assert text == user.execute("show running-config")
    assert text.startswith("Building configuration...\n\nCurrent configuration : ")
    assert "\nhostname Here\n" in text
