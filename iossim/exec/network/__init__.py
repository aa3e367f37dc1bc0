"""The router in its IP network: addresses of interfaces, name servers and trusted addresses, and packets to other hosts."""

from iossim.exec.network import (  # noqa: F401 (the modules register their commands)
    arp,
    clear_ip_dhcp,
    clear_ip_nat,
    clear_ipv6,
    dhcp_client,
    ping,
    show_hosts,
    show_ip_address,
    show_ip_dhcp,
    show_ip_flow,
    show_ip_interface,
    show_ip_nat,
    show_ip_tables,
    show_ipv6,
    show_ipv6_ospf,
    show_sockets,
    traceroute,
)
