"""The router and the line itself: privilege, terminal, clock, log, debugging, version and reload."""

from iossim.exec.system import (  # noqa: F401 (the modules register their commands)
    aliases,
    clock,
    configure,
    debug,
    help,
    lines,
    log,
    privilege,
    reload,
    show_version,
    terminal,
)
