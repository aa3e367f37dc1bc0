"""SCCP phones: `show ephone`, `show ephone-dn` and `show ephone-hunt`."""

from iossim.exec.ephone import (  # noqa: F401 (the modules register their commands)
    hunt_statistics,
    show_ephone,
    show_ephone_dn,
    show_ephone_dn_features,
    show_ephone_dn_paging,
    show_ephone_hunt,
    show_ephone_media,
    show_ephone_numbers,
    show_ephone_registration,
    show_ephone_summary,
)
