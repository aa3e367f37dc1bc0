"""ISSaveConfig: at once, or in the background when somebody is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iossim.session import Session
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.views.render import element

if TYPE_CHECKING:
    from iossim.router import RouterCore


def save_config(call: MethodCall) -> Reply:
    """ISSaveConfig: saves the running-config; `delay` where somebody is changing it, and it is saved once he is done."""
    router = call.router
    router.xml_options.save_pending = _somebody_is_in_the_way(router)
    result = "delay" if router.xml_options.save_pending else "success" if router.save().ok else "fail"
    return Reply([element("ISSaveConfigResult", result)], "ISSaveConfig")


def save_if_free(router: RouterCore) -> None:
    """The background save: does what an earlier ISSaveConfig had to put off, if nobody is in the way any more."""
    options = router.xml_options
    if options.save_pending and not _somebody_is_in_the_way(router):
        options.save_pending = False
        router.save()


def _somebody_is_in_the_way(router: RouterCore) -> bool:
    """Whether somebody at a terminal is in configuration mode; strictly, whether somebody is at a terminal at all."""
    terminals = [line for line in router.lines if isinstance(line, Session) and line.name in ("console", "vty")]
    return any(router.xml_options.strict_save or line.in_configuration for line in terminals)
