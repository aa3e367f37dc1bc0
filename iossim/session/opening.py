"""The beginning of a session, before its first prompt: banners, and the login that the configuration of the line requires."""

from __future__ import annotations

from iossim.config import Section
from iossim.exec import Line, Question, Result
from iossim.language import Command
from iossim.router import RouterCore
from iossim.router.secrets import verify

_TRIES = 3
_VERIFICATION = "\nUser Access Verification\n\n"
_NO_PASSWORD = "\nPassword required, but none set\n"


def opening(line: Line) -> Result:
    """The banners, or the first question of a login.

    Args:
        line: the line of the session that begins. A vty line with `login` and no `password` is closed.
    """
    section = line_section(line.router, line.name)
    banner = banner_text(line.router, "banner_motd")
    login = section.get("login") if section is not None else None
    if section is None or login is None or login.negative:
        return banner + _welcome(line, section)
    text = banner + banner_text(line.router, "banner_login") + _VERIFICATION
    if login.fields.get("login") == "local":
        return _ask_user(line, section, text, _TRIES)
    password = section.get("password")
    if password is None and line.name == "vty":
        line.close()
        return banner + _NO_PASSWORD
    if password is None:
        return banner + _welcome(line, section)
    return _ask_password(line, section, password, text, _TRIES)


def line_section(router: RouterCore, name: str) -> Section | None:
    """The `line` section of the console or of the first vty lines; None if there is none."""
    kind = "con" if name == "console" else name
    return next((section for section in router.config.sections("line") if section.key and section.key[0].startswith(kind)), None)


def banner_text(router: RouterCore, rule: str) -> str:
    """The text of a banner with a line end; "" if the banner is not configured."""
    banner = router.config.root.get(rule)
    if banner is None or banner.negative:
        return ""
    text = banner.words[-1]
    size = 2 if text.startswith("^C") else 1
    return text[size:-size].strip("\n") + "\n"


def _ask_password(line: Line, section: Section, password: Command, text: str, tries: int) -> Question:
    """Asks for the password of the line, after a text."""

    def answer(typed: str) -> Result:
        if verify(typed, password.words[-1].strip('"'), _kind(password)):
            return _welcome(line, section)
        return _refused(line) if tries == 1 else _ask_password(line, section, password, "", tries - 1)

    return Question("Password: ", answer, echo=False, says=text)


def _ask_user(line: Line, section: Section, text: str, tries: int) -> Question:
    """Asks for the name and password of a user, after a text."""

    def named(user: str) -> Result:
        return Question("Password: ", lambda typed: answer(user.strip(), typed), echo=False)

    def answer(user: str, typed: str) -> Result:
        if check_user(line.router, user, typed) is not None:
            line.user = user
            return _welcome(line, section)
        if tries == 1:
            return _refused(line)
        return _ask_user(line, section, "% Login invalid\n\n", tries - 1)

    return Question("Username: ", named, says=text)


def check_user(router: RouterCore, user: str, typed: str) -> int | None:
    """The privilege level of a user with the right password; None if the name or the password is wrong.

    Args:
        router: the router.
        user: the name.
        typed: the password that was typed.
    """
    entry = router.config.root.get("username", user)
    if entry is None or entry.negative:
        return None
    level = int(str(entry.fields.get("privilege", "1")))
    if "nopassword" in entry.keywords:
        return level
    return level if verify(typed, entry.words[-1].strip('"'), _kind(entry)) else None


def _kind(command: Command) -> str:
    """The number before a password, which says how it is hidden; "" if there is none."""
    return command.words[-2] if command.words[-2] in ("0", "4", "5", "7", "8", "9") else ""


def _refused(line: Line) -> str:
    line.close()
    return "% Login invalid\n" if line.name != "console" else "% Bad passwords\n"


def _welcome(line: Line, section: Section | None) -> str:
    """Sets the privilege level of the line or the user; returns the exec banner."""
    level = section.get("privilege_level") if section is not None else None
    if level is not None:
        line.level = int(level.words[-1])
    if line.user is not None:
        user = line.router.config.root.get("username", line.user)
        if user is not None and "privilege" in user.fields:
            line.level = int(str(user.fields["privilege"]))
    return banner_text(line.router, "banner_exec")
