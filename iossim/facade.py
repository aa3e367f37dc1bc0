"""The router that users import: the engine with its front ends' doors, none of which needs a socket."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from iossim.config.platforms import platform as platform_of
from iossim.router import Clock, Nvram, RouterCore, read_configuration
from iossim.session import Session
from iossim.versions import NEWEST, Version


class Router(RouterCore):
    """A simulated Cisco IOS router with Unified CME.

    Args:
        nvram: folder where the startup-config is kept; None: in memory.
        clock: the router's clock; tests give one that they drive.
        cme_version: the version of Unified CME that the router says it is, like `8.6`.
        platform: the router model whose limits count, like `2811`; None: the widest limits.
        text: the running-config that it starts with; None: that of a router that nobody has configured.

    Raises:
        ValueError: no such version, or a platform whose limits are not known.
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
            text: the running-config; lines that are not understood are kept, and reported in `findings`.
            nvram: folder where the startup-config is kept.
            clock: the router's clock.
            cme_version: the version of Unified CME that the router says it is.
            platform: the router model whose limits count.
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
            cme_version: the version of Unified CME that the router says it is.
            platform: the router model whose limits count.

        Raises:
            ConfigurationError: the file cannot be read, or is no text.
        """
        return cls.from_text(read_configuration(path), nvram, clock, cme_version=cme_version, platform=platform)

    def session(self, privilege: int = 15, user: str | None = None, line: str = "library") -> Session:
        """A session, in EXEC at a privilege level.

        Args:
            privilege: 0 to 15.
            user: the user's name, for logs.
            line: "library" (silent), "console" or "vty".
        """
        return Session(self, privilege, user, line)

    def http(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, dict[str, str], bytes]:
        """One HTTP request to the router, without a socket: status, headers and body of the answer.

        Args:
            method: POST for the XML API.
            path: `/ios_xml_app/cme`.
            headers: the request's, with its Basic authentication.
            body: the request.
        """
        from iossim import xmlapi

        status, answer_headers, answer = xmlapi.answer_http(self, method, path, dict(headers or {}), body)
        return status, dict(answer_headers), answer

    def xml(self, body: bytes | str, user: str = "", password: str = "") -> bytes:
        """One request to the XML API: the answer's XML.

        Args:
            body: the request, envelope included or not.
            user: name of the `xml user`.
            password: its password.
        """
        from iossim import xmlapi

        return xmlapi.answer(self, body.encode() if isinstance(body, str) else body, user, password)
