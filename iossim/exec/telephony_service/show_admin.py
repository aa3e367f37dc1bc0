"""show telephony-service admin and directory-entry: the system administrator of the web pages and the directory."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.text import enabled
from iossim.router import RouterCore
from iossim.router.fields import field, is_set


def admin(router: RouterCore, section: Section) -> Iterator[str]:
    """The system administrator, and the settings that may be edited through the web pages."""
    yield f"admin_username {field(section, 'web_admin_system', 'name') or 'Admin'}"
    yield f"admin_password {'*****' if is_set(section, 'web_admin_system') else ''}"
    yield f"edit DN through Web: {enabled(is_set(section, 'dn_webedit'))}."
    yield f"edit TIME through Web: {enabled(is_set(section, 'time_webedit'))}."


def directory(router: RouterCore, section: Section) -> Iterator[str]:
    """The entries of the local directory."""
    yield from (command.text for command in section.all("directory_entry"))
