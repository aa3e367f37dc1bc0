"""telnet, ssh, connect, rlogin, resume, disconnect, where and show sessions: connections to other hosts.

Nothing is sent and nobody waits: a host that the router knows refuses the connection, any other one does not answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address, IPv4Interface, NetmaskValueError

from iossim.exec.command import Line, Reply, ask, exec_command
from iossim.router import RouterCore
from iossim.router.links import UP

_NONE_OPEN = "% No connections open"
_NO_CURRENT = "% No current connection"
_REFUSED = "% Connection refused by remote host"
_SILENT = "% Connection timed out; remote host not responding"
_UNREACHABLE = "% Destination unreachable; gateway or host down"
_NO_HOST = "% Unknown command or computer name, or unable to find computer address"


@exec_command
def telnet(line: Line, host: str = "", port: str = "") -> Reply:
    """Connects to a host; asks for its name if there is none."""
    return _open(line, host, port)


@exec_command
def connect(line: Line, host: str = "", port: str = "") -> Reply:
    """The same as telnet."""
    return _open(line, host, port)


@exec_command
def rlogin(line: Line, host: str = "") -> Reply:
    """Connects to a host by rlogin."""
    return _open(line, host, "")


@exec_command
def ssh(line: Line, host: str, user: str = "", port: str = "") -> Iterator[str]:
    """Connects to a host by SSH, as a user."""
    if not user and not line.user:
        yield "% No user specified nor available for SSH client"
        return
    address = address_of(line.router, host)
    yield from _unknown(line.router, host) if address is None else [_outcome(line.router, address)]


def _open(line: Line, host: str, port: str) -> Reply:
    if not host:
        return ask("Host: ", lambda typed: connection(line.router, typed.strip(), port) if typed.strip() else None)
    return connection(line.router, host, port)


def connection(router: RouterCore, host: str, port: str = "") -> Iterator[str]:
    """Tries to connect to a host by telnet; returns the router's words.

    Args:
        router: the router.
        host: its address or its name.
        port: its port; "" for the one of telnet.
    """
    address = address_of(router, host)
    if address is None:
        yield from _unknown(router, host)
        return
    named = f"{host} ({address}" + (f", {port}" if port else "") + ")" if host != str(address) else host
    named = f"{host}, {port}" if port and host == str(address) else named
    yield f"Trying {named} ... "
    yield _outcome(router, address)


def _unknown(router: RouterCore, host: str) -> Iterator[str]:
    servers = [command.words[2] for command in router.config.root.all("ip_name_server") if not command.negative]
    yield f'Translating "{host}"...domain server ({servers[0] if servers else "255.255.255.255"})'
    yield _NO_HOST


def address_of(router: RouterCore, host: str) -> IPv4Address | None:
    """The address of a host, which is one or has one in `ip host`; None if the router does not know the name."""
    try:
        return IPv4Address(host)
    except AddressValueError:
        pass
    for command in router.config.root.all("ip_host"):
        if str(command.fields["name"]).lower() == host.lower():
            for word in command.words[3:]:
                try:
                    return IPv4Address(word)
                except AddressValueError:
                    continue
    return None


def _outcome(router: RouterCore, address: IPv4Address) -> str:
    """The end of an attempt: a host of a connected network that a phone has, or the router itself, refuses."""
    connected = list(_connected(router))
    if any(address == own.ip for own in connected) or str(address) in _phones(router):
        return _REFUSED
    if any(address in own.network for own in connected) or _is_routed(router, address):
        return _SILENT
    return _UNREACHABLE


def _connected(router: RouterCore) -> Iterator[IPv4Interface]:
    """The addresses of the interfaces that are up."""
    for section in router.config.sections("interface"):
        command = section.get("ip_address")
        if command is not None and "mask" in command.fields and router.links.state(section) == UP:
            try:
                yield IPv4Interface(f"{command.fields['address']}/{command.fields['mask']}")
            except (AddressValueError, NetmaskValueError):
                continue


def _is_routed(router: RouterCore, address: IPv4Address) -> bool:
    """True if a static route leads to an address."""
    for command in router.config.root.all("ip_route"):
        try:
            if address in IPv4Interface(f"{command.words[2]}/{command.words[3]}").network:
                return True
        except (AddressValueError, NetmaskValueError, ValueError):
            continue
    return False


def _phones(router: RouterCore) -> set[str]:
    registries = (router.phones.sccp, router.phones.sip)
    return {device.address for registry in registries for device in registry.registered() if device.address}


# ---- open connections ------------------------------------------------------------------------------------------------------------


@exec_command
def show_sessions(line: Line) -> Iterator[str]:
    """The open connections; no attempt ever opens one."""
    yield _NONE_OPEN


@exec_command
def where(line: Line) -> Iterator[str]:
    """The same as `show sessions`."""
    yield _NONE_OPEN


@exec_command
def resume(line: Line, connection: str = "") -> Iterator[str]:
    """Goes back to an open connection."""
    yield _NONE_OPEN


@exec_command
def disconnect(line: Line, connection: str = "") -> Iterator[str]:
    """Ends an open connection."""
    yield _NO_CURRENT


@exec_command
def name_connection(line: Line) -> Iterator[str]:
    """Gives an open connection a name."""
    yield _NO_CURRENT
