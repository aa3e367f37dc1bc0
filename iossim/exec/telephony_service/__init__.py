"""Unified CME as a whole: `show telephony-service`, extension mobility, the event table and the counters of the XML API."""

from iossim.exec.telephony_service import (  # noqa: F401 (the modules register their commands)
    clear,
    emadmin,
    show_bulk_speed_dial,
    show_conference,
    show_fac,
    show_fb_its_log,
    show_ixi,
    show_security_info,
    show_telephony_service,
)
