"""A pool in full: settings, state, dial peers and statistics of a SIP phone."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.text import enabled
from iossim.exec.voice_register.pool_table import lines_of_pool
from iossim.exec.voice_register.show_dial_peers import dial_peers
from iossim.exec.voice_register.show_statistics import NO_REQUEST, pool_statistics
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, mac_of, number
from iossim.router.phones import Device
from iossim.router.templates import Commands, in_force, template_of


def pool_text(router: RouterCore, device: Device) -> Iterator[str]:
    """All lines about a pool."""
    commands = in_force(router.config, device.section)
    yield f"Pool Tag {device.tag}"
    yield "Config:"
    for setting in (*_identity(device.section), *_settings(router, device, commands), *_state(router, device, commands)):
        yield f"  {setting}"
    yield "Dialpeers created:"
    yield f"Dial-peers for Pool {device.tag}:"
    yield from dial_peers(router, device, "  ")
    yield "Statistics:"
    yield from pool_statistics(device)


def _identity(section: Section) -> Iterator[str]:
    """The `id` of a pool: `Mac address is …`, `Ip address is …, Mask is …`, `Network address is …`."""
    command = section.get("id")
    if command is None or command.negative:
        return
    address, mask = field(section, "id", "address"), field(section, "id", "mask")
    if mac := mac_of(section):
        yield f"Mac address is {mac}"
    elif address:
        yield f"{'Network address' if 'network' in command.keywords else 'Ip address'} is {address}, Mask is {mask}"
    else:
        yield command.text


def _settings(router: RouterCore, device: Device, commands: Commands) -> Iterator[str]:
    yield from _numbers(device.section)
    yield f"Proxy Ip address is {field(commands, 'proxy', 'address') or '0.0.0.0'}"
    if device.load:
        yield f"Current Phone load version is {device.load}"
    relay = commands.get("dtmf_relay")
    methods = " ".join(relay.words[1:]) if relay is not None and not relay.negative else ""
    yield f"DTMF Relay is enabled, {methods}" if methods else "DTMF Relay is disabled"
    yield f"Call Waiting is {enabled(is_set(commands, 'call_waiting'))}"
    yield f"DnD is {enabled(device.dnd or is_set(commands, 'dnd'))}"
    yield f"Video is {enabled(is_set(commands, 'video'))}"
    yield f"Camera is {enabled(is_set(commands, 'camera'))}"
    yield f"Busy trigger per button value is {number(commands, 'busy_trigger_per_button', 'calls', 0)}"
    for command in commands.all("feature_button"):
        yield f"feature-button {command.fields['index']} {command.fields['feature']}"
    if target := field(commands, "call_forward_b2bua_all", "target"):
        yield f"call-forward b2bua all {target}"
    yield f"keep-conference is {enabled(is_set(commands, 'keep_conference'))}"
    if user := field(commands, "username", "username"):
        yield f"username {user} password *****"
    longest, shortest = (field(commands, "registration_timer", name) for name in ("max", "min"))
    yield f"registration expires timer max is {longest or '86400'} and min is {shortest or '60'}"
    template = template_of(router.config, device.section)
    if template is not None:
        yield f"template is {template.key[0]}"
    if location := field(commands, "emergency_response_location", "tag"):
        yield f"Emergency response location {location}"
    yield f"kpml signal is {enabled(is_set(commands, 'digit_collect_kpml'))}"
    yield f"Lpcor Type is {field(commands, 'lpcor_type', 'lpcor_type') or 'none'}"
    for direction in ("incoming", "outgoing"):
        if group := field(commands, f"lpcor_{direction}", "group"):
            yield f"Lpcor {direction.capitalize()} is {group}"
    yield f"Transport type is {field(commands, 'session_transport', 'transport') or 'udp'}"


def _numbers(section: Section) -> Iterator[str]:
    if command := section.get("type"):
        yield f"Type is {' '.join(command.words[1:])}"
    for command in section.all("number"):
        fields = command.fields
        pattern = f"Pattern is {fields.get('number', '')}, Preference is {fields.get('preference', '0')}"
        target = f"DN {fields['dn']}" if "dn" in fields else pattern
        yield f"Number list {fields['tag']} : {target}"


def _state(router: RouterCore, device: Device, commands: Commands) -> Iterator[str]:
    yield "service-control mechanism is supported"
    if device.registered:
        yield f"registration Call ID is {device.call_id}@{device.address} "
        yield "Registration method: per line"
    privacy = commands.get("privacy")
    yield "Privacy feature is not configured." if privacy is None else f"Privacy is {field(commands, 'privacy', 'privacy')}"
    yield f"Privacy button is {enabled(is_set(commands, 'privacy_button'))}"
    if device.registered:
        if line := next((line.number for line in lines_of_pool(router, device)), ""):
            yield f"active primary line is: {line}"
        yield f"contact IP address: {device.address} port {device.port}"
        yield "Phone SIS Version:  5.0.0"
        yield "GW SIS Version:  1.0.0"
    yield from conference_settings(commands)
    yield f"paging-dn: config {paging_number(device.section)}  effective {paging_number(commands)}"
    if not device.registered:
        yield "Reason for unregistered state: "
        yield f"       {NO_REQUEST}"
    if tag := field(commands, "voice_class_stun_usage", "tag"):
        yield f"voice-class stun-usage is enabled. tag is {tag}"


def conference_settings(commands: Commands) -> Iterator[str]:
    """The settings of ad hoc conferences of a pool or a template."""
    yield f"conference admin: {'yes' if is_set(commands, 'conference_admin') else 'no'}"
    yield f"conference add mode: {'creator' if is_set(commands, 'conference_add_mode') else 'all'}"
    yield f"conference drop mode: {field(commands, 'conference_drop_mode', 'drop_mode') or 'never'}"


def paging_number(commands: Commands) -> str:
    """The paging number of a pool or a template, and the way of paging: `5 [multicast]`."""
    return f"{field(commands, 'paging_dn', 'tag') or '0'} [{field(commands, 'paging_dn', 'paging_mode') or 'multicast'}]"
