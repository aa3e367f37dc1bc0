"""clear voice port and clear call voice: end calls."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.phones import Extension
from iossim.router.voice import active_legs, all_ports


@exec_command
def clear_voice_port(line: Line, voice_port: str = "") -> Iterator[str]:
    """Ends the calls on a voice port, or on all of them."""
    router = line.router
    ports = [one for one in all_ports(router.config, router.phones) if voice_port in ("", one.name)]
    if voice_port and not ports:
        yield f"% Voice port {voice_port} not found"
    for one in ports:
        if one.extension is not None and one.call is not None:
            router.phones.set_line(one.extension.tag, "idle", one.channel)


@exec_command
def clear_call_voice(line: Line, cause: str, call_id: str = "") -> Iterator[str]:
    """Ends all calls, or the one with a number."""
    router = line.router
    legs = active_legs(router.config, router.phones, router.clock.uptime())
    wanted = {leg.reference for leg in legs if call_id.lower() in ("", str(leg.number), f"{leg.number:x}")}
    if call_id and not wanted:
        yield f"% Call {call_id} not found"
    for extension in _extensions(line):
        for channel, call in list(extension.channels.items()):
            if call.reference in wanted:
                sip = extension.section.mode.name == "voice_register_dn"
                (router.phones.set_sip_line if sip else router.phones.set_line)(extension.tag, "idle", channel)


def _extensions(line: Line) -> list[Extension]:
    phones = line.router.phones
    return [*phones.extensions.all(), *phones.sip_extensions.all()]
