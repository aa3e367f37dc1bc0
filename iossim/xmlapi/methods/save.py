"""ISSaveConfig: saves the running-config at once, or later when no terminal session is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iossim.language import Command, match
from iossim.session import Session
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.views.render import element

if TYPE_CHECKING:
    from iossim.router import RouterCore

#: The EXEC command that ISSaveConfig stands for.
_COMMAND = "write memory"


def save_config(call: MethodCall) -> Reply:
    """ISSaveConfig.

    Returns:
        `success`, or `fail` if the startup-config cannot be written or the user may not run `write memory`. `delay` if a terminal
        session is changing the configuration; it is saved when the session has finished.
    """
    return Reply([element("ISSaveConfigResult", _save(call))], "ISSaveConfig")


def _save(call: MethodCall) -> str:
    router = call.router
    if not _may_save(call):
        return "fail"
    router.xml_options.save_pending = _session_in_the_way(router)
    if router.xml_options.save_pending:
        return "delay"
    return "success" if router.save().ok else "fail"


def _may_save(call: MethodCall) -> bool:
    """True if the command exists at the user's privilege level."""
    command = match(call.router.config.language.mode("exec"), _COMMAND)
    assert isinstance(command, Command)
    session = Session(call.router, call.user.level, call.user.name or None, "http", call.client)
    try:
        return session.may_see(command)
    finally:
        session.close()


def save_if_free(router: RouterCore) -> None:
    """The background save: saves the configuration if an ISSaveConfig was delayed and no session is in the way any more."""
    options = router.xml_options
    if options.save_pending and not _session_in_the_way(router):
        options.save_pending = False
        router.save()


def _session_in_the_way(router: RouterCore) -> bool:
    """True if a session, also that of a scenario, is in configuration mode; with `strict_save`, if there is a terminal session at all."""
    if any(line.in_configuration for line in router.lines if line.name != "http"):
        return True
    return router.xml_options.strict_save and any(line.name in ("console", "vty") for line in router.lines)
