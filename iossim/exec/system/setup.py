"""setup: the System Configuration Dialog, which asks for a name and passwords, and enters them as commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from iossim.exec.command import Line, Question, Reply, ask, exec_command
from iossim.language import Command
from iossim.language.matching import match_typed

_TITLE = ("", "", "         --- System Configuration Dialog ---", "")
_HELP = (
    "",
    "At any point you may enter a question mark '?' for help.",
    "Use ctrl-c to abort configuration dialog at any prompt.",
    "Default settings are in square brackets '[]'.",
    "",
    "",
    "Configuring global parameters:",
    "",
)
_SECRET = (
    "",
    "  The enable secret is a password used to protect access to",
    "  privileged EXEC and configuration modes. This password, after",
    "  entered, becomes encrypted in the configuration.",
)
_PASSWORD = (
    "",
    "  The enable password is used when you do not specify an",
    "  enable secret password, with some older software versions, and",
    "  some boot images.",
)
_TERMINAL = ("", "  The virtual terminal password is used to protect", "  access to the router over a network interface.")
_CHOICES = (
    "",
    "",
    "[0] Go to the IOS command prompt without saving this config.",
    "[1] Return back to the setup without saving this config.",
    "[2] Save this configuration to nvram and exit.",
    "",
)
_WRONG = ("% Please answer 'yes' or 'no'.",)
_NO_DEFAULT = ("% No defaulting allowed",)


@exec_command
def setup(line: Line) -> Question:
    """Asks whether to go on, and then for name and passwords; the last answer enters and saves them."""
    return _begin(line, _TITLE)


def _begin(line: Line, says: Iterable[str]) -> Question:
    def answer(typed: str) -> Reply:
        word = typed.strip().lower()
        if word and "yes".startswith(word):
            return _name(line)
        return None if word and "no".startswith(word) else _begin(line, _WRONG)

    return ask("Continue with configuration dialog? [yes/no]: ", answer, says=says, default="no")


def _name(line: Line) -> Question:
    name = line.router.hostname
    return ask(f"  Enter host name [{name}]: ", lambda typed: _secret(line, [f"hostname {typed.strip() or name}"]), says=_HELP)


def _secret(line: Line, script: list[str]) -> Question:
    return _needed("  Enter enable secret: ", _SECRET, lambda word: _password(line, [*script, f"enable secret {word}"]))


def _password(line: Line, script: list[str]) -> Question:
    return _needed("  Enter enable password: ", _PASSWORD, lambda word: _terminal(line, [*script, f"enable password {word}"]))


def _terminal(line: Line, script: list[str]) -> Question:
    def entered(word: str) -> Question:
        return _choose(line, [*script, "line vty 0 4", f" password {word}"])

    return _needed("  Enter virtual terminal password: ", _TERMINAL, entered)


def _needed(prompt: str, says: Iterable[str], entered: Callable[[str], Question]) -> Question:
    """A question without a default."""
    return ask(prompt, lambda typed: entered(typed.strip()) if typed.strip() else _needed(prompt, _NO_DEFAULT, entered), says=says)


def _choose(line: Line, script: list[str]) -> Question:
    shown = ("", "The following configuration command script was created:", "", *_without_secrets(script), "!", "end", *_CHOICES)
    return ask("Enter your selection [2]: ", lambda typed: _chosen(line, script, typed.strip() or "2"), says=shown)


def _chosen(line: Line, script: list[str], choice: str) -> Reply:
    match choice:
        case "0":
            return None
        case "1":
            return _begin(line, _TITLE)
        case "2":
            _enter(line, script)
            saved = line.router.save()
            result = "[OK]" if saved.ok else saved.message
            return iter(
                ["Building configuration...", result, "Use the enabled mode 'configure' command to modify this configuration."]
            )
        case _:
            return _choose(line, script)


def _enter(line: Line, script: list[str]) -> None:
    """Enters the lines of the script; a line that the router refuses is left out."""
    root = line.router.config.root
    section = root
    for text in script:
        where = section if text.startswith(" ") else root
        command = match_typed(where.mode, text.strip())
        if isinstance(command, Command):
            section = line.router.apply(where, command).section


def _without_secrets(script: list[str]) -> list[str]:
    """The lines of the script as the dialogue shows them, with a mark in place of the secrets."""
    marks = ("enable secret ", "enable password ", " password ")
    return [next((f"{mark}*****" for mark in marks if text.startswith(mark)), text) for text in script]
