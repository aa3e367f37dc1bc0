"""Commands about services of administration: redundancy, parser, event manager, scheduler, Call Home, file descriptors."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.text import enabled
from iossim.language import Command
from iossim.router.clock import duration
from iossim.router.facts.chassis import VERSION

_RULE = "-" * 62


@exec_command
def show_redundancy(line: Line) -> Iterator[str]:
    """The redundancy of the processor; the router has a single one."""
    yield "Redundant System Information :"
    yield "------------------------------"
    yield f"       Available system uptime = {duration(line.router.clock.uptime())}"
    yield "Switchovers system experienced = 0"
    yield "              Standby failures = 0"
    yield "        Last switchover reason = none"
    yield ""
    yield "                 Hardware Mode = Simplex"
    yield "    Configured Redundancy Mode = Non-redundant"
    yield "     Operating Redundancy Mode = Non-redundant"
    yield "              Maintenance Mode = Disabled"
    yield "                Communications = Down      Reason: Failure"
    yield ""
    yield "Current Processor Information :"
    yield "-------------------------------"
    yield "               Active Location = slot 0"
    yield "        Current Software state = ACTIVE"
    yield f"       Uptime in current state = {duration(line.router.clock.uptime())}"
    yield f"                 Image Version = Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version {VERSION}"
    yield f"        Configuration register = {line.router.register}"
    yield ""


@exec_command
def show_parser_view(line: Line, all: bool = False) -> Iterator[str]:
    """The view of the session, or all views."""
    if not all:
        yield "No view is active ! Currently in Privilege Level Context"
        return
    yield "Views/SuperViews Present in System:"
    for section in line.router.config.root.any_sections("parser_view"):
        yield f" {section.key[0]}"


@exec_command
def show_parser_statistics(line: Line) -> Iterator[str]:
    """The counters of the parser."""
    cache = line.router.config.root.get("parser_cache")
    yield f"Parser cache: {enabled(cache is None or not cache.negative)}, 0 hits, 0 misses"
    yield ""


@exec_command
def show_parser_macro(line: Line, brief: bool = False, name: str = "") -> Iterator[str]:
    """The macros that were defined, or one of them; the router has none of its own."""
    macros = [command for command in line.router.config.root.all("macro_name") if name in ("", command.words[2])]
    if brief:
        yield from (f"    customizable     : {command.words[2]}" for command in macros)
        return
    if not name:
        yield f"Total number of macros = {len(macros)}"
    for command in macros:
        yield from (_RULE,) if not name else ()
        yield f"Macro name : {command.words[2]}"
        yield "Macro type : customizable"
        yield from command.words[-1].split("\n")[1:-1]
    yield from (_RULE,) if macros and not name else ()


@exec_command
def show_event_manager_policy_registered(line: Line) -> Iterator[str]:
    """The applets of the event manager, which are never run."""
    yield "No.  Class     Type    Event Type          Trap  Time Registered           Name"
    for number, section in enumerate(line.router.config.root.any_sections("event_manager_applet"), start=1):
        event = next(map(_kind_of, section.all("event")), "none")
        local, _ = line.router.clock.zone.local(line.router.clock.boot)
        time = f"{local:%a %b} {local.day:2} {local:%H:%M:%S} {local.year}"
        yield f"{number:<5}{'applet':10}{'user':8}{event:20}{'Off':6}{time:26}{section.key[0]}"
        yield from (f" {command.text}" for command in section.all("action"))
        yield ""


def _kind_of(event: Command) -> str:
    """The kind of an event: `syslog`, `timer cron`."""
    words = str(event.fields.get("event_kind") or event.fields["rare_event"]).split()
    return " ".join(words[:2]) if words[0] == "timer" else words[0]


@exec_command
def event_manager_run(line: Line, policy: str) -> Iterator[str]:
    """Starts an applet of `event none`; its actions are not carried out."""
    section = line.router.config.root.section("event_manager_applet", policy)
    events = section.all("event") if section is not None else []
    if "none" not in map(_kind_of, events):
        yield f"EEM policy {policy} not registered with event none Event Detector"


@exec_command
def show_kron_schedule(line: Line) -> Iterator[str]:
    """The occurrences of the command scheduler, which never come."""
    yield "Kron Occurrence Schedule"
    for section in line.router.config.root.any_sections("kron_occurrence"):
        if section.header is not None:
            name, *words = section.header.words[2:]
            yield f"{name} inactive, will run {' '.join(words)}"


@exec_command
def show_call_home(line: Line) -> Iterator[str]:
    """The settings of Call Home, which calls nobody."""
    section = line.router.config.root.section("call_home")
    contact = section.get("contact_email_addr") if section is not None else None
    yield "Current call home settings:"
    yield f"    call home feature : {enabled(section is not None)}"
    yield f"    contact person's email address: {contact.words[-1] if contact is not None else 'Not yet set up'}"
    yield "    contact person's phone number: Not yet set up"
    yield "    street address: Not yet set up"
    yield "    customer ID: Not yet set up"
    yield "    contract ID: Not yet set up"
    yield "    site ID: Not yet set up"
    yield "    Mail-server: Not yet set up"
    yield "    Rate-limit: 20 message(s) per minute"
    yield ""


@exec_command
def show_file_descriptors(line: Line) -> Iterator[str]:
    """The open files; there is none."""
    yield "File Descriptors:"
    yield ""
    yield " FD  Position  Open  PID  Path"
