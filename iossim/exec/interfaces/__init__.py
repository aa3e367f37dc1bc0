"""Interfaces: state, hardware and counters; their configuration is in `files`, their addresses in `network`."""

from iossim.exec.interfaces import (  # noqa: F401 (the modules register their commands)
    clear,
    show_controllers,
    show_controllers_digital,
    show_interfaces,
    show_interfaces_tables,
    show_queueing,
)
