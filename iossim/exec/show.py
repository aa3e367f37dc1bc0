"""show commands of the router itself."""

from __future__ import annotations

from iossim.exec.base import Line, Result, exec_command
from iossim.router.clock import duration
from iossim.router.facts.chassis import IMAGE, SERIAL, VERSION
from iossim.router.nvram import SIZE


@exec_command
def show_running_config(line: Line, all: bool = False) -> Result:
    """The running-config, as far as the user may configure it."""
    router = line.router
    permits = None if line.level == 15 else line.may_see
    body = router.running_text(permits, defaults=all)
    head = f"!\n{router.last_change}\n!\n" if router.last_change else "!\n"
    text = head + body
    return f"Building configuration...\n\nCurrent configuration : {len(text.encode())} bytes\n{text}\n"


@exec_command
def show_startup_config(line: Line) -> Result:
    """The saved configuration."""
    text = line.router.nvram.read()
    if text is None:
        return "startup-config is not present\n"
    return f"Using {len(text.encode())} out of {SIZE} bytes\n{text}\n"


@exec_command
def show_version(line: Line) -> Result:
    """Software and hardware, in the words that automation looks for."""
    router = line.router
    name = router.hostname
    now = router.clock
    return f"""Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version {VERSION}, RELEASE SOFTWARE (fc1)
Simulated by iossim; this is no Cisco software.

ROM: System Bootstrap, Version 15.0(1r)M16, RELEASE SOFTWARE (fc1)

{name} uptime is {duration(now.uptime())}
System returned to ROM by power-on
System image file is "flash0:{IMAGE}"
Last reload type: Normal Reload
Last reload reason: power-on

Cisco CISCO2911/K9 (revision 1.0) with 483328K/40960K bytes of memory.
Processor board ID {SERIAL}
3 Gigabit Ethernet interfaces
1 terminal line
DRAM configuration is 64 bits wide with parity enabled.
255K bytes of non-volatile configuration memory.
250880K bytes of ATA System CompactFlash 0 (Read/Write)

Configuration register is 0x2102

"""


@exec_command
def show_inventory(line: Line) -> Result:
    """The parts of the simulated router."""
    return (
        'NAME: "CISCO2911/K9", DESCR: "CISCO2911/K9 chassis, Hw Serial#: ' + SERIAL + ', Hw Revision: 1.0"\n'
        f"PID: CISCO2911/K9      , VID: V07, SN: {SERIAL}\n\n"
    )


@exec_command
def show_history(line: Line) -> Result:
    """The commands typed before."""
    return "".join(f"  {command}\n" for command in line.history())


@exec_command
def show_clock(line: Line) -> Result:
    """The time, with a star because no one has set the clock by an authority."""
    now = line.router.clock.now()
    return f"*{now:%H:%M:%S}.{now.microsecond // 1000:03} UTC {now:%a %b} {now.day} {now.year}\n"


@exec_command
def show_privilege(line: Line) -> Result:
    """The privilege level."""
    return f"Current privilege level is {line.level}\n"


@exec_command
def show_users(line: Line) -> Result:
    """The lines in use."""
    rows = ["    Line       User       Host(s)              Idle       Location"]
    for number, each in enumerate(line.router.lines):
        mark = "*" if each is line else " "
        kind = "con 0" if each.name == "console" else f"vty {number}"
        rows.append(f"{mark}{number:3} {kind:10} {each.user or '':10} idle                 00:00:00   ")
    return "\n".join([*rows, "", "  Interface    User               Mode         Idle     Peer Address", "", ""])


@exec_command
def show_terminal(line: Line) -> Result:
    """The settings of the line."""
    settings = line.terminal
    size = f"Length: {settings.length} lines, Width: {settings.width} columns"
    return f'Line 0, Location: "", Type: ""\n{size}\nHistory is enabled, history size is {settings.history_size}.\n'


@exec_command
def show_logging(line: Line) -> Result:
    """The last log messages."""
    buffer = line.router.log.buffer
    head = f"Syslog logging: enabled\n    Buffer logging:  level debugging, {len(buffer)} messages logged\n\n"
    return head + f"Log Buffer ({buffer.maxlen} messages):\n\n" + "".join(f"{message}\n" for message in buffer)


@exec_command
def show_hosts(line: Line) -> Result:
    """Domain name and name servers."""
    entry = line.router.config.root.get("ip_domain_name")
    domain = entry.words[-1] if entry else "not set"
    return f"Default domain is {domain}\nName/address lookup uses domain service\nName servers are 255.255.255.255\n\n"


@exec_command
def show_archive(line: Line) -> Result:
    """The archive of configurations, which the simulated router does not keep."""
    return "Archive feature not enabled\n"


@exec_command
def show_ip_interface_brief(line: Line) -> Result:
    """One line an interface."""
    rows = ["Interface                  IP-Address      OK? Method Status                Protocol"]
    for section in line.router.config.sections("interface"):
        address = section.get("ip_address")
        shut = section.get("shutdown")
        down = shut is not None and not shut.negative
        value = str(address.fields.get("address", "unassigned")) if address and not address.negative else "unassigned"
        state = "administratively down down" if down else "up                    up"
        rows.append(f"{section.key[0]:26} {value:15} YES {'NVRAM' if value != 'unassigned' else 'unset':6} {state:21}")
    return "\n".join(rows) + "\n"
