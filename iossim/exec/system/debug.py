"""debug, no debug, undebug and show debugging."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Reply, ask, exec_command
from iossim.exec.text import is_confirmed, is_yes, lines_of

_SURE = "This may severely impact network performance. Continue? (yes/[no]): "
_SURE_OF_SIP = "This may severely impact system performance. Continue? [confirm]"


@exec_command
def debug(line: Line, debug_switch: str, debug_flag: str, mac: str = "", acl: str = "") -> Reply:
    """Turns a debugging option on or off, for all phones or for one, for all packets or those of an access list."""
    debugging = line.router.debugging
    on = debug_switch == "debug"
    if debug_flag == "all":
        if on:
            return ask(_SURE, lambda answer: _all(line, answer), default="no")
        debugging.clear()
        return iter(["All possible debugging has been turned off"])
    option = debug_flag.partition(" mac-address ")[0]
    if acl:
        option = option.replace(f" {acl}", "", 1)
        text = debugging.turn_on(option) if on else debugging.turn_off(option)
        return iter([f"{text.rstrip()} for access list {acl}" if on else text.rstrip()])
    if option == "ccsip all" and on:
        return ask(_SURE_OF_SIP, lambda answer: iter(lines_of(debugging.turn_on(option)) if is_confirmed(answer) else ()))
    if option == "ephone message detail":
        option = "ephone message"
    return iter(lines_of(debugging.turn_on(option, mac) if on else debugging.turn_off(option, mac)))


def _all(line: Line, answer: str) -> Iterator[str]:
    if is_yes(answer):
        line.router.debugging.turn_on("all")
        yield "All possible debugging has been turned on"


@exec_command
def show_debugging(line: Line) -> Iterator[str]:
    """The debugging options that are on."""
    yield from lines_of(line.router.debugging.report())
