"""What validation takes the router for."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config.platforms import Platform
from iossim.versions import Version


@dataclass(frozen=True, slots=True)
class Options:
    """The router that the files are meant for.

    Attributes:
        cme_version: its version of Unified CME; None: the newest, which takes what was removed as well.
        platform: its model, whose limits count; None: the widest limits.
    """

    cme_version: Version | None = None
    platform: Platform | None = None
