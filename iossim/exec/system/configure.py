"""configure terminal, configure, which asks for the source, and the lock of the configuration."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Reply, ask, exec_command
from iossim.exec.files.copy import configure_memory, configure_network
from iossim.exec.text import is_confirmed
from iossim.router.terminal_lines import tty_of

_LOCKED = (
    "Configuration mode locked exclusively. The lock will be cleared once you exit out of configuration mode using end/exit",
    "",
)
_NO_USER = "unknown"


@exec_command
def configure_terminal(line: Line, terminal: bool = False, lock: bool = False) -> Reply:
    """Goes to global configuration; without `terminal`, after a question for the source."""
    if terminal:
        return _enter(line, lock)
    return ask("Configuring from terminal, memory, or network [terminal]? ", lambda answer: _choose(line, answer))


def _choose(line: Line, answer: str) -> Reply:
    source = answer.strip().lower()
    if "terminal".startswith(source):
        return _enter(line, False)
    if "memory".startswith(source):
        return configure_memory(line)
    return configure_network(line) if "network".startswith(source) else iter(['?Must be "terminal", "memory" or "network"'])


def _enter(line: Line, lock: bool) -> Iterator[str]:
    own = line.router.configuration_lock
    if refused := own.refusal(line):
        yield refused
        return
    line.enter_configuration()
    if own.wanted(lock):
        own.take(line, "configure terminal lock" if lock else "configure terminal")
        yield from _LOCKED
    yield "Enter configuration commands, one per line.  End with CNTL/Z."


@exec_command
def show_configuration_lock(line: Line) -> Iterator[str]:
    """The line that has the lock of the configuration."""
    lock = line.router.configuration_lock
    holder = lock.holder
    yield "Parser Configure Lock"
    yield "------------------------------------------------------"
    rows = {
        "Owner PID": lock.process if holder else -1,
        "User": (holder.user if holder else "") or _NO_USER,
        "TTY": lock.terminal,
        "Type": "EXCLUSIVE" if holder else "NO LOCK",
        "State": "LOCKED" if holder else "FREE",
        "Class": "EXPOSED" if holder else _NO_USER,
        "Count": int(holder is not None),
        "Pending Requests": 0,
        "User debug info": lock.command if holder else "",
        "Session idle state": "TRUE",
        "No of exec cmds getting executed": 0,
        "No of exec cmds blocked": 0,
        "Config wait for show completion": "FALSE",
        "Remote ip address": (holder.address if holder else "") or "Unknown",
        "Lock active time (in Sec)": lock.seconds if holder else 0,
        "Lock Expiration timer (in Sec)": lock.seconds_left if holder else 0,
    }
    yield from (f"{name:<34}: {value}" for name, value in rows.items())


@exec_command
def clear_configuration_lock(line: Line) -> Reply:
    """Takes the lock of the configuration from its line, after a question."""
    lock = line.router.configuration_lock
    if lock.holder is None:
        return iter(["Parser Config not locked."])
    says = [f"Process <{lock.process}> is holding the EXCLUSIVE lock !"]
    return ask("Do you want to clear the lock?[confirm]", lambda answer: _clear(line) if is_confirmed(answer) else None, says=says)


def _clear(line: Line) -> None:
    lock = line.router.configuration_lock
    if lock.holder is not None:
        number = tty_of(line, line.router.platform).number
        lock.holder.show(f"The configuration lock was cleared by user <{line.user or _NO_USER}> from terminal <{number}>")
        lock.clear()
