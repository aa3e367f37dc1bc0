"""Reads inventories: the routers of a fleet, in YAML or as a folder of configurations.

http: 8100                 # port of the first router, or a range: 8100-8199; without it, any free ports
ssh: 2200
addresses: 127.0.1.0/24    # an address of their own for all routers (Linux); ports are the same then
user: admin                # a user of all routers, at privilege level 15
password: cisco            # without it, a new one at every start
routers:
  - name: branch-1
    config: branch-1.cfg   # beside the inventory
  - name: small            # small-001, small-002, …
    sample: small-office
    count: 100
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Network
from pathlib import Path
from typing import Annotated, Any

import msgspec
import yaml
from msgspec import Meta

from iossim.errors import IossimError
from iossim.files.decoding import SUFFIXES
from iossim.samples import sample_path

_MOST = 10_000
_HIGHEST_PORT = 65535
#: Names that are safe as names of hosts, files and groups.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}")
_PortSetting = int | str


class InventoryError(IossimError):
    """An inventory that cannot be used; the message has file and line."""


class _Router(msgspec.Struct, forbid_unknown_fields=True):
    """One item of `routers`."""

    name: str
    config: str | None = None
    sample: str | None = None
    count: Annotated[int, Meta(ge=1, le=_MOST)] | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file."""

    routers: Annotated[list[_Router], Meta(min_length=1, max_length=_MOST)]
    http: _PortSetting | None = None
    ssh: _PortSetting | None = None
    telnet: _PortSetting | None = None
    addresses: str | None = None
    user: str = "iossim"
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Ports:
    """The ports of one kind of door.

    Attributes:
        first: the port of the first router; 0: any free ports.
        last: the port of the last router that may have one.
    """

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A router of a fleet.

    Attributes:
        name: its name in the inventory.
        config: the file of its configuration.
        line: the line of the inventory that names it; 0 in a folder.
    """

    name: str
    config: Path
    line: int = 0


@dataclass(frozen=True, slots=True)
class Inventory:
    """The routers of a fleet, and how to reach them.

    Attributes:
        source: the file or folder.
        entries: the routers, each with a name of its own.
        doors: the ports by door: `http`, `ssh` or `telnet`.
        network: the network of the routers' own addresses; None: all have the address of the server.
        user: the name of the user of all routers.
        password: the password of the user; None: a new one.
        problems: the reasons why routers of the inventory are not among the entries, with file and line.
    """

    source: str
    entries: list[Entry]
    doors: dict[str, Ports]
    network: IPv4Network | None = None
    user: str = "iossim"
    password: str | None = None
    problems: list[str] = field(default_factory=list)


def read_inventory(path: str | Path, doors: dict[str, int] | None = None) -> Inventory:
    """Reads an inventory.

    Args:
        path: a file of YAML, or a folder of configurations.
        doors: the first port by door, in place of those of the file; 0: any free ports.

    Raises:
        InventoryError: it cannot be read, is no inventory, or has no router.
    """
    source = Path(path)
    inventory = _folder(source) if source.is_dir() else _file(source)
    inventory.doors.update({door: Ports(port, _HIGHEST_PORT) for door, port in (doors or {}).items()})
    if not inventory.entries:
        raise InventoryError("\n".join([f"{source}: no router can be started", *inventory.problems]))
    return inventory


def _folder(folder: Path) -> Inventory:
    """The configurations of a folder; the name of a router is the name of its file."""
    files = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
    if not files:
        raise InventoryError(f"{folder}: no configuration in this folder ({', '.join(SUFFIXES)})")
    return _without_twins(str(folder), [Entry(file.stem, file) for file in files], _free())


def _free() -> dict[str, Ports]:
    """Any free ports of HTTP and SSH."""
    return {door: Ports(0, 0) for door in ("http", "ssh")}


def _file(path: Path) -> Inventory:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InventoryError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error
    try:
        node = yaml.compose(text, yaml.SafeLoader)
        content = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InventoryError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error
    try:
        file = msgspec.convert(content, _File)
    except msgspec.ValidationError as error:
        raise InventoryError(f"{path}:{_line(node, str(error))}: {error}") from error
    lines = [_line(node, f"$.routers[{at}]") for at in range(len(file.routers))]
    entries, problems = [], []
    for router, line in zip(file.routers, lines, strict=True):
        try:
            entries += _entries(router, path.parent, line)
        except IossimError as error:
            problems.append(f"{path}:{line}: {error}")
    settings = {"http": file.http, "ssh": file.ssh, "telnet": file.telnet}
    doors = {door: _ports(setting, f"{path}: {door}") for door, setting in settings.items() if setting is not None}
    network = _network(file.addresses, path) if file.addresses is not None else None
    inventory = _without_twins(str(path), entries, doors or _free(), problems)
    return replace(inventory, network=network, user=file.user, password=file.password)


def _entries(router: _Router, folder: Path, line: int) -> list[Entry]:
    """The routers of one item: one, or as many as `count` says.

    Raises:
        InventoryError: the item makes no sense.
        ConfigurationError: there is no such sample.
    """
    if not _NAME.fullmatch(router.name):
        raise InventoryError(f"name {router.name!r}: a name has letters, digits, `.`, `_` and `-`, at most 63")
    if (router.config is None) == (router.sample is None):
        raise InventoryError(f"router {router.name} needs either `config` or `sample`")
    config = folder / router.config if router.config is not None else sample_path(router.sample or "")
    if router.count is None:
        return [Entry(router.name, config, line)]
    digits = max(3, len(str(router.count)))
    return [Entry(f"{router.name}-{number:0{digits}}", config, line) for number in range(1, router.count + 1)]


def _without_twins(source: str, entries: list[Entry], doors: dict[str, Ports], problems: list[str] | None = None) -> Inventory:
    """An inventory in which the first router of a name stays."""
    known: dict[str, Entry] = {}
    problems = problems or []
    for entry in entries:
        first = known.setdefault(entry.name, entry)
        if first is not entry:
            where = f"in line {first.line}" if first.line else first.config.name
            place = f"{source}:{entry.line}" if entry.line else str(entry.config)
            problems.append(f"{place}: another router has the name {entry.name} ({where})")
    return Inventory(source, list(known.values()), doors, problems=problems)


def _ports(setting: _PortSetting, place: str) -> Ports:
    first, dash, last = str(setting).partition("-")
    numbers = [part.strip() for part in ((first, last) if dash else (first, str(_HIGHEST_PORT)))]
    if not all(part.isascii() and part.isdecimal() and len(part) < 6 for part in numbers):
        raise InventoryError(f"{place} is a port or a range as 8100-8199, not {setting!r}")
    low, high = map(int, numbers)
    if not 0 <= low <= high <= _HIGHEST_PORT:
        raise InventoryError(f"{place} is a port or a range as 8100-8199, up to {_HIGHEST_PORT}, not {setting!r}")
    return Ports(low, high if low else 0)


def _network(text: str, path: Path) -> IPv4Network:
    try:
        network = IPv4Network(text)
    except ValueError as error:
        raise InventoryError(f"{path}: addresses is a network as 127.0.1.0/24: {error}") from error
    if not network.is_loopback:
        raise InventoryError(f"{path}: addresses: {network} is not below 127.0.0.0/8, the addresses that only this computer has")
    return network


def _line(node: Any, error: str) -> int:
    """The line of the value that an error of msgspec names (`… - at `$.routers[2].name``), or of the nearest value around it."""
    line = node.start_mark.line + 1 if node is not None else 1
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", error.rpartition("$")[2]):
        if name and isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == name), None)
        elif index and isinstance(node, yaml.SequenceNode) and int(index) < len(node.value):
            node = node.value[int(index)]
        else:
            break
        if node is None:
            break
        line = node.start_mark.line + 1
    return line
