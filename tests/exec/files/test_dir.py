"""dir: the files of flash and nvram."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exec.files.support import BROKEN, break_nvram, console

FLASH = (
    "Directory of flash0:/\n\n"
    "    1  -rw-   107847576   Jan 1 2026 00:00:00 +00:00  c2900-universalk9-mz.SPA.157-3.M8.bin\n\n"
    "256487424 bytes total (148639848 bytes free)\n"
)


@pytest.mark.parametrize("line", ["dir", "dir flash:", "dir flash0:/", "dir flash:/"])
def test_flash(tmp_path: Path, line: str) -> None:
    assert console(tmp_path)[1].execute(line) == FLASH


def test_the_image_is_that_of_show_version(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    name = FLASH.split("\n")[2].rsplit(maxsplit=1)[-1]
    assert f'System image file is "flash0:{name}"\n' in user.execute("show version")


def test_nvram(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    empty = "Directory of nvram:/\n\nNo files in directory\n\n262136 bytes total (262136 bytes free)\n"
    assert user.execute("dir nvram:") == empty
    (tmp_path / "startup-config").write_text("hostname Küche\n", encoding="utf-8")
    assert user.execute("dir nvram:/") == (
        "Directory of nvram:/\n\n"
        f"  250  -rw-  {16:10}                    <no date>  startup-config\n"
        f"  251  ----  {24:10}                    <no date>  private-config\n\n"
        f"262136 bytes total ({262136 - 16 - 24} bytes free)\n"
    )
    assert "  startup-config\n" in user.execute("dir nvram:startup-config")
    assert "  private-config\n" not in user.execute("dir nvram:startup-config")


@pytest.mark.parametrize("device", ["slot0:", "flash1:", "usbflash0:", "nvramx:"])
def test_no_such_device(tmp_path: Path, device: str) -> None:
    result = console(tmp_path)[1].run(f"dir {device}")
    assert not result.accepted
    assert result.output == f"%Error opening {device}/ (No such device)\n"


def test_a_startup_config_that_cannot_be_read(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    break_nvram(tmp_path)
    assert user.execute("dir nvram:") == BROKEN
    assert user.execute("show startup-config") == BROKEN


def test_files_and_directories(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    for line in ("mkdir phone", "", "show clock | redirect flash:clock.txt", "show clock | redirect flash:phone/clock.txt"):
        user.execute(line)
    size = len(user.execute("show clock"))
    file = f"-rw-  {size:10}  Nov 23 2026 12:00:00 +00:00  clock.txt\n"
    directory = f"drw-  {0:10}  Nov 23 2026 12:00:00 +00:00  phone\n"
    image = FLASH.split("\n")[2] + "\n"
    total = f"\n256487424 bytes total ({148639848 - 2 * size} bytes free)\n"
    assert user.execute("dir") == f"Directory of flash0:/\n\n{image}    2  {file}    3  {directory}{total}"
    assert user.execute("dir phone") == f"Directory of flash0:/phone\n\n    1  {file}{total}"
    assert user.execute("dir flash:clock.txt") == f"Directory of flash0:/clock.txt\n\n    1  {file}{total}"
    assert user.execute("dir /recursive") == (
        f"Directory of flash0:/\n\n{image}    2  {file}    3  {directory}\nDirectory of flash0:/phone\n\n    4  {file}{total}"
    )
    assert user.execute("dir none") == "%Error opening flash:/none (No such file or directory)\n"
    assert user.execute("dir tftp:") == "%Error opening tftp:/// (Timed out)\n"


def test_show_flash(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    user.execute("show clock | redirect flash:clock.txt")
    size = len(user.execute("show clock"))
    text = (
        "-#- --length-- -----date/time------ path\n"
        "1    107847576 Jan 01 2026 00:00:00 +00:00 c2900-universalk9-mz.SPA.157-3.M8.bin\n"
        f"2   {size:10} Nov 23 2026 12:00:00 +00:00 clock.txt\n\n"
        f"{148639848 - size} bytes available ({107847576 + size} bytes used)\n"
    )
    for line in ("show flash", "show flash:", "show flash0:"):
        assert user.execute(line) == text


def test_dir_all_filesystems_has_the_three_with_files(tmp_path: Path) -> None:
    text = console(tmp_path)[1].execute("dir all-filesystems")
    assert [line for line in text.split("\n") if line.startswith("Directory of ")] == [
        "Directory of system:/",
        "Directory of nvram:/",
        "Directory of flash0:/",
    ]


def test_show_file_systems_marks_the_current_one(tmp_path: Path) -> None:
    _, user = console(tmp_path)

    def marked() -> list[str]:
        return [line.split()[-1] for line in user.execute("show file systems").split("\n") if line.startswith("*")]

    assert marked() == ["flash:#"]
    user.execute("cd nvram:")
    assert marked() == ["nvram:"]
