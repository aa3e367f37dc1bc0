"""debug, no debug, undebug and show debugging."""

from __future__ import annotations

from iossim.exec.base import Line, Question, Result, exec_command

_SURE = "This may severely impact network performance. Continue? (yes/[no]): "


@exec_command
def debug(line: Line, debug_switch: str, debug_flag: str, mac: str = "") -> Result:
    """Turns a debugging option on or off, for all phones or for one."""
    debugging = line.router.debugging
    on = debug_switch == "debug"
    if debug_flag == "all":
        if on:
            return Question(_SURE, lambda answer: _all(line, answer), default="no")
        debugging.clear()
        return "All possible debugging has been turned off\n"
    option = debug_flag.partition(" mac-address ")[0]
    if option == "ephone message detail":
        option = "ephone message"
    return debugging.turn_on(option, mac) if on else debugging.turn_off(option, mac)


def _all(line: Line, answer: str) -> Result:
    if answer.strip().lower() not in ("y", "ye", "yes"):
        return ""
    line.router.debugging.turn_on("all")
    return "All possible debugging has been turned on\n"


@exec_command
def show_debugging(line: Line) -> Result:
    """The debugging options that are on."""
    return line.router.debugging.report()
