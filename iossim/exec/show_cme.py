"""show telephony-service and show ephone, in the layouts of the command reference."""

from __future__ import annotations

from iossim.config import Section, section_lines
from iossim.exec.base import Line, Result, exec_command
from iossim.language import Command

CME_VERSION = "14.1"


def _value(section: Section, rule: str, otherwise: str = "") -> str:
    """The words behind the command's own, as they are in force."""
    command = section.effective(rule)
    if command is None or command.negative:
        return otherwise
    return " ".join(command.words[rule.count("_") + 1 :]) or otherwise


@exec_command
def show_telephony_service(line: Line, all: bool = False) -> Result:
    """The settings of telephony-service as they are in force; `all` adds directory numbers and phones."""
    config = line.router.config
    section = config.section("telephony_service")
    if section is None:
        return ""
    lines = [
        f"CONFIG (Version={CME_VERSION})",
        "=====================",
        f"Version {CME_VERSION}",
        "Cisco Unified Communications Manager Express",
    ]
    lines += _settings(section)
    if all:
        for kind in ("ephone_dn", "ephone"):
            for each in config.sections(kind):
                assert each.header is not None
                lines += [each.header.text, *[text.strip() for text in section_lines(each)], "!"]
    return "\n".join([*lines, "", ""])


def _settings(section: Section) -> list[str]:
    """Everything in force: what was entered, and the defaults."""
    shown: dict[tuple[str, ...], Command] = {**section.mode.defaults, **section.entries}
    return [command.text for _, command in sorted(shown.items(), key=lambda item: item[1].form.order)]


@exec_command
def show_ephone(line: Line, ephone_selection: str = "") -> Result:
    """The configured phones; none is registered while nothing registers them."""
    config = line.router.config
    phones = config.sections("ephone")
    if "." in ephone_selection:
        phones = [each for each in phones if _value(each, "mac_address") == ephone_selection]
    if ephone_selection == "registered":
        phones = []
    text = "".join(_phone(config.section, each) for each in phones)
    if ephone_selection == "summary":
        bound = config.section("telephony_service")
        most = _value(bound, "max_ephones", "0") if bound else "0"
        text += f"\nMax {most}, Registered 0, Unregistered {len(phones)}, Deceased 0, Sockets 0\n"
    return text


def _phone(find: object, section: Section) -> str:
    mac = _value(section, "mac_address", "0000.0000.0000")
    kind = _value(section, "type", "Unknown")
    lines = [
        f"ephone-{section.key[0]}[{int(section.key[0]) - 1}] Mac:{mac} TCP socket:[-1] activeLine:0 whisperLine:0 UNREGISTERED",
        "mediaActive:0 whisper_mediaActive:0 startMedia:0 offhook:0 ringing:0 reset:0 reset_sent:0 paging 0 debug:0 caps:0",
        f"IP:0.0.0.0 0 {kind}  keepalive 0 max_line 0 available_line 0",
    ]
    assert callable(find)
    for button in section.all("button"):
        number, _, dn = button.words[-1].partition(":")
        directory = find("ephone_dn", dn)
        extension = _value(directory, "number").split(" ")[0] if directory else ""
        lines.append(f"button {number}: dn {dn}  number {extension}" if dn else f"button {button.words[-1]}")
    lines.append(f"Preferred Codec: {_value(section, 'codec', 'g711ulaw')}")
    return "\n".join([*lines, "", ""])
