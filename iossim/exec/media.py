"""The voice connections of SCCP phones: codecs, ports, and who is at the far end."""

from __future__ import annotations

from iossim.exec.phone_state import by_number
from iossim.router import RouterCore
from iossim.router.facts.codecs import CODECS, DEFAULT
from iossim.router.fields import field
from iossim.router.phones import Call, Device, Extension
from iossim.router.templates import in_force

_FIRST_PORT = 18_000
_ROUTERS_PORT = 2000


def preferred_codec(router: RouterCore, device: Device) -> str:
    """The codec that a phone prefers: its own, else its template's."""
    return field(in_force(router.config, device.section), "codec", "codec_name") or DEFAULT


def codec_of(router: RouterCore, device: Device) -> tuple[str, int]:
    """The codec of a phone's calls, and the bytes of a packet."""
    codec = CODECS[preferred_codec(router, device)]
    return codec.shown, codec.size


def port_of(call: Call) -> int:
    """The phone's UDP port for a call."""
    return _FIRST_PORT + 2 * call.reference


class FarEnds:
    """Who is at the far ends of calls.

    Args:
        router: the router; the numbers of its lines are looked up once, when they are first asked for.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._numbers: dict[str, list[Extension]] | None = None

    def extension(self, call: Call) -> Extension | None:
        """The ephone-dn at the far end; None where the far end is none of a registered phone's."""
        if not call.peer:
            return None
        if self._numbers is None:
            self._numbers = by_number(self._router)
        lines = self._numbers.get(call.peer, ())
        return next((each for each in lines if each.up and each.section.mode.name == "ephone_dn"), None)

    def address(self, call: Call, number: str) -> tuple[str, int]:
        """Address and port to which the phone sends its voice: those of the far end, or the router's where it passes the call on.

        Args:
            call: the call.
            number: the near end's number.
        """
        far = self.extension(call)
        device = self._router.phones.sccp.get(next(iter(far.carriers))) if far is not None else None
        theirs = next((each for each in far.channels.values() if each.peer == number), None) if far is not None else None
        if device is not None and theirs is not None:
            return device.address, port_of(theirs)
        return here(self._router), _ROUTERS_PORT


def here(router: RouterCore) -> str:
    """The router's address for SCCP phones."""
    return field(router.config.section("telephony_service"), "ip_source_address", "address") or "0.0.0.0"
