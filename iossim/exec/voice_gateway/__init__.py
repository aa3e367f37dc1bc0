"""The voice gateway: dial peers, the dial plan, voice ports, calls, SIP, and the other protocols of gateways."""

from iossim.exec.voice_gateway import (  # noqa: F401 (the modules register their commands)
    clear,
    dial_plan,
    show_call,
    show_dial_peer,
    show_fallback,
    show_gateways,
    show_isdn,
    show_processors,
    show_sip_registrar,
    show_sip_ua,
    show_voice_call,
    show_voice_class,
    show_voice_port,
    translation,
)
