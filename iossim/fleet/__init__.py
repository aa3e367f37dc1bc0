"""Fleets: many routers in one process, described by an inventory."""

from iossim.fleet.inventory import Entry, Inventory, read_inventory

__all__ = ["Entry", "Inventory", "read_inventory"]
