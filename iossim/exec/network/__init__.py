"""The router in its IP network: interfaces, name servers and trusted addresses."""

from iossim.exec.network import show_hosts, show_ip  # noqa: F401 (the modules register their commands)
