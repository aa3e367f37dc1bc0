"""Routing: the routing table, the protocols that fill it, and what follows from it."""

from iossim.exec.routing import (  # noqa: F401 (the modules register their commands)
    clear,
    show_ip_bgp,
    show_ip_cef,
    show_ip_eigrp,
    show_ip_multicast,
    show_ip_ospf,
    show_ip_ospf_database,
    show_ip_protocols,
    show_ip_route,
    show_ip_rpf,
    show_vrf,
)
