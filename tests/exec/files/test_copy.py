"""copy: running-config, startup-config, files of flash:, and the network, with their questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.session import Session
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
    assert result.output == "%Error opening nvram:/other (only startup-config is kept there)\n"
    assert not (tmp_path / "startup-config").exists()


def test_startup_to_running_adds_its_lines(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    text = "hostname Kept\n"
    (tmp_path / "startup-config").write_text(text)
    configure(user, "hostname Lost", "ip domain name example.com")
    user.run("copy startup-config running-config")
    assert user.prompt == "Destination filename [running-config]? "
    assert user.execute("") == f"{len(text)} bytes copied in 0.500 secs ({2 * len(text)} bytes/sec)\n"
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


def dialogue(user: Session, *lines: str) -> str:
    """The prompts and outputs of lines, with each line after its prompt."""
    return "".join(f"{user.prompt}{line}\n{user.execute(line)}" for line in lines)


def size(router_text: str) -> str:
    """The last line of a copy."""
    count = len(router_text.encode())
    return f"{count} bytes copied in 0.500 secs ({2 * count} bytes/sec)\n"


def test_running_to_flash_and_over_it(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    text = router.running_config
    first = dialogue(user, "copy running-config flash:x.cfg", "")
    assert first == f"Router#copy running-config flash:x.cfg\nDestination filename [x.cfg]? \n\n{size(text)}"
    assert (tmp_path / "flash" / "x.cfg").read_text() == text
    configure(user, "hostname Other")
    asked = "%Warning:There is a file already existing with this name \nDo you want to over write? [confirm]"
    assert dialogue(user, "copy run flash:x.cfg", "", "n").endswith(f"{asked}n\n")
    assert (tmp_path / "flash" / "x.cfg").read_text() == text
    assert dialogue(user, "copy run flash:x.cfg", "", "y").endswith(f"{asked}y\n\n{size(router.running_config)}")
    assert (tmp_path / "flash" / "x.cfg").read_text() == router.running_config


def test_another_name_is_typed(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    dialogue(user, "copy run flash:", "typed.cfg")
    assert (tmp_path / "flash" / "typed.cfg").read_text() == router.running_config
    dialogue(user, "copy run flash:", "flash:with-device.cfg")
    assert (tmp_path / "flash" / "with-device.cfg").exists()
    assert dialogue(user, "copy run flash:none/x", "").endswith("%Error opening flash:/none/x (No such file or directory)\n")


def test_flash_to_running_types_its_lines(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    text = (
        "hostname Merged\ninterface GigabitEthernet0/0\n ip adress 10.0.0.1 255.0.0.0\n no shutdown\n"
        "banner motd ^C\nend\nhello\n^C\nno shutdown\nend\nhostname Never\n"
    )
    (tmp_path / "flash").mkdir()
    (tmp_path / "flash" / "x.cfg").write_text(text)
    output = dialogue(user, "copy flash:x.cfg running-config", "")
    refused = (
        " ip adress 10.0.0.1 255.0.0.0\n      ^\n% Invalid input detected at '^' marker.\n\nno shutdown\n% Incomplete command.\n\n"
    )
    assert output == (f"Router#copy flash:x.cfg running-config\nDestination filename [running-config]? \n{refused}{size(text)}")
    assert router.hostname == "Merged"
    assert "banner motd ^C\nend\nhello\n^C\n" in router.running_config
    assert not user.in_configuration


def test_flash_to_startup(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    (tmp_path / "flash").mkdir()
    (tmp_path / "flash" / "x.cfg").write_text("hostname Kept\n")
    assert dialogue(user, "copy flash:x.cfg startup-config", "").endswith(f"? \n[OK]\n{size('hostname Kept' + chr(10))}")
    assert (tmp_path / "startup-config").read_text() == "hostname Kept\n"


def test_startup_to_flash_and_between_files(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    text = "hostname Kept\n"
    (tmp_path / "startup-config").write_text(text)
    assert dialogue(user, "copy startup-config flash:s.cfg", "").endswith(f"\n\n{size(text)}")
    user.execute("mkdir d")
    user.execute("")
    assert dialogue(user, "copy flash:s.cfg flash:d", "").endswith(f"[s.cfg]? \nCopy in progress...C\n\n{size(text)}")
    assert (tmp_path / "flash" / "d" / "s.cfg").read_text() == text
    same = dialogue(user, "copy flash:s.cfg flash0:S.cfg", "", "")
    assert same.endswith("%Error copying flash0:/S.cfg (Source and destination are the same file)\n")
    assert (tmp_path / "flash" / "s.cfg").read_text() == text


def test_the_network_is_never_reached(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    assert dialogue(user, "copy tftp: flash:", "10.0.0.5", "x", "") == (
        "Router#copy tftp: flash:\nAddress or name of remote host []? 10.0.0.5\nSource filename []? x\nDestination filename [x]? \n"
        "Accessing tftp://10.0.0.5/x...\n%Error opening tftp://10.0.0.5/x (Timed out)\n"
    )
    assert dialogue(user, "copy run tftp:", "10.0.0.5", "").endswith(
        "Destination filename [router-confg]? \n%Error opening tftp://10.0.0.5/router-confg (Timed out)\n"
    )
    assert dialogue(user, "copy http://h/a/b.cfg run", "").endswith(
        "Accessing http://h/a/b.cfg...\n%Error opening http://h/a/b.cfg (Timed out)\n"
    )
    assert dialogue(user, "copy ftp: run", "").endswith("%Error: no host name given\n")
    assert not (tmp_path / "flash").exists()


def test_a_device_of_old_times_needs_no_colon(tmp_path: Path) -> None:
    _, user = console(tmp_path)
    assert dialogue(user, "copy run tftp", "10.0.0.5", "") == (
        "Router#copy run tftp\nAddress or name of remote host []? 10.0.0.5\nDestination filename [router-confg]? \n"
        "%Error opening tftp://10.0.0.5/router-confg (Timed out)\n"
    )
    assert dialogue(user, "copy FTP flash", "10.0.0.5", "x", "").endswith("%Error opening ftp://10.0.0.5/x (Timed out)\n")
    assert dialogue(user, "copy flash rcp", "x", "10.0.0.5", "x").startswith(
        "Router#copy flash rcp\nSource filename []? x\nAddress or"
    )
    assert dialogue(user, "copy run flash0", "").startswith("Router#copy run flash0\nDestination filename [flash0]? \n")
    assert (tmp_path / "flash" / "flash0").exists()


def test_write_network_is_a_copy_to_tftp(tmp_path: Path) -> None:
    assert dialogue(console(tmp_path)[1], "write network", "h", "") == (
        "Router#write network\nThis command has been replaced by the command:\n         'copy system:/running-config <url>'\n"
        "Address or name of remote host []? h\nDestination filename [router-confg]? \n"
        "%Error opening tftp://h/router-confg (Timed out)\n"
    )


def test_null_takes_everything(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    assert dialogue(user, "copy run null:", "").endswith(f"\n\n{size(router.running_config)}")


@pytest.mark.parametrize("name", ["flash:none", "none", "nvram:none", "slot0:x", "null:x", "system:none"])
def test_a_source_that_is_not_there(tmp_path: Path, name: str) -> None:
    router, user = console(tmp_path)
    before = router.running_config
    user.execute(f"copy {name} running-config")
    result = user.run("")
    assert not result.accepted
    assert result.output.startswith("%Error opening ")
    assert router.running_config == before


def test_file_prompt_quiet_asks_nothing(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    configure(user, "file prompt quiet")
    assert user.execute("copy running-config startup-config") == "Building configuration...\n[OK]\n"
    for _ in range(2):
        assert user.execute("copy running-config flash:x.cfg") == f"\n{size(router.running_config)}"
    assert user.execute("mkdir d") == "Created dir flash0:/d\n"
    assert user.execute("rename x.cfg d/y.cfg") == ""
    assert user.execute("delete d/y.cfg") == ""
    assert user.execute("rmdir d") == "Removed dir flash0:/d\n"
    assert list((tmp_path / "flash").iterdir()) == []
    configure(user, "no file prompt")
    user.execute("copy running-config flash:x.cfg")
    assert user.asking


def test_a_full_flash(tmp_path: Path) -> None:
    router, user = console(tmp_path)
    dialogue(user, "copy run flash:x.cfg", "")
    old = router.running_config
    router.flash.total = router.flash.total - router.flash.free
    configure(user, "hostname Longer-than-before")
    full = "%Error opening flash:/x.cfg (No space left on device)\n"
    assert dialogue(user, "copy run flash:x.cfg", "", "").endswith(full)
    assert user.execute("show running-config | redirect flash:x.cfg") == full
    assert (tmp_path / "flash" / "x.cfg").read_text() == old
