"""Commands that a router stores in other words than those that were typed, by the name of their rule.

Each function has captures of devices for it: they have the one form, and never the other. Where it says so, a file keeps its own form.
"""

from __future__ import annotations

from iossim.config.ipv4 import class_length, number, prefix_length, prefix_mask, text
from iossim.config.number_lists import list_of, numbers_of
from iossim.config.printed import ios_version
from iossim.config.tree import Configuration, Section
from iossim.config.written import in_words
from iossim.language import Command
from iossim.versions import is_before

_ALL_VLANS = range(1, 4095)


def _is_typed(configuration: Configuration, command: Command) -> bool:
    return configuration.ports is not None and not (command.negative or command.reset)


def without_hyphen(configuration: Configuration, section: Section, command: Command) -> Command:
    """`ip domain-name`, typed: a router stores `ip domain name`; a switch keeps the hyphen. A file keeps what it has."""
    if configuration.ports is None or section.get("spanning_tree_extend_system_id") is not None:
        return command
    words = [part for index, word in enumerate(command.words) for part in (word.split("-") if index == 1 else [word])]
    return in_words(section.mode, command, words)


def off_since_15_1(configuration: Configuration, section: Section, command: Command) -> Command:
    """`no auto-summary` and `no synchronization` leave nothing if they are typed: the default since IOS 15.1, but in RIP.

    A file keeps what it has.
    """
    version = ios_version(section)
    on = section.mode.name.startswith("router_rip") or (version != "" and is_before(version, "15.1"))
    if on or not command.negative or configuration.ports is None:
        return command
    return Command(command.form, command.words, reset=True)


def minutes_of_zone(configuration: Configuration, section: Section, command: Command) -> Command:
    """`clock timezone EST -5`, typed, is `clock timezone EST -5 0`."""
    whole = len(command.words) > 4 or not _is_typed(configuration, command)
    return command if whole else in_words(section.mode, command, [*command.words, "0"])


def short_encryption(configuration: Configuration, section: Section, command: Command) -> Command:
    """`encryption aes` of ISAKMP, typed, is `encr aes`, but for IOS XE 16.9 and later."""
    version = ios_version(section)
    if configuration.ports is None or (version and not is_before(version, "16.9")):
        return command
    return in_words(section.mode, command, ["encr", *command.words[1:]])


def extendable(configuration: Configuration, section: Section, command: Command) -> Command:
    """A static translation of ports to an address, typed, is extendable."""
    words = command.words
    whole = len(words) == 10 and words[5] in ("tcp", "udp") and "." in words[8]
    return in_words(section.mode, command, [*words, "extendable"]) if whole and _is_typed(configuration, command) else command


def nearest_distance(configuration: Configuration, section: Section, command: Command) -> Command:
    """The distance 1 of a static route, typed, is that of a route without one."""
    if not _is_typed(configuration, command) or command.fields.get("distance") != "1":
        return command
    at = command.form.words_of("distance")[0]
    return in_words(section.mode, command, [*command.words[:at], *command.words[at + 1 :]])


def schedule(configuration: Configuration, section: Section, command: Command) -> Command:  # noqa: ARG001
    """The life of an operation of IP SLA stands before its start."""
    return _in_order(section, command, 4, ("life", "start-time", "ageout", "recurring"))


def reaction(configuration: Configuration, section: Section, command: Command) -> Command:  # noqa: ARG001
    """The thresholds of a reaction of IP SLA stand before its action."""
    first = command.words.index("reaction-configuration") + 2
    return _in_order(section, command, first, ("react", "threshold-value", "threshold-type", "action-type"))


def time_stamps(configuration: Configuration, section: Section, command: Command) -> Command:  # noqa: ARG001
    """The parts of a time stamp stand in one order."""
    parts = command.words[4:]
    return command if len(parts) < 2 else _in_order(section, command, 4, ("msec", "localtime", "show-timezone", "year"))


def _in_order(section: Section, command: Command, first: int, names: tuple[str, ...]) -> Command:
    """The options after the first words of a command, in the order of their names."""
    options: dict[str, list[str]] = {}
    for word in command.words[first:]:
        if word in names:
            options[word] = []
        if options:
            options[next(reversed(options))].append(word)
    order = sorted(options, key=names.index)
    return in_words(section.mode, command, [*command.words[:first], *(word for name in order for word in options[name])])


def network_of_its_class(configuration: Configuration, section: Section, command: Command) -> Command:  # noqa: ARG001
    """A network of BGP with the mask of its class has none."""
    fields = command.fields
    if "mask" not in fields:
        return command
    network = number(str(fields["network"]))
    if prefix_length(number(str(fields["mask"]))) != class_length(network):
        return command
    at = command.words.index("mask")
    return in_words(section.mode, command, [*command.words[:at], *command.words[at + 2 :]])


def mask_of_pool(configuration: Configuration, section: Section, command: Command) -> Command:  # noqa: ARG001
    """A network of a DHCP pool has a mask, not the length of a prefix."""
    length = command.words[-1].removeprefix("/")
    if length == command.words[-1]:
        return command
    return in_words(section.mode, command, [*command.words[:-1], text(prefix_mask(int(length)))])


def allowed_vlans(configuration: Configuration, section: Section, command: Command) -> Command:
    """The VLANs of a trunk, typed, are one list, in order, also after `add`, `remove` and `except`."""
    *_, last = command.words
    if not _is_typed(configuration, command) or last in ("all", "none"):
        return command
    before = section.get("switchport_trunk_allowed_vlan")
    listed = " ".join(before.words[4:]) if before is not None and not before.negative else "all"
    present = set(_ALL_VLANS) if listed == "all" else set() if listed == "none" else numbers_of(listed)
    for identity, entry in section.entries.items():
        if identity[0] == "switchport_trunk_allowed_vlan_add":
            present |= numbers_of(" ".join(entry.words[5:]))
    verb, *rest = command.words[4:]
    typed = numbers_of(" ".join(rest if rest and verb in ("add", "remove", "except") else command.words[4:]))
    wanted = {"add": present | typed, "remove": present - typed, "except": set(_ALL_VLANS) - typed}.get(verb, typed)
    vlans = "all" if wanted == set(_ALL_VLANS) else list_of(wanted) or "none"
    return in_words(section.mode, command, ["switchport", "trunk", "allowed", "vlan", vlans])


#: The functions, by the name of the rule.
SPELLINGS = {
    "auto_summary": off_since_15_1,
    "clock_timezone": minutes_of_zone,
    "encr__encryption": short_encryption,
    "ip_domain_list__hyphen": without_hyphen,
    "ip_domain_lookup__hyphen": without_hyphen,
    "ip_domain_name__hyphen": without_hyphen,
    "ip_nat_inside_source_static": extendable,
    "ip_route": nearest_distance,
    "ipv6_route": nearest_distance,
    "ip_sla_monitor_reaction": reaction,
    "ip_sla_reaction": reaction,
    "ip_sla_schedule": schedule,
    "network__mask": network_of_its_class,
    "service_timestamps_debug": time_stamps,
    "service_timestamps_log": time_stamps,
    "switchport_trunk_allowed_vlan": allowed_vlans,
    "switchport_trunk_allowed_vlan_add": allowed_vlans,
    "synchronization": off_since_15_1,
}
