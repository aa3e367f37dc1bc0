"""simulate …: the events that the phones of a real network cause by themselves. No Cisco router has these commands.

They print nothing, but the log has the router's messages. If an event is not possible, they print `% ` and the reason.
"""

from __future__ import annotations

from iossim.errors import PhoneError
from iossim.exec.command import Line, exec_command


@exec_command
def simulate_ephone_register(line: Line, ephone: str, ip: str = "") -> None:
    """Registers a configured phone."""
    line.router.phones.register(ephone, ip)


@exec_command
def simulate_ephone(line: Line, ephone: str, phone_action: str) -> None:
    """Unregisters a phone, lets it vanish (`decease`), or turns do-not-disturb on or off."""
    phones = line.router.phones
    match phone_action:
        case "unregister":
            phones.unregister(ephone)
        case "decease":
            phones.decease(ephone)
        case _:
            phones.set_dnd(ephone, phone_action == "dnd")


@exec_command
def simulate_ephone_all(line: Line, all_action: str) -> None:
    """Registers or unregisters every phone, or lets it vanish."""
    phones = line.router.phones
    if all_action == "register":
        phones.register_all()
        return
    end = phones.unregister if all_action == "unregister" else phones.decease
    for device in phones.sccp.registered():
        end(device.tag)


@exec_command
def simulate_ephone_mac(line: Line, mac: str, phone_type: str = "", ip: str = "") -> None:
    """Registers a phone that need not be configured."""
    if line.router.phones.register_mac(mac, phone_type, ip) is None:
        raise PhoneError(f"{mac} was not allowed to register")


@exec_command
def simulate_ephone_dn(line: Line, dn: str, line_state: str, channel: str | bool = "1", far_end: str = "") -> None:
    """Puts a line of SCCP phones into a state."""
    line.router.phones.set_line(dn, line_state, int(channel), far_end)


@exec_command
def simulate_voice_register_pool(line: Line, pool_action: str, pool: str | bool = "", ip: str = "", all: bool = False) -> None:
    """Registers or unregisters the phone of a pool, or turns do-not-disturb on or off. With `all`: every pool that has an id."""
    phones = line.router.phones
    tags = [device.tag for device in phones.sip.all() if device.section.get("id") is not None] if all else [str(pool)]
    for tag in tags:
        match pool_action:
            case "unregister":
                phones.unregister_pool(tag)
            case "dnd" | "no-dnd":
                phones.set_pool_dnd(tag, pool_action == "dnd")
            case _:
                phones.register_pool(tag, "" if all else ip)


@exec_command
def simulate_voice_register_mac(line: Line, mac: str, phone_type: str = "", ip: str = "") -> None:
    """Registers a SIP phone that need not be configured."""
    if line.router.phones.register_pool_mac(mac, ip, phone_type) is None:
        raise PhoneError(f"{mac} was not allowed to register")


@exec_command
def simulate_voice_register_dn(line: Line, dn: str, line_state: str, far_end: str = "") -> None:
    """Puts a line of SIP phones into a state."""
    line.router.phones.set_sip_line(dn, line_state, 1, far_end)
