"""The router that files are validated for."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config.platforms import Platform
from iossim.versions import Version


@dataclass(frozen=True, slots=True)
class Target:
    """The router that files are validated for.

    Attributes:
        cme_version: its version of Unified CME; None: the newest one, and commands that were removed are accepted too.
        platform: its model, which sets the limits; None: the widest limits.
    """

    cme_version: Version | None = None
    platform: Platform | None = None
