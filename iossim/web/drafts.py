"""Edited copies of the running-config: what they would enter, and their way into the router."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config import Configuration
from iossim.config.diff import contextual
from iossim.config.render import render
from iossim.errors import NvramError
from iossim.router import RouterCore
from iossim.router.replacing import parsed, planned, replace
from iossim.session.captured import new_session
from iossim.web.visitors import Visitor

#: Characters of the longest configuration that can be edited in a browser.
MOST = 2_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """The lines that turn the running-config into an edited copy.

    Attributes:
        text: the edited copy.
        lines: the lines to enter; none if nothing differs.
        config: the configuration that was compared.
        changes: the number of its changes at that time.
    """

    text: str
    lines: list[str]
    config: Configuration
    changes: int

    def holds(self, router: RouterCore) -> bool:
        """True if the running-config is still the one that was compared."""
        return router.config is self.config and router.config.changes == self.changes


def plan(router: RouterCore, text: str) -> Plan:
    """The plan of an edited copy.

    Args:
        router: the router.
        text: the edited copy.
    """
    return Plan(text, planned(router, text, router.running_config), router.config, router.config.changes)


@dataclass(frozen=True, slots=True)
class Applied:
    """The outcome of a plan.

    Attributes:
        left: the lines that still differ after it.
        refusal: the message of the router if it let nobody configure: nothing happened.
        outdated: somebody has changed the running-config since the plan: nothing happened.
    """

    left: tuple[str, ...] = ()
    refusal: str = ""
    outdated: bool = False

    @property
    def happened(self) -> bool:
        """True if the running-config is replaced."""
        return not self.refusal and not self.outdated


def apply(router: RouterCore, agreed: Plan, visitor: Visitor, address: str = "") -> Applied:
    """Replaces the running-config by an edited copy.

    Args:
        router: the router.
        agreed: the plan that the visitor has seen.
        visitor: the visitor.
        address: the address of the browser.
    """
    session = new_session(router, visitor.level, visitor.name, "http", address)
    try:
        if refusal := router.configuration_lock.refusal(session):
            return Applied(refusal=refusal)
        if not agreed.holds(router):
            return Applied(outdated=True)
        return Applied(tuple(replace(router, agreed.text, visitor.name).left))
    finally:
        session.close()


def unsaved(router: RouterCore) -> list[str] | None:
    """The difference from the startup-config to the running-config, with signs; None if there is no startup-config."""
    try:
        text = router.nvram.read()
    except NvramError:
        text = None
    if text is None:
        return None
    printed = "\n".join(render(parsed(text, router.config).root))  # as the router would print it: a file may have other spellings
    running = parsed(router.running_config, router.config)
    return list(contextual(parsed(printed, router.config).root, running.root))
