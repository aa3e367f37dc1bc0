"""Prints the addresses of a fleet: as a table, or as an inventory of Ansible or Nornir."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from iossim.fleet.member import Member

_NONE = "-"


def table(members: Sequence[Member], user: str, password: str) -> Iterator[str]:
    """The lines of the table.

    Args:
        members: the routers.
        user: the user of all routers.
        password: its password.
    """
    rows = [("NAME", "XML API", "SSH", "TELNET")]
    rows += [(member.name, member.url or _NONE, _address(member, "ssh"), _address(member, "telnet")) for member in members]
    used = [at for at in range(4) if at < 1 or any(row[at] != _NONE for row in rows[1:])]
    widths = {at: max(len(row[at]) for row in rows) for at in used}
    for row in rows:
        yield "  ".join(f"{row[at]:<{widths[at]}}" for at in used).rstrip()
    yield f"{len(members)} routers; user {user}, password {password}" if len(members) > 1 else f"user {user}, password {password}"


def _address(member: Member, door: str) -> str:
    address = member.addresses.get(door)
    return f"{address[0]} port {address[1]}" if address is not None else _NONE


def ansible(members: Sequence[Member], user: str, password: str) -> Iterator[str]:
    """The lines of an inventory of Ansible, in YAML; routers without SSH are not in it."""
    hosts = {
        member.name: {"ansible_host": member.addresses["ssh"][0], "ansible_port": member.addresses["ssh"][1], **_url(member)}
        for member in members
        if "ssh" in member.addresses
    }
    variables = {
        "ansible_connection": "ansible.netcommon.network_cli",
        "ansible_network_os": "cisco.ios.ios",
        "ansible_user": user,
        "ansible_password": password,
        "ansible_host_key_checking": False,
    }
    yield from _yaml({"all": {"children": {"iossim": {"hosts": hosts, "vars": variables}}}})


def nornir(members: Sequence[Member], user: str, password: str) -> Iterator[str]:
    """The lines of the hosts file of Nornir's SimpleInventory; routers without SSH are not in it."""
    hosts = {
        member.name: {
            "hostname": member.addresses["ssh"][0],
            "port": member.addresses["ssh"][1],
            "username": user,
            "password": password,
            "platform": "cisco_ios",
            "data": _url(member),
        }
        for member in members
        if "ssh" in member.addresses
    }
    yield from _yaml(hosts)


def _url(member: Member) -> dict[str, str]:
    return {"iossim_url": member.url} if member.url else {}


def _yaml(content: dict[str, Any]) -> Iterator[str]:
    import yaml

    yield from yaml.safe_dump(content, sort_keys=False).splitlines()


#: The forms by name.
FORMS: dict[str, Callable[[Sequence[Member], str, str], Iterator[str]]] = {"table": table, "ansible": ansible, "nornir": nornir}
