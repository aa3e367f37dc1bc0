"""Neighbours of the router: CDP and LLDP."""

from iossim.exec.neighbours import clear, show_cdp, show_cdp_neighbors, show_lldp  # noqa: F401 (the modules register their commands)
