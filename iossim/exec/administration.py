"""configure, terminal, clear, clock, send, reload and help."""

from __future__ import annotations

from datetime import UTC, datetime

from iossim.exec.base import Line, Question, Result, exec_command

HELP = """Help may be requested at any point in a command by entering
a question mark '?'.  If nothing matches, the help list will
be empty and you must backup until entering a '?' shows the
available options.
Two styles of help are provided:
1. Full help is available when you are ready to enter a
   command argument (e.g. 'show ?') and describes each possible
   argument.
2. Partial help is provided when an abbreviated argument is entered
   and you want to know what arguments match the input
   (e.g. 'show pr?'.)

"""


@exec_command
def help(line: Line) -> Result:
    """Describes the help system."""
    return HELP


@exec_command
def configure_terminal(line: Line, terminal: bool = False) -> Result:
    """Goes to global configuration."""
    if terminal:
        line.enter_configuration()
        return "Enter configuration commands, one per line.  End with CNTL/Z.\n"
    return Question("Configuring from terminal, memory, or network [terminal]? ", lambda answer: _configure(line, answer))


def _configure(line: Line, answer: str) -> Result:
    if not "terminal".startswith(answer.strip().lower()):
        return '?Must be "terminal", "memory" or "network"\n'
    return configure_terminal(line, terminal=True)


@exec_command
def terminal_length(line: Line, lines: str) -> Result:
    """Sets how many lines a page has; 0: no pages."""
    line.terminal.length = int(lines)
    return ""


@exec_command
def terminal_width(line: Line, columns: str) -> Result:
    """Sets the width of the terminal."""
    line.terminal.width = int(columns)
    return ""


@exec_command
def terminal_history(line: Line, size: str | bool = "10") -> Result:
    """Sets how many commands are remembered."""
    line.terminal.history_size = 10 if size is True else int(size)
    return ""


@exec_command
def terminal_monitor(line: Line, no: bool = False) -> Result:
    """Copies log messages to this line, or no longer."""
    line.terminal.monitor = not no
    return ""


@exec_command
def clear_logging(line: Line) -> Result:
    """Empties the log buffer."""
    return Question("Clear logging buffer [confirm]", lambda answer: _clear_logging(line, answer))


def _clear_logging(line: Line, answer: str) -> Result:
    if confirmed(answer):
        line.router.log.buffer.clear()
    return ""


@exec_command
def clear_line(line: Line, number: str) -> Result:
    """Resets a terminal line; simulated sessions are not cut."""
    return Question("[confirm]", lambda answer: " [OK]\n" if confirmed(answer) else "")


@exec_command
def clock_set(line: Line, time: str, day: str, month: str, year: str) -> Result:
    """Sets the time of day."""
    try:
        moment = datetime.strptime(f"{day} {month} {year} {time}", "%d %B %Y %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return "%Error: no such day\n"
    line.router.clock.set(moment)
    return ""


@exec_command
def send_log(line: Line, text: str) -> Result:
    """Logs a message."""
    line.router.log("SYS", 7, "USERLOG_DEBUG", f"Message from tty0(user id: {line.user or ''}): {text}")
    return ""


def confirmed(answer: str) -> bool:
    """True if an answer to `[confirm]` means yes: RETURN or y."""
    return answer.strip().lower() in ("", "y", "yes")
