"""Routing: the routing table and the protocols that fill it."""

from iossim.exec.routing import clear, show_ip_route  # noqa: F401 (the modules register their commands)
