"""show tech-support and show configuration: the output of other commands."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command, run
from iossim.exec.files.show_config import show_startup_config
from iossim.language import Command
from iossim.language.matching import match_typed

#: The commands, in their order; one that the router does not have is left out.
_COMMANDS = (
    "show version",
    "show running-config",
    "show stacks",
    "show interfaces",
    "show controllers",
    "show file systems",
    "show flash: all",
    "show processes memory",
    "show processes cpu",
    "show processes cpu history",
    "show diag",
    "show buffers",
    "show ip interface brief",
    "show ephone summary",
)
_RULE = "-" * 18


@exec_command
def show_tech_support(line: Line) -> Iterator[str]:
    """The output of the commands that a technician asks for, without the secrets of the configuration."""
    mode = line.router.config.language.mode("exec")
    for text in _COMMANDS:
        command = match_typed(mode, text)
        if isinstance(command, Command):
            yield from ("", f"{_RULE} {text} {_RULE}", "")
            yield from _output(line, command)
    yield ""


def _output(line: Line, command: Command) -> Iterator[str]:
    output = run(line, command)
    if not isinstance(output, str):
        return
    secrets = _secrets(line) if command.name == "show_running_config" else {}
    for text in output.split("\n")[:-1]:
        shown = secrets.get(text.strip())
        yield text if shown is None else text[: len(text) - len(text.lstrip())] + shown


def _secrets(line: Line) -> dict[str, str]:
    """The lines of the configuration with a secret, and what stands in their place."""
    found: dict[str, str] = {}
    for section in line.router.config.root.walk():
        for command in section.entries.values():
            if command.form.secret:
                words = ["<removed>" if at in command.form.secret else word for at, word in enumerate(command.words)]
                found[command.text.strip()] = " ".join(words)
    return found


@exec_command
def show_configuration(line: Line) -> Iterator[str]:
    """The startup-config."""
    return show_startup_config(line)
