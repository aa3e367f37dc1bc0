"""show telephony-service ephone and ephone-template: phones and their templates as they are in force."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.exec.phones import tag_of
from iossim.router import RouterCore
from iossim.router.buttons import buttons
from iossim.router.facts.codecs import DEFAULT
from iossim.router.fields import field, is_set, mac_of, number
from iossim.router.templates import Commands, in_force, template_of

_SECURITY = {"authenticated": "Authenticated", "encrypted": "Encrypted"}
#: The states in which a template sets soft keys, in the order of the listing.
_STAGES = ("idle", "seized", "alerting", "connected", "hold", "ringing", "remote_in_use")


def ephones(router: RouterCore, section: Section) -> Iterator[str]:
    """The phones; a `!` ends a phone."""
    figures = router.phones.summary()
    yield f"Number of Configured ephones {figures.configured} (Registered {figures.registered})"
    for phone in router.config.sections("ephone"):
        yield from _ephone(router.config, phone)
        yield "!"


def templates(router: RouterCore, section: Section) -> Iterator[str]:
    """The templates of phones."""
    for template in router.config.sections("ephone_template"):
        yield from _template(router.config, template)


def _ephone(config: Configuration, section: Section) -> Iterator[str]:
    commands = in_force(config, section)
    yield f"ephone {tag_of(section)}"
    yield f"Device Security Mode: {_SECURITY.get(field(section, 'device_security_mode', 'security_mode'), 'Non-Secure')}"
    if mac := mac_of(section):
        yield f"mac-address {mac}"
    kind = commands.get("type")
    if kind is not None and not kind.negative:
        yield kind.text
    if buttons(section):
        yield f"button  {' '.join(command.words[-1] for command in section.all('button'))}"
    for command in commands.all("speed_dial"):
        yield command.text
    yield _keepalive(config, commands)
    if is_set(commands, "multicast_moh"):
        yield "multicast-moh"
    yield from _limits(commands)
    yield from _media(commands)
    yield from _conference(commands)
    everywhere = "on" if is_set(config.section("telephony_service"), "privacy") else "off"
    yield f"privacy: {'No' if (field(commands, 'privacy', 'privacy_state') or everywhere) == 'off' else 'Yes'}"
    yield from _features(commands)
    for rule in ("user_locale", "network_locale"):
        yield f"{rule.replace('_', '-')} {_locale(config, template_of(config, section), rule)}"
    yield from _lpcor(commands, "  ")


def _template(config: Configuration, section: Section) -> Iterator[str]:
    yield f"ephone-template {tag_of(section)}"
    for stage in _STAGES:
        command = section.get(f"softkeys_{stage}")
        if command is not None and not command.negative:
            yield f"softkey {stage.replace('_', '-')}  {' '.join(command.words[2:])}"
    yield from _conference(section)
    yield from _limits(section)
    yield f"privacy {field(section, 'privacy', 'privacy_state') or 'default'}"
    yield from _features(section)
    yield from (command.text for command in section.all("button_layout"))
    level = section.get("mlpp_max_precedence")
    yield f"MLPP max precedence level {level.words[-1] if level is not None and not level.negative else '-1'}"
    for service in ("indication", "preemption"):
        yield f"MLPP {service} {'Enabled' if is_set(section, f'mlpp_{service}') else 'Disabled'}"
    yield from _media(section)
    yield _keepalive(config, section)
    for rule, title in (("user_locale", "User Locale"), ("network_locale", "Network Locale")):
        yield f"{title}: {_locale(config, section, rule)}"
    if tag := field(section, "emergency_response_location", "tag"):
        yield f"Emergency Response Location: {tag}"
    yield from _lpcor(section, "     ")


def _features(commands: Commands) -> Iterator[str]:
    for command in commands.all("feature_button"):
        yield f"feature-button {command.fields['index']} {command.fields['feature']}"


def _keepalive(config: Configuration, commands: Commands) -> str:
    source = commands if commands.get("keepalive") is not None else config.section("telephony_service")
    return f"keepalive {number(source, 'keepalive', 'seconds', 30)} auxiliary {number(source, 'keepalive', 'auxiliary', 30)}"


def _limits(commands: Commands) -> Iterator[str]:
    yield f"max-calls-per-button {number(commands, 'max_calls_per_button', 'count', 8)}"
    yield f"busy-trigger-per-button {number(commands, 'busy_trigger_per_button', 'count', 0)}"


def _media(commands: Commands) -> Iterator[str]:
    yield f"Always send media packets to this router: {'Yes' if is_set(commands, 'mtp') else 'No'}"
    yield f"Preferred codec: {field(commands, 'codec', 'codec_name') or DEFAULT}"


def _conference(commands: Commands) -> Iterator[str]:
    command = commands.get("conference_drop_mode")
    yield f"conference drop-mode {command.words[-1] if command is not None and len(command.words) > 2 else 'never'}"
    yield f"conference add-mode {'creator' if is_set(commands, 'conference_add_mode') else 'all'}"
    yield f"conference admin: {'Yes' if is_set(commands, 'conference_admin') else 'No'}"


def _locale(config: Configuration, template: Section | None, rule: str) -> str:
    """The locale of a template's tag, as telephony-service defines it; else the default locale."""
    service = config.section("telephony_service")
    tag = field(template, rule, "locale")
    return field(service, rule, "locale", tag) or field(service, rule, "locale") or "US"


def _lpcor(commands: Commands, gap: str) -> Iterator[str]:
    yield f"lpcor type: {field(commands, 'lpcor_type', 'phone_location') or 'none'}"
    incoming, outgoing = (field(commands, f"lpcor_{direction}", "lpcor") for direction in ("incoming", "outgoing"))
    yield f"lpcor (incoming): {incoming}{gap}(outgoing): {outgoing}"
