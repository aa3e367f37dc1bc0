"""The public keys of users of SSH, as the configuration keeps them: the MD5 hash of the key."""

from __future__ import annotations

import base64
import hashlib

from iossim.config.refusal import Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command, match

#: The kind of key that a router has for users.
SSH_RSA = "ssh-rsa"
#: The most lines of a key; one of 16,384 bits has 39 lines of 72 characters.
_LONGEST = 100


def key_hash(key: bytes) -> str:
    """The hash of a key, as the configuration has it: 32 hexadecimal digits in capitals.

    Args:
        key: the key in the format of SSH.
    """
    return hashlib.md5(key, usedforsecurity=False).hexdigest().upper()


def hash_key(configuration: Configuration, section: Section, command: Command) -> Command | Refusal:
    """`key-string`: the configuration keeps the MD5 hash of the key, and its comment, not the key."""
    if command.negative or command.reset:
        return command
    words = command.words[-1].split()
    first = 1 if words[:1] == [SSH_RSA] else 0
    for last in range(first + 1, min(len(words), _LONGEST) + 1):  # lines of a file are indented: there are blanks inside the key
        key = _decoded("".join(words[first:last]))
        if _is_whole(key):
            hashed = match(section.mode, " ".join(["key-hash", SSH_RSA, key_hash(key), *words[last:]]))
            assert isinstance(hashed, Command)
            return hashed
    return Refusal("%SSH: Failed to decode the Key Value")


def _decoded(text: str) -> bytes:
    """The bytes of a text in base 64; no bytes if it is none."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""


def _is_whole(key: bytes) -> bool:
    """True if bytes are an RSA key of SSH: its kind, its exponent, and its modulus, with their lengths before them."""
    parts: list[bytes] = []
    while len(key) >= 4 and len(parts) < 3:
        end = 4 + int.from_bytes(key[:4])
        if len(key) < end:
            return False
        parts.append(key[4:end])
        key = key[end:]
    return not key and len(parts) == 3 and parts[0] == SSH_RSA.encode()
