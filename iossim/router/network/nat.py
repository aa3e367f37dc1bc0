"""The interface NVI0, which a router makes when NAT begins at one of its interfaces; no configuration has it."""

from __future__ import annotations

from iossim.config import Configuration, Section
from iossim.router.fields import is_set

NAME = "NVI0"


def translating(configuration: Configuration) -> list[Section]:
    """The interfaces with `ip nat inside`, `ip nat outside` or `ip nat enable`, in the order in which they were made."""
    return [section for section in configuration.root.any_sections("interface") if is_set(section, "ip_nat")]


def has_nvi(configuration: Configuration) -> bool:
    """True if the router has NVI0: NAT works at an interface. Routers with IOS XE, the 4000 series, never have it."""
    platform = configuration.platform
    return (platform is None or not platform.name.startswith("4")) and bool(translating(configuration))
