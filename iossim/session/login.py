"""The login that a terminal line requires: its method, and the check of users and passwords."""

from __future__ import annotations

import hmac

from iossim.config import Section
from iossim.router import RouterCore
from iossim.router.protect import enable_secret, is_secret
from iossim.router.terminal_lines import Tty, section_of

#: Methods of a login: none, the password of the line, the local users, the enable secret.
NONE, LINE, LOCAL, ENABLE = "none", "line", "local", "enable"

_LOWEST, _HIGHEST = 1, 15
_DEFAULT_LIST = "default"
#: The methods of `aaa authentication login` that need no server; the others are passed over, as if no server answered.
_WITHOUT_SERVER = {"none": NONE, "line": LINE, "local": LOCAL, "local-case": LOCAL, "enable": ENABLE}


def line_section(router: RouterCore, name: str, number: int = 0) -> Section | None:
    """The `line` section of the console, or of a vty line; None if there is none.

    Args:
        router: the router.
        name: "console" or "vty".
        number: the number of the vty line, from 0.
    """
    tty = Tty(0, "CTY", "con 0") if name == "console" else Tty(number, "VTY", f"{name} {number}")
    return section_of(router.config, tty)


def login_method(router: RouterCore, name: str, section: Section | None) -> str:
    """The method of the login on a line.

    Args:
        router: the router.
        name: "console" or "vty"; lines of other names need no login.
        section: the section of the line.
    """
    if name not in ("console", "vty"):
        return NONE
    login = section.get("login") if section is not None else None
    aaa = router.config.root.get("aaa_new_model")
    if aaa is not None and not aaa.negative:
        return _aaa_method(router, name, str(login.fields.get("list", _DEFAULT_LIST)) if login is not None else _DEFAULT_LIST)
    if login is None or login.negative:
        return NONE
    return LOCAL if login.fields.get("login") == "local" else LINE


def _aaa_method(router: RouterCore, name: str, wanted: str) -> str:
    """The first method of a list that needs no server; without a list, vty lines ask for local users and the console asks nothing."""
    entry = router.config.root.get("aaa_authentication", "login", wanted)
    if entry is None or entry.negative:
        return LOCAL if name == "vty" else NONE
    words = str(entry.fields.get("method", "")).split()
    return next((_WITHOUT_SERVER[word] for word in words if word in _WITHOUT_SERVER), LOCAL)


def check_user(router: RouterCore, user: str, typed: str) -> int | None:
    """The privilege level of a user with the right password; None if the name or the password is wrong.

    Args:
        router: the router.
        user: the name.
        typed: the password that was typed.
    """
    if user in router.extra_users:
        right = hmac.compare_digest(router.extra_users[user].encode(), typed.encode())
    else:
        entry = router.config.root.get("username", user)
        right = entry is not None and not entry.negative and ("nopassword" in entry.keywords or is_secret(entry, typed))
    if not right:
        return None
    level = user_level(router, user)
    return _LOWEST if level is None else level


def user_level(router: RouterCore, user: str) -> int | None:
    """The privilege level that a user was given; None if there is no such user, or if the user was given none.

    Args:
        router: the router.
        user: the name.
    """
    if user in router.extra_users:
        return _HIGHEST
    entry = router.config.root.get("username", user)
    return int(str(entry.fields["privilege"])) if entry is not None and "privilege" in entry.fields else None


def login_delay(router: RouterCore, usual: float) -> float:
    """Seconds before the answer to a wrong password: those of `login delay`, or the usual ones.

    Args:
        router: the router.
        usual: the seconds without `login delay`.
    """
    entry = router.config.root.get("login_delay")
    return float(entry.words[-1]) if entry is not None and not entry.negative else usual


def check_enable(router: RouterCore, typed: str) -> bool:
    """True if a password is the enable secret, or the enable password of a router without a secret."""
    entry = enable_secret(router.config)
    return entry is not None and is_secret(entry, typed)
