"""The phones of a router at run time."""

from iossim.router.phones.call import LINE_STATES, RETAINED, Call, PastCall, Tally
from iossim.router.phones.device import DECEASED, REGISTERED, UNREGISTERED, Counters, Device
from iossim.router.phones.events import Event, EventTable
from iossim.router.phones.extension import Extension
from iossim.router.phones.phones import Phones, Summary
from iossim.router.phones.refused import RefusedPhone, RefusedPhones
from iossim.router.phones.registrar import Registrar
from iossim.router.phones.registry import Extensions, Registry
from iossim.router.phones.resets import DOWN, INTERVAL

__all__ = [
    "DECEASED",
    "DOWN",
    "INTERVAL",
    "LINE_STATES",
    "REGISTERED",
    "RETAINED",
    "UNREGISTERED",
    "Call",
    "Counters",
    "Device",
    "Event",
    "EventTable",
    "Extension",
    "Extensions",
    "PastCall",
    "Phones",
    "RefusedPhone",
    "RefusedPhones",
    "Registrar",
    "Registry",
    "Summary",
    "Tally",
]
