"""The beginning of a session, before its first prompt: banners, and the login that the configuration of the line requires."""

from __future__ import annotations

from collections.abc import Callable

from iossim.config import Section
from iossim.exec import Line, Question, Reply, Result
from iossim.exec.dialogue import Dialogue, Prompt, converse
from iossim.router import RouterCore
from iossim.router.protect import is_secret
from iossim.session.login import ENABLE, LINE, LOCAL, NONE, check_enable, check_user, line_section, login_method, user_level

_TRIES = 3
_VERIFICATION = "\nUser Access Verification\n\n"
_NO_PASSWORD = "\nPassword required, but none set\n"


def opening(line: Line, number: int) -> Result:
    """The banners, or the first question of a login.

    A line that already has a user, such as one of SSH, asks nothing. A vty line with `login` and no `password` is closed.

    Args:
        line: the line of the session that begins.
        number: the number of the vty line, from 0.
    """
    section = line_section(line.router, line.name, number)
    banner = banner_text(line.router, "banner_motd")
    method = NONE if line.user is not None else login_method(line.router, line.name, section)
    password = section.get("password") if section is not None and method == LINE else None
    if method == LINE and password is None and line.name == "vty":
        line.close()
        return banner + _NO_PASSWORD
    if method == NONE or (method == LINE and password is None):
        return banner + _welcome(line, section)
    text = banner + banner_text(line.router, "banner_login") + _VERIFICATION
    if method == LOCAL:
        return _ask_user(line, section, text, _TRIES)
    if method == ENABLE:
        return _ask_password(line, section, lambda typed: check_enable(line.router, typed), text, _TRIES)
    assert password is not None
    return _ask_password(line, section, lambda typed: is_secret(password, typed), text, _TRIES)


def banner_text(router: RouterCore, rule: str) -> str:
    """The text of a banner with a line end; "" if the banner is not configured."""
    banner = router.config.root.get(rule)
    if banner is None or banner.negative:
        return ""
    text = banner.words[-1]
    size = 2 if text.startswith("^C") else 1
    return text[size:-size].strip("\n") + "\n"


def _ask_password(line: Line, section: Section | None, right: Callable[[str], bool], text: str, tries: int) -> Question:
    """Asks for a password, after a text."""

    def answer(typed: str) -> Result:
        if right(typed):
            return _welcome(line, section)
        line.wrong_logins += 1
        return _refused(line) if tries == 1 else _ask_password(line, section, right, "", tries - 1)

    return Question("Password: ", answer, echo=False, says=text, required=True)


def _ask_user(line: Line, section: Section | None, text: str, tries: int) -> Question:
    """Asks for the name and password of a user, after a text."""

    def named(user: str) -> Result:
        if not user.strip():
            return _refused(line) if tries == 1 else _ask_user(line, section, "", tries - 1)
        return Question("Password: ", lambda typed: answer(user.strip(), typed), echo=False, required=True)

    def answer(user: str, typed: str) -> Result:
        if check_user(line.router, user, typed) is not None:
            line.user = user
            return _welcome(line, section)
        line.wrong_logins += 1
        if tries == 1:
            return _refused(line)
        return _ask_user(line, section, "% Login invalid\n\n", tries - 1)

    return Question("Username: ", named, says=text, required=True)


def login_again(line: Line, number: int) -> Reply:
    """The login of `login`: another user takes the session; a line without a login asks nothing.

    Args:
        line: the line of the session.
        number: the number of the vty line, from 0.
    """
    return converse(_login_again(line, number))


def _login_again(line: Line, number: int) -> Dialogue[None]:
    """Asks three times; after that the session is still that of the old user."""
    section = line_section(line.router, line.name, number)
    method = login_method(line.router, line.name, section)
    password = section.get("password") if section is not None else None
    if method == NONE or (method == LINE and password is None):
        return
    for _ in range(_TRIES):
        user = (yield Prompt("Username: ")) if method == LOCAL else ""
        typed = yield Prompt("Password: ", echo=False)
        if method == LOCAL:
            level = check_user(line.router, user, typed)
            if level is not None:
                line.user, line.level = user, level
                return
        elif check_enable(line.router, typed) if method == ENABLE else password is not None and is_secret(password, typed):
            return
        yield from ("% Login invalid", "")


def _refused(line: Line) -> str:
    line.close()
    return "% Login invalid\n" if line.name != "console" else "% Bad passwords\n"


def _welcome(line: Line, section: Section | None) -> str:
    """Sets the privilege level of the line or the user; returns the exec banner."""
    level = section.get("privilege_level") if section is not None else None
    if level is not None:
        line.level = int(level.words[-1])
    own = user_level(line.router, line.user) if line.user is not None else None
    if own is not None:
        line.level = own
    return banner_text(line.router, "banner_exec")
