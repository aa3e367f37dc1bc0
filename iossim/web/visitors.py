"""The people at the page: who may enter, by name and password or by a token, and what they may do."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from dataclasses import dataclass, field

from iossim.router import RouterCore
from iossim.session.login import check_user

#: The user of somebody who came with the token.
OWNER = "web"
_HIGHEST = 15


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is logged in.

    Attributes:
        name: the name of the user.
        level: the privilege level, 0 to 15.
        logout: is set when the visitor logs out, in any tab.
    """

    name: str
    level: int
    logout: asyncio.Event = field(default_factory=asyncio.Event, compare=False, repr=False)

    @property
    def may_all(self) -> bool:
        """True at the highest level, which everything but the console needs."""
        return self.level >= _HIGHEST


class Visitors:
    """The visitors of a page.

    Args:
        router: the router whose users may log in; with an inventory, any router of it.
        only: the one user who may log in; None: every user of the router.

    Attributes:
        token: the token that stands in the address; "" if people log in by name and password.
    """

    def __init__(self, router: RouterCore, only: str | None = None) -> None:
        self._router = router
        self._only = only
        self._known: dict[str, Visitor] = {}
        self.token = "" if only is not None or _has_user(router) else secrets.token_urlsafe(16)
        if self.token:
            router.extra_users[OWNER] = self.token

    def by_cookie(self, key: str) -> Visitor | None:
        """The visitor with a cookie; None if nobody has it."""
        return self._known.get(key)

    def by_token(self, token: str) -> str:
        """Lets the owner of a token in; returns the cookie, or "" if the token is wrong."""
        if not self.token or not hmac.compare_digest(self.token.encode(), token.encode()):
            return ""
        return self._enter(Visitor(OWNER, _HIGHEST))

    def by_password(self, name: str, password: str) -> str:
        """Lets a user in; returns the cookie, or "" if name or password are wrong."""
        level = check_user(self._router, name, password) if self._only in (None, name) else None
        return self._enter(Visitor(name, level)) if level is not None else ""

    def leave(self, key: str) -> None:
        """Logs the owner of a cookie out."""
        visitor = self._known.pop(key, None)
        if visitor is not None:
            visitor.logout.set()

    def _enter(self, visitor: Visitor) -> str:
        key = secrets.token_urlsafe(24)
        self._known[key] = visitor
        return key


def _has_user(router: RouterCore) -> bool:
    """True if the configuration has a user who can log in."""
    return any(not entry.negative for entry in router.config.root.all("username"))
