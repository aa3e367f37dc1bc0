"""The router in its IP network: interfaces, routes, ARP, DHCP leases and neighbours, derived when somebody asks for them."""

from iossim.router.network.state import Network

__all__ = ["Network"]
