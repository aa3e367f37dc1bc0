"""Layer 2, redundancy of the first hop, tracked objects and IP SLA, and VPN."""

from iossim.exec.switching import (  # noqa: F401 (the modules register their commands)
    clear,
    show_crypto,
    show_crypto_settings,
    show_glbp,
    show_layer_2,
    show_standby,
    show_track,
    show_vlans,
    show_vrrp,
)
