"""One router: running-config and startup-config, users, clock, log, phones at run time."""

from iossim.router.clock import Clock
from iossim.router.core import RouterCore, Saved, read_configuration
from iossim.router.nvram import Nvram

__all__ = ["Clock", "Nvram", "RouterCore", "Saved", "read_configuration"]
