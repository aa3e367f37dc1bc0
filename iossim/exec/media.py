"""Voice connections of SCCP phones: codecs, ports, and the far ends of calls."""

from __future__ import annotations

from iossim.exec.phones import extensions_by_number
from iossim.router import RouterCore
from iossim.router.facts.codecs import CODECS, DEFAULT, Codec
from iossim.router.fields import field
from iossim.router.phones import Call, Device, Extension
from iossim.router.templates import in_force

_FIRST_PORT = 18_000
_ROUTERS_PORT = 2000


def preferred_codec(router: RouterCore, device: Device) -> str:
    """The codec that a phone prefers: its own, else its template's."""
    return field(in_force(router.config, device.section), "codec", "codec_name") or DEFAULT


def codec_of(router: RouterCore, device: Device) -> Codec:
    """The codec of a phone's calls."""
    return CODECS[preferred_codec(router, device)]


def port_of(call: Call) -> int:
    """The phone's UDP port for a call."""
    return _FIRST_PORT + 2 * call.reference


def sccp_address(router: RouterCore) -> str:
    """The router's address for SCCP phones."""
    return field(router.config.section("telephony_service"), "ip_source_address", "address") or "0.0.0.0"


def sip_address(router: RouterCore, default: str = "0.0.0.0") -> str:
    """The router's address for SIP phones; `default` if it is not configured."""
    return field(router.config.section("voice_register_global"), "source_address", "address") or default


class FarEnds:
    """The far ends of calls.

    Args:
        router: the router; the extensions are read once, when the first far end is asked for.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._extensions: dict[str, list[Extension]] | None = None

    def extension(self, call: Call) -> Extension | None:
        """The ephone-dn at the far end; None if the far end is not a registered SCCP phone."""
        if not call.peer:
            return None
        if self._extensions is None:
            self._extensions = extensions_by_number(self._router)
        extensions = self._extensions.get(call.peer, ())
        return next((extension for extension in extensions if extension.up and extension.section.mode.name == "ephone_dn"), None)

    def address(self, call: Call, number: str) -> tuple[str, int]:
        """The address and port to which the phone sends its voice: the far end's, or the router's if it passes the call on.

        Args:
            call: the call.
            number: the number of the near end.
        """
        far = self.extension(call)
        if far is not None:
            device = self._router.phones.sccp.get(next(iter(far.carriers)))
            far_call = next((other for other in far.channels.values() if other.peer == number), None)
            if device is not None and far_call is not None:
                return device.address, port_of(far_call)
        return sccp_address(self._router), _ROUTERS_PORT
