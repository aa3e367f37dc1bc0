"""show boot: the image and the register that the next start uses."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def show_boot(line: Line) -> Iterator[str]:
    """The boot variables, from the lines `boot system` and `boot config`, and the configuration register."""
    root = line.router.config.root
    images = "".join(f"{_file(command.words[2:])},1;" for command in root.all("boot_system") if not command.negative)
    files = "".join(_file(command.words[2:3]) for command in root.all("boot_config") if not command.negative)
    yield f"BOOT variable = {images}" if images else "BOOT variable does not exist"
    yield f"CONFIG_FILE variable = {files}" if files else "CONFIG_FILE variable does not exist"
    yield "BOOTLDR variable does not exist"
    yield line.router.register_text


@exec_command
def show_bootvar(line: Line) -> Iterator[str]:
    """The same as `show boot`."""
    return show_boot(line)


def _file(words: list[str]) -> str:
    """The name of a file: `flash:a.bin` for the words `flash a.bin`."""
    return words[0] if len(words) == 1 or ":" in words[0] else f"{words[0]}:{words[1]}"
