"""The syslog messages of phones that register and unregister."""

from __future__ import annotations

from iossim.router.log import Log
from iossim.router.phones.device import UNREGISTERED, Device


def log_registered(log: Log, device: Device, new: bool) -> None:
    """Logs that a phone has registered.

    Args:
        log: the router's log.
        device: the phone.
        new: an SCCP phone that auto-registration has just configured.
    """
    if device.sip:
        log("SIPPHONE", 6, "REGISTER", f"VOICE REGISTER POOL-{device.tag} has registered. {_pool(device)}")
    else:
        log("IPPHONE", 6, "REGISTER_NEW" if new else "REGISTER", f"{_ephone(device)} has registered.")


def log_unregistered(log: Log, device: Device, status: str) -> None:
    """Logs that a registration has ended.

    Args:
        log: the router's log.
        device: the phone, whose socket is still open.
        status: unregistered or deceased.
    """
    if device.sip:
        log("SIPPHONE", 6, "UNREGISTER", f"VOICE REGISTER POOL-{device.tag} has unregistered. {_pool(device)}")
    elif status == UNREGISTERED:
        log("IPPHONE", 6, "UNREGISTER_NORMAL", f"{_ephone(device)} has unregistered normally.")
    else:
        log("IPPHONE", 6, "UNREGISTER_ABNORMAL", f"{_ephone(device)} has unregistered abnormally.")


def _ephone(device: Device) -> str:
    return f"ephone-{device.tag}:{device.name} IP:{device.address} Socket:{device.socket} DeviceType:Phone"


def _pool(device: Device) -> str:
    return f"Name:{device.name} IP:{device.address} DeviceType:Phone"
