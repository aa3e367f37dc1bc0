"""The names of files as they are typed: `flash:a.cfg`, `nvram:startup-config`, `tftp://10.0.0.5/a.cfg`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from iossim.router.flash_stores import Parts

FLASH = ("flash", "flash0")
NETWORK = ("tftp", "ftp", "http", "https", "scp", "rcp", "sftp", "pram")
RUNNING = "running-config"
STARTUP = "startup-config"
TIMED_OUT = "Timed out"
NO_DEVICE = "No such device"
_TYPED = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A file, a directory or a device, by the name that was typed.

    Attributes:
        device: the device as typed, without its colon: `flash`, `nvram`, `tftp`.
        path: the names from the root of the device; `()` is the device itself.
        host: the host of a place in the network; "" if none was typed.
    """

    device: str
    path: Parts = ()
    host: str = ""

    @property
    def is_flash(self) -> bool:
        """True for a place in flash."""
        return self.device in FLASH

    @property
    def is_network(self) -> bool:
        """True for a place that only the network reaches; nothing is ever sent."""
        return self.device in NETWORK

    @property
    def is_running(self) -> bool:
        """True for the running-config."""
        return (self.device, self.path) == ("system", (RUNNING,))

    @property
    def is_startup(self) -> bool:
        """True for the startup-config."""
        return (self.device, self.path) == ("nvram", (STARTUP,))

    @property
    def name(self) -> str:
        """The last name of the path; "" for a device."""
        return self.path[-1] if self.path else ""

    @property
    def shown(self) -> str:
        """The name in messages, with the device as typed: `flash:/a.cfg`."""
        if self.is_network:
            return f"{self.device}://{self.host}/{'/'.join(self.path)}"
        return f"{self.device}:/{'/'.join(self.path)}"

    @property
    def full(self) -> str:
        """The name with the device as the router calls it: `flash0:/a.cfg`."""
        return f"{'flash0' if self.is_flash else self.device}:/{'/'.join(self.path)}"

    def problem(self, reason: str, verb: str = "opening") -> str:
        """The message for a fault of this file."""
        return f"%Error {verb} {self.shown} ({reason})"


def place_of(typed: str, directory: str = "flash0:") -> Place:
    """Return the place that a name means.

    Args:
        typed: the name; `running-config` and `startup-config` alone are the configurations.
        directory: the current directory, for a name without a device.
    """
    if typed in (RUNNING, STARTUP):
        return Place("system" if typed == RUNNING else "nvram", (typed,))
    match = _TYPED.fullmatch(typed)
    if match is None:
        current = place_of(directory)
        device = "flash" if current.is_flash else current.device
        return Place(device, _resolved(() if typed.startswith("/") else current.path, typed))
    device, rest = match[1].lower(), match[2]
    if device in NETWORK:
        host, _, path = rest.lstrip("/").partition("/")
        return Place(device, tuple(name for name in path.split("/") if name), host)
    return Place(device, _resolved((), rest))


def _resolved(start: Parts, typed: str) -> Parts:
    """The names of a path; `..` above the root stays, and names nothing."""
    names = list(start)
    for name in typed.split("/"):
        if name == ".." and names and names[-1] != "..":
            names.pop()
        elif name not in ("", "."):
            names.append(name)
    return tuple(names)
