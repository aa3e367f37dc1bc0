"""reload: the questions, and a startup-config that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exec.files.support import BROKEN, break_nvram, configure, console


def test_a_saved_configuration(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname Kept")
    user.run("write memory")
    user.run("reload")
    assert user.prompt == "Proceed with reload? [confirm]"
    user.run("")
    assert user.closed
    assert router.hostname == "Kept"
    assert router.log.buffer[-1].endswith("%SYS-5-RELOAD: Reload requested by console. Reload Reason: Reload Command.")


@pytest.mark.parametrize(("answer", "name"), [("y", "New"), ("ye", "New"), ("yes", "New"), ("n", "Old"), ("", "Old"), ("x", "Old")])
def test_a_modified_configuration(tmp_path: Path, answer: str, name: str) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname Old")
    user.run("write memory")
    configure(user, "hostname New")
    user.run("reload")
    assert user.prompt == "System configuration has been modified. Save? [yes/no]: "
    assert user.execute(answer) == ("Building configuration...\n[OK]\n" if name == "New" else "")
    assert user.prompt == "Proceed with reload? [confirm]"
    user.run("y")
    assert user.closed
    assert router.hostname == name


def test_no_reload(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname New")
    user.run("reload")
    user.run("no")
    assert user.execute("n") == ""
    assert not user.closed
    assert router.hostname == "New"


def test_a_startup_config_that_cannot_be_read(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    configure(user, "hostname Running")
    break_nvram(tmp_path)
    user.run("reload")
    user.run("no")
    assert user.execute("") == BROKEN
    assert not user.closed
    assert router.hostname == "Running"
