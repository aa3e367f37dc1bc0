"""show voice register pool: a SIP phone with its settings, dial peers and statistics; and show voice register dial-peers."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import phone_buttons
from iossim.exec.sip_statistics import NO_REQUEST, of_pool
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, mac_of, number
from iossim.router.phones import Device
from iossim.router.templates import Commands, in_force, template_of


def _enabled(yes: bool) -> str:
    return "enabled" if yes else "disabled"


def identity(section: Section) -> str:
    """How a pool knows its phone: `Mac address is …`, `Ip address is …, Mask is …`, `Network address is …`."""
    command = section.get("id")
    if command is None or command.negative:
        return ""
    if mac := mac_of(section):
        return f"Mac address is {mac}"
    address, mask = field(section, "id", "address"), field(section, "id", "mask")
    kind = "Network address" if "network" in command.keywords else "Ip address"
    return f"{kind} is {address}, Mask is {mask}" if address else command.text


def pool_text(router: RouterCore, device: Device) -> Iterator[str]:
    """Everything about a pool."""
    own = in_force(router.config, device.section)
    yield f"Pool Tag {device.tag}"
    yield "Config:"
    settings = [identity(device.section), *_settings(router, device, own), *_state(router, device, own)]
    yield from (f"  {each}" for each in settings if each)
    yield "Dialpeers created:"
    yield f"Dial-peers for Pool {device.tag}:"
    yield from peers(router, device, "  ")
    yield "Statistics:"
    yield from of_pool(device)


def _settings(router: RouterCore, device: Device, section: Commands) -> Iterator[str]:
    yield from _numbers(device.section)
    yield f"Proxy Ip address is {field(section, 'proxy', 'address') or '0.0.0.0'}"
    if device.load:
        yield f"Current Phone load version is {device.load}"
    methods = section.get("dtmf_relay")
    yield (
        f"DTMF Relay is enabled, {' '.join(methods.words[1:])}"
        if methods is not None and not methods.negative
        else "DTMF Relay is disabled"
    )
    yield f"Call Waiting is {_enabled(is_set(section, 'call_waiting'))}"
    yield f"DnD is {_enabled(device.dnd or is_set(section, 'dnd'))}"
    yield f"Video is {_enabled(is_set(section, 'video'))}"
    yield f"Camera is {_enabled(is_set(section, 'camera'))}"
    yield f"Busy trigger per button value is {number(section, 'busy_trigger_per_button', 'calls', 0)}"
    for command in section.all("feature_button"):
        yield f"feature-button {command.fields['index']} {command.fields['feature']}"
    if target := field(section, "call_forward_b2bua_all", "target"):
        yield f"call-forward b2bua all {target}"
    yield f"keep-conference is {_enabled(is_set(section, 'keep_conference'))}"
    if user := field(section, "username", "username"):
        yield f"username {user} password *****"
    longest, shortest = (field(section, "registration_timer", name) for name in ("max", "min"))
    yield f"registration expires timer max is {longest or '86400'} and min is {shortest or '60'}"
    template = template_of(router.config, device.section)
    if template is not None:
        yield f"template is {template.key[0]}"
    if erl := field(section, "emergency_response_location", "tag"):
        yield f"Emergency response location {erl}"
    yield f"kpml signal is {_enabled(is_set(section, 'digit_collect_kpml'))}"
    yield f"Lpcor Type is {field(section, 'lpcor_type', 'lpcor_type') or 'none'}"
    for way in ("incoming", "outgoing"):
        if group := field(section, f"lpcor_{way}", "group"):
            yield f"Lpcor {way.capitalize()} is {group}"
    yield f"Transport type is {field(section, 'session_transport', 'transport') or 'udp'}"


def _numbers(section: Section) -> Iterator[str]:
    if command := section.get("type"):
        yield f"Type is {' '.join(command.words[1:])}"
    for command in section.all("number"):
        fields = command.fields
        preference = f", Preference is {fields.get('preference', '0')}"
        what = f"DN {fields['dn']}" if "dn" in fields else f"Pattern is {fields.get('number', '')}{preference}"
        yield f"Number list {fields['tag']} : {what}"


def _state(router: RouterCore, device: Device, section: Commands) -> Iterator[str]:
    yield "service-control mechanism is supported"
    if device.registered:
        yield f"registration Call ID is {_call_id(device)}@{device.address} "
        yield "Registration method: per line"
    yield (
        "Privacy feature is not configured."
        if section.get("privacy") is None
        else f"Privacy is {field(section, 'privacy', 'privacy')}"
    )
    yield f"Privacy button is {_enabled(is_set(section, 'privacy_button'))}"
    if device.registered:
        if line := _primary(router, device):
            yield f"active primary line is: {line}"
        yield f"contact IP address: {device.address} port {device.port}"
        yield "Phone SIS Version:  5.0.0"
        yield "GW SIS Version:  1.0.0"
    yield f"conference admin: {'yes' if is_set(section, 'conference_admin') else 'no'}"
    yield f"conference add mode: {'creator' if is_set(section, 'conference_add_mode') else 'all'}"
    yield f"conference drop mode: {field(section, 'conference_drop_mode', 'drop_mode') or 'never'}"
    yield f"paging-dn: config {_paging(device.section)}  effective {_paging(section)}"
    if not device.registered:
        yield "Reason for unregistered state: "
        yield f"       {NO_REQUEST}"
    if tag := field(section, "voice_class_stun_usage", "tag"):
        yield f"voice-class stun-usage is enabled. tag is {tag}"


def _paging(section: Commands) -> str:
    return f"{field(section, 'paging_dn', 'tag') or '0'} [{field(section, 'paging_dn', 'paging_mode') or 'multicast'}]"


def _call_id(device: Device) -> str:
    digits = (device.mac.replace(".", "") or "0" * 12).lower()
    return f"{digits[:8]}-{digits[8:]}{int(device.tag):04x}-{device.changed_at:08x}-{device.port:08x}"


def _primary(router: RouterCore, device: Device) -> str:
    return next((number_ for _, _, number_, _ in lines_of_pool(router, device)), "")


def peers(router: RouterCore, device: Device, indent: str = " ") -> Iterator[str]:
    """The dial peers of a registered phone, one a line."""
    if not device.registered:
        return
    for button in device.lines:
        for tag in button.dns:
            extension = router.phones.sip_extensions.get(tag)
            if extension is None or tag not in device.peers:
                continue
            yield f"dial-peer voice {device.peers[tag]} voip"
            yield f" destination-pattern {extension.number}"
            if is_set(router.config.section("voice_service_voip"), "redirect_ip2ip"):
                yield " redirect ip2ip"
            yield f" session target ipv4:{device.address}:{device.port}"
            yield " session protocol sipv2"
            own = in_force(router.config, device.section)
            yield from (f" {each}" for each in _media(own))
            yield from (f"{indent}{each}" for each in _forwarding(own, extension.section))


def _media(pool: Commands) -> Iterator[str]:
    methods, codec = pool.get("dtmf_relay"), pool.get("codec")
    if methods is not None and not methods.negative:
        yield methods.text
    if is_set(pool, "digit_collect_kpml"):
        yield "digit collect kpml"
    if codec is not None and not codec.negative:
        yield f"codec  {codec.words[1]} bytes {codec.fields.get('bytes', '160')}"


def _forwarding(pool: Commands, dn: Section) -> Iterator[str]:
    def target(kind: str) -> str:
        return field(dn, f"call_forward_b2bua_{kind}", "target") or field(pool, f"call_forward_b2bua_{kind}", "target")

    if everything := target("all"):
        yield f"{'call-fwd-all':<21}{everything:<15}"
    if busy := target("busy"):
        yield f"{'call-fwd-busy':<21}{busy:<15}"
    if unanswered := target("noan"):
        seconds = field(dn, "call_forward_b2bua_noan", "seconds") or field(pool, "call_forward_b2bua_noan", "seconds")
        yield f"{'call-fwd-noan-timeou':<21}{seconds:<15}"
        yield f"{'call-fwd-noan':<21}{unanswered:<15}"
    exempt = is_set(dn, "after_hour_exempt") or is_set(pool, "after_hour_exempt")
    yield f"{'after-hours-exempt':<21}{'TRUE' if exempt else 'FALSE':<15}"


@exec_command
def show_voice_register_dial_peers(line: Line, pool: str | bool = "") -> Result:
    """The dial peers of the registered SIP phones, or of one."""
    router = line.router
    if isinstance(pool, str) and pool:
        device = router.phones.pool(pool)
        return "\n".join([f"Dial-peers for Pool {pool}:", *(peers(router, device, "  ") if device is not None else ()), ""])
    lines = [each for device in router.phones.sip.all() for each in (f"Dial-peers for Pool {device.tag}", *peers(router, device))]
    return "".join(f"{each}\n" for each in lines)


def lines_of_pool(router: RouterCore, device: Device) -> list[tuple[int, str, str, bool]]:
    """Line, dn, number, and whether it is registered, of each line of a pool."""
    found = []
    for button in phone_buttons(device):
        for tag in button.dns:
            extension = router.phones.sip_extensions.get(tag)
            if extension is not None:
                found.append((button.number, tag, extension.number, device.registered and device.tag in extension.carriers))
    return found
