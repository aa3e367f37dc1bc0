"""ISAKMP, the exchange of keys: the log messages when the router begins it and when it ends it."""

from __future__ import annotations

from iossim.config import Configuration, Section
from iossim.language import Identity
from iossim.router.log import Log

_USERS = ("crypto_map", "tunnel_protection_ipsec_profile")


class Isakmp:
    """The state of ISAKMP: it runs while an interface has a crypto map, or a tunnel is protected by an IPsec profile.

    Life: made with the configuration when it has been read, and watches it from then on.

    Args:
        config: the configuration.
        log: the router's log.
    """

    def __init__(self, config: Configuration, log: Log) -> None:
        self._config = config
        self._log = log
        self._runs = self._is_used()
        config.watchers.append(self._changed)

    def _is_used(self) -> bool:
        users = (interface.get(rule) for interface in self._config.root.any_sections("interface") for rule in _USERS)
        return any(user is not None and not user.negative for user in users)

    def _changed(self, section: Section, identity: Identity) -> None:
        if identity and identity[0] not in _USERS and not (identity[0] == "interface" and identity not in section.sections):
            return  # a new interface changes nothing, one that is gone may have been the last user
        if self._is_used() != self._runs:
            self._runs = not self._runs
            self._log("CRYPTO", 6, "ISAKMP_ON_OFF", f"ISAKMP is {'ON' if self._runs else 'OFF'}")
