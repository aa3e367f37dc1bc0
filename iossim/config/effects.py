"""The commands whose entry changes other entries, by the name of their rule."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address
from typing import cast

from iossim.config.ipv4 import ALL_ONES, class_length, prefix_length
from iossim.config.limits import LONGEST_KEYS
from iossim.config.refusal import Refusal
from iossim.config.spellings import SPELLINGS, mask_of_pool
from iossim.config.ssh_keys import hash_key
from iossim.config.tree import Configuration, Section
from iossim.config.written import named
from iossim.language import Command, Mode, defaults_of, match
from iossim.language.bodies import Keyword
from iossim.language.tree import Resolved, resolve

#: Changes the other entries, and returns the command to be entered, or the reason why it is refused.
Effect = Callable[[Configuration, Section, Command], Command | Refusal]

#: `privilege`'s names of modes that are not simply the mode's own with hyphens.
MODE_NAMES = {"configure": "global"}


def move_words(configuration: Configuration, section: Section, command: Command) -> Command | Refusal:
    """`privilege`: spells the moved command in full, and moves the words before it along (or back: `no`, `default`, `reset`).

    Setting `show ip route` to a level sets `show` and `show ip` too, unless these were set by themselves
    (Cisco IOS Security Command Reference, `privilege`). Words that are no command of the mode are refused; where the grammar does not
    know all commands of the mode, they are kept as they are, and only the words before them move along.
    """
    resets = "level" not in command.fields
    if resets and command.negative:
        return command
    back = resets or command.negative or command.reset
    fields = command.fields
    mode_name = str(fields["privilege_mode"])
    words = str(fields["command"]).split()
    mode = _mode(configuration, mode_name)
    known = _known_words(mode, words) if mode is not None else []
    if mode is not None and len(known) < len(words) and not mode.open:
        return Refusal("", len(command.words) - 1 + len(known))
    command.words[-1] = " ".join([*known, *words[len(known) :]])
    prefixes = [known[:length] for length in range(1, len(known) + 1) if length < len(words)]
    for prefix in prefixes:
        identity = (command.name, mode_name, " ".join(prefix))
        present = section.entries.get(identity)
        if back:
            if (
                present is not None
                and not _needed(section, command, mode_name, prefix)
                and _level(present) == _level(_before(section, command))
            ):
                configuration.drop(section, identity)
        elif present is None:
            line = f"privilege {mode_name} level {fields['level']} {' '.join(prefix)}"
            moved = match(section.mode, line)
            assert isinstance(moved, Command)
            configuration.store(section, identity, moved)
    return Command(command.form, command.words, reset=True) if resets else command


def _before(section: Section, command: Command) -> Command | None:
    return section.entries.get(command.form.identity(command.words))


def _level(command: Command | None) -> str:
    return str(command.fields.get("level", "")) if command is not None else ""


def _needed(section: Section, command: Command, mode_name: str, prefix: list[str]) -> bool:
    """True where another moved command still begins with these words."""
    gone = command.form.identity(command.words)
    start = " ".join(prefix) + " "
    return any(
        identity[0] == command.name and identity[1] == mode_name and identity != gone and identity[2].startswith(start)
        for identity in section.entries
        if len(identity) > 2
    )


def _mode(configuration: Configuration, mode_name: str) -> Mode | None:
    """The mode that `privilege` calls so; None where the grammar does not have it."""
    name = MODE_NAMES.get(mode_name, mode_name.replace("-", "_"))
    return configuration.language.mode(name) if configuration.language.has_mode(name) else None


def _known_words(mode: Mode, words: list[str]) -> list[str]:
    """The first words of a command, in full spelling, as far as they are keywords of the mode; `no` may stand before them."""
    known: list[str] = []
    node = mode.root
    for word in words:
        taken = resolve(node, word)
        if isinstance(taken, Resolved) and isinstance(taken.node.symbol, Keyword):
            known.append(taken.word)
            node = taken.node
        elif not known and word in _PREFIXES and mode.name != "exec":
            known.append(word)
        else:
            break
    return known


#: What may stand before any command of configuration.
_PREFIXES = ("no", "default")


def keep_options(configuration: Configuration, section: Section, command: Command) -> Command:
    """`username`: options that an earlier line gave the user stay, unless this line gives them anew (a privilege, then a secret).

    Level 1 is that of a user without a privilege, and is no option.
    """
    before = section.entries.get(command.form.identity(command.words))
    if (before is None and "privilege" not in command.keywords) or command.negative or command.reset:
        return command
    head = command.words[:2]
    old, new = _options(before.words[2:]) if before is not None else {}, _options(command.words[2:])
    if "secret" in new or "password" in new or "nopassword" in new:
        old = {name: words for name, words in old.items() if name not in ("secret", "password", "nopassword")}
    both = {name: words for name, words in (old | new).items() if words != ["privilege", "1"]}
    words = [word for name in sorted(both, key=lambda name: name != "privilege") for word in both[name]]
    merged = match(section.mode, " ".join([*head, *words]))
    return merged if isinstance(merged, Command) else command


def route_map_entry(configuration: Configuration, section: Section, command: Command) -> Command | Refusal:
    """`route-map NAME` has the action and number of the one entry of the map, or of a first one (`permit 10`).

    An entry that is there already gets the action of the line.
    """
    if command.negative or command.reset or section.parent is not None:
        return command
    if len(command.words) < 4:
        name, *action = command.words[1:]
        entries = [entry for identity, entry in section.entries.items() if identity[:2] == ("route_map", name)]
        if len(entries) > 1:
            return Refusal("% Please specify the entry by its sequence")
        before = entries[0].words[2:] if entries else ["permit", "10"]
        command = cast("Command", match(section.mode, " ".join(["route-map", name, *(action or before[:1]), *before[1:]])))
    there = section.sections.get(command.form.identity(command.words))
    if there is not None and there.header is not None and there.header.words != command.words:
        configuration.change_header(there, command)
    return command


def _options(words: list[str]) -> dict[str, list[str]]:
    """The options of a user by their first word: `privilege 15`, `secret 5 …`."""
    options: dict[str, list[str]] = {}
    name = ""
    for at, word in enumerate(words):
        if word in ("privilege", "secret", "password", "nopassword") and (not name or len(options[name]) > 1 or at == 0):
            name = word
            options[name] = []
        options.setdefault(name, []).append(word)
    return options


def drop_addresses(configuration: Configuration, section: Section, command: Command) -> Command:
    """`vrf forwarding`: the addresses of the interface go where it gets another VRF, or leaves its own."""
    before = section.entries.get(command.form.identity(command.words))
    gone = command.negative or command.reset
    if before is not None if gone else before is None or before.words != command.words:
        for identity in [identity for identity in section.entries if identity[0] in ("ip_address", "ip_address_secondary")]:
            without = defaults_of(section.mode).get(identity)
            if without is None:
                configuration.drop(section, identity)
            else:
                configuration.store(section, identity, without)
    return command


def speak_again(configuration: Configuration, section: Section, command: Command) -> Command:
    """`no passive-interface X` leaves a line only where `passive-interface default` is in force."""
    default = section.get("passive_interface_default")
    passive = default is not None and not default.negative
    if not command.negative or passive or command.form.rule.name != "passive_interface":
        return command
    return Command(command.form, command.words, reset=True)


def off_without_nat(configuration: Configuration, section: Section, command: Command) -> Command:
    """`no ip virtual-reassembly in` leaves a line only beside NAT, which turns the reassembly on. A file keeps what it has."""
    if not command.negative or configuration.ports is None or section.get("ip_nat") is not None:
        return command
    return Command(command.form, command.words, reset=True)


def plain_network(configuration: Configuration, section: Section, command: Command) -> Command | Refusal:
    """`network` of RIP, EIGRP and OSPF: the bits of hosts are cleared, and a mask is taken for the wildcard bits that it means.

    That of a DHCP pool has a mask.
    """
    rule, fields = command.form.rule.name, command.fields
    if rule not in ("network", "network__ospf", "network__wildcard") or not command.mode.startswith("router_"):
        return mask_of_pool(configuration, section, command) if command.mode == "ip_dhcp_pool" else command
    address = int(IPv4Address(str(fields["network"])))
    wildcard = int(IPv4Address(str(fields["wildcard"]))) if rule != "network" else _host_bits(address)
    if prefix_length(ALL_ONES ^ wildcard) < 0:
        if prefix_length(wildcard) >= 0:
            wildcard ^= ALL_ONES
        elif rule == "network__ospf":
            return Refusal("OSPF: Invalid address/mask combination (discontiguous mask)")
    bits = [] if rule == "network" else [str(IPv4Address(wildcard))]
    words = ["network", str(IPv4Address(address & ~wildcard)), *bits, *command.words[2 + len(bits) :]]
    plain = match(section.mode, " ".join(words)) if words != command.words else command
    if not isinstance(plain, Command):
        return command
    plain.negative, plain.reset = command.negative, command.reset
    return plain


def by_name(configuration: Configuration, section: Section, command: Command) -> Command:
    """A number that has a name (`//@ by-name`)."""
    return named(section.mode, command)


def shorten_key(configuration: Configuration, section: Section, command: Command) -> Command:
    """A clear key of OSPF without the characters that the protocol has no room for."""
    longest = LONGEST_KEYS[command.form.rule.name]
    if "7" in command.keywords or len(command.words) < 4 or len(command.words[-1]) <= longest:
        return command
    return Command(command.form, [*command.words[:-1], command.words[-1][:longest]], command.negative, command.reset)


def _host_bits(address: int) -> int:
    """The bits of hosts in the class of an address; none above the classes A, B and C."""
    return ALL_ONES >> class_length(address) if address < 224 << 24 else 0


#: The effects, by the name of the rule, with or without its variant.
EFFECTS: dict[str, Effect] = {
    **SPELLINGS,
    "key_string__ssh": hash_key,
    "ip_virtual_reassembly__direction": off_without_nat,
    "username": keep_options,
    "privilege": move_words,
    "vrf_forwarding": drop_addresses,
    "ip_vrf_forwarding": drop_addresses,
    "passive_interface": speak_again,
    "network": plain_network,
    "route_map": route_map_entry,
    **dict.fromkeys(LONGEST_KEYS, shorten_key),
}
