"""show hosts: domain name and name servers."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def show_hosts(line: Line) -> Iterator[str]:
    """Domain name and name servers."""
    command = line.router.config.root.get("ip_domain_name")
    yield f"Default domain is {command.words[-1] if command else 'not set'}"
    yield "Name/address lookup uses domain service"
    yield "Name servers are 255.255.255.255"
    yield ""
