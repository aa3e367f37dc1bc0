"""show snmp: the agent, its communities, groups, users and hosts. No manager sends it anything, so that its counters stay 0."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.hardware import serial

_OFF = "%SNMP agent not enabled"
#: The commands that turn the agent on.
_AGENT = ("snmp_server_community", "snmp_server_group", "snmp_server_user", "snmp_server_host", "snmp_server_view")
_INPUT = (
    "Bad SNMP version errors",
    "Unknown community name",
    "Illegal operation for community name supplied",
    "Encoding errors",
    "Number of requested variables",
    "Number of altered variables",
    "Get-request PDUs",
    "Get-next PDUs",
    "Set-request PDUs",
    "Input queue packet drops (Maximum queue size 1000)",
)
#: The engine of a router without `snmp-server engineID`: Cisco's number, and the base MAC address.
_ENGINE = "80000009030002005E005300"


@exec_command
def show_snmp(line: Line) -> Iterator[str]:
    """The chassis, contact and location, and the counters of the agent."""
    root = line.router.config.root
    if not _is_on(root):
        yield _OFF
        return
    yield f"Chassis: {_text(root, 'snmp_server_chassis_id') or serial(line.router.config)}"
    for name, rule in (("Contact", "snmp_server_contact"), ("Location", "snmp_server_location")):
        if text := _text(root, rule):
            yield f"{name}: {text}"
    size = root.get("snmp_server_packetsize")
    yield "0 SNMP packets input"
    yield from (f"    0 {text}" for text in _INPUT)
    yield "0 SNMP packets output"
    yield f"    0 Too big errors (Maximum packet size {size.words[-1] if size is not None else 1500})"
    yield from (
        f"    0 {text}" for text in ("No such name errors", "Bad values errors", "General errors", "Response PDUs", "Trap PDUs")
    )
    traps = bool(root.all("snmp_server_enable_traps"))
    yield f"SNMP global trap: {'enabled' if traps else 'disabled'}"
    yield ""
    hosts = root.all("snmp_server_host")
    yield f"SNMP logging: {'enabled' if hosts else 'disabled'}"
    yield from (f"    Logging to {_host(command.words[2:])}.162, 0/10, 0 sent, 0 dropped." for command in hosts)


@exec_command
def show_snmp_text(line: Line, snmp_text: str) -> Iterator[str]:
    """The chassis, the contact or the location; nothing if it is not configured."""
    root = line.router.config.root
    text = _text(root, {"chassis": "snmp_server_chassis_id"}.get(snmp_text, f"snmp_server_{snmp_text}"))
    text = text or (serial(line.router.config) if snmp_text == "chassis" else "")
    if text:
        yield text


@exec_command
def show_snmp_community(line: Line) -> Iterator[str]:
    """The communities, with their access lists."""
    root = line.router.config.root
    if not _is_on(root):
        yield _OFF
        return
    for command in sorted(root.all("snmp_server_community"), key=lambda command: str(command.fields["community"])):
        name, access = command.fields["community"], command.fields.get("access_list")
        yield ""
        yield f"Community name: {name}"
        yield f"Community Index: {name}"
        yield f"Community SecurityName: {name}"
        yield "storage-type: nonvolatile\t active" + (f"\taccess-list: {access}" if access else "")
        yield ""


@exec_command
def show_snmp_group(line: Line) -> Iterator[str]:
    """The groups: the two that each community makes, and the configured ones."""
    root = line.router.config.root
    if not _is_on(root):
        yield _OFF
        return
    for command in root.all("snmp_server_community"):
        name, access = str(command.fields["community"]), str(command.fields.get("access_list", ""))
        write = "v1default" if "RW" in command.words else "<no writeview specified>"
        view = str(command.fields.get("view", "v1default"))
        for model in ("v1", "v2c"):
            yield from _group(name, model, view, write, "<no notifyview specified>", access)
    for command in root.all("snmp_server_group"):
        words = command.words[3:]
        model = " ".join(words[: 2 if words[0] == "v3" else 1])
        options = dict(itertools.pairwise(words))
        views = [options.get(name) or f"<no {name}view specified>" for name in ("read", "write", "notify")]
        read = options.get("read") or "v1default"
        yield from _group(command.words[2], model, read, views[1], views[2], options.get("access", ""))


def _group(name: str, model: str, read: str, write: str, notify: str, access: str) -> Iterator[str]:
    yield f"groupname: {name:33}security model:{model} "
    yield f"contextname: {'<no context specified>':31}storage-type: {'permanent' if model in ('v1', 'v2c') else 'nonvolatile'}"
    yield f"readview : {read:32} writeview: {write:31} "
    yield f"notifyview: {notify:38}"
    yield "row status: active" + (f"\taccess-list: {access}" if access else "")
    yield ""


@exec_command
def show_snmp_user(line: Line) -> Iterator[str]:
    """The users of version 3."""
    root = line.router.config.root
    if not _is_on(root):
        yield _OFF
        return
    engine = root.get("snmp_server_engineid")
    for command in root.all("snmp_server_user"):
        name, group, *words = command.words[2:]
        options = dict(itertools.pairwise(words))
        yield ""
        yield f"User name: {name}"
        yield f"Engine ID: {engine.words[-1].upper() if engine is not None else _ENGINE}"
        yield "storage-type: nonvolatile\t active"
        yield f"Authentication Protocol: {options.get('auth', 'None').upper() if 'auth' in options else 'None'}"
        yield f"Privacy Protocol: {_privacy(words)}"
        yield f"Group-name: {group}"


def _port(words: list[str]) -> str:
    return words[words.index("udp-port") + 1] if "udp-port" in words else "162"


@exec_command
def show_snmp_host(line: Line) -> Iterator[str]:
    """The hosts that get notifications."""
    root = line.router.config.root
    if not _is_on(root):
        yield _OFF
        return
    for command in root.all("snmp_server_host"):
        words = command.words[2:]
        version = words[words.index("version") + 1] if "version" in words else "v1"
        kind = "inform" if "informs" in words else "trap"
        names = [word for word in words[1:] if word not in ("version", "traps", "informs", version, "noauth", "auth", "priv")]
        yield f"Notification host: {words[0]}\tudp-port: {_port(words)}\ttype: {kind}"
        yield f"user: {names[0] if names else ''}\tsecurity model: {version if version.startswith('v') else f'v{version}'}"
        yield ""


def _host(words: list[str]) -> str:
    return words[0].split()[0] if words else ""


def _privacy(words: list[str]) -> str:
    if "priv" not in words:
        return "None"
    kind = words[words.index("priv") + 1 :]
    return "".join(kind[: 2 if kind[:1] == ["aes"] else 1]).upper() or "None"


def _text(root: Section, rule: str) -> str:
    command = root.get(rule)
    return command.words[-1] if command is not None and not command.negative else ""


def _is_on(root: Section) -> bool:
    return any(root.all(rule) for rule in _AGENT)


@exec_command
def show_snmp_engineid(line: Line) -> Iterator[str]:
    """The engine of the router; there are no remote ones."""
    entry = line.router.config.root.get("snmp_server_engineid")
    yield f"Local SNMP engineID: {_ENGINE if entry is None or entry.negative else str(entry.fields['engine']).upper()}"
    yield "Remote Engine ID          IP-addr    Port"


#: The views that every agent has.
_VIEWS = (
    "*ilmi system - included permanent active",
    "*ilmi atmForumUni - included permanent active",
    "v1default iso - included permanent active",
    "v1default internet.6.3.15 - excluded permanent active",
    "v1default internet.6.3.16 - excluded permanent active",
    "v1default internet.6.3.18 - excluded permanent active",
    "v1default ciscoMgmt.394 - excluded permanent active",
    "v1default ciscoMgmt.395 - excluded permanent active",
    "v1default ciscoMgmt.399 - excluded permanent active",
    "v1default ciscoMgmt.400 - excluded permanent active",
)


@exec_command
def show_snmp_view(line: Line) -> Iterator[str]:
    """The views of the agent: those of the configuration, and its own."""
    root = line.router.config.root
    if not _is_on(root):
        yield _OFF
        return
    for command in root.all("snmp_server_view"):
        *_, name, tree, kind = command.words
        yield f"{name} {tree} - {kind} nonvolatile active"
    yield from _VIEWS
