"""dir: the files of flash and nvram."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exec.files.support import BROKEN, break_nvram, console

FLASH = (
    "Directory of flash0:/\n\n"
    "    1  -rw-   107847576  Jan 1 2026 00:00:00 +00:00  c2900-universalk9-mz.SPA.157-3.M8.bin\n\n"
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
    empty = "Directory of nvram:/\n\n\n262144 bytes total (256000 bytes free)\n"
    assert user.execute("dir nvram:") == empty
    (tmp_path / "startup-config").write_text("hostname Küche\n", encoding="utf-8")
    row = f"    1  -rw-  {16:10}                    <no date>  startup-config\n"
    assert user.execute("dir nvram:/") == f"Directory of nvram:/\n\n{row}\n262144 bytes total (256000 bytes free)\n"


@pytest.mark.parametrize("device", ["slot0:", "tftp:", "usbflash0:", "nvramx:"])
def test_no_such_device(tmp_path: Path, device: str) -> None:
    result = console(tmp_path)[1].run(f"dir {device}")
    assert not result.accepted
    assert result.output == f"%Error opening {device} (No such device)\n"


def test_a_startup_config_that_cannot_be_read(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    break_nvram(tmp_path)
    assert user.execute("dir nvram:") == BROKEN
    assert user.execute("show startup-config") == BROKEN
