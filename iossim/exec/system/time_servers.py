"""show ntp: the state of NTP. The simulated router asks no server, so none ever answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.language import Command
from iossim.router.clock import Clock

_OFF = "%NTP is not enabled."
_SENDERS = ("ntp_server", "ntp_peer")
#: The stratum of `ntp master` without a number.
_MASTER_STRATUM = 8
#: The seconds between two readings of the own clock by `ntp master`.
_MASTER_POLL = 16
#: The first second of NTP's count.
_EPOCH = datetime(1900, 1, 1, tzinfo=UTC)
_NEVER = "00000000.00000000 (00:00:00.000 UTC Mon Jan 1 1900)"
_LEGEND = " * sys.peer, # selected, + candidate, - outlyer, x falseticker, ~ configured"


@exec_command
def show_ntp_status(line: Line) -> Iterator[str]:
    """The state of the clock by NTP."""
    root = line.router.config.root
    if not _is_on(root):
        yield _OFF
        return
    clock, master = line.router.clock, root.get("ntp_master")
    synchronized = master is not None and not master.negative
    if master is not None and synchronized:
        yield f"Clock is synchronized, stratum {_stratum(master)}, reference is 127.127.1.1    "
    else:
        yield "Clock is unsynchronized, stratum 16, no reference clock"
    yield "nominal freq is 250.0000 Hz, actual freq is 250.0000 Hz, precision is 2**10"
    yield f"ntp uptime is {clock.uptime() * 100} (1/100 of seconds), resolution is 4000"
    yield f"reference time is {_reference_time(clock) if synchronized else _NEVER}"
    yield "clock offset is 0.0000 msec, root delay is 0.00 msec"
    if synchronized:
        yield "root dispersion is 0.51 msec, peer dispersion is 0.29 msec"
        yield "loopfilter state is 'CTRL' (Normal Controlled Loop), drift is 0.000000000 s/s"
        yield f"system poll interval is {_MASTER_POLL}, last update was {clock.uptime() % _MASTER_POLL} sec ago."
    else:
        yield "root dispersion is 0.00 msec, peer dispersion is 0.00 msec"
        yield "loopfilter state is 'FSET' (Drift set from file), drift is 0.000000000 s/s"
        yield "system poll interval is 64, never updated."


def _reference_time(clock: Clock) -> str:
    """The last reading of the own clock: seconds since 1900 in hexadecimal, and in words."""
    moment = clock.now() - timedelta(seconds=clock.uptime() % _MASTER_POLL)
    count, words = (moment - _EPOCH).total_seconds(), clock.precise_stamp(moment).removeprefix("*")
    return f"{int(count):08X}.{int(count % 1 * 2**32):08X} ({words})"


@exec_command
def show_ntp_associations(line: Line, detail: bool = False) -> Iterator[str]:
    """The servers and peers of NTP; none of them ever answered. The own clock is one with `ntp master`."""
    root = line.router.config.root
    if not _is_on(root):
        return iter([_OFF])
    return _details(line, root) if detail else _table(root)


def _table(root: Section) -> Iterator[str]:
    yield ""
    yield "  address         ref clock       st   when   poll reach  delay  offset   disp"
    master = root.get("ntp_master")
    if master is not None and not master.negative:
        stratum = _stratum(master) - 1
        yield f"*~127.127.1.1     .LOCL.          {stratum:2}      2     16   377  0.000   0.000  0.254"
    for command in _associations(root):
        yield f" ~{_host(command):<16}.INIT.          16      -     64     0  0.000   0.000 15937."
    yield _LEGEND


def _details(line: Line, root: Section) -> Iterator[str]:
    for command in _associations(root):
        preferred = "preferred, " if "prefer" in command.keywords else ""
        yield f"{_host(command)} configured, ipv4, {preferred}insane, invalid, unsynced, stratum 16"
        yield f"ref ID .INIT., time {_NEVER}"
        mode = "client" if command.name == "ntp_server" else "active"
        yield f"our mode {mode}, peer mode unspec, our poll intvl 64, peer poll intvl 1024"
        yield "root delay 0.00 msec, root disp 0.00, reach 0, sync dist 15938.10"
        yield "delay 0.00 msec, offset 0.0000 msec, dispersion 15937.50, jitter 0.97 msec"
        yield f"precision 2**10, version {_version(command)}"
        yield "assoc in packets 0, assoc out packets 0, assoc error packets 0"
        yield ""


@exec_command
def show_ntp_config(line: Line) -> Iterator[str]:
    """The servers, peers and other commands of NTP as they are configured."""
    root = line.router.config.root
    if not _is_on(root):
        yield _OFF
        return
    yield ""
    yield from (f" {command.text}" for command in root.entries.values() if command.name in (*_SENDERS, "ntp_master"))


def _is_on(root: Section) -> bool:
    """True if a command configures a source of time."""
    return any(not command.negative for rule in (*_SENDERS, "ntp_master") for command in root.all(rule))


def _associations(root: Section) -> list[Command]:
    return [command for rule in _SENDERS for command in root.all(rule) if not command.negative]


def _host(command: Command) -> str:
    return str(command.fields["host"])


def _version(command: Command) -> str:
    return str(command.fields.get("version", "4"))


def _stratum(master: Command) -> int:
    return int(str(master.fields.get("stratum", _MASTER_STRATUM)))
