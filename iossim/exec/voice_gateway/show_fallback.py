"""show call-manager-fallback: the settings of the fallback service. No phone falls back to it, so there are no numbers and ports."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.render import line as printed
from iossim.config.render import ordered
from iossim.exec.command import Line, exec_command


@exec_command
def show_call_manager_fallback(line: Line, fallback_view: str) -> Iterator[str]:
    """The settings in force; the other views list what phones bring when they fall back."""
    router = line.router
    section = router.config.section("call_manager_fallback")
    if section is None or fallback_view != "all":
        return
    yield f"CONFIG (Version={router.cme_version})"
    yield "=" * 21
    yield f"Version {router.cme_version}"
    for _, command in ordered(section):
        yield f" {printed(command)}" if not command.form.secret else f" {command.words[0]} *****"
