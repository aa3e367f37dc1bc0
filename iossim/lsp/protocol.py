"""The protocol as pygls speaks it, with an answer to every request."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """Answers a request with wrong parameters by an error. pygls reports them, but its editor would wait for an answer for ever."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as an object.

        Raises:
            JsonRpcException: it is no message of the protocol.
        """
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise
