"""show login: the defence against repeated logins (`login block-for`), and the logins that failed."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, is_set

_MARGIN = " " * 5


@exec_command
def show_login(line: Line) -> Iterator[str]:
    """The settings of the defence; no login is counted."""
    root = line.router.config.root
    watch, access_list = root.get("login_block_for"), field(root, "login_quiet_mode_access_class", "access_list")
    watches = watch is not None and not watch.negative
    delay = field(root, "login_delay", "seconds") or ("1" if watches else "")
    yield f"{_MARGIN}A login delay of {delay} seconds is applied." if delay else f"{_MARGIN}No login delay has been applied."
    yield _MARGIN + (
        f"Quiet-Mode access list {access_list} is applied." if access_list else "No Quiet-Mode access list has been configured."
    )
    for rule, word in (("login_on_success", "successful"), ("login_on_failure", "failed")):
        if is_set(root, rule):
            yield f"{_MARGIN}All {word} login is logged."
    yield ""
    if watch is None or watch.negative:
        yield f"{_MARGIN}Router NOT enabled to watch for login Attacks"
        return
    block, attempts, within = watch.words[2], watch.words[4], watch.words[6]
    yield f"{_MARGIN}Router enabled to watch for login Attacks."
    yield f"{_MARGIN}If more than {attempts} login failures occur in {within} seconds or less,"
    yield f"{_MARGIN}logins will be disabled for {block} seconds."
    yield ""
    yield f"{_MARGIN}Router presently in Normal-Mode."
    yield f"{_MARGIN}Current Watch Window"
    yield f"{_MARGIN}    Time remaining: {int(within) - line.router.clock.uptime() % int(within)} seconds."
    yield f"{_MARGIN}    Login failures for current window: 0."
    yield f"{_MARGIN}Total login failures: 0."


@exec_command
def show_login_failures(line: Line) -> Iterator[str]:
    """The logins that failed; none is recorded."""
    yield "*** No logged failed login attempts with the device.***"
