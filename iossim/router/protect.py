"""Hashes or hides the secrets of a command before it is stored."""

from __future__ import annotations

from iossim.config import Configuration
from iossim.config.checks.secrets import KINDS, kind_before, word_of
from iossim.language import Command, match
from iossim.router.secrets import hash_secret, hide_type7, verify

#: The kind of a hash, by the algorithm that `algorithm-type` names; without it MD5.
_KIND_OF = {"": "5", "md5": "5", "sha256": "8", "scrypt": "9"}


def protect(configuration: Configuration, command: Command) -> Command:
    """A command with its clear secret hashed (`//@ secret FIELD hashed`), or hidden (`service password-encryption`, or `marked`).

    A secret typed with a kind other than 0 is stored as it is, and so are fields that the documents show in clear.

    Args:
        configuration: the configuration, for `service password-encryption`.
        command: the command as typed.
    """
    for field, storage in command.form.rule.secrets:
        index = word_of(command, field)
        if index < 0 or not storage:
            continue
        kind = kind_before(command, index)
        if kind not in ("", "0"):
            continue
        clear, rest = command.words[index].strip('"'), command.words[index + 1 :]
        if storage == "marked":
            if command.negative or rest not in ([], ["0"]):
                continue
            words, rest = [*command.words[:index], hide_type7(clear)], ["7"]
        elif storage == "hashed":
            algorithm = str(command.fields.get("algorithm_type", ""))
            words = command.words[: index - bool(kind)]
            if algorithm:
                first = len(words) - 1 - words[::-1].index("algorithm-type")
                words = [*words[:first], *words[first + 2 :]]
            words = [*words, _KIND_OF[algorithm], hash_secret(clear, _KIND_OF[algorithm])]
        elif _hides(configuration):
            words = [*command.words[: index - bool(kind)], "7", hide_type7(clear)]
        else:
            # The 0 stays before a clear secret that begins with such a number: without it, the number would give the kind.
            drops = bool(kind) and clear.partition(" ")[0] not in KINDS
            words = [*command.words[: index - drops], command.words[index]]
        outcome = match(configuration.language.mode(command.mode), " ".join([*words, *rest]))
        if isinstance(outcome, Command):
            outcome.line = command.line
            command = outcome
    return command


def too_short(configuration: Configuration, command: Command) -> str:
    """The refusal of a clear password of a user, a line or the privileged mode with too few characters; "" if there is none.

    Args:
        configuration: the configuration, for `security passwords min-length`.
        command: the command as typed.
    """
    least = configuration.root.get("security_passwords_min_length")
    if least is None or least.negative or command.words[0] not in ("enable", "username", "password"):
        return ""
    for field, _ in command.form.rule.secrets:
        index = word_of(command, field)
        clear = index > 0 and kind_before(command, index) in ("", "0")
        if clear and len(command.words[index].strip('"')) < int(least.words[-1]):
            return f"% Password too short - must be at least {least.words[-1]} characters. Password not configured."
    return ""


def _hides(configuration: Configuration) -> bool:
    entry = configuration.root.get("service_password_encryption")
    return entry is not None and not entry.negative


def is_secret(command: Command, typed: str) -> bool:
    """True if a typed password is the one that ends a command.

    Args:
        command: `enable secret`, `username`, `password` of a line; its last word is the password, hidden or not.
        typed: the password that was typed.
    """
    return verify(typed, command.words[-1].strip('"'), kind_before(command, len(command.words) - 1))


def enable_secret(config: Configuration, level: str = "15") -> Command | None:
    """The secret of a privilege level, else its password; None without both. The entry for level 15 is printed without its number.

    Args:
        config: the configuration.
        level: the level.
    """
    for name in ("enable_secret", "enable_password"):
        for command in config.root.all(name):
            if str(command.fields.get("level", "15")) == level and not command.negative:
                return command
    return None
