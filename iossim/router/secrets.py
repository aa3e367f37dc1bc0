"""Secrets as IOS stores them: type 5 (MD5), 7 (reversible), 8 (PBKDF2-SHA-256) and 9 (scrypt)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_CISCO = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_TO_CISCO = str.maketrans(_STANDARD, _CISCO)


def hash_secret(clear: str, kind: str = "5", salt: str | None = None) -> str:
    """The hash of a secret.

    Args:
        clear: the secret.
        kind: "5" (MD5), "8" (PBKDF2-SHA-256, 20,000 rounds) or "9" (scrypt, N=16384).
        salt: 4 characters for type 5, 14 for the others; None for a random one.

    Returns:
        `$1$salt$hash`, `$8$…` or `$9$…`.
    """
    if kind == "5":
        from passlib.hash import md5_crypt

        return str(md5_crypt.using(salt=salt or _salt(4)).hash(_usable(clear)))
    salt = salt or _salt(14)
    if kind == "8":
        digest = hashlib.pbkdf2_hmac("sha256", clear.encode(), salt.encode(), 20_000, 32)
    else:
        digest = hashlib.scrypt(clear.encode(), salt=salt.encode(), n=16384, r=1, p=1, dklen=32)
    return f"${kind}${salt}${_encoded(digest)}"


def verify(clear: str, stored: str, kind: str) -> bool:
    """True if a typed secret is the stored one.

    Args:
        clear: the secret as typed.
        stored: the secret in the configuration.
        kind: the number before the stored secret: "0" or "" (clear), "5", "7", "8" or "9"; other kinds never match.
    """
    if kind in ("", "0"):
        return hmac.compare_digest(clear.encode(), stored.encode())
    if kind == "7":
        hidden = reveal_type7(stored)
        return bool(hidden) and hmac.compare_digest(clear.encode(), hidden.encode())
    salt = stored.split("$")[2] if stored.count("$") >= 3 else None
    if salt is None or kind not in ("5", "8", "9"):
        return False
    try:
        return hmac.compare_digest(hash_secret(clear, kind, salt), stored)
    except ValueError:
        return False


def hide_type7(clear: str) -> str:
    """A password as `service password-encryption` shows it."""
    from passlib.hash import cisco_type7

    return str(cisco_type7.hash(_usable(clear)))


def reveal_type7(hidden: str) -> str:
    """The password in a type 7 string; "" if the string is not of type 7."""
    from passlib.hash import cisco_type7

    try:
        return str(cisco_type7.decode(hidden))
    except ValueError:
        return ""


def _usable(clear: str) -> str:
    """The secret without NUL characters and cut to 4096 characters, as passlib demands."""
    return clear.replace("\x00", "")[:4096]


def _salt(length: int) -> str:
    return "".join(secrets.choice(_CISCO) for _ in range(length))


def _encoded(digest: bytes) -> str:
    return base64.b64encode(digest).decode().rstrip("=").translate(_TO_CISCO)
