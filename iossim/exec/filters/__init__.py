"""Filters: access lists, prefix lists, route maps, object groups, and the classes and policies of QoS."""

from iossim.exec.filters import (  # noqa: F401 (the modules register their commands)
    clear,
    show_access_lists,
    show_ip_prefix_list,
    show_lists,
    show_object_group,
    show_policy_map,
    show_route_map,
)
