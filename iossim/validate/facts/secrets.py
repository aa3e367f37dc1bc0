"""Passwords of a configuration, and how they are written."""

from __future__ import annotations

import re

import msgspec

from iossim.config import Section
from iossim.config.checks.secrets import kind_before, word_of, wrong_secret
from iossim.language import Command
from iossim.validate.facts.facts import Facts

#: The commands with a password for people who log in to the router.
_LOGINS = ("enable_password", "enable_secret", "username")


_HIDDEN = re.compile(r"[*xX.]+|<.*>?|\[.*\]?|removed|deleted|hidden|redacted|secret removed", re.IGNORECASE).fullmatch


class Password(msgspec.Struct, frozen=True):
    """A password in a command.

    Attributes:
        section: the section of the command.
        command: the command.
        word: index of its word.
        kind: the number before it that says how it is written; "" for none: in clear, or hashed by the router at once.
        hashed: the command keeps only a hash (`secret`).
    """

    section: Section
    command: Command
    word: int
    kind: str
    hashed: bool

    @property
    def clear(self) -> bool:
        """True if the word is the password itself, and nobody has hidden it (`<removed>`, `xxxx`)."""
        return self.kind in ("", "0") and not _HIDDEN(self.text)

    @property
    def text(self) -> str:
        """The word."""
        return self.command.words[self.word].strip('"')


def login_passwords(facts: Facts) -> list[Password]:
    """The passwords of users, of privileged mode and of lines."""
    found = []
    placed = [item for name in _LOGINS for item in facts.all(name, "global")] + list(facts.all("password", "line"))
    for section, command in placed:
        if wrong_secret(command) is not None:  # the reader says so
            continue
        for field, storage in command.form.rule.secrets:
            index = word_of(command, field)
            if index > 0:
                found.append(Password(section, command, index, kind_before(command, index), storage == "hashed"))
    return found


#: Passwords that stand in every list of passwords, and in every course about routers.
_WELL_KNOWN = frozenset((
    "cisco", "cisco123", "cisco12345", "admin", "admin123", "administrator", "password", "password123", "passw0rd", "class", "sanfran",
    "secret", "enable", "test", "test123", "letmein", "changeme", "default", "router", "root", "toor", "guest", "user", "123", "1234",
    "12345", "123456", "12345678", "123456789", "0000", "1111", "qwerty", "abc123", "xyz",
))  # fmt: skip


def is_well_known(password: str) -> bool:
    """True if a password stands in every list of passwords."""
    return password.lower() in _WELL_KNOWN
