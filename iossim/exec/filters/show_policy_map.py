"""show class-map, show policy-map and show policy-map interface: the classes and policies of QoS."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.config.render import ordered
from iossim.exec.command import Line, exec_command
from iossim.language import Command
from iossim.router.fields import field
from iossim.router.network.interfaces import interfaces

_DEFAULT = "class-default"


@exec_command
def show_class_map(line: Line, name: str = "") -> Iterator[str]:
    """The classes, or one."""
    yield ""
    if name in ("", _DEFAULT):
        yield f" Class Map match-any {_DEFAULT} (id 0)"
        yield "   Match any "
        yield ""
    for number, section in enumerate(line.router.config.root.find_sections("class_map"), 1):
        if name in ("", section.key[-1]):
            yield f" Class Map {_mode(section)} {section.key[-1]} (id {number})"
            yield from (f"   Match {command.fields['criterion']}" for command in section.all("match"))
            yield ""


@exec_command
def show_policy_map(line: Line, name: str = "") -> Iterator[str]:
    """The policies, or one."""
    for section in line.router.config.root.find_sections("policy_map"):
        if name in ("", section.key[-1]):
            yield f"  Policy Map {section.key[-1]}"
            for part in section.any_sections("class"):
                yield f"    Class {part.key[-1]}"
                yield from (f"      {_action(command)}" for _, command in ordered(part))


@exec_command
def show_policy_map_interface(line: Line, name: str = "") -> Iterator[str]:
    """The policies of the interfaces, or of one; no packet passes through them."""
    root = line.router.config.root
    for port in interfaces(line.router.network):
        if name not in ("", port.name):
            continue
        used = [(way, field(port.section, "service_policy", "name", way)) for way in ("input", "output")]
        if any(policy for _, policy in used):
            yield f" {port.name} "
        for way, policy in used:
            section = root.section("policy_map", policy) if policy else None
            if section is not None:
                yield ""
                yield f"  Service-policy {way}: {policy}"
                for part in _with_default(section):
                    yield from _class(root, part)


def _with_default(policy: Section) -> list[Section | None]:
    """The classes of a policy; None for the default class that it does not name."""
    parts: list[Section | None] = [*policy.any_sections("class")]
    return parts if any(part is not None and part.key[-1] == _DEFAULT for part in parts) else [*parts, None]


def _class(root: Section, part: Section | None) -> Iterator[str]:
    name = part.key[-1] if part is not None else _DEFAULT
    section = root.section("class_map", name)
    yield ""
    yield f"    Class-map: {name} ({_mode(section)})  "
    yield "      0 packets, 0 bytes"
    yield "      5 minute offered rate 0000 bps, drop rate 0000 bps"
    if section is not None:
        yield from (f"      Match: {command.fields['criterion']}" for command in section.all("match"))
    else:
        yield "      Match: any "
    for _, command in ordered(part) if part is not None else ():
        yield f"      {_action(command)}"


def _mode(section: Section | None) -> str:
    if section is None or section.header is None:
        return "match-any"
    return "match-any" if "match-any" in section.header.keywords else "match-all"


def _action(command: Command) -> str:
    """An action as the router shows it: a share with its unit."""
    fields = command.fields
    if command.name in ("priority", "bandwidth") and "percent" in fields:
        return f"{command.name} {fields['percent']} (%)"
    if command.name in ("priority", "bandwidth") and "kilobits" in fields:
        return f"{command.name} {fields['kilobits']} (kbps)"
    return command.text
