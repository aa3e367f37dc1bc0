"""The class `Router` of the library: the simulated router, with methods for its command line and its XML API."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from iossim.config.platforms import platform as platform_of
from iossim.router import Clock, Nvram, RouterCore, read_configuration
from iossim.session import LineResult, Session
from iossim.versions import NEWEST, Version

if TYPE_CHECKING:
    from iossim.testing import Server


class Router(RouterCore):
    """A simulated Cisco IOS router with Unified CME.

    Args:
        nvram: folder where the startup-config is kept; None: in memory.
        clock: the router's clock; None: the time of this computer.
        cme_version: the version of Unified CME that the router reports, such as `8.6`.
        platform: the router model that sets the limits, such as `2811`; None: the widest limits.
        text: the running-config at the start; None: the one of a new router.

    Raises:
        ValueError: the version or the platform is not known; `nvram` is a configuration and no folder.
    """

    def __init__(
        self,
        nvram: str | Path | None = None,
        clock: Clock | None = None,
        *,
        cme_version: str = NEWEST,
        platform: str | None = None,
        text: str | None = None,
    ) -> None:
        version = str(Version.of(cme_version))
        model = platform_of(platform) if platform is not None else None
        if "\n" in str(nvram):
            raise ValueError("nvram is a folder; give a configuration as text=...")
        folder = Nvram(Path(nvram) if nvram is not None else None)
        super().__init__(folder, clock, cme_version=version, platform=model, text=text)

    @classmethod
    def from_text(
        cls,
        text: str,
        nvram: str | Path | None = None,
        clock: Clock | None = None,
        *,
        cme_version: str = NEWEST,
        platform: str | None = None,
    ) -> Router:
        """A router with a configuration.

        Args:
            text: the running-config; lines that are not accepted are kept, and reported in `findings`.
            nvram: folder where the startup-config is kept.
            clock: the router's clock.
            cme_version: the version of Unified CME that the router reports.
            platform: the router model that sets the limits.
        """
        return cls(nvram, clock, cme_version=cme_version, platform=platform, text=text)

    @classmethod
    def from_file(
        cls,
        path: str | Path,
        nvram: str | Path | None = None,
        clock: Clock | None = None,
        *,
        cme_version: str = NEWEST,
        platform: str | None = None,
    ) -> Router:
        """A router with the configuration of a file.

        Args:
            path: the file.
            nvram: folder where the startup-config is kept.
            clock: the router's clock.
            cme_version: the version of Unified CME that the router reports.
            platform: the router model that sets the limits.

        Raises:
            ConfigurationError: the file cannot be read, or is not a text file.
        """
        return cls.from_text(read_configuration(path), nvram, clock, cme_version=cme_version, platform=platform)

    def session(self, privilege: int = 15, user: str | None = None, line: str = "library") -> Session:
        """A new session on the router's command line.

        Args:
            privilege: privilege level, 0 to 15.
            user: name of the user, for logs.
            line: "library" (shows no log messages), "console" or "vty".
        """
        return LibrarySession(self, privilege, user, line)

    def serve(self, *, http: bool = True, ssh: bool = False, telnet: bool = False, host: str = "127.0.0.1") -> Server:
        """The router on free ports of this computer, for a `with` block; see `iossim.testing.Server`.

        Args:
            http: open a port of HTTP.
            ssh: open a port of SSH; needs the extra `ssh`.
            telnet: open a port of telnet; needs the extra `telnet`.
            host: the address to listen on.
        """
        from iossim.testing import Server

        return Server(self, http=http, ssh=ssh, telnet=telnet, host=host)

    def http(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, dict[str, str], bytes]:
        """Answers one HTTP request without a socket; returns status, headers and body of the answer.

        Args:
            method: POST for the XML API.
            path: `/ios_xml_app/cme`.
            headers: headers of the request, with its Basic authentication.
            body: body of the request.
        """
        from iossim import xmlapi

        with self.lock:
            status, answer_headers, answer = xmlapi.answer_http(self, method, path, dict(headers or {}), body)
        return status, dict(answer_headers), answer

    def xml(self, body: bytes | str, user: str = "", password: str = "") -> bytes:
        """Answers one request to the XML API; returns the XML of the answer.

        Args:
            body: the request, with or without its envelope.
            user: name of the `xml user`.
            password: password of the `xml user`.
        """
        from iossim import xmlapi

        with self.lock:
            return xmlapi.answer(self, body.encode() if isinstance(body, str) else body, user, password)

    @property
    def running_config(self) -> str:
        """The running-config, from its first command to `end`."""
        with self.lock:
            return super().running_config


class LibrarySession(Session):
    """A session of a program, which waits while the thread of a server works on the router."""

    def run(self, line: str) -> LineResult:
        """Executes a line; see `Session.run`."""
        with self.router.lock:
            return super().run(line)

    def help(self, line: str) -> str:
        """The output of `?` after the beginning of a line."""
        with self.router.lock:
            return super().help(line)

    def complete(self, line: str) -> str:
        """The line after Tab: with its last word completed, or unchanged."""
        with self.router.lock:
            return super().complete(line)

    def close(self) -> None:
        """Ends the session."""
        with self.router.lock:
            super().close()
