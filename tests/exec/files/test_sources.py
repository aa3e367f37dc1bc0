"""Configurations by name, in configure replace and show archive config differences: a file is read below flash only."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Router
from tests.exec.files.support import configure, console

WANTED = "hostname Wanted\nend\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The nvram folder: it has two files in flash, and a secret beside flash and above."""
    nvram = tmp_path / "nvram"
    (nvram / "flash" / "old").mkdir(parents=True)
    (nvram / "flash" / "wanted.cfg").write_text(WANTED)
    (nvram / "flash" / "old" / "wanted.cfg").write_text(WANTED)
    (nvram / "secret.cfg").write_text(WANTED)
    (nvram / "flash2").mkdir()
    (nvram / "flash2" / "secret.cfg").write_text(WANTED)
    (tmp_path / "secret.cfg").write_text(WANTED)
    return nvram


@pytest.mark.parametrize(
    "name", ["flash:wanted.cfg", "flash:/wanted.cfg", "flash0:old/wanted.cfg", "flash:old/../wanted.cfg", "wanted.cfg"]
)
def test_a_file_below_flash(folder: Path, name: str) -> None:
    router, user = console(folder)
    assert "\nRollback Done\n\n" in user.execute(f"configure replace {name} force")
    assert router.hostname == "Wanted"
    # The file has no `version`; a router always has one, and nothing is left to replace.
    assert router.running_config.startswith("version 15.7\n")
    assert user.execute(f"configure replace {name} force") == "Total number of passes: 0\nRollback Done\n\n"


@pytest.mark.parametrize(
    "name",
    [
        "flash:../secret.cfg",
        "flash:/../secret.cfg",
        "flash:../../secret.cfg",
        "flash:old/../../secret.cfg",
        "flash:../flash2/secret.cfg",
        "flash:outside.cfg",
        "flash:circle.cfg",
        "flash:old",
        "flash:",
        "flash:missing.cfg",
        "flash:../nvram/secret.cfg",
    ],
)
def test_no_file_elsewhere(folder: Path, name: str) -> None:
    (folder / "flash" / "outside.cfg").symlink_to(folder / "secret.cfg")
    (folder / "flash" / "circle.cfg").symlink_to(folder / "flash" / "circle.cfg")
    router, user = console(folder)
    before = router.running_config
    for line in (f"configure replace {name} force", f"show archive config differences {name}"):
        result = user.run(line)
        assert not result.accepted
        reason = "Is a directory" if name in ("flash:", "flash:old") else "No such file or directory"
        shown = f"flash:/{name.removeprefix('flash:').removeprefix('/').replace('old/../', '')}"
        assert result.output == f"%Error opening {shown} ({reason})\n"
    assert router.running_config == before


def test_an_absolute_path_is_below_flash(folder: Path) -> None:
    _, user = console(folder)
    path = folder / "secret.cfg"
    assert not user.run(f"configure replace flash:{path} force").accepted
    assert not user.run(f"configure replace flash:/{path} force").accepted
    assert not user.run(f"configure replace {path} force").accepted


def test_a_file_that_is_no_text(folder: Path) -> None:
    _, user = console(folder)
    (folder / "flash" / "image.bin").write_bytes(b"a\0b")
    assert not user.run("configure replace flash:image.bin force").accepted


def test_in_memory_there_is_no_flash() -> None:
    assert not Router().session().run("configure replace flash:wanted.cfg force").accepted


@pytest.mark.parametrize(
    ("answer", "name"), [("y", "Wanted"), ("ye", "Wanted"), ("yes", "Wanted"), ("", "Router"), ("n", "Router")]
)
def test_the_question_before_a_replacement(folder: Path, answer: str, name: str) -> None:
    router, user = console(folder)
    user.run("configure replace flash:wanted.cfg")
    assert user.prompt.endswith("Enter Y if you are sure you want to proceed. ? [no]: ")
    user.run(answer)
    assert router.hostname == name


def test_differences_of_two_files(folder: Path) -> None:
    (folder / "flash" / "other.cfg").write_text("hostname Wanted\nip domain name example.com\nend\n")
    _, user = console(folder)
    head = "!Contextual Config Diffs:\n"
    assert (
        user.execute("show archive config differences flash:wanted.cfg flash:other.cfg") == f"{head}+ip domain name example.com\n"
    )
    assert (
        user.execute("show archive config differences flash:other.cfg flash:wanted.cfg") == f"{head}-ip domain name example.com\n"
    )
    assert user.execute("show archive config differences flash:other.cfg flash:other.cfg") == f"{head}!No changes were found\n"


def test_the_first_configuration_that_is_missing_is_named(folder: Path) -> None:
    _, user = console(folder)
    assert user.execute("show archive config differences") == "%Error opening nvram:/startup-config (No such file or directory)\n"
    line = "show archive config differences flash:wanted.cfg flash:none.cfg"
    assert user.execute(line) == "%Error opening flash:/none.cfg (No such file or directory)\n"


def test_a_replacement_comes_back(folder: Path) -> None:
    router, user = console(folder)
    configure(user, "hostname Before", "telephony-service", "max-dn 1", "ephone-dn 1", "number 5001", "ephone 1", "button 1:1")
    user.run("write memory")
    before = router.running_config
    user.run("configure replace flash:wanted.cfg force")
    assert "ephone-dn" not in router.running_config
    user.run("configure replace nvram:startup-config force")
    lines = [line for line in before.split("\n") if not line.startswith("!")]
    assert [line for line in router.running_config.split("\n") if not line.startswith("!")] == lines
