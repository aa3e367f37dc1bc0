"""show logging, show logging history, clear logging and send log: the log of the router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Question, ask, exec_command
from iossim.exec.text import is_confirmed
from iossim.router.fields import is_set
from iossim.router.log import SEVERITIES, Log

_INFORMATIONAL = 6


@exec_command
def show_logging(line: Line) -> Iterator[str]:
    """The destinations of the log with their severities, and the messages in the buffer."""
    root, log = line.router.config.root, line.router.log
    on = root.get("logging_on")
    state = "disabled" if on is not None and on.negative else "enabled"
    yield f"Syslog logging: {state} (0 messages dropped, 0 messages rate-limited, 0 flushes, 0 overruns, xml disabled, filtering disabled)"
    yield from ("", "No Active Message Discriminator.", "", "", "", "No Inactive Message Discriminator.", "", "")
    yield from _destination(log, "Console logging:", "console", 21)
    yield from _destination(log, "Monitor logging:", "monitor", 21)
    yield from _destination(log, "Buffer logging: ", "buffered", 20)
    exception = root.get("logging_exception")
    yield f"    Exception Logging: size ({exception.fields['size'] if exception is not None else 4096} bytes)"
    yield f"    Count and timestamp logging messages: {'enabled' if is_set(root, 'logging_count') else 'disabled'}"
    yield f"    Persistent logging: {'enabled' if is_set(root, 'logging_persistent') else 'disabled'}"
    yield ""
    yield "No active filter modules."
    yield ""
    yield from _servers(line)
    yield ""
    if log.severity("buffered") >= 0:
        yield f"Log Buffer ({log.size} bytes):"
        yield ""
        yield from log.buffer


def _destination(log: Log, head: str, destination: str, indent: int) -> Iterator[str]:
    severity = log.severity(destination)
    if severity < 0:
        yield f"    {head} disabled{', xml disabled,' if destination == 'buffered' else ''}"
        if destination == "buffered":
            yield f"{' ' * indent}filtering disabled"
        return
    yield f"    {head} level {SEVERITIES[severity]}, {log.counts[destination]} messages logged, xml disabled,"
    yield f"{' ' * indent}filtering disabled"


def _servers(line: Line) -> Iterator[str]:
    root, log = line.router.config.root, line.router.log
    trap = root.get("logging_trap")
    if trap is not None and trap.negative:
        yield "    Trap logging: disabled"
    else:
        word = str(trap.fields.get("severity", _INFORMATIONAL)) if trap is not None else str(_INFORMATIONAL)
        name = SEVERITIES[int(word)] if word.isdecimal() else word
        yield f"    Trap logging: level {name}, {log.counts['all']} message lines logged"
    for command in (*root.all("logging_host"), *root.all("logging_host__short")):
        yield f"        Logging to {command.fields['host']}  (udp port 514, audit disabled,"
        yield "              link up),"
        yield "              0 message lines logged, "
        yield "              0 message lines rate-limited, "
        yield "              0 message lines dropped-by-MD, "
        yield "              xml disabled, sequence number disabled"
        yield "              filtering disabled"
    for command in root.all("logging_source_interface"):
        yield "        Logging Source-Interface:       VRF Name:"
        yield f"        {command.fields['interface']}"


@exec_command
def show_logging_history(line: Line) -> Iterator[str]:
    """The history table: the last serious messages."""
    root, log = line.router.config.root, line.router.log
    traps = any("syslog" in command.words for command in root.all("snmp_server_enable_traps"))
    yield f"Syslog History Table:{log.history_size} maximum table entries,"
    yield f"saving level {SEVERITIES[log.history_severity]} or higher"
    yield f" {log.history.ignored} messages ignored, 0 dropped, 0 recursion drops"
    yield f" {log.history.flushed} table entries flushed"
    yield f" SNMP notifications {'' if traps else 'not '}enabled"
    for entry in log.history.entries:
        yield f"   entry number {entry.number} : {entry.name}"
        yield f"    {entry.text}"
        yield f"    timestamp: {entry.uptime}"


@exec_command
def clear_logging(line: Line) -> Question:
    """Empties the log buffer, after a question."""
    return ask("Clear logging buffer [confirm]", lambda answer: _clear(line, answer))


def _clear(line: Line, answer: str) -> None:
    if is_confirmed(answer):
        line.router.log.clear()


@exec_command
def send_log(line: Line, text: str) -> None:
    """Logs a message."""
    line.router.log("SYS", 7, "USERLOG_DEBUG", f"Message from tty0(user id: {line.user or ''}): {text}")
