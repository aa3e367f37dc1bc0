"""simulate …: what a network does to a router: phones that come and go, time that passes, faults. No Cisco router has these commands."""

from iossim.exec.simulate import faults, passing, phones  # noqa: F401 (the modules register their commands)
