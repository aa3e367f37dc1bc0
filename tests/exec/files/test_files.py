"""delete, rename, mkdir, rmdir, cd, pwd, more, verify, format, squeeze, show boot, and output that goes to a file."""

from __future__ import annotations

from hashlib import md5
from pathlib import Path

import pytest

from iossim.router.facts.chassis import IMAGE, IMAGE_MD5
from iossim.session import Session
from tests.exec.files.support import configure, console


def dialogue(user: Session, *lines: str) -> str:
    """The prompts of the questions and the outputs of lines."""
    return "".join((user.prompt + "\n" if user.asking else "") + user.execute(line) for line in lines)


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder / "flash")) for path in (folder / "flash").rglob("*"))


def test_delete(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    dialogue(user, "show clock | redirect x", "show clock | redirect y")
    assert dialogue(user, "delete flash:x", "", "n") == "Delete filename [x]? \nDelete flash0:/x? [confirm]\n"
    assert _files(tmp_path) == ["x", "y"]
    dialogue(user, "delete flash:x", "", "")
    assert _files(tmp_path) == ["y"]
    dialogue(user, "delete flash:other", "y", "y")
    assert _files(tmp_path) == []


def test_delete_of_what_is_not_there(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    missing = "%Error deleting flash:/x (No such file or directory)\n"
    assert dialogue(user, "delete flash:x", "", "") == f"Delete filename [x]? \nDelete flash0:/x? [confirm]\n{missing}"
    assert dialogue(user, "delete flash:x", "", "n") == "Delete filename [x]? \nDelete flash0:/x? [confirm]\n"
    assert dialogue(user, "delete /force flash:x") == missing
    assert dialogue(user, "delete /force tftp://h/x") == "%Error deleting tftp://h/x (No such device)\n"


def test_delete_of_a_directory(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    dialogue(user, "mkdir d", "", "show clock | redirect d/x")
    full = "%Error deleting flash:/d (Can't delete a directory that has files in it)\n"
    assert dialogue(user, "delete /force d") == full
    assert _files(tmp_path) == ["d", "d/x"]
    assert dialogue(user, "delete /recursive /force d") == ""
    assert _files(tmp_path) == []
    dialogue(user, "mkdir d", "")
    assert dialogue(user, "delete /force d") == "%Error deleting flash:/d (Is a directory)\n"


def test_delete_of_the_startup_config(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    user.execute("write memory")
    assert dialogue(user, "delete nvram:startup-config", "", "") == (
        "Delete filename [startup-config]? \nDelete nvram:/startup-config? [confirm]\n"
    )
    assert user.execute("show startup-config") == "startup-config is not present\n"


def test_rename(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    dialogue(user, "show clock | redirect x", "show clock | redirect y")
    assert dialogue(user, "rename x z", "") == "Destination filename [z]? \n"
    assert _files(tmp_path) == ["y", "z"]
    assert dialogue(user, "rename z y", "").endswith("%Error renaming flash:/z (File exists)\n")
    assert dialogue(user, "rename none y", "").endswith("%Error renaming flash:/none (No such file or directory)\n")
    assert dialogue(user, "rename z nvram:z", "").endswith("%Error renaming flash:/z (Permission denied)\n")
    assert _files(tmp_path) == ["y", "z"]


def test_directories(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    assert dialogue(user, "mkdir d", "") == "Create directory filename [d]? \nCreated dir flash0:/d\n"
    assert dialogue(user, "mkdir d", "").endswith("%Error Creating dir flash:/d (File exists)\n")
    user.execute("cd d")
    assert user.execute("pwd") == "flash0:/d\n"
    dialogue(user, "mkdir e", "", "show clock | redirect x")
    assert _files(tmp_path) == ["d", "d/e", "d/x"]
    user.execute("cd /d/e/..")
    assert user.execute("pwd") == "flash0:/d\n"
    user.execute("cd")
    assert user.execute("pwd") == "flash0:\n"
    assert dialogue(user, "rmdir d", "", "") == (
        "Remove directory filename [d]? \nDelete flash0:/d? [confirm]\n"
        "%Error Removing dir flash:/d (Can't delete a directory that has files in it)\n"
    )
    dialogue(user, "delete /force d/x", "rmdir d/e", "", "")
    assert dialogue(user, "rmdir d", "", "n") == "Remove directory filename [d]? \nDelete flash0:/d? [confirm]\n"
    assert dialogue(user, "rmdir d", "", "").endswith("Removed dir flash0:/d\n")
    assert _files(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none", "No such file or directory"),
        ("..", "No such file or directory"),
        (IMAGE, "Not a directory"),
        ("usb:", "No such device"),
    ],
)
def test_cd_to_what_is_no_directory(tmp_path: Path, name: str, reason: str) -> None:
    _, user = console(tmp_path)
    shown = name + "/" if name.endswith(":") else f"flash:/{name}"
    assert user.execute(f"cd {name}") == f"%Error changing directory {shown} ({reason})\n"
    assert user.execute("pwd") == "flash0:\n"


def test_each_line_has_its_own_directory(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    user.execute("cd nvram:")
    assert router.session().execute("pwd") == "flash0:\n"
    assert user.execute("more startup-config") == "%Error opening nvram:/startup-config (No such file or directory)\n"


def test_more(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    (tmp_path / "flash").mkdir()
    (tmp_path / "flash" / "x").write_bytes("one\r\nzwölf\n\x1b[2J\n".encode() + b"\xff")
    assert user.execute("more flash:x") == "one\nzwölf\n\\u001b[2J\n\ufffd\n"
    assert user.execute("more x | include one") == "one\n"
    assert user.execute("more system:running-config") == router.running_config
    assert user.execute("more none") == "%Error opening flash:/none (No such file or directory)\n"
    assert user.execute(f"more {IMAGE}") == f"%Error opening flash:/{IMAGE} (Permission denied)\n"


def test_verify(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    (tmp_path / "flash").mkdir()
    (tmp_path / "flash" / "x").write_bytes(b"abc")
    digest = md5(b"abc", usedforsecurity=False).hexdigest()
    done = ".MD5 of flash:x Done!\n"
    assert user.execute("verify /md5 flash:x") == f"{done}verify /md5 (flash:x) = {digest}\n"
    assert user.execute(f"verify /md5 flash:x {digest.upper()}") == f"{done}Verified (flash:x) = {digest}\n"
    wrong = "0" * 32
    assert user.execute(f"verify /md5 flash:x {wrong}") == (
        f"{done}%Error verifying flash:x\nComputed signature  = {digest}\nSubmitted signature = {wrong}\n"
    )
    assert user.execute("verify flash:x") == "%ERROR: Signature not found in file flash0:/x.\n"
    assert user.execute("verify flash:none") == "%Error verifying flash:/none (No such file or directory)\n"
    assert user.execute(f"verify /md5 {IMAGE}").endswith(f"verify /md5 ({IMAGE}) = {IMAGE_MD5}\n")
    assert user.execute(f"verify {IMAGE}").endswith(f"successfully verified in file flash0:/{IMAGE}\n")


def test_format(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    user.execute("show clock | redirect x")
    first = "Format operation may take a while. Continue? [confirm]\n"
    second = 'Format operation will destroy all data in "flash0:".  Continue? [confirm]\n'
    assert dialogue(user, "format flash:", "n") == first
    assert dialogue(user, "format flash:", "", "n") == first + second
    assert _files(tmp_path) == ["x"]
    assert dialogue(user, "format flash0:", "", "").endswith("Format of flash0: complete\n")
    assert "No files in directory\n\n256487424 bytes total (256487424 bytes free)\n" in user.execute("dir")
    assert user.execute("format nvram:") == "%Error formatting nvram:/ (No such device)\n"


def test_squeeze_is_for_other_flashes(tmp_path: Path) -> None:
    assert console(tmp_path)[1].execute("squeeze flash:") == "%Error squeezing flash:/ (Operation not supported)\n"


def test_show_boot(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    assert user.execute("show boot") == (
        "BOOT variable does not exist\nCONFIG_FILE variable does not exist\nBOOTLDR variable does not exist\n"
        "Configuration register is 0x2102\n"
    )
    configure(user, "boot system flash0:a.bin", "boot system flash0:b.bin", "config-register 0x2142")
    text = user.execute("show boot")
    assert text.startswith("BOOT variable = flash0:a.bin,1;flash0:b.bin,1;\n")
    assert text.endswith("Configuration register is 0x2102 (will be 0x2142 at next reload)\n")
    user.execute("write memory")
    router.restart(router.nvram.read())
    assert router.session().execute("show boot").endswith("Configuration register is 0x2142\n")


def test_output_to_a_file(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    clock = user.execute("show clock")
    assert user.execute("show clock | redirect x") == ""
    assert user.execute("show clock | append x") == ""
    assert user.execute("more x") == clock * 2
    assert user.execute("show clock | tee x") == clock
    assert user.execute("show clock | tee /append x") == clock
    assert user.execute("more x") == clock * 2
    assert user.execute("show clock | append new") == ""
    assert user.execute("more new") == clock


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("tftp://10.0.0.5/x", "%Error opening tftp://10.0.0.5/x (Timed out)"),
        ("flash:none/x", "%Error opening flash:/none/x (No such file or directory)"),
        ("flash:../x", "%Error opening flash:/../x (No such file or directory)"),
        ("flash:", "%Error opening flash:/ (Invalid argument)"),
        ("usb:x", "%Error opening usb:/x (No such device)"),
        ("nvram:x", "%Error opening nvram:/x (only startup-config is kept there)"),
        ("system:running-config", "%Error opening system:/running-config (Permission denied)"),
    ],
)
def test_output_to_a_place_that_takes_none(tmp_path: Path, url: str, message: str) -> None:
    _, user = console(tmp_path)
    result = user.run(f"show clock | redirect {url}")
    assert (result.accepted, result.output) == (False, f"{message}\n")
    assert not (tmp_path / "flash").exists()


def test_output_to_a_file_needs_the_highest_level(tmp_path: Path) -> None:
    router, _ = console(tmp_path)
    user = router.session(privilege=1)
    assert user.execute("show clock | redirect x") == "%Error opening flash:/x (Permission denied)\n"
    assert not (tmp_path / "flash").exists()
