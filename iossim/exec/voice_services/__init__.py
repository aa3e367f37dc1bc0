"""Services around the phones: hunt groups, emergency calls, presence, shared lines, DSP farms, certificates, CTI."""

from iossim.exec.voice_services import (  # noqa: F401 (the modules register their commands)
    clear,
    hunt_statistics,
    show_certificates,
    show_cti,
    show_emergency,
    show_fac_statistics,
    show_hunt_group,
    show_presence,
    show_sdspfarm,
    show_shared_line,
)
