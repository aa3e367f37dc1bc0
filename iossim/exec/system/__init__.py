"""The router and the line itself: privilege, terminal, clock, log, debugging, version and reload."""

from iossim.exec.system import (  # noqa: F401 (the modules register their commands)
    administration,
    aliases,
    clock,
    configure,
    debug,
    help,
    inventory,
    licenses,
    lines,
    log,
    privilege,
    processes,
    reload,
    security,
    show_version,
    snmp,
    terminal,
    time_servers,
    web,
)
