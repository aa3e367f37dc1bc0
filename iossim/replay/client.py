"""A client of the XML API, for a replay."""

from __future__ import annotations

import base64
import http.client
from urllib.parse import urlsplit

from iossim.errors import CaptureError

_PATH = "/ios_xml_app/cme"
_SECONDS = 60


class Client:
    """Sends requests to a CME, each over a connection of its own, as the documented clients do.

    Args:
        url: the URL of the API, or only of the router: `http://192.0.2.1`.
        user: the name of the `xml user`.
        password: its password.

    Raises:
        CaptureError: it is no URL of HTTP.
    """

    def __init__(self, url: str, user: str, password: str) -> None:
        try:
            parts = urlsplit(url)
            self._host, self._port = parts.hostname, parts.port
        except ValueError as error:
            raise CaptureError(f"{url!r} is no URL: {error}") from error
        if parts.scheme not in ("http", "https") or not self._host or parts.username is not None:
            raise CaptureError(f"{url!r} is no URL like http://192.0.2.1{_PATH}; the user is named by --user")
        self._secure = parts.scheme == "https"
        self._path = parts.path if parts.path.strip("/") else _PATH
        credentials = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._headers = {"Authorization": f"Basic {credentials}", "Content-Type": "text/xml", "Connection": "close"}

    def post(self, body: bytes) -> bytes:
        """The answer to a request.

        Args:
            body: the body of the request.

        Raises:
            CaptureError: the router cannot be reached, or does not answer with status 200.
        """
        connection = self._connection()
        where = f"{self._host}:{connection.port}"
        try:
            connection.request("POST", self._path, body, self._headers)
            response = connection.getresponse()
            answer = response.read()
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise CaptureError(f"{where} does not answer: {reason}") from error
        finally:
            connection.close()
        if response.status == http.client.UNAUTHORIZED:
            raise CaptureError(f"{where} refuses the user or the password (401)")
        if response.status != http.client.OK:
            raise CaptureError(
                f"{where} answers {response.status} {response.reason}: is it a CME with the XML API, and is the path right?"
            )
        return answer

    def _connection(self) -> http.client.HTTPConnection:
        assert self._host is not None
        if not self._secure:
            return http.client.HTTPConnection(self._host, self._port, timeout=_SECONDS)
        import ssl

        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # a router signs its certificate itself
        return http.client.HTTPSConnection(self._host, self._port, timeout=_SECONDS, context=context)
