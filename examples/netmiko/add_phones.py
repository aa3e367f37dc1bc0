"""Configures phones from a CSV file over SSH.

python add_phones.py HOST PORT FILE
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from netmiko import ConnectHandler


def lines_of(phone: dict[str, str]) -> Iterator[str]:
    """The lines that configure a phone with one line."""
    yield f"ephone-dn {phone['tag']}"
    yield f"number {phone['number']}"
    yield f"name {phone['name']}"
    yield f"ephone {phone['tag']}"
    yield f"mac-address {phone['mac']}"
    yield f"button 1:{phone['tag']}"


def add_phones(host: str, port: int, file: Path) -> str:
    """Configures the phones, saves, and returns what the router then has.

    Raises:
        ConfigInvalidException: the router refuses a line.
    """
    user, password = os.environ.get("ROUTER_USER", "admin"), os.environ.get("ROUTER_PASSWORD", "cisco")
    with file.open(encoding="utf-8", newline="") as text:
        lines = [line for phone in csv.DictReader(text) for line in lines_of(phone)]
    with ConnectHandler(device_type="cisco_ios", host=host, port=port, username=user, password=password) as router:
        router.send_config_set(lines, error_pattern=r"% |invalid input")
        router.save_config()
        return str(router.send_command("show ephone summary brief"))


if __name__ == "__main__":
    print(add_phones(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))
