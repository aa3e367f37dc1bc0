"""A small client that provisions phones over the XML API of Unified CME. The tests beside it run it against iossim."""

from __future__ import annotations

import base64
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from xml.etree import ElementTree
from xml.sax.saxutils import escape


class ProvisioningError(Exception):
    """The router refused a request."""


class Provisioner:
    """Adds and watches phones.

    Args:
        url: the URL of the API.
        user: the name of the `xml user`.
        password: its password.
        wait: waits for so many seconds before a request is sent again.
    """

    def __init__(self, url: str, user: str, password: str, wait: Callable[[float], None] = time.sleep) -> None:
        self._url = url
        self._wait = wait
        credentials = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._headers = {"Authorization": f"Basic {credentials}", "Content-Type": "text/xml"}

    def add_phone(self, tag: int, mac: str, number: str) -> None:
        """Adds a phone with one line."""
        self._configure(
            f"ephone-dn {tag}", f"number {number}", f"ephone {tag}", f"mac-address {mac}", "type 7960", f"button 1:{tag}"
        )

    def registered(self) -> set[int]:
        """The tags of the phones that are registered."""
        answer = self._ask("ISgetDevice", "<ISKeyword>all</ISKeyword>")
        devices = answer.iter("ISDevice")
        return {int(device.findtext("ISDevID", "0")) for device in devices if device.findtext("ISDevStatus") == "registered"}

    def events(self, tag: int) -> list[str]:
        """The states that a phone has gone through, as far as the router's event table goes back."""
        answer = self._ask("ISgetDevEvts", f"<ISDevID>{tag}</ISDevID>")
        return [event.findtext("ISDevStatus", "") for event in answer.iter("ISDevEvent")]

    def save(self) -> bool:
        """Saves the configuration; returns False if somebody is configuring, so that the router saves it later."""
        return self._ask("ISSaveConfig").findtext(".//ISSaveConfigResult") == "success"

    def _configure(self, *lines: str) -> None:
        answer = self._ask("ISexecCLI", "".join(f"<CLI>{escape(line)}</CLI>" for line in lines))
        failed = int(answer.findtext(".//ISexecCLIResponse") or "0") if answer.find(".//ISexecCLIError") is not None else 0
        if failed:
            raise ProvisioningError(f"{lines[failed - 1]}: {(answer.findtext('.//ISexecCLIError') or '').strip()}")

    def _ask(self, method: str, parameters: str = "", tries: int = 3) -> ElementTree.Element:
        body = f"<request><{method}>{parameters}</{method}></request>".encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(self._url, body, self._headers), timeout=30) as answer:
                root = ElementTree.fromstring(answer.read())
        except urllib.error.HTTPError as error:
            error.close()
            if error.code != 503 or tries == 1:
                raise ProvisioningError(f"{error.code} {error.reason}") from error
            self._wait(1.0)
            return self._ask(method, parameters, tries - 1)
        except ElementTree.ParseError as error:
            raise ProvisioningError(f"the answer is no XML: {error}") from error
        if root.find(".//ISError") is not None:
            raise ProvisioningError(root.findtext(".//ISErrorMsg") or "unknown error")
        return root
