"""The pytest plugin: a router, and a router on free ports, for every test that asks for one.

@pytest.mark.iossim(file="office.cfg", ssh=True)
def test_provisioning(iossim_server):
    provision(iossim_server.url, iossim_server.auth)
    assert "mac-address" in iossim_server.router.running_config
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from iossim.facade import Router
    from iossim.testing import Server

#: The sample of a test without a marker.
_SAMPLE = "small-office"
_ORIGINS = ("text", "file", "sample")
_OPTIONS = ("cme_version", "platform")
_DOORS = ("http", "ssh", "telnet")
_MARKER = (
    "iossim(text, *, file, sample, cme_version, platform, http, ssh, telnet): the configuration of the fixtures iossim_router and "
    "iossim_server (default: the sample small-office), and the doors of iossim_server (default: HTTP)"
)


def pytest_configure(config: pytest.Config) -> None:
    """Describes the marker."""
    config.addinivalue_line("markers", _MARKER)


@pytest.fixture
def iossim_router(request: pytest.FixtureRequest) -> Router:
    """A router with the configuration of the marker `iossim`; without a marker, of the sample small-office."""
    # Imported here, because pytest loads every plugin at its start.
    from iossim.facade import Router
    from iossim.samples import sample_path

    settings = _settings(request.node)
    options = {name: settings[name] for name in _OPTIONS if name in settings}
    if "text" in settings:
        return Router.from_text(settings["text"], **options)
    if "file" in settings:
        return Router.from_file(request.path.parent / settings["file"], **options)
    return Router.from_file(sample_path(settings.get("sample", _SAMPLE)), **options)


@pytest.fixture
def iossim_server(request: pytest.FixtureRequest, iossim_router: Router) -> Iterator[Server]:
    """The router of `iossim_router` on free ports of this computer: HTTP, and the other doors that the marker names."""
    settings = _settings(request.node)
    with iossim_router.serve(**{name: settings[name] for name in _DOORS if name in settings}) as server:
        yield server


def _settings(node: Any) -> dict[str, Any]:
    """The settings of the marker that is nearest to a test.

    Raises:
        pytest.UsageError: the marker is wrong.
    """
    marker = node.get_closest_marker("iossim")
    if marker is None:
        return {}
    settings = dict(marker.kwargs)
    if marker.args:
        settings["text"] = marker.args[0]
    unknown = set(settings) - {*_ORIGINS, *_OPTIONS, *_DOORS}
    if unknown or len(marker.args) > 1:
        raise pytest.UsageError(f"the marker is {_MARKER}; not {', '.join(sorted(unknown)) or 'two texts'}")
    if len([name for name in _ORIGINS if name in settings]) > 1:
        raise pytest.UsageError("the marker iossim takes one of: a text, file, sample")
    for name in ("text", "file", "sample"):
        if not isinstance(settings.get(name, ""), (str, Path)):
            raise pytest.UsageError(f"{name} of the marker iossim is no text")
    return settings
